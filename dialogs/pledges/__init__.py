"""Notices and commitments (告知承诺): read item by item, signed in person by the principal. What is owed, what was signed."""

from dialogs.context import Context
from dialogs.pledges import overseeing, reading, signing
from dialogs.pledges.owing import pack_of
from dialogs.talk import Input, Line, Opened, Screen, State, Step, Tapped, Wrote
from safety.pledges import Pack

FLOW = "pledges"
RECEIPT, NAME, CARD = "receipt", signing.NAME, signing.CARD
UNNUMBERED = frozenset({NAME, CARD, "item", "again", *overseeing.REASONS})


def step(state: State, told: Input, context: Context) -> Step | None:
    """Read on, sign, look at what was signed."""
    if context.supervises:
        return overseeing.step(state, told, context)
    pack = pack_of(context)
    if isinstance(told, Opened):
        return Step(state)
    if state.at in signing.STEPS and not signing.ready(pack, context):
        return Step(State(FLOW), say=Line("pledge-not-now"))
    if state.at in signing.STEPS:
        return signing.step(state, told, pack, context)
    return _tapped(state, told, pack, context) if isinstance(told, Tapped) else None


def _tapped(state: State, told: Tapped, pack: Pack, context: Context) -> Step | None:
    if state.at in {reading.ITEM, reading.WHY}:
        return reading.step(state, told.option, pack, context)
    if state.at == RECEIPT:
        return {"b": Step(State(FLOW)), "e": Step(State("menu"))}.get(told.option)
    return reading.overview_step(told.option, pack, context)


def show(state: State, context: Context) -> Screen:
    """Draw where it stands; the overview when that step is no longer possible."""
    if context.supervises:
        return overseeing.show(state, context)
    pack = pack_of(context)
    if state.at in signing.STEPS and signing.ready(pack, context):
        return signing.show(state, pack, context)
    if state.at in {reading.ITEM, reading.WHY}:
        return reading.show(state, pack)
    if state.at == RECEIPT and pack.pledge is not None:
        return signing.receipt(pack.pledge, context)
    return reading.overview(pack, context)


def accepts(state: State, context: Context) -> Line:
    """What can be sent here."""
    if context.supervises:
        return overseeing.accepts(state)
    if state.at == CARD:
        return Line("accepts-contact")
    return Line("accepts-name") if state.at == NAME else Line("accepts-buttons")


def claims(state: State, told: Wrote, context: Context) -> bool:
    """A name is a name, even where a button has the same words."""
    return state.at == NAME and not told.edited and signing.is_name(told.text, context)


def writes(state: State, context: Context) -> bool:
    """Where a name is typed, only the plainest commands are looked for."""
    return overseeing.writes(state) if context.supervises else state.at == NAME
