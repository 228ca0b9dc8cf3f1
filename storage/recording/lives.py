"""Writes down what people do to hazards by hand: the rules of safety/hazards.py on the row as it stands, one step at a time."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import Row, exists, select, update

from checklists.documents import Renewal
from checklists.schema import Severity
from safety.calendar import today
from safety.deeds import done
from safety.errors import Refusal
from safety.events import Event
from safety.events_hazards import HazardClosed, HazardMoved, HazardNoted, HazardPhotoSent
from safety.hazard_ledger import Case
from safety.hazards import OPEN, OVER, HazardAction
from safety.people import RIGHTS, Right
from safety.together import together
from storage import closures, due, media
from storage.cases import case_of, columns_of
from storage.parts import families
from storage.recording import chores, evidence, listing, parts, pledges
from storage.recording.moves import moved, said
from storage.recording.standing import SENDING, hand, standing
from storage.recording.turn import Turn, Written
from storage.tables.ledger import hazards
from storage.tables.people import people, seats

STILL_FIXED = "still-fixed"
LONGEST = 4000  # characters of a reason, a measure or a note
CLOSING = frozenset({HazardAction.ACCEPT, HazardAction.DELIST})
TREATING = [role for role, rights in RIGHTS.items() if Right.TREAT_HAZARD in rights]


def hazard_moved(turn: Turn, event: HazardMoved) -> Written:
    """One step by hand, with its place in the timeline. Refusal when the rules or the scope do not allow it."""
    row, album = standing(turn, event.number)
    before = case_of(row, album, families(turn.connection, [row], lock=True)[row.id])
    case = done(before, event.action, event.deed(), hand(turn), today(turn.now))
    _check(turn, event, row)
    case = listing.numbered(turn, event.action, case)
    values = columns_of(case) | _verdict(turn, event.action) | _graded(event.action, case)
    values |= evidence.salted(event.action, row)
    turn.connection.execute(update(hazards).where(hazards.c.id == row.id).values(values))
    body = said(event) | ({"to": _name(turn, event.owner)} if event.owner is not None else {})
    if before.wanted is not None and case.wanted is None:
        body |= {"day": before.wanted.day.isoformat()}
    part = (parts.part_of(turn, event),) if event.action is HazardAction.DIVIDE else ()
    body |= {"of": part[0].number} if part else {}
    moved(
        turn, row.id, before.state, case.state, event.action.value, body | listing.said_of(event.action, case)
    )
    if event.action is HazardAction.CAUSE:
        chores.prevention(turn, event, row.enterprise)
    listing.planned(turn, event.action, case, event.number)
    following = part or _following(turn, event, row.enterprise)
    return Written(event.number, also=following, enterprise=row.enterprise)


def allowed(turn: Turn, event: HazardMoved) -> None:
    """Nobody else changes it until the end of the turn. Refusal when it cannot be moved as one of many."""
    row, album = standing(turn, event.number)
    together(case_of(row, album), event.action, event.deed(), hand(turn), today(turn.now))
    _check(turn, event, row)


def _following(turn: Turn, event: HazardMoved, enterprise: int) -> Sequence[Event]:
    """What a step brings about: a closure, or a commitment that has to be signed again."""
    if event.action in CLOSING:
        return (HazardClosed(event.number),)
    if event.action is HazardAction.CONFIRM_MAJOR:
        return pledges.called_back(turn, enterprise, Renewal.MAJOR_HAZARD_CONFIRMED)
    return ()


def hazard_closed(turn: Turn, event: HazardClosed) -> Written:
    """The verdict has moved the row on already: the closure gets its receipt, and who found it is asked once, later, whether it holds."""
    row, album = standing(turn, event.number)
    key = f"{STILL_FIXED}:{event.number}:{row.reopened}"
    asked = turn.now + timedelta(days=turn.rules.closing.asked_after_days)
    due.plan(turn.connection, key, STILL_FIXED, event.number, asked)
    receipt, digest = closures.keep(turn.connection, row, album, turn.actor.person, turn.now)
    turn.connection.execute(update(hazards).where(hazards.c.id == row.id).values(closure=receipt))
    return Written(event.number, {"receipt": receipt, "fingerprint": digest}, enterprise=row.enterprise)


def hazard_photo_sent(turn: Turn, event: HazardPhotoSent) -> Written:
    """A photo of how it looks now. Refusal when it is the hazard's already, or nothing can be sent now."""
    row, album = standing(turn, event.number)
    if row.state not in SENDING:
        raise Refusal("hazard-not-now")
    if not hand(turn).inside:
        raise Refusal("hazard-not-yours")
    answers = next((one.id for one in album.before if one.unique_name == event.answers), None)
    known = {one.unique_name for one in (*album.before, *album.after, *album.notes)}
    stage, answers = (media.NOTE, None) if event.progress else (media.AFTER, answers)
    word = event.word if stage == media.AFTER else ""
    sent = media.OfHazard(row.id, stage, event.picture, turn.actor.person, answers, row.reopened, word)
    if event.picture.unique in known or not media.enter_of_hazard(turn.connection, sent, turn.now):
        raise Refusal("hazard-photo-same")
    return Written(event.number, enterprise=row.enterprise)


def hazard_noted(turn: Turn, event: HazardNoted) -> Written:
    """Words in the timeline of a hazard that is open."""
    row, _album = standing(turn, event.number)
    who = hand(turn)
    if not (who.inside or who.supervises):
        raise Refusal("hazard-not-yours")
    if row.state in OVER:
        raise Refusal("hazard-not-now")
    moved(turn, row.id, row.state, row.state, "note", {"text": event.text[:LONGEST]})
    return Written(event.number, enterprise=row.enterprise)


def _check(turn: Turn, event: HazardMoved, row: Row[Any]) -> None:
    """What only the ledger knows: that the new owner is of the enterprise, that the original is there and open."""
    kept = event.action is HazardAction.DIVIDE and event.owner == row.owner
    if event.owner is not None and not kept:
        own = (seats.c.person == event.owner) & (seats.c.enterprise == row.enterprise)
        seated = exists().where(own, seats.c.until.is_(None), seats.c.role.in_(TREATING))
        if not turn.connection.execute(select(seated)).scalar_one():
            raise Refusal("hazard-needs-owner")
    if event.action is HazardAction.MARK_DUPLICATE:
        original = (hazards.c.number == event.of) & (hazards.c.enterprise == row.enterprise)
        there = exists().where(original, hazards.c.state.in_(OPEN), hazards.c.id != row.id)
        if not turn.connection.execute(select(there)).scalar_one():
            raise Refusal("hazard-needs-original")


def _verdict(turn: Turn, action: HazardAction) -> dict[str, Any]:
    """When and by whom it ended, was given back, or opened again."""
    if action in {*CLOSING, HazardAction.MARK_DUPLICATE}:
        return {"closed_at": turn.now, "closed_by": turn.actor.person}
    if action is HazardAction.RETURN:
        return {"returned_at": turn.now}
    if action is HazardAction.REOPEN:
        return {"closed_at": None, "closed_by": None, "returned_at": None}
    return {}


def _graded(action: HazardAction, case: Case) -> dict[str, Any]:
    """What a supervisor's word makes of a suspected major one."""
    if action not in {HazardAction.CONFIRM_MAJOR, HazardAction.NOT_MAJOR}:
        return {}
    return {"severity": Severity.MAJOR if case.major else Severity.GENERAL, "suspected_major": case.major}


def _name(turn: Turn, person: int | None) -> str:
    """A person's name, as the timeline keeps it."""
    return str(turn.connection.execute(select(people.c.name).where(people.c.id == person)).scalar_one())
