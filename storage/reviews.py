"""Suspected major hazards that wait for a supervisor's word: since when, and who is to say it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, or_, select

from safety.hazard_ledger import HazardState
from safety.people import RIGHTS, Right
from storage.people import with_seat
from storage.places import seated_over
from storage.tables.ledger import hazard_moves, hazards

WATCHING = sorted(role for role, rights in RIGHTS.items() if Right.VERIFY_HAZARD in rights)


@dataclass(frozen=True, slots=True)
class Waiting:
    """One of them. `to`: who may review it: supervisors of its town, its department and the district."""

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
            hazards.c.enterprise,
            hazards.c.reported_at,
            hazards.c.found_at,
            began.label("began"),
        )
        .where(hazards.c.state == HazardState.REVIEW)
        .order_by(hazards.c.id)
    )
    watching: dict[int, Sequence[int]] = {}
    rows = [
        (row.number, row.began or row.reported_at or row.found_at, row.enterprise)
        for row in connection.execute(found)
    ]
    for _, _, enterprise in rows:
        if enterprise not in watching:
            watching[enterprise] = with_seat(connection, WATCHING, seated_over(enterprise))
    return sorted(
        (Waiting(number, at, watching[enterprise]) for number, at, enterprise in rows),
        key=lambda one: one.since,
    )
