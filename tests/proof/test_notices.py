"""P4, P5, P6: a whole broadcast through the whole program, at Telegram's limit, beside people who use it, and with faults and kills."""

import os
from collections.abc import Iterator

import pytest

from storage.outbox import DOUBTS
from tests.bench.limited import USUAL
from tests.bench.notices import Plan, run

pytestmark = pytest.mark.proof


@pytest.fixture(autouse=True)
def cores() -> Iterator[None]:
    """The measurement parts the cores; the tests after it want all of them."""
    before = os.sched_getaffinity(0)
    yield
    os.sched_setaffinity(0, before)


def test_fifteen_thousand_notices_leave_at_the_limit_while_answers_stay_fast() -> None:
    found = run(Plan(rate=50))
    print(found)
    assert (found.missing, found.most, found.refused, found.bans) == (0, 1, 0, 0)
    assert found.share >= 0.98
    assert found.waits is not None
    assert found.waits[1] <= 600


def test_with_faults_and_kills_nothing_is_missing_and_copies_are_bounded() -> None:
    found = run(Plan(3_000, USUAL, kills=10))
    print(found)
    assert found.missing == 0
    assert found.most <= DOUBTS
    assert found.bans == 0
    assert found.unexplained <= found.kills * 2  # what was in the air when it was killed
