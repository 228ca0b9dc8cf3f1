"""How far the quarter is covered, by town or colour, and who was never reached; visits and hazard items always apart."""

from checklists.words import Words
from dialogs import cards
from dialogs.cards import GAP, PAGE, Row, button
from dialogs.context import Context
from dialogs.talk import Argument, Line, Screen, State, Step
from dialogs.words import on_day
from safety.coverage import Missed, Pile, days_left, quarter_of

FLOW = "quarter"
BY = {
    Pile.TOWN: "quarter-by-town",
    Pile.COLOUR: "quarter-by-colour",
    Pile.DEPARTMENT: "quarter-by-department",
}
LEAST = 6  # groups that are named, the least covered first


def _period(state: State, context: Context) -> str:
    kept = state.data.get("quarter")
    return kept if isinstance(kept, str) else quarter_of(context.today)


def _pile(state: State) -> Pile:
    kept = state.data.get("by")
    return Pile(kept) if kept in set(Pile) else Pile.TOWN


def _next(pile: Pile) -> Pile:
    """Towns, colours, departments, and round again."""
    order = tuple(Pile)
    return order[(order.index(pile) + 1) % len(order)]


def show(state: State, context: Context) -> Screen:
    """The sentence that matters, the ways, both counters, the least covered groups."""
    period, pile = _period(state, context), _pile(state)
    book = context.ledger.reached()
    quarter = book.quarter(period)
    whole = quarter.all
    year, n = period.split("-Q")
    args: dict[str, Argument] = {
        "year": year,
        "quarter": n,
        "percent": whole.percent,
        "covered": whole.covered,
        "total": whole.enterprises,
        "left": days_left(period, context.today),
    }
    lines: list[Line | Words] = [Line("quarter-title", args)]
    lines += [Line("quarter-way", {"how": how.value, "n": n}) for how, n in sorted(quarter.by.items())]
    lines.append(Line("quarter-counts", {"visits": quarter.visits, "items": quarter.items}))
    groups = book.piles(period, pile)
    if len(groups) > 1:
        lines.append(GAP)
        lines += [
            Line(
                "quarter-group",
                {
                    "kind": pile.value,
                    "name": one.name or "empty",
                    "percent": one.percent,
                    "missed": one.enterprises - one.covered,
                },
            )
            for one in groups[:LEAST]
        ]
    missed: Row = (button("quarter-missed", "m", n=whole.enterprises - whole.covered),)
    ways: Row = (
        button(BY[_next(pile)], "t"),
        button("quarter-samples", "s", n=context.ledger.samples().count_waiting()),
    )
    rows = (missed, ways, (button("quarter-agreed", "g"),), (button("back", "b"), button("to-menu", "e")))
    return Screen(lines, rows)


def tapped(state: State, option: str, _context: Context) -> Step | None:
    """Who was never reached, laid apart otherwise, samples, how both sides agree."""
    ways = {
        "m": State(FLOW, "missed"),
        "t": State(FLOW, "", {"by": _next(_pile(state)).value}),
        "s": State(FLOW, "samples"),
        "g": State(FLOW, "agreed"),
        "b": State("visit"),
    }
    return Step(ways[option]) if option in ways else None


# --- never reached ------------------------------------------------------------------------------------------------


def _page(state: State, context: Context) -> tuple[int, int, list[Missed]]:
    period, book = _period(state, context), context.ledger.reached()
    whole = book.quarter(period).all
    total = whole.enterprises - whole.covered
    offset = cards.offset_of(state, total)
    return offset, total, list(book.missed(period, offset=offset, limit=PAGE))


def show_missed(state: State, context: Context) -> Screen:
    """Those nobody has reached for longest come first."""
    offset, total, shown = _page(state, context)
    lines: list[Line | Words] = [Line("quarter-missed-title", {"n": total}), *([GAP] if shown else [])]
    for n, one in enumerate(shown, offset + 1):
        last = GAP if one.last is None else on_day(one.last, context.today)
        args: dict[str, Argument] = {"n": n, "enterprise": one.name, "town": one.town, "last": last}
        known = "no" if one.last is None else "yes"
        lines.append(Line("quarter-missed-item", {**args, "reached": known, "checks": one.submitted}))
    rows = cards.list_rows(len(shown), offset, total)
    return Screen(lines, (*rows, (button("back", "b"), button("to-menu", "e"))))


def tapped_missed(state: State, option: str, context: Context) -> Step | None:
    """To the enterprise: its card has the way to an inspection."""
    offset, total, shown = _page(state, context)
    turned = cards.turned(option, offset, total)
    if turned is not None:
        return Step(State(FLOW, "missed", {"offset": turned}))
    if option == "b":
        return Step(State(FLOW))
    place = cards.index_in("a", option, len(shown))
    if place is None:
        return None
    return Step(State("enterprise", "card", {"code": shown[place].credit_code}))
