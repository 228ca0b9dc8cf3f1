"""Events of somebody's rights over their own data (个人信息保护法 art. 45-47): a phone corrected, erasure asked for or taken back."""

from dataclasses import dataclass
from typing import ClassVar

from safety.events import Event


@dataclass(frozen=True, slots=True)
class PhoneCorrected(Event):
    """The person shared their own contact card again. The record keeps the number masked."""

    kind: ClassVar[str] = "person:phone:corrected"
    phone: str


@dataclass(frozen=True, slots=True)
class ErasureAsked(Event):
    """The person asks to have what is kept about them erased; a second person decides (S17)."""

    kind: ClassVar[str] = "person:erasure:asked"


@dataclass(frozen=True, slots=True)
class ErasureTakenBack(Event):
    """The person does not want it any more, while nobody has decided."""

    kind: ClassVar[str] = "person:erasure:taken_back"
