"""What waits for a second person: exports of much, deletion of a person's data. Approved or refused by one tap, never one's own (S17)."""

from checklists.words import Words
from dialogs import cards
from dialogs.cards import GAP, button
from dialogs.context import Context
from dialogs.register import role_line
from dialogs.talk import Argument, Input, Json, Line, Opened, Screen, State, Step, Tapped
from safety.bulk import BulkKind, BulkState, Requested
from safety.errors import Refusal
from safety.events_bulk import BulkDecided
from safety.people import Right

FLOW = "bulk"
CARD, YES, NO = "card", "yes", "no"  # the last two are what a letter's buttons do at once
PAGE = 4


def begun(rows: int, context: Context, usual: Line) -> Line:
    """What is said of an export that was asked for: that it is made, or that it waits for a second person."""
    most = context.ledger.rules().defaults.bulk.rows
    held = context.supervises and rows > most
    return Line("bulk-held", {"n": rows, "most": most}) if held else usual


def step(state: State, told: Input, context: Context) -> Step | None:
    """Look, approve, refuse."""
    context.need(Right.DECIDE_BULK)
    if isinstance(told, Opened):
        return _opened(state, context)
    if not isinstance(told, Tapped):
        return None
    return (
        _on_card(state, told.option, context) if state.at == CARD else _on_list(told.option, state, context)
    )


def _opened(state: State, context: Context) -> Step:
    """A letter's button decides at once, while there is something to decide."""
    here = State(FLOW, CARD, state.data)
    if state.at not in {YES, NO} or not _open(_one(state, context)):
        return Step(here if state.at in {YES, NO} else state)
    return _decided(here, context, approved=state.at == YES)


def _on_list(option: str, state: State, context: Context) -> Step | None:
    if option == "e":
        return Step(State("menu"))
    book = context.ledger.bulk()
    total = book.count()
    offset = cards.offset_of(state, total)
    turned = cards.turned(option, offset, total, PAGE)
    if turned is not None:
        return Step(State(FLOW, "", {"offset": turned}))
    shown = book.waiting(offset=offset, limit=PAGE)
    place = cards.index_in("a", option, len(shown))
    return None if place is None else Step(State(FLOW, CARD, {"request": shown[place].number}))


def _on_card(state: State, option: str, context: Context) -> Step | None:
    if option == "b":
        return Step(State(FLOW))
    if option not in {"y", "n"}:
        return None
    if not _open(_one(state, context)):
        raise Refusal("bulk-gone")
    return _decided(state, context, approved=option == "y")


def _decided(state: State, context: Context, *, approved: bool) -> Step:
    one = _one(state, context)
    if one is None:
        raise Refusal("bulk-gone")
    said = Line("bulk-said", {"approved": "yes" if approved else "no", "person": one.person})
    return Step(state, (BulkDecided(one.number, approved),), say=said)


def _one(state: State, context: Context) -> Requested | None:
    kept: Json = state.data.get("request")
    return context.ledger.bulk().one(kept) if isinstance(kept, int) else None


def _open(one: Requested | None) -> bool:
    return one is not None and one.state is BulkState.WAITING


# --- what is seen -------------------------------------------------------------------------------------------------


def show(state: State, context: Context) -> Screen:
    """The list, or one request."""
    context.need(Right.DECIDE_BULK)
    return _card(state, context) if state.at == CARD else _list(state, context)


def _list(state: State, context: Context) -> Screen:
    book = context.ledger.bulk()
    total = book.count()
    offset = cards.offset_of(state, total)
    shown = book.waiting(offset=offset, limit=PAGE)
    lines: list[Line | Words] = [Line("bulk-title", {"n": total})]
    lines += [Line("bulk-item", {"n": place, **args_of(one)}) for place, one in enumerate(shown, offset + 1)]
    return Screen(lines, (*cards.list_rows(len(shown), offset, total), (button("to-menu", "e"),)))


def _card(state: State, context: Context) -> Screen:
    one, back = _one(state, context), (button("back-to-list", "b"),)
    if one is None:
        return Screen((Line("bulk-gone"),), (back,))
    lines: list[Line | Words] = [Line("bulk-card", args_of(one)), GAP]
    if one.state is not BulkState.WAITING:
        ended: dict[str, Argument] = {
            "ended": Line("bulk-state", {"state": one.state.value}),
            "officer": one.by or "none",
        }
        return Screen((*lines, Line("bulk-ended", ended)), (back,))
    lines.append(Line("bulk-what-then", {"kind": one.kind.value}))
    return Screen(lines, ((button("bulk-approve", "y"), button("bulk-refuse", "n")), back))


def args_of(one: Requested) -> dict[str, Argument]:
    """A request as texts name it."""
    return {
        "person": one.person,
        "role": role_line(one.role),
        "place": one.place or "none",
        "kind": one.kind.value,
        "what": Line("bulk-content", {"content": one.table if one.kind is BulkKind.EXPORT else "none"}),
        "rows": one.rows,
        "time": one.at,
        "until": one.until,
    }
