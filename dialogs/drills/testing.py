"""Which emergency plan a drill tests (检验预案): the one that a reminder is about, one that has its name in its title, or one that is chosen."""

from collections.abc import Sequence

from checklists.drills import Script
from checklists.words import Words
from dialogs.cards import button, index_in
from dialogs.context import Context
from dialogs.drills.wording import FLOW
from dialogs.talk import Line, Screen, State, Step
from safety.plans import PlanOf

WHICH = "which"
MOST = 6  # plans on one screen
NONE = 0


def on_offer(context: Context) -> Sequence[PlanOf]:
    """The plans in force of the own enterprise."""
    return context.ledger.plans().plans(limit=MOST)


def tested(state: State, script: Script, context: Context) -> PlanOf | None:
    """The plan that was named or chosen; else one that has the drill's name in its own."""
    chosen = state.data.get("plan")
    if isinstance(chosen, int):
        found = context.ledger.plans().plan(chosen) if chosen != NONE else None
        return None if found is None or found.ended else found
    called = (script.title.zh, script.title.en)
    return next((one for one in on_offer(context) if any(name in one.title for name in called)), None)


def lines(state: State, script: Script, context: Context) -> Sequence[Line]:
    """Which plan it tests; nothing where the enterprise has none."""
    if not on_offer(context):
        return ()
    plan = tested(state, script, context)
    return (Line("drill-tests", {"title": plan.title}) if plan else Line("drill-tests-none"),)


def step(state: State, option: str, sure: State, context: Context) -> Step | None:
    """Choose one, or none. `sure`: the screen to which it leads back."""
    if option == "b":
        return Step(sure)
    plans = on_offer(context)
    index = index_in("a", option, len(plans))
    if index is None and option != "n":
        return None
    number = NONE if index is None else plans[index].number
    return Step(State(FLOW, sure.at, {**state.data, "plan": number}))


def show(context: Context) -> Screen:
    """One line and one button a plan."""
    plans = on_offer(context)
    said: list[Line | Words] = [Line("drill-which-plan")]
    said += [Line("drill-plan-line", {"n": n, "title": one.title}) for n, one in enumerate(plans, 1)]
    numbers = tuple(button("item-number", f"a{n}", n=n + 1) for n in range(len(plans)))
    return Screen(said, (numbers, (button("drill-no-plan", "n"), button("back", "b"))))
