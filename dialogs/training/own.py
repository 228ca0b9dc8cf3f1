"""One's own hours: what is wanted by when, what is there, and what it is made of."""

from checklists.words import Words
from dialogs import cards
from dialogs.cards import GAP, PAGE, Row, button, offset_of
from dialogs.context import Context
from dialogs.courses.counting import hours
from dialogs.talk import Argument, Json, Line, Screen, State, Step
from dialogs.training.pupils import PUPILS
from dialogs.training.wording import balance_lines
from dialogs.words import listed, on_day
from safety.people import Right
from safety.training import Credit

FLOW, WHY = "hours", "why"


def step(state: State, option: str, context: Context) -> Step | None:
    """To the courses, to the people of the enterprise, through the records, why."""
    if option == "c":
        return Step(State("course"))
    if option == "g" and context.actor.may(Right.SEE_TRAINING):
        return Step(State(FLOW, PUPILS))
    if option == "y":
        return Step(State(FLOW, WHY))
    if option == "b":
        return Step(State(FLOW))
    total = len(context.ledger.training().credits())
    turned = cards.turned(option, offset_of(state, total), total)
    if turned is None:
        return None
    data: dict[str, Json] = {"offset": turned}
    return Step(State(FLOW, "", data))


def show(state: State, context: Context) -> Screen:
    """Where the reader stands, and a page of what counted."""
    if state.at == WHY:
        return _why(context)
    book = context.ledger.training()
    found, earned = book.balance(), book.credits()
    offset = offset_of(state, len(earned))
    page = earned[offset : offset + PAGE]
    lines: list[Line | Words] = [Line("hours-title")]
    lines += balance_lines(found, context) if found is not None else [Line("hours-no-rule")]
    lines += [GAP, Line("hours-records", {"n": len(earned)})]
    lines += [_record(one, context) for one in page]
    staff: Row = ()
    if context.actor.may(Right.SEE_TRAINING):
        short = sum(one.misses for one in book.pupils())
        lines += [GAP, Line("hours-others", {"n": short})]
        staff = (button("hours-staff", "g"),)
    rows = (
        (button("to-courses", "c"), *staff),
        _paging(offset, len(page), len(earned)),
        (button("to-learning", "l"), button("course-why", "y"), button("to-menu", "e")),
    )
    return Screen(lines, tuple(row for row in rows if row))


def _paging(offset: int, count: int, total: int) -> Row:
    back: Row = (button("page-back", "p0"),) if offset > 0 else ()
    on: Row = (button("page-on", "p1"),) if offset + count < total else ()
    return (*back, *on)


def _record(one: Credit, context: Context) -> Line:
    args: dict[str, Argument] = {
        "day": on_day(one.day, context.today),
        "title": one.title,
        "source": one.source.value,
        "hours": hours(one.minutes, context),
        "minutes": one.minutes,
    }
    return Line("hours-record", args)


def _why(context: Context) -> Screen:
    """The rule and what it rests on; how minutes become hours."""
    found = context.ledger.training().balance()
    rules = context.ledger.rules().training
    lines: list[Line | Words] = [Line("hours-title")]
    if found is not None:
        lines.append(Line("why-basis", {"clauses": listed([one.text for one in found.rule.basis])}))
    figures: dict[str, Argument] = {"minutes": rules.hour_minutes, "exam": rules.exam_minutes}
    lines.append(Line("hours-how", figures))
    return Screen(lines, ((button("back", "b"),),))
