"""Events of anonymous tips. Those of the reporter are recorded without any person, and without the words (storage/recording/tips.py)."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from checklists.schema import Severity
from safety.events import Event
from safety.events_hazards import Picture


@dataclass(frozen=True, slots=True)
class TipSent(Event):
    """Somebody sends a tip. Storage gives the relay number and keeps the account in the encrypted table.

    enterprise   credit code; empty: not known in the register, `named` says what was typed
    most         tips that one account may send in a day
    until        when the account is deleted should nobody close the tip
    """

    kind: ClassVar[str] = "tip:sent"
    enterprise: str
    named: str
    words: str
    place: str
    most: int
    until: date
    pictures: tuple[Picture, ...] = ()


@dataclass(frozen=True, slots=True)
class TipReceived(Event):
    """Derived by storage: the tip has its number and those who watch over the enterprise hear of it."""

    kind: ClassVar[str] = "tip:received"
    number: str


@dataclass(frozen=True, slots=True)
class TipAdded(Event):
    """The reporter says more, answers a question, or sends photos; at most `most` times a day."""

    kind: ClassVar[str] = "tip:added"
    number: str
    most: int
    words: str = ""
    pictures: tuple[Picture, ...] = ()


@dataclass(frozen=True, slots=True)
class TipLetGo(Event):
    """The reporter does not want to be reached any more: the account is deleted for good, the tip stays."""

    kind: ClassVar[str] = "tip:contact:ended"
    number: str


@dataclass(frozen=True, slots=True)
class TipPhotoFailed(Event):
    """A photo of a tip could not be kept; `reason` is a text id."""

    kind: ClassVar[str] = "tip:photo:failed"
    number: str
    reason: str


@dataclass(frozen=True, slots=True)
class TipAsked(Event):
    """Somebody of the office asks the reporter something, through the relay."""

    kind: ClassVar[str] = "tip:asked"
    number: str
    question: str


@dataclass(frozen=True, slots=True)
class TipPlaced(Event):
    """The office found out which enterprise is meant, by its credit code."""

    kind: ClassVar[str] = "tip:placed"
    number: str
    enterprise: str


@dataclass(frozen=True, slots=True)
class TipTaken(Event):
    """A hazard is made of the tip, in the office's own words. It has source TIP and is found by who takes it on.

    photos     the photos of the tip go along, for the enterprise to see
    clause     id of the question or criterion that it goes by; empty when none fits
    recurs     number of the closed hazard of the enterprise that this one is again
    """

    kind: ClassVar[str] = "tip:taken"
    number: str
    words: str
    place: str
    category: str
    severity: Severity
    due: date
    suspected_major: bool = False
    photos: bool = False
    clause: str = ""
    recurs: str = ""


@dataclass(frozen=True, slots=True)
class TipHazardMade(Event):
    """Derived by storage: the hazard has its number, and the enterprise hears of it."""

    kind: ClassVar[str] = "tip:hazard:made"
    hazard: str


@dataclass(frozen=True, slots=True)
class TipClosed(Event):
    """The result, as the reporter reads it. When it was true (查实) storage makes a reward code for the reporter.

    until   when the account behind the tip is deleted for good
    """

    kind: ClassVar[str] = "tip:closed"
    number: str
    true: bool
    result: str
    until: date


@dataclass(frozen=True, slots=True)
class TipPaid(Event):
    """The reward was handed out for a code; once."""

    kind: ClassVar[str] = "tip:paid"
    number: str
