"""Draws a line chart with Pillow, three times as large as a phone of 360 px shows it: the smallest letters are 12 px there.

Runs in the child only. A scale of whole numbers from nought, few lines, the first, the last and the highest number written out.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from bot.charts.chart import Chart, Series

FONT = Path(__file__).parents[1] / "papers" / "fonts" / "NotoSansCJKsc-common.otf"
WIDTH, HEIGHT = 1080, 810
LEFT, RIGHT, TOP, BOTTOM = 110, 96, 250, 110
TITLE, MESSAGE, SMALL = 50, 40, 36
WHITE, BLACK, GREY, PALE = (255, 255, 255), (30, 30, 30), (110, 110, 110), (222, 222, 222)
STEPS = (1, 2, 5)
LINES = 4  # of the scale
DOT = 9
AWAY = 16  # between a point and its number


@dataclass(frozen=True, slots=True)
class Frame:
    """Where numbers and places lie on the picture. `top`: the number at the upper end of the scale."""

    top: int
    count: int

    def at(self, place: int, value: float) -> tuple[float, float]:
        """The point of a number at a place."""
        wide, high = WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM
        x = LEFT + wide * place / max(1, self.count - 1)
        return x, HEIGHT - BOTTOM - high * value / self.top


def step_of(highest: int) -> int:
    """The round step of a scale that reaches the highest number in at most LINES steps."""
    ten = 1
    while True:
        for one in STEPS:
            if one * ten * LINES >= highest:
                return one * ten
        ten *= 10


def drawn(chart: Chart) -> bytes:
    """The picture as PNG."""
    picture = Image.new("RGB", (WIDTH, HEIGHT), WHITE)
    draw = ImageDraw.Draw(picture)
    basic = ImageFont.Layout.BASIC
    fonts = {
        size: ImageFont.truetype(str(FONT), size, layout_engine=basic) for size in (TITLE, MESSAGE, SMALL)
    }
    _heading(draw, chart, fonts)
    highest = max((value for one in chart.series for value in one.values), default=0)
    step = step_of(max(1, highest))
    frame = Frame(step * max(1, -(-highest // step)), len(chart.labels))
    _scale(draw, frame, step, fonts[SMALL])
    _places(draw, frame, chart.labels, fonts[SMALL])
    for one in chart.series:
        _line(draw, frame, one)
    _numbers(draw, frame, chart.series, fonts[SMALL])
    file = io.BytesIO()
    picture.save(file, "PNG", optimize=True)
    return file.getvalue()


def _heading(draw: ImageDraw.ImageDraw, chart: Chart, fonts: dict[int, ImageFont.FreeTypeFont]) -> None:
    """Title, the sentence, and what each line is."""
    draw.text((40, 30), fitting(draw, chart.title, fonts[TITLE]), BLACK, fonts[TITLE])
    draw.text((40, 105), fitting(draw, chart.message, fonts[MESSAGE]), GREY, fonts[MESSAGE])
    x = 40.0
    for one in chart.series:
        draw.line((x, 192, x + 50, 192), one.colour, 8)
        name = one_line(one.name)
        draw.text((x + 64, 168), name, BLACK, fonts[SMALL])
        x += 64 + draw.textlength(name, fonts[SMALL]) + 60


def one_line(text: str) -> str:
    """Without breaks and whatever else cannot be drawn."""
    return "".join(char if char.isprintable() else " " for char in text)


def fitting(draw: ImageDraw.ImageDraw, text: str, font: ImageFont.FreeTypeFont) -> str:
    """As much of a text as fits into the width."""
    room, text = WIDTH - 80, one_line(text)
    if draw.textlength(text, font) <= room:
        return text
    while text and draw.textlength(f"{text}…", font) > room:
        text = text[:-1]
    return f"{text}…"


def _scale(draw: ImageDraw.ImageDraw, frame: Frame, step: int, font: ImageFont.FreeTypeFont) -> None:
    for value in range(0, frame.top + 1, step):
        _, y = frame.at(0, value)
        draw.line((LEFT, y, WIDTH - RIGHT, y), GREY if value == 0 else PALE, 3)
        draw.text((LEFT - 18, y), str(value), GREY, font, anchor="rm")


def _places(
    draw: ImageDraw.ImageDraw, frame: Frame, labels: Sequence[str], font: ImageFont.FreeTypeFont
) -> None:
    """Every third from the last, so that none runs into the next."""
    for place in range(len(labels) - 1, -1, -3):
        x, y = frame.at(place, 0)
        draw.line((x, y, x, y + 12), GREY, 3)
        draw.text((x, y + 20), labels[place], GREY, font, anchor="ma")


def _line(draw: ImageDraw.ImageDraw, frame: Frame, one: Series) -> None:
    points = [frame.at(place, value) for place, value in enumerate(one.values)]
    draw.line(points, one.colour, 7, joint="curve")
    for x, y in points:
        draw.ellipse((x - DOT, y - DOT, x + DOT, y + DOT), one.colour)


def _numbers(
    draw: ImageDraw.ImageDraw, frame: Frame, series: Sequence[Series], font: ImageFont.FreeTypeFont
) -> None:
    """The last number of each line, and the highest of all; above a line, or below it where another runs above."""
    for number, one in enumerate(series):
        places = {len(one.values) - 1, list(one.values).index(max(one.values))}
        others = [other.values for other in series if other is not one]
        for place in places:
            value = one.values[place]
            x, y = frame.at(place, value)
            under = any(other[place] > value or (other[place] == value and number) for other in others)
            spot, anchor = beside(x, y, under=under)
            draw.text(spot, str(value), one.colour, font, anchor=anchor)


def beside(x: float, y: float, *, under: bool) -> tuple[tuple[float, float], str]:
    """Where the number of a point stands: above it, below it, or to its right where below it the days begin."""
    if not under:
        return (x, y - AWAY), "ms"
    if y + AWAY + SMALL <= HEIGHT - BOTTOM:
        return (x, y + AWAY), "ma"
    return (x + AWAY, min(y, HEIGHT - BOTTOM - SMALL / 2)), "lm"
