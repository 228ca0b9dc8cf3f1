"""Lessons on both databases: who may hold which, codes, the roll, one record of each, what it counts and settles."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import Connection, insert, select, update

from checklists.bank import Trainee
from checklists.catalogue import Catalogue
from checklists.reminders import Task
from checklists.training_rules import HoursRule, LessonSubject, TrainingRules
from safety.errors import Refusal
from safety.events import Event
from safety.events_lessons import (
    LessonAnnounced,
    LessonAttended,
    LessonCalledOff,
    LessonClosed,
    LessonCounted,
    LessonOpened,
    LessonTicked,
)
from safety.lessons import GUESS, Lesson
from safety.training import CreditSource
from storage import due, guesses, lessons
from storage.database import Database
from storage.receipts import fingerprint_over
from storage.recording import lessons as recording
from storage.sealing import proving
from storage.tables.lessons import lesson_people
from storage.tables.lessons import lessons as table
from storage.tables.obligations import obligations
from storage.telling_lessons import come_to, of_industry
from storage.training import worker_balance
from tests import cast as casting
from tests.cast import ALICE, BOB, CHARLIE, DONG, TANG, WALT, WEI, Cast, Speaker
from tests.storage.test_exams import words
from tests.storage.test_training import add_worker
from tests.tampering import seal_now

RULES = TrainingRules(
    ours=True,
    hours=tuple(
        HoursRule(id=one.value, title=words(one.value), roles=(one,), initial=1, ours=True) for one in Trainee
    ),
    subjects=(LessonSubject(id="fire", title=words("消防"), settles=("R26",), ours=True),),
)


@pytest.fixture
def cast(database: Database, catalogue: Catalogue) -> Cast:
    rules = catalogue.rules.model_copy(update={"training": RULES})
    return casting.seat(database, replace(catalogue, rules=rules))


@pytest.fixture
def connection(database: Database, cast: Cast) -> Iterator[Connection]:
    with database.writing() as connection:
        yield connection


def announced(connection: Connection, cast: Cast, who: Speaker = ALICE, **changed: object) -> int:
    event = LessonAnnounced("fire", "", "李娜", cast.now + timedelta(hours=1), 45, "大厅")
    cast.does(connection, who, replace(event, **changed))  # type: ignore[arg-type]  # by name
    found = cast.ledger(connection, who).lessons().newest()
    assert found is not None
    return found.number


def seen(connection: Connection, cast: Cast, number: int, who: Speaker = ALICE) -> Lesson:
    found = cast.ledger(connection, who).lessons().one(number)
    assert found is not None
    return found


def opened(connection: Connection, cast: Cast, who: Speaker = ALICE, **changed: object) -> tuple[int, str]:
    number = announced(connection, cast, who, **changed)
    cast.does(connection, who, LessonOpened(number, 4))
    code = seen(connection, cast, number, who).code
    assert code is not None
    return number, code


def test_people_sign_in_by_the_code_and_only_who_holds_it_sees_it(connection: Connection, cast: Cast) -> None:
    number, code = opened(connection, cast)
    assert len(code) == 4
    assert code.isdigit()
    cast.does(connection, BOB, LessonAttended(code), LessonAttended(code))
    assert seen(connection, cast, number, BOB).here
    assert seen(connection, cast, number).attended == 1
    cast.does(connection, ALICE, LessonOpened(number, 6))
    again = seen(connection, cast, number).code
    assert again is not None
    assert len(again) == 6
    with pytest.raises(Refusal):
        cast.does(connection, BOB, LessonAttended(code))


@pytest.mark.parametrize("who", [CHARLIE, WALT, TANG, WEI, DONG])
def test_it_is_nobody_elses(connection: Connection, cast: Cast, who: Speaker) -> None:
    number, code = opened(connection, cast)
    book = cast.ledger(connection, who).lessons()
    assert book.one(number) is None
    assert book.by_code(code) is None
    assert book.count() == 0
    assert not book.roll(number)
    event: Event
    for event in (
        LessonAttended(code),
        LessonOpened(number, 4),
        LessonCounted(number, 3, ""),
        LessonClosed(number),
        LessonCalledOff(number),
        LessonTicked(number, f"person:{cast.actor(connection, BOB).person}", here=True),
    ):
        with pytest.raises(Refusal):
            cast.does(connection, who, event)


def test_codes_cannot_be_tried_out(connection: Connection, cast: Cast) -> None:
    _, code = opened(connection, cast)
    limit = cast.catalogue.rules.defaults.guessing.limit
    person = cast.actor(connection, BOB).person
    with pytest.raises(Refusal) as refused:
        cast.does(connection, BOB, LessonAttended("000000"))
    assert refused.value.guess == GUESS
    for _ in range(limit.size):
        guesses.count(connection, person, GUESS, limit, cast.now)
    assert cast.ledger(connection, BOB).lessons().by_code(code) is None
    cast.now += limit.span
    assert cast.ledger(connection, BOB).lessons().by_code(code) is not None


def test_the_roll_holds_people_with_and_without_an_account_of_ones_own(
    connection: Connection, cast: Cast
) -> None:
    worker = add_worker(connection, cast)
    number = announced(connection, cast)
    roll = cast.ledger(connection, ALICE).lessons().roll(number)
    assert {one.name for one in roll} == {"李娜", "王强", "老周"}
    assert not any(one.here for one in roll)
    cast.does(connection, ALICE, LessonTicked(number, f"worker:{worker}", here=True))
    assert [one.name for one in cast.ledger(connection, ALICE).lessons().roll(number) if one.here] == ["老周"]
    cast.does(connection, ALICE, LessonTicked(number, f"worker:{worker}", here=False))
    assert seen(connection, cast, number).attended == 0
    stranger = cast.actor(connection, CHARLIE).person
    for about in (f"person:{stranger}", "worker:99999", "person:x", "x", ""):
        with pytest.raises(Refusal):
            cast.does(connection, ALICE, LessonTicked(number, about, here=True))


def test_it_is_closed_once_and_counts_for_who_was_there(connection: Connection, cast: Cast) -> None:
    worker = add_worker(connection, cast)
    number, code = opened(connection, cast)
    with pytest.raises(Refusal):
        cast.does(connection, ALICE, LessonClosed(number))
    cast.does(connection, BOB, LessonAttended(code))
    cast.does(connection, ALICE, LessonTicked(number, f"worker:{worker}", here=True))
    cast.does(connection, ALICE, LessonCounted(number, 3, "张三"))
    with pytest.raises(Refusal):
        cast.does(connection, ALICE, LessonClosed(number))
    cast.passes(hours=2)
    assert not cast.ledger(connection, BOB).training().credits()
    cast.does(connection, ALICE, LessonClosed(number))
    held = seen(connection, cast, number)
    assert (held.record, held.attended, held.others, held.code) == ("PX-2026-000001", 2, 3, None)
    row = connection.execute(select(table)).one()
    assert row.sha256 == fingerprint_over(row.document)
    assert [(one.minutes, one.source) for one in cast.ledger(connection, BOB).training().credits()] == [
        (45, CreditSource.LESSON)
    ]
    found = worker_balance(connection, cast.catalogue, worker, cast.now)
    assert found is not None
    assert found.whole
    for event in (LessonClosed(number), LessonOpened(number, 4), LessonCounted(number, 9, "")):
        with pytest.raises(Refusal):
            cast.does(connection, ALICE, event)
    assert due.of(connection, f"training:{cast.east}/worker:{worker}") is not None


def test_the_first_lesson_settles_its_rule_and_a_fire_lesson_that_of_fire(
    connection: Connection, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[tuple[Task, str, str | None]] = []

    def note(
        _connection: Connection, task: Task, about: str, _at: object, _by: object, *, rule: str | None = None
    ) -> None:
        done.append((task, about, rule))

    monkeypatch.setattr(recording, "settle", note)
    for subject, settles in (("first_lesson", ()), ("fire", ("R26",)), ("gas", ())):
        number = announced(connection, cast, subject=subject, at=cast.now - timedelta(hours=3))
        cast.does(connection, ALICE, LessonCounted(number, 1, ""), LessonClosed(number, settles))
    about = f"enterprise:{cast.east}"
    assert done == [(Task.LESSON, about, None), (Task.TRAINING, about, "R26")]


def test_a_fire_lesson_leaves_open_what_is_owed_for_confined_spaces(
    connection: Connection, cast: Cast
) -> None:
    about = f"enterprise:{cast.east}"
    rows = [
        {
            "rule": rule,
            "task": Task.TRAINING.value,
            "enterprise": cast.east,
            "about": about,
            "begun_at": cast.now,
            "due_at": cast.now,
            "set_at": cast.now,
            "state": "open",
        }
        for rule in ("R26", "R32")
    ]
    connection.execute(insert(obligations), rows)
    number = announced(connection, cast, subject="fire", at=cast.now - timedelta(hours=3))
    cast.does(connection, ALICE, LessonCounted(number, 1, ""), LessonClosed(number, ("R26",)))
    found = select(obligations.c.rule, obligations.c.state).where(obligations.c.about == about)
    assert {row.rule: row.state for row in connection.execute(found)} == {"R26": "done", "R32": "open"}


def test_a_town_asks_the_chiefs_of_its_own_enterprises(connection: Connection, cast: Cast) -> None:
    number, code = opened(connection, cast, TANG)
    assert seen(connection, cast, number, ALICE).of_area
    assert cast.ledger(connection, CHARLIE).lessons().one(number) is None
    with pytest.raises(Refusal):
        cast.does(connection, CHARLIE, LessonAttended(code))
    cast.does(connection, ALICE, LessonAttended(code))
    cast.passes(hours=2)
    cast.does(connection, TANG, LessonClosed(number))
    assert len(cast.ledger(connection, ALICE).training().credits()) == 1


def test_counts_are_those_of_ones_own_place_and_time(connection: Connection, cast: Cast) -> None:
    for who, others in ((ALICE, 3), (CHARLIE, 5)):
        number = announced(connection, cast, who, at=cast.now - timedelta(hours=3))
        cast.does(connection, who, LessonCounted(number, others, ""), LessonClosed(number))
    first, last = date(2026, 10, 1), date(2026, 12, 31)
    counts = {
        one.id: [
            (each.lessons, each.attended) for each in cast.ledger(connection, one).lessons().held(first, last)
        ]
        for one in (ALICE, TANG, WEI, DONG)
    }
    assert counts == {ALICE.id: [(1, 3)], TANG.id: [(1, 3)], WEI.id: [(1, 5)], DONG.id: [(2, 8)]}
    assert not cast.ledger(connection, DONG).lessons().held(date(2026, 1, 1), date(2026, 9, 30))


def test_who_is_told_is_told_once_and_some_at_a_time(connection: Connection, cast: Cast) -> None:
    number = announced(connection, cast)
    row = lessons.of_number(connection, number)
    assert row is not None
    assert due.of(connection, f"{recording.KIND}:{number}") is not None
    bob = cast.actor(connection, BOB).person
    assert lessons.to_tell(connection, row, None, 10) == [bob]
    come_to(connection, number, bob)
    again = lessons.of_number(connection, number)
    assert again is not None
    assert lessons.to_tell(connection, again, None, 10) == []
    town = lessons.of_number(connection, announced(connection, cast, DONG))
    assert town is not None
    assert len(lessons.to_tell(connection, town, None, 10)) == 4
    assert len(lessons.to_tell(connection, town, None, 3)) == 3
    assert lessons.to_tell(connection, town, of_industry("fireworks"), 10) == []


@pytest.mark.parametrize(
    "changed", [{"minutes": 0}, {"minutes": 481}, {"place": "地" * 61}, {"topic": "题" * 61}]
)
def test_what_is_too_long_is_refused(connection: Connection, cast: Cast, changed: dict[str, object]) -> None:
    with pytest.raises(Refusal):
        announced(connection, cast, **changed)


def test_who_is_there_twice_counts_once(connection: Connection, cast: Cast) -> None:
    number, code = opened(connection, cast)
    bob = cast.actor(connection, BOB).person
    cast.does(connection, BOB, LessonAttended(code))
    cast.does(connection, ALICE, LessonTicked(number, f"person:{bob}", here=True))
    assert len(connection.execute(select(lesson_people)).all()) == 1


def test_a_record_of_a_lesson_is_sealed_known_by_its_number_and_seen_through_when_changed(
    connection: Connection, cast: Cast
) -> None:
    number = announced(connection, cast, at=cast.now - timedelta(hours=3))
    cast.does(connection, ALICE, LessonCounted(number, 2, ""), LessonClosed(number))
    paper = connection.execute(select(table.c.number).where(table.c.id == number)).scalar_one()
    seal_now(connection, cast.now)
    found = proving.verified(connection, paper)
    assert found is not None
    assert (found.what, found.unchanged) == ("lesson", True)
    kept = connection.execute(select(table.c.document).where(table.c.id == number)).scalar_one()
    connection.execute(update(table).where(table.c.id == number).values(document=kept | {"others": 20}))
    found = proving.verified(connection, paper)
    assert found is not None
    assert not found.unchanged
