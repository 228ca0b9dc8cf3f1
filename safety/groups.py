"""Saved groups (分组): a query over enterprises under a name, for campaigns, circulars and exports. Who is in one is worked out each time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from safety.queries import Query

LONGEST_NAME = 20  # characters
MOST = 50  # groups of one area


@dataclass(frozen=True, slots=True)
class Group:
    """One group of the reader's area. `number` is its row, kept in sessions, never in a button."""

    number: int
    name: str
    query: Query
    person: str
    saved_at: datetime


class GroupBook(Protocol):
    """The groups of the reader's own area: of this town, of this department, of the district. Sub-ledger of safety.ledger.Ledger."""

    def count(self) -> int: ...
    def listed(self, *, offset: int = 0, limit: int = 5) -> Sequence[Group]:
        """By name."""
        ...

    def one(self, number: int) -> Group | None: ...
    def named(self, name: str) -> Group | None: ...


def tidy(name: str) -> str:
    """A name as it is kept: one line, no blanks at the ends."""
    return " ".join(name.split())[:LONGEST_NAME].strip()
