"""Enterprises as they are looked up (分级台账, 一企一档): a line of a list, the card of one. What may be read; nothing is written here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from checklists.reminders import Activity
from checklists.words import Words
from safety.people import Role
from safety.pledges import Holding
from safety.spots import NO_EXAMS, Average

SHORTEST = 2  # characters that are looked for
LAST = 4  # characters of a credit code by which one is looked for at least


class Colour(StrEnum):
    """Notice colour of an enterprise (五色告知书): by industry, never a risk level."""

    ORANGE = "orange"
    YELLOW = "yellow"
    BLUE = "blue"
    WHITE = "white"
    GREEN = "green"


@dataclass(frozen=True, slots=True)
class Enterprise:
    """One supervised unit (生产经营单位)."""

    name: str
    credit_code: str
    colour: Colour
    town: str
    activity: Activity = Activity.PRODUCING


@dataclass(frozen=True, slots=True)
class Brief:
    """An enterprise as a line of a list names it."""

    credit_code: str
    name: str
    town: str
    colour: str
    activity: Activity = Activity.PRODUCING


@dataclass(frozen=True, slots=True)
class Checked:
    """Self-checks: the newest submission, and how many were submitted within a year."""

    receipt: str
    form: Words
    day: date
    score: int
    bad: int
    year: int


@dataclass(frozen=True, slots=True)
class Standing:
    """How many hazards there are: open, past their day, major ones among the open, closed within a year."""

    open: int = 0
    overdue: int = 0
    major: int = 0
    closed: int = 0


@dataclass(frozen=True, slots=True)
class Reached:
    """Who of an enterprise has joined: people who answer for it, how many of them can be reached, and everybody else."""

    answering: int = 0
    reachable: int = 0
    others: int = 0
    listed: int = 0  # contacts of the list who have not joined


@dataclass(frozen=True, slots=True)
class Papers:
    """Licences, certificates, special equipment: how many hold now, how many are over, how many end soon."""

    all: int = 0
    over: int = 0
    soon: int = 0


@dataclass(frozen=True, slots=True)
class Ready:
    """Training, drills, warnings: hours of training within a year, day of the last drill, warnings nobody has confirmed.

    own, spots   exams of a year, by themselves and on an inspector's demand
    """

    hours: int = 0
    drilled: date | None = None
    unconfirmed: int = 0
    own: Average = NO_EXAMS
    spots: Average = NO_EXAMS


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of an enterprise: joined, or only on its list. `phone`: whole; screens mask it unless asked; `about`: who that is to the audit."""

    name: str
    role: Role | None
    phone: str
    joined: bool
    reachable: bool
    about: str


NOT_READY = Ready()


@dataclass(frozen=True, slots=True)
class Card:
    """One enterprise on one screen.

    twins     other enterprises in the reader's reach with the same name, or with the same organisation in the credit code
    pledge    where its commitment stands
    supervision  the class that holds, empty as long as it was not worked out; `by_hand`: a supervisor has set it
    added_at  when it came into the ledger
    """

    brief: Brief
    address: str
    colour_reason: str
    added_at: datetime
    industries: Sequence[Words]
    checked: Checked | None
    hazards: Standing
    people: Reached
    papers: Papers
    pledge: Holding | None
    department: str = ""
    grid: str = ""
    ready: Ready = NOT_READY
    supervision: str = ""
    by_hand: bool = False
    twins: Sequence[Brief] = ()


class EnterpriseBook(Protocol):
    """Enterprises in the actor's reach: for people of one nothing but their own."""

    def find(self, text: str, *, offset: int = 0, limit: int = 5) -> Sequence[Brief]:
        """Those that are meant by words of name, town and address in any order, or by a credit code or its last characters."""
        ...

    def count_found(self, text: str) -> int: ...

    def own(self) -> str:
        """The credit code of the actor's own enterprise; empty for a supervisor."""
        ...

    def people(self, credit_code: str) -> Sequence[Person]:
        """Who has joined, those who answer for it first, then who stands on its list and has not."""
        ...

    def card(self, credit_code: str) -> Card | None:
        """None outside the reach, as if there were none."""
        ...
