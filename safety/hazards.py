"""The life of a hazard (隐患) as one table. Everything that affects its states must live here.

The theory. A hazard is found by a self-check, or reported by anybody at any time. What is suspected to be a major one
(重大事故隐患) waits for a supervisor's word. The enterprise plans how it is put right (who, how, by when; a major one
with all five implements, 五落实), does it, and sends what it looks like afterwards. Somebody else then looks: who finds
does not close. A general one is closed by another person of the enterprise or by a supervisor, a major one by a
supervisor only, and so is a general one that is graded up (提级): because it recurs within a year of its closure
(safety/recurrence.py) or because a supervisor says so. What was closed can be opened again. Nothing is ever deleted, and from its first moment to its end a
hazard has an owner and a day by which it is to be put right.

A confirmed major one can be listed (挂牌督办): a supervisor sets the day and the demand, the enterprise tells its progress
every week, and the only end is the removal (摘牌): the supervisor accepts what was done and takes it off the list in one.

An open one can be broken into parts (子隐患), each a hazard of its own; it does not end while one of them is open.

Before a major one ends its cause (原因分析) is said with what prevents it; so is that of one that recurs where content wants it.

A duplicate that nobody had said to be a major one yet goes back to review when it is opened again (`reopen_doubted`).

Who finds is not asked again: a self-check that is corrected takes its hazard back only while no plan stands.
"""

from enum import StrEnum

from safety.errors import Refusal
from safety.hazard_ledger import HazardState


class HazardAction(StrEnum):
    """What can be done to a hazard."""

    FIND_AGAIN = "find_again"
    FIND_GRAVER = "find_graver"
    WITHDRAW = "withdraw"
    REPORT = "report"
    REPORT_MAJOR = "report_major"
    CONFIRM_MAJOR = "confirm_major"
    NOT_MAJOR = "not_major"
    GRADE_UP = "grade_up"
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
    LIST = "list"
    PROGRESS = "progress"
    DELIST = "delist"
    COST = "cost"
    DIVIDE = "divide"
    CAUSE = "cause"
    REOPEN_DOUBTED = "reopen_doubted"


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
        _A.GRADE_UP: _S.REPORTED,
        _A.WITHDRAW: _S.WITHDRAWN,
        _A.PLAN: _S.PLANNED,
        _A.FIX_ON_SPOT: _S.EVIDENCE,
        _A.TRANSFER: _S.REPORTED,
        _A.MARK_DUPLICATE: _S.DUPLICATE,
        _A.LIST: _S.REPORTED,
        _A.PROGRESS: _S.REPORTED,
        _A.COST: _S.REPORTED,
        _A.DIVIDE: _S.REPORTED,
        _A.CAUSE: _S.REPORTED,
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
        _A.GRADE_UP: _S.PLANNED,
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
        _A.LIST: _S.PLANNED,
        _A.PROGRESS: _S.PLANNED,
        _A.COST: _S.PLANNED,
        _A.DIVIDE: _S.PLANNED,
        _A.CAUSE: _S.PLANNED,
    },
    _S.FIXING: {
        _A.FIND_AGAIN: _S.FIXING,
        _A.FIND_GRAVER: _S.REVIEW,
        _A.GRADE_UP: _S.FIXING,
        _A.SEND_EVIDENCE: _S.EVIDENCE,
        _A.ASK_EXTENSION: _S.FIXING,
        _A.GRANT_EXTENSION: _S.FIXING,
        _A.REFUSE_EXTENSION: _S.FIXING,
        _A.TRANSFER: _S.FIXING,
        _A.SUSPEND: _S.SUSPENDED,
        _A.MARK_DUPLICATE: _S.DUPLICATE,
        _A.LIST: _S.FIXING,
        _A.PROGRESS: _S.FIXING,
        _A.COST: _S.FIXING,
        _A.DIVIDE: _S.FIXING,
        _A.CAUSE: _S.FIXING,
    },
    _S.EVIDENCE: {
        _A.FIND_AGAIN: _S.EVIDENCE,
        _A.FIND_GRAVER: _S.REVIEW,
        _A.GRADE_UP: _S.EVIDENCE,
        _A.ACCEPT: _S.CLOSED,
        _A.RETURN: _S.FIXING,
        _A.VISIT: _S.EVIDENCE,
        _A.TRANSFER: _S.EVIDENCE,
        _A.DELIST: _S.CLOSED,
        _A.COST: _S.EVIDENCE,
        _A.CAUSE: _S.EVIDENCE,
    },
    _S.SUSPENDED: {
        _A.FIND_AGAIN: _S.SUSPENDED,
        _A.FIND_GRAVER: _S.REVIEW,
        _A.GRADE_UP: _S.SUSPENDED,
        _A.RESUME: _S.PLANNED,
        _A.TRANSFER: _S.SUSPENDED,
        _A.LIST: _S.SUSPENDED,
    },
    _S.CLOSED: {
        _A.FIND_AGAIN: _S.CLOSED,
        _A.REOPEN: _S.REPORTED,
        _A.COST: _S.CLOSED,
        _A.CAUSE: _S.CLOSED,
    },
    _S.DUPLICATE: {_A.FIND_AGAIN: _S.DUPLICATE, _A.REOPEN: _S.REPORTED, _A.REOPEN_DOUBTED: _S.REVIEW},
    _S.WITHDRAWN: {_A.FIND_AGAIN: _S.FOUND},
}

# States in which no supervisor has said yet whether it is a major one.
UNSAID = frozenset({_S.FOUND, _S.REVIEW, _S.DUPLICATE, _S.WITHDRAWN})
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


class Party(StrEnum):
    """Whose hand acts on a hazard.

    ENTERPRISE   an officer or principal of the enterprise
    SECOND       one of them who neither found it, owns it nor sent the evidence (who finds does not close)
    REPORTER     who found or reported it, whatever their role
    SUPERVISOR   who watches over the enterprise
    """

    ENTERPRISE = "enterprise"
    SECOND = "second"
    REPORTER = "reporter"
    SUPERVISOR = "supervisor"


class Need(StrEnum):
    """What an action cannot do without."""

    REASON = "reason"
    DAY = "day"
    OWNER = "owner"
    MEASURES = "measures"
    MONEY = "money"
    CONTINGENCY = "contingency"
    ORIGINAL = "original"
    PAIRS = "pairs"  # every photo "before" has its "after", and at least one is new
    REQUEST = "request"  # an extension that was asked for
    ROOT = "root"  # what was behind it (人机环管)
    CAUSE = "cause"  # that this has been said, with how it is prevented
    WORDS = "words"  # what was done, or what a part is about, in one's own words


_ENTERPRISE = frozenset({Party.ENTERPRISE})
_SUPERVISOR = frozenset({Party.SUPERVISOR})
_NOBODY: frozenset[Party] = frozenset()
_ANYBODY = frozenset({Party.ENTERPRISE, Party.REPORTER, Party.SUPERVISOR})
_CHECKERS = frozenset({Party.SECOND, Party.SUPERVISOR})

# Who may, when the hazard is a general one, and when it is (suspected to be) a major one. What is missing here is done
# by a self-check or a report, not by hand.
WHO: dict[HazardAction, tuple[frozenset[Party], frozenset[Party]]] = {
    _A.CONFIRM_MAJOR: (_SUPERVISOR, _SUPERVISOR),
    _A.NOT_MAJOR: (_SUPERVISOR, _SUPERVISOR),
    _A.PLAN: (_ENTERPRISE, _ENTERPRISE),
    _A.START: (_ENTERPRISE, _ENTERPRISE),
    _A.FIX_ON_SPOT: (_ENTERPRISE, _NOBODY),
    _A.SEND_EVIDENCE: (_ENTERPRISE, _ENTERPRISE),
    _A.ACCEPT: (_CHECKERS, _SUPERVISOR),
    _A.RETURN: (_CHECKERS, _SUPERVISOR),
    _A.VISIT: (_SUPERVISOR, _SUPERVISOR),
    _A.ASK_EXTENSION: (_ENTERPRISE, _ENTERPRISE),
    _A.GRANT_EXTENSION: (_SUPERVISOR, _SUPERVISOR),
    _A.REFUSE_EXTENSION: (_SUPERVISOR, _SUPERVISOR),
    _A.TRANSFER: (_ENTERPRISE, _ENTERPRISE),
    _A.SUSPEND: (_SUPERVISOR, _SUPERVISOR),
    _A.RESUME: (_SUPERVISOR, _SUPERVISOR),
    _A.GRADE_UP: (_SUPERVISOR, _NOBODY),
    _A.MARK_DUPLICATE: (_ENTERPRISE | _SUPERVISOR, _SUPERVISOR),
    _A.REOPEN: (_ANYBODY, _ANYBODY),
    _A.LIST: (_NOBODY, _SUPERVISOR),
    _A.PROGRESS: (_NOBODY, _ENTERPRISE),
    _A.DELIST: (_NOBODY, _SUPERVISOR),
    _A.COST: (_ENTERPRISE, _ENTERPRISE),
    _A.DIVIDE: (_ENTERPRISE | _SUPERVISOR, _ENTERPRISE | _SUPERVISOR),
    _A.CAUSE: (_ENTERPRISE, _ENTERPRISE),
}

# What is done only while the hazard is listed (True), or only while it is not (False); the rest is done either way.
LISTED: dict[HazardAction, bool] = {
    _A.ACCEPT: False,
    _A.MARK_DUPLICATE: False,
    _A.LIST: False,
    _A.PROGRESS: True,
    _A.DELIST: True,
}

# 五落实 of a major one: 责任 (owner), 措施 (measures), 资金 (money), 时限 (day), 预案 (contingency); 安监总局令16 art. 15.
_PLAN = frozenset({Need.MEASURES, Need.OWNER, Need.DAY})
_FIVE = _PLAN | {Need.MONEY, Need.CONTINGENCY}
_REASON, _PAIRS, _REQUEST = frozenset({Need.REASON}), frozenset({Need.PAIRS}), frozenset({Need.REQUEST})
_WORDS = frozenset({Need.WORDS})
_PART = frozenset({Need.WORDS, Need.OWNER, Need.DAY})

NEEDS: dict[HazardAction, tuple[frozenset[Need], frozenset[Need]]] = {
    _A.PLAN: (_PLAN, _FIVE),
    _A.FIX_ON_SPOT: (_PAIRS, _PAIRS),
    _A.SEND_EVIDENCE: (_PAIRS, _PAIRS),
    _A.ACCEPT: (_PAIRS, _PAIRS | {Need.CAUSE}),
    _A.GRADE_UP: (_REASON, _REASON),
    _A.RETURN: (_REASON, _REASON),
    _A.ASK_EXTENSION: (_REASON | {Need.DAY}, _REASON | {Need.DAY}),
    _A.GRANT_EXTENSION: (_REQUEST, _REQUEST),
    _A.REFUSE_EXTENSION: (_REQUEST, _REQUEST),
    _A.TRANSFER: (_REASON | {Need.OWNER}, _REASON | {Need.OWNER}),
    _A.SUSPEND: (_REASON, _REASON),
    _A.MARK_DUPLICATE: (_REASON | {Need.ORIGINAL}, _REASON | {Need.ORIGINAL}),
    _A.REOPEN: (_REASON | {Need.DAY}, _REASON | {Need.DAY}),
    _A.LIST: (_REASON | {Need.DAY}, _REASON | {Need.DAY}),
    _A.PROGRESS: (_WORDS, _WORDS),
    _A.DELIST: (_PAIRS, _PAIRS | {Need.CAUSE}),
    _A.COST: (frozenset({Need.MONEY}), frozenset({Need.MONEY})),
    _A.DIVIDE: (_PART, _PART),
    _A.CAUSE: (frozenset({Need.ROOT}), frozenset({Need.ROOT}) | _PLAN),
}


GRADED_UP = frozenset(
    {_A.ACCEPT, _A.RETURN, _A.MARK_DUPLICATE}
)  # a supervisor's alone when it is graded up (提级)


def who_may(action: HazardAction, *, major: bool, graded_up: bool = False) -> frozenset[Party]:
    """Whose hand may do it. What ends a general one that is graded up is a supervisor's word, as on a major one."""
    as_major = major or (graded_up and action in GRADED_UP)
    return WHO.get(action, (_NOBODY, _NOBODY))[as_major]


def needs(action: HazardAction, *, major: bool) -> frozenset[Need]:
    """What it cannot do without."""
    return NEEDS.get(action, (frozenset(), frozenset()))[major]


# What ends a hazard waits until none of its parts (子隐患) is open; a part has no parts, and opens again only with its parent.
ENDS = frozenset({_A.ACCEPT, _A.DELIST, _A.MARK_DUPLICATE})


def fits_listing(action: HazardAction, *, listed: bool) -> bool:
    """Whether it is done at all to a hazard that is listed, or to one that is not."""
    return LISTED.get(action, listed) is listed
