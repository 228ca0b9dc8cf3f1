"""Writes down that a hazard is broken into parts (子隐患): each is a hazard of its own with its own number, owner and day."""

from sqlalchemy import insert, select

from checklists.schema import Severity
from safety.errors import Refusal
from safety.events_hazards import HazardDivided, HazardMoved
from safety.hazard_ledger import HazardSource
from safety.hazards import entered
from storage.numbers import Series, next_number
from storage.recording.moves import moved
from storage.recording.turn import Turn, Written
from storage.tables.ledger import hazards

LONGEST = 4000  # characters
FIRST = "divided"  # how the timeline of a part begins


def part_of(turn: Turn, event: HazardMoved) -> HazardDivided:
    """The part that a step makes, with the number it gets."""
    if event.owner is None or event.day is None:
        raise Refusal("hazard-needs-owner")
    number = next_number(turn.connection, Series.HAZARD, turn.now)
    return HazardDivided(number, event.number, event.words.strip()[:LONGEST], event.owner, event.day)


def hazard_divided(turn: Turn, event: HazardDivided) -> Written:
    """The part is in the ledger at once, at the place of its parent. The step on the parent was checked before."""
    parent = turn.connection.execute(select(hazards).where(hazards.c.number == event.of)).one_or_none()
    if parent is None:
        raise Refusal("hazard-gone")
    state = entered(suspected_major=False)
    inside = turn.actor.seat is not None and turn.actor.seat.enterprise is not None
    row = {
        "number": event.number,
        "enterprise": parent.enterprise,
        "state": state,
        "severity": Severity.GENERAL,
        "suspected_major": False,
        "due": event.due,
        "found_at": turn.now,
        "found_by": turn.actor.person,
        "reported_at": turn.now,
        "source": HazardSource.REPORT if inside else HazardSource.INSPECTION,
        "kind": parent.kind,
        "place": parent.place,
        "words": event.words,
        "owner": event.owner,
        "parent": parent.number,
    }
    part = turn.connection.execute(insert(hazards).values(row).returning(hazards.c.id)).scalar_one()
    moved(turn, part, None, state, FIRST, {"of": parent.number})
    return Written(event.number, enterprise=parent.enterprise)
