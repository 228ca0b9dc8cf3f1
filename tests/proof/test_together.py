"""P13: three people on one form lose no change, and submit once. The machine stands in colleagues.py."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from checklists.catalogue import Catalogue
from tests.cast import Cast
from tests.proof.colleagues import Colleagues, stage

UNSHRUNK = (
    Phase.explicit,
    Phase.generate,
)  # a run takes a second: making one smaller would take many minutes
QUIET = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large]


@pytest.fixture(scope="module")
def shared(catalogue: Catalogue) -> Iterator[Cast]:
    """Three people of one enterprise, on a database in memory."""
    cast = stage(catalogue)
    yield cast
    cast.database.close()


def play(cast: Cast, runs: int, steps: int) -> None:
    machine = type("Colleagues", (Colleagues,), {"cast": cast})
    chosen = settings(
        max_examples=runs,
        stateful_step_count=steps,
        deadline=None,
        suppress_health_check=QUIET,
        database=None,
        phases=UNSHRUNK,
    )
    run_state_machine_as_test(machine, settings=chosen)


def test_three_people_lose_no_change_and_submit_once(shared: Cast) -> None:
    play(shared, runs=40, steps=40)


@pytest.mark.proof
def test_three_people_lose_no_change_in_five_thousand_runs(shared: Cast) -> None:
    play(shared, runs=5000, steps=50)
