"""What else is known of a hazard: one field at a time in its row, the former value in its timeline."""

from sqlalchemy import update

from safety.errors import Refusal
from safety.events_hazards import HazardDetailed
from safety.hazards import OVER
from storage.recording.moves import moved
from storage.recording.standing import hand, standing
from storage.recording.turn import Turn, Written
from storage.tables.ledger import hazards

LONGEST_ID, LONGEST = 32, 100  # characters of a field's id, and of what was said


def hazard_detailed(turn: Turn, event: HazardDetailed) -> Written:
    """One extra field of a hazard that is open. Refusal outside the scope, without the right, or when it is over."""
    row, _album = standing(turn, event.number)
    who = hand(turn)
    if not (who.inside or who.supervises):
        raise Refusal("hazard-not-yours")
    if row.state in OVER:
        raise Refusal("hazard-not-now")
    field, value = event.field[:LONGEST_ID], event.value.strip()[:LONGEST]
    if not field or not value:
        raise Refusal("hazard-detail-empty")
    known = dict(row.details or {})
    former = known.get(field, "")
    if former != value:
        change = update(hazards).where(hazards.c.id == row.id)
        turn.connection.execute(change.values(details={**known, field: value}))
        said = {"field": field, "value": value, **({"former": former} if former else {})}
        moved(turn, row.id, row.state, row.state, event.MOVE, said)
    return Written(event.number, {"former": former}, enterprise=row.enterprise)
