"""One lesson: its card; for who holds it the code, the roll, people without an account, and closing it."""

from checklists.reading.headcount import read_headcount
from checklists.words import Words
from dialogs import cards
from dialogs.cards import GAP, Row, button, index_in, list_rows, offset_of
from dialogs.context import Context
from dialogs.lessons.wording import FLOW, at, lesson_of, lines_of, standing
from dialogs.talk import Argument, Line, Screen, State, Step
from safety.events_lessons import (
    LessonCalledOff,
    LessonClosed,
    LessonCounted,
    LessonOpened,
    LessonTicked,
)
from safety.lessons import MOST_OTHERS, NAMES, Lesson, Listed

CARD, ROLL, OTHERS, SURE, OFF, RECORD = "card", "roll", "others", "sure", "off", "record"
STEPS = frozenset({CARD, ROLL, OTHERS, SURE, OFF, RECORD})
SHOWN = 5


def _lesson(state: State, context: Context) -> Lesson | None:
    """The lesson that is meant; the newest of one's own right after it was announced."""
    return context.ledger.lessons().newest() if state.data.get("newest") else lesson_of(state, context)


def step(state: State, option: str, context: Context) -> Step | None:
    """What can be done with a lesson."""
    one = _lesson(state, context)
    if one is None or (option == "b" and state.at in {CARD, RECORD}):
        return Step(State(FLOW))
    if option == "b":
        return Step(at(CARD, one))
    if not one.mine:
        return Step(State(FLOW, "code")) if option == "k" and state.at == CARD else None
    return None if one.record is not None else _mine(state, option, one, context)


def _mine(state: State, option: str, one: Lesson, context: Context) -> Step | None:
    """What can be done by who holds it."""
    if state.at == ROLL:
        return _rolled(state, option, one, context)
    if state.at in {SURE, OFF}:
        return _ended(state, option, one, context)
    return _held(option, one, context) if state.at == CARD else None


def _held(option: str, one: Lesson, context: Context) -> Step | None:
    if option == "s":
        return Step(at(CARD, one), (LessonOpened(one.number, context.ledger.rules().training.code_digits),))
    ways = {"r": ROLL, "o": OTHERS, "z": SURE, "x": OFF}
    if option not in ways or (option == "r" and one.of_area):
        return None
    return Step(at(ways[option], one))


def _ended(state: State, option: str, one: Lesson, context: Context) -> Step | None:
    """Close it, or call it off, once that was asked."""
    if option != "y":
        return None
    if state.at == OFF:
        return Step(State(FLOW), (LessonCalledOff(one.number),), say=Line("lesson-called-off"))
    subjects = {each.id: each.settles for each in context.ledger.rules().training.subjects}
    return Step(at(RECORD, one), (LessonClosed(one.number, subjects.get(one.subject, ())),))


def _rolled(state: State, option: str, one: Lesson, context: Context) -> Step | None:
    roll = context.ledger.lessons().roll(one.number)
    offset = offset_of(state, len(roll))
    turned = cards.turned(option, offset, len(roll), SHOWN)
    if turned is not None:
        return Step(at(ROLL, one, offset=turned))
    index = index_in("a", option, len(roll) - offset)
    if index is None:
        return None
    who = roll[offset + index]
    return Step(at(ROLL, one, offset=offset), (LessonTicked(one.number, who.about, not who.here),))


def wrote(state: State, text: str, context: Context) -> Step | None:
    """So many people without an account, and their names: 3 张三 李四 王五."""
    one = _lesson(state, context)
    found = read_headcount(text)
    if one is None or not one.mine or one.record is not None or found is None:
        return None
    number, names = found
    if number > MOST_OTHERS or len(names) > NAMES:
        return None
    return Step(at(CARD, one), (LessonCounted(one.number, number, names),))


# --- screens ------------------------------------------------------------------------------------------------------


def show(state: State, context: Context) -> Screen | None:
    """The card, the roll, what is asked, the record. None when there is no such lesson for the reader."""
    one = _lesson(state, context)
    if one is None:
        return None
    if one.record is not None:
        return _record(one, context)
    if not one.mine or state.at in {CARD, RECORD}:
        return _card(one, context)
    if state.at == ROLL:
        return _roll(state, one, context)
    if state.at == OTHERS:
        return Screen((Line("lesson-others-ask", {"n": one.others}),), ((button("back", "b"),),))
    return _sure(state, one)


def _card(one: Lesson, context: Context) -> Screen:
    lines: list[Line | Words] = [*lines_of(one, context), GAP]
    if one.mine and one.code is not None:
        lines.append(Line("lesson-code", {"code": Words(one.code, one.code)}))
    lines.append(
        Line("lesson-standing", {"standing": standing(one, context), "here": "yes" if one.here else "no"})
    )
    back: Row = (button("back", "b"), button("to-menu", "e"))
    if not one.mine:
        sign: Row = (button("lesson-sign-in", "k"),) if one.open and not one.here else ()
        return Screen(lines, tuple(row for row in (sign, back) if row))
    counts: dict[str, Argument] = {"n": one.attended, "others": one.others}
    lines.append(Line("lesson-there", counts))
    opening = button("lesson-new-code" if one.open else "lesson-open", "s")
    roll: Row = () if one.of_area else (button("lesson-roll", "r"),)
    rows = (
        (opening, *roll),
        (button("lesson-others", "o"), button("lesson-close", "z")),
        (button("back", "b"), button("lesson-call-off", "x"), button("to-menu", "e")),
    )
    return Screen(lines, rows)


def _roll(state: State, one: Lesson, context: Context) -> Screen:
    roll = context.ledger.lessons().roll(one.number)
    offset = offset_of(state, len(roll))
    page: list[Listed] = list(roll[offset : offset + SHOWN])
    lines: list[Line | Words] = [
        Line("lesson-roll-title", {"n": sum(each.here for each in roll), "total": len(roll)})
    ]
    for n, each in enumerate(page, offset + 1):
        lines.append(
            Line("lesson-roll-line", {"n": n, "person": each.name, "here": "yes" if each.here else "no"})
        )
    return Screen(lines, (*list_rows(len(page), offset, len(roll)), (button("back", "b"),)))


def _sure(state: State, one: Lesson) -> Screen:
    if state.at == OFF:
        return Screen((Line("lesson-off-sure"),), ((button("lesson-off-yes", "y"), button("back", "b")),))
    line = Line("lesson-close-sure", {"n": one.headcount})
    return Screen((line,), ((button("lesson-close-yes", "y"), button("back", "b")),))


def _record(one: Lesson, context: Context) -> Screen:
    people: dict[str, Argument] = {"n": one.headcount, "others": one.others}
    lines: list[Line | Words] = [Line("lesson-held", {"number": one.record or ""}), *lines_of(one, context)]
    lines.append(Line("lesson-people", people))
    if one.names:
        lines.append(Line("lesson-names", {"officer": one.names}))
    if one.here:
        lines.append(Line("lesson-counts-for-you", {"minutes": one.minutes}))
    return Screen(lines, ((button("to-lessons", "b"), button("to-menu", "e")),))
