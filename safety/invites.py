"""Invitations for many at once: printed sheets, one card an enterprise and role. Codes stand on paper only, the ledger keeps their hashes.

What an invitation opens: storage/invitations.py. How sheets are laid out and sent: bot/invitations/.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from safety.people import Role
from safety.queries import Query

INVITED = (Role.OFFICER, Role.PRINCIPAL)  # whom cards are printed for, the usual one first
MOST_CARDS = 3000  # in one file that leaves through the chat


class SheetState(StrEnum):
    """Where printed invitations stand. KEPT: they were sent; REVOKED: whoever has not come in yet cannot any more."""

    WAITING = "waiting"
    KEPT = "kept"
    DROPPED = "dropped"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True)
class Sheets:
    """One printing as its owner sees it."""

    number: int
    state: SheetState
    asked_at: datetime
    cards: int = 0
    used: int = 0
    expires_at: datetime | None = None

    def open(self, now: datetime) -> bool:
        """Whether somebody may still come in by one of its cards."""
        unused = self.state is SheetState.KEPT and self.used < self.cards
        return unused and self.expires_at is not None and self.expires_at > now


class InviteBook(Protocol):
    """What one supervisor may read of printed invitations. Sub-ledger of safety.ledger.Ledger; nothing without the right."""

    def wanted(self, query: Query, roles: Sequence[Role]) -> int:
        """How many cards that is: a principal's where there is none, an officer's where nobody answers for an enterprise at all."""
        ...

    def latest(self) -> Sequence[Sheets]:
        """One's own printings, the newest first, at most three."""
        ...
