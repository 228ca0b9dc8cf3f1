"""Anonymous tips (匿名举报): what is known of one, to whom, and what may be read. Nothing here knows who sent it.

The reporter is called by a relay number (JB-2026-000001). Which account stands behind it is kept in one encrypted table
(storage/tips/contacts.py) and nowhere else; whoever works on the tip reads `Tip`, which has no person in it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol
from unicodedata import normalize

from safety.recurrence import Past

NUMBER = re.compile(r"JB-\d{4}-\d{6}", re.ASCII)
DASHES = re.compile(r"\s*[‐-―−_-]\s*")
ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # without 0 1 I O, which are mistaken for each other
GROUP, GROUPS = 4, 4  # of a reward code: 80 bits


class TipState(StrEnum):
    """Where a tip stands."""

    NEW = "new"
    TAKEN = "taken"  # a hazard was made of it
    CLOSED = "closed"


class Side(StrEnum):
    """Who says something in a tip's conversation."""

    REPORTER = "reporter"
    OFFICE = "office"


class Contact(StrEnum):
    """Whether the reporter can still be reached. BLOCKED: they have stopped the bot. GONE: the account is deleted for good."""

    REACHED = "reached"
    BLOCKED = "blocked"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Unit:
    """An enterprise as somebody may find it by its name: what stands on its signboard, no more."""

    name: str
    credit_code: str
    town: str


@dataclass(frozen=True, slots=True)
class Said:
    """One message between reporter and office; of the hour, not of the minute."""

    at: datetime
    side: Side
    text: str


@dataclass(frozen=True, slots=True)
class Tip:
    """One tip as the reporter and the office see it.

    enterprise    its name in the register; empty: not known there, then only the district sees the tip
    named         what the reporter typed instead
    sent_at       the hour
    photos        our own copies; `pending` and `failed` count the others
    hazard        number of the hazard that was made of it
    true          what came of it (查实), once it is closed
    code          the reward code; only the reporter's own view has it, and only while the account is known
    rewarded      a code was given; `paid_at`: when the reward was handed out
    again         numbers of other tips that came with the same picture; only the office's view has them
    """

    number: str
    enterprise: str
    credit_code: str
    town: str
    named: str
    words: str
    place: str
    sent_at: datetime
    state: TipState
    said: Sequence[Said] = ()
    photos: Sequence[str] = ()
    pending: int = 0
    failed: int = 0
    hazard: str = ""
    true: bool | None = None
    result: str = ""
    contact: Contact = Contact.GONE
    code: str = ""
    rewarded: bool = False
    paid_at: datetime | None = None
    again: Sequence[str] = ()

    @property
    def asked(self) -> str:
        """The question that the reporter has not answered yet."""
        last = self.said[-1] if self.said else None
        return (
            last.text
            if last is not None and last.side is Side.OFFICE and self.state is not TipState.CLOSED
            else ""
        )


@dataclass(frozen=True, slots=True)
class Told:
    """A tip as letters tell of it, and who has to hear of it: no word of who sent it.

    photos, messages   how many there are by now
    """

    number: str
    enterprise: str
    named: str
    words: str
    photos: int
    messages: int
    to: Sequence[int]


class Tips(Protocol):
    """What one actor may read of tips. Sub-ledger of safety.ledger.Ledger."""

    def ready(self) -> bool:
        """Whether tips can be taken at all: without the key nobody could be kept apart."""
        ...

    # anybody, of what they sent themselves
    def own(self) -> Sequence[Tip]:
        """The actor's own tips whose account is still kept, oldest first."""
        ...

    def own_one(self, number: str) -> Tip | None:
        """One of them. None: unknown, somebody else's, or no longer connected with any account."""
        ...

    def left(self) -> int:
        """How many more tips this account may send today."""
        ...

    def units(self, text: str) -> Sequence[Unit]:
        """Enterprises by credit code, or by a part of their name; a few at most."""
        ...

    # who works on tips, in the seat's scope
    def listed(self, *, offset: int = 0, limit: int = 5) -> Sequence[Tip]:
        """Open ones first, oldest first; then the closed, newest first."""
        ...

    def count(self) -> int: ...
    def open(self) -> int:
        """How many are not closed."""
        ...

    def one(self, number: str) -> Tip | None: ...
    def closed_of(self, number: str, day: date) -> Sequence[Past]:
        """The hazards of a tip's enterprise that were closed since a day, newest first; nothing outside the scope."""
        ...

    def of_code(self, code: str) -> Tip | None:
        """The tip in scope that this reward code was given for."""
        ...


def number_in(text: str) -> str | None:
    """The relay number in what somebody wrote: small letters, wide digits and other dashes are meant as well."""
    found = NUMBER.search(DASHES.sub("-", normalize("NFKC", text)).upper())
    return found.group() if found else None


def code_in(text: str) -> str | None:
    """The reward code in what somebody wrote, as it was given: 4 groups of 4. None when it is none."""
    plain = re.sub(r"[^0-9A-Z]", "", normalize("NFKC", text).upper())
    if len(plain) != GROUP * GROUPS or set(plain) - set(ALPHABET):
        return None
    return "-".join(plain[at : at + GROUP] for at in range(0, len(plain), GROUP))
