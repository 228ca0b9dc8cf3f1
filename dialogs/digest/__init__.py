"""The digest of a supervisor's own area: the day's figures and what wants attention, longer spans, and what can be done about it."""

from collections.abc import Sequence

from dialogs import cards
from dialogs.cards import Row, button
from dialogs.context import Context
from dialogs.digest import cases, chasing, groups, more, numbers, spans
from dialogs.digest.cases import CASE, FLOW, opens
from dialogs.digest.letter import letter
from dialogs.digest.lines import MOST, concerns, lines_of
from dialogs.talk import Button, Input, Line, Opened, Screen, State, Step, Tapped, Wrote
from safety.ledger import Area, Concern
from safety.measures import Measure
from safety.people import Right

__all__ = ["FLOW", "MOST", "accepts", "concerns", "letter", "lines_of", "opens", "show", "step", "writes"]

BUTTONS = 8  # on a screen
OWN = {spans.AT: spans.step, groups.AT: groups.step}
SHOWN = {spans.AT: spans.show, groups.AT: groups.show}
FROM_MORE = {more.AT: more.step, more.WISHES: more.wished, chasing.AT: chasing.step}


def step(state: State, told: Input, context: Context) -> Step | None:
    """Open the case or the list behind a line; the rest by its own step."""
    context.need(Right.SEE_DIGEST)
    if isinstance(told, Opened):
        return Step(told.state)
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
    named = concerns(context.ledger.area(context.today))
    place = cards.index_in("a", option, len(named))
    if place is not None:
        return Step(opens(named[place]))
    measure = numbers.meant(option)
    if measure in numbers.DAY:
        day = context.today.isoformat()
        return Step(numbers.list_behind(measure, day, day))
    ways = {
        "j": State("approvals"),
        "q": State("reach"),
        "k": State(FLOW, chasing.AT),
        "m": State(FLOW, more.AT),
        "e": State("menu"),
    }
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
    shows = {more.AT: more.show, more.WISHES: more.show_wishes, chasing.AT: chasing.show}
    return shows[state.at](context) if state.at in shows else _day(context)


def _day(context: Context) -> Screen:
    area = context.ledger.area(context.today)
    named = concerns(area)
    rows: tuple[Row, ...] = cards.list_rows(len(named), 0, len(named))
    ways = _ways(area, named, context)
    return Screen(lines_of(area, context.today), (*rows, *_pairs(ways, BUTTONS - len(named))))


def _ways(area: Area, named: Sequence[Concern], context: Context) -> list[Button]:
    """The numbers, who waits, who is to be told, and the rest; what wants somebody first."""
    counted = numbers.of_day(area)
    urgent = [one for one in counted if one.option == numbers.OPTIONS[Measure.OVERDUE]]
    ways = [*urgent, button("to-chase", "k")] if chasing.chaseable(named) else urgent
    ways += [one for one in counted if one.option == numbers.OPTIONS[Measure.OPEN]]
    if area.waiting_joins and context.actor.may(Right.APPROVE_JOIN):
        ways.append(button("to-approvals", "j", n=area.waiting_joins))
    if area.away and context.actor.may(Right.SEE_REACH):
        ways.append(button("to-unreachable", "q", n=area.away))
    if context.actor.may(Right.SEE_SUBMISSIONS):
        ways += [one for one in counted if one not in ways]
    return ways


def _pairs(ways: list[Button], room: int) -> tuple[Row, ...]:
    """Two in a row, as many as there is room for, and the way to the rest; the menu, which can be typed, gives way."""
    kept = ways[: max(0, room - 1)]
    home = [button("to-menu", "e")] if len(kept) + 1 < room else []
    shown = [*kept, button("to-digest-more", "m"), *home]
    return tuple(tuple(shown[start : start + 2]) for start in range(0, len(shown), 2))
