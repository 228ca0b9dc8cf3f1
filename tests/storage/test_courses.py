"""Courses on both databases: begun once, cards once, answers judged by the version that was begun, passed once, one's own alone."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.exc import DBAPIError

from checklists.bank import Trainee
from checklists.catalogue import Catalogue
from checklists.courses import Course, CourseCard, CourseEvent, Quiz
from checklists.exam_rules import ExamRules
from safety.calendar import today
from safety.courses import Taking
from safety.errors import Refusal
from safety.events import Event
from safety.events_courses import CardRead, CourseBegun, CoursePassed, QuizAnswered
from safety.mistakes import book
from storage import due
from storage.courses import days_of
from storage.database import Database
from storage.recording.exams import REFRESHER
from storage.tables.courses import course_results, course_takings
from storage.tables.staff import workers
from tests import cast as casting
from tests.cast import ALICE, BOB, CHARLIE, TANG, Cast, Speaker
from tests.storage.test_exams import BANK, RIGHT, words

COURSE = Course(
    id="fire",
    title=words("消防"),
    minutes=10,
    subject="fire",
    roles=(Trainee.OFFICER, Trainee.WORKER),
    mandatory=True,
    cards=tuple(CourseCard(id=one, title=words(one), text=words(one)) for one in ("C1", "C2")),
    quiz=Quiz(items=("S1", "J1", "M1"), wrong=1),
    ours=True,
)
ITEMS = tuple(BANK.items[name].fingerprint for name in COURSE.quiz.items)
BEGUN = CourseBegun("fire", COURSE.fingerprint, ITEMS)


@pytest.fixture
def cast(database: Database, catalogue: Catalogue) -> Cast:
    """The people of tests/cast.py, with a course of two cards and three questions."""
    rules = catalogue.rules.model_copy(update={"exams": ExamRules(ours=True)})
    return casting.seat(database, replace(catalogue, bank=BANK, courses={"fire": COURSE}, rules=rules))


@pytest.fixture
def connection(database: Database, cast: Cast) -> Iterator[Connection]:
    with database.writing() as connection:
        yield connection


def taking(connection: Connection, cast: Cast, who: Speaker = ALICE) -> Taking:
    found = cast.ledger(connection, who).courses().taking("fire")
    assert found is not None
    return found


def begun(connection: Connection, cast: Cast, who: Speaker = ALICE, *, read: bool = True) -> int:
    cast.does(connection, who, BEGUN)
    number = taking(connection, cast, who).number
    if read:
        cast.does(connection, who, CardRead(number, "C1"), CardRead(number, "C2"))
    return number


def answer(number: int, name: str, *chosen: str, again: int = 1) -> QuizAnswered:
    return QuizAnswered(number, again, name, chosen)


def all_right(number: int) -> list[Event]:
    return [answer(number, name, *RIGHT[name]) for name in COURSE.quiz.items]


def test_it_goes_on_in_the_version_it_was_begun_in(connection: Connection, cast: Cast) -> None:
    number = begun(connection, cast)
    cast.does(connection, ALICE, answer(number, "S1", "A"))
    newer = COURSE.model_copy(update={"cards": COURSE.cards[:1], "quiz": Quiz(items=("J1", "M1"))})
    cast.catalogue = replace(cast.catalogue, courses={"fire": newer})
    found = taking(connection, cast)
    assert (found.course, [one.id for one in found.items]) == (COURSE, ["S1", "J1", "M1"])
    assert (found.read, found.open) == ({"C1", "C2"}, BANK.items["J1"])
    cast.catalogue = replace(cast.catalogue, courses={})
    assert taking(connection, cast).course == COURSE


def test_it_is_passed_once_with_the_minutes_it_took(connection: Connection, cast: Cast) -> None:
    number = begun(connection, cast)
    cast.passes(minutes=4)
    cast.does(connection, ALICE, *all_right(number), CoursePassed(number))
    done = cast.ledger(connection, ALICE).courses().passed()
    assert [(one.course, one.day, one.minutes, one.right, one.asked) for one in done] == [
        (COURSE, today(cast.now), 4, 3, 3)
    ]
    assert cast.ledger(connection, ALICE).courses().taking("fire") is None
    for again in (CoursePassed(number), answer(number, "S1", "A", again=2), CardRead(number, "C1")):
        with pytest.raises(Refusal):
            cast.does(connection, ALICE, again)
    begun(connection, cast)  # once more, later


def test_it_cannot_be_passed_without_cards_and_answers(connection: Connection, cast: Cast) -> None:
    number = begun(connection, cast, read=False)
    for early in (CoursePassed(number), answer(number, "S1", "A"), CardRead(number, "C9")):
        with pytest.raises(Refusal):
            cast.does(connection, ALICE, early)
    cast.does(connection, ALICE, CardRead(number, "C1"), CardRead(number, "C2"), CardRead(number, "C2"))
    cast.does(connection, ALICE, answer(number, "S1", "B"), answer(number, "J1", "T"))
    with pytest.raises(Refusal):
        cast.does(connection, ALICE, CoursePassed(number))
    cast.does(connection, ALICE, answer(number, "M1", "A", "C"))
    with pytest.raises(Refusal):
        cast.does(connection, ALICE, CoursePassed(number))


@pytest.mark.parametrize(
    "wrong",
    [
        answer(1, "S1", "Z"),
        answer(1, "S1"),
        answer(1, "S2", "A"),
        answer(1, "S1", "A", again=2),
        answer(1, "S1", "A", again=0),
    ],
)
def test_what_can_be_no_answer_is_refused(connection: Connection, cast: Cast, wrong: QuizAnswered) -> None:
    number = begun(connection, cast)
    with pytest.raises(Refusal):
        cast.does(connection, ALICE, replace(wrong, taking=number))


def test_an_answer_is_given_once_a_round_and_another_round_only_after_a_failure(
    connection: Connection, cast: Cast
) -> None:
    number = begun(connection, cast)
    cast.does(connection, ALICE, answer(number, "S1", "B"))
    with pytest.raises(Refusal):
        cast.does(connection, ALICE, answer(number, "S1", "A"))
    cast.does(connection, ALICE, answer(number, "J1", "T"), answer(number, "M1", "A", "C"))
    cast.does(connection, ALICE, answer(number, "S1", "A", again=2))
    assert (taking(connection, cast).round, len(taking(connection, cast).answers)) == (2, 1)
    with pytest.raises(Refusal):
        cast.does(connection, ALICE, answer(number, "J1", "F", again=3))


def test_mistakes_of_a_quiz_stand_in_the_wrong_answer_book_and_come_back(
    connection: Connection, cast: Cast
) -> None:
    number = begun(connection, cast)
    again = cast.now + timedelta(days=7)
    wrong = replace(answer(number, "S1", "B"), refresh_at=again)
    cast.does(connection, ALICE, wrong, answer(number, "J1", "F"))
    tries = cast.ledger(connection, ALICE).exams().tries()
    assert [one.item for one in book(tries, 2)] == ["S1"]
    person = cast.actor(connection, ALICE).person
    waiting = due.of(connection, f"{REFRESHER}:{person}")
    assert waiting is not None
    assert waiting.due_at == again
    assert book(cast.ledger(connection, BOB).exams().tries(), 2) == ()


@pytest.mark.parametrize(
    "event",
    [
        BEGUN,
        replace(BEGUN, course="other"),
        replace(BEGUN, fingerprint="0" * 64),
        replace(BEGUN, fingerprint=ITEMS[0]),
        replace(BEGUN, drawn=()),
        replace(BEGUN, drawn=ITEMS[:1]),
        replace(BEGUN, drawn=(*ITEMS, BANK.items["S2"].fingerprint)),
        replace(BEGUN, drawn=(*ITEMS, ITEMS[0])),
    ],
)
def test_only_what_was_published_is_begun_and_one_of_a_kind_at_a_time(
    connection: Connection, cast: Cast, event: CourseBegun
) -> None:
    if event == BEGUN:
        cast.does(connection, ALICE, BEGUN)
    with pytest.raises(Refusal):
        cast.does(connection, ALICE, event)


def test_it_is_nobody_elses(connection: Connection, cast: Cast) -> None:
    number = begun(connection, cast)
    for who in (BOB, CHARLIE):
        assert cast.ledger(connection, who).courses().taking("fire") is None
        assert not cast.ledger(connection, who).courses().passed()
        for event in (CardRead(number, "C1"), answer(number, "S1", "A"), CoursePassed(number)):
            with pytest.raises(Refusal):
                cast.does(connection, who, event)
    with pytest.raises(Refusal):
        cast.does(connection, TANG, BEGUN)
    assert cast.ledger(connection, TANG).courses().learner() is None


def test_a_worker_is_new_since_the_roster_says_so_and_back_since(connection: Connection, cast: Cast) -> None:
    person = cast.actor(connection, ALICE).person
    since = date(2026, 11, 1)
    connection.execute(delete(workers).where(workers.c.person == person))  # the row that joining made
    assert days_of(connection, cast.east, person, Trainee.WORKER, since) == {CourseEvent.NEW_WORKER: since}
    assert days_of(connection, cast.east, person, Trainee.OFFICER, since) == {}
    row = {
        "enterprise": cast.east,
        "name": "李娜",
        "post": "cook",
        "since": date(2020, 5, 1),
        "back_since": date(2026, 11, 20),
        "person": person,
        "added_at": cast.now,
    }
    known = {name: value for name, value in row.items() if name in workers.c}
    connection.execute(insert(workers), known)
    assert days_of(connection, cast.east, person, Trainee.WORKER, since) == {
        CourseEvent.NEW_WORKER: date(2020, 5, 1),
        CourseEvent.RETURNED: date(2026, 11, 20),
    }


def test_the_officer_is_a_learner_of_their_enterprise(connection: Connection, cast: Cast) -> None:
    found = cast.ledger(connection, ALICE).courses().learner()
    assert found is not None
    assert (found.role, found.colour) == (Trainee.OFFICER, "white")
    assert found.since <= today(cast.now)


@pytest.mark.parametrize("table", [course_takings, course_results])
def test_what_was_learned_cannot_be_changed(connection: Connection, cast: Cast, table: object) -> None:
    number = begun(connection, cast)
    cast.does(connection, ALICE, *all_right(number), CoursePassed(number))
    column = next(iter(table.c))  # type: ignore[attr-defined]  # a table
    with pytest.raises(DBAPIError):
        connection.execute(update(table).values({column.name: select(column).scalar_subquery()}))  # type: ignore[arg-type]
