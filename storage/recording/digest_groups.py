"""Writes down that a group gets the digest of an area, or gets it no more."""

from datetime import time, timedelta
from typing import Any

from safety.calendar import at
from safety.calendar import today as day_of
from safety.errors import Refusal
from safety.events_digests import GroupLinked, GroupUnlinked
from safety.people import Right
from storage import digest_groups, due
from storage.recording.turn import Turn, Written

KIND = "digest-group"
HOUR = time(8, 30)


def group_linked(turn: Turn, event: GroupLinked) -> Written:
    """By who asked for it, from the same seat, within a day. Its first digest comes the next morning."""
    row = _own(turn, event.code)
    seat = turn.actor.seat
    if seat is None or not turn.actor.may(Right.SEE_DIGEST) or seat.area != row.area:
        raise Refusal("not-allowed")
    if row.linked_at is None and not digest_groups.link(turn.connection, row, turn.now):
        raise Refusal("group-linked-already")
    moment = at(day_of(turn.now) + timedelta(days=1), HOUR)
    due.plan(turn.connection, f"{KIND}:{row.id}", KIND, str(row.id), moment)
    return Written(f"group/{row.id}")


def group_unlinked(turn: Turn, event: GroupUnlinked) -> Written:
    """By who linked it; its row of the clock goes the next time it comes round."""
    row = _own(turn, event.code)
    digest_groups.end(turn.connection, row.id, turn.now)
    return Written(f"group/{row.id}")


def _own(turn: Turn, code: str) -> Any:
    if digest_groups.shown(turn.connection, turn.actor.person, code, turn.now) is None:
        raise Refusal("group-gone")
    return digest_groups.of(turn.connection, code)
