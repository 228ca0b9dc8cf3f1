"""Writes down what is read of notices and commitments, what is signed, called back, and a colour set by hand."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, insert, select, update

from checklists.documents import Commitment, Notice, Renewal
from safety.calendar import today
from safety.enterprises import Enterprise
from safety.errors import Refusal
from safety.events import Event
from safety.events_pledges import ColourChanged, CommitmentRecalled, CommitmentSigned, ItemRead, SigningAsked
from safety.people import Right
from safety.pledges import RECALLS, name_fault, still_to_wait, valid_to
from storage import duties, enterprises, pledges
from storage.content import document_of
from storage.numbers import Series, next_number
from storage.phones import digits, masked
from storage.recording.turn import Turn, Written
from storage.scope import scope_of, within
from storage.tables.ledger import enterprises as units
from storage.tables.pledges import commitments, readings, recalls
from storage.types import to_json, to_text

LONGEST = 300  # characters of a reason


def item_read(turn: Turn, event: ItemRead) -> Written:
    """One more reading. Refusal when the text is not that of the enterprise's colour, or has no such item."""
    enterprise = turn.enterprise(Right.READ_PACK)
    text = _text(turn, enterprise, event.fingerprint)
    if all(item.id != event.item for item in text.items):
        raise Refusal("pledge-changed")
    row = {
        "person": turn.actor.person,
        "enterprise": enterprise,
        "fingerprint": event.fingerprint,
        "item": event.item,
        "at": turn.now,
    }
    turn.connection.execute(insert(readings), row)
    return Written(f"pack/{event.fingerprint[:12]}/{event.item}")


def _text(turn: Turn, enterprise: int, fingerprint: str) -> Notice | Commitment:
    """A version that the enterprise may be asked to read: published, and of its colour."""
    try:
        text = document_of(turn.connection, fingerprint)
    except LookupError:
        raise Refusal("pledge-changed") from None
    if text.colour != enterprises.one(turn.connection, enterprise).colour:
        raise Refusal("pledge-changed")
    return text


def commitment_signed(turn: Turn, event: CommitmentSigned) -> Written:
    """Signed once everything is read, by the principal in person: role, number, name and the two taps are checked here again."""
    enterprise = turn.enterprise(Right.SIGN_COMMITMENT)
    text, phone = _signable(turn, enterprise, event), digits(event.phone)
    begun, read_at = _reading(turn, enterprise, event, text)
    on_record = _in_person(turn, enterprise, event, phone)
    number = next_number(turn.connection, Series.COMMITMENT, turn.now)
    place = enterprises.one(turn.connection, enterprise)
    whole = _whole(turn, event, place, text, number) | {
        "phone": masked(phone),
        "begun_at": to_text(begun),
        "read_at": to_text(read_at),
    }
    digest = sha256_of(whole)
    row = {
        "number": number,
        "enterprise": enterprise,
        "colour": place.colour,
        "fingerprint": event.fingerprint,
        "notice": event.notice,
        "signer": turn.actor.person,
        "name": event.name,
        "on_record": on_record,
        "begun_at": begun,
        "read_at": read_at,
        "signed_at": turn.now,
        "valid_to": valid_to(today(turn.now), text),
        "signed": whole,
        "sha256": digest,
    }
    turn.connection.execute(insert(commitments), row)
    return Written(f"pledge/{number}", {"number": number, "sha256": digest, "phone": masked(phone)})


def sha256_of(whole: Mapping[str, Any]) -> str:
    """SHA-256, in hex, of the canonical JSON of everything that was signed."""
    return hashlib.sha256(to_json(whole).encode()).hexdigest()


def _whole(
    turn: Turn, event: CommitmentSigned, place: Enterprise, text: Commitment, number: str
) -> dict[str, Any]:
    """What is signed, in Chinese, with the names as they were on that day."""
    day = today(turn.now)
    preamble, closing = pledges.filled_in(turn.connection, place, text, event.name, day)
    return {
        "number": number,
        "enterprise": place.name,
        "credit_code": place.credit_code,
        "colour": place.colour.value,
        "title": text.title.zh,
        "text": event.fingerprint,
        "notice": event.notice,
        "preamble": preamble.zh,
        "items": [[item.id, item.text.zh] for item in text.items],
        "closing": closing.zh,
        "signer": turn.actor.person,
        "name": event.name,
        "first_tap_at": to_text(event.first_at),
        "signed_at": to_text(turn.now),
        "valid_to": valid_to(day, text).isoformat(),
    }


def _signable(turn: Turn, enterprise: int, event: CommitmentSigned) -> Commitment:
    """The commitment, when this role may sign it. Refusal: another colour, an unknown text, a role that may not."""
    text, notice = _text(turn, enterprise, event.fingerprint), _text(turn, enterprise, event.notice)
    if not isinstance(text, Commitment) or not isinstance(notice, Notice):
        raise Refusal("pledge-changed")
    seat = turn.actor.seat
    if seat is None or seat.role.value != text.signer.value:
        raise Refusal("not-allowed")
    return text


def _reading(
    turn: Turn, enterprise: int, event: CommitmentSigned, text: Commitment
) -> tuple[datetime, datetime]:
    """When this round of reading began and ended. Refusal while an item is not confirmed by the signer."""
    _, since = pledges.newest(turn.connection, enterprise)
    person = turn.actor.person
    notice = pledges.read(turn.connection, person, enterprise, event.notice)
    promised = pledges.read(turn.connection, person, enterprise, event.fingerprint, since)
    told = document_of(turn.connection, event.notice)
    if any(item.id not in notice for item in told.items) or any(
        item.id not in promised for item in text.items
    ):
        raise Refusal("pledge-unread")
    fresh = [at for at in (*notice.values(), *promised.values()) if since is None or at > since]
    return min(fresh), max(fresh)


def _in_person(turn: Turn, enterprise: int, event: CommitmentSigned, phone: str) -> bool:
    """Whether the name is on record. Refusal: not a principal's number, another name, a second tap too soon."""
    known = pledges.signatories(turn.connection, enterprise, turn.actor.person)
    if phone not in known:
        raise Refusal("pledge-other-phone")
    if name_fault(event.name, known[phone]) is not None:
        raise Refusal("pledge-name-other")
    if still_to_wait(event.first_at, turn.now, turn.rules.pledging) or turn.now - event.first_at > timedelta(
        days=1
    ):
        raise Refusal("pledge-too-soon")
    return bool(known[phone])


def commitment_recalled(turn: Turn, event: CommitmentRecalled) -> Written:
    """It has to be signed again. Refusal outside the scope, or when it was called back already."""
    scope = scope_of(turn.actor, Right.SEE_PLEDGES)
    pledge = pledges.one(turn.connection, scope, event.number) if scope else None
    if pledge is None or pledge.recalled is not None or event.why not in RECALLS:
        raise Refusal("pledge-gone")
    found = select(commitments.c.id, commitments.c.enterprise).where(commitments.c.number == event.number)
    row = turn.connection.execute(found).one()
    ended = {"commitment": row.id, "at": turn.now, "person": turn.actor.person, "why": event.why}
    turn.connection.execute(insert(recalls), ended)
    return Written(f"pledge/{event.number}", enterprise=row.enterprise)


def called_back(turn: Turn, enterprise: int, why: Renewal) -> Sequence[Event]:
    """The recall of the commitment that stands, when there is one and the actor may call it back."""
    pledge, _since = pledges.newest(turn.connection, enterprise)
    if pledge is None or pledge.recalled is not None or not turn.actor.may(Right.SEE_PLEDGES):
        return ()
    return (CommitmentRecalled(pledge.number, why),)


def signing_asked(turn: Turn, event: SigningAsked) -> Written:
    """A supervisor's reminder; the letters are what comes of it."""
    return Written("pledge/asked", enterprise=_watched(turn, event.enterprise, Right.SEE_PLEDGES).id)


def colour_changed(turn: Turn, event: ColourChanged) -> Written:
    """The enterprise owes the pack and the forms of the new colour. Refusal outside the scope or without a reason."""
    row = _watched(turn, event.enterprise, Right.SET_COLOUR)
    reason = event.reason.strip()[:LONGEST]
    if not reason or row.colour == event.colour:
        raise Refusal("colour-not-changed")
    changed = update(units).where(units.c.id == row.id)
    turn.connection.execute(changed.values(colour=event.colour, colour_reason=reason))
    duties.mark(turn.connection, row.id)
    return Written(f"colour/{event.enterprise}", {"before": row.colour.value}, enterprise=row.id)


def _watched(turn: Turn, credit_code: str, right: Right) -> Any:
    """An enterprise that the actor watches over."""
    scope = scope_of(turn.actor, right)
    if scope is None:
        raise Refusal("not-allowed")
    found = select(units.c.id, units.c.colour).where(
        within(scope.reach, units.c.id), units.c.credit_code == bindparam("code")
    )
    row = turn.connection.execute(found, {"place": scope.place, "code": credit_code}).one_or_none()
    if row is None:
        raise Refusal("enterprise-gone")
    return row
