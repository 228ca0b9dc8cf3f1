"""Writes down that a supervisor has looked at a submission with signs."""

from sqlalchemy import bindparam

from safety.errors import Refusal
from safety.events import QualityLooked
from safety.people import Right
from storage import quality
from storage.recording.turn import Turn, Written
from storage.scope import scope_of
from storage.tables.quality import looks
from storage.upsert import Upsert

_LOOKED = Upsert(
    lambda insert: (
        insert(looks)
        .values(check_id=bindparam("b_check"), person=bindparam("b_person"), at=bindparam("b_at"))
        .on_conflict_do_update(index_elements=["check_id", "person"], set_={"at": bindparam("b_at")})
    )
)


def quality_looked(turn: Turn, event: QualityLooked) -> Written:
    """The last look counts. Refusal outside the seat's scope."""
    scope = scope_of(turn.actor, Right.SEE_QUALITY)
    found = quality.place_of(turn.connection, scope, event.receipt) if scope else None
    if found is None:
        raise Refusal("quality-gone")
    check, enterprise = found
    _LOOKED.run(turn.connection, {"b_check": check, "b_person": turn.actor.person, "b_at": turn.now})
    return Written(f"submission/{event.receipt}", enterprise=enterprise)
