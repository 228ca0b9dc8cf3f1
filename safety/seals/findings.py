"""What tampering looks like: one finding names the first entry that is wrong and what seems to have been done to it."""

from dataclasses import dataclass
from enum import StrEnum


class Tampering(StrEnum):
    """What seems to have been done. The chain proves that something was; the kind is a reading of what is left."""

    EDITED = "edited"  # what happened was changed
    BACKDATED = "backdated"  # the moment was changed
    ACTOR = "actor"  # the person, role or place was changed
    DELETED = "deleted"
    INSERTED = "inserted"
    DUPLICATED = "duplicated"  # a copy of another event
    MERGED = "merged"  # changed, and the next one is gone
    REORDERED = "reordered"
    CUT = "cut"  # the end is gone
    REWRITTEN = "rewritten"  # the chain is whole in itself, but not the one that was signed
    CLOCK = "clock"  # sealed by a clock that was turned back
    PHOTO = "photo"  # our copy of a photo or file is another one
    GONE = "gone"  # our copy of a photo or file is missing
    DOCUMENT = "document"  # what was signed does not fit its fingerprint any more
    SEAL = "seal"  # the seal itself was changed or taken away
    HEAD = "head"  # a signed head was changed, is missing, or was signed by somebody else


@dataclass(frozen=True, slots=True)
class Finding:
    """Something is wrong at an entry, and with as many after it as `upto` says."""

    entry: int
    what: Tampering
    event: int | None = None
    upto: int | None = None
    about: str = ""  # a day, a file, a receipt: what the finding is about beside the entry


@dataclass(frozen=True, slots=True)
class Report:
    """What became of a check: what is wrong, first entry first, and how much was looked at."""

    findings: tuple[Finding, ...]
    entries: int = 0
    heads: int = 0
    photos: int = 0
    documents: int = 0
    waiting: int = 0  # events that are not sealed yet
    more: int = 0  # findings beyond those that are told

    @property
    def whole(self) -> bool:
        return not self.findings
