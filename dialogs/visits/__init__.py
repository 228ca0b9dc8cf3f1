"""Inspections on site (现场检查) as one conversation: begin one, walk it, put it before the enterprise, end it, correct it.

The questions themselves are walked by dialogs/selfcheck, which asks dialogs/visits/inside.py where it stands.
"""

from collections.abc import Callable
from dataclasses import replace

from dialogs import report
from dialogs.context import Context
from dialogs.talk import (
    Commanded,
    Input,
    Line,
    Opened,
    Screen,
    SentPhoto,
    SentPlace,
    State,
    Step,
    Tapped,
    Wrote,
)
from dialogs.visits import beginning, card, correcting, ending, found, home, hosting
from dialogs.visits.meant import FLOW, needed, of, own
from safety.errors import Refusal
from safety.events_visits import VisitPlaced, VisitRemarked
from safety.visits import LONGEST, VisitState

__all__ = ["FLOW", "UNNUMBERED", "accepts", "noticed", "show", "step", "writes"]

Tap = Callable[[State, str, Context], Step | None]
STEPS: dict[str, tuple[Tap, Callable[[State, Context], Screen]]] = {
    "": (home.tapped, home.show),
    "list": (home.tapped_list, home.show_list),
    "kind": (beginning.tapped_kind, beginning.show_kind),
    "second": (beginning.tapped_second, beginning.show_second),
    "card": (card.tapped, card.show),
    "forms": (card.tapped_forms, card.show_forms),
    "more": (card.tapped_more, card.show_more),
    "other": (beginning.tapped_other, beginning.show_other),
    "found": (found.tapped, found.show),
    "drop": (found.tapped_drop, found.show_drop),
    "end": (ending.tapped, ending.show),
    "why": (ending.tapped_why, ending.show_why),
    "gone": (ending.tapped_gone, ending.show_gone),
    "object": (hosting.tapped_object, hosting.show_object),
    "fix": (correcting.tapped, correcting.show),
    "fixwhy": (correcting.tapped_why, correcting.show_why),
}
UNNUMBERED = frozenset({"why", "object", "fixwhy"})
ON_CARD = frozenset({"card", "more"})  # words are a remark there, a place is kept
NAMED = frozenset({"second", "other"})


def step(state: State, told: Input, context: Context) -> Step | None:
    """Answer one input."""
    if isinstance(told, Opened):
        return _opened(told.state, context)
    if isinstance(told, Tapped):
        return _tapped(state, told, context)
    return _sent(state, told, context)


def _opened(state: State, context: Context) -> Step:
    """Refused right away where it is not the reader's: what stood there before stays, with its buttons."""
    if "visit" in state.data:
        needed(state, context)
    return Step(state if state.at in STEPS else State(FLOW))


def _sent(state: State, told: Input, context: Context) -> Step | None:
    """A photo, a place, words; any command leads to the beginning."""
    if isinstance(told, SentPhoto):
        return _photographed(state, told, context)
    if isinstance(told, SentPlace):
        return _placed(state, told, context)
    if isinstance(told, Wrote):
        return None if told.edited else _wrote(state, told.text.strip(), context)
    return Step(State(FLOW)) if isinstance(told, Commanded) else None


def _tapped(state: State, told: Tapped, context: Context) -> Step | None:
    if told.option == "e":
        return Step(State("menu"))
    return STEPS[state.at][0](state, told.option, context) if state.at in STEPS else Step(State(FLOW))


def _wrote(state: State, text: str, context: Context) -> Step | None:
    """A reason, an objection, a name; on the card words for the record."""
    writers = {
        "why": ending.wrote,
        "object": hosting.wrote,
        "fixwhy": correcting.wrote,
        "second": beginning.wrote,
        "other": beginning.wrote,
    }
    if state.at in writers:
        return writers[state.at](state, text[:LONGEST], context) if text else None
    one = of(state, context) if state.at in ON_CARD else None
    if one is None or not one.mine or one.state is not VisitState.OPEN or not text:
        return None
    return Step(own(one), (VisitRemarked(one.id, text[:LONGEST]),), say=Line("visit-remarked"))


def _photographed(state: State, photo: SentPhoto, context: Context) -> Step | None:
    """A photo on the card is a finding beside the list."""
    one = of(state, context) if state.at in {*ON_CARD, "found"} else None
    if one is None or not one.mine or one.state is not VisitState.OPEN:
        return None
    return replace(report.photographed(photo, one.id, context), left=own(one))


def _placed(state: State, place: SentPlace, context: Context) -> Step | None:
    one = of(state, context) if state.at in ON_CARD else None
    if one is None or not one.mine or one.state is not VisitState.OPEN:
        return None
    event = VisitPlaced(one.id, place.lat, place.lon, place.accuracy)
    return Step(own(one), (event,), say=Line("visit-placed"))


def show(state: State, context: Context) -> Screen:
    """Draw where it stands."""
    if state.at not in STEPS:
        raise Refusal("visit-gone")
    return STEPS[state.at][1](state, context)


def accepts(state: State, context: Context) -> Line:
    """What can be sent here."""
    if state.at in NAMED:
        return Line("visit-accepts-name")
    if not writes(state, context):
        return Line("accepts-buttons")
    return Line("visit-accepts-words" if state.at in UNNUMBERED else "visit-accepts-card")


def writes(state: State, context: Context) -> bool:
    """Whether any words may be meant for it."""
    if state.at in ON_CARD:
        one = of(state, context)
        return one is not None and one.mine and one.state is VisitState.OPEN
    if state.at == "why":
        return ending.ending_of(state) is not None  # words are the reason of something
    return state.at in UNNUMBERED or state.at in NAMED


def noticed(state: State, context: Context) -> State:
    """Remember which result somebody of the enterprise has before them."""
    if state.at != "card":
        return state
    one = of(state, context)
    if one is None or one.mine or one.state is not VisitState.PRESENTED:
        return state
    return State(FLOW, "card", {"visit": one.id, "seen": one.presented})
