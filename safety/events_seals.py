"""Events of sealed receipts (核对回执)."""

from dataclasses import dataclass
from typing import ClassVar

from safety.events import Event


@dataclass(frozen=True, slots=True)
class ReceiptAsked(Event):
    """Somebody in whose scope a receipt lies wants the file that proves it; it is sent once a signed head covers it."""

    kind: ClassVar[str] = "receipt:asked"
    number: str
