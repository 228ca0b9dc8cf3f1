"""An inspection as letters speak of it, and who hears of it."""

from sqlalchemy import Connection, func, select

from safety.hazard_ledger import HazardState
from safety.people import RIGHTS, SUPERVISORS, Actor, Right, Role
from safety.visits import VisitTold
from storage.people import with_seat
from storage.places import seated_over
from storage.tables.inspections import inspections
from storage.tables.ledger import hazards
from storage.tables.people import seats
from storage.visits import rows

WATCHING = sorted(SUPERVISORS - {Role.EXPERT, Role.GRID})
MANAGING = sorted(role for role, rights in RIGHTS.items() if Right.SUBMIT_CHECK in rights)


def told(connection: Connection, actor: Actor, number: int | None) -> VisitTold:
    """LookupError when there is none. None: the one that the actor has begun last."""
    last = select(func.max(inspections.c.id)).where(inspections.c.lead == actor.person)
    visit = number or connection.execute(last).scalar_one_or_none()
    row = None if visit is None else rows.of(connection, visit)
    if row is None:
        raise LookupError(f"no inspection {number}")
    found = select(hazards.c.suspected_major, hazards.c.due).where(
        hazards.c.visit == row.id, hazards.c.state != HazardState.WITHDRAWN
    )
    items = connection.execute(found).all()
    return VisitTold(
        id=row.id,
        number=row.number or "",
        enterprise=row.firm,
        kind=row.kind,
        lead=row.lead,
        second=row.second,
        present=row.present,
        managers=with_seat(connection, MANAGING, seats.c.enterprise == row.enterprise),
        supervisors=with_seat(connection, WATCHING, seated_over(row.enterprise)),
        items=len(items),
        major=sum(bool(one.suspected_major) for one in items),
        due=min((one.due for one in items), default=None),
        actor=actor.person,
        person=actor.name,
    )
