"""Codes cannot be tried out (promise S2): a bucket a person, and the same words whatever is wrong."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklists.buckets import Bucket, Limit
from safety.people import Role
from storage import guesses
from storage.guesses import INVITATION
from storage.invitations import Place
from tests.cast import ALICE, NOBODY, WEI, Cast

CODE = "a-code-for-one-person-only"
LIMIT = Limit(5, timedelta(hours=1))
NOW = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)


def guess(cast: Cast, times: int, *, code: str | None = None) -> list[bool]:
    """Try codes as a turn does; whether each was found."""
    found = []
    with cast.database.writing() as connection:
        person = cast.actor(connection, NOBODY).person
        ledger = cast.ledger(connection, NOBODY)
        for number in range(times):
            found.append(ledger.invitation(code or f"guess-number-{number:08d}") is not None)
            if not found[-1]:
                guesses.count(connection, person, INVITATION, LIMIT, ledger.now)
    return found


def test_the_right_code_is_not_found_by_who_has_guessed_too_often(cast: Cast) -> None:
    with cast.database.writing() as connection:
        cast.invite(connection, Place(Role.WORKER, enterprise=cast.east), CODE)
    assert guess(cast, 4) == [False] * 4
    assert guess(cast, 1, code=CODE) == [True]
    assert guess(cast, 1) == [False]
    assert guess(cast, 1, code=CODE) == [False]


def test_others_are_not_touched(cast: Cast) -> None:
    with cast.database.writing() as connection:
        cast.invite(connection, Place(Role.WORKER, enterprise=cast.east), CODE)
    guess(cast, 20)
    with cast.database.reading() as connection:
        assert cast.ledger(connection, WEI).invitation(CODE) is not None


def test_nothing_is_written_once_the_bucket_is_full(cast: Cast) -> None:
    guess(cast, 5)
    with cast.database.writing() as connection:
        person = cast.actor(connection, NOBODY).person
        before = guesses._of(connection, person, INVITATION)
        guesses.count(connection, person, INVITATION, LIMIT, cast.ledger(connection, NOBODY).now)
        assert guesses._of(connection, person, INVITATION) == before
        assert guesses._of(connection, cast.actor(connection, ALICE).person, INVITATION) is None


@pytest.mark.proof
def test_a_hundred_thousand_guesses_find_nothing(cast: Cast) -> None:
    with cast.database.writing() as connection:
        cast.invite(connection, Place(Role.WORKER, enterprise=cast.east), "guess-number-00099000")
    assert not any(guess(cast, 100_000))


@given(st.lists(st.integers(0, 7200), max_size=60))
def test_no_hour_takes_more_than_two_buckets(gaps: list[int]) -> None:
    bucket, now, taken = Bucket(0.0, NOW), NOW, []
    for gap in gaps:
        now += timedelta(seconds=gap)
        if not bucket.full(LIMIT, now):
            bucket = bucket.poured(LIMIT, now)
            taken.append(now)
    for one in taken:
        assert sum(one <= other < one + LIMIT.span for other in taken) <= 2 * LIMIT.size


def test_a_clock_that_is_set_back_lets_nothing_leak() -> None:
    bucket = Bucket(5.0, NOW)
    assert bucket.full(LIMIT, NOW - timedelta(days=1))
    assert bucket.full(LIMIT, NOW + timedelta(minutes=11))
    assert not bucket.full(LIMIT, NOW + timedelta(minutes=13))
    assert Bucket(4.0, NOW).poured(LIMIT, NOW - timedelta(days=1)).at == NOW
