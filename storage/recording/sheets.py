"""Writes down that printed invitations are wanted, that they were made, and that unused ones end. Printed after the turn: bot/invitations/."""

from safety.errors import Refusal
from safety.events_invites import SheetsAsked, SheetsMade, SheetsRevoked
from safety.invites import INVITED
from safety.people import Right
from safety.queries import Query
from storage import sheets
from storage.recording.turn import Turn, Written


def sheets_asked(turn: Turn, event: SheetsAsked) -> Written:
    """One at a time for each person. Refusal without the right, for other roles, or while another one is printed."""
    seat = turn.actor.seat
    if seat is None or not seat.supervises or not turn.actor.may(Right.INVITE):
        raise Refusal("not-allowed")
    roles = [role for role in INVITED if role.value in event.roles]
    if not roles or len(roles) != len(set(event.roles)):
        raise Refusal("not-allowed")
    query = Query.from_json(event.query)
    number = sheets.ask(turn.connection, turn.actor, seat, query, roles, turn.now)
    if number is None:
        raise Refusal("sheets-running")
    return Written(f"sheets/{number}")


def sheets_made(_turn: Turn, event: SheetsMade) -> Written:
    """The row was ended by who printed them; this is the record of what left."""
    return Written(f"sheets/{event.sheets}")


def sheets_revoked(turn: Turn, event: SheetsRevoked) -> Written:
    """By who has asked for them. Refusal for others, and for what has ended."""
    if not turn.actor.may(Right.INVITE):
        raise Refusal("not-allowed")
    ended = sheets.revoke(turn.connection, event.sheets, turn.now, person=turn.actor.person)
    if ended is None:
        raise Refusal("sheets-gone")
    return Written(f"sheets/{event.sheets}", {"cards": ended})
