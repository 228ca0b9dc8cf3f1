"""Signed commitments (承诺确认): why a signature is owed, whose name it bears, how long the second tap waits. Rules only.

The principal signs in person (安全生产法 art. 5); the content says so too (`signer` in rules/commitments.yaml).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from checklists.documents import Commitment, Notice, Renewal
from checklists.rules import Pledging
from checklists.words import Words

PRINCIPAL = "{principal}"  # left in a text that is shown before it is signed, so that the name can be veiled
NAMES = (2, 40)  # characters of a full name


class Owed(StrEnum):
    """Why a commitment has to be signed now. The last six are what rules/commitments.yaml calls `renew_on`."""

    NEVER = "never"
    EXPIRED = "expired"
    PRINCIPAL_CHANGED = Renewal.PRINCIPAL_CHANGED.value
    COLOUR_CHANGED = Renewal.COLOUR_CHANGED.value
    TEXT_CHANGED = Renewal.TEXT_CHANGED.value
    MAJOR_HAZARD_CONFIRMED = Renewal.MAJOR_HAZARD_CONFIRMED.value
    ACCIDENT = Renewal.ACCIDENT.value
    MOVED_OR_EXTENDED = Renewal.MOVED_OR_EXTENDED.value


RECALLS = (Renewal.ACCIDENT, Renewal.MAJOR_HAZARD_CONFIRMED, Renewal.MOVED_OR_EXTENDED)


class NameFault(StrEnum):
    """What is wrong with a name that was typed instead of the one on record."""

    SHORT = "short"  # a surname alone, or nothing
    LONG = "long"  # a title behind it, two names
    ONE_OFF = "one_off"  # one character is another one
    OTHER = "other"


class Pile(StrEnum):
    """A list of enterprises that a supervisor looks through."""

    UNSIGNED = "unsigned"
    OLD = "old"  # signed, but the text, the colour or the principal has changed since
    EXPIRING = "expiring"


@dataclass(frozen=True, slots=True)
class Breach:
    """An item of a signed commitment that was not kept, as a supervisor verified it (违诺)."""

    item: str
    at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Pledge:
    """One signed commitment as it is read. Nothing of it ever changes; `recalled` says why it has to be signed again.

    text         the version that was signed; preamble and closing with their names filled in, in Chinese
    fingerprint  of that version
    sha256       over the canonical JSON of everything that was signed
    holds        the signer still is a principal of the enterprise
    on_record    the name was on the enterprise's list; false: only the number was, and a supervisor had let the person in
    """

    number: str
    enterprise: str
    credit_code: str
    town: str
    colour: str
    text: Commitment
    preamble: str
    closing: str
    signer: int
    name: str
    begun_at: datetime
    read_at: datetime
    signed_at: datetime
    valid_to: date
    fingerprint: str
    sha256: str
    holds: bool = True
    recalled: Renewal | None = None
    on_record: bool = True
    breaches: Sequence[Breach] = ()  # oldest first


@dataclass(frozen=True, slots=True)
class Pack:
    """What an enterprise of one colour reads and signs (告知书与承诺书), and how far this reader has come.

    notice_read      items of this version of the notice that the reader has confirmed, and when
    commitment_read  items of the commitment confirmed since the last signature
    preamble, closing  with everything filled in as it would be signed today, but PRINCIPAL
    principal        the name on record that belongs in its place
    """

    colour: str
    notice: Notice
    commitment: Commitment
    preamble: Words
    closing: Words
    notice_read: Mapping[str, datetime] = field(default_factory=dict)
    commitment_read: Mapping[str, datetime] = field(default_factory=dict)
    principal: str = ""
    pledge: Pledge | None = None
    owed: Owed | None = Owed.NEVER
    expiring: bool = False

    @property
    def to_sign(self) -> bool:
        """Whether a signature is owed, or may be given early."""
        return self.owed is not None or self.expiring

    @property
    def notice_left(self) -> Sequence[str]:
        """Items of the notice that are not read yet, in order."""
        return [item.id for item in self.notice.items if item.id not in self.notice_read]

    @property
    def commitment_left(self) -> Sequence[str]:
        """Items of the commitment that have to be read before it is signed, in order; none while no signature is owed."""
        if not self.to_sign:
            return []
        return [item.id for item in self.commitment.items if item.id not in self.commitment_read]


def why_owed(
    pledge: Pledge | None, colour: str, fingerprint: str, renew_on: Sequence[Renewal], today: date
) -> Owed | None:
    """Why it has to be signed, the gravest reason first; None while the signed one stands."""
    if pledge is None:
        return Owed.NEVER
    if pledge.recalled is not None and pledge.recalled in renew_on:
        return Owed(pledge.recalled.value)
    changed = {
        Renewal.PRINCIPAL_CHANGED: not pledge.holds,
        Renewal.COLOUR_CHANGED: pledge.colour != colour,
        Renewal.TEXT_CHANGED: pledge.colour == colour and pledge.fingerprint != fingerprint,
    }
    for reason, has in changed.items():
        if has and reason in renew_on:
            return Owed(reason.value)
    return Owed.EXPIRED if pledge.valid_to < today else None


def expires_soon(pledge: Pledge | None, today: date, rules: Pledging) -> bool:
    """Whether a standing one may be renewed because it ends soon."""
    return pledge is not None and today <= pledge.valid_to <= today + timedelta(days=rules.soon_days)


def valid_to(signed: date, text: Commitment) -> date:
    """The last day on which a commitment signed on this day holds."""
    return signed + timedelta(days=text.valid_days)


def plain_name(typed: str) -> str:
    """A name as it is compared: without spaces, and without the dot between parts of a name."""
    return "".join(one for one in typed if not one.isspace() and one not in "·•・.")


def name_fault(typed: str, recorded: str) -> NameFault | None:
    """What is wrong with a typed name; None when it is the one on record, or a full name where none is on record."""
    given, known = plain_name(typed), plain_name(recorded)
    if given.casefold() == known.casefold() and known:
        return None
    if len(given) < NAMES[0] or (known and known.startswith(given)):
        return NameFault.SHORT
    if len(given) > NAMES[1] or (known and known in given):
        return NameFault.LONG
    if not known:
        return None
    differ = sum(a != b for a, b in zip(given, known, strict=False))
    return NameFault.ONE_OFF if len(given) == len(known) and differ == 1 else NameFault.OTHER


def still_to_wait(first: datetime, now: datetime, rules: Pledging) -> int:
    """Whole seconds until the second tap counts, so that no signature is a slip of the finger; 0 when it does.

    A clock turned back waits anew.
    """
    left = timedelta(seconds=rules.second_tap_seconds) - max(now - first, timedelta(0))
    return max(0, -int(-left.total_seconds() // 1))


@dataclass(frozen=True, slots=True)
class Covered:
    """How many enterprises of one colour, or one town, hold a commitment in force. `name`: the colour's id, or the town."""

    name: str
    signed: int
    all: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """Coverage of a supervisor's area, and how long the three lists are."""

    signed: int
    all: int
    colours: Sequence[Covered]
    towns: Sequence[Covered]
    piles: Mapping[Pile, int]


@dataclass(frozen=True, slots=True)
class Holding:
    """One enterprise in a supervisor's list or on its card: where its commitment stands."""

    credit_code: str
    enterprise: str
    town: str
    colour: str
    pledge: Pledge | None
    owed: Owed | None
    expiring: bool = False
    colour_reason: str = ""  # why a supervisor gave it this colour by hand
    principals: int = 0  # who have joined and can sign
    activity: str = "producing"  # checklists.reminders.Activity
