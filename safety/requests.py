"""Changes of what an enterprise is (信息变更): asked for by its people, decided by a supervisor; what moves duties or colour is never changed alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from checklists.answers import JsonValue

FACT = "fact:"  # in front of the id of a fact
LONGEST_NAME, LONGEST_ADDRESS, LONGEST_REASON, SHORTEST = 100, 160, 300, 2


class Attribute(StrEnum):
    """What stands in the ledger itself and is changed only after review. Facts that move the colour come beside these."""

    NAME = "name"
    CODE = "code"
    ADDRESS = "address"
    TOWN = "town"
    ACTIVITY = "activity"


class RequestState(StrEnum):
    """Where a request stands; WITHDRAWN: its own people took it back."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Request:
    """One request. `what`: an Attribute, or FACT and the id of a fact; `answer`: why it was refused.

    colour   the notice colour that would follow from it, where it would be another one
    """

    number: str
    credit_code: str
    enterprise: str
    town: str
    what: str
    before: JsonValue
    after: JsonValue
    reason: str
    state: RequestState
    asked_at: datetime
    asked_by: str
    decided_at: datetime | None = None
    decided_by: str = ""
    answer: str = ""
    colour: str = ""

    @property
    def fact(self) -> str:
        """The id of the fact that is meant; empty for an attribute."""
        return self.what.removeprefix(FACT) if self.what.startswith(FACT) else ""


@dataclass(frozen=True, slots=True)
class Brought:
    """What a list that was brought in has changed of an enterprise: by name of the column, before and after."""

    at: datetime
    changes: Mapping[str, tuple[JsonValue, JsonValue]]


class RequestBook(Protocol):
    """Requests in the actor's reach: of one's own enterprise, or of an area."""

    def waiting(self, *, offset: int = 0, limit: int = 5) -> Sequence[Request]:
        """Those that nobody has decided, the oldest first."""
        ...

    def count_waiting(self) -> int: ...

    def of(self, credit_code: str, *, offset: int = 0, limit: int = 5) -> Sequence[Request]:
        """All of one enterprise, the newest first."""
        ...

    def count_of(self, credit_code: str) -> int: ...

    def one(self, number: str) -> Request | None: ...

    def brought(self, credit_code: str, *, limit: int = 3) -> Sequence[Brought]:
        """What lists that were brought in have changed of one enterprise, the newest first."""
        ...
