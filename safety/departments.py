"""How it came that a department answers for an enterprise: by the content's rule, by an imported list, by a supervisor's hand."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

LONGEST_REASON = 200


class DepartmentBy(StrEnum):
    """What decided. A rule is worked out again whenever facts change; a list gives way to a hand."""

    RULE = "rule"
    LIST = "list"
    HAND = "hand"


@dataclass(frozen=True, slots=True)
class Responsible:
    """Which department answers for an enterprise, how that came, and which one the rule would name (empty: none)."""

    enterprise: str
    department: str
    by: DepartmentBy
    reason: str
    ruled: str


class DepartmentBook(Protocol):
    """Departments as one supervisor may read them. Sub-ledger of safety.ledger.Ledger."""

    def names(self) -> Sequence[str]:
        """All departments there are, for who may name another one; nothing for others."""
        ...

    def of(self, code: str) -> Responsible | None:
        """Which answers for an enterprise of the reader's reach; None for every other."""
        ...
