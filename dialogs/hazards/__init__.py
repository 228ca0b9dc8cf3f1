"""The hazards of the seat's scope: the list, the card of one with its timeline, and everything that is done to it by hand.

What may be done is asked of safety/deeds.py, never decided here.
"""

from dialogs.cards import button
from dialogs.context import Context
from dialogs.hazards import (
    asking,
    card,
    details,
    evidence,
    listing,
    narrowing,
    parts,
    snapshot,
    timeline,
    together,
    verdict,
)
from dialogs.hazards.narrowing import PICK, SIFT, listed
from dialogs.hazards.ways import ASK, CARD, DETAILS, EVIDENCE, PARTS, VERDICT, hazard_of
from dialogs.talk import Input, Line, Opened, Screen, State, Step, Tapped
from safety.lists import Sieve
from safety.people import Right
from safety.reviews import WAITING


def _sifted(state: State, told: Input, context: Context) -> Step | None:
    """The filter screen also leads to what is done to several at once."""
    action = together.begins(context).get(told.option) if isinstance(told, Tapped) else None
    return Step(together.begin(state, action)) if action else narrowing.sift(state, told, context)


def _show_sift(state: State, context: Context) -> Screen:
    labels = {
        "h": button("to-hand-over-many", "h"),
        "v": button("to-accept-many", "v"),
        "g": button("to-extend-many", "g"),
    }
    return narrowing.show_sift(state, context, [labels[one] for one in together.begins(context)])


_STEPS = {
    CARD: card.step,
    ASK: asking.step,
    EVIDENCE: evidence.step,
    VERDICT: verdict.step,
    PARTS: parts.step,
    DETAILS: details.step,
}
_STEPS |= {snapshot.SNAP: snapshot.step, timeline.HISTORY: timeline.step}
_MANY = (together.MANY, together.WHOM, together.WHY, together.SURE)
OPENS = {"own": Sieve(mine=True), "waiting": WAITING}  # what a letter about several hazards opens
_LISTS = {SIFT: _sifted, PICK: narrowing.pick, **dict.fromkeys(_MANY, together.step)}
_SHOWS = {
    CARD: card.show,
    ASK: asking.show,
    EVIDENCE: evidence.show,
    VERDICT: verdict.show,
    PARTS: parts.show,
    DETAILS: details.show,
}
_SHOWS |= {snapshot.SNAP: snapshot.show, timeline.HISTORY: timeline.show}
_SHOWN = {SIFT: _show_sift, PICK: narrowing.show_pick, **dict.fromkeys(_MANY, together.show)}
claims = listing.claims


def step(state: State, told: Input, context: Context) -> Step | None:
    """Turn pages, open a card, and act on it."""
    context.need(Right.SEE_HAZARDS)
    if isinstance(told, Opened):
        return Step(listed(OPENS[told.state.at]) if told.state.at in OPENS else told.state)
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
    return state.at in {ASK, DETAILS, snapshot.SNAP} or together.writes(state)


def accepts(state: State, _context: Context) -> Line:
    """What can be sent here."""
    return Line("hazard-accepts", {"at": state.at or "list"})
