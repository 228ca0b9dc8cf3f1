"""What people do with what they owe: put it off, hand it over, give it back, record it as done; and what an enterprise does now.

Numbers are rows of obligations, as sessions and letters keep them; storage holds them against the actor's enterprise.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from checklists.reminders import Activity
from safety.events import Event
from safety.events_hazards import Picture


@dataclass(frozen=True, slots=True)
class OwedPutOff(Event):
    """The person wants to be told again then. What is owed stays due when it was."""

    kind: ClassVar[str] = "owed:put_off"
    numbers: tuple[int, ...]
    until: datetime


@dataclass(frozen=True, slots=True)
class OwedHanded(Event):
    """Somebody else of the enterprise sees to it from now on, and is reminded of it."""

    kind: ClassVar[str] = "owed:handed"
    number: int
    to: int


@dataclass(frozen=True, slots=True)
class OwedGivenBack(Event):
    """Who it was handed to gives it back."""

    kind: ClassVar[str] = "owed:given_back"
    number: int
    to: int


@dataclass(frozen=True, slots=True)
class OwedRecorded(Event):
    """What a rule asks for was done: on which day, in a few words, with photos where there are some."""

    kind: ClassVar[str] = "owed:recorded"
    number: int
    day: date
    words: str = ""
    pictures: tuple[Picture, ...] = ()


@dataclass(frozen=True, slots=True)
class HourChosen(Event):
    """When the person wants to be reminded, in minutes of the day; None: at the usual hour."""

    kind: ClassVar[str] = "owed:hour"
    minutes: int | None


@dataclass(frozen=True, slots=True)
class ActivityChanged(Event):
    """A supervisor has written down that an enterprise works, has stopped, works again, or is closed for good."""

    kind: ClassVar[str] = "enterprise:activity:changed"
    enterprise: str
    activity: Activity
    reason: str
