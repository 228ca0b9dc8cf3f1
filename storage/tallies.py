"""Counting hazards of a period from the ledger, an enterprise a row: for the statistics and the send-up file alike."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import BigInteger, ColumnElement, Connection, and_, case, cast, func, select, true

from checklists.schema import Severity
from safety.calendar import at
from safety.hazard_ledger import HazardState
from safety.statistics import NAMES, Counts, span
from storage.tables.ledger import hazards

H = hazards.c
COUNTED = and_(
    H.reported_at.is_not(None), H.withdrawn_at.is_(None), H.state != HazardState.WITHDRAWN, H.of.is_(None)
)
_MAJOR = H.severity == Severity.MAJOR


def bounds(period: str) -> tuple[datetime, datetime]:
    """The moments between which it lies, the second one excluded."""
    first, last = span(period)
    return _midnight(first), _midnight(last + timedelta(days=1))


def _midnight(day: date) -> datetime:
    return at(day, time.min).astimezone(UTC)


def tallied(
    connection: Connection, period: str, where: ColumnElement[bool] | None = None, place: int | None = None
) -> Mapping[int, Counts]:
    """By enterprise; one that has no hazards is left out. `where` limits it to some enterprises (it may bind `place`)."""
    first, after = bounds(period)
    last = span(period)[1]
    found = and_(H.reported_at >= first, H.reported_at < after)
    fixed = and_(found, H.closed_at.is_not(None), H.closed_at < after)
    standing = and_(H.reported_at < after, (H.closed_at.is_(None)) | (H.closed_at >= after))
    sums = {
        "general_found": _count(and_(found, ~_MAJOR)),
        "general_fixed": _count(and_(fixed, ~_MAJOR)),
        "major_found": _count(and_(found, _MAJOR)),
        "major_fixed": _count(and_(fixed, _MAJOR)),
        "major_planned": _count(and_(found, _MAJOR, H.plan.is_not(None))),
        "open": _count(standing),
        "overdue": _count(and_(standing, H.due < last)),
        "money": func.coalesce(
            func.sum(case((and_(H.closed_at >= first, H.closed_at < after), H.cost), else_=0)), 0
        ),
    }
    query = (
        select(H.enterprise, *(cast(sums[name], BigInteger).label(name) for name in NAMES))
        .where(COUNTED, H.reported_at < after, true() if where is None else where)
        .group_by(H.enterprise)
    )
    rows = connection.execute(query, {"place": place})
    return {row.enterprise: Counts(*(int(getattr(row, name) or 0) for name in NAMES)) for row in rows}


def _count(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)
