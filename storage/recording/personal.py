"""Writes down what somebody does with their own data: a corrected phone, erasure asked for or taken back."""

from sqlalchemy import update

from safety.audits import Personal
from safety.bulk import BulkKind, BulkState
from safety.errors import Refusal
from safety.events_bulk import BulkAsked
from safety.events_personal import ErasureAsked, ErasureTakenBack, PhoneCorrected
from storage import auditing, bulk
from storage.phones import digits, masked
from storage.recording.turn import Turn, Written
from storage.tables.people import people

SHORTEST = 7  # digits of a phone


def phone_corrected(turn: Turn, event: PhoneCorrected) -> Written:
    """The list of an enterprise is its own and the town's: it stays as it is."""
    phone = digits(event.phone)
    if len(phone) < SHORTEST or not turn.actor.consented:
        raise Refusal("not-allowed")
    turn.connection.execute(update(people).where(people.c.id == turn.actor.person).values(phone=phone))
    _audit(turn, Personal.CORRECTED)
    return Written(_own(turn), {"phone": masked(phone)})


def erasure_asked(turn: Turn, _event: ErasureAsked) -> Written:
    """One request at a time, from the seat they act from."""
    seat = turn.actor.seat
    own = bulk.BulkOf(turn.connection, turn.actor).own(BulkKind.ERASE)
    if seat is None or (own is not None and own.state is BulkState.WAITING):
        raise Refusal("erase-running" if seat else "not-allowed")
    request = bulk.ask(turn.connection, turn.actor, seat, BulkKind.ERASE, turn.now, turn.rules.bulk.hours)
    return Written(_own(turn), also=(BulkAsked(request, BulkKind.ERASE),))


def erasure_taken_back(turn: Turn, _event: ErasureTakenBack) -> Written:
    bulk.drop_of(turn.connection, turn.actor.person, BulkKind.ERASE, turn.now)
    return Written(_own(turn))


def _own(turn: Turn) -> str:
    return f"person/{turn.actor.person}"


def _audit(turn: Turn, what: Personal) -> None:
    auditing.keep(turn.connection, turn.actor, what, [_own(turn)], "privacy", turn.now)
