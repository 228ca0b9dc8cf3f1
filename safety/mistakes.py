"""The wrong-answer book (错题本): what was failed and is not known yet, and when its owner is reminded of it.

It is worked out from every answer that was ever judged; nothing of it is kept a second time.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from checklists.exam_rules import ExamRules
from safety.calendar import Calendar, at, today


@dataclass(frozen=True, slots=True)
class Try:
    """One judged answer, of an exam or of practice, to a question in exactly this version.

    taught   not an answer at all: the question is to be practised because a self-check found hazards of its topic
    """

    item: str
    fingerprint: str
    right: bool
    at: datetime
    taught: bool = False


@dataclass(frozen=True, slots=True)
class Mistake:
    """A question of the book: how often it was failed (0: only taught), when last, and how often it was right since."""

    item: str
    fingerprint: str
    failed: int
    failed_at: datetime
    right: int
    last_at: datetime


def book(tries: Sequence[Try], leaves_after: int) -> tuple[Mistake, ...]:
    """The questions that were failed and not answered right `leaves_after` times in a row since; what was seen longest ago first."""
    standing: dict[str, Mistake] = {}
    for one in tries:
        known = standing.get(one.item)
        if not one.right:
            failed = (known.failed if known else 0) + (not one.taught)
            standing[one.item] = Mistake(one.item, one.fingerprint, failed, one.at, 0, one.at)
        elif known is not None and known.right + 1 >= leaves_after:
            del standing[one.item]
        elif known is not None:
            right, seen = known.right + 1, one.at
            standing[one.item] = Mistake(
                one.item, known.fingerprint, known.failed, known.failed_at, right, seen
            )
    return tuple(sorted(standing.values(), key=lambda one: (one.last_at, one.item)))


def refresher_at(failed_at: datetime, now: datetime, rules: ExamRules, calendar: Calendar) -> datetime | None:
    """The next reminder strictly after `now`: so many days after the last failure, on a working day; None when all are past."""
    for days in sorted(rules.refresh_days):
        day = calendar.next_working(today(failed_at + timedelta(days=days)))
        moment = at(day, rules.refresh_hour)
        if moment > now:
            return moment
    return None
