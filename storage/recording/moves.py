"""The timeline of a hazard (hazard_moves): every step of its life, who, when, from, to. Rows are added and never changed."""

from collections.abc import Mapping

from sqlalchemy import bindparam, insert

from checklists.answers import JsonValue
from safety.events_hazards import HazardMoved
from safety.hazard_ledger import HazardState
from storage.prepared import Prepared
from storage.recording.turn import Turn
from storage.tables.ledger import hazard_moves

LONGEST = 4000  # characters of a reason or a measure
_COLUMNS = ("hazard", "at", "person", "before", "after", "action", "body")
_ADD = Prepared(
    insert(hazard_moves).values(
        {name: bindparam(f"b_{name}", type_=hazard_moves.c[name].type) for name in _COLUMNS}
    )
)


def said(event: HazardMoved) -> dict[str, JsonValue]:
    """What an action had to say, as the timeline keeps it; people are named by the caller."""
    body: dict[str, JsonValue] = {
        "reason": event.reason[:LONGEST],
        "day": event.day.isoformat() if event.day else None,
        "measures": event.measures[:LONGEST],
        "money": event.money,
        "contingency": event.contingency[:LONGEST],
        "of": event.of,
        "text": event.words[:LONGEST],
        "root": event.root,
    }
    return {name: value for name, value in body.items() if value not in {None, ""}}


def moved(
    turn: Turn,
    hazard: int,
    before: HazardState | None,
    after: HazardState,
    action: str,
    body: Mapping[str, JsonValue] | None = None,
) -> None:
    """One more step of this hazard's timeline."""
    row = {
        "b_hazard": hazard,
        "b_at": turn.now,
        "b_person": turn.actor.person,
        "b_before": before,
        "b_after": after,
        "b_action": action,
        "b_body": dict(body or {}),
    }
    _ADD.run(turn.connection, row)
