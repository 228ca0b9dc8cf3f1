"""Suspected major hazards that wait for a supervisor's word: since when, and who is to say it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, or_, select

from safety.ledger import HazardState
from safety.people import SUPERVISORS, Role
from storage.people import with_seat
from storage.tables.ledger import enterprises, hazard_moves, hazards
from storage.tables.people import seats

WATCHING = sorted(SUPERVISORS - {Role.EXPERT})


@dataclass(frozen=True, slots=True)
class Waiting:
    """One of them. `to`: supervisors of its town and of the district, experts left out."""

    number: str
    since: datetime
    to: Sequence[int]


def waiting(connection: Connection) -> Sequence[Waiting]:
    """All that wait, the oldest first. One waits since it came to review last, or else since it was reported."""
    began = (
        select(func.max(hazard_moves.c.at))
        .where(
            hazard_moves.c.hazard == hazards.c.id,
            hazard_moves.c.after == HazardState.REVIEW,
            or_(hazard_moves.c.before.is_(None), hazard_moves.c.before != HazardState.REVIEW),
        )
        .scalar_subquery()
    )
    found = (
        select(
            hazards.c.number,
            enterprises.c.town,
            hazards.c.reported_at,
            hazards.c.found_at,
            began.label("began"),
        )
        .join(enterprises, enterprises.c.id == hazards.c.enterprise)
        .where(hazards.c.state == HazardState.REVIEW)
        .order_by(hazards.c.id)
    )
    watching: dict[int, Sequence[int]] = {}
    rows = [
        (row.number, row.began or row.reported_at or row.found_at, row.town)
        for row in connection.execute(found)
    ]
    for _, _, town in rows:
        if town not in watching:
            above = or_(seats.c.area == town, seats.c.enterprise.is_(None) & seats.c.area.is_(None))
            watching[town] = with_seat(connection, WATCHING, above)
    return sorted(
        (Waiting(number, at, watching[town]) for number, at, town in rows), key=lambda one: one.since
    )
