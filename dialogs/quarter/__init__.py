"""The quarter in a supervisor's area (每季度全覆盖): how far it is covered, who was never reached, samples, how both sides agree."""

from collections.abc import Callable

from dialogs.context import Context
from dialogs.quarter import agreed, meter, samples
from dialogs.talk import Input, Opened, Screen, State, Step, Tapped
from safety.people import Right

FLOW = "quarter"
Tap = Callable[[State, str, Context], Step | None]
STEPS: dict[str, tuple[Tap, Callable[[State, Context], Screen]]] = {
    "": (meter.tapped, meter.show),
    "missed": (meter.tapped_missed, meter.show_missed),
    "samples": (samples.tapped_list, samples.show_list),
    "sample": (samples.tapped, samples.show),
    "agreed": (agreed.tapped, agreed.show),
    "firm": (agreed.tapped_firm, agreed.show_firm),
}


def step(state: State, told: Input, context: Context) -> Step | None:
    """Only buttons mean something here."""
    context.need(Right.SEE_COVERAGE)
    if isinstance(told, Opened):
        return Step(told.state if told.state.at in STEPS else State(FLOW))
    if not isinstance(told, Tapped):
        return None
    if told.option == "e":
        return Step(State("menu"))
    return STEPS[state.at][0](state, told.option, context) if state.at in STEPS else Step(State(FLOW))


def show(state: State, context: Context) -> Screen:
    """Draw where it stands."""
    context.need(Right.SEE_COVERAGE)
    return STEPS.get(state.at, STEPS[""])[1](state, context)
