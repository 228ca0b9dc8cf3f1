"""That a commitment ends is told by its rule (R38): the principal alone, 30, 7 and 1 days before, once after, and before the town is; not who has renewed."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import Connection, func, insert, select, update

from safety.calendar import today
from storage.database import Database
from storage.tables.obligations import obligations
from storage.tables.post import due, outbox
from tests import cast as casting
from tests.bot.pledged import sign
from tests.bot.test_owed_rounds import SHIPPED, go
from tests.cast import ALICE, BOB, WALT, Cast


@pytest.fixture
def cast(database: Database) -> Cast:
    return casting.seat(database, SHIPPED, facts={"catering": True})


def told(connection: Connection) -> list[tuple[int, str]]:
    """Who was told of the commitment, and on which day."""
    found = select(outbox.c.chat, outbox.c.posted_at, outbox.c.body).where(outbox.c.key.like("owed:%"))
    rows = connection.execute(found.order_by(outbox.c.id))
    return [(row.chat, today(row.posted_at).isoformat()) for row in rows if "安全承诺书续签" in row.body]


def until(connection: Connection, cast: Cast, end: datetime) -> None:
    """Let the clock jump from one due row to the next; each letter has left before the next is written."""
    while True:
        go(connection, cast)
        connection.execute(update(outbox).values(state="sent", sent_at=cast.now))
        following = connection.execute(select(func.min(due.c.due_at)).where(due.c.due_at <= end)).scalar()
        if following is None or following <= cast.now:
            cast.now = end
            return
        cast.now = following


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


def test_the_principal_is_reminded_four_times_on_working_mornings_and_told_before_the_town_is(
    cast: Cast,
) -> None:
    with cast.database.writing() as connection:
        sign(connection, cast, BOB)
        until(connection, cast, moment("2027-12-20T00:00:00+08:00"))
        mine = [day for chat, day in told(connection) if chat == BOB.id]
        days = ["2027-10-22", "2027-11-16", "2027-11-22", "2027-11-24"]  # the 24th of October is a Sunday
        assert mine == [*days, "2027-12-07"], "and once more the day before the town hears of it"
        assert ALICE.id not in {chat for chat, _ in told(connection)}


def test_who_has_renewed_is_left_alone(cast: Cast) -> None:
    with cast.database.writing() as connection:
        sign(connection, cast, BOB)
        until(connection, cast, moment("2027-10-30T09:00:00+08:00"))
        assert [chat for chat, _ in told(connection)].count(BOB.id) == 1
        sign(connection, cast, BOB)
        until(connection, cast, moment("2027-12-20T00:00:00+08:00"))
        assert [chat for chat, _ in told(connection)].count(BOB.id) == 1
        found = select(obligations.c.due_at).where(
            obligations.c.rule == "R38", obligations.c.enterprise == cast.east, obligations.c.state == "open"
        )
        assert today(connection.execute(found).scalar_one()).isoformat() == "2028-10-29"


def test_the_other_enterprise_hears_of_its_own(cast: Cast) -> None:
    with cast.database.writing() as connection:
        sign(connection, cast, WALT)
        until(connection, cast, moment("2027-11-10T00:00:00+08:00"))
        assert {chat for chat, _ in told(connection)} == {BOB.id, WALT.id}


def test_rows_of_an_older_version_go(cast: Cast) -> None:
    with cast.database.writing() as connection:
        row = {"key": "pledge:CN-1", "kind": "pledge", "subject": "CN-1", "due_at": cast.now}
        connection.execute(insert(due).values(row))
        go(connection, cast)
        assert connection.execute(select(due).where(due.c.kind == "pledge")).all() == []
