"""The life of a hazard (隐患) as one table. Everything that affects its states must live here.

So far the table covers what a self-check does: a bad answer finds a hazard, a corrected answer withdraws it, submission
reports it. A reported one is withdrawn by a correction with its reason, and stays REPORTED while a correction finds it
again, graver or not. Nothing is ever deleted.
"""

from enum import StrEnum

from safety.errors import Refusal
from safety.ledger import HazardState


class HazardAction(StrEnum):
    """What can be done to a hazard."""

    FIND_AGAIN = "find_again"
    WITHDRAW = "withdraw"
    REPORT = "report"


TRANSITIONS: dict[HazardState, dict[HazardAction, HazardState]] = {
    HazardState.FOUND: {
        HazardAction.FIND_AGAIN: HazardState.FOUND,
        HazardAction.WITHDRAW: HazardState.WITHDRAWN,
        HazardAction.REPORT: HazardState.REPORTED,
    },
    HazardState.WITHDRAWN: {HazardAction.FIND_AGAIN: HazardState.FOUND},
    HazardState.REPORTED: {
        HazardAction.FIND_AGAIN: HazardState.REPORTED,
        HazardAction.WITHDRAW: HazardState.WITHDRAWN,
    },
}


def after(state: HazardState, action: HazardAction) -> HazardState:
    """The state after an action; Refusal when the table does not know it."""
    try:
        return TRANSITIONS[state][action]
    except KeyError:
        raise Refusal("hazard-not-now") from None
