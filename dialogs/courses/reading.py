"""Taking a course: a card on one screen, the quiz with the explanation after each answer, what it came to."""

from checklists.bank import ExamItem, ExamKind
from checklists.words import Words
from dialogs.cards import GAP, Row, button, index_in
from dialogs.context import Context
from dialogs.courses.counting import hours
from dialogs.courses.owed import following
from dialogs.exams import asking
from dialogs.exams.ending import explained
from dialogs.exams.wording import choice_buttons, choice_lines, in_order, lettered
from dialogs.talk import Argument, Json, Line, Screen, State, Step
from dialogs.words import on_day
from safety.calendar import months_later
from safety.courses import Passed, Taking
from safety.events import Event
from safety.events_courses import CardRead, CoursePassed, QuizAnswered
from safety.exams import Asked, Said, shown
from safety.mistakes import refresher_at

FLOW, CARD, QUIZ, TOLD, END = "course", "card", "quiz", "told", "end"
STEPS = frozenset({CARD, QUIZ, TOLD, END})


def card(course: str, place: int) -> State:
    """At one card of a course."""
    return State(FLOW, CARD, {"course": course, "place": place})


def _at(at: str, course: str, **data: Json) -> State:
    return State(FLOW, at, {"course": course, **data})


def going_on(taking: Taking) -> State:
    """Where a course goes on: the first card that is not read, the quiz, or what the last round came to."""
    if taking.card is not None:
        return card(taking.course.id, taking.card)
    return _at(END if taking.over else QUIZ, taking.course.id)


def taking_of(state: State, context: Context) -> Taking | None:
    """The course of a screen while it is under way."""
    course = state.data.get("course")
    return context.ledger.courses().taking(course) if isinstance(course, str) else None


def _place(state: State, taking: Taking) -> int:
    kept = state.data.get("place")
    return kept if isinstance(kept, int) and 0 <= kept < len(taking.course.cards) else 0


def step(state: State, option: str, context: Context) -> Step | None:
    """What a button does in a course."""
    taking = taking_of(state, context)
    if option in {"p", "h"}:
        return Step(State(FLOW if option == "p" else "hours"))
    if taking is None:
        return _over(state, option, context)
    if state.at == CARD:
        return _carded(state, option, taking)
    if state.at == QUIZ:
        return _quizzed(state, option, taking, context)
    if state.at == TOLD:
        return _told_on(option, taking)
    return _ended(option, taking)


def _over(state: State, option: str, context: Context) -> Step | None:
    """The course was passed: on to the next one, or to the list."""
    course = str(state.data.get("course", ""))
    if state.at == TOLD and option == "n":
        return Step(_at(END, course))
    if option != "n":
        return Step(_at(END, course)) if state.at != END else None
    owed = following(context)
    return Step(State(FLOW) if owed is None else State(FLOW, "about", {"course": owed}))


def _carded(state: State, option: str, taking: Taking) -> Step | None:
    place, course = _place(state, taking), taking.course
    if option == "b":
        return Step(card(course.id, place - 1) if place else State(FLOW, "about", {"course": course.id}))
    if option != "n":
        return None
    new = course.cards[place].id
    events: tuple[Event, ...] = () if new in taking.read else (CardRead(taking.number, new),)
    if place + 1 < len(course.cards):
        return Step(card(course.id, place + 1), events)
    unread = [n for n, one in enumerate(course.cards) if one.id not in {*taking.read, new}]
    return Step(card(course.id, unread[0]) if unread else _at(QUIZ, course.id), events)


# --- quiz ---------------------------------------------------------------------------------------------------------


def _question(state: State, taking: Taking) -> tuple[ExamItem, tuple[str, ...], int] | None:
    """The question that is asked, the order of its answers, and the round. None when all are answered."""
    again = bool(state.data.get("again")) and taking.over and not taking.passed
    item = taking.items[0] if again else taking.open
    if item is None:
        return None
    number = taking.round + 1 if again else taking.round
    return item, shown(item, f"{taking.number}/{number}"), number


def _picked(state: State) -> tuple[str, ...]:
    kept = state.data.get("picked")
    return tuple(str(one) for one in kept) if isinstance(kept, list) else ()


def _quizzed(state: State, option: str, taking: Taking, context: Context) -> Step | None:
    asked = _question(state, taking)
    if asked is None:
        return Step(_at(END, taking.course.id))
    item, order, _ = asked
    if option == "b":
        return Step(card(taking.course.id, len(taking.course.cards) - 1))
    if option == "n":
        return _answered(state, taking, _picked(state), context) if _picked(state) else None
    index = index_in("a", option, len(order))
    return None if index is None else _chosen(state, taking, item, order[index], context)


def _chosen(state: State, taking: Taking, item: ExamItem, one: str, context: Context) -> Step:
    """One answer is the answer; where several may be right it is put in or taken out until that is confirmed."""
    if item.kind is not ExamKind.MULTI:
        return _answered(state, taking, (one,), context)
    picked = _picked(state)
    new: list[Json] = [kept for kept in picked if kept != one]
    if one not in picked:
        new.append(one)
    return Step(State(FLOW, QUIZ, {**state.data, "picked": new}))


def _answered(state: State, taking: Taking, said: Said, context: Context) -> Step:
    """Record it; with the last one that makes it pass, the course is passed."""
    asked = _question(state, taking)
    if asked is None:
        return Step(_at(END, taking.course.id))
    item, order, number = asked
    rules, calendar = context.ledger.rules().exams, context.ledger.calendar()
    again = refresher_at(context.now, context.now, rules, calendar)
    event = QuizAnswered(taking.number, number, item.id, tuple(sorted(said)), again)
    events: tuple[Event, ...] = (event,)
    before = len(taking.answers) if number == taking.round else 0
    wrong = (taking.wrong if number == taking.round else 0) + (set(said) != set(item.right))
    if before + 1 == len(taking.items) and wrong <= taking.course.quiz.wrong:
        events = (event, CoursePassed(taking.number))
    kept: dict[str, Json] = {"version": item.fingerprint, "order": [*order], "picked": [*sorted(said)]}
    place: dict[str, Json] = {"n": before + 1, "total": len(taking.items)}
    return Step(_at(TOLD, taking.course.id, **kept, **place), events)


def wrote(state: State, text: str, context: Context) -> Step | None:
    """A typed answer; several letters are an answer as a whole."""
    taking = taking_of(state, context) if state.at == QUIZ else None
    asked = _question(state, taking) if taking is not None else None
    if asked is None or taking is None:
        return None
    item, order, _ = asked
    said = asking.read(text, Asked(item.kind, item.text, in_order(item, order), 0))
    if said is None:
        return None
    if len(said) == 1:  # as if it was tapped
        return _chosen(state, taking, item, said[0], context)
    return _answered(state, taking, said, context)


def _told_on(option: str, taking: Taking) -> Step | None:
    """After an explanation: the next question, or what the round came to."""
    if option != "n":
        return None
    return Step(_at(END if taking.over else QUIZ, taking.course.id))


def _ended(option: str, taking: Taking) -> Step | None:
    """After a round that was not good enough: once more, or the cards again."""
    if option == "r":
        return Step(_at(QUIZ, taking.course.id, again=True))
    return Step(card(taking.course.id, 0)) if option == "c" else None


# --- screens ------------------------------------------------------------------------------------------------------


def show(state: State, context: Context) -> Screen | None:
    """A card, a question, its explanation, or the end. None when there is nothing of the kind."""
    taking = taking_of(state, context)
    if state.at == TOLD:
        told = _told(state, context)
        if told is not None:
            return told
    if taking is None:
        return _passed(state, context)
    if state.at == CARD:
        return _card(_place(state, taking), taking)
    asked = _question(state, taking) if state.at in {QUIZ, TOLD} else None
    return _failed(taking, context) if asked is None else _asking(state, taking, asked)


def _card(place: int, taking: Taking) -> Screen:
    course, one = taking.course, taking.course.cards[place]
    heading: dict[str, Argument] = {"title": course.title, "n": place + 1, "total": len(course.cards)}
    last = place + 1 == len(course.cards)
    lines: list[Line | Words] = [
        Line("course-card", heading),
        Line("item-text", {"text": one.title}),
        Line("course-text", {"text": one.text}),
    ]
    on = button("course-to-quiz" if last else "course-next", "n")
    return Screen(lines, ((button("back", "b"), on),))


def _asking(state: State, taking: Taking, asked: tuple[ExamItem, tuple[str, ...], int]) -> Screen:
    item, order, number = asked
    done = len(taking.answers) if number == taking.round else 0
    choices, picked = in_order(item, order), _picked(state)
    heading: dict[str, Argument] = {
        "n": done + 1,
        "total": len(taking.items),
        "kind": item.kind.value,
        "title": taking.course.title,
    }
    lines: list[Line | Words] = [
        Line("course-question", heading),
        Line("item-text", {"text": item.text}),
        *choice_lines(item.kind, choices, picked),
    ]
    confirm: Row = (button("done", "n"),) if picked else ()
    return Screen(
        lines, (choice_buttons(item.kind, choices, picked), (button("course-cards", "b"), *confirm))
    )


def _told(state: State, context: Context) -> Screen | None:
    """Whether the answer was right, what would have been, and why."""
    item = context.ledger.exams().item(str(state.data.get("version", "")))
    if item is None:
        return None
    kept = state.data.get("order")
    order = [str(one) for one in kept] if isinstance(kept, list) else []
    if sorted(order) != sorted(choice.id for choice in item.choices):
        return None
    choices, picked = in_order(item, order), _picked(state)
    right = set(picked) == set(item.right)
    lines: list[Line | Words] = [
        Line(
            "course-told",
            {"n": int(str(state.data.get("n", 1))), "total": int(str(state.data.get("total", 1)))},
        ),
        Line("item-text", {"text": item.text}),
        *choice_lines(item.kind, choices, item.right),
        GAP,
        Line("course-right")
        if right
        else Line("exam-drill-wrong", {"said": lettered(item.kind, choices, picked)}),
    ]
    if not right:
        lines.append(Line("exam-right", {"right": lettered(item.kind, choices, item.right)}))
    return Screen((*lines, *explained(item)), ((button("next", "n"),),))


def _failed(taking: Taking, context: Context) -> Screen:
    days = min(context.ledger.rules().exams.refresh_days, default=0)
    figures: dict[str, Argument] = {"n": taking.wrong, "most": taking.course.quiz.wrong}
    lines = (
        Line("course-heading", {"title": taking.course.title}),
        Line("course-failed", figures),
        Line("course-book", {"days": days}),
    )
    rows = (
        (button("course-once-more", "r"), button("course-cards", "c")),
        (button("to-courses", "p"), button("to-menu", "e")),
    )
    return Screen(lines, rows)


def _passed(state: State, context: Context) -> Screen | None:
    """What a passed course came to."""
    mine = [one for one in context.ledger.courses().passed() if one.course.id == state.data.get("course")]
    if not mine:
        return None
    lines = _result(mine[-1], context)
    on: Row = (button("course-following", "n"),) if following(context) else ()
    rows = (on, (button("to-hours", "h"), button("to-courses", "p"), button("to-menu", "e")))
    return Screen(lines, tuple(row for row in rows if row))


def _result(one: Passed, context: Context) -> list[Line | Words]:
    counts: dict[str, Argument] = {"right": one.right, "n": one.asked}
    lines: list[Line | Words] = [
        Line("course-passed", {"title": one.course.title}),
        Line("course-quiz-counts", counts),
        Line("course-counted", {"minutes": one.minutes, "hours": hours(one.minutes, context)}),
    ]
    if one.course.mandatory and one.course.every_months is not None:
        until = months_later(one.day, one.course.every_months)
        lines.append(Line("course-until", {"day": on_day(until, context.today)}))
    if one.right < one.asked:
        lines.append(Line("course-book", {"days": min(context.ledger.rules().exams.refresh_days, default=0)}))
    return lines
