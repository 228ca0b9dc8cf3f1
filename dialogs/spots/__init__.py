"""Spot exams on site (逢查必考): an inspector looks an enterprise up and opens one, or its officer does; whoever works there comes in by a code or a link."""

from dialogs.context import Context
from dialogs.spots import entering, inspecting, own
from dialogs.talk import Commanded, Input, Line, Opened, Screen, State, Step, Tapped, Wrote
from safety.people import Right

FLOW = "spot"
UNNUMBERED = frozenset({"", inspecting.FIND})


def step(state: State, told: Input, context: Context) -> Step | None:
    """Answer an input: inspectors look up, everybody else gives a code."""
    _need(context)
    if isinstance(told, Commanded):
        given = told.argument if not context.supervises else ""
        return entering.given(given, context) if given else Step(State(FLOW))
    if isinstance(told, Opened):
        return Step(state)
    if isinstance(told, Wrote):
        return None if told.edited else _wrote(state, told.text, context)
    return _tapped(state, told.option, context) if isinstance(told, Tapped) else None


def _tapped(state: State, option: str, context: Context) -> Step | None:
    if option == "e":
        return Step(State("menu"))
    if context.supervises:
        return inspecting.step(state, option, context)
    if state.at in own.STEPS:
        return own.step(state, option, context)
    if option == "o" and context.actor.may(Right.OPEN_SPOT):
        return Step(State(FLOW, own.OWN))
    return Step(State("exam")) if option == "b" else None


def _need(context: Context) -> None:
    context.need(Right.INSPECT if context.supervises else Right.TAKE_EXAM)


def _wrote(state: State, text: str, context: Context) -> Step | None:
    if context.supervises:
        return inspecting.wrote(state, text, context)
    return None if state.at in own.STEPS else entering.given(text, context)


def show(state: State, context: Context) -> Screen:
    """Draw where it stands, from what is recorded."""
    _need(context)
    if context.supervises:
        return inspecting.show(state, context)
    return own.show(state, context) if state.at in own.STEPS else entering.show(context)


def accepts(state: State, context: Context) -> Line:
    """What can be sent here."""
    if not context.supervises:
        return Line("accepts-buttons" if state.at in own.STEPS else "spot-accepts-code")
    return Line("spot-accepts-name" if state.at == inspecting.FIND else "accepts-buttons")


def writes(state: State, context: Context) -> bool:
    """Whether any words may be an answer."""
    return context.supervises and state.at == inspecting.FIND
