"""Seats that changed hands, and offers that wait: one line of a digest, and the list behind it. No names of people."""

from checklists.words import Words
from dialogs import cards
from dialogs.cards import GAP, PAGE, button
from dialogs.context import Context
from dialogs.talk import Button, Line, Screen, State, Step
from safety.digests import LONGER, Span
from safety.handovers import Exchange

FLOW, AT, OPTION = "digest", "seats", "s"


def said(handed: int, waiting: int) -> list[Line | Words]:
    """One line; none when no seat changed hands and none waits."""
    return [Line("digest-seats", {"n": handed, "waiting": waiting})] if handed or waiting else []


def behind(span: Span) -> State:
    """The list of a day, or of a longer span."""
    return State(FLOW, AT, {"span": span.value})


def to_list(handed: int, waiting: int) -> list[Button]:
    """The button to it, where there is anything in it."""
    return [button("to-exchanges", OPTION, n=handed + waiting)] if handed or waiting else []


def _span(state: State) -> Span:
    said_ = state.data.get("span")
    return Span(said_) if said_ in set(LONGER) else Span.DAY


def _below(state: State) -> State:
    """The digest in which the number stood."""
    span = _span(state)
    return State(FLOW) if span is Span.DAY else State(FLOW, "span", {"span": span.value})


def show(state: State, context: Context) -> Screen:
    """Five a page: the enterprise, which seat, since when."""
    digests, span = context.ledger.digests(), _span(state)
    handed, waiting = digests.count_exchanges(span, context.today)
    total = handed + waiting
    offset = cards.offset_of(state, total)
    shown = digests.exchanges(span, context.today, offset=offset, limit=PAGE)
    title = Line("exchanges-title", {"span": span.value, "n": handed, "waiting": waiting})
    items = [_item(number, one) for number, one in enumerate(shown, offset + 1)]
    rows = cards.list_rows(len(shown), offset, total) if shown else ()
    return Screen((title, GAP, *items), (*rows, (button("back", "b"), button("to-menu", "e"))))


def _item(number: int, one: Exchange) -> Line:
    return Line("exchanges-item", {
        "n": number, "enterprise": one.enterprise, "role": Line("role", {"role": one.role.value}),
        "state": "waits" if one.handed_at is None else "handed", "time": one.handed_at or one.offered_at,
    })  # fmt: skip


def step(state: State, option: str, context: Context) -> Step | None:
    """To another page, to the enterprise, or back to the digest."""
    if option in {"b", "e"}:
        return Step(_below(state) if option == "b" else State("menu"))
    digests, span = context.ledger.digests(), _span(state)
    total = sum(digests.count_exchanges(span, context.today))
    offset = cards.offset_of(state, total)
    turned = cards.turned(option, offset, total)
    if turned is not None:
        return Step(State(FLOW, AT, {"span": span.value, "offset": turned}))
    place = cards.index_in("a", option, PAGE)
    shown = digests.exchanges(span, context.today, offset=offset, limit=PAGE) if place is not None else ()
    if place is None or place >= len(shown):
        return None
    return Step(State("enterprise", "card", {"code": shown[place].code}))
