"""The roster on both databases: who stands in it, who joined, who left, nobody of another enterprise."""

from collections.abc import Iterator
from datetime import date

import pytest
from sqlalchemy import Connection, insert
from sqlalchemy.exc import IntegrityError

from storage import staff
from storage.database import Database
from storage.tables.staff import workers
from tests.cast import ALICE, CHARLIE, Cast

DAY = date(2026, 11, 1)


@pytest.fixture
def connection(database: Database, cast: Cast) -> Iterator[Connection]:
    with database.writing() as connection:
        yield connection


def entered(connection: Connection, cast: Cast, enterprise: int, name: str, **more: object) -> int:
    row = {"enterprise": enterprise, "name": name, "post": "electrician", "since": DAY, "added_at": cast.now}
    return int(connection.execute(insert(workers).returning(workers.c.id), row | more).scalar_one())


def test_who_works_there_now_stands_in_the_roster_and_nobody_else(connection: Connection, cast: Cast) -> None:
    here = entered(connection, cast, cast.east, "张三")
    gone = entered(connection, cast, cast.east, "李四", until=date(2026, 11, 20))
    entered(connection, cast, cast.west, "王五")
    assert here in [one.id for one in staff.of(connection, cast.east)]
    assert not {"李四", "王五"} & {one.name for one in staff.of(connection, cast.east)}
    left = staff.one(connection, gone)
    assert left is not None
    assert not left.here


def test_an_account_stands_once_in_an_enterprise(connection: Connection, cast: Cast) -> None:
    who = cast.actor(connection, CHARLIE).person
    number = entered(connection, cast, cast.east, "赵敏", person=who)
    assert getattr(staff.of_person(connection, cast.east, who), "id", None) == number
    assert staff.of_person(connection, cast.east, 0) is None
    with pytest.raises(IntegrityError):
        entered(connection, cast, cast.east, "赵敏", person=who)


def test_training_counts_from_the_last_time_somebody_came(connection: Connection, cast: Cast) -> None:
    assert cast.actor(connection, ALICE).person
    number = entered(connection, cast, cast.east, "周八", back_since=date(2026, 11, 20))
    one = staff.one(connection, number)
    assert one is not None
    assert one.began == date(2026, 11, 20)
