"""The lessons that concern the reader, the latest first."""

from checklists.words import Words
from dialogs import cards
from dialogs.cards import Row, button, index_in, list_rows, offset_of
from dialogs.context import Context
from dialogs.lessons.wording import FLOW, at, said, standing, title
from dialogs.talk import Argument, Json, Line, Screen, State, Step
from safety.lessons import Lesson
from safety.people import Right

SHOWN = 3  # a screen has eight buttons at most


def step(state: State, option: str, context: Context) -> Step | None:
    """Choose one, sign in, announce one, see counts."""
    ways = {"n": "new", "k": "code", "c": "counts"}
    if option in ways:
        return Step(State(FLOW, ways[option]))
    known = context.ledger.lessons()
    total = known.count()
    offset = offset_of(state, total)
    turned = cards.turned(option, offset, total, SHOWN)
    if turned is not None:
        data: dict[str, Json] = {"offset": turned}
        return Step(State(FLOW, "", data))
    page = known.listed(offset=offset, limit=SHOWN)
    index = index_in("a", option, len(page))
    return None if index is None else Step(at("card", page[index]))


def show(state: State, context: Context) -> Screen:
    """A page of lessons."""
    known = context.ledger.lessons()
    total = known.count()
    offset = offset_of(state, total)
    page = known.listed(offset=offset, limit=SHOWN)
    lines: list[Line | Words] = [Line("lessons-title", {"n": total})]
    lines += [_line(n, one, context) for n, one in enumerate(page, offset + 1)]
    holds = context.actor.may(Right.HOLD_LESSON)
    sign: Row = () if context.supervises else (button("lesson-sign-in", "k"),)
    new: Row = (button("lesson-new", "n"), button("lesson-counts", "c")) if holds else ()
    rows = (
        *list_rows(len(page), offset, total),
        (*sign, *new),
        (button("to-learning", "l"),),
    )
    return Screen(lines, tuple(row for row in rows if row))


def _line(place: int, one: Lesson, context: Context) -> Line:
    args: dict[str, Argument] = {
        "n": place,
        "title": title(one.subject, context),
        "topic": one.topic,
        "titled": said(one.topic),
        "time": one.at,
        "standing": standing(one, context),
        "here": "yes" if one.here else "no",
        "people": one.headcount,
    }
    return Line("lesson-line", args)
