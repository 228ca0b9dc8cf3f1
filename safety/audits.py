"""Who read personal data, and what became of it: what is kept of each reading, and what may be asked of the record.

Reads are recorded for good (个人信息保护法 art. 51, 54: measures against leaks, audits): never changed, never with the data itself.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Protocol

from checklists.answers import JsonValue
from safety.people import Role

PUBLIC = "public"  # whose a number is that belongs to an office, not to a person: nothing is kept of it


class Personal(StrEnum):
    """What was read, or done: a phone, a number of a paper (证件号), a list of people, a file; and what became of personal data."""

    PHONE = "phone"
    NUMBER = "number"
    PEOPLE = "people"
    EXPORT = "export"
    ASKED = "asked"  # a second person's word was asked for
    APPROVED = "approved"
    REFUSED = "refused"
    CORRECTED = "corrected"
    ERASED = "erased"


@dataclass(frozen=True, slots=True)
class Access:
    """One line of the record, as the district's office reads it.

    number    of the line
    reader    name of who read; empty when it is kept no more
    whom      name of whom it is about; empty when that is nobody in particular, or kept no more
    where     flow and step of the screen, or the kind of export
    rows      of an export; 0 for a screen
    """

    number: int
    at: datetime
    what: Personal
    reader: str
    role: Role | None
    whom: str
    enterprise: str
    where: str
    rows: int = 0


@dataclass(frozen=True, slots=True)
class AuditSieve:
    """What the record is narrowed down to; each is empty when it does not narrow.

    whom, reader, enterprise   part of a name, a whole phone, or a credit code
    day                        a day in Shanghai
    """

    whom: str = ""
    reader: str = ""
    enterprise: str = ""
    day: date | None = None

    def plain(self) -> dict[str, JsonValue]:
        """As JSON, for an export."""
        day = self.day.isoformat() if self.day is not None else ""
        return {"whom": self.whom, "reader": self.reader, "enterprise": self.enterprise, "day": day}

    @classmethod
    def read(cls, kept: Mapping[str, Any]) -> "AuditSieve":
        """What `plain` gave."""
        day = str(kept.get("day") or "")
        whom, reader, unit = (str(kept.get(name) or "") for name in ("whom", "reader", "enterprise"))
        return cls(whom, reader, unit, date.fromisoformat(day) if day else None)


class AuditBook(Protocol):
    """What one actor may read of it: the district's office all, everybody what concerns themself."""

    def listed(self, sieve: AuditSieve, *, offset: int = 0, limit: int = 5) -> Sequence[Access]:
        """The newest first. Nothing without the right."""
        ...

    def count(self, sieve: AuditSieve) -> int: ...

    def of_me(self, *, offset: int = 0, limit: int = 5) -> Sequence[Access]:
        """Who read what belongs to the actor, the newest first."""
        ...

    def count_of_me(self) -> int: ...
