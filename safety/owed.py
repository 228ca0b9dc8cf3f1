"""What people read of what is owed: one matter each, most urgent first. How it is worked out: safety/owing.py."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from checklists.reminders import Recipient, Task
from checklists.words import Words
from safety.calendar import today
from safety.ladder import PLAIN, Ladder
from safety.owing import State


@dataclass(frozen=True, slots=True)
class Owed:
    """One thing owed (应办事项). `number` is its row, kept in sessions and letters, never in a button.

    title    of its rule; `detail`: which one (the form, the hazard, whom it is about), empty when there is only one
    mine     whether the reader is the one who is reminded of it
    holder   name of who it was handed to; `giver`: who handed it over
    legal    the number comes from a law or rule
    minutes  about how long it takes
    """

    number: int
    rule: str
    title: Words
    detail: str | Words
    task: Task
    who: Recipient
    about: str
    enterprise: str
    due: datetime
    state: State
    mine: bool = True
    legal: bool = False
    minutes: int | None = None
    holder: str = ""
    holder_id: int | None = None
    giver: int | None = None
    done_at: datetime | None = None
    done_by: str = ""
    ladder: Ladder = PLAIN

    @property
    def by(self) -> date:
        """The last day for it, more time that was granted counted in."""
        return self.ladder.until or today(self.due)


@dataclass(frozen=True, slots=True)
class Late:
    """One line of the supervisors' list of exceptions: what is overdue by a rule, since how many days."""

    enterprise: str
    title: Words
    detail: str | Words
    due: datetime


class OwedBook(Protocol):
    """Everything owed that a reader may see."""

    def open(self, *, offset: int = 0, limit: int = 5) -> Sequence[Owed]:
        """What the reader's enterprise owes, what the reader has to do first, then by the day it is due."""
        ...

    def count_open(self) -> int: ...

    def mine(self) -> Sequence[Owed]:
        """What the reader has to do now, most urgent first."""
        ...

    def by_enterprise(self) -> Mapping[int, int]:
        """How much the reader has to do in each of their enterprises, whichever they act for now; those without are left out."""
        ...

    def done(self, *, offset: int = 0, limit: int = 5) -> Sequence[Owed]:
        """What was done in the last month, the newest first."""
        ...

    def count_done(self) -> int: ...

    def one(self, number: int) -> Owed | None:
        """One matter of the reader's enterprise; None for any other."""
        ...

    def hour(self) -> int | None:
        """The reader's own choice of when to be reminded, in minutes of the day."""
        ...

    def late(self, *, offset: int = 0, limit: int = 5) -> Sequence[Late]:
        """What is overdue in a supervisor's area, the longest first."""
        ...

    def count_late(self) -> int: ...


def urgency(one: Owed) -> tuple[datetime, str]:
    """What is due first comes first."""
    return one.due, one.rule
