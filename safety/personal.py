"""What is kept about somebody, as they may read it themself (个人信息保护法 art. 45)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Kept:
    """One thing that is kept: its class (content/privacy.yaml), what it is, when it came to be."""

    name: str
    value: str
    at: datetime | None = None


class PersonalBook(Protocol):
    """The actor's own data and nobody else's."""

    def counts(self) -> Mapping[str, int]:
        """How much of each class is kept about the actor."""
        ...

    def phone(self) -> str:
        """As it was shared last, masked; empty when none is kept."""
        ...

    def whole(self) -> Sequence[Kept]:
        """Everything, for a file of one's own."""
        ...
