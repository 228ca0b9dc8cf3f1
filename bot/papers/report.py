"""What stands on the report of an inspection, as plain JSON between parent and child: parts with lines and photos. No wording, no layout."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

import orjson

from bot.papers.sheet import Sheet

LINE_MOST = 1200  # characters


@dataclass(frozen=True, slots=True)
class Item:
    """One paragraph, and where its photos lie."""

    text: str
    photos: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A heading with what stands below it."""

    heading: str
    items: Sequence[Item]


@dataclass(frozen=True, slots=True)
class Report:
    """`sheet`: title, number, rows of who and when, code, footer; `parts`: what was looked at, found, confirmed."""

    sheet: Sheet
    parts: Sequence[Part]

    @property
    def texts(self) -> list[str]:
        """Everything written in its parts."""
        return [text for part in self.parts for text in (part.heading, *(one.text for one in part.items))]

    def to_json(self) -> bytes:
        """For the child."""
        return orjson.dumps({"sheet": asdict(self.sheet), "parts": [asdict(part) for part in self.parts]})

    @classmethod
    def from_json(cls, body: bytes) -> "Report":
        """In the child."""
        kept = orjson.loads(body)
        parts = [
            Part(part["heading"], [Item(one["text"], one["photos"]) for one in part["items"]])
            for part in kept["parts"]
        ]
        return cls(Sheet.from_json(orjson.dumps(kept["sheet"])), parts)
