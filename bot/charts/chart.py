"""What stands on a chart, as plain JSON between parent and child. No drawing."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

import orjson

Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Series:
    """One line: its name, its colour, a number for each place of the axis."""

    name: str
    colour: Colour
    values: Sequence[int]


@dataclass(frozen=True, slots=True)
class Chart:
    """A line chart. `labels`: one for each place; `message`: the sentence above it, which says what is to be seen."""

    title: str
    message: str
    labels: Sequence[str]
    series: Sequence[Series]

    def to_json(self) -> bytes:
        """For the child."""
        return orjson.dumps(asdict(self))

    @classmethod
    def from_json(cls, body: bytes) -> "Chart":
        """In the child."""
        return cls.read(orjson.loads(body))

    @classmethod
    def read(cls, kept: dict[str, Any]) -> "Chart":
        """From what JSON gave."""
        series = [Series(one["name"], _colour(one["colour"]), one["values"]) for one in kept["series"]]
        return cls(kept["title"], kept["message"], kept["labels"], series)


def _colour(kept: Sequence[int]) -> Colour:
    red, green, blue = kept
    return red, green, blue
