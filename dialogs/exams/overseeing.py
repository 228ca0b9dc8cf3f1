"""What supervisors see of exams: for each enterprise what its people wrote in the last year, by themselves and on site. No names."""

from datetime import timedelta

from dialogs import cards
from dialogs.cards import PAGE, Row, button
from dialogs.context import Context
from dialogs.talk import Argument, Input, Json, Line, Screen, State, Step, Tapped
from safety.people import Right
from safety.spots import Average

FLOW = "exam"
YEAR = timedelta(days=365)


def step(state: State, told: Input, context: Context) -> Step | None:
    """Turn the pages, back to the menu."""
    context.need(Right.SEE_EXAMS)
    if not isinstance(told, Tapped):
        return None
    if told.option == "e":
        return Step(State("menu"))
    total = context.ledger.exams().count_tallies(context.now - YEAR)
    turned = cards.turned(told.option, cards.offset_of(state, total), total)
    if turned is None:
        return None
    data: dict[str, Json] = {"offset": turned}
    return Step(State(FLOW, "", data))


def show(state: State, context: Context) -> Screen:
    """A page of enterprises."""
    context.need(Right.SEE_EXAMS)
    exams, since = context.ledger.exams(), context.now - YEAR
    total = exams.count_tallies(since)
    offset = cards.offset_of(state, total)
    page = exams.tallies(since, offset=offset, limit=PAGE)
    lines = [Line("exam-tallies", {"n": total})]
    for one in page:
        lines.append(Line("exam-tally", {"enterprise": one.enterprise, **counted(one.own)}))
        lines += [Line("exam-tally-spot", counted(one.spots))] if one.spots.wrote else []
    return Screen(lines, (*_paging(offset, len(page), total), (button("to-menu", "e"),)))


def counted(one: Average) -> dict[str, Argument]:
    """The figures of a line."""
    return {"n": one.wrote, "passed": one.passed, "points": one.points}


def _paging(offset: int, count: int, total: int) -> tuple[Row, ...]:
    row: Row = (
        *((button("page-back", "p0"),) if offset > 0 else ()),
        *((button("page-on", "p1"),) if offset + count < total else ()),
    )
    return (row,) if row else ()
