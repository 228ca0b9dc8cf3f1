"""A hazard as it stands while somebody changes it, and who does: what every step by hand begins with."""

from typing import Any

from sqlalchemy import Row, select

from safety.deeds import Hand
from safety.errors import Refusal
from safety.hazard_ledger import HazardState
from safety.people import Right
from storage.cases import Album, albums
from storage.hazards import visible
from storage.recording.turn import Turn
from storage.scope import scope_of
from storage.tables.ledger import hazards

SENDING = frozenset(
    {HazardState.REPORTED, HazardState.PLANNED, HazardState.FIXING, HazardState.EVIDENCE}
)  # photos "after" are taken


def standing(turn: Turn, number: str) -> tuple[Row[Any], Album]:
    """The row as it stands, nobody else changing it; outside the scope it does not exist."""
    scope = scope_of(turn.actor, Right.SEE_HAZARDS)
    if scope is None:
        raise Refusal("not-allowed")
    found = select(hazards).where(visible(scope.reach), hazards.c.number == number).with_for_update()
    row = turn.connection.execute(found, {"place": scope.place}).one_or_none()
    if row is None:
        raise Refusal("hazard-gone")
    return row, albums(turn.connection, [row])[row.id]


def hand(turn: Turn) -> Hand:
    """Who acts, as the rules see them."""
    actor = turn.actor
    return Hand(actor.person, inside=actor.may(Right.TREAT_HAZARD), supervises=actor.may(Right.VERIFY_HAZARD))
