"""Writes down that an item of a signed commitment was not kept."""

from sqlalchemy import insert, select

from safety.errors import Refusal
from safety.events_pledges import CommitmentBroken
from safety.people import Right
from storage import pledges
from storage.recording.turn import Turn, Written
from storage.scope import scope_of
from storage.tables.pledges import breaches, commitments

LONGEST = 300  # characters of what happened


def commitment_broken(turn: Turn, event: CommitmentBroken) -> Written:
    """A supervisor's finding, kept for good. Refusal outside the scope, without words, or for an item it does not have."""
    scope = scope_of(turn.actor, Right.SET_COLOUR)
    pledge = pledges.one(turn.connection, scope, event.number) if scope else None
    if pledge is None:
        raise Refusal("pledge-gone")
    reason = event.reason.strip()[:LONGEST]
    if not reason or all(item.id != event.item for item in pledge.text.items):
        raise Refusal("pledge-not-broken")
    found = select(commitments.c.id, commitments.c.enterprise).where(commitments.c.number == event.number)
    row = turn.connection.execute(found).one()
    kept = {
        "commitment": row.id,
        "item": event.item,
        "at": turn.now,
        "person": turn.actor.person,
        "reason": reason,
    }
    turn.connection.execute(insert(breaches), kept)
    return Written(f"pledge/{event.number}/{event.item}", enterprise=row.enterprise)
