"""A sheet as an A4 page with fpdf2: band of colour, text, who signed, seal box, QR code, page numbers. Runs in the child only.

Text is text and can be selected; of the fonts only what is used goes into the file. A character that neither font has is
written by its number, so that no name ends as an empty box.
"""

from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any

import segno
from fpdf import FPDF
from fpdf.enums import WrapMode, XPos, YPos

from bot.papers.sheet import Sheet

FONTS = Path(__file__).parent / "fonts"
COMMON, RARE = "common", "rare"
MARGIN, WIDTH, HEIGHT = 20.0, 210.0, 297.0  # mm
LINE = 6.8
SMALL_LINE = 5.0
BODY, SMALL, TITLE = 11.0, 8.5, 16.0  # points
GREY = 110
BOX = 42.0  # seal
CODE = 28.0
FOOT = 18.0
LABEL = 34.0


class Page(FPDF):
    """The document with its header and footer."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__(orientation="P", unit="mm", format="A4")
        self.sheet = sheet
        self.set_margins(MARGIN, MARGIN, MARGIN)
        self.set_auto_page_break(auto=True, margin=FOOT + 6)
        self.add_font(COMMON, "", FONTS / "NotoSansCJKsc-common.otf")
        if any(ord(one) not in self.known for one in "".join(_texts(sheet))):
            self.add_font(RARE, "", FONTS / "NotoSansCJKsc-rare.otf")
            self.set_fallback_fonts([RARE])
        self.set_creation_date(datetime.fromisoformat(sheet.made))
        self.set_title(self.safe(f"{sheet.title} {sheet.number}"))
        self.set_lang("zh-CN")

    @cached_property
    def known(self) -> frozenset[int]:
        """Characters of the common font."""
        return frozenset(self.fonts[COMMON].cmap)  # type: ignore[union-attr]  # a font of a file has one

    def safe(self, text: str) -> str:
        """The text with what no font has by its number."""
        rare = self.fonts.get(RARE)
        known = self.known | frozenset(rare.cmap if rare is not None else ())  # type: ignore[union-attr]  # likewise
        return "".join(one if ord(one) in known else f"[U+{ord(one):04X}]" for one in text)

    def write_lines(self, text: str, size: float, line: float, **more: Any) -> None:
        """A paragraph over the whole width."""
        self.set_font(COMMON, size=size)
        wrap = WrapMode.CHAR
        self.multi_cell(
            0,
            line,
            self.safe(text),
            wrapmode=wrap,
            new_x=XPos.LMARGIN,
            new_y=YPos.NEXT,
            **{"align": "L"} | more,
        )

    def header(self) -> None:
        """The band of the notice colour, and the number."""
        self.set_fill_color(*self.sheet.colour)
        self.rect(0, 0, WIDTH, 6, style="F")
        self.set_xy(MARGIN, 10)
        self.set_text_color(GREY)
        self.write_lines(self.sheet.number, SMALL, SMALL_LINE, align="R")
        self.set_text_color(0)
        self.ln(2)

    def footer(self) -> None:
        """The version of the text and its hash, and the page."""
        self.set_y(-FOOT)
        self.set_draw_color(GREY)
        self.line(MARGIN, self.get_y() - 1, WIDTH - MARGIN, self.get_y() - 1)
        self.set_text_color(GREY)
        self.write_lines(self.sheet.footer, 7, 4)
        pages = self.sheet.pages.format(n=self.page_no(), total="{nb}")
        self.set_font(COMMON, size=7)
        self.cell(0, 4, pages, align="C")
        self.set_text_color(0)


def _texts(sheet: Sheet) -> list[str]:
    """Everything that is written."""
    rows = [part for row in sheet.rows for part in row]
    return [
        *(sheet.title, sheet.number, sheet.preamble, *sheet.items, sheet.closing, *rows),
        *(sheet.seal, sheet.meaning, sheet.code_label, sheet.footer, sheet.pages),
    ]


def laid_out(sheet: Sheet) -> bytes:
    """The whole document."""
    page = Page(sheet)
    page.add_page()
    page.write_lines(sheet.title, TITLE, 9, align="C")
    page.ln(3)
    page.write_lines(sheet.preamble, BODY, LINE)
    page.ln(1)
    for number, item in enumerate(sheet.items, 1):
        page.write_lines(f"{number}. {item}", BODY, LINE)
    page.ln(1)
    page.write_lines(sheet.closing, BODY, LINE)
    _signature(page, sheet)
    return bytes(page.output())


def _signature(page: Page, sheet: Sheet) -> None:
    """Who signed, when, the seal box and the code, all on one page."""
    needed = max(len(sheet.rows) * LINE, BOX) + 30
    if page.get_y() + needed > HEIGHT - FOOT - 6:
        page.add_page()
    page.ln(5)
    top = page.get_y()
    for label, value in sheet.rows:
        _row(page, label, value)
    below = page.get_y()
    right = WIDTH - MARGIN - BOX
    page.set_draw_color(180)
    page.rect(right, top, BOX, BOX, style="D")
    page.set_xy(right, top + BOX / 2 - 2)
    page.set_font(COMMON, size=SMALL)
    page.set_text_color(160)
    page.cell(BOX, 4, page.safe(sheet.seal), align="C")
    page.set_text_color(0)
    code(page, sheet, max(below, top + BOX) + 4)


def _row(page: Page, label: str, value: str) -> None:
    """A label and its value, beside the seal box."""
    page.set_font(COMMON, size=SMALL + 0.5)
    page.set_text_color(GREY)
    page.cell(LABEL, LINE, page.safe(label))
    page.set_text_color(0)
    room = WIDTH - 2 * MARGIN - LABEL - BOX - 4
    page.multi_cell(
        room, LINE, page.safe(value), wrapmode=WrapMode.CHAR, new_x=XPos.LMARGIN, new_y=YPos.NEXT, align="L"
    )


def code(page: Page, sheet: Sheet, top: float) -> None:
    """The QR code as rectangles, sharp at any size, and what it and the signature mean beside it."""
    matrix = [list(row) for row in segno.make(sheet.code, error="m", micro=False).matrix]
    side = CODE / len(matrix)
    page.set_fill_color(0)
    for y, row in enumerate(matrix):
        for x, dark in enumerate(row):
            if dark:
                page.rect(MARGIN + x * side, top + y * side, side, side, style="F")
    page.set_xy(MARGIN + CODE + 5, top + 2)
    page.set_left_margin(MARGIN + CODE + 5)
    page.write_lines(sheet.code_label, SMALL, SMALL_LINE)
    page.write_lines(sheet.meaning, SMALL, SMALL_LINE)
    page.set_left_margin(MARGIN)
