"""Whom to call in an emergency (应急力量): rescue teams, experts, duty desks, repair services, hospitals, by town and kind."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import asin, cos, radians, sin, sqrt
from typing import Protocol

LONGEST_NAME, LONGEST_WORDS = 40, 120
EARTH_KM = 6371.0
_PHONE = re.compile(r"\+?[0-9][0-9 -]{1,18}[0-9]")


class ResponderKind(StrEnum):
    """What they are, in the order in which they are offered."""

    TEAM = "team"
    DUTY = "duty"
    REPAIR = "repair"
    HOSPITAL = "hospital"
    EXPERT = "expert"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the earth, in degrees."""

    lat: float
    lon: float

    def km(self, other: "Spot") -> float:
        """How far away the other one is, as the crow flies."""
        lat, lon = radians(other.lat - self.lat), radians(other.lon - self.lon)
        half = sin(lat / 2) ** 2 + cos(radians(self.lat)) * cos(radians(other.lat)) * sin(lon / 2) ** 2
        return 2 * EARTH_KM * asin(min(1.0, sqrt(half)))


@dataclass(frozen=True, slots=True)
class Responder:
    """One of them. `town`: empty for the district's own; `words`: what they can do, what they bring; `mine`: the reader may change it."""

    id: int
    kind: ResponderKind
    town: str
    name: str
    person: str
    phone: str
    words: str = ""
    spot: Spot | None = None
    mine: bool = False


@dataclass(frozen=True, slots=True)
class Typed:
    """One as somebody typed it."""

    name: str
    words: str
    person: str
    phone: str


class ResponderBook(Protocol):
    """What one actor may read of them. Sub-ledger of safety.ledger.Ledger."""

    def of_kind(self, kind: ResponderKind) -> Sequence[Responder]:
        """All of a kind in the district."""
        ...

    def count(self, kind: ResponderKind) -> int: ...
    def one(self, responder: int) -> Responder | None: ...
    def town(self) -> str:
        """The town that the actor is in; empty for the district."""
        ...


def nearest(found: Sequence[Responder], town: str, spot: Spot | None) -> list[Responder]:
    """The same town first, then the district's own, then others; with a spot those nearer first, wherever a place is known."""

    def far(one: Responder) -> tuple[float, int, str, int]:
        place = 0 if town and one.town == town else 1 if not one.town else 2
        away = one.spot.km(spot) if spot is not None and one.spot is not None else None
        return (away if away is not None else 0.0 if spot is None else float("inf"), place, one.name, one.id)

    return sorted(found, key=far)


def typed(text: str) -> Typed | None:
    """Name, what they can do, and whom to call, on a line each; None without a name or a number to call."""
    numbers = list(_PHONE.finditer(text))
    if not numbers:
        return None
    phone = max(numbers, key=lambda found: len(found.group()))
    rest = text[: phone.start()] + "\n" + text[phone.end() :]
    lines = [" ".join(line.split()) for line in rest.splitlines()]
    said = [line for line in lines if line]
    if not said:
        return None
    name, person = said[0], said[-1] if len(said) > 1 else ""
    words = " ".join(said[1:-1])
    number = re.sub(r"[^0-9+]", "", phone.group())
    return Typed(name[:LONGEST_NAME], words[:LONGEST_WORDS], person[:LONGEST_NAME], number)
