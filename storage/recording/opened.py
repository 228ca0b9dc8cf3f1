"""The open check of an event: an event names form and period, the seat adds the enterprise, nothing else is reachable.

Open is what was not submitted yet, and what is being corrected.
"""

from typing import Any, Protocol

from sqlalchemy import Select, bindparam, select

from safety.checks import CheckKey
from safety.errors import Refusal
from safety.people import Right
from safety.visits import visit_of
from storage.recording.turn import Turn
from storage.tables.checks import checks
from storage.visits import rows


class OfCheck(Protocol):
    """An event that belongs to a check."""

    @property
    def key(self) -> CheckKey: ...


OWN = (
    (checks.c.enterprise == bindparam("b_enterprise"))
    & (checks.c.checklist == bindparam("b_checklist"))
    & (checks.c.period == bindparam("b_period"))
)
UNSUBMITTED = OWN & checks.c.submitted_at.is_(None)
CORRECTING = OWN & checks.c.correcting.is_not(None)
OPEN = OWN & (checks.c.submitted_at.is_(None) | checks.c.correcting.is_not(None))
_ANY = select(checks.c.id).where(OWN)
_FIND = select(checks.c.id).where(OPEN)


def in_open(*columns: Any) -> Select[Any]:
    """Columns for an INSERT … SELECT that adds one row to the open check, and none where there is no open check."""
    return select(checks.c.id, *columns).where(OPEN)


def bound(table: Any, *names: str) -> list[Any]:
    """Parameters `b_…` of the types of a table's columns."""
    return [bindparam(f"b_{name}", type_=table.c[name].type) for name in names]


def place(
    turn: Turn, event: OfCheck, question: str = "", right: Right = Right.ANSWER_CHECK
) -> dict[str, Any]:
    """What these statements bind: which check, which question, who, when. Refusal when the seat does not allow it."""
    return {
        "b_enterprise": _enterprise(turn, event.key, right),
        "b_checklist": event.key.checklist,
        "b_period": event.key.period,
        "b_question": question,
        "b_at": turn.now,
        "b_person": turn.actor.person,
    }


def _enterprise(turn: Turn, key: CheckKey, right: Right) -> int:
    """The seat's enterprise; of a form that is walked in an inspection the one that is inspected, by who inspects it."""
    visit = visit_of(key.period)
    if visit is None:
        return turn.enterprise(right)
    if right is not Right.ANSWER_CHECK:  # no inspection is handed in, corrected or shared like a self-check
        raise Refusal("not-allowed")
    return int(rows.open_to(turn.connection, turn.actor, visit).enterprise)


def open_check(turn: Turn, event: OfCheck) -> int:
    """The row of the open check. Refusal when it is submitted or not begun."""
    check = turn.connection.execute(_FIND, place(turn, event)).scalar_one_or_none()
    if check is None:
        raise closed(turn, event)
    return int(check)


def needed(turn: Turn, event: OfCheck, changed: int) -> None:
    """Refusal when a statement found no open check."""
    if changed != 1:
        raise closed(turn, event)


def closed(turn: Turn, event: OfCheck) -> Refusal:
    """Why there is no open check: a colleague has submitted it meanwhile, or it was never begun."""
    found = turn.connection.execute(_ANY, place(turn, event)).scalar_one_or_none()
    return Refusal("check-gone" if found is None else "already-submitted")
