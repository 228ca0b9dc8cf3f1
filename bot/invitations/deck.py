"""What stands on sheets of invitations, as plain JSON between parent and child. No wording, no layout."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

import orjson


@dataclass(frozen=True, slots=True)
class Printed:
    """One card: the enterprise, what the person will be there, its town, the address behind the code."""

    name: str
    role: str
    town: str
    link: str


@dataclass(frozen=True, slots=True)
class Deck:
    """All cards of one file, and what stands on each of them. `pages` holds {n} and {total}."""

    title: str
    product: str
    steps: Sequence[str]
    until: str
    pages: str
    made: str
    cards: Sequence[Printed]

    def to_json(self) -> bytes:
        """For the child."""
        return orjson.dumps(asdict(self))

    @classmethod
    def from_json(cls, body: bytes) -> "Deck":
        """In the child."""
        kept = orjson.loads(body)
        return cls(cards=[Printed(**one) for one in kept.pop("cards")], **kept)
