"""A saved group and a campaign of the demo: the town has building sites and transport checked for fires, some have done it, some have not."""

from collections.abc import Sequence
from functools import partial

from sqlalchemy import Connection

from bot.demo.diary import Diary, act
from bot.routers import Speaker
from safety.calendar import calendar_of, today
from safety.campaigns import Terms, window
from safety.enterprises import Colour
from safety.events import CheckBegun, CheckSubmitted
from safety.events_campaigns import CampaignOpened
from safety.events_groups import GroupSaved
from safety.queries import Query
from storage import due
from storage.campaigns import opening
from storage.campaigns.planning import BEGIN, CLOSE, closes_at, key_of
from storage.ledger import LedgerOf

GROUP, TITLE, FORM = "工地和运输", "岁末消防专项检查", "fire_emergency"
DAYS, OPENED, DONE, SPAN = 5, "09:20", "15:10", 12
PORTION = 500


def campaign(diary: Diary, town: Speaker, officers: Sequence[Speaker]) -> None:
    """Note down that the town opened it for a group, and that every second of these officers has done it."""
    diary.note(diary.ago(DAYS, OPENED), partial(_opened, diary=diary, town=town))
    done = [one for place, one in enumerate(officers) if place % 2 == 0]
    diary.note(diary.ago(DAYS - 2, DONE), partial(_done, diary=diary, officers=done))


def _opened(connection: Connection, diary: Diary, town: Speaker) -> None:
    """Opened, its round begun and its audience taken in at that moment, as the clock would have done."""
    moment = diary.ago(DAYS, OPENED)
    query = Query(colours=(Colour.YELLOW.value,))
    actor = act(connection, town, moment, GroupSaved(GROUP, query.to_json()))
    group = LedgerOf(connection, actor, diary.catalogue, moment).groups().named(GROUP)
    if group is None:
        raise LookupError("the group was not saved")
    terms = Terms(today(moment), SPAN, late=7)
    act(connection, town, moment, CampaignOpened(TITLE, FORM, query.to_json(), terms.to_json(), group.number))
    planned = due.of_kind(connection, BEGIN, moment)[0]
    kept = opening.campaign(connection, int(planned.subject))
    one = window(terms, today(moment), calendar_of(diary.catalogue.holidays))
    number = opening.begin(connection, kept, one)
    while opening.enter(connection, diary.catalogue, opening.one_round(connection, number), PORTION, moment):
        pass
    opening.come_to(connection, number, opened_at=moment, at_enterprise=0)
    due.move(connection, planned, None)
    due.plan(connection, key_of(CLOSE, number), CLOSE, str(number), closes_at(one.closes))


def _done(connection: Connection, diary: Diary, officers: Sequence[Speaker]) -> None:
    moment = diary.ago(DAYS - 2, DONE)
    form = diary.catalogue.checklists[FORM]
    for officer in officers:
        actor = act(connection, officer, moment)
        owed = LedgerOf(connection, actor, diary.catalogue, moment).duties(today(moment))
        for key in [duty.key for duty in owed if duty.campaign]:
            asked = len(form.questions)
            begun = CheckBegun(key, form.fingerprint, form.due_in(key.period))
            act(connection, officer, moment, begun, CheckSubmitted(key, 100, asked, asked, 0))
