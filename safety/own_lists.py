"""Lists of an enterprise's own that are brought in from a spreadsheet: its people with their papers, what lies in a depot."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

MOST_ROWS = 500


class OwnListKind(StrEnum):
    """What a list is of."""

    STAFF = "staff"
    SUPPLIES = "supplies"


class OwnListState(StrEnum):
    """Where a list stands: fetched and read, to be confirmed, not readable, brought in, not wanted any more."""

    READING = "reading"
    READY = "ready"
    REFUSED = "refused"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class OwnFault:
    """What is wrong with a row, the first thing alone: a text id without `ownlist-fault-`, and what stood there."""

    row: int
    code: str
    said: str = ""


@dataclass(frozen=True, slots=True)
class OwnList:
    """A list as its sender sees it. Nothing of it is written before it is confirmed.

    depot    of a list of supplies
    reason   why it could not be read: the end of a text id
    good     entries that would be brought in, `new` of them unknown until now; papers: certificates among them
    faults   of the other rows, `bad` in all
    """

    number: int
    kind: OwnListKind
    name: str
    state: OwnListState
    sent_at: datetime
    depot: int | None = None
    reason: str = ""
    good: int = 0
    new: int = 0
    papers: int = 0
    bad: int = 0
    faults: Sequence[OwnFault] = ()


class OwnListBook(Protocol):
    """The lists that one actor has sent from the seat they act from. Sub-ledger of safety.ledger.Ledger."""

    def one(self, number: int) -> OwnList | None: ...

    def newest(self) -> OwnList | None: ...
