"""Writes down a class that a supervisor sets by hand, and marks the enterprise when something else moves its class."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import bindparam, insert, select, update

from checklists.grading import EnterpriseClass
from safety import events_hazards as hazardous
from safety import events_incidents as accidents
from safety import events_pledges as pledged
from safety import events_tips as tipped
from safety.classes import Kept
from safety.errors import Refusal
from safety.events import Event, HazardFound, HazardWithdrawn
from safety.events_classes import ClassSet
from safety.people import Right
from storage import grades as keeping
from storage import obligations
from storage.recording.turn import Turn, Written
from storage.scope import scope_of, within
from storage.tables.classes import grades, gradings
from storage.tables.ledger import enterprises

LONGEST, SHORTEST = 300, 2  # characters of a reason
MOVES: frozenset[type[Event]] = frozenset(
    {
        HazardFound,
        HazardWithdrawn,
        hazardous.HazardReported,
        hazardous.HazardMoved,
        hazardous.HazardMovedTogether,
        hazardous.HazardClosed,
        accidents.IncidentReported,
        pledged.CommitmentBroken,
        pledged.CommitmentSigned,
        tipped.TipHazardMade,
        tipped.TipClosed,
    }
)


def follow(turn: Turn, event: Event, written: Written) -> None:
    """What this event moves is worked out anew at the next tick."""
    seat = turn.actor.seat
    enterprise = written.enterprise or (seat.enterprise if seat else None)
    if type(event) in MOVES and enterprise is not None:
        keeping.mark(turn.connection, enterprise)


def class_set(turn: Turn, event: ClassSet) -> Written:
    """Refusal outside the scope, without a reason, before the rules have said anything, or when nothing would change."""
    row, reason = _watched(turn, event.enterprise), event.reason.strip()[:LONGEST]
    if len(reason) < SHORTEST:
        raise Refusal("class-why-missing")
    old = Kept(row.worked, row.hand, row.hand_over)
    new = Kept(row.worked) if event.supervision is None else Kept(row.worked, event.supervision, row.worked)
    if (old.holds, old.hand is None) == (new.holds, new.hand is None):
        raise Refusal("class-same")
    _write(turn, row, new, reason)
    return Written(f"class/{event.enterprise}", {"before": old.holds.value}, enterprise=row.id)


def _write(turn: Turn, row: Any, new: Kept, reason: str) -> None:
    mine: Mapping[str, EnterpriseClass | None] = {"hand": new.hand, "hand_over": new.hand_over}
    turn.connection.execute(update(grades).where(grades.c.enterprise == row.id).values(**mine))
    changed = update(enterprises).where(enterprises.c.id == row.id)
    turn.connection.execute(changed.values(supervision=new.holds, ungraded=True))
    line = {
        "enterprise": row.id,
        "at": turn.now,
        "person": turn.actor.person,
        "before": row.supervision,
        "after": new.holds,
        "points": row.points,
        "hand": new.hand is not None,
        "reason": reason,
    }
    turn.connection.execute(insert(gradings), line)
    obligations.mark(turn.connection, row.id, turn.now)


def _watched(turn: Turn, credit_code: str) -> Any:
    scope = scope_of(turn.actor, Right.SET_CLASS)
    if scope is None:
        raise Refusal("not-allowed")
    found = (
        select(enterprises.c.id, enterprises.c.supervision, grades)
        .join(grades, grades.c.enterprise == enterprises.c.id)
        .where(within(scope.reach, enterprises.c.id), enterprises.c.credit_code == bindparam("code"))
        .with_for_update()
    )
    row = turn.connection.execute(found, {"place": scope.place, "code": credit_code}).one_or_none()
    if row is None:
        raise Refusal("enterprise-gone")
    return row
