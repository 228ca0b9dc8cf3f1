"""Which inspection a state is about, and the states that lead to it."""

from dialogs.context import Context
from dialogs.talk import Json, State
from safety.errors import Refusal
from safety.visits import Visit, VisitState

FLOW = "visit"


def of(state: State, context: Context) -> Visit | None:
    """The one that a state names; one that has just begun is the actor's last."""
    wanted = state.data.get("visit")
    book = context.ledger.visits()
    if isinstance(wanted, int):
        return book.one(wanted)
    return book.begun() if state.data.get("new") else None


def needed(state: State, context: Context) -> Visit:
    """The same; a Refusal when it is not there for the reader."""
    one = of(state, context)
    if one is None:
        raise Refusal("visit-gone")
    return one


def open_one(state: State, context: Context) -> Visit:
    """One of the reader's own that is open; a Refusal else."""
    one = needed(state, context)
    if not one.mine:
        raise Refusal("visit-gone")
    if one.state is VisitState.PRESENTED:
        raise Refusal("visit-is-presented")
    if one.state is not VisitState.OPEN:
        raise Refusal("visit-over")
    return one


def own(one: Visit) -> State:
    """Its card."""
    return at("card", one)


def at(where: str, one: Visit, **data: Json) -> State:
    """A step of it."""
    return State(FLOW, where, {"visit": one.id, **data})
