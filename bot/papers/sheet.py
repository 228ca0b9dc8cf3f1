"""What stands on a paper, as plain JSON between parent and child. No wording, no layout."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

import orjson


@dataclass(frozen=True, slots=True)
class Sheet:
    """One document. `rows` are label and value; `pages` holds {n} and {total}; `colour` the band of the notice colour."""

    title: str
    number: str
    preamble: str
    items: Sequence[str]
    closing: str
    rows: Sequence[tuple[str, str]]
    seal: str
    meaning: str
    code: str  # the text of the QR code
    code_label: str
    footer: str
    pages: str
    colour: tuple[int, int, int]
    made: str  # the moment it was signed, for the document's properties, so that the same commitment gives the same bytes

    def to_json(self) -> bytes:
        """For the child."""
        return orjson.dumps(asdict(self))

    @classmethod
    def from_json(cls, body: bytes) -> "Sheet":
        """In the child."""
        kept = orjson.loads(body)
        rows = [(label, value) for label, value in kept.pop("rows")]
        return cls(**{**kept, "rows": rows, "colour": tuple(kept["colour"])})
