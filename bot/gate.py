"""Whether a letter of what is owed may leave at this moment. Asked in the transaction that takes it from the outbox.

What it tells may be done by now; it may be night, another day, or its reader in the middle of a questionnaire. A letter that is
taken back is told again by the clock (bot/owed_rounds.py), without what is done.
"""

from datetime import datetime, timedelta

from sqlalchemy import Connection

from bot.owed_rounds import CONDITION
from bot.turn import House
from safety.calendar import calendar_of, today
from safety.owing_days import opening
from safety.reminders import quiet
from storage import outbox, sessions, telling
from storage.outbox import Kind, Posted

TOUCHED = timedelta(minutes=10)  # a question that was answered or drawn since then is being answered
PAUSE = timedelta(minutes=1)
BETWEEN = frozenset({"", "receipt", "returned"})  # steps of a self-check at which nothing is being answered
ASKING = {  # steps of other conversations at which something is
    "exam": frozenset({"ask", "review", "sure", "drill"}),
    "course": frozenset({"card", "quiz", "told"}),
    "report": frozenset({"what", "words", "where", "how"}),
    "todo": frozenset({"record", "words"}),
}


def may_leave(connection: Connection, house: House, letter: Posted, now: datetime) -> bool:
    """Whether it may leave now. If not, it was taken back or waits."""
    if letter.condition != CONDITION or letter.person is None:
        return True
    numbers = telling.numbers_in(outbox.opens_of(connection, letter.id))
    still = [one for one in numbers if one in telling.open_among(connection, numbers)]
    if letter.kind is Kind.ALERT:
        return bool(still) or _back(connection, letter)
    if len(still) < len(numbers) or _of_another_day(connection, letter, now):
        _back(connection, letter)
        telling.untold(connection, letter.person, still, now)
        return False
    hours = house.catalogue.rules.reminders.hours
    if quiet(now, hours):
        return _wait(connection, letter, opening(now, calendar_of(house.catalogue.holidays), hours))
    if answering(connection, letter, now):
        return _wait(connection, letter, now + PAUSE)
    return True


def answering(connection: Connection, letter: Posted, now: datetime) -> bool:
    """Whether a question is open before its reader, and was drawn a few minutes ago."""
    if letter.person is None:
        return False
    flow, at = sessions.standing(connection, letter.person)
    drawn = outbox.last_screen(connection, letter.chat) if asks(flow, at) else None
    return drawn is not None and now - drawn <= TOUCHED


def asks(flow: str, at: str) -> bool:
    """Whether a conversation stands at a question."""
    return at not in BETWEEN if flow == "check" else at in ASKING.get(flow, ())


def _of_another_day(connection: Connection, letter: Posted, now: datetime) -> bool:
    """It could not leave on its day: one message tells everything, that of today."""
    return today(outbox.posted_at(connection, letter.id)) != today(now)


def _back(connection: Connection, letter: Posted) -> bool:
    outbox.settle(connection, letter.id, "merged", None)
    return False


def _wait(connection: Connection, letter: Posted, until: datetime) -> bool:
    outbox.settle(connection, letter.id, "waiting", until)
    return False
