"""Writes down what the office does with a tip: ask, name the enterprise, make a hazard of it, close it, pay for it."""

from typing import Any

from sqlalchemy import bindparam, insert, select

from safety.errors import Refusal
from safety.events_tips import TipAsked, TipClosed, TipHazardMade, TipPaid, TipPlaced, TipTaken
from safety.hazard_ledger import HazardSource
from safety.hazards import HazardAction, entered
from safety.people import Right
from safety.tips import ALPHABET, GROUP, GROUPS, Contact, Side, TipState
from storage import likeness, media
from storage.numbers import Series, next_number
from storage.recording.found import owner_of
from storage.recording.moves import moved
from storage.recording.reports import LONGEST_CLAUSE, LONGEST_PLACE, LONGEST_WORDS, RECURRING
from storage.recording.tips import change, locked, new_code, say
from storage.recording.turn import Turn, Written
from storage.scope import scope_of, within
from storage.tables.ledger import enterprises, hazards
from storage.tables.media import media as pictures
from storage.tables.tips import tip_photos, tips
from storage.tips import contacts
from storage.tips.contacts import Behind
from storage.tips.likeness import from_text
from storage.tips.view import contact_of, hash_of


def tip_asked(turn: Turn, event: TipAsked) -> Written:
    """A question for the reporter. Refusal when the tip is closed, or nobody stands behind it any more."""
    row = _open(turn, event.number)
    if not event.question.strip():
        raise Refusal("tip-needs-words")
    if contact_of(turn.connection, turn.vault, row.id) is Contact.GONE:
        raise Refusal("tip-nobody-there")
    say(turn, row.id, Side.OFFICE, event.question)
    return Written(f"tip/{row.number}", enterprise=row.enterprise)


def tip_placed(turn: Turn, event: TipPlaced) -> Written:
    """The tip belongs to this enterprise from now on, and its town sees it."""
    row = _open(turn, event.number)
    unit = _unit(turn, event.enterprise)
    if row.hazard is not None or row.enterprise == unit:
        raise Refusal("tip-not-now")
    change(turn, row.id, enterprise=unit)
    return Written(f"tip/{row.number}", enterprise=unit)


def tip_taken(turn: Turn, event: TipTaken) -> Written:
    """A hazard of the ledger, in the office's words; once. Refusal while the enterprise is not known."""
    row = _open(turn, event.number)
    if row.hazard is not None:
        raise Refusal("tip-taken-already")
    if row.enterprise is None:
        raise Refusal("tip-whose")
    if not event.words.strip():
        raise Refusal("tip-needs-words")
    number = next_number(turn.connection, Series.HAZARD, turn.now)
    hazard = _hazard(turn, event, row.enterprise, number)
    if event.photos:
        _show(turn, row.id, hazard)
    change(turn, row.id, hazard=hazard, state=TipState.TAKEN)
    return Written(f"tip/{row.number}", {"hazard": number}, (TipHazardMade(number),), row.enterprise)


def _hazard(turn: Turn, event: TipTaken, enterprise: int, number: str) -> int:
    """Found by who takes the tip on: the true finder has no name, and is neither who mends nor who verifies."""
    state = entered(suspected_major=event.suspected_major)
    recurs = turn.connection.execute(RECURRING, {"b_recurs": event.recurs, "own": enterprise}).scalar()
    row = {
        "number": number,
        "enterprise": enterprise,
        "state": state,
        "severity": event.severity,
        "suspected_major": event.suspected_major,
        "due": event.due,
        "found_at": turn.now,
        "found_by": turn.actor.person,
        "reported_at": turn.now,
        "source": HazardSource.TIP,
        "kind": event.category,
        "place": event.place[:LONGEST_PLACE],
        "words": event.words[:LONGEST_WORDS],
        "owner": owner_of(turn, enterprise),
        "clause": event.clause[:LONGEST_CLAUSE] or None,
        "recurs": recurs,
        "graded_up": recurs is not None,
        "explained": recurs is not None and turn.rules.recurring.explained,
    }
    hazard: int = turn.connection.execute(insert(hazards).values(row).returning(hazards.c.id)).scalar_one()
    action = HazardAction.REPORT_MAJOR if event.suspected_major else HazardAction.REPORT
    moved(turn, hazard, None, state, action.value)
    return hazard


def _show(turn: Turn, tip: int, hazard: int) -> None:
    """Our clean copies of the tip's photos stand with the hazard, sent by nobody but who takes the tip on."""
    safe = select(tip_photos).where(tip_photos.c.tip == tip, tip_photos.c.state == "safe")
    for one in turn.connection.execute(safe.order_by(tip_photos.c.id)).all():
        row = {
            "hazard": hazard,
            "stage": media.BEFORE,
            "round": 0,
            "file": "",
            "unique_name": f"tip-{one.id}",
            "received_at": turn.now,
            "person": turn.actor.person,
            "state": "safe",
            "again_at": turn.now,
            "settled_at": turn.now,
        }
        copy = {name: one._mapping[name] for name in ("path", "sha256", "size", "width", "height")}  # noqa: SLF001 - SQLAlchemy's own way
        kept = insert(pictures).values(row | copy).returning(pictures.c.id)
        photo = turn.connection.execute(kept).scalar_one()
        likeness.keep(turn.connection, photo, from_text(one.prints))


def tip_hazard_made(turn: Turn, event: TipHazardMade) -> Written:
    """Follows from TipTaken."""
    found = select(hazards.c.enterprise).where(hazards.c.number == event.hazard)
    return Written(event.hazard, enterprise=turn.connection.execute(found).scalar_one())


def tip_closed(turn: Turn, event: TipClosed) -> Written:
    """The result stands; when it was true, a code for the reporter alone. Refusal when somebody was quicker."""
    row = _open(turn, event.number)
    if not event.result.strip():
        raise Refusal("tip-needs-result")
    code_hash = _reward(turn, row.id, event)
    change(
        turn,
        row.id,
        state=TipState.CLOSED,
        true=event.true,
        result=event.result.strip()[:LONGEST_WORDS],
        closed_at=turn.now,
        closed_by=turn.actor.person,
        code_hash=code_hash,
    )
    return Written(f"tip/{row.number}", enterprise=row.enterprise)


def _reward(turn: Turn, tip: int, event: TipClosed) -> str | None:
    """The code goes to the locked row, its hash to the tip. Nobody there, or no key here: no code."""
    vault = locked(turn)
    behind = contacts.of(turn.connection, vault, tip)
    if behind is None:
        return None
    code = new_code(ALPHABET, GROUPS, GROUP) if event.true else ""
    contacts.replace(turn.connection, vault, tip, Behind(behind.person, code), event.until)
    return hash_of(code) if code else None


def tip_paid(turn: Turn, event: TipPaid) -> Written:
    """The reward was handed out, once."""
    row = _in_scope(turn, event.number)
    if row.code_hash is None or row.paid_at is not None:
        raise Refusal("tip-paid-already")
    change(turn, row.id, paid_at=turn.now, paid_by=turn.actor.person)
    return Written(f"tip/{row.number}", enterprise=row.enterprise)


def _open(turn: Turn, number: str) -> Any:
    row = _in_scope(turn, number)
    if row.state is TipState.CLOSED:
        raise Refusal("tip-over")
    return row


def _in_scope(turn: Turn, number: str) -> Any:
    """A tip that the actor works on. Outside the scope it does not exist."""
    scope = scope_of(turn.actor, Right.HANDLE_TIPS)
    if scope is None:
        raise Refusal("not-allowed")
    found = select(tips).where(tips.c.number == bindparam("number"), within(scope.reach, tips.c.enterprise))
    bound = {"number": number, "place": scope.place}
    row = turn.connection.execute(found.with_for_update(), bound).one_or_none()
    if row is None:
        raise Refusal("tip-gone")
    behind = contacts.of(turn.connection, turn.vault, row.id) if turn.vault is not None else None
    if behind is not None and behind.person == turn.actor.person:
        raise Refusal("tip-your-own")
    return row


def _unit(turn: Turn, credit_code: str) -> int:
    """An enterprise of the actor's scope."""
    scope = scope_of(turn.actor, Right.HANDLE_TIPS)
    if scope is None:
        raise Refusal("not-allowed")
    found = select(enterprises.c.id).where(
        enterprises.c.credit_code == bindparam("code"), within(scope.reach, enterprises.c.id)
    )
    bound = {"code": credit_code, "place": scope.place}
    unit: int | None = turn.connection.execute(found, bound).scalar_one_or_none()
    if unit is None:
        raise Refusal("enterprise-gone")
    return unit
