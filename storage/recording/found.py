"""What a new hazard gets beside what its finder says: who sees it put right, and of an inspection its source."""

from typing import Any

from sqlalchemy import Row, case, select

from safety.hazard_ledger import HazardSource
from safety.people import RIGHTS, Right, Role
from safety.visits import source_of
from storage.recording.turn import Turn
from storage.tables.people import seats

PUT_RIGHT = [role for role, rights in RIGHTS.items() if Right.SUBMIT_CHECK in rights]  # officers, principals


def owner_of(turn: Turn, enterprise: int) -> int:
    """Who sees it put right: the actor when they may, else the enterprise's longest seated officer, then principal.

    An enterprise in which nobody of them has joined leaves it with the reporter, until somebody has.
    """
    seat = turn.actor.seat
    if seat is not None and seat.role in PUT_RIGHT:
        return turn.actor.person
    officer_first = case((seats.c.role == Role.OFFICER, 0), else_=1)
    found = (
        select(seats.c.person)
        .where(seats.c.enterprise == enterprise, seats.c.until.is_(None), seats.c.role.in_(PUT_RIGHT))
        .order_by(officer_first, seats.c.id)
        .limit(1)
    )
    return turn.connection.execute(found).scalar_one_or_none() or turn.actor.person


def marks(turn: Turn, row: Row[Any]) -> dict[str, Any]:
    """What a hazard of a visit has beside others: its source, an owner of the enterprise, and a supervisor closes it."""
    return {
        "visit": row.id,
        "source": HazardSource(source_of(row.kind, row.role)),
        "owner": owner_of(turn, row.enterprise),
        "graded_up": True,
    }
