"""The courses of one person: what is owed first, what can be chosen, what is done; and the card of one course."""

from collections.abc import Mapping

from checklists.bank import ExamItem
from checklists.courses import Course
from checklists.words import Words
from dialogs import cards
from dialogs.cards import GAP, PAGE, Row, button, index_in, list_rows, offset_of
from dialogs.context import Context
from dialogs.courses import reading
from dialogs.courses.owed import courses_of
from dialogs.talk import Argument, Json, Line, Screen, State, Step
from dialogs.words import listed, on_day
from safety.courses import OWING, Assigned, CourseStanding, Learner, quiz
from safety.events_courses import CourseBegun

FLOW, ABOUT, WHY = "course", "about", "why"


def chosen(state: State, context: Context) -> Assigned | None:
    """The course whose card is shown."""
    return next((one for one in courses_of(context) if one.course.id == state.data.get("course")), None)


def about(course: str) -> State:
    return State(FLOW, ABOUT, {"course": course})


def step(state: State, option: str, context: Context) -> Step | None:
    """Choose a course, turn the pages, begin."""
    if state.at in {ABOUT, WHY}:
        return _of_course(state, option, context)
    every = courses_of(context)
    offset = offset_of(state, len(every))
    turned = cards.turned(option, offset, len(every))
    if turned is not None:
        data: dict[str, Json] = {"offset": turned}
        return Step(State(FLOW, "", data))
    if option == "b":
        return Step(State("learning"))
    index = index_in("a", option, len(every) - offset)
    return None if index is None else Step(about(every[offset + index].course.id))


def _of_course(state: State, option: str, context: Context) -> Step | None:
    one = chosen(state, context)
    if one is None or option == "b":
        return Step(State(FLOW) if state.at == ABOUT or one is None else about(one.course.id))
    if option == "y":
        return Step(State(FLOW, WHY, dict(state.data)))
    return begun(one.course, context) if option == "s" else None


def begun(course: Course, context: Context) -> Step | None:
    """Go on where it was left, or begin. The number of the taking is known once it is recorded."""
    known = context.ledger.courses()
    taking = known.taking(course.id)
    if taking is not None:
        return Step(reading.going_on(taking))
    learner = known.learner()
    if learner is None:
        return None
    items = _items(course, learner, context)
    event = CourseBegun(course.id, course.fingerprint, tuple(one.fingerprint for one in items))
    return Step(reading.card(course.id, 0), (event,))


def _items(course: Course, learner: Learner, context: Context) -> tuple[ExamItem, ...]:
    return quiz(course, context.ledger.exams().bank().items, learner)


def show(state: State, context: Context) -> Screen:
    """The list, or the card of one course."""
    one = chosen(state, context) if state.at in {ABOUT, WHY} else None
    if one is not None:
        return _why(one) if state.at == WHY else _card(one, context)
    every = courses_of(context)
    if not every:
        return Screen((Line("course-none"),), (_ways(),))
    must = [one for one in every if one.course.mandatory]
    open_ = sum(one.standing in OWING for one in must)
    offset = offset_of(state, len(every))
    page = every[offset : offset + PAGE]
    lines: list[Line | Words] = [Line("course-list", {"n": len(must), "open": open_})]
    lines += [_line(n, one, context) for n, one in enumerate(page, offset + 1)]
    return Screen(lines, (*list_rows(len(page), offset, len(every)), _ways()))


def _line(place: int, one: Assigned, context: Context) -> Line:
    args: dict[str, Argument] = {"n": place, "title": one.course.title, "minutes": one.course.minutes}
    return Line("course-line", {**args, **_stands(one, context)})


def _stands(one: Assigned, context: Context) -> Mapping[str, Argument]:
    """The standing as words choose by it, with the day it is about."""
    day = one.by if one.standing in {*OWING, CourseStanding.SOON} else one.done
    shown: Argument = on_day(day, context.today) if day is not None else ""
    ended = one.standing is CourseStanding.LATE and one.done is not None
    return {"standing": "ended" if ended else one.standing.value, "day": shown}


def _card(one: Assigned, context: Context) -> Screen:
    course = one.course
    known = context.ledger.courses()
    taking, learner = known.taking(course.id), known.learner()
    asked = len(_items(course, learner, context)) if learner is not None else 0
    counts: dict[str, Argument] = {"cards": len(course.cards), "n": asked, "minutes": course.minutes}
    lines: list[Line | Words] = [
        Line("course-heading", {"title": course.title}),
        Line("course-counts", {**counts, "wrong": course.quiz.wrong}),
        Line("course-must" if course.mandatory else "course-may", {"months": course.every_months or 0}),
        GAP,
        Line("course-standing", _stands(one, context)),
    ]
    label = "course-go-on" if taking is not None else "course-again" if one.done else "course-begin"
    ways: Row = (button("back", "b"), button("course-why", "y"), button("to-menu", "e"))
    return Screen(lines, ((button(label, "s"),), ways))


def _why(one: Assigned) -> Screen:
    """On what it rests."""
    clauses = [clause.text for clause in one.course.basis]
    line = Line("why-basis", {"clauses": listed(clauses)}) if clauses else Line("course-ours")
    return Screen((Line("course-heading", {"title": one.course.title}), line), ((button("back", "b"),),))


def _ways() -> Row:
    return (button("to-learning", "b"), button("to-menu", "e"))
