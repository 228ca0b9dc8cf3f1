"""Writes down that a table is wanted, and that it was made. It is made after the turn: bot/exports/."""

from safety.audits import Personal
from safety.bulk import BulkKind
from safety.errors import Refusal
from safety.events_bulk import BulkAsked
from safety.events_exports import ExportAsked, ExportMade
from safety.exported import Exported
from safety.people import Right, Seat
from storage import auditing, bulk, exports
from storage.recording.turn import Turn, Written

RIGHTS: dict[str, Right | None] = {
    Exported.CHART: Right.SEE_DIGEST,
    Exported.REPORT: Right.SEE_DIGEST,
    Exported.PERSONAL: None,
    Exported.AUDIT: Right.SEE_AUDIT,
    Exported.SEND_UP: Right.SEND_UP,
}  # others: EXPORT_HAZARDS


def export_asked(turn: Turn, event: ExportAsked) -> Written:
    """One at a time for each person. Refusal without the right, or while another one is being made."""
    seat = turn.actor.seat
    right = RIGHTS.get(event.what, Right.EXPORT_HAZARDS)
    if seat is None or (right is not None and not turn.actor.may(right)):
        raise Refusal("not-allowed")
    held = seat.supervises and event.rows > turn.rules.bulk.rows and event.what != Exported.PERSONAL
    number = exports.ask(turn.connection, turn.actor, seat, event, turn.now, held=held)
    if number is None:
        raise Refusal("export-running")
    if not held:
        return Written(f"export/{number}")
    return Written(f"export/{number}", also=(_appealed(turn, seat, number, event),))


def _appealed(turn: Turn, seat: Seat, export: int, event: ExportAsked) -> BulkAsked:
    """So many rows leave only with a second person's word (S17)."""
    hours = turn.rules.bulk.hours
    request = bulk.ask(
        turn.connection,
        turn.actor,
        seat,
        BulkKind.EXPORT,
        turn.now,
        hours,
        export=export,
        content=event.what,
        rows=event.rows,
    )
    return BulkAsked(request, BulkKind.EXPORT, event.what, event.rows)


def export_made(turn: Turn, event: ExportMade) -> Written:
    """The row was ended by who made it; this is the record of what left."""
    auditing.keep(
        turn.connection,
        turn.actor,
        Personal.EXPORT,
        (),
        exports.content_of(turn.connection, event.export),
        turn.now,
        event.rows,
    )
    return Written(f"export/{event.export}")
