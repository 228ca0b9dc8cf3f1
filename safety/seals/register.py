"""The register of receipts: which events give one. A kind that is added here gets sealed receipts that prove themselves.

Such an event's body holds `receipt`, the number that people see, and `fingerprint`, the SHA-256 of what was signed.
"""

from collections.abc import Mapping
from typing import Any

from safety.events import CheckCorrected, CheckSubmitted

CHECK, ZERO, CORRECTION = "check", "zero", "correction"
KINDS: Mapping[str, str] = {CheckSubmitted.kind: CHECK, CheckCorrected.kind: CORRECTION}


def receipt_of(kind: str, body: Any) -> str | None:
    """The number of the receipt that an event gives, None when it gives none."""
    found = body.get("receipt") if kind in KINDS and isinstance(body, dict) else None
    return found if isinstance(found, str) else None


def what_of(kind: str, body: Mapping[str, Any]) -> str:
    """What a receipt is for: a kind of KINDS; a self-check that was signed as a zero report is one."""
    named = KINDS[kind]
    return ZERO if named == CHECK and body.get("zero") else named
