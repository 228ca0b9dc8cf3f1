"""Events of interviews (约谈): held and written down, confirmed or objected to by who was spoken with, looked at again."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from safety.events import Event


@dataclass(frozen=True, slots=True)
class InterviewHeld(Event):
    """A supervisor writes down an interview. Storage gives the number and the fingerprint of what both confirm.

    enterprise   its credit code
    reason       one of safety.interviews.REASONS, or words
    """

    kind: ClassVar[str] = "interview:held"
    enterprise: str
    person: int
    reason: str
    measures: str
    again: date


@dataclass(frozen=True, slots=True)
class InterviewPresented(Event):
    """Derived by storage: it has its number, and lies before who was spoken with."""

    kind: ClassVar[str] = "interview:presented"
    number: str


@dataclass(frozen=True, slots=True)
class InterviewConfirmed(Event):
    """Who was spoken with confirms exactly what was put before them."""

    kind: ClassVar[str] = "interview:confirmed"
    number: str
    sha256: str


@dataclass(frozen=True, slots=True)
class InterviewObjected(Event):
    """They say what is not right; the record stays with their words."""

    kind: ClassVar[str] = "interview:objected"
    number: str
    words: str


@dataclass(frozen=True, slots=True)
class InterviewDone(Event):
    """It was looked at again: what had become of what was agreed."""

    kind: ClassVar[str] = "interview:done"
    number: str
    outcome: str
