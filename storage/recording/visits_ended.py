"""Writes down how an inspection ends: objected to, confirmed, refused, or nobody there; and what is corrected afterwards."""

from typing import Any

from sqlalchemy import Row, case, func, insert, literal, select, update

from checklists.answers import JsonValue
from safety.errors import Refusal
from safety.events_visits import VisitClosed, VisitConfirmed, VisitCorrected, VisitObjected
from safety.hazard_ledger import HazardState
from safety.hazards import TRANSITIONS, HazardAction, entered
from safety.visits import LONGEST, UNFINISHED, Ending, VisitState, counts_as
from storage import coverage, obligations
from storage.numbers import Series, next_number
from storage.receipts import fingerprint_over
from storage.recording.turn import Turn, Written
from storage.recording.visits import over, ready
from storage.tables.checks import answers
from storage.tables.inspections import inspection_notes, inspections
from storage.tables.ledger import hazards
from storage.types import to_text
from storage.visits import rows
from storage.visits.agreeing import clean_before, compare, doubt
from storage.visits.documents import record_of
from storage.visits.reading import checks_of

WITHDRAWS = [state for state, actions in TRANSITIONS.items() if HazardAction.WITHDRAW in actions]


def visit_objected(turn: Turn, event: VisitObjected) -> Written:
    """By who was asked to confirm: it goes back to the inspectors with the words."""
    row = _asked(turn, event.visit)
    _change(turn, row, state=VisitState.OPEN, objection=event.words.strip()[:LONGEST], presented=None)
    return Written(f"visit/{row.id}", enterprise=row.enterprise)


def visit_confirmed(turn: Turn, event: VisitConfirmed) -> Written:
    """Exactly what was put before them; it ends with that."""
    row = _asked(turn, event.visit)
    if event.fingerprint != row.presented:
        raise Refusal("visit-changed")
    return Written(
        f"visit/{row.id}", also=(VisitClosed(row.id, Ending.CONFIRMED),), enterprise=row.enterprise
    )


def _asked(turn: Turn, visit: int) -> Row[Any]:
    """One that lies before the actor, who still has a seat in the enterprise."""
    row = turn.connection.execute(select(inspections).where(inspections.c.id == visit)).one_or_none()
    seat = turn.actor.seat
    inside = row is not None and seat is not None and seat.enterprise == row.enterprise
    if row is None or not inside or row.present != turn.actor.person:
        raise Refusal("visit-gone")
    if row.state is not VisitState.PRESENTED:
        raise Refusal("visit-over" if row.state not in UNFINISHED else "visit-taken-back")
    return row


def visit_closed(turn: Turn, event: VisitClosed) -> Written:
    """Its record, once: findings are reported, the enterprise is covered, the answers are held against its self-checks."""
    row = _ending(turn, event)
    looked = _looked(turn, row)
    if not looked and not row.remark:
        raise Refusal("visit-empty")
    ready(row)
    number = next_number(turn.connection, Series.VISIT, turn.now)
    found = _report(turn, row)
    rules = turn.rules.visits
    agreement = compare(turn.connection, row, rules, turn.now)
    ended = {
        "number": number,
        "ending": event.ending.value,
        "reason": event.reason.strip()[:LONGEST],
        "closed_at": to_text(turn.now),
        "closed_by": turn.actor.person,
    }
    record = record_of(turn.connection, row, ended)
    digest = fingerprint_over(record)
    _change(
        turn,
        row,
        state=VisitState.CLOSED,
        ending=event.ending,
        reason=ended["reason"],
        closed_at=turn.now,
        number=number,
        document=record,
        sha256=digest,
        compared=agreement.compared,
        agreed=agreement.agreed,
        missed=agreement.missed,
        clean=clean_before(turn.connection, row, rules),
        items=found,
    )
    doubt(turn.connection, row, (number, found), rules, turn.now)
    coverage.note(
        turn.connection, row.enterprise, counts_as(row.role, event.ending, looked=looked), number, turn.now
    )
    obligations.mark(turn.connection, row.enterprise, turn.now)
    over(turn, row.id)
    added: dict[str, JsonValue] = {"number": number, "sha256": digest, "items": found}
    return Written(f"visit/{row.id}", added, enterprise=row.enterprise)


def _ending(turn: Turn, event: VisitClosed) -> Row[Any]:
    """Who may end it so: who was asked confirms; its inspectors write down why nobody did."""
    if event.ending is Ending.CONFIRMED:
        return _asked(turn, event.visit)
    row = turn.connection.execute(select(inspections).where(inspections.c.id == event.visit)).one_or_none()
    if row is None or not rows.inspects(row, turn.actor.person):
        raise Refusal("visit-gone")
    if not rows.in_scope(turn.connection, turn.actor, row.enterprise):
        raise Refusal("visit-gone")
    if row.state not in UNFINISHED:
        raise Refusal("visit-over")
    if not event.reason.strip():
        raise Refusal("visit-needs-reason")
    return row


def _looked(turn: Turn, row: Row[Any]) -> bool:
    """Whether anything was looked at: an answer, or a finding."""
    forms = [check for check, _ in checks_of(turn.connection, row)]
    said = select(func.count()).where(answers.c.check_id.in_(forms), answers.c.value.is_not(None))
    found = select(func.count()).where(hazards.c.visit == row.id)
    return bool(turn.connection.execute(said).scalar_one() or turn.connection.execute(found).scalar_one())


def _report(turn: Turn, row: Row[Any]) -> int:
    """What it found is told now: suspected major ones wait for a supervisor's word, as always."""
    state = case(
        (hazards.c.suspected_major, literal(entered(suspected_major=True).value)),
        else_=literal(entered(suspected_major=False).value),
    )
    drafted = (hazards.c.visit == row.id) & (hazards.c.state == HazardState.FOUND)
    told = update(hazards).where(drafted).values(state=state, reported_at=turn.now)
    return turn.connection.execute(told).rowcount


def visit_corrected(turn: Turn, event: VisitCorrected) -> Written:
    """A version of its own, by its inspectors; a finding can be taken back as long as nothing was planned for it."""
    row = turn.connection.execute(select(inspections).where(inspections.c.id == event.visit)).one_or_none()
    if row is None or not rows.inspects(row, turn.actor.person):
        raise Refusal("visit-gone")
    if not rows.in_scope(turn.connection, turn.actor, row.enterprise) or row.state is not VisitState.CLOSED:
        raise Refusal("visit-gone")
    words = event.words.strip()[:LONGEST]
    if not words:
        raise Refusal("visit-needs-reason")
    if event.hazard:
        _take_back(turn, row, event.hazard, words)
    version = _versions(turn, row.id) + 1
    number = f"{row.number}-{version}"
    document = {
        "number": number,
        "corrects": row.sha256,
        "words": words,
        "hazard": event.hazard,
        "person": turn.actor.person,
        "at": to_text(turn.now),
    }
    digest = fingerprint_over(document)
    note = {
        "inspection": row.id,
        "version": version,
        "number": number,
        "at": turn.now,
        "person": turn.actor.person,
        "words": words,
        "hazard": event.hazard or None,
        "document": document,
        "sha256": digest,
    }
    turn.connection.execute(insert(inspection_notes), note)
    obligations.mark(turn.connection, row.enterprise, turn.now)
    return Written(f"visit/{row.id}", {"number": number, "sha256": digest}, enterprise=row.enterprise)


def _take_back(turn: Turn, row: Row[Any], number: str, words: str) -> None:
    mine = (hazards.c.number == number) & (hazards.c.visit == row.id) & hazards.c.state.in_(WITHDRAWS)
    values = {"state": HazardState.WITHDRAWN, "withdrawn_at": turn.now, "withdrawn_reason": words}
    if turn.connection.execute(update(hazards).where(mine).values(values)).rowcount != 1:
        raise Refusal("visit-finding-moved-on")


def _versions(turn: Turn, visit: int) -> int:
    counted = select(func.count()).where(inspection_notes.c.inspection == visit)
    return 1 + int(turn.connection.execute(counted).scalar_one())


def _change(turn: Turn, row: Row[Any], **values: Any) -> None:
    """Only while it stands as it was read: of two at once one wins."""
    same = (inspections.c.id == row.id) & (inspections.c.state == row.state)
    if turn.connection.execute(update(inspections).where(same).values(**values)).rowcount != 1:
        raise Refusal("visit-over")
