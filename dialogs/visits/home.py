"""Where inspections begin: one's own that are open, the way to an enterprise, and those that are ended."""

from checklists.words import Words
from dialogs import cards, whence
from dialogs.cards import GAP, PAGE, Row, button
from dialogs.context import Context
from dialogs.talk import Line, Screen, State, Step
from dialogs.visits.meant import FLOW, own
from dialogs.visits.wording import named
from dialogs.words import days_of, on_day
from safety.calendar import today
from safety.people import Right
from safety.visit_lists import VisitSieve
from safety.visits import Visit

SHOWN = 2
WATCHING: dict[str, tuple[str, str, Right]] = {"q": ("to-quarter", "quarter", Right.SEE_COVERAGE)}


def show(_state: State, context: Context) -> Screen:
    """Open ones as buttons; then the way to a new one, and to those that are ended."""
    context.need(Right.INSPECT)
    mine = context.ledger.visits().unfinished()[:SHOWN]
    lines: list[Line | Words] = [Line("visit-home", {"n": len(mine)})]
    lines += [Line("visit-open-item", {"n": n, **named(one)}) for n, one in enumerate(mine, 1)]
    rows = cards.list_rows(len(mine), 0, len(mine))
    ways: Row = (button("visit-new", "n"), button("visit-ended", "l"))
    return Screen(lines, (*rows, ways, *_watching(context), (button("to-menu", "e"),)))


def _watching(context: Context) -> tuple[Row, ...]:
    """The ways for who watches over an area: the quarter, the samples, how both sides agree."""
    found = [
        button(label, option) for option, (label, _, right) in WATCHING.items() if context.actor.may(right)
    ]
    return (tuple(found),) if found else ()


def tapped(_state: State, option: str, context: Context) -> Step | None:
    """Go on with one, begin one, look at those that are ended."""
    context.need(Right.INSPECT)
    watching = WATCHING.get(option)
    if watching is not None and context.actor.may(watching[2]):
        return Step(State(watching[1]))
    if option == "n":
        return Step(State("spot"))
    if option == "l":
        return Step(State(FLOW, "list"))
    mine = context.ledger.visits().unfinished()[:SHOWN]
    place = cards.index_in("a", option, len(mine))
    return None if place is None else Step(own(mine[place]))


def show_list(state: State, context: Context) -> Screen:
    """Ended ones, the newest first."""
    offset, total, shown = _page(state, context)
    sieve = VisitSieve.read(state.data)
    days: Line | Words = days_of(sieve.since, sieve.until) if sieve.since or sieve.until else GAP
    lines: list[Line | Words] = [
        Line("visit-list", {"n": total, "days": days, "dated": "no" if days == GAP else "yes"}),
        *([GAP] if shown else []),
    ]
    for n, one in enumerate(shown, offset + 1):
        day = on_day(today(one.closed_at), context.today) if one.closed_at is not None else GAP
        lines.append(Line("visit-list-item", {"n": n, **named(one), "day": day, "number": one.number}))
    back = whence.ways(context) if sieve.since else ()
    last: Row = (*(back or (button("back", "b"),)), button("to-menu", "e"))
    return Screen(lines, (*cards.list_rows(len(shown), offset, total), last))


def tapped_list(state: State, option: str, context: Context) -> Step | None:
    """Turn the page, open one."""
    offset, total, shown = _page(state, context)
    sieve = VisitSieve.read(state.data)
    turned = cards.turned(option, offset, total)
    if turned is not None:
        return Step(State(FLOW, "list", {**sieve.plain(), "offset": turned}))
    if option == whence.BACK and sieve.since and whence.before(context) is not None:
        return Step(None)
    if option == "b":
        code = sieve.code
        if code and whence.before(context) is not None:
            return Step(None)
        return Step(State("spot", "card", {"code": code}) if code else State(FLOW))
    place = cards.index_in("a", option, len(shown))
    return None if place is None else Step(own(shown[place]))


def _page(state: State, context: Context) -> tuple[int, int, list[Visit]]:
    sieve, book = VisitSieve.read(state.data), context.ledger.visits()
    total = book.count_ended(sieve)
    offset = cards.offset_of(state, total)
    return offset, total, list(book.ended(offset=offset, limit=PAGE, sieve=sieve))
