"""What Telegram's apps do to a picture: smaller, JPEG, nothing left of its EXIF. Also makes pictures for tests."""

from colorsys import hsv_to_rgb
from dataclasses import dataclass
from io import BytesIO
from random import Random

from PIL import Image, ImageDraw, ImageOps

from bot.sandbox.telegram.errors import bad_request

LONGEST = 1280
STEPS = (90, 320, 800)
SIDES_LIMIT = 10_000
RATIO_LIMIT = 20
QUALITY = 87


@dataclass(frozen=True, slots=True)
class Picture:
    """One rendering of a photo."""

    width: int
    height: int
    data: bytes


def renderings(data: bytes) -> list[Picture]:
    """A photo in the sizes Telegram keeps, the largest last."""
    image = _opened(data)
    if sum(image.size) > SIDES_LIMIT or max(image.size) > RATIO_LIMIT * min(image.size):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    largest = _fitted(image, LONGEST)
    steps = [step for step in STEPS if step < max(largest.size)]
    return [_saved(_fitted(largest, step)) for step in steps] + [_saved(largest)]


def thumbnail(data: bytes) -> Picture | None:
    """The small preview of a picture that was sent as a file; None when it is no picture."""
    try:
        return _saved(_fitted(_opened(data), STEPS[1]))
    except Exception:  # noqa: BLE001 - whatever is wrong with the file, there is just no preview
        return None


def generated(width: int, height: int, seed: int = 0) -> bytes:
    """A picture that differs by seed, as a phone's camera would give it: a JPEG with EXIF."""
    dice = Random(seed)  # noqa: S311 - a picture, not a secret
    image = Image.new("RGB", (width, height), _colour(dice))
    pen = ImageDraw.Draw(image)
    for _ in range(12):
        left, top = dice.randrange(width), dice.randrange(height)
        box = (left, top, left + dice.randrange(1, width + 1), top + dice.randrange(1, height + 1))
        (pen.ellipse if dice.random() < 1 / 2 else pen.rectangle)(box, fill=_colour(dice))
    exif = Image.Exif()
    exif[0x010F] = "Sandbox"
    exif[0x8825] = {1: "N", 2: (31.0, 14.0, 0.0), 3: "E", 4: (121.0, 28.0, 0.0)}
    out = BytesIO()
    image.save(out, "JPEG", quality=QUALITY, exif=exif)
    return out.getvalue()


def _opened(data: bytes) -> Image.Image:
    try:
        image: Image.Image = Image.open(BytesIO(data))
        if sum(image.size) <= SIDES_LIMIT:
            image = ImageOps.exif_transpose(image).convert("RGB")
    except Exception as error:
        raise bad_request("IMAGE_PROCESS_FAILED") from error
    return image


def _fitted(image: Image.Image, longest: int) -> Image.Image:
    if max(image.size) <= longest:
        return image
    scale = longest / max(image.size)
    width, height = (max(1, round(side * scale)) for side in image.size)
    return image.resize((width, height), Image.Resampling.BILINEAR, reducing_gap=2.0)


def _saved(image: Image.Image) -> Picture:
    out = BytesIO()
    image.save(out, "JPEG", quality=QUALITY)
    return Picture(image.width, image.height, out.getvalue())


def _colour(dice: Random) -> tuple[int, int, int]:
    red, green, blue = hsv_to_rgb(dice.random(), 0.1 + dice.random() * 0.2, 0.45 + dice.random() * 0.5)
    return round(red * 255), round(green * 255), round(blue * 255)
