"""Interviews (约谈): a supervisor writes one down in a few taps, who was spoken with confirms it or objects, later it is looked at again."""

from dialogs.context import Context
from dialogs.interviews import card, listing, making
from dialogs.interviews.places import DAY, FLOW, OBJECT, OUTCOME, WHAT, WHY, meant
from dialogs.talk import Commanded, Input, Line, Opened, Screen, State, Step, Tapped, Wrote
from safety.interviews import LONGEST, SHORTEST
from safety.people import Right

__all__ = ["FLOW", "UNNUMBERED", "accepts", "show", "step", "writes"]
UNNUMBERED = frozenset({WHY, WHAT, DAY, OBJECT, OUTCOME})
_TAPS = making.TAPS | card.TAPS
_SHOWS = making.SHOWS | card.SHOWS


def step(state: State, told: Input, context: Context) -> Step | None:
    """Write one down, answer one, look at one again."""
    _need(state, context)
    if isinstance(told, Opened):
        if state.at in card.TAPS:
            meant(state, context)
        return Step(state)
    if isinstance(told, Commanded):
        return Step(State(FLOW))
    if isinstance(told, Wrote):
        return None if told.edited else _wrote(state, told.text.strip()[:LONGEST], context)
    if not isinstance(told, Tapped):
        return None
    if told.option == "e":
        return Step(State("menu"))
    return _TAPS.get(state.at, listing.tapped)(state, told.option, context)


def _need(state: State, context: Context) -> None:
    """Supervisors write; who answers for an enterprise reads and confirms."""
    reads = state.at not in making.TAPS and context.actor.may(Right.ASK_CHANGE)
    if not reads:
        context.need(Right.HOLD_INTERVIEW)


def _wrote(state: State, text: str, context: Context) -> Step | None:
    """Words where they are asked for."""
    if state.at in UNNUMBERED and len(text) < SHORTEST:
        return Step(state, say=Line("interview-empty"))
    if state.at in making.TAPS:
        return making.wrote(state, text, context)
    return card.wrote(state, text, context) if state.at in {OBJECT, OUTCOME} else None


def show(state: State, context: Context) -> Screen:
    """Draw where it stands, from what is recorded."""
    _need(state, context)
    return _SHOWS.get(state.at, listing.show)(state, context)


def writes(state: State, _context: Context) -> bool:
    """Whether any words may be an answer."""
    return state.at in UNNUMBERED


def accepts(state: State, _context: Context) -> Line:
    """What can be sent here."""
    return Line("accepts-reason" if state.at in UNNUMBERED else "accepts-buttons")
