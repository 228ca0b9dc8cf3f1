"""What can be known of a hazard's photos beside what they show: when they came, from where, and whether they were sent before.

Telegram strips what a camera writes into a photo. So: the server's clock, a place shared beside it, a word of the day on
paper in the picture, and every earlier photo of every enterprise. Nothing here blocks; whoever verifies it decides.
"""

import hashlib
import hmac
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from math import asin, cos, radians, sin, sqrt
from typing import Protocol

from checklists.words import Words

EARTH = 6_371_000  # metres


@dataclass(frozen=True, slots=True)
class Kin:
    """An earlier photo that is the same picture.

    number      of its hazard or of its self-check's receipt; empty where the reader may not know it
    enterprise  its name; empty where the reader may not know it
    own         it is the same enterprise's
    exact       byte by byte the same file
    before      it shows this very hazard as it was found
    """

    number: str
    enterprise: str
    day: date
    own: bool = False
    exact: bool = False
    before: bool = False


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that was sent beside a photo.

    minutes   between the two
    metres    from where the enterprise is; None: nobody has said where that is
    near      within the metres that content says
    accuracy  metres by which the phone may be wrong; None when it was picked on a map
    live      sent by the phone again and again, not picked
    """

    minutes: int
    metres: int | None = None
    near: bool = False
    accuracy: int | None = None
    live: bool = False


@dataclass(frozen=True, slots=True)
class Proof:
    """What is known of one photo, `name` as in Shot.name.

    at      when it reached the server
    blank   there is nothing to be seen on it
    word    word of the day that was to be in the picture; None: none was asked for
    seen    whether whoever looked has found it there; None: nobody has said
    """

    name: str
    at: datetime
    kin: Sequence[Kin] = ()
    blank: bool = False
    spot: Spot | None = None
    word: Words | None = None
    seen: bool | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody was, as their phone said. Degrees, WGS-84."""

    at: datetime
    lat: float
    lon: float
    accuracy: int | None = None
    live: bool = False


class Proofs(Protocol):
    """What one actor may know of the photos of hazards in scope. Sub-ledger of safety.ledger.Ledger."""

    def of(self, number: str) -> Sequence[Proof]:
        """Of the photos that show the hazard as it was found, and as it is now; those on their way as well."""
        ...

    def word(self, number: str) -> Words | None:
        """Today's word for photos of this hazard; None where none is asked for."""
        ...

    def place(self, number: str) -> datetime | None:
        """When the actor last sent where they are, for this hazard, within the minutes that content says."""
        ...


def word_of(salt: str, day: date, words: Sequence[Words]) -> Words | None:
    """A hazard's word of a day: nobody knows tomorrow's who does not know its salt."""
    if not salt or not words:
        return None
    drawn = hmac.new(salt.encode(), day.isoformat().encode(), hashlib.sha256).digest()
    return words[int.from_bytes(drawn[:8], "big") % len(words)]


def metres(lat: float, lon: float, other_lat: float, other_lon: float) -> int:
    """The way through the air between two places, on a round earth (haversine)."""
    high, wide = radians(other_lat - lat), radians(other_lon - lon)
    bow = sin(high / 2) ** 2 + cos(radians(lat)) * cos(radians(other_lat)) * sin(wide / 2) ** 2
    return round(2 * EARTH * asin(sqrt(min(1.0, bow))))


def nearest(moment: datetime, places: Iterable[Place], minutes: int) -> tuple[Place, int] | None:
    """The place that was sent nearest to a moment, and the minutes between; None: none within so many."""
    apart = [(abs(one.at - moment), one) for one in places]
    inside = [(span, one) for span, one in apart if span <= timedelta(minutes=minutes)]
    if not inside:
        return None
    span, one = min(inside, key=lambda pair: pair[0])
    return one, int(span.total_seconds()) // 60


def spot_of(found: tuple[Place, int], home: tuple[float, float] | None, near_metres: int) -> Spot:
    """A place as the card shows it. `home`: where the enterprise is."""
    one, minutes = found
    if home is None:
        return Spot(minutes, accuracy=one.accuracy, live=one.live)
    way = metres(one.lat, one.lon, *home)
    return Spot(minutes, way, way - (one.accuracy or 0) <= near_metres, one.accuracy, one.live)
