"""Writes down whom to call in an emergency, as supervisors keep the list."""

from typing import Any

from sqlalchemy import insert, select, update

from safety.errors import Refusal
from safety.events_responders import ResponderAdded, ResponderChanged, ResponderGone, ResponderPlaced
from safety.people import Right
from storage.recording.turn import Turn, Written
from storage.responders import may_change
from storage.scope import Reach, scope_of
from storage.tables.responders import responders

LONGEST, LONGEST_WORDS, LONGEST_PHONE = 80, 200, 20
MOST_LAT, MOST_LON = 90.0, 180.0


def responder_added(turn: Turn, event: ResponderAdded) -> Written:
    """In the own area. Refusal for others, and without a name or a number."""
    scope = scope_of(turn.actor, Right.KEEP_RESPONDERS)
    if scope is None or scope.reach is Reach.ENTERPRISE:
        raise Refusal("not-allowed")
    row = _said(turn, event) | {"kind": event.of, "area": scope.place}
    number = turn.connection.execute(insert(responders).values(row).returning(responders.c.id)).scalar_one()
    return Written(f"responder/{number}", {"responder": number})


def _said(turn: Turn, event: ResponderAdded | ResponderChanged) -> dict[str, Any]:
    if not event.name.strip() or not event.phone.strip():
        raise Refusal("responder-unclear")
    return {
        "name": event.name[:LONGEST],
        "person": event.person[:LONGEST],
        "phone": event.phone[:LONGEST_PHONE],
        "words": event.words[:LONGEST_WORDS],
        "changed_at": turn.now,
    }


def responder_changed(turn: Turn, event: ResponderChanged) -> Written:
    """What was said takes the place of what stood there."""
    return _change(turn, event.responder, _said(turn, event))


def responder_placed(turn: Turn, event: ResponderPlaced) -> Written:
    """Where they are. Refusal for what is no place on the earth."""
    if not (abs(event.lat) <= MOST_LAT and abs(event.lon) <= MOST_LON):
        raise Refusal("responder-unclear")
    return _change(turn, event.responder, {"lat": event.lat, "lon": event.lon, "changed_at": turn.now})


def responder_gone(turn: Turn, event: ResponderGone) -> Written:
    """Off the list; that they were on it stands in the record."""
    return _change(turn, event.responder, {"gone_at": turn.now})


def _change(turn: Turn, responder: int, values: dict[str, Any]) -> Written:
    scope = scope_of(turn.actor, Right.KEEP_RESPONDERS)
    standing = (responders.c.id == responder, responders.c.gone_at.is_(None))
    row = turn.connection.execute(select(responders.c.area).where(*standing).with_for_update()).one_or_none()
    if row is None or scope is None or not may_change(scope, row.area):
        raise Refusal("responder-gone")
    turn.connection.execute(update(responders).where(responders.c.id == responder).values(values))
    return Written(f"responder/{responder}")
