"""Events of spot exams (逢查必考): opened by an inspector or the enterprise itself, entered by a code or a link, closed into a record."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from checklists.answers import JsonValue
from safety.events import Event


@dataclass(frozen=True, slots=True)
class SpotOpened(Event):
    """Somebody lets the people of an enterprise (by credit code) come in for `minutes`, by a code of so many digits or by a link."""

    kind: ClassVar[str] = "spot:opened"
    enterprise: str
    minutes: int
    digits: int


@dataclass(frozen=True, slots=True)
class SpotEntered(Event):
    """Somebody who works there came in: their paper was drawn (safety.exams.Sheet as JSON) and time runs."""

    kind: ClassVar[str] = "spot:entered"
    code: str
    sheet: Mapping[str, JsonValue]


@dataclass(frozen=True, slots=True)
class SpotGuestEntered(Event):
    """Somebody without a seat came in by the key of a link, under a name that they gave. The record keeps neither."""

    kind: ClassVar[str] = "spot:guest:entered"
    link: str
    name: str
    sheet: Mapping[str, JsonValue]


@dataclass(frozen=True, slots=True)
class SpotClosed(Event):
    """Nobody comes in any more; it is recorded at once, or as soon as the last one has handed in."""

    kind: ClassVar[str] = "spot:closed"
    spot: int
