"""A warning of the demo: the town warned of frost some days ago; many have confirmed, the restaurant has not yet."""

from collections.abc import Sequence
from functools import partial

from sqlalchemy import Connection

from bot.demo.diary import Diary, act
from bot.routers import Speaker
from safety.events_warnings import WarningAnswered, WarningConfirmed, WarningIssued
from storage.ledger import LedgerOf

TEMPLATE, HOURS = "cold", 168
DAYS, SENT, CONFIRMED = 4, "16:10", "16:40"  # before two of the officers can no longer be reached
LEFT_OUT = 3  # every third has not confirmed
ANSWER = "水管和消防栓都包好了，取暖器旁边清空了。"


def warn(diary: Diary, town: Speaker, officers: Sequence[Speaker]) -> None:
    """Note down that the town sent it, and who of these confirmed or answered."""
    diary.note(diary.ago(DAYS, SENT), partial(_sent, diary=diary, town=town))
    diary.note(diary.ago(DAYS, CONFIRMED), partial(_confirmed, diary=diary, town=town, officers=officers))


def _sent(connection: Connection, diary: Diary, town: Speaker) -> None:
    one = diary.catalogue.warnings[TEMPLATE]
    lines = [line.text for line in one.said_at(one.level)]
    event = WarningIssued(
        TEMPLATE,
        one.level,
        one.title.zh,
        tuple(line.zh for line in lines),
        HOURS,
        title_en=one.title.en,
        english=tuple(line.en for line in lines),
    )
    act(connection, town, diary.ago(DAYS, SENT), event)


def _confirmed(connection: Connection, diary: Diary, town: Speaker, officers: Sequence[Speaker]) -> None:
    when = diary.ago(DAYS, CONFIRMED)
    sent = LedgerOf(connection, act(connection, town, when), diary.catalogue, when).warnings().last()
    if sent is None:
        raise LookupError("the warning was not sent")
    number = sent.number
    for place, officer in enumerate(officers):
        if place % LEFT_OUT == 0:
            continue
        said = WarningConfirmed(number) if place > 1 else WarningAnswered(number, ANSWER)
        act(connection, officer, when, said)
