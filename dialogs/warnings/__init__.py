"""Warnings and circulars (预警、通知): supervisors send them and see who has confirmed, enterprises confirm and answer."""

from dialogs.context import Context
from dialogs.talk import (
    Commanded,
    Input,
    Line,
    Opened,
    Screen,
    SentFile,
    SentPhoto,
    State,
    Step,
    Tapped,
    Wrote,
)
from dialogs.warnings import composing, enclosing, receiving, watching
from dialogs.warnings.letter import CARD, FLOW
from safety.people import Right

__all__ = ["FLOW", "UNNUMBERED", "accepts", "claims", "show", "step", "writes"]

UNNUMBERED = frozenset({composing.WRITE, composing.MAKE, CARD})


def step(state: State, told: Input, context: Context) -> Step | None:
    """Answer an input: a sender's or an enterprise's."""
    context.need(Right.SEND_WARNING if context.supervises else Right.CONFIRM_WARNING)
    if isinstance(told, Commanded):
        return Step(State(FLOW))
    if not context.supervises:
        return receiving.step(state, told, context)
    if isinstance(told, Opened):
        return Step(_named(state, context))
    return _sender(state, told, context)


def _sender(state: State, told: Input, context: Context) -> Step | None:
    if isinstance(told, Wrote):
        return None if told.edited else composing.wrote(state, told.text, context)
    if isinstance(told, SentPhoto | SentFile):
        return enclosing.sent(state, told) if state.at in composing.ENCLOSES else None
    if not isinstance(told, Tapped):
        return None
    if state.at in composing.STEPS:
        return composing.step(state, told.option, context)
    return watching.step(state, told.option, context)


def _named(state: State, context: Context) -> State:
    """What a letter opens; Refusal when it lies outside the scope."""
    watching.warned_of(state, context)
    return state


def show(state: State, context: Context) -> Screen:
    """Draw where it stands."""
    if not context.supervises:
        return receiving.show(state, context)
    context.need(Right.SEND_WARNING)
    if state.at in composing.STEPS:
        return composing.show(state, context)
    return watching.show(state, context)


def accepts(state: State, context: Context) -> Line:
    """What can be sent here."""
    if not context.supervises:
        return receiving.accepts(state)
    if state.at == composing.MAKE:
        return Line("warning-file-may")
    return Line("warning-accepts") if state.at == composing.WRITE else Line("accepts-buttons")


def writes(state: State, context: Context) -> bool:
    """Where any words may be an answer."""
    return state.at == composing.WRITE or (state.at == CARD and not context.supervises)


def claims(state: State, told: Wrote, _context: Context) -> bool:
    """Several lines are never a button."""
    return state.at == composing.WRITE and "\n" in told.text
