"""When supervisors are reminded of suspected major hazards that wait for their word, and the letter that does it. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from safety.calendar import Calendar
from safety.letters import LetterKind, Notice, Opens, Value
from safety.lists import Sieve, Stage

NAMED = 3  # hazards that a letter names


@dataclass(frozen=True, slots=True)
class Late:
    """A hazard that has waited for so many working days."""

    number: str
    days: int


def waited(since: date, today: date, calendar: Calendar) -> int:
    """Working days that have gone by: the day on which it came does not count (民法典 art. 201), today does."""
    days = (since + timedelta(days=more) for more in range(1, (today - since).days + 1))
    return sum(calendar.is_working(day) for day in days)


def is_chased(days: int, every: int) -> bool:
    """Whether this is a day for a reminder: after so many working days, and again after as many more."""
    return days >= every and days % every == 0


def letters(late: Iterable[tuple[Late, Sequence[int]]], today: date) -> list[Notice]:
    """One letter to each supervisor for all that wait for them, the longest first."""
    of: dict[int, list[Late]] = {}
    for one, people in late:
        for person in people:
            of.setdefault(person, []).append(one)
    return [_letter(person, sorted(found, key=lambda one: -one.days), today) for person, found in of.items()]


def _letter(to: int, found: Sequence[Late], today: date) -> Notice:
    args: dict[str, Value] = {
        "n": len(found),
        "days": found[0].days,
        "numbers": " ".join(one.number for one in found[:NAMED]),
        "more": max(0, len(found) - NAMED),
    }
    button = Opens("to-hazards", "hazards", "waiting")
    return Notice(to, "letter-review-late", f"review:{today:%Y%m%d}:{to}", args, (button,), LetterKind.NOTICE)


WAITING = Sieve(stage=Stage.WAITING)  # the list that the letter opens
