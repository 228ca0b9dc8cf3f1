"""The durable inbox: order in a lane, lanes side by side, nothing twice."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection

from storage import inbox
from storage.database import Database
from storage.inbox import Arrived, Taken

NOW = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
BOT = 1


def arrive(connection: Connection, *pairs: tuple[int, int]) -> None:
    inbox.receive(
        connection, BOT, [Arrived(number, lane, f'{{"update_id":{number}}}') for number, lane in pairs], NOW
    )


def numbers(taken: list[Taken]) -> list[int]:
    return [update.update_id for update in taken]


def test_it_takes_the_first_of_each_lane(database: Database) -> None:
    with database.writing() as connection:
        arrive(connection, (1, 10), (2, 10), (3, 20), (4, 30), (5, 20))
        assert numbers(inbox.take(connection, BOT, 64, NOW)) == [1, 3, 4]
        inbox.finish(connection, BOT, [1, 4], NOW)
        assert numbers(inbox.take(connection, BOT, 64, NOW)) == [2, 3]


def test_it_keeps_order_when_batches_overlap_and_are_shuffled(database: Database) -> None:
    with database.writing() as connection:
        arrive(connection, (7, 10), (6, 10))
        arrive(connection, (6, 10), (5, 10), (7, 10))
        seen = []
        while taken := inbox.take(connection, BOT, 64, NOW):
            seen += numbers(taken)
            inbox.finish(connection, BOT, numbers(taken), NOW)
        assert seen == [5, 6, 7]


def test_a_repeated_update_takes_effect_once(database: Database) -> None:
    with database.writing() as connection:
        arrive(connection, (1, 10))
        inbox.finish(connection, BOT, [1], NOW)
        arrive(connection, (1, 10))
        assert inbox.take(connection, BOT, 64, NOW) == []


def test_two_bots_do_not_mix(database: Database) -> None:
    with database.writing() as connection:
        arrive(connection, (1, 10))
        inbox.receive(connection, 2, [Arrived(1, 10, "{}")], NOW)
        assert len(inbox.take(connection, BOT, 64, NOW)) == 1
        assert inbox.waiting(connection, 2) == 1


def test_a_postponed_update_holds_its_lane_and_no_other(database: Database) -> None:
    with database.writing() as connection:
        arrive(connection, (1, 10), (2, 10), (3, 20))
        first = inbox.take(connection, BOT, 64, NOW)[0]
        inbox.fail(connection, BOT, first, "boom", NOW + timedelta(seconds=1))
        assert numbers(inbox.take(connection, BOT, 64, NOW)) == [3]
        later = inbox.take(connection, BOT, 64, NOW + timedelta(seconds=2))
        assert [(update.update_id, update.attempts) for update in later] == [(1, 1), (3, 0)]


def test_what_is_set_aside_frees_its_lane_and_keeps_its_reason(database: Database) -> None:
    with database.writing() as connection:
        arrive(connection, (1, 10), (2, 10))
        first = inbox.take(connection, BOT, 64, NOW)[0]
        inbox.fail(connection, BOT, first, "ValueError: boom", None)
        assert numbers(inbox.take(connection, BOT, 64, NOW)) == [2]
        (aside,) = inbox.set_aside(connection)
        assert (aside.update_id, aside.reason, aside.body) == (1, "ValueError: boom", '{"update_id":1}')


def test_replay_puts_it_back(database: Database) -> None:
    with database.writing() as connection:
        arrive(connection, (1, 10), (2, 20))
        for update in inbox.take(connection, BOT, 64, NOW):
            inbox.fail(connection, BOT, update, "boom", None)
        assert inbox.replay(connection, [2]) == 1
        assert numbers(inbox.take(connection, BOT, 64, NOW)) == [2]
        assert inbox.replay(connection) == 1
        assert numbers(inbox.take(connection, BOT, 64, NOW)) == [1, 2]


def test_it_forgets_what_was_handled_long_ago_and_nothing_else(database: Database) -> None:
    with database.writing() as connection:
        arrive(connection, (1, 10), (2, 20), (3, 30), (4, 40))
        taken = inbox.take(connection, BOT, 64, NOW)
        inbox.finish(connection, BOT, [1], NOW)
        inbox.finish(connection, BOT, [2], NOW + inbox.KEEP)
        inbox.fail(connection, BOT, taken[2], "boom", None)
        assert inbox.forget(connection, NOW + inbox.KEEP + timedelta(seconds=1)) == 1
        assert numbers(inbox.take(connection, BOT, 64, NOW)) == [4]
        assert len(inbox.set_aside(connection)) == 1


def test_two_workers_never_take_the_same_lane(postgresql_database: Database) -> None:
    """Between claim and commit a lane belongs to one worker; the other one takes other lanes."""
    with postgresql_database.writing() as connection:
        arrive(connection, (1, 10), (2, 10), (3, 20))
    with postgresql_database.writing() as first:
        assert numbers(inbox.take(first, BOT, 1, NOW)) == [1]
        with postgresql_database.writing() as second:
            assert numbers(inbox.take(second, BOT, 64, NOW)) == [3]
            inbox.finish(second, BOT, [3], NOW)
        inbox.finish(first, BOT, [1], NOW)
    with postgresql_database.writing() as connection:
        assert numbers(inbox.take(connection, BOT, 64, NOW)) == [2]
