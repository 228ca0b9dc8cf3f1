"""Seats that are handed over: offers as their people may read them (safety.handovers.HandoverBook), and what moves with a seat."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, false, func, insert, or_, select, update

from checklists.rules import Handing as Rules
from safety.chores import ChoreState
from safety.handovers import HANDED, Handing, Load, Member, Offer, OfferState
from safety.hazards import OPEN, HazardAction
from safety.people import RIGHTS, Actor, Right, Role
from storage import obligations as matters
from storage.enterprises import by_code
from storage.people import with_seat
from storage.places import seated_over
from storage.scope import held, scope_of
from storage.tables.checks import checks, taken_sections
from storage.tables.chores import chores
from storage.tables.handovers import handovers
from storage.tables.ledger import enterprises, hazard_moves, hazards
from storage.tables.obligations import obligations
from storage.tables.people import joins, people, seats
from storage.tables.pledges import commitments

_giver, _receiver, _by = people.alias("giver"), people.alias("receiver"), people.alias("by")
_GOING = chores.c.state.in_([ChoreState.OPEN, ChoreState.PAUSED])
_WHOLE = (
    select(
        handovers,
        enterprises.c.name.label("place"),
        _giver.c.name.label("giver_name"),
        _receiver.c.name.label("receiver_name"),
        _by.c.name.label("by_name"),
    )
    .join(enterprises, enterprises.c.id == handovers.c.enterprise)
    .join(_giver, _giver.c.id == handovers.c.giver)
    .outerjoin(_receiver, _receiver.c.id == handovers.c.receiver)
    .join(_by, _by.c.id == handovers.c.offered_by)
    .order_by(handovers.c.id.desc())
)
WATCHING = sorted(role for role, rights in RIGHTS.items() if Right.APPROVE_JOIN in rights)
UNNAMED = handovers.c.receiver.is_(None)  # offers to whoever joins by the link
_OFFERED = handovers.c.state == OfferState.OFFERED


@dataclass(frozen=True, slots=True)
class Going:
    """A seat that is to go over: where, which, whose."""

    enterprise: int
    role: Role
    giver: int


def own(actor: Actor) -> Going | None:
    """The actor's own seat, when it is one that is handed over."""
    seat = actor.seat
    if seat is None or seat.enterprise is None or seat.role not in HANDED:
        return None
    return Going(seat.enterprise, seat.role, actor.person)


def of_another(connection: Connection, actor: Actor, code: str, giver: int) -> Going | None:
    """Somebody else's seat, for a supervisor who may invite there; the gravest of theirs."""
    enterprise = overseen(connection, actor, code)
    if enterprise is None:
        return None
    found = next((one for one in members(connection, enterprise) if one.person == giver), None)
    return Going(enterprise, found.role, giver) if found is not None and found.role in HANDED else None


def overseen(connection: Connection, actor: Actor, code: str) -> int | None:
    """The enterprise of a code, for a supervisor who may invite to it."""
    scope = scope_of(actor, Right.INVITE)
    number = by_code(connection, code)
    if scope is None or number is None or not actor.seat or not actor.seat.supervises:
        return None
    inside = select(enterprises.c.id).where(enterprises.c.id == number, held(scope, enterprises.c.id))
    return connection.execute(inside).scalar_one_or_none()


def members(connection: Connection, enterprise: int) -> Sequence[Member]:
    """Everybody with a seat there, each once, by their gravest role."""
    found = (
        select(people.c.id, people.c.name, seats.c.role)
        .join(seats, seats.c.person == people.c.id)
        .where(seats.c.enterprise == enterprise, seats.c.until.is_(None), people.c.consent_at.is_not(None))
        .order_by(seats.c.id)
    )
    order = (Role.PRINCIPAL, Role.OFFICER, Role.WORKER)
    rows = sorted(connection.execute(found), key=lambda row: order.index(row.role))
    first: dict[int, Member] = {}
    for row in rows:
        first.setdefault(row.id, Member(row.id, row.name, row.role))
    return tuple(first.values())


def holds(connection: Connection, going: Going) -> bool:
    """Whether the giver still has the seat."""
    return connection.execute(select(seats.c.id).where(_seat(going)).limit(1)).first() is not None


def _seat(going: Going) -> ColumnElement[bool]:
    return and_(
        seats.c.person == going.giver,
        seats.c.enterprise == going.enterprise,
        seats.c.role == going.role,
        seats.c.until.is_(None),
    )


# --- what goes over -----------------------------------------------------------------------------------------------


def load(connection: Connection, going: Going) -> Load:
    """How much it is."""

    def count(table: Any, *conditions: Any) -> int:
        found = select(func.count()).select_from(table).where(*conditions)
        return int(connection.execute(found).scalar_one())

    signed = count(commitments, *_pledged(going)) if going.role is Role.PRINCIPAL else 0
    drafts = checks.c.enterprise == going.enterprise, checks.c.submitted_at.is_(None)
    return Load(
        hazards=count(hazards, *_hazards(going)),
        matters=count(obligations, *_matters(going)),
        chores=count(chores, *_chores(going)),
        sections=count(taken_sections, *_sections(going)),
        drafts=count(checks, *drafts),
        pledges=min(signed, 1),
    )


def _hazards(going: Going) -> tuple[Any, ...]:
    mine = hazards.c.enterprise == going.enterprise, hazards.c.owner == going.giver
    return (*mine, hazards.c.state.in_(sorted(OPEN)))


def _matters(going: Going) -> tuple[Any, ...]:
    mine = obligations.c.enterprise == going.enterprise, obligations.c.holder == going.giver
    return (*mine, obligations.c.newest == 1, obligations.c.state == "open")  # as its index has it


def _chores(going: Going) -> tuple[Any, ...]:
    return (chores.c.enterprise == going.enterprise, chores.c.owner == going.giver, _GOING)


def _sections(going: Going) -> tuple[Any, ...]:
    begun = select(checks.c.id).where(
        checks.c.enterprise == going.enterprise, checks.c.submitted_at.is_(None)
    )
    return (taken_sections.c.person == going.giver, taken_sections.c.check_id.in_(begun))


def _pledged(going: Going) -> tuple[Any, ...]:
    return (commitments.c.enterprise == going.enterprise, commitments.c.signer == going.giver)


def move(connection: Connection, going: Going, receiver: int, name: str, now: datetime) -> Load:
    """Everything that hangs on the person goes to the successor; answers, signatures and moves stay whose they are."""
    gone = load(connection, going)
    _move_hazards(connection, going, receiver, name, now)
    connection.execute(update(obligations).where(*_matters(going)).values(holder=receiver))
    connection.execute(update(chores).where(*_chores(going)).values(owner=receiver))
    connection.execute(update(taken_sections).where(*_sections(going)).values(person=receiver))
    connection.execute(update(seats).where(_seat(going)).values(until=now))
    matters.mark(connection, going.enterprise, now)
    return gone


def _move_hazards(connection: Connection, going: Going, receiver: int, name: str, now: datetime) -> None:
    found = select(hazards.c.id, hazards.c.state).where(*_hazards(going))
    rows = connection.execute(found).all()
    connection.execute(update(hazards).where(*_hazards(going)).values(owner=receiver))
    steps = [
        {
            "hazard": row.id,
            "at": now,
            "person": going.giver,
            "before": row.state,
            "after": row.state,
            "action": HazardAction.TRANSFER.value,
            "body": {"to": name},
        }
        for row in rows
    ]
    if steps:
        connection.execute(insert(hazard_moves), steps)


# --- offers -------------------------------------------------------------------------------------------------------


def offer(
    connection: Connection,
    going: Going,
    receiver: int | None,
    by: int,
    now: datetime,
    *,
    reason: str = "",
) -> int:
    """Enter an offer; the one before it of the same seat ends."""
    same = and_(handovers.c.giver == going.giver, handovers.c.enterprise == going.enterprise, _OFFERED)
    before = update(handovers).where(same, handovers.c.role == going.role)
    connection.execute(before.values(state=OfferState.WITHDRAWN, ended_at=now))
    row = {
        "enterprise": going.enterprise,
        "role": going.role,
        "giver": going.giver,
        "receiver": receiver,
        "offered_by": by,
        "offered_at": now,
        "reason": reason,
        "state": OfferState.OFFERED,
    }
    return int(connection.execute(insert(handovers).returning(handovers.c.id), row).scalar_one())


def end(
    connection: Connection,
    number: int,
    state: OfferState,
    now: datetime,
    limit: ColumnElement[bool],
    days: int,
) -> Row[Any] | None:
    """End an offer of the last `days` that is still open, inside `limit`; its row. None: it is not, or somebody was quicker."""
    since = now - timedelta(days=days)
    mine = and_(handovers.c.id == number, _OFFERED, handovers.c.offered_at > since, limit)
    moved = update(handovers).where(mine).values(state=state, ended_at=now)
    return connection.execute(moved.returning(handovers)).one_or_none()


def by_join(connection: Connection, join: int) -> Row[Any] | None:
    """The open offer to whoever has joined by its invitation."""
    used = select(joins.c.invitation).where(joins.c.id == join).scalar_subquery()
    found = select(handovers).where(handovers.c.invitation == used, _OFFERED)
    return connection.execute(found).one_or_none()


def without_link(connection: Connection) -> Sequence[Row[Any]]:
    """Open offers whose giver waits for the link."""
    found = select(handovers).where(
        handovers.c.receiver.is_(None), handovers.c.invitation.is_(None), _OFFERED
    )
    return connection.execute(found.order_by(handovers.c.id)).all()


def taken_by(connection: Connection, number: int, person: int) -> None:
    """Who has come by the link."""
    connection.execute(update(handovers).where(handovers.c.id == number).values(receiver=person))


def link(connection: Connection, number: int, invitation: int) -> bool:
    """Whoever joins by this invitation takes the seat. False: another process was quicker."""
    mine = and_(handovers.c.id == number, handovers.c.invitation.is_(None), _OFFERED)
    return connection.execute(update(handovers).where(mine).values(invitation=invitation)).rowcount == 1


@dataclass(frozen=True, slots=True)
class HandoversOf:
    """Implements safety.handovers.HandoverBook."""

    connection: Connection
    actor: Actor
    now: datetime

    def successors(self, code: str = "", giver: int = 0) -> Sequence[Member]:
        going = self._going(code, giver)
        if going is None:
            return ()
        everybody = members(self.connection, going.enterprise)
        return [one for one in everybody if one.person != going.giver]

    def givers(self, code: str) -> Sequence[Member]:
        enterprise = overseen(self.connection, self.actor, code)
        found = members(self.connection, enterprise) if enterprise is not None else ()
        return [one for one in found if one.role in HANDED]

    def load(self, code: str = "", giver: int = 0) -> Load:
        going = self._going(code, giver)
        return load(self.connection, going) if going is not None else Load()

    def mine(self) -> Offer | None:
        going = own(self.actor)
        if going is None:
            return None
        same = and_(handovers.c.giver == going.giver, handovers.c.enterprise == going.enterprise)
        return self._first(same, handovers.c.role == going.role, _OFFERED)

    def one(self, number: int) -> Offer | None:
        return self._first(handovers.c.id == number, handovers.c.receiver == self.actor.person)

    def _going(self, code: str, giver: int) -> Going | None:
        return of_another(self.connection, self.actor, code, giver) if code else own(self.actor)

    def _first(self, *conditions: ColumnElement[bool]) -> Offer | None:
        found = _WHOLE.where(*conditions).limit(1)
        row = self.connection.execute(found).one_or_none()
        if row is None:
            return None
        going = Going(row.enterprise, row.role, row.giver)
        return Offer(
            row.id,
            row.state,
            row.place,
            row.role,
            row.giver_name,
            row.receiver_name or "",
            row.offered_at,
            load(self.connection, going) if row.state is OfferState.OFFERED else Load(),
            row.reason,
            row.by_name if row.offered_by != row.giver else "",
            row.receiver is None,
        )


def is_receiver(actor: Actor) -> ColumnElement[bool]:
    """Offers made to the actor."""
    return handovers.c.receiver == actor.person


def is_giver(actor: Actor) -> ColumnElement[bool]:
    """Offers that the actor has made, of their own seat or in somebody's place."""
    return or_(handovers.c.giver == actor.person, handovers.c.offered_by == actor.person)


def handing(connection: Connection, actor: Actor, rules: Rules, number: int | None) -> Handing:
    """An offer as letters tell of it; None: the newest that the actor has made. NoResultFound when there is none."""
    which = handovers.c.offered_by == actor.person if number is None else handovers.c.id == number
    row = connection.execute(_WHOLE.where(which).limit(1)).one()
    above = seated_over(row.enterprise) if row.role.value in rules.tell else false()
    return Handing(
        row.id,
        row.place,
        row.role,
        row.giver,
        row.giver_name,
        row.receiver,
        row.receiver_name or "",
        row.offered_by,
        row.by_name,
        with_seat(connection, [Role.PRINCIPAL], seats.c.enterprise == row.enterprise),
        with_seat(connection, WATCHING, above),
    )
