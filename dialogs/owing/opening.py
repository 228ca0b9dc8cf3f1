"""Where *do it now* leads: one table, task to conversation and step. What is not in it is recorded as done (records.py)."""

from collections.abc import Callable, Mapping

from checklists.reminders import Task
from dialogs.context import Context
from dialogs.selfcheck.asking import enter
from dialogs.talk import State, Step
from safety.checks import CheckKey, DutyState
from safety.owed import Owed
from safety.people import Right

FLOW = "todo"
RECORD = "record"

OPENS: Mapping[Task, tuple[str, str]] = {
    Task.COMMITMENT: ("pledges", ""),
    Task.LESSON: ("lesson", "new"),
    Task.PROFILE: ("enterprise", "profile"),
    Task.FILE_PLAN: ("plan", ""),
    Task.REVIEW_PLAN: ("plan", ""),
    Task.CERTIFICATE: ("papers", ""),
    Task.LICENCE: ("papers", ""),
    Task.EQUIPMENT: ("papers", ""),
    Task.STATISTICS: ("statistics", ""),
}


def begun(one: Owed, context: Context) -> Step:
    """The conversation in which this is done, at the place where it is done."""
    own = WAYS.get(one.task)
    if own is not None:
        return own(one, context)
    if one.task in OPENS:
        flow, at = OPENS[one.task]
        return Step(State(flow, at))
    return Step(State(FLOW, RECORD, {"n": one.number}))


def _check(one: Owed, context: Context) -> Step:
    """The open question of this form; the list of forms when the period of this one is over."""
    _, form, period = one.about.split("/", 2) if one.about.count("/") > 1 else ("", "", "")
    key = CheckKey(form, period)
    owed = [duty for duty in context.ledger.duties(context.today) if duty.state is not DutyState.DONE]
    same = next((duty.key for duty in owed if duty.key == key), None)
    same = same or next((duty.key for duty in owed if duty.key.checklist == form), None)
    return Step(State("check")) if same is None else enter(same, context)


def _hazard(one: Owed, _context: Context) -> Step:
    return Step(State("hazards", "card", {"number": one.about.partition(":")[2]}))


def _drill(one: Owed, _context: Context) -> Step:
    """A drill is planned; the one of a plan tests that plan, so that it is done with its record."""
    kind, _, number = one.about.partition(":")
    return Step(State("drill", "pick", {"plan": int(number)} if kind == "plan" and number.isdigit() else {}))


def _supplies(one: Owed, _context: Context) -> Step:
    """The cabinet that is to be looked at; of something that runs out, the list of cabinets."""
    kind, _, number = one.about.partition(":")
    if kind == "depot" and number.isdigit():
        return Step(State("supplies", "card", {"depot": int(number)}))
    return Step(State("supplies"))


def _training(one: Owed, context: Context) -> Step:
    """A lesson for the enterprise, who of its people misses what, or one's own hours."""
    kind = one.about.partition(":")[0]
    if kind == "enterprise" and context.actor.may(Right.HOLD_LESSON):
        return Step(State("lesson", "new"))
    others = kind == "worker" and context.actor.may(Right.SEE_TRAINING)
    return Step(State("hours", "pupils" if others else ""))


WAYS: Mapping[Task, Callable[[Owed, Context], Step]] = {
    Task.CHECK: _check,
    Task.FIX: _hazard,
    Task.PROGRESS: _hazard,
    Task.REPORT_MAJOR: _hazard,
    Task.DRILL: _drill,
    Task.SUPPLIES: _supplies,
    Task.TRAINING: _training,
}
