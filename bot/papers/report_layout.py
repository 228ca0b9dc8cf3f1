"""The report of an inspection as A4 pages with fpdf2: rows of who and when, parts, photos in a row below what they show. Child only."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from fpdf.enums import WrapMode, XPos, YPos
from PIL import Image

from bot.papers import layout
from bot.papers.layout import BODY, CODE, FOOT, GREY, HEIGHT, LABEL, LINE, MARGIN, SMALL, TITLE, WIDTH, Page
from bot.papers.report import Report

PHOTO = 54.0  # mm, the longest side
ACROSS = 3
GAP = 3.0
PIXELS = 640  # the longest side of a picture in the file


def laid_out(report: Report) -> bytes:
    """The whole document."""
    page = Page(replace(report.sheet, items=report.texts))
    page.add_page()
    page.write_lines(report.sheet.title, TITLE, 9, align="C")
    page.ln(3)
    for label, value in report.sheet.rows:
        _row(page, label, value)
    for part in report.parts:
        page.ln(2)
        page.write_lines(part.heading, BODY + 1.5, LINE)
        for one in part.items:
            page.write_lines(one.text, BODY, LINE)
            _photos(page, one.photos)
    _end(page, report)
    return bytes(page.output())


def _row(page: Page, label: str, value: str) -> None:
    page.set_font(layout.COMMON, size=SMALL + 0.5)
    page.set_text_color(GREY)
    page.cell(LABEL, LINE, page.safe(label))
    page.set_text_color(0)
    room = WIDTH - 2 * MARGIN - LABEL
    page.multi_cell(
        room, LINE, page.safe(value), wrapmode=WrapMode.CHAR, new_x=XPos.LMARGIN, new_y=YPos.NEXT, align="L"
    )


def _photos(page: Page, paths: Sequence[str]) -> None:
    """Three in a row; one that cannot be read is left out."""
    found = [picture for path in paths if (picture := _picture(path)) is not None]
    for start in range(0, len(found), ACROSS):
        row = found[start : start + ACROSS]
        high = max(PHOTO * min(1.0, one.height / max(one.width, 1)) for one in row)
        if page.get_y() + high > HEIGHT - FOOT - 8:
            page.add_page()
        top = page.get_y() + 1
        for place, one in enumerate(row):
            scale = PHOTO / max(one.width, one.height)
            page.image(one, MARGIN + place * (PHOTO + GAP), top, w=one.width * scale, h=one.height * scale)
        page.set_y(top + max(one.height * PHOTO / max(one.width, one.height) for one in row) + 2)


def _picture(path: str) -> Image.Image | None:
    try:
        with Image.open(Path(path)) as opened:
            picture = opened.convert("RGB")
    except (OSError, ValueError):
        return None
    picture.thumbnail((PIXELS, PIXELS))
    return picture


def _end(page: Page, report: Report) -> None:
    """The code that proves it, and what it means, together on one page."""
    if page.get_y() + CODE + 14 > HEIGHT - FOOT - 6:
        page.add_page()
    page.ln(4)
    layout.code(page, report.sheet, page.get_y())
