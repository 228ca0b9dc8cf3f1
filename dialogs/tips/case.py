"""Where the office's conversation about a tip stands. No screens here."""

from dialogs.context import Context
from dialogs.talk import Json, State
from safety.errors import Refusal
from safety.tips import Tip

FLOW, CARD = "tips", "card"
KEPT = ("number", "offset")


def tip_of(state: State, context: Context) -> Tip:
    """The tip of a card; outside the scope it does not exist."""
    tip = context.ledger.tips().one(str(state.data.get("number", "")))
    if tip is None:
        raise Refusal("tip-none-such")
    return tip


def at(state: State, where: str, **more: Json) -> State:
    """Another step about the same tip; the page of the list is kept."""
    kept = {name: state.data[name] for name in KEPT if name in state.data}
    return State(FLOW, where, {**kept, **more})
