"""Hours of training (学时): one's own, those of the people of one's enterprise, the counts of an area."""

from dialogs.context import Context
from dialogs.talk import Commanded, Input, Opened, Screen, State, Step, Tapped
from dialogs.training import overseeing, own, pupils
from safety.people import Right

FLOW = "hours"


def step(state: State, told: Input, context: Context) -> Step | None:
    """Answer an input: supervisors see counts, everybody else their own hours."""
    context.need(Right.SEE_TRAINING if context.supervises else Right.TAKE_EXAM)
    if isinstance(told, Commanded | Opened):
        return Step(State(FLOW) if isinstance(told, Commanded) else told.state)
    return _tapped(state, told.option, context) if isinstance(told, Tapped) else None


def _tapped(state: State, option: str, context: Context) -> Step | None:
    ways = {"e": "menu", "l": "learning"}
    if option in ways:
        return Step(State(ways[option]))
    if context.supervises:
        return overseeing.step(state, option, context)
    return (pupils.step if state.at in pupils.STEPS else own.step)(state, option, context)


def show(state: State, context: Context) -> Screen:
    """Draw where it stands."""
    if context.supervises:
        context.need(Right.SEE_TRAINING)
        return overseeing.show(state, context)
    context.need(Right.TAKE_EXAM)
    return pupils.show(state, context) if state.at in pupils.STEPS else own.show(state, context)
