"""Writes down which department answers for an enterprise, by hand and with a reason, or that the rule decides again."""

from typing import Any

from sqlalchemy import select, update

from safety.departments import LONGEST_REASON, DepartmentBy
from safety.errors import Refusal
from safety.events_departments import DepartmentSet
from safety.people import Right
from storage import duties
from storage.places import DEPARTMENT, find
from storage.recording.turn import Turn, Written
from storage.scope import held, scope_of
from storage.tables.ledger import enterprises


def department_set(turn: Turn, event: DepartmentSet) -> Written:
    """Refusal without the right, outside the reach, for a department that there is not, and without a reason."""
    scope = scope_of(turn.actor, Right.SET_DEPARTMENT)
    if scope is None:
        raise Refusal("not-allowed")
    here = (enterprises.c.credit_code == event.code, held(scope, enterprises.c.id))
    row = turn.connection.execute(
        select(enterprises.c.id, enterprises.c.department).where(*here)
    ).one_or_none()
    area = find(turn.connection, DEPARTMENT, event.department) if event.department else None
    reason = " ".join(event.reason.split())[:LONGEST_REASON]
    if row is None or (event.department and area is None) or not reason:
        raise Refusal("department-gone")
    by = DepartmentBy.HAND if event.department else DepartmentBy.RULE
    values: dict[str, Any] = {"department_by": by, "department_reason": reason if event.department else None}
    if event.department:
        values |= {"department": area}
    turn.connection.execute(update(enterprises).where(enterprises.c.id == row.id).values(values))
    duties.mark(turn.connection, row.id)  # the rule is worked out again with the next look
    return Written(f"enterprise/{event.code}", {"before": row.department}, enterprise=row.id)
