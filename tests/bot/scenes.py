"""Made-up photos for measuring likeness: scenes with slow and fast detail, and what people do to a photo before sending it again.

They stand in for real photos, which nobody may publish: light that falls off, rough surfaces, a few things with edges.
"""

import io
import random
from collections.abc import Callable, Mapping

from PIL import Image, ImageDraw, ImageEnhance, ImageFilter

Change = Callable[[Image.Image, random.Random], Image.Image]
SIZE = (640, 480)
GRAINS = ((4, 1.0), (8, 0.28), (16, 0.28), (32, 0.28), (64, 0.15), (128, 0.15))


def scene(chance: random.Random, size: tuple[int, int] = SIZE) -> Image.Image:
    """One place: light, surfaces, things."""
    light = _rough(chance, 4, size, 60, 200)
    for grain, share in GRAINS[1:]:
        light = Image.blend(light, _rough(chance, grain, size, 0, 255), share)
    tint = Image.new("RGB", size, _colour(chance, 80))
    place = Image.blend(light.convert("RGB"), tint, 0.35)
    for _ in range(chance.randrange(4, 14)):
        _put(ImageDraw.Draw(place), chance, size)
    return place.filter(ImageFilter.GaussianBlur(1.2))


def sheet(chance: random.Random, size: tuple[int, int] = SIZE) -> Image.Image:
    """A white page with lines of something like writing: much of it is flat."""
    page = Image.new("RGB", size, "white")
    draw = ImageDraw.Draw(page)
    for top in range(40, size[1] - 30, chance.randrange(22, 40)):
        left = chance.randrange(30, 80)
        while left < size[0] - chance.randrange(60, 300):
            wide = chance.randrange(8, 60)
            draw.rectangle((left, top, left + wide, top + 9), fill=_colour(chance, 0, 90))
            left += wide + chance.randrange(5, 14)
    return page


def _rough(
    chance: random.Random, grain: int, size: tuple[int, int], darkest: int, lightest: int
) -> Image.Image:
    small = Image.new("L", (grain, grain * 3 // 4))
    small.putdata([chance.randint(darkest, lightest) for _ in range(small.width * small.height)])
    return small.resize(size, Image.Resampling.BICUBIC)


def _colour(chance: random.Random, darkest: int, lightest: int = 255) -> tuple[int, int, int]:
    return (
        chance.randint(darkest, lightest),
        chance.randint(darkest, lightest),
        chance.randint(darkest, lightest),
    )


def _put(draw: ImageDraw.ImageDraw, chance: random.Random, size: tuple[int, int]) -> None:
    """One thing."""
    wide, high = size
    x, y = chance.randrange(wide), chance.randrange(high)
    right, below = x + chance.randrange(30, wide // 2), y + chance.randrange(30, high // 2)
    kind = chance.randrange(3)
    if kind == 0:
        draw.rectangle((x, y, right, below), fill=_colour(chance, 0))
    elif kind == 1:
        draw.ellipse((x, y, right, below), fill=_colour(chance, 0))
    else:
        end = (right - wide // 4, below - high // 4)
        draw.line((x, y, *end), fill=_colour(chance, 0), width=chance.randrange(4, 40))


def jpeg(picture: Image.Image, quality: int = 85) -> bytes:
    """As it is sent."""
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=quality)
    return out.getvalue()


def sent_again(picture: Image.Image, quality: int) -> Image.Image:
    """Compressed and opened again."""
    return Image.open(io.BytesIO(jpeg(picture, quality))).convert("RGB")


def cut(picture: Image.Image, left: float, top: float, right: float, bottom: float) -> Image.Image:
    """Without so much of each edge."""
    wide, high = picture.size
    return picture.crop(
        (int(wide * left), int(high * top), int(wide * (1 - right)), int(high * (1 - bottom)))
    )


def _cut_by(share: float) -> Change:
    return lambda picture, _: cut(picture, share, share, share, share)


def _cut_a_side(share: float) -> Change:
    """One of the four sides, by chance."""

    def change(picture: Image.Image, chance: random.Random) -> Image.Image:
        chosen = chance.randrange(4)
        left, top, right, bottom = (share if side == chosen else 0.0 for side in range(4))
        return cut(picture, left, top, right, bottom)

    return change


def _cut_anywhere(most: float) -> Change:
    return lambda picture, chance: cut(picture, *(chance.uniform(0, most) for _ in range(4)))


def _smaller(by: int) -> Change:
    return lambda picture, _: picture.resize((picture.width // by, picture.height // by))


def _brighter(by: float) -> Change:
    return lambda picture, _: ImageEnhance.Brightness(picture).enhance(by)


def _harder(by: float) -> Change:
    return lambda picture, _: ImageEnhance.Contrast(picture).enhance(by)


def _all_at_once(picture: Image.Image, chance: random.Random) -> Image.Image:
    """Cut a little, another brightness, compressed: what an app for pictures does."""
    edited = ImageEnhance.Brightness(_cut_anywhere(0.03)(picture, chance)).enhance(chance.uniform(0.8, 1.2))
    return sent_again(edited, 50)


def _taken_again(most: float) -> Change:
    """The same place photographed anew from a step aside: the corners move, the light is another."""

    def take(picture: Image.Image, chance: random.Random) -> Image.Image:
        wide, high = picture.size

        def near(x: float, y: float) -> tuple[float, float]:
            moved = most + chance.uniform(-most, most), most + chance.uniform(-most, most)
            return abs(x - moved[0]) * wide, abs(y - moved[1]) * high

        corners = (*near(0, 0), *near(0, 1), *near(1, 1), *near(1, 0))
        other = picture.transform(picture.size, Image.Transform.QUAD, corners, Image.Resampling.BICUBIC)
        return ImageEnhance.Brightness(other).enhance(chance.uniform(0.8, 1.2))

    return take


def _put_right(most: float) -> Change:
    """The same place from a step aside after something was put there, taken away or covered: what evidence looks like."""
    anew = _taken_again(most)

    def mend(picture: Image.Image, chance: random.Random) -> Image.Image:
        place = picture.copy()
        wide, high = place.size
        left, top = chance.randrange(wide // 3), chance.randrange(high // 3)
        right, below = (
            left + wide * chance.randrange(25, 45) // 100,
            top + high * chance.randrange(25, 45) // 100,
        )
        ImageDraw.Draw(place).rectangle((left, top, right, below), fill=_colour(chance, 0))
        return anew(place, chance)

    return mend


SAME: Mapping[str, Change] = {
    "compressed again (60)": lambda picture, _: sent_again(picture, 60),
    "compressed hard (30)": lambda picture, _: sent_again(picture, 30),
    "half the size": _smaller(2),
    "a quarter of the size": _smaller(4),
    "30 % brighter": _brighter(1.3),
    "30 % darker": _brighter(0.7),
    "30 % more contrast": _harder(1.3),
    "edge cut by 2 %": _cut_by(0.02),
    "edge cut by 4 %": _cut_by(0.04),
    "edge cut by 6 %": _cut_by(0.06),
    "edge cut by 8 %": _cut_by(0.08),
    "edge cut by 10 %": _cut_by(0.10),
    "edge cut by 12 %": _cut_by(0.12),
    "one side cut by 5 %": _cut_a_side(0.05),
    "one side cut by 8 %": _cut_a_side(0.08),
    "one side cut by 10 %": _cut_a_side(0.10),
    "each edge cut by 0 to 5 %": _cut_anywhere(0.05),
    "cut, brightness, compressed": _all_at_once,
}
BEYOND: Mapping[str, Change] = {
    "edge cut by 16 %": _cut_by(0.16),
    "one side cut by 20 %": lambda picture, _: cut(picture, 0.20, 0, 0, 0),
    "mirrored": lambda picture, _: picture.transpose(Image.Transpose.FLIP_LEFT_RIGHT),
}
ANEW: Mapping[str, Change] = {
    "corners off by up to 6 %": _taken_again(0.03),
    "corners off by up to 12 %": _taken_again(0.06),
    "corners off by up to 20 %": _taken_again(0.10),
}
MENDED: Mapping[str, Change] = {
    "put right, corners off by up to 6 %": _put_right(0.03),
    "put right, corners off by up to 12 %": _put_right(0.06),
}
