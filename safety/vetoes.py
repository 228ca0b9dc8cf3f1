"""The veto list (一票否决名单): who is kept from a post or from praise, why, by whom, until when, and what the enterprise says to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from checklists.veto_rules import Barred, Target


@dataclass(frozen=True, slots=True)
class Veto:
    """One entry.

    worker   row of the roster; None: the enterprise itself
    until    last day; `lifted`: a supervisor has taken it off before that, with the reason
    appeal   what the enterprise says to it
    """

    number: str
    enterprise: str
    worker: int | None
    name: str
    reason: str
    words: str
    bars: frozenset[Barred]
    since: date
    until: date
    by: str
    appeal: str = ""
    lifted: date | None = None
    lifted_why: str = ""

    @property
    def target(self) -> Target:
        """Who stands on the list."""
        return Target.ENTERPRISE if self.worker is None else Target.PERSON

    def holds(self, today: date) -> bool:
        """Whether it is in force; its last day counts."""
        return self.lifted is None and self.since <= today <= self.until


class VetoBook(Protocol):
    """The list as one actor may read it: the own enterprise's entries, or those of a supervisor's scope."""

    def listed(self, *, offset: int, limit: int) -> Sequence[Veto]:
        """Those in force, the newest first."""
        ...

    def count(self) -> int: ...
    def one(self, number: str) -> Veto | None: ...
