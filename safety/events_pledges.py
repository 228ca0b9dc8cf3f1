"""Events of notices and commitments (告知承诺): an item read, a commitment signed or called back, a colour changed."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from checklists.documents import Renewal
from safety.enterprises import Colour
from safety.events import Event


@dataclass(frozen=True, slots=True)
class ItemRead(Event):
    """The person confirmed one item of a notice or commitment, in exactly this version, as read."""

    kind: ClassVar[str] = "pledge:item:read"
    fingerprint: str
    item: str


@dataclass(frozen=True, slots=True)
class CommitmentSigned(Event):
    """The principal signed in person (承诺确认): own contact card, full name typed, two taps.

    fingerprint  of the commitment, `notice` of the notice read before it
    phone        from the person's own card; the record keeps it masked
    first_at     the first of the two taps
    """

    kind: ClassVar[str] = "pledge:commitment:signed"
    fingerprint: str
    notice: str
    phone: str
    name: str
    first_at: datetime


@dataclass(frozen=True, slots=True)
class CommitmentRecalled(Event):
    """A supervisor calls a signed commitment back: it has to be signed again, for this reason."""

    kind: ClassVar[str] = "pledge:commitment:recalled"
    number: str
    why: Renewal


@dataclass(frozen=True, slots=True)
class CommitmentBroken(Event):
    """A supervisor has verified that an item of a signed commitment was not kept (违诺). Safety credit goes by it.

    item     id of the item in the version that was signed
    reason   what happened, in the supervisor's words
    """

    kind: ClassVar[str] = "pledge:commitment:broken"
    number: str
    item: str
    reason: str


@dataclass(frozen=True, slots=True)
class SigningAsked(Event):
    """A supervisor reminds an enterprise, by its credit code, of the commitment it owes (催办)."""

    kind: ClassVar[str] = "pledge:signing:asked"
    enterprise: str


@dataclass(frozen=True, slots=True)
class ColourChanged(Event):
    """A supervisor gives an enterprise, by its credit code, another notice colour by hand, with a reason."""

    kind: ClassVar[str] = "enterprise:colour:changed"
    enterprise: str
    colour: Colour
    reason: str
