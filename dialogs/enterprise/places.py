"""The steps of the conversation about enterprises, and how a card is opened so that one comes back to where one was."""

from dialogs.context import Context
from dialogs.talk import Json, State
from safety.enterprises import Card
from safety.errors import Refusal

FLOW, FIND, LIST, CARD, MORE = "enterprise", "find", "list", "card", "more"
CODE, FROM = "code", "from"


def card_state(code: str, before: State | None = None) -> State:
    """The card of an enterprise; `before`: the list it is opened from."""
    kept: dict[str, Json] = {CODE: code}
    if before is not None:
        kept[FROM] = {"at": before.at, "data": dict(before.data)}
    return State(FLOW, CARD, kept)


def before(state: State) -> State | None:
    """The list that a card was opened from; None: another conversation, or nothing."""
    kept = state.data.get(FROM)
    if not isinstance(kept, dict):
        return None
    data = kept.get("data")
    return State(FLOW, str(kept.get("at", "")), data if isinstance(data, dict) else {})


def on(state: State, at: str, **data: Json) -> State:
    """Another step about the same enterprise."""
    kept = {name: state.data[name] for name in (CODE, FROM) if name in state.data}
    return State(FLOW, at, {**kept, **data})


def code_of(state: State) -> str:
    """The credit code that a state is about."""
    return str(state.data.get(CODE, ""))


def card_of(state: State, context: Context) -> Card:
    """The enterprise of a state; outside the reach it does not exist."""
    found = context.ledger.enterprises().card(code_of(state))
    if found is None:
        raise Refusal("enterprise-gone")
    return found
