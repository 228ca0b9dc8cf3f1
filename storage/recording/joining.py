"""Writes down how people come to seats and lose them (promise S1)."""

from sqlalchemy import ColumnElement, update

from safety.errors import Refusal
from safety.events import (
    InvitationRedeemed,
    JoinApproved,
    JoinRefused,
    JoinRequested,
    MemberJoined,
    SeatRevoked,
)
from storage import invitations, joins, reachability
from storage.joins import Join
from storage.phones import digits, masked
from storage.recording import handovers, staff
from storage.recording.turn import Turn, Written
from storage.tables.people import people


def invitation_redeemed(turn: Turn, event: InvitationRedeemed) -> Written:
    """The phone is on the list: the seat is given at once. Refusal when the invitation is no longer good."""
    place = invitations.use(turn.connection, event.invitation, turn.actor.person, turn.now)
    if not invitations.is_listed(turn.connection, place, event.phone):
        raise Refusal("invitation-invalid")
    join = _ask(turn, place, event, joins.APPROVED)
    joins.sit(turn.connection, turn.actor.person, place, join, turn.now)
    _reckon(turn, place.enterprise)
    return _joined(turn, join, event.phone)


def join_requested(turn: Turn, event: JoinRequested) -> Written:
    """The phone is not on the list: somebody has to approve. The invitation is used up all the same."""
    place = invitations.use(turn.connection, event.invitation, turn.actor.person, turn.now)
    join = _ask(turn, place, event, joins.WAITING)
    return Written(_subject(join), _masked(event.phone), enterprise=place.enterprise)


def join_approved(turn: Turn, event: JoinApproved) -> Written:
    join = _decide(turn, event.request, joins.APPROVED, joins.decidable(turn.actor))
    joins.sit(turn.connection, join.person, join.seat, join.number, turn.now, turn.actor.person)
    _reckon(turn, join.seat.enterprise)
    return _joined(turn, join.number)


def join_refused(turn: Turn, event: JoinRefused) -> Written:
    join = _decide(turn, event.request, joins.REFUSED, joins.decidable(turn.actor))
    return Written(_subject(join.number), enterprise=join.seat.enterprise)


def seat_revoked(turn: Turn, event: SeatRevoked) -> Written:
    """The seat ends with the next tap of who had it; what they did stays theirs (S15)."""
    join = _decide(turn, event.request, joins.REVOKED, joins.revocable(turn.actor))
    joins.stand_up(turn.connection, join, turn.now)
    _reckon(turn, join.seat.enterprise)
    return Written(_subject(join.number), enterprise=join.seat.enterprise)


def _reckon(turn: Turn, enterprise: int | None) -> None:
    """Whoever comes or goes may end the silence of an enterprise, or begin it."""
    if enterprise is not None:
        reachability.reckon(turn.connection, enterprise, turn.now)


def _ask(turn: Turn, place: invitations.Place, event: InvitationRedeemed | JoinRequested, state: str) -> int:
    phone = digits(event.phone)
    own = people.c.id == turn.actor.person
    turn.connection.execute(update(people).where(own).values(phone=phone))
    return joins.ask(turn.connection, place, event.invitation, turn.actor.person, phone, turn.now, state)


def _decide(turn: Turn, number: int, to: str, limit: ColumnElement[bool]) -> Join:
    moved = joins.decide(turn.connection, turn.actor, number, to, turn.now, limit=limit)
    join = joins.join_of(turn.connection, number) if moved else None
    if join is None:
        raise Refusal("request-gone")
    return join


def _joined(turn: Turn, number: int, phone: str = "") -> Written:
    join = joins.join_of(turn.connection, number)
    if join is None:
        raise LookupError(f"join {number} vanished inside its own transaction")
    staff.seated(turn, join)
    name = turn.actor.name if join.person == turn.actor.person else join.name
    handed = handovers.came_by(turn, join)
    also = (MemberJoined(number, name, join.seat.role, join.place), *((handed,) if handed else ()))
    return Written(_subject(number), _masked(phone) if phone else {}, also, join.seat.enterprise)


def _masked(phone: str) -> dict[str, str]:
    """The record is for ever, so it keeps no phone number."""
    return {"phone": masked(digits(phone))}


def _subject(join: int) -> str:
    return f"join/{join}"


def member_joined(_turn: Turn, event: MemberJoined) -> Written:
    """Derived: everything was written with the event it follows from. The record keeps no names either."""
    return Written(_subject(event.request), {"person": None})
