"""What stands in a report, as plain JSON between parent and child. No wording, no layout."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

import orjson

from bot.charts.chart import Chart


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its heading, the heads of its columns, its rows; the first column is text, the others are numbers."""

    title: str
    heads: Sequence[str]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One report. `pages` holds {n} and {total}; `made`: the moment, for the document's properties."""

    title: str
    subtitle: str
    sentence: str
    grids: Sequence[Grid]
    charts: Sequence[Chart]
    footer: str
    pages: str
    made: str

    def to_json(self) -> bytes:
        """For the child."""
        return orjson.dumps(asdict(self))

    @classmethod
    def from_json(cls, body: bytes) -> "Sheet":
        """In the child."""
        kept = orjson.loads(body)
        grids = [Grid(**one) for one in kept.pop("grids")]
        charts = [Chart.read(one) for one in kept.pop("charts")]
        return cls(grids=grids, charts=charts, **kept)
