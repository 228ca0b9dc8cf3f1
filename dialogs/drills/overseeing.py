"""What supervisors see of drills: the quarter's counts for the return, who owes one, and the records of their area."""

from datetime import date

from checklists.words import Words
from dialogs import cards
from dialogs.cards import GAP, PAGE, Row, button
from dialogs.context import Context
from dialogs.drills import afterwards, running
from dialogs.drills.wording import FLOW, at_card, drill_of
from dialogs.talk import Argument, Input, Json, Line, Opened, Screen, State, Step, Tapped
from dialogs.words import on_day
from safety.drills import DrillState, Return, quarter_before, quarter_of
from safety.people import Right

LIST = "list"


def step(state: State, told: Input, context: Context) -> Step | None:
    """The list of records, page by page, and one of them."""
    context.need(Right.SEE_DRILLS)
    if isinstance(told, Opened):
        return Step(state)
    if not isinstance(told, Tapped):
        return None
    if state.at == LIST:
        return _list(state, told.option, context)
    if state.at == "card":
        return Step(State(FLOW, LIST)) if told.option == "b" else None
    if told.option == "e":
        return Step(State("emergency"))
    return Step(State(FLOW, LIST)) if told.option == "l" else None


def _list(state: State, option: str, context: Context) -> Step | None:
    book = context.ledger.drills()
    total = book.count_past()
    offset = cards.offset_of(state, total)
    if option == "b":
        return Step(State(FLOW))
    turned = cards.turned(option, offset, total)
    if turned is not None:
        data: dict[str, Json] = {"offset": turned}
        return Step(State(FLOW, LIST, data))
    page = book.past(offset=offset, limit=PAGE)
    index = cards.index_in("a", option, len(page))
    return None if index is None else Step(at_card(page[index]))


def show(state: State, context: Context) -> Screen:
    """The counts, the list, or one record."""
    context.need(Right.SEE_DRILLS)
    if state.at == LIST:
        return _records(state, context)
    if state.at == "card":
        drill = drill_of(state, context)
        if drill.state in {DrillState.PLANNED, DrillState.RUNNING}:
            return running.show(drill, context)
        return afterwards.record(drill, context)
    return _counts(context)


def _counts(context: Context) -> Screen:
    book = context.ledger.drills()
    this = quarter_of(context.today)
    before = quarter_before(this)
    total = book.count_late(context.today)
    lines: list[Line | Words] = [
        Line("drills-title"),
        _line(this, book.returned(this)),
        _line(before, book.returned(before)),
        GAP,
        Line("drills-late", {"n": total}),
    ]
    lines += [
        Line("drills-late-line", {"enterprise": one.enterprise, "day": on_day(one.since, context.today)})
        for one in book.late(context.today)
    ]
    rows: tuple[Row, ...] = ((button("drill-records", "l", n=book.count_past()),), (button("back", "e"),))
    return Screen(lines, rows)


def _line(first: date, counted: Return) -> Line:
    return Line(
        "drills-quarter",
        {
            "year": first.year,
            "quarter": (first.month - 1) // 3 + 1,
            "drills": counted.drills,
            "people": counted.people,
            "enterprises": counted.enterprises,
            "special": counted.special,
            "onsite": counted.on_site,
            "stopped": counted.stopped,
        },
    )


def _records(state: State, context: Context) -> Screen:
    book = context.ledger.drills()
    total = book.count_past()
    offset = cards.offset_of(state, total)
    page = book.past(offset=offset, limit=PAGE)
    lines = [Line("drill-records-title", {"n": total})]
    for n, one in enumerate(page, offset + 1):
        title = one.script.title if one.script is not None else Line("roll-title")
        figures: dict[str, Argument] = {
            "n": n,
            "enterprise": one.enterprise,
            "title": title,
            "at": one.planned_at,
        }
        lines.append(
            Line("drills-line", {**figures, "state": one.state.value, "people": len(one.people) + one.extra})
        )
    return Screen(lines, (*cards.list_rows(len(page), offset, total), (button("back", "b"),)))
