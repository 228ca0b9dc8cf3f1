"""Interviews (约谈): a supervisor has spoken with who answers for an enterprise. Who, why, what was agreed, when it is looked at again; both confirm."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Protocol

REASONS = ("major", "overdue", "incident", "unsubmitted", "breach")  # the usual ones; any other is words
LONGEST, SHORTEST = 1000, 2  # characters of a reason, of what was agreed, of an objection
LATEST = timedelta(days=366)  # after which no day is set


class InterviewState(StrEnum):
    """Where one stands. HELD: it lies before the person who was spoken with; DONE: it was looked at again."""

    HELD = "held"
    CONFIRMED = "confirmed"
    OBJECTED = "objected"
    DONE = "done"


ENDED = frozenset({InterviewState.DONE})


@dataclass(frozen=True, slots=True)
class Spoken:
    """Somebody of an enterprise who can be spoken with: a principal or an officer with an account."""

    person: int
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Interview:
    """One interview.

    person      who was spoken with; `named`: their name
    officer     who has held it, `officer_name`: their name; their record is their confirmation
    reason      one of REASONS, or words
    again       the day on which it is looked at again
    sha256      fingerprint of what both confirm
    outcome     what had become of it on that day
    mine        the reader is who was spoken with; `held`: who has held it
    """

    number: str
    credit_code: str
    enterprise: str
    town: str
    person: int
    named: str
    officer: int
    officer_name: str
    held_at: datetime
    reason: str
    measures: str
    again: date
    state: InterviewState
    sha256: str
    confirmed_at: datetime | None = None
    objection: str = ""
    outcome: str = ""
    done_at: datetime | None = None


class InterviewBook(Protocol):
    """Interviews in a reader's scope: a supervisor's area, one's own enterprise; nothing for anybody else."""

    def one(self, number: str) -> Interview | None: ...

    def listed(self, credit_code: str = "", *, offset: int = 0, limit: int = 5) -> Sequence[Interview]:
        """Those that are not looked at again yet come first, by that day; `credit_code`: of this enterprise alone."""
        ...

    def count(self, credit_code: str = "") -> int: ...

    def waiting(self) -> int:
        """How many are not looked at again yet."""
        ...

    def spoken(self, credit_code: str) -> Sequence[Spoken]:
        """Whom one can speak with in an enterprise; nobody outside the scope."""
        ...
