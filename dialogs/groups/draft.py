"""A group that is being made: the query so far, which saved one it changes, where it leads. Kept in the state."""

from dataclasses import dataclass, field, replace

from dialogs.context import Context
from dialogs.talk import Json, State
from safety.asking import Vocabulary
from safety.queries import EVERYBODY, Query, QueryBook

FLOW, MAKE, NAME, CARD, SURE = "groups", "make", "name", "card", "sure"


@dataclass(frozen=True, slots=True)
class Draft:
    """What is chosen so far.

    group   number of the saved one that is changed; 0: a new one; `name`: what it is called
    left    words that were not understood, offered as words of names
    """

    query: Query = field(default=EVERYBODY)
    group: int = 0
    name: str = ""
    left: str = ""

    def state(self, at: str = MAKE, offset: int = 0) -> State:
        """The state in which it goes on."""
        kept: dict[str, Json] = {
            "query": query_json(self.query),
            "group": self.group,
            "name": self.name,
            "left": self.left,
        }
        return State(FLOW, at, kept | ({"offset": offset} if offset else {}))

    def asking(self, query: Query) -> "Draft":
        """The same with another query."""
        return replace(self, query=query, left="")


def query_json(query: Query) -> Json:
    """A query as states keep it."""
    kept: Json = query.to_json()
    return kept


def draft_of(state: State) -> Draft:
    """The draft that a state keeps."""
    group = state.data.get("group")
    return Draft(
        Query.from_json(state.data.get("query", {})),
        group if isinstance(group, int) else 0,
        str(state.data.get("name", "")),
        str(state.data.get("left", "")),
    )


def vocabulary(context: Context) -> Vocabulary:
    """What the reader can ask for by name."""
    book: QueryBook = context.ledger.queries()
    rules = context.ledger.rules().asking
    return Vocabulary(
        book.towns(), book.place(), rules.facts, book.industries(), book.departments(), book.grids()
    )


def listed_state(query: Query, title: str) -> State:
    """The list of a query's enterprises, from which each opens its card."""
    return State("enterprise", "list", {"query": query_json(query), "title": title or None})
