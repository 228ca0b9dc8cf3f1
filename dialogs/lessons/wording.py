"""Lines about lessons that several screens share."""

from collections.abc import Mapping

from checklists.words import Words
from dialogs.context import Context
from dialogs.talk import Argument, Line, State
from safety.lessons import Lesson

FLOW = "lesson"


def titles(context: Context) -> Mapping[str, Words]:
    """The subjects that a lesson can have, in the order of the content."""
    return {one.id: one.title for one in context.ledger.rules().training.subjects}


def title(subject: str, context: Context) -> Words:
    return titles(context).get(subject, Words(subject, subject))


def lesson_of(state: State, context: Context) -> Lesson | None:
    """The lesson of a screen, as the reader may see it."""
    number = state.data.get("lesson")
    return context.ledger.lessons().one(number) if isinstance(number, int) else None


def said(text: str) -> str:
    """Whether there is such a text, as words choose by it."""
    return "yes" if text else "no"


def at(step: str, lesson: Lesson, **data: int) -> State:
    return State(FLOW, step, {"lesson": lesson.number, **data})


def standing(one: Lesson, context: Context) -> str:
    """Held, open for signing in, past and not closed, or to come, as words choose by it."""
    if one.record is not None:
        return "held"
    if one.open:
        return "open"
    return "past" if one.at <= context.now else "coming"


def lines_of(one: Lesson, context: Context) -> list[Line]:
    """What, when, where, who, how many."""
    about: dict[str, Argument] = {
        "title": title(one.subject, context),
        "topic": one.topic,
        "titled": said(one.topic),
        "holder": one.holder,
        "named": said(one.holder),
        "area": "yes" if one.of_area else "no",
    }
    when: dict[str, Argument] = {
        "time": one.at,
        "minutes": one.minutes,
        "place": one.place,
        "placed": said(one.place),
    }
    return [
        Line("lesson-heading", about),
        Line("lesson-when", when),
        Line("lesson-lecturer", {"officer": one.lecturer}),
    ]
