"""Writes down incidents and near misses, what is added to them, and what supervisors answer."""

from typing import Any

from sqlalchemy import Row, insert, select

from safety.errors import Refusal
from safety.events_incidents import IncidentAdded, IncidentAnswered, IncidentReceived, IncidentReported
from safety.incidents import ADDED, LONGEST_PLACE, LONGEST_WORDS, Harm
from safety.people import Right
from storage import attached
from storage.incidents import subject
from storage.numbers import Series, next_number
from storage.receipts import fingerprint_over
from storage.recording.turn import Turn, Written
from storage.scope import Reach, scope_of, within
from storage.tables.incidents import incident_notes, incidents
from storage.tables.ledger import enterprises
from storage.types import to_text

LONGEST_KIND = 32


def incident_reported(turn: Turn, event: IncidentReported) -> Written:
    """At once, whatever is missing. Refusal only without a seat in an enterprise."""
    enterprise = turn.enterprise(Right.REPORT_INCIDENT)
    series = Series.NEAR_MISS if event.near else Series.INCIDENT
    number = next_number(turn.connection, series, turn.now)
    row = {
        "number": number,
        "near": event.near,
        "enterprise": enterprise,
        "kind": event.what[:LONGEST_KIND],
        "words": event.words[:LONGEST_WORDS],
        "place": event.place[:LONGEST_PLACE],
        "harm": [one.value for one in Harm if one in event.harm],
        "going": event.going if event.going in {"yes", "no"} else "",
        "reported_at": turn.now,
        "reported_by": turn.actor.person,
    }
    whole = _whole(turn, row)
    digest = fingerprint_over(whole)
    row |= {"document": whole, "sha256": digest}
    incident = turn.connection.execute(insert(incidents).values(row).returning(incidents.c.id)).scalar_one()
    for picture in event.pictures:
        attached.enter(turn.connection, subject(incident), picture, turn.actor.person, turn.now)
    return Written(number, {"number": number, "sha256": digest}, also=(IncidentReceived(number),))


def _whole(turn: Turn, row: dict[str, Any]) -> dict[str, Any]:
    """What is kept of a report for good, and what its fingerprint is over."""
    code = select(enterprises.c.credit_code).where(enterprises.c.id == row["enterprise"])
    credit_code = turn.connection.execute(code).scalar_one()
    return {**row, "enterprise": credit_code, "reported_at": to_text(row["reported_at"])}


def incident_received(_turn: Turn, event: IncidentReceived) -> Written:
    """Only letters follow."""
    return Written(event.number)


def incident_added(turn: Turn, event: IncidentAdded) -> Written:
    """From anybody of the enterprise. Refusal for who has nothing to do with it."""
    row = _known(turn, event.number, Right.REPORT_INCIDENT)
    for picture in event.pictures:
        attached.enter(turn.connection, subject(row.id), picture, turn.actor.person, turn.now)
    _note(turn, row.id, ADDED, event.words)
    return Written(event.number)


def incident_answered(turn: Turn, event: IncidentAnswered) -> Written:
    """From somebody who watches over the enterprise. Refusal for others, and for near misses."""
    row = _known(turn, event.number, Right.HANDLE_INCIDENT)
    if row.near:
        raise Refusal("incident-gone")
    _note(turn, row.id, event.status.value, event.words)
    return Written(event.number, enterprise=row.enterprise)


def _note(turn: Turn, incident: int, what: str, words: str) -> None:
    row = {"incident": incident, "at": turn.now, "person": turn.actor.person, "what": what}
    turn.connection.execute(insert(incident_notes), row | {"words": words[:LONGEST_WORDS]})


def _known(turn: Turn, number: str, right: Right) -> Row[Any]:
    scope = scope_of(turn.actor, right)
    if scope is None or (scope.reach is Reach.ENTERPRISE) is not (right is Right.REPORT_INCIDENT):
        raise Refusal("not-allowed")
    found = select(incidents).where(incidents.c.number == number, within(scope.reach, incidents.c.enterprise))
    row = turn.connection.execute(found, {"place": scope.place}).one_or_none()
    if row is None:
        raise Refusal("incident-gone")
    return row
