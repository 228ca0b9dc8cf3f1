"""Hours on both databases: what counts, who sees whom, when what is owed for it is done."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

import pytest
from sqlalchemy import Connection, insert, select

from checklists.bank import Trainee
from checklists.catalogue import Catalogue
from checklists.exam_rules import ExamRules
from checklists.load import load_catalogue
from checklists.reminders import Task
from checklists.training_rules import HoursRule, TrainingRules
from safety.calendar import today
from safety.events_courses import CoursePassed
from safety.people import Role
from safety.training import CreditSource
from storage import due
from storage.database import Database
from storage.recording import training as recording
from storage.recording.training import work_out
from storage.tables.obligations import obligations
from storage.tables.staff import workers
from storage.tables.training import training_whole
from storage.training import KIND, worker_balance
from tests import cast as casting
from tests.cast import ALICE, BOB, CHARLIE, DONG, TANG, WEI, Cast
from tests.storage.test_courses import COURSE, all_right, begun
from tests.storage.test_exams import BANK, words

RULES = TrainingRules(
    ours=True,
    exam_minutes=45,
    hours=(
        HoursRule(
            id="manager", title=words("负责人"), roles=(Trainee.OFFICER,), initial=1, yearly=1, ours=True
        ),
        HoursRule(id="worker", title=words("员工"), roles=(Trainee.WORKER,), initial=1, ours=True),
    ),
)
SHORT = COURSE.model_copy(update={"minutes": 50, "roles": tuple(Trainee)})


@pytest.fixture
def cast(database: Database, catalogue: Catalogue) -> Cast:
    rules = catalogue.rules.model_copy(update={"exams": ExamRules(ours=True), "training": RULES})
    return casting.seat(database, replace(catalogue, bank=BANK, courses={"fire": COURSE}, rules=rules))


@pytest.fixture
def connection(database: Database, cast: Cast) -> Iterator[Connection]:
    with database.writing() as connection:
        yield connection


def learned(connection: Connection, cast: Cast, minutes: int = 10) -> int:
    number = begun(connection, cast)
    cast.passes(minutes=minutes)
    cast.does(connection, ALICE, *all_right(number), CoursePassed(number))
    return cast.actor(connection, ALICE).person


def test_a_course_counts_for_who_took_it(connection: Connection, cast: Cast) -> None:
    learned(connection, cast, minutes=7)
    book = cast.ledger(connection, ALICE).training()
    assert [(one.day, one.minutes, one.source, one.enterprise) for one in book.credits()] == [
        (today(cast.now), 7, CreditSource.COURSE, cast.east)
    ]
    found = book.balance()
    assert found is not None
    assert (found.initial.have, found.initial.wanted, found.whole) == (7, 45, False)
    assert not cast.ledger(connection, BOB).training().credits()


def owes(connection: Connection, cast: Cast, about: str, rule: str = "R10") -> None:
    row = {
        "rule": rule,
        "task": Task.TRAINING.value,
        "enterprise": cast.east,
        "about": about,
        "begun_at": cast.now,
        "due_at": cast.now,
        "set_at": cast.now,
        "state": "open",
    }
    connection.execute(insert(obligations), row)


def state(connection: Connection, about: str) -> str:
    found = select(obligations.c.state).where(obligations.c.about == about)
    return str(connection.execute(found).scalar_one())


def look(connection: Connection, cast: Cast, about: str) -> None:
    """What the clock does with the row that a course left."""
    row = due.of(connection, f"{KIND}:{cast.east}/{about}")
    assert row is not None
    assert row.due_at <= cast.now
    work_out(connection, cast.catalogue, cast.east, about, cast.now)


def test_what_is_owed_is_done_when_the_hours_are_whole_and_not_before(
    connection: Connection, cast: Cast
) -> None:
    cast.catalogue = replace(cast.catalogue, courses={"fire": COURSE})
    person = learned(connection, cast)
    about = f"person:{person}"
    owes(connection, cast, about)
    look(connection, cast, about)
    assert state(connection, about) == "open"
    for _ in range(4):
        learned(connection, cast)
    work_out(connection, cast.catalogue, cast.east, about, cast.now)
    assert state(connection, about) == "done"
    kept = connection.execute(select(training_whole)).one()
    assert (kept.enterprise, kept.about, kept.until) == (cast.east, about, date(2026, 12, 31))


def states(connection: Connection, about: str) -> dict[str, str]:
    found = select(obligations.c.rule, obligations.c.state).where(obligations.c.about == about)
    return {row.rule: row.state for row in connection.execute(found.order_by(obligations.c.id))}


def test_one_deed_settles_the_yearly_training_and_that_after_an_appointment_together(
    connection: Connection, cast: Cast
) -> None:
    about = f"person:{learned(connection, cast)}"
    for rule in ("R10", "R11"):
        owes(connection, cast, about, rule)
    for _ in range(3):
        learned(connection, cast)
        look(connection, cast, about)
        assert states(connection, about) == {"R10": "open", "R11": "open"}
    learned(connection, cast)
    look(connection, cast, about)
    assert states(connection, about) == {"R10": "done", "R11": "done"}
    ended = select(obligations.c.done_at, obligations.c.done_by).where(obligations.c.about == about)
    assert len(set(connection.execute(ended).all())) == 1


def test_who_is_appointed_with_whole_hours_is_settled_by_what_they_learn_then(
    connection: Connection, cast: Cast
) -> None:
    reminders = load_catalogue().rules.reminders
    rules = cast.catalogue.rules.model_copy(update={"reminders": reminders})
    cast.catalogue, about = replace(cast.catalogue, rules=rules), ""
    for _ in range(5):
        about = f"person:{learned(connection, cast)}"
    work_out(connection, cast.catalogue, cast.east, about, cast.now)
    cast.passes(days=3)
    for rule in ("R10", "R11"):
        owes(connection, cast, about, rule)
    work_out(connection, cast.catalogue, cast.east, about, cast.now)
    assert states(connection, about) == {"R10": "open", "R11": "open"}, "nothing was learned since"
    cast.passes(days=1)
    learned(connection, cast)
    look(connection, cast, about)
    assert states(connection, about) == {"R10": "open", "R11": "done"}, "the year has its own term"


def test_it_is_settled_once_a_span(
    connection: Connection, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    settled: list[str] = []

    def note(_connection: Connection, _task: Task, about: str, _at: datetime, _by: int | None) -> None:
        settled.append(about)

    monkeypatch.setattr(recording, "settle", note)
    person = 0
    for _ in range(7):
        person = learned(connection, cast)
        work_out(connection, cast.catalogue, cast.east, f"person:{person}", cast.now)
    assert settled == [f"person:{person}"]


def add_worker(connection: Connection, cast: Cast, person: int | None = None) -> int:
    row = {
        "enterprise": cast.east,
        "name": "老周",
        "post": "cook",
        "since": date(2026, 11, 23),
        "person": person,
        "added_at": cast.now,
        "at": cast.now,
    }
    known = {name: value for name, value in row.items() if name in workers.c}
    made = connection.execute(insert(workers).returning(workers.c.id), known)
    return int(made.scalar_one())


def test_the_officer_sees_their_own_people_with_and_without_an_account(
    connection: Connection, cast: Cast
) -> None:
    learned(connection, cast)
    worker = add_worker(connection, cast)
    pupils = cast.ledger(connection, ALICE).training().pupils()
    assert {(one.name, one.role) for one in pupils} >= {
        ("李娜", Role.OFFICER),
        ("王强", Role.PRINCIPAL),
        ("老周", Role.WORKER),
    }
    alice = next(one for one in pupils if one.name == "李娜")
    assert alice.open_courses == 0
    assert alice.balance is not None
    assert alice.balance.initial.have == 10
    assert not {one.name for one in pupils} & {"赵敏", "钱伟"}
    found = worker_balance(connection, cast.catalogue, worker, cast.now)
    assert found is not None
    assert found.late(date(2026, 11, 24))
    for outsider in (CHARLIE, TANG, DONG):
        assert "老周" not in {one.name for one in cast.ledger(connection, outsider).training().pupils()}
    assert not cast.ledger(connection, TANG).training().pupils()


def test_supervisors_see_counts_of_their_own_area(connection: Connection, cast: Cast) -> None:
    person = 0
    for _ in range(5):
        person = learned(connection, cast)
    work_out(connection, cast.catalogue, cast.east, f"person:{person}", cast.now)
    for who, seen in ((TANG, True), (DONG, True), (WEI, False), (ALICE, False)):
        book = cast.ledger(connection, who).training()
        tallies = book.tallies(2026, offset=0, limit=5)
        assert book.count_tallies(2026) == len(tallies) == int(seen)
        if seen:
            assert [(one.enterprise, one.people, one.whole, one.courses) for one in tallies] == [
                ("东风面馆", 2, 1, 5)
            ]
        assert book.total(2026).courses == (5 if seen else 0)
        assert book.count_tallies(2025) == 0


def test_nothing_is_worked_out_for_who_has_left(connection: Connection, cast: Cast) -> None:
    work_out(connection, cast.catalogue, cast.east, "person:99999", cast.now)
    work_out(connection, cast.catalogue, cast.east, "worker:99999", cast.now)
    assert connection.execute(select(training_whole)).all() == []
