"""The transition table of a hazard: what it allows, and that it allows nothing else."""

import pytest

from safety.errors import Refusal
from safety.hazard_ledger import HazardState
from safety.hazards import TRANSITIONS, HazardAction, after

TABLE = """
found      find_again found | withdraw withdrawn | report reported | report_major review
reported   find_again reported | find_graver review | withdraw withdrawn | plan planned | fix_on_spot evidence
reported   grade_up reported
reported   transfer reported | mark_duplicate duplicate | list reported | progress reported | cost reported | divide reported | cause reported
review     find_again review | withdraw withdrawn | confirm_major reported | not_major reported
review     transfer review | mark_duplicate duplicate
planned    find_again planned | find_graver review | plan planned | start fixing | fix_on_spot evidence
planned    send_evidence evidence | ask_extension planned | grant_extension planned | refuse_extension planned
planned    grade_up planned
fixing     find_again fixing | find_graver review | send_evidence evidence | ask_extension fixing
fixing     grant_extension fixing | refuse_extension fixing | transfer fixing | suspend suspended
fixing     grade_up fixing
evidence   find_again evidence | find_graver review | accept closed | return fixing | visit evidence
evidence   grade_up evidence
suspended  find_again suspended | find_graver review | resume planned | transfer suspended
suspended  grade_up suspended
planned    transfer planned | suspend suspended | mark_duplicate duplicate | list planned | progress planned | cost planned | divide planned | cause planned
fixing     mark_duplicate duplicate | list fixing | progress fixing | cost fixing | divide fixing | cause fixing
evidence   transfer evidence | delist closed | cost evidence | cause evidence
suspended  list suspended
closed     find_again closed | reopen reported | cost closed | cause closed
duplicate  find_again duplicate | reopen reported | reopen_doubted review
withdrawn  find_again found
"""


def allowed() -> list[tuple[HazardState, HazardAction, HazardState]]:
    """The table above, written a second time so that no change of the code goes unseen."""
    moves = []
    for line in TABLE.strip().splitlines():
        state, _, rest = line.partition(" ")
        for pair in rest.split("|"):
            action, end = pair.split()
            moves.append((HazardState(state), HazardAction(action), HazardState(end)))
    return moves


ALLOWED = allowed()


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
