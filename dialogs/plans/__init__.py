"""Emergency plans (应急预案): registered in four taps, filed, reviewed, kept in all their versions; supervisors read them."""

from datetime import date

from checklists.drills import PlanKind
from checklists.reading.dates import Side, read_date
from checklists.reading.plain import plain
from dialogs import cards
from dialogs.cards import PAGE, button, index_in
from dialogs.context import Context
from dialogs.plans import screens
from dialogs.plans.screens import CARD, DAY, FILING, FLOW, KIND, KINDS, NEW_DAY, TITLE, TYPED, plan_of
from dialogs.talk import Input, Json, Line, Opened, Screen, SentFile, SentPhoto, State, Step, Tapped, Wrote
from safety.events_hazards import Picture
from safety.events_plans import PlanEntered, PlanFiled, PlanFileSent, PlanReviewed, PlanWithdrawn
from safety.people import Right
from safety.plans import PlanOf

__all__ = ["FLOW", "TYPED", "accepts", "show", "step", "writes"]
LONGEST_TITLE, SHORTEST_TITLE = 60, 2


def step(state: State, told: Input, context: Context) -> Step | None:
    """Answer an input."""
    context.need(Right.SEE_DRILLS)
    if isinstance(told, Opened):
        return Step(state)
    if isinstance(told, Wrote):
        return None if told.edited else _wrote(state, told.text.strip(), context)
    if isinstance(told, SentPhoto | SentFile):
        return _sent(state, told, context)
    return _tapped(state, told.option, context) if isinstance(told, Tapped) else None


def _keeps(context: Context) -> bool:
    return context.actor.may(Right.RUN_DRILL)


def _sent(state: State, told: SentPhoto | SentFile, context: Context) -> Step | None:
    """A photo of the plan, or the document, is kept with its newest version."""
    if state.at not in {CARD, "newest"} or not _keeps(context):
        return None
    found = plan_of(state, context)
    document = isinstance(told, SentFile)
    picture = Picture(told.file, told.unique, told.size, told.caption)
    name = told.name if isinstance(told, SentFile) else ""
    event = PlanFileSent(found.number, picture, document, name)
    return Step(_card(found), (event,), say=Line("plan-file-kept"))


def _tapped(state: State, option: str, context: Context) -> Step | None:
    if state.at in {CARD, "newest"}:
        return _on_card(plan_of(state, context), option, context)
    if state.at == FILING:
        found = plan_of(state, context)
        return _filed(found, "", context) if option == "y" else Step(_card(found)) if option == "b" else None
    if option == "b":
        return Step(State(FLOW) if state.at != NEW_DAY else _card(plan_of(state, context)))
    steps = {KIND: _on_kind, TITLE: _on_title, DAY: _on_day, NEW_DAY: _on_day}
    return steps.get(state.at, _on_list)(state, option, context)


def _on_list(state: State, option: str, context: Context) -> Step | None:
    plans = context.ledger.plans()
    total = plans.count_plans()
    offset = cards.offset_of(state, total)
    if option == "e":
        return Step(State("emergency"))
    if option == "n" and _keeps(context):
        return Step(State(FLOW, KIND))
    turned = cards.turned(option, offset, total)
    if turned is not None:
        data: dict[str, Json] = {"offset": turned}
        return Step(State(FLOW, "", data))
    page = plans.plans(offset=offset, limit=PAGE)
    index = index_in("a", option, len(page))
    return None if index is None else Step(_card(page[index]))


def _on_kind(_state: State, option: str, _context: Context) -> Step | None:
    index = index_in("k", option, len(KINDS))
    return None if index is None else Step(State(FLOW, TITLE, {"kind": KINDS[index].value}))


def _on_title(state: State, option: str, context: Context) -> Step | None:
    every = screens.titles(context)
    index = index_in("t", option, len(every))
    if index is None:
        return None
    title = every[index].to(context.actor.language)
    return Step(State(FLOW, DAY, {**state.data, "title": title}))


def _on_day(state: State, option: str, context: Context) -> Step | None:
    return _entered(state, context.today, context) if option == "d" else None


def _on_card(found: PlanOf, option: str, context: Context) -> Step | None:
    if option == "b":
        return Step(State(FLOW))
    if not _keeps(context) or found.ended:
        return None
    if option == "f":
        return Step(State(FLOW, FILING, {"plan": found.number}))
    if option == "v":
        return Step(State(FLOW, NEW_DAY, {"plan": found.number}))
    if option == "r":
        return Step(_card(found), (PlanReviewed(found.number, context.today),), say=Line("plan-reviewed-now"))
    return Step(State(FLOW), (PlanWithdrawn(found.number),)) if option == "x" else None


def _card(found: PlanOf) -> State:
    return State(FLOW, CARD, {"plan": found.number})


def _filed(found: PlanOf, filing: str, context: Context) -> Step:
    event = PlanFiled(found.number, context.today, filing[:LONGEST_TITLE])
    return Step(_card(found), (event,), say=Line("plan-filed-now"))


def _entered(state: State, day: date, context: Context) -> Step:
    """A new plan, or the next version of one; it is shown once it is recorded."""
    if day > context.today:
        return Step(state, say=Line("plan-day-ahead"))
    if state.at == NEW_DAY:
        found = plan_of(state, context)
        version = f"V{len(found.versions) + 1}"
        event = PlanEntered(found.kind, found.title, version, day, found.number)
        return Step(_card(found), (event,), say=Line("plan-entered-now"))
    kind = PlanKind(str(state.data.get("kind", PlanKind.OVERALL.value)))
    event = PlanEntered(kind, str(state.data.get("title", "")), "V1", day)
    return Step(State(FLOW, "newest"), (event,), say=Line("plan-entered-now"))


def _wrote(state: State, text: str, context: Context) -> Step | None:
    if state.at not in TYPED or not _keeps(context):
        return None
    if state.at == TITLE:
        if len(text) < SHORTEST_TITLE:
            return Step(state, say=Line("plan-title-short"))
        return Step(State(FLOW, DAY, {**state.data, "title": text[:LONGEST_TITLE]}))
    if state.at == FILING:
        return _filed(plan_of(state, context), text, context)
    day = read_date(plain(text), context.today, Side.BACK)
    return Step(state, say=Line("plan-day-unclear")) if day is None else _entered(state, day, context)


def show(state: State, context: Context) -> Screen:
    """Draw where it stands."""
    context.need(Right.SEE_DRILLS)
    if state.at in {CARD, "newest"}:
        return screens.card(plan_of(state, context), context)
    if state.at == FILING:
        lines = (Line("plan-filing-ask", {"title": plan_of(state, context).title}),)
        return Screen(lines, ((button("plan-no-number", "y"),), (button("back", "b"),)))
    return screens.show(state, context)


def accepts(state: State, _context: Context) -> Line:
    """What can be sent here."""
    known = {TITLE: "plan-accepts-title", DAY: "plan-accepts-day", NEW_DAY: "plan-accepts-day"}
    known |= {FILING: "plan-accepts-filing", CARD: "plan-accepts-file", "newest": "plan-accepts-file"}
    return Line(known.get(state.at, "accepts-buttons"))


def writes(state: State, context: Context) -> bool:
    """Where any words may be an answer, only the plainest commands are looked for."""
    return state.at in TYPED and _keeps(context)
