"""Writes down that a seat is offered, declined, taken back, and that it has gone over: one transaction, from one person to the other."""

from typing import Any

from sqlalchemy import select, update

from safety.errors import Refusal
from safety.events_handovers import (
    HandoverAccepted,
    HandoverDeclined,
    HandoverOffered,
    HandoverWithdrawn,
    SeatHanded,
)
from safety.handovers import OfferState
from safety.people import Role
from storage import handovers, invitations, joins, reachability
from storage.handovers import Going
from storage.invitations import Place, new_code
from storage.recording.turn import Turn, Written
from storage.tables.people import invitations as codes
from storage.tables.people import people, seats

LONGEST_REASON = 200


def handover_offered(turn: Turn, event: HandoverOffered) -> Written:
    """One's own seat, or by a supervisor that of another. Refusal for other seats, other enterprises, and to who is not of it."""
    going = (
        handovers.of_another(turn.connection, turn.actor, event.code, event.giver or 0)
        if event.code
        else handovers.own(turn.actor)
    )
    if going is None or (event.code and not event.reason.strip()):
        raise Refusal("not-allowed")
    if event.receiver is None and event.code:
        raise Refusal("not-allowed")
    if event.receiver is not None and not _may_take(turn, going, event.receiver):
        raise Refusal("handover-gone")
    number = handovers.offer(
        turn.connection,
        going,
        event.receiver,
        turn.actor.person,
        turn.now,
        reason=event.reason[:LONGEST_REASON],
    )
    return Written(_subject(number), {"offer": number}, enterprise=going.enterprise)


def _may_take(turn: Turn, going: Going, receiver: int) -> bool:
    there = handovers.members(turn.connection, going.enterprise)
    return receiver != going.giver and any(one.person == receiver for one in there)


def handover_declined(turn: Turn, event: HandoverDeclined) -> Written:
    return _ended(turn, event.offer, OfferState.DECLINED, handovers.is_receiver(turn.actor))


def handover_withdrawn(turn: Turn, event: HandoverWithdrawn) -> Written:
    return _ended(turn, event.offer, OfferState.WITHDRAWN, handovers.is_giver(turn.actor))


def _ended(turn: Turn, number: int, state: OfferState, limit: Any) -> Written:
    row = handovers.end(turn.connection, number, state, turn.now, limit, turn.rules.handover.offer_days)
    if row is None:
        raise Refusal("handover-gone")
    if row.invitation is not None:
        invitations.revoke(turn.connection, row.invitation, turn.now)
    return Written(_subject(number), {"giver": row.giver}, enterprise=row.enterprise)


def handover_accepted(turn: Turn, event: HandoverAccepted) -> Written:
    """The seat goes over. Refusal when the offer is none of the actor's or over, the giver has the seat no more, or one has left."""
    limit = handovers.is_receiver(turn.actor)
    row = handovers.end(
        turn.connection, event.offer, OfferState.ACCEPTED, turn.now, limit, turn.rules.handover.offer_days
    )
    if row is None:
        raise Refusal("handover-gone")
    going = Going(row.enterprise, row.role, row.giver)
    if not handovers.holds(turn.connection, going) or not _may_take(turn, going, turn.actor.person):
        raise Refusal("handover-gone")
    place = Place(row.role, enterprise=row.enterprise)
    join = _join(turn, place, row.offered_by)
    joins.sit(turn.connection, turn.actor.person, place, join, turn.now, row.offered_by)
    also = gone_over(turn, event.offer, going, turn.actor.person, turn.actor.name)
    return Written(_subject(event.offer), enterprise=row.enterprise, also=(also,))


def _join(turn: Turn, place: Place, by: int) -> int:
    """How the successor came to the seat: by an invitation that was made and used up in this moment, so that it can be revoked like others."""
    invitation = invitations.invite(turn.connection, new_code(), place, turn.now, by=by)
    used = update(codes).where(codes.c.id == invitation)
    turn.connection.execute(used.values(used_at=turn.now, used_by=turn.actor.person))
    phone = select(people.c.phone).where(people.c.id == turn.actor.person)
    known = turn.connection.execute(phone).scalar_one_or_none() or ""
    return joins.ask(turn.connection, place, invitation, turn.actor.person, known, turn.now, joins.APPROVED)


def came_by(turn: Turn, join: joins.Join) -> SeatHanded | None:
    """Whoever has joined by the invitation of an offer has the seat already: the rest goes over."""
    row = handovers.by_join(turn.connection, join.number)
    if row is None:
        return None
    going = Going(row.enterprise, row.role, row.giver)
    ended = handovers.end(
        turn.connection,
        row.id,
        OfferState.ACCEPTED,
        turn.now,
        handovers.UNNAMED,
        turn.rules.handover.offer_days,
    )
    if ended is None or join.person == row.giver or not handovers.holds(turn.connection, going):
        return None
    handovers.taken_by(turn.connection, row.id, join.person)
    return gone_over(turn, row.id, going, join.person, join.name)


def gone_over(turn: Turn, number: int, going: Going, receiver: int, name: str) -> SeatHanded:
    """Move everything and end what the successor was there before."""
    load = handovers.move(turn.connection, going, receiver, name, turn.now)
    before = update(seats).where(
        seats.c.person == receiver,
        seats.c.enterprise == going.enterprise,
        seats.c.role == Role.WORKER,
        seats.c.until.is_(None),
    )
    turn.connection.execute(before.values(until=turn.now))
    reachability.reckon(turn.connection, going.enterprise, turn.now)
    return SeatHanded(
        number,
        going.role,
        going.giver,
        receiver,
        load.hazards,
        load.matters,
        load.chores,
        load.pledges,
    )


def seat_handed(_turn: Turn, event: SeatHanded) -> Written:
    """Derived: everything was written with the event it follows from."""
    return Written(_subject(event.offer))


def _subject(number: int) -> str:
    return f"handover/{number}"
