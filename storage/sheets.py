"""Printings of invitations: which are still to be made, for whom, what became of each; and the enterprises that get cards.

Who may come in by a card, and how it is used up: invitations.py. The codes are made by who prints (bot/invitations/).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, bindparam, exists, func, insert, select, update

from checklists.catalogue import Catalogue
from safety.invites import INVITED, Sheets, SheetState
from safety.people import Actor, Right, Role, Seat
from safety.queries import Query
from storage import people, queries
from storage.invitations import hash_of
from storage.queries import Asker, asker_of
from storage.scope import Reach, Scope
from storage.tables.ledger import areas, enterprises
from storage.tables.people import invitations, seats
from storage.tables.sheets import sheets

LATEST = 3
PORTION = 1000  # enterprises read, hashes written at a time
_WAITING = (
    select(sheets)
    .where(sheets.c.state == SheetState.WAITING, sheets.c.person.is_not(None))
    .order_by(sheets.c.id)
    .limit(bindparam("most"))
)


@dataclass(frozen=True, slots=True)
class Printing:
    """Sheets that somebody waits for, from the seat in which they asked for them."""

    id: int
    person: int
    seat: Seat
    query: Query
    roles: Sequence[Role]
    asked_at: datetime


@dataclass(frozen=True, slots=True)
class Unit:
    """An enterprise that gets a card, and for whom."""

    enterprise: int
    name: str
    town: str
    role: Role


@dataclass(frozen=True, slots=True)
class Card:
    """One invitation as it is printed. `code` exists here and on paper only."""

    enterprise: int
    name: str
    town: str
    role: Role
    code: str


def lacking(role: Role, query: Query) -> ColumnElement[bool]:
    """The condition on `enterprises` for a card: nobody has that role there. An officer's only where nobody answers for it at all,
    unless enterprises were picked one by one.
    """
    held = (role,) if role is Role.PRINCIPAL or query.codes else INVITED
    there = (seats.c.enterprise == enterprises.c.id, seats.c.until.is_(None), seats.c.role.in_(held))
    return ~exists().where(*there).correlate(enterprises)


def count(connection: Connection, query: Query, asker: Asker, roles: Sequence[Role]) -> int:
    """How many cards a query comes to."""
    total = 0
    for role in roles:
        wanted = (*queries.where(query, asker), lacking(role, query))
        found = select(func.count()).select_from(enterprises).where(*wanted)
        total += int(connection.execute(found, asker.bound).scalar_one())
    return total


def units(connection: Connection, query: Query, asker: Asker, roles: Sequence[Role]) -> Sequence[Unit]:
    """Each card that is wanted, town by town, as the sheets are carried out; both of one enterprise side by side."""
    found = []
    for role in roles:
        wanted = (
            select(enterprises.c.id, enterprises.c.name, areas.c.name.label("town"))
            .join_from(enterprises, areas, areas.c.id == enterprises.c.town)
            .where(*queries.where(query, asker), lacking(role, query))
        )
        rows = connection.execute(wanted, asker.bound)
        found += [Unit(row.id, row.name, row.town, role) for row in rows]
    return sorted(found, key=lambda one: (one.town, one.enterprise, INVITED.index(one.role)))


def district(catalogue: Catalogue, now: datetime) -> Asker:
    """Who prints by the command sees everything."""
    return Asker(Scope(Reach.DISTRICT, None), catalogue, now)


def ask(
    connection: Connection, actor: Actor, seat: Seat, query: Query, roles: Sequence[Role], now: datetime
) -> int | None:
    """Enter one; None while another one of the same person waits."""
    mine = (sheets.c.person == actor.person) & (sheets.c.state == SheetState.WAITING)
    if connection.execute(select(sheets.c.id).where(mine)).first() is not None:
        return None
    return _enter(connection, query, roles, now, person=actor.person, role=seat.role, area=seat.area)


def _enter(connection: Connection, query: Query, roles: Sequence[Role], now: datetime, **whose: Any) -> int:
    row = {
        **whose,
        "query": query.to_json(),
        "roles": [role.value for role in roles],
        "asked_at": now,
        "state": SheetState.WAITING,
    }
    return int(connection.execute(insert(sheets).returning(sheets.c.id), row).scalar_one())


def waiting(connection: Connection, most: int) -> Sequence[Printing]:
    """The oldest that are not made yet."""
    return [_printing(row) for row in connection.execute(_WAITING, {"most": most})]


def _printing(row: Any) -> Printing:
    roles = [Role(role) for role in row.roles]
    seat = Seat(row.role, None, row.area)
    return Printing(row.id, row.person, seat, Query.from_json(row.query), roles, row.asked_at)


def actor_of(connection: Connection, printing: Printing) -> Actor | None:
    """Who waits for them, in the seat from which they asked; None when they may invite from it no more."""
    actor = people.actor_of(connection, printing.person)
    seats_ = [seat for _, seat, _ in people.seats_of(connection, printing.person)]
    same = next((seat for seat in seats_ if seat == printing.seat), None)
    if same is None or not actor.consented:
        return None
    acting = replace(actor, seat=same)
    return acting if acting.may(Right.INVITE) else None


def keep(
    connection: Connection,
    number: int,
    cards: Sequence[Card],
    expires_at: datetime,
    now: datetime,
    *,
    by: int | None = None,
    path: str | None = None,
) -> bool:
    """It is printed: its hashes become invitations. False: another process was quicker, or it was dropped."""
    values = {
        "state": SheetState.KEPT,
        "cards": len(cards),
        "expires_at": expires_at,
        "path": path,
        "ended_at": now,
    }
    if not _end(connection, number, values):
        return False
    rows = [
        {
            "code_hash": hash_of(card.code),
            "role": card.role,
            "enterprise": card.enterprise,
            "made_at": now,
            "made_by": by,
            "expires_at": expires_at,
            "sheet": number,
        }
        for card in cards
    ]
    for start in range(0, len(rows), PORTION):
        connection.execute(insert(invitations), rows[start : start + PORTION])
    return True


def enter_printed(
    connection: Connection, query: Query, cards: Sequence[Card], expires_at: datetime, now: datetime
) -> int:
    """Sheets that the command has printed, whole. Its number."""
    roles = sorted({card.role for card in cards})
    number = _enter(connection, query, roles, now)
    keep(connection, number, cards, expires_at, now)
    return number


def drop(connection: Connection, number: int, now: datetime) -> bool:
    """It will not be made. False: it has ended already."""
    return _end(connection, number, {"state": SheetState.DROPPED, "ended_at": now})


def _end(connection: Connection, number: int, values: Mapping[str, Any]) -> bool:
    mine = update(sheets).where(sheets.c.id == number, sheets.c.state == SheetState.WAITING)
    return connection.execute(mine.values(values)).rowcount == 1


def revoke(connection: Connection, number: int, now: datetime, *, person: int | None = None) -> int | None:
    """End what nobody has used; how many cards that were. None: there is no such printing, or it is somebody else's."""
    mine = and_(sheets.c.id == number, sheets.c.state == SheetState.KEPT)
    if person is not None:
        mine = and_(mine, sheets.c.person == person)
    if connection.execute(update(sheets).where(mine).values(state=SheetState.REVOKED)).rowcount != 1:
        return None
    unused = and_(
        invitations.c.sheet == number, invitations.c.used_at.is_(None), invitations.c.revoked_at.is_(None)
    )
    return connection.execute(update(invitations).where(unused).values(revoked_at=now)).rowcount


def lying(connection: Connection) -> Sequence[tuple[int, str]]:
    """Files that are still kept: number and path."""
    found = select(sheets.c.id, sheets.c.path).where(sheets.c.path.is_not(None)).order_by(sheets.c.id)
    return [(row.id, row.path) for row in connection.execute(found)]


def gone(connection: Connection, numbers: Sequence[int]) -> None:
    """The files of these are kept no more."""
    connection.execute(update(sheets).where(sheets.c.id.in_(numbers)).values(path=None))


@dataclass(frozen=True, slots=True)
class InvitesOf:
    """Implements safety.invites.InviteBook."""

    connection: Connection
    actor: Actor
    catalogue: Catalogue
    now: datetime

    def wanted(self, query: Query, roles: Sequence[Role]) -> int:
        asker = asker_of(self.actor, self.catalogue, self.now, Right.INVITE)
        return count(self.connection, query, asker, roles) if asker else 0

    def latest(self) -> Sequence[Sheets]:
        if not self.actor.may(Right.INVITE):
            return ()
        used = select(func.count()).where(
            invitations.c.sheet == sheets.c.id, invitations.c.used_at.is_not(None)
        )
        found = (
            select(sheets, used.scalar_subquery().label("used"))
            .where(sheets.c.person == self.actor.person)
            .order_by(sheets.c.id.desc())
            .limit(LATEST)
        )
        return [
            Sheets(row.id, row.state, row.asked_at, row.cards, row.used, row.expires_at)
            for row in self.connection.execute(found)
        ]
