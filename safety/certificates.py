"""Certificates (证件): of people (特种作业 …), licences, special equipment. When one is reviewed, when it ends, how it stands today."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from checklists.certificates import CertificateKind

FEBRUARY, LEAP_DAY = 2, 29


class State(StrEnum):
    """How a certificate stands: over, not reviewed in time, soon due, in order, or without any date."""

    EXPIRED = "expired"
    OVERDUE = "overdue"
    SOON = "soon"
    FINE = "fine"
    UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class Certificate:
    """One version of a certificate as it was entered; a renewal is a new version.

    holder     name of whose it is; empty for what belongs to the enterprise
    worker     row of the roster; None for what belongs to the enterprise
    valid_to   last day; `review`: by when it is reviewed or inspected next
    place      where a piece of equipment stands
    photo      our safe copy; `waits`: a photo is on its way
    current    no later version replaces it and nobody took it back
    """

    id: int
    kind: str
    worker: int | None = None
    holder: str = ""
    number: str = ""
    issued: date | None = None
    valid_to: date | None = None
    review: date | None = None
    place: str = ""
    photo: str | None = None
    waits: bool = False
    current: bool = True

    @property
    def due(self) -> date | None:
        """The next day by which something has to be done about it."""
        return min((day for day in (self.review, self.valid_to) if day is not None), default=None)

    def state(self, today: date, soon_days: int) -> State:
        """How it stands; on its last day it still holds."""
        if self.valid_to is not None and self.valid_to < today:
            return State.EXPIRED
        if self.review is not None and self.review < today:
            return State.OVERDUE
        if self.due is None:
            return State.UNDATED
        return State.SOON if self.due <= today + timedelta(days=soon_days) else State.FINE


URGENT = (State.EXPIRED, State.OVERDUE, State.SOON, State.UNDATED, State.FINE)


def by_urgency(one: Certificate, today: date, soon_days: int) -> tuple[int, date, int]:
    """The order of a list: what is over first, then what comes soonest."""
    return URGENT.index(one.state(today, soon_days)), one.due or date.max, one.id


def later(day: date, years: int) -> date:
    """The same day so many years on; 29 February becomes the 28th in an ordinary year."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, FEBRUARY, LEAP_DAY - 1)


def ends(kind: CertificateKind, issued: date) -> date | None:
    """The last day by the rule of its kind: the day before the anniversary of the issue. None: no rule."""
    return None if kind.years is None else later(issued, kind.years) - timedelta(days=1)


def reviews(kind: CertificateKind, issued: date, valid_to: date | None) -> Iterator[date]:
    """The days by which it has to be reviewed within its time, without its end."""
    if kind.review_years is None or valid_to is None:
        return
    years = kind.review_years
    while (day := later(issued, years)) <= valid_to:
        yield day
        years += kind.review_years


def next_review(
    kind: CertificateKind, issued: date | None, valid_to: date | None, today: date, *, missed: bool
) -> date | None:
    """The review that comes next; `missed`: the last one did not happen, so it is still that one. None: no more, its end comes first."""
    if issued is None:
        return None
    days = list(reviews(kind, issued, valid_to))
    past = [day for day in days if day < today]
    if missed and past:
        return past[-1]
    return next((day for day in days if day >= today), None)
