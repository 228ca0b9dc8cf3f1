"""A campaign as an enterprise sees it: the way from a letter to its check, and the confirmation where all responsible people have to."""

from dialogs.campaigns.draft import FLOW
from dialogs.cards import button
from dialogs.context import Context
from dialogs.selfcheck.asking import enter
from dialogs.talk import Argument, Input, Line, Opened, Screen, State, Step, Tapped
from dialogs.words import on_day
from safety.campaigns import Assignment
from safety.checks import CheckKey
from safety.errors import Refusal
from safety.events_campaigns import CampaignSigned

GO, SIGN = "go", "sign"


def step(state: State, told: Input, context: Context) -> Step | None:
    """A letter was opened, or the result is confirmed."""
    if isinstance(told, Opened):
        return _gone(state, context)
    if not isinstance(told, Tapped):
        return None
    if told.option == "e":
        return Step(State("menu"))
    return _signing(assigned(state, context), told.option, context) if state.at == SIGN else None


def _signing(one: Assignment, option: str, context: Context) -> Step | None:
    if option == "v":
        return enter(CheckKey(one.checklist, one.period), context)
    if option != "k" or not one.signs:
        return None
    return Step(
        State("menu"), (CampaignSigned(one.period),), say=Line("campaign-signed", {"title": one.title})
    )


def _gone(state: State, context: Context) -> Step:
    """To the check, to its confirmation, or back home when all is done."""
    one = assigned(state, context)
    if one.signs:
        return Step(State(FLOW, SIGN, {"period": one.period}))
    if one.done:
        return Step(State("menu"), say=Line("campaign-done-already", {"title": one.title}))
    if one.closes < context.today:
        raise Refusal("campaign-closed", {"title": one.title})
    return enter(CheckKey(one.checklist, one.period), context)


def assigned(state: State, context: Context) -> Assignment:
    """What a state is about. Refusal for what is none of the enterprise's."""
    found = context.ledger.campaigns().assignment(str(state.data.get("period", "")))
    if found is None:
        raise Refusal("campaign-gone")
    return found


def show(state: State, context: Context) -> Screen:
    """The question whether what a colleague has filled in is so; without one the way home."""
    if state.at != SIGN:
        return Screen((Line("campaign-see-menu"),), ((button("to-menu", "e"),),))
    one = assigned(state, context)
    args: dict[str, Argument] = {"title": one.title, "due": on_day(one.due, context.today), "n": one.signed}
    if not one.signs:
        done = Line("campaign-done-already", {"title": one.title})
        return Screen((done,), ((button("to-menu", "e"),),))
    rows = ((button("campaign-sign", "k"),), (button("campaign-view", "v"), button("to-menu", "e")))
    return Screen((Line("campaign-sign-ask", args),), rows)
