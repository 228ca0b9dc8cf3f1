"""Requests that need a second person: entering, deciding, and what an actor may read of them (safety.bulk.BulkBook)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, false, func, insert, or_, select, update

from safety.bulk import Appeal, BulkKind, BulkState, Requested
from safety.people import RIGHTS, Actor, Right, Role, Seat
from storage import due
from storage.people import with_seat
from storage.places import place_name, seated_over
from storage.scope import scope_of, within
from storage.tables.bulk import bulk_requests
from storage.tables.ledger import areas, enterprises
from storage.tables.people import people, seats

KIND = "bulk"  # of due rows: a request runs out
B = bulk_requests.c
DECIDING = sorted(role for role, rights in RIGHTS.items() if Right.DECIDE_BULK in rights)
_DISTRICT = and_(seats.c.enterprise.is_(None), seats.c.area.is_(None), seats.c.role == Role.DISTRICT)
_BY = people.alias("decider")
_ROWS = (
    select(bulk_requests, people.c.name, _BY.c.name.label("by_name"), place_name().label("place"))
    .select_from(
        bulk_requests.join(people, people.c.id == B.person)
        .outerjoin(_BY, _BY.c.id == B.decided_by)
        .outerjoin(enterprises, enterprises.c.id == B.enterprise)
        .outerjoin(areas, areas.c.id == B.area)
    )
    .order_by(B.id)
)


def deciders(connection: Connection, seat: Seat, person: int) -> Sequence[int]:
    """Who may decide what is asked for from a seat: those beside it, where there are none those above; never oneself, nobody below."""
    if seat.enterprise is not None:
        beside = and_(seated_over(seat.enterprise), seats.c.area.is_not(None))
    elif seat.area is not None:
        beside = seats.c.area == seat.area
    else:
        beside = _DISTRICT
    for circle in (beside, _DISTRICT):
        found = [one for one in with_seat(connection, DECIDING, circle) if one != person]
        if found:
            return found
    return ()


def ask(
    connection: Connection,
    actor: Actor,
    seat: Seat,
    kind: BulkKind,
    now: datetime,
    hours: int,
    *,
    export: int | None = None,
    content: str = "",
    rows: int = 0,
) -> int:
    """Enter a request; when it runs out is due. Its number."""
    until = now + timedelta(hours=hours)
    values = {
        "kind": kind, "state": BulkState.WAITING, "person": actor.person, "role": seat.role,
        "enterprise": seat.enterprise, "area": seat.area, "export": export, "content": content, "rows": rows,
        "asked_at": now, "until": until,
    }  # fmt: skip
    number = int(connection.execute(insert(bulk_requests).returning(B.id), values).scalar_one())
    due.plan(connection, f"{KIND}:{number}", KIND, str(number), until)
    return number


def end(connection: Connection, number: int, state: BulkState, now: datetime, by: int | None = None) -> bool:
    """Decide, or let it run out. False when it has ended already."""
    waiting = (B.id == number) & (B.state == BulkState.WAITING)
    values = {"state": state, "decided_at": now, "decided_by": by}
    return connection.execute(update(bulk_requests).where(waiting).values(values)).rowcount == 1


def drop_of(connection: Connection, person: int, kind: BulkKind, now: datetime) -> None:
    """Take a person's own request back."""
    mine = (B.person == person) & (B.kind == kind) & (B.state == BulkState.WAITING)
    connection.execute(update(bulk_requests).where(mine).values(state=BulkState.DROPPED, decided_at=now))


def row_of(connection: Connection, number: int) -> Any:
    """The row of a request; None when there is none."""
    return connection.execute(select(bulk_requests).where(B.id == number)).one_or_none()


def may_decide(connection: Connection, actor: Actor, row: Any) -> bool:
    """Whether the actor is a second person for a request: from the seat they act from, and never for their own."""
    seat = actor.seat
    if seat is None or row.person == actor.person or not actor.may(Right.DECIDE_BULK):
        return False
    if seat.area is None and seat.enterprise is None:
        return seat.role is Role.DISTRICT or row.enterprise is not None or row.area is not None
    if row.enterprise is None:
        return row.area is not None and row.area == seat.area
    watched = select(enterprises.c.id).where(
        _reached(actor, enterprises.c.id), enterprises.c.id == row.enterprise
    )
    return connection.execute(watched, _place(actor)).first() is not None


def _reached(actor: Actor, column: ColumnElement[Any]) -> ColumnElement[bool]:
    """Enterprises that a deciding seat reaches; it binds `place`."""
    scope = scope_of(actor, Right.DECIDE_BULK)
    return false() if scope is None else within(scope.reach, column)


def _place(actor: Actor) -> dict[str, int | None]:
    scope = scope_of(actor, Right.DECIDE_BULK)
    return {"place": None if scope is None else scope.place}


def appeal(connection: Connection, number: int) -> Appeal:
    """A request with who may decide it, as letters tell of it. NoResultFound when there is none."""
    row = connection.execute(_ROWS.where(B.id == number)).one()
    seat = Seat(row.role, row.enterprise, row.area)
    return Appeal(_requested(row), row.person, deciders(connection, seat, row.person))


@dataclass(frozen=True, slots=True)
class BulkOf:
    """Implements safety.bulk.BulkBook."""

    connection: Connection
    actor: Actor

    def waiting(self, *, offset: int = 0, limit: int = 5) -> Sequence[Requested]:
        page = _ROWS.where(self._mine()).offset(offset).limit(limit)
        rows = self.connection.execute(page, _place(self.actor))
        return [_requested(row) for row in rows]

    def count(self) -> int:
        found = select(func.count()).select_from(bulk_requests).where(self._mine())
        return int(self.connection.execute(found, _place(self.actor)).scalar_one())

    def one(self, number: int) -> Requested | None:
        row = self.connection.execute(_ROWS.where(B.id == number)).one_or_none()
        return _requested(row) if row is not None and may_decide(self.connection, self.actor, row) else None

    def own(self, kind: BulkKind) -> Requested | None:
        mine = _ROWS.where(B.person == self.actor.person, B.kind == kind).order_by(None)
        row = self.connection.execute(mine.order_by(B.id.desc()).limit(1)).one_or_none()
        return None if row is None else _requested(row)

    def _mine(self) -> ColumnElement[bool]:
        """As may_decide says it, for a list."""
        seat = self.actor.seat
        if seat is None or seat.enterprise is not None or not self.actor.may(Right.DECIDE_BULK):
            return false()
        others = and_(B.state == BulkState.WAITING, B.person != self.actor.person)
        if seat.area is None:
            top = seat.role is Role.DISTRICT
            return others if top else and_(others, or_(B.enterprise.is_not(None), B.area.is_not(None)))
        return and_(
            others,
            or_(B.area == seat.area, and_(B.enterprise.is_not(None), _reached(self.actor, B.enterprise))),
        )


def _requested(row: Any) -> Requested:
    return Requested(
        row.id,
        row.kind,
        row.state,
        row.name,
        row.role,
        row.place or "",
        row.content,
        row.rows,
        row.asked_at,
        row.until,
        row.by_name or "",
    )
