"""The rows of the file for a platform above: enterprises, statistics of a quarter, hazards of it. No person is in them.

Whole: everything that belongs to the quarter. Since a moment: enterprises entered, statistics signed, hazards moved since.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, exists, or_, select, true

from safety.calendar import today
from safety.statistics import NAMES, Counts
from storage import tallies
from storage.statistics import newest_rows
from storage.tables.ledger import areas, enterprises, hazard_moves, hazards

Row = Mapping[str, Any]
E, H = enterprises.c, hazards.c


def units(connection: Connection, since: datetime | None) -> Sequence[Row]:
    """Enterprises as the ledger has them now."""
    new = true() if since is None else E.added_at >= since
    rows = connection.execute(
        select(E.credit_code, E.name, areas.c.name.label("town"), E.colour, E.activity, E.added_at)
        .join(areas, areas.c.id == E.town)
        .where(new)
        .order_by(E.id)
    )
    return [
        {
            "credit_code": row.credit_code,
            "name": row.name,
            "town": row.town,
            "colour": row.colour.value,
            "activity": row.activity.value,
            "entered_on": today(row.added_at).isoformat(),
        }
        for row in rows
    ]


def statistics(connection: Connection, quarter: str, since: datetime | None) -> Sequence[Row]:
    """A row each enterprise: what the ledger counts, and what its principal has signed, where they have."""
    counted = tallies.tallied(connection, quarter)
    signed = {row.enterprise: row for row in newest_rows(connection, quarter)}
    rows = connection.execute(select(E.id, E.credit_code).order_by(E.id))
    return [
        _statistic(row.credit_code, quarter, counted.get(row.id, Counts()), signed.get(row.id))
        for row in rows
        if since is None or (row.id in signed and signed[row.id].signed_at >= since)
    ]


def _statistic(code: str, quarter: str, counted: Counts, signed: Any) -> Row:
    said = {name: getattr(signed, name) for name in NAMES} if signed is not None else {}
    return {
        "credit_code": code,
        "quarter": quarter,
        **counted.plain(),
        "signed_number": signed.number if signed is not None else None,
        "signed_version": signed.version if signed is not None else None,
        "signed_at": signed.signed_at.isoformat(timespec="seconds") if signed is not None else None,
        **{f"signed_{name}": said.get(name) for name in NAMES},
    }


def found(connection: Connection, quarter: str, since: datetime | None) -> Sequence[Row]:
    """Hazards reported in the quarter, or still open when it began; of those, since a moment, the ones that moved."""
    first, after = tallies.bounds(quarter)
    of_quarter = and_(
        H.reported_at < after, or_(H.reported_at >= first, H.closed_at.is_(None), H.closed_at >= first)
    )
    rows = connection.execute(
        select(hazards, E.credit_code)
        .join(enterprises, E.id == H.enterprise)
        .where(tallies.COUNTED, of_quarter, _moved(since))
        .order_by(H.id)
    )
    return [
        {
            "number": row.number,
            "credit_code": row.credit_code,
            "severity": row.severity.value,
            "suspected_major": row.suspected_major,
            "source": row.source.value,
            "kind": row.kind,
            "state": row.state.value,
            "found_at": row.found_at.isoformat(timespec="seconds"),
            "reported_at": row.reported_at.isoformat(timespec="seconds"),
            "due": row.due.isoformat(),
            "closed_at": row.closed_at.isoformat(timespec="seconds") if row.closed_at is not None else None,
            "planned": row.plan is not None,
            "listed": row.listed,
            "extensions": row.extensions,
            "cost": row.cost,
        }
        for row in rows
    ]


def _moved(since: datetime | None) -> ColumnElement[bool]:
    if since is None:
        return true()
    later = exists().where(hazard_moves.c.hazard == H.id, hazard_moves.c.at >= since)
    return or_(H.reported_at >= since, H.closed_at >= since, later)
