"""Writes down what needs a second person, and what they said. Each step stands in the audit as well."""

from datetime import timedelta
from typing import Any

from safety.audits import Personal
from safety.bulk import BulkKind, BulkState
from safety.errors import Refusal
from safety.events_bulk import BulkAsked, BulkDecided, BulkExpired
from storage import auditing, bulk, due, exports
from storage.recording.turn import Turn, Written

TOLD_FIRST = timedelta(minutes=10)  # the last letter leaves before there is nobody to write to


def bulk_asked(turn: Turn, event: BulkAsked) -> Written:
    """It stands already; nobody who could decide it is no way round."""
    row = bulk.row_of(turn.connection, event.request)
    if row is None or row.person != turn.actor.person:
        raise Refusal("not-allowed")
    if not bulk.appeal(turn.connection, event.request).deciders:
        raise Refusal("bulk-nobody")
    _audit(turn, Personal.ASKED, row)
    return Written(f"bulk/{event.request}")


def bulk_decided(turn: Turn, event: BulkDecided) -> Written:
    """Refusal for one's own, for what is out of reach, and when it was decided or has run out meanwhile."""
    row = bulk.row_of(turn.connection, event.request)
    if row is None:
        raise Refusal("bulk-gone")
    if row.person == turn.actor.person:
        raise Refusal("bulk-own")
    if not bulk.may_decide(turn.connection, turn.actor, row):
        raise Refusal("not-allowed")
    state = BulkState.APPROVED if event.approved else BulkState.REFUSED
    if row.until <= turn.now or not bulk.end(turn.connection, row.id, state, turn.now, turn.actor.person):
        raise Refusal("bulk-gone")
    _follow(turn, row, approved=event.approved)
    _audit(turn, Personal.APPROVED if event.approved else Personal.REFUSED, row)
    return Written(f"bulk/{row.id}", enterprise=row.enterprise)


def bulk_expired(turn: Turn, event: BulkExpired) -> Written:
    row = bulk.row_of(turn.connection, event.request)
    if row is not None and bulk.end(turn.connection, row.id, BulkState.EXPIRED, turn.now):
        _follow(turn, row, approved=False)
    return Written(f"bulk/{event.request}")


def _follow(turn: Turn, row: Any, *, approved: bool) -> None:
    """What was held goes on, or is given up."""
    if row.kind is BulkKind.ERASE and approved:
        due.plan(turn.connection, f"erase:{row.person}", "erase", str(row.person), turn.now + TOLD_FIRST)
    if row.export is not None:
        exports.release(turn.connection, row.export, turn.now, made=approved)


def _audit(turn: Turn, what: Personal, row: Any) -> None:
    about = [f"person/{row.person}"] if row.kind is BulkKind.ERASE or row.person != turn.actor.person else []
    place = row.content if row.kind is BulkKind.EXPORT else "privacy"
    auditing.keep(turn.connection, turn.actor, what, about, place, turn.now, row.rows)
