"""What came of a self-check that was drawn for verification (抽核). One that does not hold is given back: CheckReturned."""

from dataclasses import dataclass
from typing import ClassVar

from safety.events import Event


@dataclass(frozen=True, slots=True)
class SampleAccepted(Event):
    """It holds: its enterprise is covered in this quarter."""

    kind: ClassVar[str] = "sample:accepted"
    receipt: str
