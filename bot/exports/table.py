"""What stands in an exported table, as plain JSON between parent and child. No wording, no layout."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum

import orjson

Cell = str | int | None


class Look(StrEnum):
    """How a column's cells are written: days and moments come as ISO text, moments without a zone."""

    TEXT = "text"
    NUMBER = "number"
    DAY = "day"
    MOMENT = "moment"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, how its cells look, how wide it is in characters."""

    head: str
    look: Look
    width: int


@dataclass(frozen=True, slots=True)
class Table:
    """One workbook: the table, and beside it a page that says what it is."""

    name: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    about_name: str
    about: Sequence[tuple[str, str]]
    form: str = "xlsx"  # safety.events_exports.FileForm

    def to_json(self) -> bytes:
        """For the child."""
        return orjson.dumps(asdict(self))

    @classmethod
    def from_json(cls, body: bytes) -> "Table":
        """In the child."""
        kept = orjson.loads(body)
        columns = [Column(one["head"], Look(one["look"]), one["width"]) for one in kept.pop("columns")]
        return cls(columns=columns, **kept)
