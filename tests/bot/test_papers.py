"""The paper of a commitment: one small A4 page with selectable text, every colour, rare names; printed, kept and sent once."""

import asyncio
import hashlib
import re
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
import segno
from PIL import Image
from sqlalchemy import select, update

from bot.papers import press
from bot.papers.layout import BODY, CODE, MARGIN, Page, laid_out
from bot.papers.press import NotPrinted, printed
from bot.papers.sheet import Sheet
from bot.papers.words import BANDS
from checklists.catalogue import Catalogue
from safety.enterprises import Colour
from storage import papers
from storage.database import Database
from storage.tables.people import people
from storage.tables.pledges import papers as table
from tests.bot.pledged import PLACE, RARE, sheet, sign
from tests.bot.world import World, world
from tests.cast import BOB, WALT, Cast

MOST = 300_000  # bytes
DOTS = 4.0  # pixels a point
MM = 72 / 25.4


def text_of(document: bytes) -> str:
    """What a reader selects, without breaks and spaces."""
    pages = pypdfium2.PdfDocument(document)
    return re.sub(r"\s", "", "".join(page.get_textpage().get_text_range() for page in pages))


def picture_of(document: bytes, page: int = 0) -> Image.Image:
    found: Image.Image = pypdfium2.PdfDocument(document)[page].render(scale=DOTS).to_pil()
    return found.convert("RGB")


def pixel(picture: Image.Image, x: float, y: float) -> tuple[int, ...]:
    """The colour at a place in millimetres."""
    found = picture.getpixel((int(x * MM * DOTS), int(y * MM * DOTS)))
    assert isinstance(found, tuple)
    return found


@pytest.mark.parametrize("colour", [colour.value for colour in Colour])
def test_each_colour_is_one_small_page_whose_text_can_be_selected(catalogue: Catalogue, colour: str) -> None:
    made = sheet(catalogue, colour)
    document = laid_out(made)
    assert len(document) < MOST
    pages = pypdfium2.PdfDocument(document)
    assert len(pages) == 1
    assert [round(side / MM) for side in pages[0].get_size()] == [210, 297]
    said = text_of(document)
    wanted = [made.title, made.preamble, *made.items, made.closing, made.seal, made.meaning, made.number]
    for text in [*wanted, *(part for row in made.rows for part in row), made.footer, "第1页，共1页"]:
        assert re.sub(r"\s", "", text) in said
    picture = picture_of(document)
    band = pixel(picture, 100, 3)
    assert all(abs(a - b) <= 2 for a, b in zip(band, BANDS[colour], strict=True))
    assert pixel(picture, 5, 150) == (255, 255, 255)


def test_a_name_with_rare_characters_has_no_boxes(catalogue: Catalogue) -> None:
    assert RARE in text_of(laid_out(sheet(catalogue, "white")))
    page = Page(sheet(catalogue, "white"))
    assert page.safe(RARE) == RARE
    plain = Page(sheet(catalogue, "white", "王强"))
    assert set(plain.fonts) == {"common"}


def test_what_no_font_has_is_written_by_its_number(catalogue: Catalogue) -> None:
    odd = sheet(catalogue, "white", "王\U0001f600")
    assert "王[U+1F600]" in text_of(laid_out(odd))


def test_the_code_holds_the_command_to_verify(catalogue: Catalogue) -> None:
    """Each module of the code is where it belongs, so that any reader reads the text it was made from."""
    made = sheet(catalogue, "green")
    assert made.code == "/verify CN-2026-000001"
    document = laid_out(made)
    picture = picture_of(document)
    matrix = [list(row) for row in segno.make(made.code, error="m", micro=False).matrix]
    side, left = CODE / len(matrix), MARGIN
    top = (
        next(y / 10 for y in range(2900, 1000, -1) if sum(pixel(picture, left + side / 2, y / 10)) < 200)
        + side / 2
        - CODE
    )
    read = [
        [
            sum(pixel(picture, left + (x + 0.5) * side, top + (y + 0.1) * side)) < 380
            for x in range(len(matrix))
        ]
        for y in range(len(matrix))
    ]
    wrong = sum(
        a != bool(b) for row, real in zip(read, matrix, strict=True) for a, b in zip(row, real, strict=True)
    )
    assert wrong <= len(matrix) ** 2 * 0.02


def test_a_long_one_goes_over_two_pages_with_the_signature_together(catalogue: Catalogue) -> None:
    made = sheet(catalogue, "blue")
    long = replace(made, items=[*made.items] * 4)
    document = laid_out(long)
    pages = pypdfium2.PdfDocument(document)
    assert len(pages) == 2
    assert "第2页，共2页" in text_of(document)
    last = pages[1].get_textpage().get_text_range()
    assert PLACE in last
    assert made.seal in last


def test_the_same_commitment_gives_the_same_bytes(catalogue: Catalogue) -> None:
    made = sheet(catalogue, "orange")
    assert Sheet.from_json(made.to_json()) == made
    assert laid_out(made) == laid_out(Sheet.from_json(made.to_json()))
    assert BODY == 11.0


def test_the_child_prints_and_its_faults_are_told(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = sheet(catalogue, "yellow")
    assert asyncio.run(printed(made)) == laid_out(made)
    with pytest.raises(NotPrinted):
        asyncio.run(printed(replace(made, made="no moment")))
    monkeypatch.setattr(press, "SECONDS", 0.01)
    with pytest.raises(NotPrinted, match="too long"):
        asyncio.run(printed(made))


def test_papers_wait_until_they_are_printed(cast: Cast, database: Database) -> None:
    with database.writing() as connection:
        first, second = sign(connection, cast, BOB), sign(connection, cast, WALT)
    with database.writing() as connection:
        waiting = papers.waiting(connection, 5)
        assert [paper.number for paper in waiting] == [first, second]
        assert papers.keep(connection, waiting[0], "a.pdf", "0" * 64, cast.now)
        assert not papers.keep(connection, waiting[0], "b.pdf", "0" * 64, cast.now)
        assert [paper.number for paper in papers.waiting(connection, 5)] == [second]
        assert (papers.path_of(connection, first), papers.path_of(connection, second)) == ("a.pdf", None)


def documents(one: World, person: int) -> list[dict[str, object]]:
    return [message.body["document"] for message in one.bot_messages(person) if "document" in message.body]


def test_the_signer_gets_the_paper_once_and_it_stays_on_disk(
    sqlite_database: Database, catalogue: Catalogue, tmp_path: Path
) -> None:
    async def go() -> None:
        async with world(sqlite_database, catalogue, tmp_path) as one:
            for who in (BOB, WALT):
                one.hands.start(who.id)
                await one.until(lambda who=who: bool(one.sees(who.id)))
            with one.cast.database.writing() as connection:
                number = sign(connection, one.cast, BOB)
            await one.app.papers.round()
            await one.until(lambda: len(documents(one, BOB.id)) == 1)
            assert documents(one, BOB.id)[0]["file_name"] == f"{number}.pdf"
            kept = (tmp_path / "media" / "papers" / f"{number}.pdf").read_bytes()
            assert BOB.name in text_of(kept)
            with one.cast.database.reading() as connection:
                assert (
                    connection.execute(select(table.c.sha256)).scalar_one()
                    == hashlib.sha256(kept).hexdigest()
                )
            await one.restart()
            await one.app.papers.round()
            await asyncio.sleep(0.5)
            assert len(documents(one, BOB.id)) == 1
            assert documents(one, WALT.id) == []

    asyncio.run(go())


def test_who_cannot_be_reached_keeps_nobody_from_printing(
    sqlite_database: Database, catalogue: Catalogue, tmp_path: Path
) -> None:
    async def go() -> None:
        async with world(sqlite_database, catalogue, tmp_path) as one:
            with one.cast.database.writing() as connection:
                number = sign(connection, one.cast, BOB)
                connection.execute(update(people).where(people.c.account == BOB.id).values(reachable=False))
            await one.app.papers.round()
            await one.until((tmp_path / "media" / "papers" / f"{number}.pdf").exists)
            assert documents(one, BOB.id) == []

    asyncio.run(go())
