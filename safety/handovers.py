"""Handing a seat over (交接): a principal or officer offers it, the successor accepts; both have said so before anything moves.

A supervisor may offer it in place of somebody who is gone; the successor accepts all the same. What moves: storage/handovers.py.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

from safety.people import Role

HANDED = frozenset({Role.PRINCIPAL, Role.OFFICER})  # seats that are handed over


class OfferState(StrEnum):
    """Where an offer stands."""

    OFFERED = "offered"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Load:
    """What goes over with a seat.

    hazards   open ones that they see to; matters: what was handed to them and is still owed; chores: what they do again and again
    sections  parts of self-checks that they have taken; drafts: self-checks that are begun and stay with the enterprise
    pledges   commitments that a new principal has to sign again
    """

    hazards: int = 0
    matters: int = 0
    chores: int = 0
    sections: int = 0
    drafts: int = 0
    pledges: int = 0


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody with a seat in the enterprise. `person`: their number, for the event alone."""

    person: int
    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class Offer:
    """A seat that is being handed over. `by`: who offers it in place of the giver, empty when they do it themselves."""

    number: int
    state: OfferState
    place: str
    role: Role
    giver: str
    receiver: str
    offered_at: datetime
    load: Load
    reason: str = ""
    by: str = ""
    invited: bool = False

    def open(self, now: datetime, days: int) -> bool:
        """Whether it can still be accepted or taken back. `days`: how long one stands that nobody has answered (rules/defaults.yaml)."""
        return self.state is OfferState.OFFERED and now < self.offered_at + timedelta(days=days)


@dataclass(frozen=True, slots=True)
class Handing:
    """A seat that is handed over, as letters tell of it.

    by      who has offered it: the giver, or a supervisor in their place
    inside  principals of the enterprise; above: who watches over it and is told by the rules
    """

    number: int
    place: str
    role: Role
    giver: int
    giver_name: str
    receiver: int | None
    receiver_name: str
    by: int
    by_name: str
    inside: Sequence[int] = ()
    above: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class Exchange:
    """A seat as a digest tells of it, without names: it changed hands, or is offered and waits (`handed_at` is None).

    `code`: credit code of the enterprise.
    """

    enterprise: str
    code: str
    role: Role
    offered_at: datetime
    handed_at: datetime | None = None


class HandoverBook(Protocol):
    """What one person may read of seats that are handed over. Sub-ledger of safety.ledger.Ledger."""

    def successors(self, code: str = "", giver: int = 0) -> Sequence[Member]:
        """Who could take a seat: everybody of the enterprise but its giver. A supervisor says which enterprise and whose seat."""
        ...

    def givers(self, code: str) -> Sequence[Member]:
        """For a supervisor who may invite: whose seat in an enterprise may be handed over."""
        ...

    def load(self, code: str = "", giver: int = 0) -> Load:
        """What would go over."""
        ...

    def mine(self) -> Offer | None:
        """The open offer of one's own present seat."""
        ...

    def one(self, number: int) -> Offer | None:
        """An offer made to the reader; None for everybody else."""
        ...
