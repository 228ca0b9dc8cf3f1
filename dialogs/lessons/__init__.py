"""Lessons (培训课, 开工第一课 among them): announce, sign in by a code, call the roll, close; counts of what was held."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from dialogs.context import Context
from dialogs.lessons import announcing, counts, holding, home, signing
from dialogs.talk import Commanded, Input, Line, Opened, Screen, State, Step, Tapped, Wrote
from safety.people import Right

FLOW = "lesson"
UNNUMBERED = frozenset({signing.CODE, holding.OTHERS, announcing.EDIT})
ENDS = frozenset({holding.RECORD})
Does: TypeAlias = Callable[[State, str, Context], Step | None]
Draws: TypeAlias = Callable[[State, Context], Screen | None]
PARTS: Mapping[str, tuple[Does, Draws]] = {
    **dict.fromkeys(announcing.STEPS, (announcing.step, announcing.show)),
    **dict.fromkeys(holding.STEPS, (holding.step, holding.show)),
    **dict.fromkeys(signing.STEPS, (signing.step, signing.show)),
    **dict.fromkeys(counts.STEPS, (counts.step, counts.show)),
}


def step(state: State, told: Input, context: Context) -> Step | None:
    """Answer an input."""
    _need(context)
    if isinstance(told, Commanded):
        return signing.given(told.argument, context) if told.argument else Step(State(FLOW))
    if isinstance(told, Opened):
        return Step(told.state)
    if isinstance(told, Wrote):
        return None if told.edited else _wrote(state, told.text, context)
    return _tapped(state, told.option, context) if isinstance(told, Tapped) else None


def _need(context: Context) -> None:
    context.need(Right.HOLD_LESSON if context.supervises else Right.TAKE_EXAM)


def _tapped(state: State, option: str, context: Context) -> Step | None:
    ways = {"e": "menu", "l": "learning"}
    if option in ways:
        return Step(State(ways[option]))
    part = PARTS.get(state.at)
    return part[0](state, option, context) if part is not None else home.step(state, option, context)


def _wrote(state: State, text: str, context: Context) -> Step | None:
    if state.at == signing.CODE:
        return signing.given(text, context)
    if state.at == holding.OTHERS:
        return holding.wrote(state, text, context)
    return announcing.wrote(state, text, context) if state.at == announcing.EDIT else None


def show(state: State, context: Context) -> Screen:
    """Draw where it stands, from what is recorded."""
    _need(context)
    part = PARTS.get(state.at)
    screen = part[1](state, context) if part is not None else None
    return screen if screen is not None else home.show(state, context)


def accepts(state: State, _context: Context) -> Line:
    """What can be sent here."""
    hints = {signing.CODE: "lesson-accepts-code", holding.OTHERS: "lesson-accepts-others"}
    hints[announcing.EDIT] = "lesson-accepts-edit"
    return Line(hints.get(state.at, "accepts-buttons"))


def writes(state: State, _context: Context) -> bool:
    """Whether any words may be an answer."""
    return state.at in UNNUMBERED
