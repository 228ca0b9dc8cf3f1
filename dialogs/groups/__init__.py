"""Saved groups of enterprises (分组): composed by buttons and typed words, counted, listed, saved under a name, used by campaigns."""

from dialogs.context import Context
from dialogs.groups import composing, listing
from dialogs.groups.draft import FLOW, MAKE, NAME
from dialogs.talk import Commanded, Input, Line, Opened, Screen, State, Step, Tapped, Wrote
from safety.people import Right

__all__ = ["FLOW", "UNNUMBERED", "accepts", "show", "step", "writes"]
UNNUMBERED = frozenset({MAKE, NAME})


def step(state: State, told: Input, context: Context) -> Step | None:
    """Answer an input."""
    context.need(Right.KEEP_GROUPS)
    if isinstance(told, Commanded):
        return composing.begun(told.argument, context) if told.argument.strip() else Step(State(FLOW))
    if isinstance(told, Opened):
        return Step(state)
    if isinstance(told, Wrote):
        return None if told.edited else _wrote(state, told.text, context)
    return _tapped(state, told.option, context) if isinstance(told, Tapped) else None


def _tapped(state: State, option: str, context: Context) -> Step | None:
    if option == "e":
        return Step(State("menu"))
    steps = composing.step if state.at in composing.STEPS else listing.step
    return steps(state, option, context)


def _wrote(state: State, text: str, context: Context) -> Step | None:
    """Words narrow a group down wherever one is made, and begin one on the list."""
    if state.at == NAME:
        return composing.named(state, text, context)
    if state.at in composing.STEPS:
        return composing.said(state, text, context)
    return composing.begun(text, context) if state.at == "" else None


def show(state: State, context: Context) -> Screen:
    """Draw where it stands."""
    context.need(Right.KEEP_GROUPS)
    return composing.show(state, context) if state.at in composing.STEPS else listing.show(state, context)


def accepts(state: State, _context: Context) -> Line:
    """What can be sent here."""
    if state.at == NAME:
        return Line("group-accepts-name")
    return Line("group-accepts" if state.at in {"", *composing.STEPS} else "accepts-buttons")


def writes(state: State, _context: Context) -> bool:
    """Where any words may be an answer."""
    return state.at in {"", NAME} or state.at in composing.STEPS
