"""Before and after side by side: two of our own clean copies on one canvas. Runs in the photo worker's child process."""

import io

from PIL import Image

HEIGHT = 960  # pixels of each side; a phone shows 360 to 1080 across
WIDEST = 1280
GAP = 24
QUALITY = 85
BEFORE, AFTER = (190, 60, 50), (50, 140, 70)  # a bar above each: red left, green right
BAR = 12


def paired(left: bytes, right: bytes) -> tuple[bytes, int, int]:
    """Both pictures in one, as a clean JPEG with its width and height. Raises whatever the decoder raises."""
    sides = (_side(left), _side(right))
    width = sides[0].width + GAP + sides[1].width
    canvas = Image.new("RGB", (width, HEIGHT + BAR), "white")
    canvas.paste(BEFORE, (0, 0, sides[0].width, BAR))
    canvas.paste(AFTER, (sides[0].width + GAP, 0, width, BAR))
    canvas.paste(sides[0], (0, BAR))
    canvas.paste(sides[1], (sides[0].width + GAP, BAR))
    out = io.BytesIO()
    canvas.save(out, "JPEG", quality=QUALITY)
    return out.getvalue(), canvas.width, canvas.height


def _side(raw: bytes) -> Image.Image:
    """One picture on a panel of the common height, whole: nothing of it is cut off."""
    with Image.open(io.BytesIO(raw), formats=("JPEG",)) as image:
        picture = image.convert("RGB")
    scale = min(HEIGHT / picture.height, WIDEST / picture.width)
    size = (max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
    shrunk = picture.resize(size, Image.Resampling.LANCZOS)
    panel = Image.new("RGB", (size[0], HEIGHT), "white")
    panel.paste(shrunk, (0, (HEIGHT - size[1]) // 2))
    return panel
