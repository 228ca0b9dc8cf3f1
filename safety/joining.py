"""Invitations and requests of those who want to join (加入): what a conversation may know of them."""

from dataclasses import dataclass
from datetime import datetime

from safety.people import Role


@dataclass(frozen=True, slots=True)
class Invitation:
    """A join link (邀请), found by the hash of its code. `usable` is false once used, expired or revoked."""

    number: int
    enterprise: int | None
    area: int | None
    place: str  # name of the enterprise or area
    role: Role
    usable: bool
    phones: frozenset[str]  # the listed contact phones of the enterprise, digits only


@dataclass(frozen=True, slots=True)
class JoinRequest:
    """Somebody who waits for a supervisor's approval. `phone` is masked unless the reader may approve."""

    number: int
    person: str
    phone: str
    place: str
    role: Role
    asked_at: datetime
