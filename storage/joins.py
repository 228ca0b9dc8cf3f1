"""Joins: who asked for which seat and what became of it. Reading and deciding; the events stand in recording/."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, bindparam, false, insert, or_, select, update

from checklists.reminders import Happening
from safety.joining import JoinRequest
from safety.people import Actor, Right, Role
from storage import obligations
from storage.invitations import Place
from storage.phones import masked
from storage.places import place_name
from storage.scope import Reach, held, scope_of
from storage.tables.ledger import areas, enterprises
from storage.tables.people import joins, people, seats

WAITING = "waiting"
APPROVED = "approved"
REFUSED = "refused"
REVOKED = "revoked"

_SOURCE = (
    joins.join(people, people.c.id == joins.c.person)
    .outerjoin(enterprises, enterprises.c.id == joins.c.enterprise)
    .outerjoin(areas, areas.c.id == joins.c.area)
)
_ALL = select(joins, people.c.name, place_name().label("place")).select_from(_SOURCE).order_by(joins.c.id)


@dataclass(frozen=True, slots=True)
class Join:
    """A join with everything that deciding on it needs."""

    number: int
    person: int
    name: str
    phone: str
    place: str
    seat: Place
    state: str


def ask(
    connection: Connection, place: Place, invitation: int, person: int, phone: str, now: datetime, state: str
) -> int:
    """Enter a join; `state` is waiting, or approved when the phone was on the list. Its number."""
    row = {
        "person": person,
        "invitation": invitation,
        "role": place.role,
        "enterprise": place.enterprise,
        "area": place.area,
        "phone": phone,
        "state": state,
        "asked_at": now,
        "decided_at": now if state == APPROVED else None,
    }
    return int(connection.execute(insert(joins).returning(joins.c.id), row).scalar_one())


def decidable(actor: Actor) -> ColumnElement[bool]:
    """Joins the actor may decide: towns those of their enterprises, the district all; never one's own (S17)."""
    scope = scope_of(actor, Right.APPROVE_JOIN)
    if scope is None:
        return false()
    others = joins.c.person != actor.person
    if scope.reach is Reach.DISTRICT:
        return others
    return and_(others, held(scope, joins.c.enterprise))


def revocable(actor: Actor) -> ColumnElement[bool]:
    """Joins whose seat the actor may end: what they may decide, and for a principal those of the own enterprise."""
    seat = actor.seat
    if seat is None or seat.role is not Role.PRINCIPAL:
        return decidable(actor)
    return and_(joins.c.person != actor.person, joins.c.enterprise == seat.enterprise)


def waiting(connection: Connection, actor: Actor) -> Sequence[JoinRequest]:
    """Who waits for this actor's decision, oldest first."""
    rows = connection.execute(_ALL.where(joins.c.state == WAITING, decidable(actor)))
    return tuple(_request(row, row.phone) for row in rows)


def request(connection: Connection, actor: Actor, number: int) -> JoinRequest | None:
    """One join the actor may decide or end. The phone is masked for who may only end it."""
    mine = or_(decidable(actor), revocable(actor))
    row = connection.execute(_ALL.where(joins.c.id == number, mine)).one_or_none()
    if row is None:
        return None
    decides = scope_of(actor, Right.APPROVE_JOIN) is not None
    return _request(row, row.phone if decides else masked(row.phone))


def _request(row: Any, phone: str) -> JoinRequest:
    return JoinRequest(row.id, row.name, phone, row.place, row.role, row.asked_at)


def join_of(connection: Connection, number: int) -> Join | None:
    """One join, for whoever speaks in the name of the house (letters)."""
    row = connection.execute(_ALL.where(joins.c.id == number)).one_or_none()
    if row is None:
        return None
    seat = Place(row.role, row.enterprise, row.area)
    return Join(row.id, row.person, row.name, row.phone, row.place, seat, row.state)


def newest_of(connection: Connection, person: int) -> int | None:
    """The newest join of a person."""
    found = select(joins.c.id).where(joins.c.person == person).order_by(joins.c.id.desc()).limit(1)
    return connection.execute(found).scalar_one_or_none()


_DECIDE = (
    update(joins)
    .where(joins.c.id == bindparam("b_id"), joins.c.state == bindparam("b_from"))
    .values(state=bindparam("b_to"), decided_at=bindparam("b_now"), decided_by=bindparam("b_by"))
)


def decide(
    connection: Connection, actor: Actor, number: int, to: str, now: datetime, *, limit: ColumnElement[bool]
) -> bool:
    """Move a join on (waiting → approved or refused, approved → revoked) inside `limit`. False: not there any more."""
    before = APPROVED if to == REVOKED else WAITING
    parameters = {"b_id": number, "b_from": before, "b_to": to, "b_now": now, "b_by": actor.person}
    return connection.execute(_DECIDE.where(limit), parameters).rowcount == 1


def sit(
    connection: Connection, person: int, place: Place, join: int, now: datetime, by: int | None = None
) -> None:
    """Give the person the seat and let them act from it. The same open seat is not given twice."""
    row = {
        "person": person,
        "role": place.role,
        "enterprise": place.enterprise,
        "area": place.area,
        "since": now,
        "join_id": join,
        "given_by": by,
    }
    seat = _seat(connection, person, place)
    if seat is None:
        seat = connection.execute(insert(seats).returning(seats.c.id), row).scalar_one()
    connection.execute(update(people).where(people.c.id == person).values(seat=seat))
    if place.enterprise is not None:
        if place.role is Role.PRINCIPAL:
            about = f"person:{person}"
            obligations.arise(connection, Happening.PRINCIPAL_APPOINTED, place.enterprise, about, now)
        obligations.mark(connection, place.enterprise, now)


def _seat(connection: Connection, person: int, place: Place) -> int | None:
    found = select(seats.c.id).where(_open_seat(person, place)).limit(1)
    return connection.execute(found).scalar_one_or_none()


def _open_seat(person: int, place: Place) -> ColumnElement[bool]:
    return and_(
        seats.c.person == person,
        seats.c.role == place.role,
        seats.c.enterprise.is_not_distinct_from(place.enterprise),
        seats.c.area.is_not_distinct_from(place.area),
        seats.c.until.is_(None),
    )


def stand_up(connection: Connection, join: Join, now: datetime) -> None:
    """End the seat that a join had given."""
    given = _open_seat(join.person, join.seat)
    connection.execute(update(seats).where(given).values(until=now))
    if join.seat.enterprise is not None:
        obligations.mark(connection, join.seat.enterprise, now)
