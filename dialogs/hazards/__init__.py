"""The hazards of the seat's scope: the list, the card of one with its timeline, and everything that is done to it by hand.

What may be done is asked of safety/deeds.py, never decided here.
"""

from dialogs.context import Context
from dialogs.hazards import asking, card, evidence, listing, narrowing, parts, snapshot, timeline, verdict
from dialogs.hazards.narrowing import PICK, SIFT
from dialogs.hazards.ways import ASK, CARD, EVIDENCE, PARTS, VERDICT, hazard_of
from dialogs.talk import Input, Line, Opened, Screen, State, Step
from safety.people import Right

_STEPS = {
    CARD: card.step,
    ASK: asking.step,
    EVIDENCE: evidence.step,
    VERDICT: verdict.step,
    PARTS: parts.step,
}
_STEPS |= {snapshot.SNAP: snapshot.step, timeline.HISTORY: timeline.step}
_LISTS = {SIFT: narrowing.sift, PICK: narrowing.pick}
_SHOWS = {
    CARD: card.show,
    ASK: asking.show,
    EVIDENCE: evidence.show,
    VERDICT: verdict.show,
    PARTS: parts.show,
}
_SHOWS |= {snapshot.SNAP: snapshot.show, timeline.HISTORY: timeline.show}
_SHOWN = {SIFT: narrowing.show_sift, PICK: narrowing.show_pick}
claims = listing.claims


def step(state: State, told: Input, context: Context) -> Step | None:
    """Turn pages, open a card, and act on it."""
    context.need(Right.SEE_HAZARDS)
    if isinstance(told, Opened):
        return Step(told.state)
    if state.at not in _STEPS:
        return _LISTS.get(state.at, listing.step)(state, told, context)
    return _STEPS[state.at](state, told, hazard_of(state, context), context)


def show(state: State, context: Context) -> Screen:
    """The list, one card, or what is asked about it."""
    context.need(Right.SEE_HAZARDS)
    if state.at not in _SHOWS:
        return _SHOWN.get(state.at, listing.show)(state, context)
    return _SHOWS[state.at](state, hazard_of(state, context), context)


def writes(state: State, _context: Context) -> bool:
    """Reasons and measures may be any words."""
    return state.at in {ASK, snapshot.SNAP}


def accepts(state: State, _context: Context) -> Line:
    """What can be sent here."""
    return Line("hazard-accepts", {"at": state.at or "list"})
