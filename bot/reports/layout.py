"""A report as A4 pages with fpdf2: the sentence that matters, tables, charts. Runs in the child only.

Text can be selected; of the fonts only what is used goes into the file; a character that no font has is written by its number.
"""

import io
from datetime import datetime
from functools import cached_property
from typing import Any

from fpdf import FPDF
from fpdf.enums import WrapMode, XPos, YPos

from bot.charts.line import drawn
from bot.papers.layout import COMMON, FONTS, RARE
from bot.reports.sheet import Grid, Sheet

MARGIN, WIDTH, HEIGHT = 18.0, 210.0, 297.0  # mm
ROOM = WIDTH - 2 * MARGIN
LINE, FOOT = 7.0, 15.0
TITLE, BODY, SMALL = 17.0, 11.0, 8.5  # points
FIRST = 0.4  # of the width for the first column
CHART = 118.0  # mm high
GREY = 110


class Page(FPDF):
    """The document with its footer."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__(orientation="P", unit="mm", format="A4")
        self.sheet = sheet
        self.set_margins(MARGIN, MARGIN, MARGIN)
        self.set_auto_page_break(auto=True, margin=FOOT + 4)
        self.add_font(COMMON, "", FONTS / "NotoSansCJKsc-common.otf")
        if any(ord(one) not in self.known for one in _texts(sheet)):
            self.add_font(RARE, "", FONTS / "NotoSansCJKsc-rare.otf")
            self.set_fallback_fonts([RARE])
        self.set_creation_date(datetime.fromisoformat(sheet.made))
        self.set_title(self.safe(sheet.title))
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

    def write_lines(self, text: str, size: float, line: float = LINE, **more: Any) -> None:
        """A paragraph over the whole width."""
        self.set_font(COMMON, size=size)
        self.multi_cell(
            0,
            line,
            self.safe(text),
            wrapmode=WrapMode.CHAR,
            new_x=XPos.LMARGIN,
            new_y=YPos.NEXT,
            **{"align": "L"} | more,
        )

    def footer(self) -> None:
        """What it was made from, and the page."""
        self.set_y(-FOOT)
        self.set_text_color(GREY)
        self.write_lines(self.sheet.footer, 7, 4)
        self.set_font(COMMON, size=7)
        self.cell(0, 4, self.sheet.pages.format(n=self.page_no(), total="{nb}"), align="C")
        self.set_text_color(0)

    def keep_together(self, high: float) -> None:
        """A new page where there is no room for so many mm."""
        if self.get_y() + high > HEIGHT - FOOT - 4:
            self.add_page()


def _texts(sheet: Sheet) -> str:
    """Everything that is written as text."""
    cells = [cell for grid in sheet.grids for row in (grid.heads, *grid.rows, [grid.title]) for cell in row]
    return "".join([sheet.title, sheet.subtitle, sheet.sentence, sheet.footer, sheet.pages, *cells])


def laid_out(sheet: Sheet) -> bytes:
    """The whole document."""
    page = Page(sheet)
    page.add_page()
    page.write_lines(sheet.title, TITLE, 10, align="C")
    page.set_text_color(GREY)
    page.write_lines(sheet.subtitle, SMALL, 5, align="C")
    page.set_text_color(0)
    page.ln(4)
    page.write_lines(sheet.sentence, BODY + 1)
    for number, grid in enumerate(sheet.grids):
        _grid(page, grid)
        if number < len(sheet.charts):
            _chart(page, sheet, number)
    for number in range(len(sheet.grids), len(sheet.charts)):
        _chart(page, sheet, number)
    return bytes(page.output())


def _chart(page: Page, sheet: Sheet, number: int) -> None:
    page.keep_together(CHART + 6)
    page.ln(4)
    page.image(io.BytesIO(drawn(sheet.charts[number])), x=MARGIN + 8, h=CHART)
    page.ln(2)


def _grid(page: Page, grid: Grid) -> None:
    """Its heading stays with its first rows; the heads come again on each page."""
    page.keep_together(4 * LINE)
    page.ln(4)
    page.write_lines(grid.title, BODY + 1)
    _row(page, grid.heads, head=True)
    for row in grid.rows:
        if page.get_y() + LINE > HEIGHT - FOOT - 4:
            page.add_page()
            _row(page, grid.heads, head=True)
        _row(page, row, head=False)


def _row(page: Page, cells: Any, *, head: bool) -> None:
    page.set_font(COMMON, size=BODY - 1)
    page.set_fill_color(*((221, 232, 240) if head else (255, 255, 255)))
    page.set_draw_color(190)
    others = ROOM * (1 - FIRST) / max(1, len(cells) - 1)
    for place, cell in enumerate(cells):
        wide = ROOM * FIRST if place == 0 else others
        text = _fitting(page, page.safe(str(cell)), wide - 3)
        page.cell(wide, LINE, text, border="B", align="L" if place == 0 else "R", fill=True)
    page.ln(LINE)


def _fitting(page: Page, text: str, room: float) -> str:
    if page.get_string_width(text) <= room:
        return text
    while text and page.get_string_width(f"{text}…") > room:
        text = text[:-1]
    return f"{text}…"
