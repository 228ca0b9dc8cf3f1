"""Writes down courses that begin, cards that are read, answers of quizzes, and the one time a course is passed."""

from typing import Any

from sqlalchemy import Row, func, insert, select

from safety.calendar import today
from safety.courses import Taking, counted
from safety.errors import Refusal
from safety.events_courses import CardRead, CourseBegun, CoursePassed, QuizAnswered
from safety.people import Right
from storage import courses, training
from storage.content import course_of
from storage.recording.exams import remind, tried
from storage.recording.turn import Turn, Written
from storage.tables import courses as tables
from storage.tables.exams import exam_tries
from storage.upsert import Upsert

_READ = Upsert(lambda insert: insert(tables.course_cards).on_conflict_do_nothing())
_ANSWER = Upsert(lambda insert: insert(tables.course_answers).on_conflict_do_nothing())
_PASS = Upsert(lambda insert: insert(tables.course_results).on_conflict_do_nothing())


def course_begun(turn: Turn, event: CourseBegun) -> Written:
    """Refusal while the same course is under way, or for a text that was never published."""
    enterprise = turn.enterprise(Right.TAKE_EXAM)
    seat, person = turn.actor.seat, turn.actor.person
    if any(row.course == event.course for row in courses.open_rows(turn.connection, person)):
        raise Refusal("course-changed")
    _check(turn, event)
    counted_so_far = select(func.count()).where(tables.course_takings.c.person == person)
    row = {
        "person": person,
        "ordinal": turn.connection.execute(counted_so_far).scalar_one() + 1,
        "enterprise": enterprise,
        "role": seat.role if seat else None,
        "course": event.course,
        "fingerprint": event.fingerprint,
        "items": list(event.drawn),
        "begun_at": turn.now,
    }
    new = insert(tables.course_takings).returning(tables.course_takings.c.id)
    number = turn.connection.execute(new, row).scalar_one()
    return Written(f"course/{number}", {"taking": number})


def _check(turn: Turn, event: CourseBegun) -> None:
    """The course and the questions were published as they are, and these are the questions of this course."""
    try:
        course = course_of(turn.connection, event.fingerprint)
        items = courses.items_of(turn.connection, event.drawn)
    except LookupError:
        raise Refusal("course-changed") from None
    known = {*course.quiz.items, *(one.id for one in course.quiz.own)}
    asked = [one.id for one in items]
    if course.id != event.course or not set(asked) <= known or len(set(asked)) < len(asked):
        raise Refusal("course-changed")
    if len(asked) <= course.quiz.wrong:
        raise Refusal("course-changed")


def card_read(turn: Turn, event: CardRead) -> Written:
    """Once a card; reading it again changes nothing."""
    taking = _held(turn, event.taking)
    if event.card not in {one.id for one in taking.course.cards}:
        raise Refusal("course-changed")
    row = {"taking": event.taking, "card": event.card, "at": turn.now}
    _READ.run(turn.connection, row)
    return Written(f"course/{event.taking}/{event.card}")


def quiz_answered(turn: Turn, event: QuizAnswered) -> Written:
    """Judged at once, once a round. Refusal before all cards are read, out of order, or when this can be no answer."""
    taking = _held(turn, event.taking)
    item = next((one for one in taking.items if one.id == event.item), None)
    again = taking.over and not taking.passed and event.round == taking.round + 1
    answered = event.item in taking.answers and not again
    if item is None or taking.card is not None or answered or not (again or event.round == taking.round):
        raise Refusal("course-changed")
    if not event.chosen or not set(event.chosen) <= {one.id for one in item.choices}:
        raise Refusal("course-changed")
    right = set(event.chosen) == set(item.right)
    row = {
        "taking": event.taking,
        "round": event.round,
        "item": event.item,
        "chosen": sorted(event.chosen),
        "correct": right,
        "at": turn.now,
    }
    if _ANSWER.run(turn.connection, row).rowcount != 1:
        raise Refusal("course-changed")
    turn.connection.execute(insert(exam_tries), tried(turn, item, right=right))
    if not right:
        remind(turn, event.refresh_at)
    return Written(f"course/{event.taking}/{event.item}", {"right": right})


def course_passed(turn: Turn, event: CoursePassed) -> Written:
    """Counted once. Refusal while cards are unread, questions open, or too many answers wrong."""
    row, taking = _row(turn, event.taking), _held(turn, event.taking)
    if not taking.passed:
        raise Refusal("course-changed")
    minutes = counted(taking.course, taking.begun_at, turn.now)
    result = {
        "taking": event.taking,
        "person": turn.actor.person,
        "enterprise": row.enterprise,
        "day": today(turn.now),
        "minutes": minutes,
        "right": len(taking.items) - taking.wrong,
        "asked": len(taking.items),
        "ended_at": turn.now,
    }
    if _PASS.run(turn.connection, result).rowcount != 1:
        raise Refusal("course-changed")
    training.look(turn.connection, row.enterprise, f"person:{turn.actor.person}")
    return Written(f"course/{event.taking}", {"minutes": minutes}, enterprise=row.enterprise)


def _held(turn: Turn, taking: int) -> Taking:
    return courses.taking_of(turn.connection, _row(turn, taking))


def _row(turn: Turn, taking: int) -> Row[Any]:
    """The actor's own taking while it is under way, held against a second process until the end of the transaction."""
    table = tables.course_takings
    turn.connection.execute(select(table.c.id).where(table.c.id == taking).with_for_update())
    row = courses.row_of(turn.connection, taking)
    if row is None or row.person != turn.actor.person:
        raise Refusal("not-allowed")
    if row.result is not None:
        raise Refusal("course-over")
    return row
