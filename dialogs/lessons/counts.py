"""Lessons held (场次) and people who came (人次), by subject, in a month, a quarter or a year: as the district reports them."""

from datetime import date, timedelta

from checklists.words import Words
from dialogs.cards import Row, button
from dialogs.context import Context
from dialogs.lessons.wording import FLOW, title
from dialogs.talk import Argument, Line, Screen, State, Step
from dialogs.words import on_day
from safety.people import Right

COUNTS = "counts"
STEPS = frozenset({COUNTS})
SPANS = {"m": 1, "q": 3, "y": 12}  # months
BEFORE = "p"  # the span before


def step(state: State, option: str, _context: Context) -> Step | None:
    """Another span."""
    if option == "b":
        return Step(State(FLOW))
    if option in SPANS:
        return Step(State(FLOW, COUNTS, {"span": option, "back": 0}))
    if option == BEFORE:
        return Step(State(FLOW, COUNTS, {"span": _span(state), "back": _back(state) + 1}))
    return None


def _span(state: State) -> str:
    kept = state.data.get("span")
    return kept if isinstance(kept, str) and kept in SPANS else "q"


def _back(state: State) -> int:
    kept = state.data.get("back")
    return kept if isinstance(kept, int) and 0 <= kept <= 100 else 0  # noqa: PLR2004 - enough to look back


def days(span: str, back: int, today: date) -> tuple[date, date]:
    """The first and last day of the month, quarter or year so many before this one."""
    months = SPANS[span]
    place = (today.year * 12 + today.month - 1) // months * months - back * months
    after = place + months
    first = date(place // 12, place % 12 + 1, 1)
    return first, date(after // 12, after % 12 + 1, 1) - timedelta(days=1)


def show(state: State, context: Context) -> Screen:
    """The counts of the span."""
    context.need(Right.SEE_TRAINING)
    span = _span(state)
    first, last = days(span, _back(state), context.today)
    held = context.ledger.lessons().held(first, last)
    whole: dict[str, Argument] = {
        "first": on_day(first, context.today),
        "last": on_day(last, context.today),
        "lessons": sum(one.lessons for one in held),
        "people": sum(one.attended for one in held),
    }
    lines: list[Line | Words] = [Line("lessons-held", whole)]
    lines += [
        Line(
            "lessons-held-line",
            {"title": title(one.subject, context), "lessons": one.lessons, "people": one.attended},
        )
        for one in held
    ]
    spans: Row = tuple(button("lesson-span", mark, span=mark) for mark in SPANS)
    rows = (spans, (button("lesson-before", BEFORE),), (button("back", "b"), button("to-menu", "e")))
    return Screen(lines, rows)
