"""What supervisors see of training: counts of their area in a year, then enterprise by enterprise. No names of people."""

from dialogs import cards
from dialogs.cards import PAGE, Row, button, offset_of
from dialogs.context import Context
from dialogs.talk import Argument, Json, Line, Screen, State, Step
from safety.training import TrainingTally

FLOW = "hours"
FIRST = 2000  # nobody kept records before


def _year(state: State, context: Context) -> int:
    kept = state.data.get("year")
    return kept if isinstance(kept, int) and FIRST <= kept <= context.today.year else context.today.year


def step(state: State, option: str, context: Context) -> Step | None:
    """Turn the pages, another year."""
    year = _year(state, context)
    if option in {"y0", "y1"}:
        new: dict[str, Json] = {"year": year - 1 if option == "y0" else year + 1}
        return Step(State(FLOW, "", new))
    total = context.ledger.training().count_tallies(year)
    turned = cards.turned(option, offset_of(state, total), total)
    if turned is None:
        return None
    data: dict[str, Json] = {"year": year, "offset": turned}
    return Step(State(FLOW, "", data))


def show(state: State, context: Context) -> Screen:
    """The counts of the area, and a page of enterprises."""
    book, year = context.ledger.training(), _year(state, context)
    total = book.count_tallies(year)
    offset = offset_of(state, total)
    page = book.tallies(year, offset=offset, limit=PAGE)
    whole: dict[str, Argument] = {"year": year, **_figures(book.total(year))}
    lines = [Line("training-area", whole), Line("training-enterprises", {"n": total})]
    lines += [Line("training-tally", {"enterprise": one.enterprise, **_figures(one)}) for one in page]
    years: Row = (
        button("training-year-back", "y0", year=year - 1),
        *((button("training-year-on", "y1", year=year + 1),) if year < context.today.year else ()),
    )
    rows = (_paging(offset, len(page), total), years, (button("to-learning", "l"), button("to-menu", "e")))
    return Screen(lines, tuple(row for row in rows if row))


def _figures(one: TrainingTally) -> dict[str, Argument]:
    return {"people": one.people, "whole": one.whole, "courses": one.courses}


def _paging(offset: int, count: int, total: int) -> Row:
    back: Row = (button("page-back", "p0"),) if offset > 0 else ()
    on: Row = (button("page-on", "p1"),) if offset + count < total else ()
    return (*back, *on)
