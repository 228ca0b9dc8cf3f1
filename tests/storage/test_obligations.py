"""What events say to the clock: done, begun, dated, gone; and that the enterprise is looked at again."""

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import Connection, delete, insert, select

from checklists.reminders import Dated, Happening, Task
from storage import due, obligations
from storage.tables.obligations import obligations as table
from storage.tables.obligations import terms
from storage.tables.post import due as due_rows
from tests.cast import ALICE, Cast


@pytest.fixture(autouse=True)
def looked_at(cast: Cast) -> None:
    """The clock has looked at everybody since they joined."""
    with cast.database.writing() as connection:
        connection.execute(delete(terms))
        connection.execute(delete(due_rows))


def owe(connection: Connection, cast: Cast, about: str, task: Task = Task.TRAINING, **more: object) -> int:
    row = {
        "rule": "R",
        "task": task.value,
        "enterprise": cast.east,
        "about": about,
        "begun_at": cast.now,
        "due_at": cast.now,
        "set_at": cast.now,
        "state": "open",
        **more,
    }
    return int(connection.execute(insert(table).values(row).returning(table.c.id)).scalar_one())


def states(connection: Connection) -> list[tuple[str, str]]:
    return [
        tuple(row) for row in connection.execute(select(table.c.about, table.c.state).order_by(table.c.id))
    ]


def kept(connection: Connection) -> list[tuple[str, str, int, datetime]]:
    found = select(terms.c.about, terms.c.what, terms.c.enterprise, terms.c.at).order_by(terms.c.about)
    return [tuple(row) for row in connection.execute(found)]


def marked(connection: Connection, enterprise: int) -> datetime | None:
    row = due.of(connection, f"obligations:{enterprise}")
    return row.due_at if row else None


def test_what_is_done_is_closed_with_who_and_counts_from_then(cast: Cast) -> None:
    with cast.database.writing() as connection:
        person = cast.actor(connection, ALICE).person
        about = f"enterprise:{cast.east}"
        for task in (Task.TRAINING, Task.DRILL):
            owe(connection, cast, about, task, rule=task.value)
        owe(connection, cast, f"enterprise:{cast.west}", enterprise=cast.west)
        obligations.settle(connection, Task.TRAINING, about, cast.now, person)
        assert [state for _, state in states(connection)] == ["done", "open", "open"]
        row = connection.execute(select(table).where(table.c.state == "done")).one()
        assert (row.done_at, row.done_by) == (cast.now, person)
        assert kept(connection) == [(about, "done:training", cast.east, cast.now)]
        assert marked(connection, cast.east) == cast.now
        assert marked(connection, cast.west) is None


def test_what_was_done_later_is_not_forgotten_for_what_was_done_before(cast: Cast) -> None:
    about = f"enterprise:{cast.east}"
    with cast.database.writing() as connection:
        obligations.settle(connection, Task.DRILL, about, cast.now, None)
        obligations.settle(connection, Task.DRILL, about, cast.now - timedelta(days=9), None)
        assert [at for *_, at in kept(connection)] == [cast.now]


def test_what_happens_again_begins_anew(cast: Cast) -> None:
    with cast.database.writing() as connection:
        for at in (cast.now, cast.now + timedelta(days=1)):
            obligations.arise(connection, Happening.WORKER_JOINED, cast.east, "worker:9", at)
        assert kept(connection) == [("worker:9", "at:worker_joined", cast.east, cast.now + timedelta(days=1))]
        assert marked(connection, cast.east) == cast.now, "the earlier of both"


def test_a_date_is_set_moved_and_taken_away(cast: Cast) -> None:
    with cast.database.writing() as connection:
        for day, shown in ((date(2027, 3, 1), 1), (date(2027, 4, 1), 1), (None, 0)):
            obligations.dated(connection, Dated.CERTIFICATE_REVIEW, cast.east, "certificate:12", day)
            assert len(kept(connection)) == shown
        obligations.dated(connection, Dated.LICENCE_EXPIRY, cast.east, "licence:1", date(2028, 2, 29))
        obligations.gone(connection, cast.east, "licence:1", cast.now)
        assert kept(connection) == []


@pytest.mark.parametrize("about", ["certificate:12", "worker:9", "plan:3"])
def test_a_subject_is_found_by_what_is_known_of_it(cast: Cast, about: str) -> None:
    with cast.database.writing() as connection:
        obligations.settle(connection, Task.CERTIFICATE, about, cast.now, None)
        assert marked(connection, cast.east) is None, "nobody has heard of it"
        owe(connection, cast, about, Task.CERTIFICATE)
        obligations.settle(connection, Task.CERTIFICATE, about, cast.now, None)
        assert states(connection) == [(about, "done")]
        assert marked(connection, cast.east) == cast.now


def test_a_manager_is_one_of_their_own_enterprise_only(cast: Cast) -> None:
    with cast.database.writing() as connection:
        person = cast.actor(connection, ALICE).person
        obligations.settle(connection, Task.TRAINING, f"person:{person}", cast.now, person)
        assert marked(connection, cast.east) == cast.now
        assert marked(connection, cast.west) is None


def test_a_due_row_is_pulled_forward_and_never_back(cast: Cast) -> None:
    with cast.database.writing() as connection:
        for hours, expected in ((5, 5), (9, 5), (2, 2)):
            obligations.mark(connection, cast.east, cast.now + timedelta(hours=hours))
            assert marked(connection, cast.east) == cast.now + timedelta(hours=expected)
        assert due.due_now(connection, cast.now + timedelta(hours=3), but=("obligations",)) == []
        assert len(due.due_now(connection, cast.now + timedelta(hours=3))) == 1
