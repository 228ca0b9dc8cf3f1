"""Photos for the proof of P11: fine ones, each with a place of its own in GPS, and everything that can be wrong with one."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

from bot.media import Reason
from bot.sandbox.telegram.files import Upload
from bot.sandbox.telegram.pictures import generated
from tests.bot.pictures import FILES, FINE

ANY = "any"  # fine or not, the platform loses it
HUGE = 30_000_000
SLOW_TO_READ = {"jpeg of many megapixels", "png bomb", "png with a text bomb", "png with a profile bomb"}
MARKS = (
    b"Exif\0\0",
    b"Kanari",
    b"http://ns.adobe.com/xap",
    b"GPSLatitude",  # three letters alone turn up by chance in so many pictures
    b"<script",
)  # what no copy may have in it


@dataclass(frozen=True, slots=True)
class Shot:
    """One file to send. `wanted`: FINE, or the reason that its sender has to be told; `lost`: taken away once it was sent."""

    upload: Upload
    wanted: str
    as_file: bool = True
    lost: bool = False


def shots(seed: int) -> Iterator[Shot]:
    """One after the other without end: seven of ten are fine, the rest is oversized, lost, cut short or hostile."""
    chance = random.Random(seed)
    hostile = hostile_files(chance)
    number = seed * 1_000_000
    while True:
        number += 1
        drawn = chance.random()
        fine = generated(480, 360, number)
        if drawn < 0.45:
            yield Shot(Upload(fine, "photo.jpg"), FINE)
        elif drawn < 0.70:
            yield Shot(Upload(fine, "photo.jpg"), FINE, as_file=False)
        elif drawn < 0.74:
            yield Shot(Upload(fine[: len(fine) * 2 // 3], "photo.jpg"), Reason.BROKEN)
        elif drawn < 0.78:
            yield Shot(Upload(fine, "photo.jpg", size=HUGE), Reason.TOO_BIG)
        elif drawn < 0.82:
            yield Shot(Upload(fine, "photo.jpg"), Reason.GONE, lost=True)
        else:
            yield next(hostile)


def hostile_files(chance: random.Random) -> Iterator[Shot]:
    """The corpus of hostile files, again and again, each time in another order; those that are slow to read once."""
    names = list(FILES)
    while True:
        chance.shuffle(names)
        for name in names:
            raw, wanted = FILES[name]
            yield Shot(Upload(raw, "photo.jpg", "image/jpeg"), wanted)
        names = [name for name in names if name not in SLOW_TO_READ]
