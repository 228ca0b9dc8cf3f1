"""Prints of a picture for safety/likeness.py, from its pixels. Runs in the child process that redraws photos.

Both hashes are small enough to be written out here; the library for them (ImageHash) brings NumPy and SciPy along,
which would be loaded in a child that may use 1 GB and starts anew for the next photo after a minute's rest.
"""

import math
from collections.abc import Sequence
from operator import mul
from statistics import median

from PIL import Image, ImageStat

from safety.likeness import WINDOWS, Print, Window

SIDE = 160  # everything is worked out from a small square in grey
FLAT = 4.0  # standard deviation of grey (0 to 255) below which there is nothing to see
WIDE, HIGH = 9, 8
WAVES, POINTS = 8, 32
COSINES = [
    [math.cos(math.pi * (2 * point + 1) * wave / (2 * POINTS)) for point in range(POINTS)]
    for wave in range(WAVES)
]


def prints_of(picture: Image.Image) -> Sequence[Print]:
    """Its prints, whole first, then in each other window; none where there is nothing to see."""
    square = picture.convert("L").resize((SIDE, SIDE), Image.Resampling.BOX)
    if ImageStat.Stat(square).stddev[0] < FLAT:
        return ()
    return tuple(Print(_gradient(square, window), _cosine(square, window)) for window in WINDOWS)


def _gradient(square: Image.Image, window: Window) -> int:
    """One bit for each of 8×8 places: whether it is darker than its right neighbour (dHash)."""
    grey = _shrunk(square, window, (WIDE, HIGH))
    bits = 0
    for start in range(0, WIDE * HIGH, WIDE):
        for place in range(start, start + WIDE - 1):
            bits = bits << 1 | (grey[place] < grey[place + 1])
    return bits


def _cosine(square: Image.Image, window: Window) -> int:
    """One bit for each of the 8×8 slowest waves: whether it is stronger than the middle one (pHash)."""
    grey = _shrunk(square, window, (POINTS, POINTS))
    rows = [_waves(grey[start : start + POINTS]) for start in range(0, POINTS * POINTS, POINTS)]
    columns = [_waves(column) for column in zip(*rows, strict=True)]
    strength = [value for column in columns for value in column]
    middle = median(strength)
    bits = 0
    for value in strength:
        bits = bits << 1 | (value > middle)
    return bits


def _waves(values: Sequence[float]) -> list[float]:
    """The slowest eight waves of a row (discrete cosine transform)."""
    return [sum(map(mul, values, wave)) for wave in COSINES]


def _shrunk(square: Image.Image, window: Window, size: tuple[int, int]) -> bytes:
    left, top, right, bottom = window
    box = (SIDE * left, SIDE * top, SIDE * (1 - right), SIDE * (1 - bottom))
    return square.resize(size, Image.Resampling.LANCZOS, box=box).tobytes()
