"""What comes again and again in an enterprise (safety.chores.Chores), read by its own people alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, Select, case, func, select

from safety.calendar import today as day_of
from safety.chores import Chore, ChoreState, Rhythm
from safety.people import Actor, Right
from storage.tables.chores import chore_deeds, chores
from storage.tables.people import people

KIND = "chore"  # of the due row that reminds of it
_LAST = (
    select(func.max(chore_deeds.c.id))
    .where(chore_deeds.c.chore == chores.c.id)
    .correlate(chores)
    .scalar_subquery()
)
_doers = people.alias("doers")
_WHOLE = (
    select(chores, people.c.name, chore_deeds.c.at, _doers.c.name.label("doer"))
    .join(people, people.c.id == chores.c.owner)
    .outerjoin(chore_deeds, chore_deeds.c.id == _LAST)
    .outerjoin(_doers, _doers.c.id == chore_deeds.c.person)
)
_GOING = chores.c.state.in_([ChoreState.OPEN, ChoreState.PAUSED])


@dataclass(frozen=True, slots=True)
class ChoresOf:
    """Those of the actor's enterprise; none for who may not treat hazards."""

    connection: Connection
    actor: Actor

    def listed(self, *, offset: int = 0, limit: int = 4) -> Sequence[Chore]:
        first = case((chores.c.state == ChoreState.OPEN, 0), else_=1)
        page = self._own(_WHOLE.where(_GOING)).order_by(first, chores.c.due, chores.c.id)
        return tuple(_chore(row) for row in self.connection.execute(page.limit(limit).offset(offset)))

    def count(self) -> int:
        return self._count(_GOING)

    def due(self, today: date) -> int:
        return self._count(chores.c.state == ChoreState.OPEN, chores.c.due <= today)

    def one(self, number: str) -> Chore | None:
        row = self.connection.execute(self._own(_WHOLE.where(chores.c.number == number))).one_or_none()
        return None if row is None else _chore(row)

    def _count(self, *conditions: Any) -> int:
        found = select(func.count()).select_from(chores).where(*conditions)
        return int(self.connection.execute(self._own(found)).scalar_one())

    def _own(self, found: Select[Any]) -> Select[Any]:
        seat = self.actor.seat
        own = seat.enterprise if seat is not None and self.actor.may(Right.TREAT_HAZARD) else None
        return found.where(chores.c.enterprise == (own or 0))


def _chore(row: Row[Any]) -> Chore:
    return Chore(
        row.number,
        row.title,
        row.due,
        row.name or "",
        row.owner,
        row.state,
        Rhythm(row.every, row.unit) if row.every else None,
        row.hazard or "",
        day_of(row.at) if row.at else None,
        row.doer or "",
    )


def waiting(connection: Connection, number: str) -> Chore | None:
    """One that is open, for the clock; its rhythm and owner as they stand."""
    found = _WHOLE.where(chores.c.number == number, chores.c.state == ChoreState.OPEN)
    row = connection.execute(found).one_or_none()
    return None if row is None else _chore(row)
