"""The transition table of a hazard: what it allows, and that it allows nothing else."""

import pytest

from safety.errors import Refusal
from safety.hazards import TRANSITIONS, HazardAction, after
from safety.ledger import HazardState

ALLOWED = [
    (HazardState.FOUND, HazardAction.FIND_AGAIN, HazardState.FOUND),
    (HazardState.FOUND, HazardAction.WITHDRAW, HazardState.WITHDRAWN),
    (HazardState.FOUND, HazardAction.REPORT, HazardState.REPORTED),
    (HazardState.WITHDRAWN, HazardAction.FIND_AGAIN, HazardState.FOUND),
    (HazardState.REPORTED, HazardAction.FIND_AGAIN, HazardState.REPORTED),
    (HazardState.REPORTED, HazardAction.WITHDRAW, HazardState.WITHDRAWN),
]


@pytest.mark.parametrize(("state", "action", "expected"), ALLOWED)
def test_it_moves_as_the_table_says(state: HazardState, action: HazardAction, expected: HazardState) -> None:
    assert after(state, action) is expected


def test_it_moves_in_no_other_way() -> None:
    allowed = {(state, action) for state, action, _ in ALLOWED}
    for state in HazardState:
        for action in HazardAction:
            if (state, action) not in allowed:
                with pytest.raises(Refusal) as refused:
                    after(state, action)
                assert refused.value.line == "hazard-not-now"


def test_every_state_is_in_the_table() -> None:
    assert set(TRANSITIONS) == set(HazardState)
