"""Enterprises (企业): look one up, lists of them, the card of one and what can be done from it. One's own for its people.

Others open it by `State("enterprise", "card", {"code": <credit code>})`, a list by `State("enterprise", "list", {…})`.
"""

from dialogs.context import Context
from dialogs.enterprise import asking, card, deciding, finding, grading, people, profile
from dialogs.enterprise.places import CARD, FIND, FLOW, LIST, MORE, card_state
from dialogs.taking import wants_csv
from dialogs.talk import Commanded, Input, Line, Opened, Screen, State, Step, Tapped, Wrote
from safety.exported import FileForm
from safety.people import Right

__all__ = ["CARD", "FIND", "FLOW", "LIST", "UNNUMBERED", "accepts", "show", "step", "writes"]
UNNUMBERED = frozenset({"", FIND, LIST, grading.WHY, asking.TO, asking.WHY, deciding.REFUSE, profile.NUMBER})
ASKS = {  # where something is typed
    grading.WHY: grading.wrote,
    asking.TO: asking.wrote,
    asking.WHY: asking.wrote,
    deciding.REFUSE: deciding.wrote,
    profile.PROFILE: profile.wrote,
    profile.NUMBER: profile.wrote,
}
_PARTS = (
    (finding.STEPS, finding.step, finding.show),
    (grading.STEPS, grading.step, grading.show),
    (asking.STEPS, asking.step, asking.show),
    (deciding.STEPS, deciding.step, deciding.show),
    (people.STEPS, people.step, people.show),
    (profile.STEPS, profile.step, profile.show),
)
_STEPS = {at: own for steps, own, _ in _PARTS for at in steps} | {CARD: card.step, MORE: card.step_more}
_SHOWS = {at: own for steps, _, own in _PARTS for at in steps} | {CARD: card.show, MORE: card.show_more}


def step(state: State, told: Input, context: Context) -> Step | None:
    """Look up, turn pages, open a card, act on it."""
    context.need(Right.SEE_ENTERPRISES)
    if isinstance(told, Commanded):
        return _entered(told.argument, context)
    if isinstance(told, Opened):
        return Step(state if state.at else _home(context))
    if isinstance(told, Wrote):
        return None if told.edited else _wrote(state, told.text, context)
    if not isinstance(told, Tapped):
        return None
    if told.option == "e":
        return Step(State("menu"))
    here = state if state.at else _home(context)
    return _STEPS.get(here.at, finding.step)(here, told.option, context)


def _entered(words: str, context: Context) -> Step | None:
    """The command: one's own card, what was written behind it, or the question which one."""
    if context.supervises and words.strip():
        return finding.found(words, context)
    return Step(_home(context))


def _home(context: Context) -> State:
    return State(FLOW, FIND) if context.supervises else card_state(context.ledger.enterprises().own())


def _wrote(state: State, text: str, context: Context) -> Step | None:
    """A reason where one is asked for; a list that is wanted as a file; else words are looked for."""
    if state.at in ASKS:
        return ASKS[state.at](state, text, context)
    if state.at == LIST and wants_csv(text) and context.actor.may(Right.EXPORT_HAZARDS):
        return finding.exported(state, context, FileForm.CSV)
    return finding.found(text, context) if context.supervises else None


def show(state: State, context: Context) -> Screen:
    """Draw where it stands, from what is recorded."""
    context.need(Right.SEE_ENTERPRISES)
    at = state if state.at else _home(context)
    return _SHOWS.get(at.at, finding.show)(at, context)


def accepts(state: State, context: Context) -> Line:
    """What can be sent here."""
    if state.at in {profile.PROFILE, profile.NUMBER}:
        return Line("accepts-buttons")
    if state.at in ASKS:
        return Line("accepts-reason")
    return Line("enterprise-accepts" if context.supervises else "accepts-buttons")


def writes(state: State, context: Context) -> bool:
    """Whether any words may be an answer."""
    return state.at in ASKS or (context.supervises and state.at in {"", FIND, LIST})
