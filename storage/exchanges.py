"""Seats of an area that have changed hands, and offers that wait, as a digest counts and lists them (safety.handovers.Exchange)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import ColumnElement, Connection, and_, case, func, or_, select

from safety.calendar import Calendar, at
from safety.digests import Span, Window, ended
from safety.handovers import Exchange, OfferState
from storage.scope import Scope, within
from storage.tables.handovers import handovers
from storage.tables.ledger import enterprises

DAY = timedelta(days=1)
T = handovers.c


@dataclass(frozen=True, slots=True)
class Time:
    """What a digest speaks of: from a moment on, up to but not including another.

    offered_since   older offers that nobody has answered have lapsed
    """

    since: datetime
    until: datetime
    offered_since: datetime


def time_of(span: Span, today: date, now: datetime, calendar: Calendar, days: int) -> Time:
    """Of a day: since the last working day began; else the last whole span. `days`: how long an offer stands (rules/defaults.yaml)."""
    first = calendar.previous_working(today)
    window = Window(first, today) if span is Span.DAY else ended(span, today)
    return time_within(window, now, days)


def time_within(window: Window, now: datetime, days: int) -> Time:
    """Whole days; what waits is what waits now."""
    end = at(window.last + DAY, time.min)
    return Time(at(window.first, time.min), end, now - timedelta(days=days))


def count(connection: Connection, scope: Scope, when: Time) -> tuple[int, int]:
    """How many have changed hands in that time, and how many wait now."""
    waits, handed = _waits(when), _handed(when)
    found = select(_sum(handed), _sum(waits)).where(or_(waits, handed), within(scope.reach, T.enterprise))
    row = connection.execute(found, {"place": scope.place}).one()
    return int(row[0]), int(row[1])


def listed(
    connection: Connection, scope: Scope, when: Time, *, offset: int = 0, limit: int = 5
) -> Sequence[Exchange]:
    """Those that wait, the oldest offer first, then those that changed hands, the newest first."""
    waits = _waits(when)
    found = (
        select(enterprises.c.name, enterprises.c.credit_code, T.role, T.state, T.offered_at, T.ended_at)
        .join(enterprises, enterprises.c.id == T.enterprise)
        .where(or_(waits, _handed(when)), within(scope.reach, T.enterprise))
        .order_by(case((waits, T.offered_at)).asc().nulls_last(), T.ended_at.desc().nulls_last(), T.id)
    )
    rows = connection.execute(found.offset(offset).limit(limit), {"place": scope.place})
    return [Exchange(row.name, row.credit_code, row.role, row.offered_at, row.ended_at) for row in rows]


def _waits(when: Time) -> ColumnElement[bool]:
    return and_(T.state == OfferState.OFFERED, T.offered_at > when.offered_since)


def _handed(when: Time) -> ColumnElement[bool]:
    return and_(T.state == OfferState.ACCEPTED, T.ended_at >= when.since, T.ended_at < when.until)


def _sum(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)
