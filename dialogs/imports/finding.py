"""Which import a conversation is about, and where it stands."""

from dialogs import cards
from dialogs.context import Context
from dialogs.talk import Json, State
from safety.errors import Refusal
from safety.imports import Import

FLOW = "import"
CARD, SURE, COLUMNS, COLUMN = "card", "sure", "columns", "column"
RECENT = 3


def of(number: int, at: str = CARD, **more: Json) -> State:
    """Where one import is shown."""
    return State(FLOW, at, {"number": number, **more})


def found(state: State, context: Context) -> Import:
    """The import on the screen; without a number the one that came last. Refusal when it is nobody's here."""
    book, number = context.ledger.imports(), state.data.get("number")
    one = book.one(number) if isinstance(number, int) else book.last()
    if one is None:
        raise Refusal("upload-gone")
    return one


def recent(option: str, context: Context) -> int | None:
    """The number of a recent one behind a button of the home screen."""
    latest = context.ledger.imports().recent(RECENT)
    place = cards.index_in("a", option, len(latest))
    return None if place is None else latest[place].number
