"""Classes of supervision (分级 I-IV) as they are kept: the one by the rules, the one by a supervisor's hand, which of them holds, the history.

Raising by hand holds until it is taken back. Lowering by hand holds until the rules ask for more than when it was done:
then the rules decide again, so that an accident is never hidden behind an old favour. Never without a class, never without a reason.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from checklists.grading import EnterpriseClass
from safety.grading import Frequency, Graded


@dataclass(frozen=True, slots=True)
class Kept:
    """`worked` by the rules; `hand` by a supervisor, while the rules said `hand_over`."""

    worked: EnterpriseClass
    hand: EnterpriseClass | None = None
    hand_over: EnterpriseClass | None = None

    @property
    def holds(self) -> EnterpriseClass:
        """The class that counts."""
        if self.hand is None:
            return self.worked
        raised = self.hand_over is None or self.hand.at_least(self.hand_over) is self.hand
        return self.hand.at_least(self.worked) if raised else self.hand

    def reworked(self, worked: EnterpriseClass) -> "Kept":
        """After the rules have been asked again: a lowering ends when they ask for more than they did then."""
        lowered = self.hand is not None and self.hand_over is not None
        if lowered and self.hand is not None and self.hand_over is not None:
            laxer = self.hand is not self.hand_over and self.hand.at_least(self.hand_over) is self.hand_over
            worse = worked is not self.hand_over and worked.at_least(self.hand_over) is worked
            if laxer and worse:
                return Kept(worked)
        return Kept(worked, self.hand, self.hand_over)


@dataclass(frozen=True, slots=True)
class Change:
    """One line of the history. `person`: empty when the rules decided; `reason`: a supervisor's, or the ids of what moved it."""

    at: datetime
    before: EnterpriseClass | None
    after: EnterpriseClass
    person: str
    reason: str
    hand: bool


@dataclass(frozen=True, slots=True)
class Looked:
    """When somebody last looked at it, by kind of look; None: never."""

    self_check: date | None
    inspection: date | None
    expert: date | None


@dataclass(frozen=True, slots=True)
class ClassCard:
    """The class of one enterprise with its working, how often it is looked at, and when it last was."""

    kept: Kept
    graded: Graded
    frequency: Frequency
    looked: Looked
    credit: int
    credit_grade: str
    since: date
    added: date  # to the ledger
    at: datetime


class ClassBook(Protocol):
    """Classes in the actor's reach."""

    def one(self, credit_code: str) -> ClassCard | None: ...

    def history(self, credit_code: str, *, limit: int = 5) -> Sequence[Change]:
        """The newest changes first."""
        ...
