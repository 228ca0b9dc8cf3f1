"""The life of a hazard (隐患) as one table. Everything that affects its states must live here.

The theory. A hazard is found by a self-check, or reported by anybody at any time. What is suspected to be a major one
(重大事故隐患) waits for a supervisor's word. The enterprise plans how it is put right (who, how, by when; a major one
with all five implements, 五落实), does it, and sends what it looks like afterwards. Somebody else then looks: who finds
does not close. A general one is closed by another person of the enterprise or by a supervisor, a major one by a
supervisor only. What was closed can be opened again. Nothing is ever deleted, and from its first moment to its end a
hazard has an owner and a day by which it is to be put right.

Who finds is not asked again: a self-check that is corrected takes its hazard back only while no plan stands.
"""

from enum import StrEnum

from safety.errors import Refusal
from safety.ledger import HazardState


class HazardAction(StrEnum):
    """What can be done to a hazard."""

    FIND_AGAIN = "find_again"
    FIND_GRAVER = "find_graver"
    WITHDRAW = "withdraw"
    REPORT = "report"
    REPORT_MAJOR = "report_major"
    CONFIRM_MAJOR = "confirm_major"
    NOT_MAJOR = "not_major"
    PLAN = "plan"
    START = "start"
    FIX_ON_SPOT = "fix_on_spot"
    SEND_EVIDENCE = "send_evidence"
    ACCEPT = "accept"
    RETURN = "return"
    VISIT = "visit"
    ASK_EXTENSION = "ask_extension"
    GRANT_EXTENSION = "grant_extension"
    REFUSE_EXTENSION = "refuse_extension"
    TRANSFER = "transfer"
    SUSPEND = "suspend"
    RESUME = "resume"
    MARK_DUPLICATE = "mark_duplicate"
    REOPEN = "reopen"


_S, _A = HazardState, HazardAction

TRANSITIONS: dict[HazardState, dict[HazardAction, HazardState]] = {
    _S.FOUND: {
        _A.FIND_AGAIN: _S.FOUND,
        _A.WITHDRAW: _S.WITHDRAWN,
        _A.REPORT: _S.REPORTED,
        _A.REPORT_MAJOR: _S.REVIEW,
    },
    _S.REPORTED: {
        _A.FIND_AGAIN: _S.REPORTED,
        _A.FIND_GRAVER: _S.REVIEW,
        _A.WITHDRAW: _S.WITHDRAWN,
        _A.PLAN: _S.PLANNED,
        _A.FIX_ON_SPOT: _S.EVIDENCE,
        _A.TRANSFER: _S.REPORTED,
        _A.MARK_DUPLICATE: _S.DUPLICATE,
    },
    _S.REVIEW: {
        _A.FIND_AGAIN: _S.REVIEW,
        _A.WITHDRAW: _S.WITHDRAWN,
        _A.CONFIRM_MAJOR: _S.REPORTED,
        _A.NOT_MAJOR: _S.REPORTED,
        _A.TRANSFER: _S.REVIEW,
        _A.MARK_DUPLICATE: _S.DUPLICATE,
    },
    _S.PLANNED: {
        _A.FIND_AGAIN: _S.PLANNED,
        _A.FIND_GRAVER: _S.REVIEW,
        _A.PLAN: _S.PLANNED,
        _A.START: _S.FIXING,
        _A.FIX_ON_SPOT: _S.EVIDENCE,
        _A.SEND_EVIDENCE: _S.EVIDENCE,
        _A.ASK_EXTENSION: _S.PLANNED,
        _A.GRANT_EXTENSION: _S.PLANNED,
        _A.REFUSE_EXTENSION: _S.PLANNED,
        _A.TRANSFER: _S.PLANNED,
        _A.SUSPEND: _S.SUSPENDED,
        _A.MARK_DUPLICATE: _S.DUPLICATE,
    },
    _S.FIXING: {
        _A.FIND_AGAIN: _S.FIXING,
        _A.FIND_GRAVER: _S.REVIEW,
        _A.SEND_EVIDENCE: _S.EVIDENCE,
        _A.ASK_EXTENSION: _S.FIXING,
        _A.GRANT_EXTENSION: _S.FIXING,
        _A.REFUSE_EXTENSION: _S.FIXING,
        _A.TRANSFER: _S.FIXING,
        _A.SUSPEND: _S.SUSPENDED,
        _A.MARK_DUPLICATE: _S.DUPLICATE,
    },
    _S.EVIDENCE: {
        _A.FIND_AGAIN: _S.EVIDENCE,
        _A.FIND_GRAVER: _S.REVIEW,
        _A.ACCEPT: _S.CLOSED,
        _A.RETURN: _S.FIXING,
        _A.VISIT: _S.EVIDENCE,
        _A.TRANSFER: _S.EVIDENCE,
    },
    _S.SUSPENDED: {
        _A.FIND_AGAIN: _S.SUSPENDED,
        _A.FIND_GRAVER: _S.REVIEW,
        _A.RESUME: _S.PLANNED,
        _A.TRANSFER: _S.SUSPENDED,
    },
    _S.CLOSED: {_A.FIND_AGAIN: _S.CLOSED, _A.REOPEN: _S.REPORTED},
    _S.DUPLICATE: {_A.FIND_AGAIN: _S.DUPLICATE, _A.REOPEN: _S.REPORTED},
    _S.WITHDRAWN: {_A.FIND_AGAIN: _S.FOUND},
}

UNREPORTED = frozenset({_S.FOUND, _S.WITHDRAWN})
OVER = frozenset({_S.CLOSED, _S.DUPLICATE, _S.WITHDRAWN})
OPEN = tuple(state for state in HazardState if state not in OVER)


def after(state: HazardState, action: HazardAction) -> HazardState:
    """The state after an action; Refusal when the table does not know it."""
    try:
        return TRANSITIONS[state][action]
    except KeyError:
        raise Refusal("hazard-not-now") from None


def entered(*, suspected_major: bool) -> HazardState:
    """Where a hazard begins that is reported outside of a self-check."""
    return after(_S.FOUND, _A.REPORT_MAJOR if suspected_major else _A.REPORT)
