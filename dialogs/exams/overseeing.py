"""What supervisors see of exams: for each enterprise how many people wrote one in the last year and how many passed. No names."""

from datetime import timedelta

from dialogs import cards
from dialogs.cards import PAGE, Row, button
from dialogs.context import Context
from dialogs.talk import Input, Json, Line, Screen, State, Step, Tapped
from safety.people import Right

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
    lines += [
        Line("exam-tally", {"enterprise": one.enterprise, "n": one.wrote, "passed": one.passed})
        for one in page
    ]
    return Screen(lines, (*_paging(offset, len(page), total), (button("to-menu", "e"),)))


def _paging(offset: int, count: int, total: int) -> tuple[Row, ...]:
    row: Row = (
        *((button("page-back", "p0"),) if offset > 0 else ()),
        *((button("page-on", "p1"),) if offset + count < total else ()),
    )
    return (row,) if row else ()
