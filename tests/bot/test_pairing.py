"""Before and after in one picture, drawn in the photo worker's child, and once only."""

import asyncio
import io
from collections.abc import AsyncIterator
from pathlib import Path

from PIL import Image

from bot import photo_worker
from bot.darkroom import Darkroom
from bot.media import PhotoDesk, Safe
from bot.pairing import AFTER, BAR, BEFORE, GAP, HEIGHT, WIDEST, paired
from tests.bot.pictures import picture

RED, BLUE = (200, 30, 30), (30, 30, 200)


def flat(colour: tuple[int, int, int], size: tuple[int, int]) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, colour).save(out, "JPEG")
    return out.getvalue()


def near(seen: object, colour: tuple[int, int, int]) -> bool:
    assert isinstance(seen, tuple)
    return all(abs(one - other) < 12 for one, other in zip(seen, colour, strict=True))


def test_before_is_left_and_after_is_right() -> None:
    both, width, height = paired(flat(RED, (400, 300)), flat(BLUE, (300, 400)))
    with Image.open(io.BytesIO(both)) as image:
        image.load()
    assert image.size == (width, height) == (1280 + GAP + 720, HEIGHT + BAR)
    middle = BAR + HEIGHT // 2
    assert near(image.getpixel((20, middle)), RED)
    assert near(image.getpixel((width - 20, middle)), BLUE)
    assert near(image.getpixel((20, 3)), BEFORE)
    assert near(image.getpixel((width - 20, 3)), AFTER)
    assert not image.getexif()


def test_a_wide_one_is_shown_whole() -> None:
    both, width, _height = paired(flat(RED, (4000, 100)), flat(BLUE, (1, 4000)))
    assert width == WIDEST + GAP + 1
    assert both


def test_the_child_says_so_when_one_is_broken() -> None:
    left = flat(RED, (9, 9))
    request = photo_worker.HEADER.pack(len(left)) + left + b"nonsense"
    assert photo_worker.answer_pair(request) == ({"failed": "broken"}, b"")


def test_the_desk_puts_its_own_copies_side_by_side(tmp_path: Path) -> None:
    async def work() -> None:
        sent = {"a": picture(size=(640, 480)), "b": picture(size=(480, 640))}

        async def fetch(file: str) -> AsyncIterator[bytes]:
            yield sent[file]

        darkroom = Darkroom()
        desk = PhotoDesk(tmp_path, fetch, darkroom=darkroom)
        before, after = await desk.take("a"), await desk.take("b")
        assert isinstance(before, Safe)
        assert isinstance(after, Safe)
        name = await desk.pair(before.name, after.name)
        assert name is not None
        with Image.open(desk.shelf.media / name) as image:
            assert image.size == (1280 + GAP + 720, HEIGHT + BAR)
        assert isinstance(await desk.take("a"), Safe)
        await desk.close()

    asyncio.run(work())
