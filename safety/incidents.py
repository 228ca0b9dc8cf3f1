"""Incidents (事故) and near misses (未遂): a short report that leaves at once, what was added, what supervisors answered.

A near miss stays in the enterprise and has no legal clock; it is counted and listed apart.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

from checklists.words import Words

LONGEST_WORDS, LONGEST_PLACE = 1000, 120
NEAR = "near"  # in place of a kind, while nobody has said what nearly happened


class Harm(StrEnum):
    """What happened to people; several may hold. NOBODY and UNKNOWN stand alone."""

    NOBODY = "nobody"
    HURT = "hurt"
    TRAPPED = "trapped"
    MISSING = "missing"
    UNKNOWN = "unknown"


ALONE = frozenset({Harm.NOBODY, Harm.UNKNOWN})


class Status(StrEnum):
    """What a supervisor says: seen, people are on their way, call me, it is over."""

    SEEN = "seen"
    COMING = "coming"
    CALL = "call"
    OVER = "over"


ADDED = "added"  # what a note is that the enterprise made


@dataclass(frozen=True, slots=True)
class Note:
    """One line of an incident's course. `what`: a Status, or ADDED."""

    at: datetime
    person: str
    what: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Incident:
    """One report. `going`: whether it is still going on; empty: nobody has said.

    phone    of who reported it, where it is known; only supervisors read it
    photos   our own copies; `pending` are on their way
    over     when a supervisor said that it is over
    """

    number: str
    near: bool
    enterprise: str
    town: str
    address: str
    kind: str
    words: str
    place: str
    harm: tuple[Harm, ...]
    going: str
    person: str
    reported_at: datetime
    phone: str = ""
    photos: Sequence[str] = ()
    pending: int = 0
    notes: Sequence[Note] = ()
    over: datetime | None = None

    def due(self, hours: int) -> datetime:
        """Until when the head of the unit has to report to the authority, counted from this report."""
        return self.reported_at + timedelta(hours=hours)


@dataclass(frozen=True, slots=True)
class Alarmed:
    """An incident as letters tell of it, and who hears: people of the enterprise, and who watches over it; never the actor."""

    number: str
    near: bool
    enterprise: str
    town: str
    kind: Words
    words: str
    place: str
    harm: tuple[Harm, ...]
    going: str
    person: str
    notes: int
    inside: Sequence[int]
    watching: Sequence[int]
    at: datetime


class IncidentBook(Protocol):
    """What one actor may read of incidents. Sub-ledger of safety.ledger.Ledger."""

    def listed(self, *, near: bool = False, offset: int = 0, limit: int = 5) -> Sequence[Incident]:
        """In scope, those that are not over first, the newest first. Near misses only for the enterprise itself."""
        ...

    def count(self, *, near: bool = False) -> int: ...
    def open(self) -> int:
        """Incidents in scope that are not over."""
        ...

    def one(self, number: str) -> Incident | None: ...
    def last(self) -> Incident | None:
        """The one that the actor reported last."""
        ...


def toggled(harm: tuple[Harm, ...], one: Harm) -> tuple[Harm, ...]:
    """What is said of people after a tap: nobody and unknown stand alone, the others add up."""
    if one in harm:
        return tuple(other for other in harm if other is not one)
    if one in ALONE:
        return (one,)
    kept = {*(other for other in harm if other not in ALONE), one}
    return tuple(other for other in Harm if other in kept)
