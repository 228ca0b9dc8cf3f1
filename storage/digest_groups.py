"""Group chats that get the digest of an area in numbers: asked for in the group, confirmed in private by a supervisor of it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, bindparam, insert, select, update

from safety.digests import Group
from safety.people import Actor, Right, Seat
from storage import people
from storage.places import area_name
from storage.prepared import Prepared
from storage.tables.digests import digest_groups as table

LIVES = timedelta(days=1)  # within which it has to be confirmed
_OF = Prepared(select(table).where(table.c.code == bindparam("code")))
_ONE = Prepared(select(table).where(table.c.id == bindparam("id")))
_LINKED = select(table).where(
    table.c.chat == bindparam("chat"), table.c.linked_at.is_not(None), table.c.ended_at.is_(None)
)


@dataclass(frozen=True, slots=True)
class Linked:
    """A group that is linked, and whose area it gets the digest of."""

    id: int
    chat: int
    actor: Actor


def ask(connection: Connection, actor: Actor, chat: int, title: str, code: str, now: datetime) -> str | None:
    """Note that a supervisor wants it; the code by which it is confirmed. None for who gets no digest.

    A group that is linked already is known by the code it has, to whoever answers for it.
    """
    seat = actor.seat
    if seat is None or not actor.may(Right.SEE_DIGEST):
        return None
    linked = connection.execute(_LINKED, {"chat": chat}).first()
    if linked is not None:
        return str(linked.code) if linked.person == actor.person else None
    row = {
        "chat": chat,
        "title": title[:160],
        "person": actor.person,
        "area": seat.area,
        "role": seat.role.value,
        "code": code,
        "asked_at": now,
    }
    connection.execute(insert(table), row)
    return code


def of(connection: Connection, code: str) -> Row[Any] | None:
    """The row by its code."""
    found: Row[Any] | None = _OF.first(connection, {"code": code})
    return found


def shown(connection: Connection, person: int, code: str, now: datetime) -> Group | None:
    """As its own screen says it; None for everybody else, and once it may not be confirmed any more."""
    row = of(connection, code)
    if row is None or row.person != person or row.ended_at is not None:
        return None
    if row.linked_at is None and now - row.asked_at > LIVES:
        return None
    return Group(row.code, row.title, area_name(connection, row.area), linked=row.linked_at is not None)


def link(connection: Connection, row: Any, now: datetime) -> bool:
    """Whether it was: no other one of the same chat is linked."""
    if connection.execute(_LINKED, {"chat": row.chat}).first() is not None:
        return False
    connection.execute(update(table).where(table.c.id == row.id).values(linked_at=now))
    return True


def end(connection: Connection, number: int, now: datetime) -> None:
    """It gets no digest any more."""
    open_ = update(table).where(table.c.id == number, table.c.ended_at.is_(None))
    connection.execute(open_.values(ended_at=now))


def left(connection: Connection, chat: int, now: datetime) -> None:
    """The bot is in the group no more."""
    open_ = update(table).where(table.c.chat == chat, table.c.ended_at.is_(None))
    connection.execute(open_.values(ended_at=now))


def linked(connection: Connection, number: int) -> Linked | None:
    """A linked group with who answers for it, in the seat from which they linked it; None once they have it no more."""
    row = _ONE.first(connection, {"id": number})
    if row is None or row.linked_at is None or row.ended_at is not None:
        return None
    actor = people.actor_of(connection, row.person)
    for _, seat, _ in people.seats_of(connection, row.person):
        if _same(seat, row) and actor.consented:
            return Linked(row.id, row.chat, _seated(actor, seat))
    return None


def _same(seat: Seat, row: Any) -> bool:
    return seat.enterprise is None and seat.area == row.area and seat.role.value == row.role


def _seated(actor: Actor, seat: Seat) -> Actor:
    return Actor(actor.person, actor.name, actor.language, actor.consented, seat)
