"""When two photos are the same picture again: prints of a photo, how far two prints are apart, how they are found. Pure.

A print is a pair of 64-bit hashes that change little when a picture is compressed again, resized, made brighter or cut a
little: the gradient (which of two neighbours is brighter) and the cosine (which slow waves are strong). A photo is
printed whole, with its edge left out, and with one side left out, so that a picture that was cut meets one of the older one's prints.
"""

from dataclasses import dataclass
from typing import NamedTuple

BITS = 64
BAND = 16
BANDS = BITS // BAND
PLAIN = 2  # a band with fewer ones or fewer noughts than this is a flat patch: it tells nothing
EDGES = (0.0, 0.03, 0.06, 0.09, 0.12)  # of width and height, left out on each side alike
SIDES = (0.05, 0.10)  # left out on one side alone


class Window(NamedTuple):
    """What is left out of a picture on each side, as shares of its width and height."""

    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0


# the whole picture first; storage keeps the place of a window in this row, so new ones are added at the end
WINDOWS = (
    *(Window(edge, edge, edge, edge) for edge in EDGES),
    *(Window(**{side: share}) for side in Window._fields for share in SIDES),
)


@dataclass(frozen=True, slots=True)
class Print:
    """Both hashes of one picture, 64 bits each, unsigned."""

    gradient: int
    cosine: int

    def to_text(self) -> str:
        """32 hex digits."""
        return f"{self.gradient:016x}{self.cosine:016x}"

    @classmethod
    def from_text(cls, text: str) -> "Print":
        """Read what to_text wrote; ValueError for anything else."""
        if len(text) != 2 * BITS // 4:
            raise ValueError("a print has 32 hex digits")
        return cls(int(text[:16], 16), int(text[16:], 16))

    @property
    def bands(self) -> tuple[int | None, ...]:
        """Eight pieces of 16 bits by which like prints are looked up; None where a piece tells nothing."""
        return (*_bands(self.gradient), *_bands(self.cosine))


@dataclass(frozen=True, slots=True)
class Nearness:
    """How many bits two prints may differ in to be the same picture: together, and in each hash."""

    together: int = 12
    each: int = 8

    def holds(self, one: Print, other: Print) -> bool:
        """Whether the two are the same picture again."""
        gradient = (one.gradient ^ other.gradient).bit_count()
        if gradient > self.each:
            return False
        cosine = (one.cosine ^ other.cosine).bit_count()
        return cosine <= self.each and gradient + cosine <= self.together


def apart(one: Print, other: Print) -> int:
    """In how many of their 128 bits two prints differ."""
    return (one.gradient ^ other.gradient).bit_count() + (one.cosine ^ other.cosine).bit_count()


def _bands(hash_: int) -> tuple[int | None, ...]:
    pieces = (hash_ >> shift & (1 << BAND) - 1 for shift in range(0, BITS, BAND))
    return tuple(piece if PLAIN <= piece.bit_count() <= BAND - PLAIN else None for piece in pieces)
