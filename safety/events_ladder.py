"""More time for what is owed: asked for by whoever has to do it, decided by the rule's person. Numbers are rows, as sessions keep them."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from checklists.reminders import Recipient
from safety.events import Event


@dataclass(frozen=True, slots=True)
class ExtensionAsked(Event):
    """More time is wanted, until the end of that day, for a reason. `to`: who decides (safety/ladder.py)."""

    kind: ClassVar[str] = "owed:extension:asked"
    number: int
    until: date
    reason: str
    to: Recipient


@dataclass(frozen=True, slots=True)
class ExtensionDecided(Event):
    """An extension was granted or refused. `number` is that of the request."""

    kind: ClassVar[str] = "owed:extension:decided"
    number: int
    granted: bool
