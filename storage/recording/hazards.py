"""Writes down hazards: found by a bad answer, withdrawn by a better one, reported with the check.

Which state may follow which is said in safety/hazards.py; the statements here only carry it out.
"""

from typing import Any

from sqlalchemy import (
    ColumnElement,
    and_,
    bindparam,
    case,
    exists,
    func,
    insert,
    literal,
    or_,
    select,
    update,
)

from safety.errors import Refusal
from safety.events import HazardFound, HazardWithdrawn
from safety.hazard_ledger import HazardState
from safety.hazards import OPEN, TRANSITIONS, HazardAction, after, entered
from safety.visits import visit_of
from storage.numbers import Series, next_number
from storage.prepared import Prepared
from storage.recording.found import marks
from storage.recording.opened import bound, in_open, needed, open_check, place
from storage.recording.turn import Turn, Written, subject_of
from storage.tables.checks import checks
from storage.tables.ledger import hazards
from storage.visits import rows


def before(action: HazardAction) -> list[HazardState]:
    """The states in which an action is allowed."""
    return [state for state, actions in TRANSITIONS.items() if action in actions]


_MINE = (hazards.c.check_id == bindparam("b_check")) & (hazards.c.question == bindparam("b_question"))
_NEWLY = case(
    (hazards.c.state == HazardState.WITHDRAWN, bindparam("b_at", type_=hazards.c.found_at.type)),
    else_=hazards.c.found_at,
)
_GIVEN_DUE = bindparam("b_due", type_=hazards.c.due.type)
_GIVEN_MAJOR = bindparam("b_suspected_major", type_=hazards.c.suspected_major.type)
_DRAFTED = hazards.c.state.in_([HazardState.FOUND, HazardState.WITHDRAWN])
_CHANGES = hazards.c.state.in_(before(HazardAction.WITHDRAW)) | _DRAFTED  # no plan stands: the answer decides
_GRAVER = and_(
    _GIVEN_MAJOR, ~hazards.c.suspected_major, hazards.c.state.in_(before(HazardAction.FIND_GRAVER))
)
_AGAIN_STATE = case(
    (_DRAFTED, literal(after(HazardState.WITHDRAWN, HazardAction.FIND_AGAIN).value)),
    (_GRAVER, literal(after(HazardState.REPORTED, HazardAction.FIND_GRAVER).value)),
    else_=hazards.c.state,
)
_DUE = case(  # a correction never gives more time
    (_DRAFTED, _GIVEN_DUE),
    ((_CHANGES | _GRAVER) & (hazards.c.due > _GIVEN_DUE), _GIVEN_DUE),
    else_=hazards.c.due,
)


def _decided(name: str) -> ColumnElement[Any]:
    """What the answer says, where it still decides; else what stands."""
    given = bindparam(f"b_{name}", type_=hazards.c[name].type)
    return case((_CHANGES | _GRAVER, given), else_=hazards.c[name])


_AGAIN = (
    update(hazards)
    .where(_MINE, hazards.c.state.in_(before(HazardAction.FIND_AGAIN)))
    .values(
        state=_AGAIN_STATE,
        severity=_decided("severity"),
        suspected_major=_decided("suspected_major"),
        due=_DUE,
        found_at=_NEWLY,
        withdrawn_at=None,
        form=select(checks.c.form).where(checks.c.id == hazards.c.check_id).scalar_subquery(),
    )
    .returning(hazards.c.number)
)
_FOUND = ("number", "question", "severity", "suspected_major", "due")
_earlier = hazards.alias("earlier")


def recurring(enterprise: ColumnElement[int]) -> Any:
    """Number of the closed hazard of this enterprise that a new one is again (`b_recurs`); NULL when it is not closed now."""
    named = _earlier.c.number == bindparam("b_recurs", type_=hazards.c.number.type)
    closed = (_earlier.c.state == HazardState.CLOSED) & (_earlier.c.enterprise == enterprise)
    return select(_earlier.c.number).where(named, closed).scalar_subquery()


_NEW = insert(hazards).from_select(
    [
        *("check_id", "enterprise", "form", "recurs", "graded_up", "explained", "state"),
        *_FOUND,
        *("found_at", "found_by", "owner"),
    ],
    in_open(
        checks.c.enterprise,
        checks.c.form,
        recurring(checks.c.enterprise),
        recurring(checks.c.enterprise).is_not(None),
        and_(
            recurring(checks.c.enterprise).is_not(None),
            bindparam("b_explained", type_=hazards.c.explained.type),
        ),
        bindparam("b_state", HazardState.FOUND, type_=hazards.c.state.type),
        *bound(hazards, *_FOUND),
        bindparam("b_at", type_=hazards.c.found_at.type),
        bindparam("b_person", type_=hazards.c.found_by.type),
        bindparam("b_person", type_=hazards.c.found_by.type),
    ),
    include_defaults=False,
)
_REASON = bindparam("b_reason", type_=hazards.c.withdrawn_reason.type)
_PART = hazards.alias("part")
_WITHDRAW = (
    update(hazards)
    .where(
        _MINE,
        hazards.c.state.in_(before(HazardAction.WITHDRAW)),
        (hazards.c.state == HazardState.FOUND) | (_REASON != ""),
        ~exists().where(_PART.c.parent == hazards.c.number, _PART.c.state.in_(OPEN)),  # a part of it goes on
    )
    .values(
        state=after(HazardState.FOUND, HazardAction.WITHDRAW),
        withdrawn_at=bindparam("b_at"),
        withdrawn_reason=func.coalesce(func.nullif(_REASON, ""), hazards.c.withdrawn_reason),
    )
    .returning(hazards.c.number)
)
_REPORT = Prepared(
    update(hazards)
    .where(
        hazards.c.check_id == bindparam("b_check"),
        or_(*(hazards.c.state == state for state in before(HazardAction.REPORT))),
    )
    .values(
        state=case(
            (hazards.c.suspected_major, literal(entered(suspected_major=True).value)),
            else_=literal(entered(suspected_major=False).value),
        ),
        reported_at=bindparam("b_at", type_=hazards.c.reported_at.type),
    )
)
_NUMBER = select(hazards.c.number).where(_MINE)


def hazard_found(turn: Turn, event: HazardFound) -> Written:
    """A new hazard with its number, or the one this question had opened in this check, changed."""
    row = _row(turn, event) | {
        "b_severity": event.severity,
        "b_suspected_major": event.suspected_major,
        "b_due": event.due,
        "b_recurs": event.recurs,
        "b_explained": turn.rules.recurring.explained,
    }
    number = turn.connection.execute(_AGAIN, row).scalar_one_or_none()
    if number is None:
        number = next_number(turn.connection, Series.HAZARD, turn.now)
        needed(turn, event, turn.connection.execute(_NEW, row | {"b_number": number}).rowcount)
        _of_visit(turn, event, number)
    return Written(number, {"check": subject_of(event.key, event.question)})


def _of_visit(turn: Turn, event: HazardFound, number: str) -> None:
    """What an inspection finds says so, and gets an owner of the enterprise."""
    visit = visit_of(event.key.period)
    if visit is not None:
        values = marks(turn, rows.open_to(turn.connection, turn.actor, visit))
        turn.connection.execute(update(hazards).where(hazards.c.number == number).values(values))


def hazard_withdrawn(turn: Turn, event: HazardWithdrawn) -> Written:
    """The corrected answer takes its hazard back; a reported one only with a reason. Nothing when it is withdrawn already."""
    row = _row(turn, event) | {"b_reason": event.reason}
    number = turn.connection.execute(_WITHDRAW, row).scalar_one_or_none()
    number = number or turn.connection.execute(_NUMBER, row).scalar_one_or_none()
    if number is None:
        raise Refusal("hazard-gone")
    return Written(number)


def report(turn: Turn, check: int) -> None:
    """All hazards of a submitted check are reported with it."""
    _REPORT.run(turn.connection, {"b_check": check, "b_at": turn.now})


def _row(turn: Turn, event: HazardFound | HazardWithdrawn) -> dict[str, Any]:
    return place(turn, event, event.question) | {"b_check": open_check(turn, event)}
