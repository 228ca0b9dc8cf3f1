"""Inspections of the demo: one that two officers have finished, one that is under way; samples of the last days' self-checks."""

from collections.abc import Sequence
from datetime import timedelta
from functools import partial

from sqlalchemy import Connection

from bot.demo.diary import Diary, act
from bot.demo.filling import fill
from bot.routers import Speaker
from checklists.codec import value_to_json
from safety.calendar import today
from safety.checks import CheckKey
from safety.events import AnswerSaved
from safety.events_visits import FormOpened, SecondConfirmed, VisitBegun, VisitClosed, VisitRemarked
from safety.visits import Ending, VisitKind, period_of
from storage import sampling
from storage.enterprises import Entry
from storage.ledger import LedgerOf

FINISHED, OPEN = (9, "10:20"), (1, "16:05")
REMARK = "现场整洁，灭火器在有效期内。"
DRAWN = 3  # days
MORNING = "05:00"


def visit(diary: Diary, town: Speaker, second: Speaker, there: Sequence[Entry]) -> None:
    """One visit to each of the two; the first came to its end."""
    done, going = there
    diary.note(diary.ago(*FINISHED), partial(_finished, diary=diary, people=(town, second), entry=done))
    diary.note(diary.ago(*OPEN), partial(_begun, diary=diary, people=(town, second), entry=going))
    diary.note(diary.ago(0, MORNING), partial(_drawn, diary=diary))


def _finished(connection: Connection, diary: Diary, people: tuple[Speaker, Speaker], entry: Entry) -> None:
    (town, _), when = people, diary.ago(*FINISHED)
    number = _begin(connection, diary, people, entry, FINISHED)
    actor = act(connection, town, when)
    form = LedgerOf(connection, actor, diary.catalogue, when).visits().forms(number)[0]
    key = CheckKey(form.id, period_of(number))
    there = LedgerOf(connection, actor, diary.catalogue, when).at_visit(number)
    if there is None:
        raise LookupError("the inspection was not begun")
    filled = fill(form, there[0].facts(), today(when))
    said = [
        AnswerSaved(key, name, value_to_json(answer.value), filled.judged[name].outcome.value)
        for name, answer in filled.answers.items()
        if answer.value is not None and name in filled.judged
    ]
    act(connection, town, when, FormOpened(number, form.id, form.fingerprint), *said)
    end = when + timedelta(minutes=50)
    act(connection, town, end, VisitRemarked(number, REMARK), VisitClosed(number, Ending.ABSENT, "no-phone"))


def _begun(connection: Connection, diary: Diary, people: tuple[Speaker, Speaker], entry: Entry) -> None:
    number = _begin(connection, diary, people, entry, OPEN)
    act(connection, people[0], diary.ago(*OPEN), VisitRemarked(number, "先看了配电室，明天接着查车间。"))


def _begin(
    connection: Connection, diary: Diary, people: tuple[Speaker, Speaker], entry: Entry, at: tuple[int, str]
) -> int:
    (town, second), when = people, diary.ago(*at)
    named = act(connection, second, when).person
    begun = VisitBegun(entry.credit_code, VisitKind.DEPARTMENT, named)
    actor = act(connection, town, when, begun)
    one = LedgerOf(connection, actor, diary.catalogue, when).visits().begun()
    if one is None:
        raise LookupError("the inspection was not begun")
    act(connection, second, when, SecondConfirmed(one.id))
    return one.id


def _drawn(connection: Connection, diary: Diary) -> None:
    for back in range(DRAWN, 0, -1):
        day = diary.today - timedelta(days=back)
        sampling.hold(connection, diary.catalogue, day, diary.ago(0, MORNING))
