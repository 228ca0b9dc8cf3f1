"""Which department answers for an enterprise (三管三必须): seen by supervisors, named by hand by the district, with a reason."""

from dialogs import cards
from dialogs.cards import PAGE, Row, button
from dialogs.context import Context
from dialogs.talk import Argument, Input, Json, Line, Opened, Screen, State, Step, Tapped, Wrote
from safety.departments import LONGEST_REASON, DepartmentBy, Responsible
from safety.errors import Refusal
from safety.events_departments import DepartmentSet
from safety.people import Right

FLOW = "department"
PICK, WHY = "pick", "why"


def step(state: State, told: Input, context: Context) -> Step | None:
    """Look, pick another one, say why."""
    one = _one(state, context)
    if isinstance(told, Opened):
        return Step(state)
    if isinstance(told, Wrote) and not told.edited:
        return _wrote(state, told.text, context)
    if not isinstance(told, Tapped):
        return None
    if state.at == PICK:
        return _on_pick(state, told.option, context)
    if state.at == WHY:
        return Step(_at(state, PICK)) if told.option == "b" else None
    return _on_card(state, told.option, one, context)


def _on_card(state: State, option: str, one: Responsible, context: Context) -> Step | None:
    if option == "b":
        return Step(State("enterprise", "card", {"code": _code(state)}))
    if option not in {"p", "r"}:
        return None
    context.need(Right.SET_DEPARTMENT)
    if option == "p":
        return Step(_at(state, PICK))
    return Step(_at(state, WHY, to="")) if one.by is not DepartmentBy.RULE else None


def _wrote(state: State, text: str, context: Context) -> Step | None:
    """The name of a department, or the reason."""
    words = " ".join(text.split())[:LONGEST_REASON]
    if state.at == PICK and words:
        names = [name for name in context.ledger.departments().names() if words in name]
        if len(names) == 1:
            return Step(_at(state, WHY, to=names[0]))
        return Step(state, say=Line("department-unknown"))
    if state.at != WHY or not words:
        return None
    context.need(Right.SET_DEPARTMENT)
    to = str(state.data.get("to", ""))
    said = Line("department-said", {"department": to or "none"})
    return Step(_at(state, ""), (DepartmentSet(_code(state), to, words),), say=said)


def _on_pick(state: State, option: str, context: Context) -> Step | None:
    names = context.ledger.departments().names()
    offset = cards.offset_of(state, len(names))
    turned = cards.turned(option, offset, len(names))
    if turned is not None:
        return Step(_at(state, PICK, offset=turned))
    if option == "b":
        return Step(_at(state, ""))
    place = cards.index_in("a", option, len(names[offset : offset + PAGE]))
    return None if place is None else Step(_at(state, WHY, to=names[offset + place]))


def _at(state: State, at: str, **more: Json) -> State:
    return State(FLOW, at, {"code": _code(state), **more})


def _code(state: State) -> str:
    return str(state.data.get("code", ""))


def _one(state: State, context: Context) -> Responsible:
    one = context.ledger.departments().of(_code(state))
    if one is None:
        raise Refusal("department-gone")
    return one


def show(state: State, context: Context) -> Screen:
    """Which it is and how that came; the list; the question why."""
    one = _one(state, context)
    if state.at == PICK:
        return _show_pick(state, context)
    if state.at == WHY:
        to = str(state.data.get("to", "")) or "none"
        return Screen((Line("department-why", {"department": to}),), ((button("back", "b"),),))
    args: dict[str, Argument] = {"enterprise": one.enterprise, "department": one.department or "none"}
    lines = [Line("department-is", args), Line("department-by", {"by": one.by.value, "reason": one.reason})]
    if one.ruled and one.ruled != one.department:
        lines.append(Line("department-ruled", {"department": one.ruled}))
    sets = context.actor.may(Right.SET_DEPARTMENT)
    ways: Row = (button("department-pick", "p"),) if sets else ()
    back: Row = (button("department-rule", "r"),) if sets and one.by is not DepartmentBy.RULE else ()
    rows = (ways, back, (button("back", "b"),))
    return Screen(lines, tuple(row for row in rows if row))


def _show_pick(state: State, context: Context) -> Screen:
    names = context.ledger.departments().names()
    offset = cards.offset_of(state, len(names))
    shown = names[offset : offset + PAGE]
    items = [
        Line("department-item", {"n": n, "department": name}) for n, name in enumerate(shown, offset + 1)
    ]
    rows = cards.list_rows(len(shown), offset, len(names))
    return Screen((Line("department-which"), *items), (*rows, (button("back", "b"),)))


def accepts(state: State, _context: Context) -> Line:
    """A name, or the reason."""
    return Line("department-which") if state.at == PICK else Line("department-why", {"department": "none"})


def writes(state: State, _context: Context) -> bool:
    """Whether words are an answer here."""
    return state.at in {PICK, WHY}
