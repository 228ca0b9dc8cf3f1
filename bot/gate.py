"""Whether a letter of what is owed may leave at this moment. Asked in the transaction that takes it from the outbox.

What it tells may be done by now; it may be night, another day, or its reader in the middle of a questionnaire. A letter that is
taken back is told again by the clock (bot/owed_rounds.py), without what is done.
"""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection

from bot import riding
from bot.campaign_rounds import CONDITION as CHASED
from bot.owed_rounds import CONDITION
from bot.turn import House
from safety.calendar import calendar_of, today
from safety.owing_days import opening
from safety.reminders import quiet
from storage import outbox, riders, sessions, telling
from storage.campaigns import tasks
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
    if letter.person is None or letter.condition not in {CONDITION, CHASED}:
        return True
    judge = _owed if letter.condition == CONDITION else _chases
    return judge(connection, house, letter, letter.person, now)


def _owed(connection: Connection, house: House, letter: Posted, person: int, now: datetime) -> bool:
    """The day's message, or an urgent matter."""
    numbers = telling.numbers_in(outbox.opens_of(connection, letter.id))
    open_ = telling.open_among(connection, numbers)
    still = [one for one in numbers if one in open_]
    if letter.kind is Kind.ALERT:
        return bool(still) or _back(connection, letter)
    whole = len(still) == len(numbers) and riding.wanted(connection, house, letter.id, now)
    if not whole or _of_another_day(connection, letter, now):
        _back(connection, letter)
        riders.untold(connection, letter.id)
        telling.untold(connection, person, still, now)
        return False
    return _by_day(connection, house, letter, now)


def _chases(connection: Connection, house: House, letter: Posted, person: int, now: datetime) -> bool:
    """A supervisor's chase of a campaign, as long as it is not done."""
    opens: list[dict[str, Any]] = [one["data"] for one in outbox.opens_of(connection, letter.id) if one]
    periods = [str(one.get("period", "")) for one in opens]
    if not any(tasks.still_open(connection, person, one) for one in periods):
        return _back(connection, letter)
    return _by_day(connection, house, letter, now)


def _by_day(connection: Connection, house: House, letter: Posted, now: datetime) -> bool:
    """Not at night, and not into the middle of a questionnaire."""
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
