"""The digest of a supervisor's own area: the day's figures and what wants attention, longer spans, and what can be done about it."""

from dialogs import cards
from dialogs.cards import Row, button
from dialogs.context import Context
from dialogs.digest import cases, chasing, groups, more, numbers, seats, spans
from dialogs.digest.cases import CASE, FLOW, opens
from dialogs.digest.laid import WAYS, laid
from dialogs.digest.letter import letter
from dialogs.digest.lines import MOST, concerns, lines_of
from dialogs.talk import Input, Line, Opened, Screen, State, Step, Tapped, Wrote
from safety.people import Right

__all__ = ["FLOW", "MOST", "accepts", "concerns", "letter", "lines_of", "opens", "show", "step", "writes"]

OWN = {spans.AT: spans.step, groups.AT: groups.step, seats.AT: seats.step}
SHOWN = {spans.AT: spans.show, groups.AT: groups.show, seats.AT: seats.show}
FROM_MORE = {
    more.AT: more.step,
    more.WISHES: more.wished,
    more.SPANS: more.step_spans,
    chasing.AT: chasing.step,
}


def step(state: State, told: Input, context: Context) -> Step | None:
    """Open the case or the list behind a line; the rest by its own step."""
    context.need(Right.SEE_DIGEST)
    if isinstance(told, Opened):
        return numbers.opened(told.state)
    if isinstance(told, Wrote) and state.at == more.WISHES and not told.edited:
        return more.wrote(told.text, context)
    return _tapped(state, told.option, context) if isinstance(told, Tapped) else None


def _tapped(state: State, option: str, context: Context) -> Step | None:
    if state.at == CASE:
        return Step(State(FLOW)) if option == "b" else None
    if state.at in OWN:
        return OWN[state.at](state, option, context)
    return FROM_MORE.get(state.at, _on_day)(option, context)


def _on_day(option: str, context: Context) -> Step | None:
    area = context.ledger.area(context.today)
    named = concerns(area)
    place = cards.index_in("a", option, len(named))
    if place is not None:
        return Step(opens(named[place]))
    measure = numbers.meant(option)
    if measure in numbers.DAY:
        day = context.today.isoformat()
        return Step(numbers.list_behind(measure, day, day))
    ways = {"m": State(FLOW, more.AT), "e": State("menu"), **WAYS}
    return Step(ways[option]) if option in ways else None


def writes(state: State, _context: Context) -> bool:
    """An hour may be typed."""
    return state.at == more.WISHES


def accepts(state: State, _context: Context) -> Line:
    """What can be sent here."""
    return Line("digest-accepts", {"at": state.at or "day"})


def show(state: State, context: Context) -> Screen:
    """The figures, one case, or what is beside them."""
    context.need(Right.SEE_DIGEST)
    if state.at == CASE:
        return cases.show(state)
    if state.at in SHOWN:
        return SHOWN[state.at](state, context)
    shows = {
        more.AT: more.show,
        more.WISHES: more.show_wishes,
        more.SPANS: more.show_spans,
        chasing.AT: chasing.show,
    }
    return shows[state.at](context) if state.at in shows else _day(context)


def _day(context: Context) -> Screen:
    area = context.ledger.area(context.today)
    named = concerns(area)
    lay = laid(area, named, context)
    rows: tuple[Row, ...] = cards.list_rows(lay.cases, 0, lay.cases)
    home = [button("to-menu", "e")] if lay.home else []
    ways = [*lay.ways, button("to-digest-more", "m", chase="yes" if lay.hides_chase else "no"), *home]
    rows = (*rows, *((tuple(lay.counted),) if lay.counted else ()))
    return Screen(
        lines_of(area, context.today),
        (*rows, *(tuple(ways[start : start + 2]) for start in range(0, len(ways), 2))),
    )
