"""Writes down when a digest is wanted, and who was chased. Groups: digest_groups.py."""

from datetime import time
from typing import Any

from sqlalchemy import select

from safety.calendar import at
from safety.calendar import today as day_of
from safety.digests import may_come_at
from safety.errors import Refusal
from safety.events_digests import DigestWished, EnterpriseChased
from safety.people import Right
from storage import due
from storage.recording.turn import Turn, Written
from storage.scope import scope_of, within
from storage.tables.digests import chases, digest_wishes
from storage.tables.ledger import enterprises, hazards
from storage.upsert import Upsert

DUE = "digest"  # kind of the row of `due` (bot/digest_rounds.py)
_WISH = Upsert(
    lambda insert_: (row := insert_(digest_wishes)).on_conflict_do_update(
        index_elements=["person"], set_={name: row.excluded[name] for name in ("minutes", "report")}
    )
)
_CHASE = Upsert(lambda insert_: insert_(chases).on_conflict_do_nothing())


def digest_wished(turn: Turn, event: DigestWished) -> Written:
    """Refusal in quiet hours, and for who gets no digest. One that is still to come comes at the new hour of its day."""
    if not turn.actor.may(Right.SEE_DIGEST):
        raise Refusal("not-allowed")
    if not may_come_at(event.minutes):
        raise Refusal("digest-hour-quiet")
    row = {"person": turn.actor.person, "minutes": event.minutes, "report": event.report}
    _WISH.run(turn.connection, row)
    _put(turn, event.minutes)
    return Written(f"digest/{turn.actor.person}")


def _put(turn: Turn, minutes: int) -> None:
    """Its due row stands on a working day already; an hour of today that has passed changes the following ones alone."""
    row = due.of(turn.connection, f"{DUE}:{turn.actor.person}")
    if row is None:
        return
    moment = at(day_of(row.due_at), time(minutes // 60, minutes % 60))
    if moment > turn.now:
        due.move(turn.connection, row, moment)


def enterprise_chased(turn: Turn, event: EnterpriseChased) -> Written:
    """Refusal outside the scope, for a hazard of another enterprise, and when somebody has chased it today."""
    row = _watched(turn, event)
    values = {
        "enterprise": row.id,
        "day": day_of(turn.now),
        "person": turn.actor.person,
        "at": turn.now,
        "hazard": event.hazard or None,
    }
    if _CHASE.run(turn.connection, values).rowcount != 1:
        raise Refusal("chased-today")
    return Written(f"chase/{event.enterprise}", enterprise=row.id)


def _watched(turn: Turn, event: EnterpriseChased) -> Any:
    scope = scope_of(turn.actor, Right.SEE_DIGEST)
    if scope is None:
        raise Refusal("not-allowed")
    found = select(enterprises.c.id).where(
        within(scope.reach, enterprises.c.id), enterprises.c.credit_code == event.enterprise
    )
    row = turn.connection.execute(found, {"place": scope.place}).one_or_none()
    if row is None:
        raise Refusal("enterprise-gone")
    if event.hazard:
        own = select(hazards.c.id).where(hazards.c.number == event.hazard, hazards.c.enterprise == row.id)
        if turn.connection.execute(own).first() is None:
            raise Refusal("enterprise-gone")
    return row
