"""Which enterprise a letter's button is about, and from which of a person's seats it can be answered. For who has several.

Only what a button itself names is looked up; a button that names nothing of one enterprise is answered from the present seat.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, select

from safety.people import Actor, Seat
from storage import people
from storage.tables.certificates import certificates
from storage.tables.checks import checks
from storage.tables.chores import chores
from storage.tables.drills import drills
from storage.tables.incidents import incidents
from storage.tables.ladder import extensions
from storage.tables.ledger import enterprises, hazards
from storage.tables.lessons import lessons
from storage.tables.obligations import obligations
from storage.tables.people import joins
from storage.tables.submissions import submissions

Data = Mapping[str, Any]
MANY = 2  # seats


@dataclass(frozen=True, slots=True)
class Other:
    """Another seat of the person: its place among theirs (safety.events.SeatChosen), and what it is called."""

    index: int
    place: str


def seat_for(connection: Connection, actor: Actor, flow: str, data: Data) -> Other | None:
    """The seat from which this is answered; None when it is the present one, or nothing says which."""
    seats = people.seats_of(connection, actor.person)
    if len(seats) < MANY or actor.seat is None:
        return None
    enterprise = enterprise_of(connection, flow, data)
    if enterprise is None:
        return None
    above = select(enterprises.c.town, enterprises.c.department, enterprises.c.grid)
    areas = set(connection.execute(above.where(enterprises.c.id == enterprise)).one())
    if _holds(actor.seat, enterprise, areas):
        return None
    found = (
        Other(index, place) for index, (_, seat, place) in enumerate(seats) if _holds(seat, enterprise, areas)
    )
    return next(found, None)


def _holds(seat: Seat, enterprise: int, areas: set[int | None]) -> bool:
    if seat.enterprise is not None:
        return seat.enterprise == enterprise
    return seat.supervises and (seat.area is None or seat.area in areas)


def enterprise_of(connection: Connection, flow: str, data: Data) -> int | None:
    """The one enterprise that a button is about."""
    found = _FINDS.get(flow)
    statement = found(data) if found is not None else None
    return connection.execute(statement.limit(1)).scalar() if statement is not None else None


def _by(column: Any, value: object, enterprise: Any) -> Select[Any] | None:
    """Only a value of the column's own kind is looked for."""
    plain = isinstance(value, column.type.python_type) and not isinstance(value, bool)
    return select(enterprise).where(column == value) if plain else None


def _owed(data: Data) -> Select[Any] | None:
    if "x" in data:
        asked = _by(extensions.c.id, data["x"], obligations.c.enterprise)
        return (
            asked.join(obligations, obligations.c.id == extensions.c.obligation)
            if asked is not None
            else None
        )
    ids = data.get("ids")
    number = ids[0] if isinstance(ids, list) and ids else data.get("n")
    return _by(obligations.c.id, number, obligations.c.enterprise)


def _receipt(data: Data) -> Select[Any] | None:
    if "draft" in data:
        return _by(checks.c.id, data["draft"], checks.c.enterprise)
    found = _by(submissions.c.receipt, data.get("receipt"), checks.c.enterprise)
    return found.join(checks, checks.c.id == submissions.c.check_id) if found is not None else None


_FINDS: Mapping[str, Callable[[Data], Select[Any] | None]] = {
    "hazards": lambda data: _by(hazards.c.number, data.get("number"), hazards.c.enterprise),
    "todo": _owed,
    "chores": lambda data: _by(chores.c.number, data.get("number"), chores.c.enterprise),
    "submissions": _receipt,
    "check": _receipt,
    "approvals": lambda data: _by(joins.c.id, data.get("request"), joins.c.enterprise),
    "papers": lambda data: _by(certificates.c.id, data.get("paper"), certificates.c.enterprise),
    "lesson": lambda data: _by(lessons.c.id, data.get("lesson"), lessons.c.enterprise),
    "drill": lambda data: _by(drills.c.number, data.get("number"), drills.c.enterprise),
    "incident": lambda data: _by(incidents.c.number, data.get("number"), incidents.c.enterprise),
}
