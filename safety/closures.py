"""The closure (销号) of a hazard, as its receipt says it."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Closure:
    """One closure with its receipt. A hazard that was opened again and closed again has two of them.

    hazard   its number
    person   who verified it
    sha256   hex digest of the canonical JSON of everything the receipt was given for
    """

    receipt: str
    hazard: str
    enterprise: str
    closed_at: datetime
    person: str
    sha256: str
