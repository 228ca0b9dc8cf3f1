"""What the demo's photos are drawn with: a canvas in points of a picture of 960 by 720, rooms, light and grain. No scenes here."""

import io
import random
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

FONT = Path(__file__).parents[1] / "papers" / "fonts" / "NotoSansCJKsc-common.otf"
WIDE, HIGH = 960, 720
FINE = 2  # drawn larger, so that edges are smooth once it is made small
FLOOR = 500  # where the wall meets the floor
LONGEST = 960  # pixels of a photo
QUALITY = 85
GRAIN = 0.05  # how much of a phone's noise
LIGHT = 440  # sum of the parts of a colour from which on black can be read on it

Colour = tuple[int, int, int]
Point = tuple[float, float]
View = tuple[int, int, int, int]

WHITE, BLACK, GREY, STEEL = (246, 245, 240), (38, 38, 40), (128, 130, 132), (178, 184, 190)
RED, GREEN, BLUE, YELLOW, ORANGE = (
    (196, 42, 36),
    (24, 138, 74),
    (40, 92, 160),
    (240, 196, 40),
    (226, 122, 34),
)
CARTON, WOOD, RUST = (190, 148, 98), (150, 106, 66), (122, 74, 44)


class Stage(StrEnum):
    """How far it is put right: as it was found, not well enough, well."""

    BEFORE = "before"
    HALF = "half"
    AFTER = "after"

    @property
    def right(self) -> bool:
        return self is Stage.AFTER


class Brush:
    """Draws on one picture; all measures are points of 960 by 720."""

    def __init__(self, wall: Colour, floor: Colour, *, tiles: bool = False) -> None:
        self.picture = Image.new("RGB", (WIDE * FINE, HIGH * FINE), wall)
        self._pen = ImageDraw.Draw(self.picture)
        self._room(wall, floor, tiles=tiles)

    def _room(self, wall: Colour, floor: Colour, *, tiles: bool) -> None:
        self.box(0, FLOOR, WIDE, HIGH, floor)
        if tiles:
            for x in range(-WIDE, 2 * WIDE, 120):
                self.line(((x, HIGH), (WIDE / 2 + (x - WIDE / 2) * 0.55, FLOOR)), shade(floor, -18), 2)
            for y in (520, 552, 598, 660):
                self.line(((0, y), (WIDE, y)), shade(floor, -18), 2)
            for y in range(80, FLOOR, 80):
                self.line(((0, y), (WIDE, y)), shade(wall, -10), 1.5)
            for x in range(60, WIDE, 120):
                self.line(((x, 0), (x, FLOOR)), shade(wall, -10), 1.5)
        self.box(0, FLOOR - 14, WIDE, FLOOR, shade(wall, -46))

    def box(
        self,
        left: float,
        top: float,
        right: float,
        bottom: float,
        colour: Colour,
        edge: float = 0,
        round_: float = 0,
    ) -> None:
        """A filled rectangle; `edge` wide lines of a darker colour around it."""
        where = [value * FINE for value in (left, top, right, bottom)]
        outline = shade(colour, -60) if edge else None
        self._pen.rounded_rectangle(where, round_ * FINE, colour, outline, round(edge * FINE))

    def disc(
        self, x: float, y: float, radius: float, colour: Colour, edge: float = 0, flat: float = 1
    ) -> None:
        """A circle, or an ellipse whose height is `flat` of its width."""
        where = [value * FINE for value in (x - radius, y - radius * flat, x + radius, y + radius * flat)]
        self._pen.ellipse(where, colour, shade(colour, -60) if edge else None, round(edge * FINE))

    def line(self, points: Sequence[Point], colour: Colour, width: float = 4) -> None:
        """A line through points, with round corners."""
        scaled = [(x * FINE, y * FINE) for x, y in points]
        self._pen.line(scaled, colour, max(1, round(width * FINE)), joint="curve")

    def shape(self, points: Sequence[Point], colour: Colour) -> None:
        self._pen.polygon([(x * FINE, y * FINE) for x, y in points], colour)

    def words(self, x: float, y: float, text: str, colour: Colour, size: float) -> None:
        """Words around a point."""
        self._pen.text((x * FINE, y * FINE), text, colour, _font(round(size * FINE)), anchor="mm")

    def sign(self, x: float, y: float, text: str, colour: Colour, size: float = 30) -> None:
        """A plate with words on it."""
        half = len(text) * size / 2 + size * 0.5
        self.box(x - half, y - size * 0.85, x + half, y + size * 0.85, colour, 2, 5)
        self.words(x, y, text, legible(colour), size)

    def carton(self, x: float, y: float, wide: float, high: float, colour: Colour = CARTON) -> None:
        """A carton whose lower left corner stands at a point."""
        self.box(x, y - high, x + wide, y, colour, 2)
        self.box(x, y - high, x + wide, y - high * 0.86, shade(colour, 18))
        self.box(x + wide * 0.42, y - high, x + wide * 0.58, y, shade(colour, -22))

    def photo(self, view: View, seed: int, *, later: bool = False) -> bytes:
        """What a phone keeps of this view (left, top, right, bottom), with a little light and grain.

        `later`: from half a step aside and in another light.
        """
        chance = random.Random(seed)  # noqa: S311 - a picture, not a secret
        aside = chance.randrange(8, 18) if later else 0
        left, top, right, bottom = view
        seen = self.picture.crop(
            ((left + aside) * FINE, (top + aside // 2) * FINE, (right - aside // 3) * FINE, bottom * FINE)
        )
        scale = LONGEST / max(seen.size)
        small = seen.resize((round(seen.width * scale), round(seen.height * scale)), Image.Resampling.LANCZOS)
        out = io.BytesIO()
        _lit(small, chance, later=later).save(out, "JPEG", quality=QUALITY)
        return out.getvalue()


def _lit(picture: Image.Image, chance: random.Random, *, later: bool) -> Image.Image:
    """Darker towards the corners, with grain."""
    dark = Image.radial_gradient("L").resize(picture.size).point(lambda value: max(0, value - 130))
    shaded = Image.composite(Image.new("RGB", picture.size, (18, 18, 24)), picture, dark)
    wide, high = picture.width // 3, picture.height // 3
    grain = Image.frombytes("L", (wide, high), chance.randbytes(wide * high))
    grainy = Image.blend(shaded, grain.resize(picture.size).convert("RGB"), GRAIN)
    brighter = 1.1 if later else 1.04
    return grainy.point(lambda value: min(255, round(value * brighter)))


def legible(ground: Colour) -> Colour:
    """What words on this ground are written in."""
    return WHITE if sum(ground) < LIGHT else BLACK


def shade(colour: Colour, by: int) -> Colour:
    """Lighter, or darker when negative."""
    red, green, blue = (max(0, min(255, part + by)) for part in colour)
    return red, green, blue


@lru_cache(maxsize=16)
def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(FONT), size)
