"""Writes down that a table is wanted, and that it was made. It is made after the turn: bot/exports/."""

from safety.audits import Personal
from safety.errors import Refusal
from safety.events_exports import ExportAsked, ExportMade
from safety.people import Right
from storage import auditing, exports
from storage.recording.turn import Turn, Written


def export_asked(turn: Turn, event: ExportAsked) -> Written:
    """One at a time for each person. Refusal without the right, or while another one is being made."""
    seat = turn.actor.seat
    if seat is None or not turn.actor.may(Right.EXPORT_HAZARDS):
        raise Refusal("not-allowed")
    number = exports.ask(turn.connection, turn.actor, seat, event, turn.now)
    if number is None:
        raise Refusal("export-running")
    return Written(f"export/{number}")


def export_made(turn: Turn, event: ExportMade) -> Written:
    """The row was ended by who made it; this is the record of what left."""
    auditing.keep(turn.connection, turn.actor, Personal.EXPORT, (), "hazards", turn.now, event.rows)
    return Written(f"export/{event.export}")
