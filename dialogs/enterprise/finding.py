"""Looking an enterprise up by words or its credit code, and lists of enterprises in pages."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from checklists.reminders import Activity
from checklists.words import Words
from dialogs import cards, taking, whence
from dialogs.cards import PAGE, Row, button
from dialogs.context import Context
from dialogs.enterprise.places import FIND, FLOW, LIST, card_state
from dialogs.talk import Argument, Button, Line, Screen, State, Step
from safety import credit_code
from safety.enterprises import SHORTEST, Brief
from safety.events_exports import ExportAsked
from safety.exported import Exported, FileForm
from safety.lists import sought
from safety.people import Right
from safety.queries import EVERYBODY, Look, Query

BUTTONS = 8  # on a screen
OVERDUE = {"u": Look.INSPECTION.value, "v": Look.SELF_CHECK.value, "w": Look.EXPERT.value}
LABELS = {"u": "unlooked-inspection", "v": "unlooked-self-check", "w": "unlooked-expert"}
STEPS = frozenset({FIND, LIST})


@dataclass(frozen=True, slots=True)
class Page:
    """What is on the screen: the rows, where they begin, how many there are in all."""

    rows: Sequence[Brief]
    offset: int
    total: int


def step(state: State, option: str, context: Context) -> Step | None:
    """Turn a page, open a card, show all, go back."""
    page = _page(state, context)
    turned = cards.turned(option, page.offset, page.total)
    if turned is not None:
        return Step(State(FLOW, state.at, {**state.data, "offset": turned}))
    place = cards.index_in("a", option, len(page.rows))
    if place is not None:
        here = State(FLOW, state.at, {**state.data, "offset": page.offset})
        return Step(card_state(page.rows[place].credit_code, here))
    if option in OVERDUE and state.at != LIST:
        look = OVERDUE[option]
        return Step(State(FLOW, LIST, {"query": Query(unlooked=look).to_json(), "title": look, "own": True}))
    if option == "x" and state.at == LIST:
        return exported(state, context)
    if option == "l" and state.at != LIST:
        return Step(State(FLOW, LIST))
    return _back(state) if option == "b" else None


def exported(state: State, context: Context, form: str = FileForm.XLSX) -> Step:
    """The list as a table, made after the turn."""
    query = _query(state)
    event = ExportAsked(query.to_json(), 0, Exported.ENTERPRISES, form)
    return taking.begun(state, context.ledger.queries().count(query), event, context)


def _query(state: State) -> Query:
    """Without one all of the reader's area."""
    kept = state.data.get("query")
    return EVERYBODY if kept is None else Query.from_json(kept)


def _back(state: State) -> Step:
    """A list that words were looked for in gives way to the question; everything else ends."""
    searched = state.at in {"", FIND} and state.data.get("text")
    own = state.at == LIST and ("query" not in state.data or bool(state.data.get("own")))
    return Step(State(FLOW, FIND)) if searched or own else Step(None)


def found(text: str, context: Context) -> Step | None:
    """What was typed: one enterprise opens at once, several are a list."""
    words = sought(text)
    if len(words) < SHORTEST:
        return None
    book = context.ledger.enterprises()
    here = State(FLOW, FIND, {"text": words})
    rows = book.find(words, limit=2)
    if len(rows) == 1:
        return Step(card_state(rows[0].credit_code, State(FLOW, FIND)))
    return Step(here, say=None if rows else _nothing(words))


def _nothing(words: str) -> Line:
    """Nothing was found; a credit code with a wrong sign is told apart from one that nobody has."""
    code = credit_code.normal(words)
    wrong = len(code) == credit_code.LENGTH and credit_code.fault(code) is not None
    return Line("enterprise-code-wrong" if wrong else "enterprise-not-found")


# --- what is seen -------------------------------------------------------------------------------------------------


def show(state: State, context: Context) -> Screen:
    """The question with what was found, or a list."""
    page = _page(state, context)
    lines: list[Line | Words] = [_title(state, page)]
    lines += [item(number, one) for number, one in enumerate(page.rows, page.offset + 1)]
    lines += [Line("enterprise-pick")] if page.rows else []
    rows = cards.list_rows(len(page.rows), page.offset, page.total)
    room = BUTTONS - sum(map(len, rows)) - 1
    takes = state.at == LIST and page.total and room > 0 and context.actor.may(Right.EXPORT_HAZARDS)
    export = (button("to-export", "x"),) if takes else ()
    return Screen(lines, (*rows, *_overdue(state, context), (*export, *_bottom(state, context))))


def _bottom(state: State, context: Context) -> Row:
    every: tuple[Button, ...] = ()
    if state.at != LIST and not state.data.get("text"):
        every = (button("enterprise-all", "l", n=context.ledger.queries().count(EVERYBODY)),)
        return (*every, button("to-menu", "e"))
    back = [replace(one, option="b") for one in whence.ways(context)]
    return tuple(back) if _back(state).state is None and back else (button("back", "b"),)


def _overdue(state: State, context: Context) -> tuple[Row, ...]:
    """Below the question: who was not looked at as often as the class asks for."""
    if state.at == LIST or state.data.get("text"):
        return ()
    book = context.ledger.queries()
    counted = [(option, book.count(Query(unlooked=look))) for option, look in OVERDUE.items()]
    row = tuple(button(LABELS[option], option, n=n) for option, n in counted if n)
    return (row,) if row else ()


def _title(state: State, page: Page) -> Line:
    if state.at == LIST:
        title = state.data.get("title")
        named: dict[str, Argument] = {"n": page.total, "title": title if isinstance(title, str) else "none"}
        return Line("enterprise-list", named)
    return Line("enterprise-found", {"n": page.total}) if page.total else Line("enterprise-ask")


def item(number: int, one: Brief) -> Line:
    """A line of a list: name, town, colour, what it does when it does not produce."""
    works = one.activity in {Activity.PRODUCING, Activity.RESUMED}
    args: dict[str, Argument] = {
        "n": number,
        "enterprise": one.name,
        "town": one.town,
        "colour": one.colour,
        "activity": "works" if works else one.activity.value,
    }
    return Line("enterprise-item", args)


def _page(state: State, context: Context) -> Page:
    if state.at == LIST:
        return _queried(state, context)
    book, text = context.ledger.enterprises(), str(state.data.get("text", ""))
    total = book.count_found(text)
    offset = cards.offset_of(state, total)
    return Page(book.find(text, offset=offset, limit=PAGE), offset, total)


def _queried(state: State, context: Context) -> Page:
    """The enterprises of a query."""
    query, book = _query(state), context.ledger.queries()
    total = book.count(query)
    offset = cards.offset_of(state, total)
    rows = [
        Brief(one.credit_code, one.name, one.town, one.colour, Activity(one.activity))
        for one in book.page(query, offset=offset, limit=PAGE)
    ]
    return Page(rows, offset, total)
