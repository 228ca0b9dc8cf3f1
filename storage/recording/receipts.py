"""Writes down that a receipt file is wanted: a due row, from which the sealing rounds make and send it."""

from safety.errors import Refusal
from safety.events_seals import ReceiptAsked
from safety.people import Right
from storage import due
from storage.recording.turn import Turn, Written
from storage.scope import scope_of
from storage.sealing import proving

DUE = "receipt"


def receipt_asked(turn: Turn, event: ReceiptAsked) -> Written:
    """Wanted once at a time by each person. Refusal outside the scope of those who may see what was signed."""
    scope = scope_of(turn.actor, Right.SEE_SUBMISSIONS)
    enterprise = proving.enterprise_within(turn.connection, scope, event.number) if scope else None
    if enterprise is None:
        raise Refusal("verifying-not-yours")
    key = f"{DUE}:{turn.actor.person}:{event.number}"
    due.plan(turn.connection, key, DUE, f"{turn.actor.person}:{event.number}", turn.now)
    return Written(f"receipt/{event.number}", enterprise=enterprise)
