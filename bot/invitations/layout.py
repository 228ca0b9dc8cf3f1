"""Sheets of invitations as an A4 document with fpdf2: eight cards a page, a QR code on each, lines to cut along. Runs in the child only.

A code is one path of rectangles, so that ten thousand of them stay a small file and are sharp at any size.
"""

from datetime import datetime
from functools import cached_property

import segno
from fpdf import FPDF

from bot.invitations.deck import Deck, Printed
from bot.papers.layout import COMMON, FONTS, RARE

WIDTH, HEIGHT = 210.0, 297.0  # mm
ACROSS, DOWN = 2, 4
EDGE, FOOT = 7.0, 8.0
CARD_WIDTH, CARD_HEIGHT = (WIDTH - 2 * EDGE) / ACROSS, (HEIGHT - EDGE - FOOT) / DOWN
PAD = 5.0
CODE = 32.0  # mm, the quiet zone not counted
POINT = 72 / 25.4  # points in a millimetre
GREY = 110
NAME, BODY, SMALL = 12.0, 9.0, 7.0  # points
LINE = 4.6
TOWN_LINE = 5.5
ASCENT = 0.86  # of a line, above what it stands on
HANGING = "，。、；：！？）”’》」』.,;:!?)"  # a line does not begin with them
MASK = 0  # any of the eight can be read; choosing the prettiest costs most of the time


class Sheets(FPDF):
    """The document. What its fonts cannot write stands there by its number, so that no name ends as an empty box."""

    def __init__(self, deck: Deck) -> None:
        super().__init__(orientation="P", unit="mm", format="A4")
        self.deck = deck
        self.set_auto_page_break(auto=False)
        self.set_margin(0)
        self.c_margin = 0
        self.add_font(COMMON, "", FONTS / "NotoSansCJKsc-common.otf")
        if any(ord(one) not in self.known for one in _letters(deck)):
            self.add_font(RARE, "", FONTS / "NotoSansCJKsc-rare.otf")
            self.set_fallback_fonts([RARE])
        self.set_creation_date(datetime.fromisoformat(deck.made))
        self.set_title(deck.title)

    @cached_property
    def known(self) -> frozenset[int]:
        """Characters of the common font."""
        return frozenset(self.fonts[COMMON].cmap)  # type: ignore[union-attr]  # a font of a file has one

    @cached_property
    def all_known(self) -> frozenset[int]:
        """Characters of both fonts."""
        rare = self.fonts.get(RARE)
        return self.known | frozenset(rare.cmap if rare is not None else ())  # type: ignore[union-attr]  # likewise

    def write_at(self, x: float, y: float, text: str, size: float, grey: int = 0) -> None:
        """One line of text."""
        self.set_font(COMMON, size=size)
        self.set_text_color(grey)
        if all(ord(one) in self.known for one in text):
            self.text(x, y, text)
            return
        self.set_xy(x, y - size / POINT * ASCENT)  # only a cell takes letters from the second font
        self.cell(text=self.safe(text), h=size / POINT)

    def safe(self, text: str) -> str:
        """The text with what no font has by its number."""
        return "".join(one if ord(one) in self.all_known else f"[U+{ord(one):04X}]" for one in text)

    def draw_code(self, x: float, y: float, text: str, side: float) -> None:
        """The QR code of an address."""
        made = segno.make(text, error="m", micro=False, boost_error=False, mask=MASK)
        rows = [bytes(row) for row in made.matrix]
        step = side / len(rows)
        boxes = [
            f"{(x + start * step) * POINT:.2f} {(HEIGHT - y - (place + 1) * step) * POINT:.2f} "
            f"{length * step * POINT:.2f} {step * POINT:.2f} re"
            for place, row in enumerate(rows)
            for start, length in _runs(row)
        ]
        self._out("\n".join(("0 g", *boxes, "f")))  # one path: rect() would take a second a page


def _runs(row: bytes) -> list[tuple[int, int]]:
    """Where the dark runs of a row begin, and how long they are."""
    found: list[tuple[int, int]] = []
    for place, dark in enumerate(row):
        if not dark:
            continue
        if found and sum(found[-1]) == place:
            found[-1] = (found[-1][0], found[-1][1] + 1)
        else:
            found.append((place, 1))
    return found


def _letters(deck: Deck) -> set[str]:
    """Every character that is written."""
    shared = (deck.title, deck.product, *deck.steps, deck.until, deck.pages)
    return set("".join((*shared, *(one.name + one.role + one.town for one in deck.cards))))


def laid_out(deck: Deck) -> bytes:
    """The whole document."""
    sheets = Sheets(deck)
    each = ACROSS * DOWN
    total = -(-len(deck.cards) // each)
    for start in range(0, len(deck.cards), each):
        sheets.add_page()
        for place, card in enumerate(deck.cards[start : start + each]):
            down, across = divmod(place, ACROSS)
            _card(sheets, card, EDGE + across * CARD_WIDTH, EDGE + down * CARD_HEIGHT)
        _foot(sheets, start // each + 1, total)
    return bytes(sheets.output())


def _card(sheets: Sheets, card: Printed, left: float, top: float) -> None:
    deck = sheets.deck
    sheets.set_draw_color(180)
    sheets.set_dash_pattern(dash=1.2, gap=1.2)
    sheets.rect(left, top, CARD_WIDTH, CARD_HEIGHT, style="D")
    sheets.set_dash_pattern()
    x, y = left + PAD, top + PAD
    sheets.write_at(x, y + 2.5, deck.product, SMALL + 1, GREY)
    y += 8
    for line in wrapped(card.name, CARD_WIDTH - 2 * PAD, NAME, most=2):
        sheets.write_at(x, y + 1, line, NAME)
        y += TOWN_LINE
    sheets.write_at(x, y + 0.6, f"{card.role}  ·  {card.town}", BODY, GREY)
    code_top = top + CARD_HEIGHT - CODE - PAD - 4
    sheets.draw_code(x, code_top, card.link, CODE)
    sheets.write_at(x, top + CARD_HEIGHT - PAD + 1, card.link.removeprefix("https://"), SMALL - 1, GREY)
    beside, y = x + CODE + 4, code_top + 3
    room = CARD_WIDTH - 2 * PAD - CODE - 4
    for step in deck.steps:
        for line in wrapped(step, room, BODY, most=4):
            sheets.write_at(beside, y, line, BODY)
            y += LINE
        y += 1
    for line in wrapped(deck.until, room, SMALL + 0.5, most=2):
        sheets.write_at(beside, y, line, SMALL + 0.5, GREY)
        y += LINE - 0.6


def _foot(sheets: Sheets, page: int, total: int) -> None:
    text = f"{sheets.deck.title}  {sheets.deck.pages.format(n=page, total=total)}"
    sheets.write_at(EDGE + PAD, HEIGHT - 3.5, text, SMALL, GREY)


def wrapped(text: str, room: float, size: float, *, most: int) -> list[str]:
    """The text in lines that fit the room (mm); what does not fit in `most` lines ends with an ellipsis."""
    wide = room * POINT / size  # in widths of a Chinese character
    lines = [""]
    filled = 0.0
    for word in _words(text):
        needs = sum(map(_width, word))
        if filled + needs > wide and lines[-1] and word not in HANGING:
            lines.append("")
            filled, word = 0.0, word.lstrip()  # noqa: PLW2901 - a line does not begin with a space
            needs = sum(map(_width, word))
        for letter in word:
            if filled + _width(letter) > wide and letter not in HANGING:
                lines.append("")
                filled = 0.0
            lines[-1] += letter
            filled += _width(letter)
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], f"{lines[most - 1][:-1]}…"]


def _words(text: str) -> list[str]:
    """What a line is not broken within: a Chinese character, or a run of Latin letters with the space before it."""
    found: list[str] = []
    for letter in text:
        narrow = ord(letter) < 0x2E80  # noqa: PLR2004 - where the wide scripts begin
        if found and narrow and letter != " " and ord(found[-1][-1]) < 0x2E80:  # noqa: PLR2004 - likewise
            found[-1] += letter
        else:
            found.append(letter)
    return found


def _width(letter: str) -> float:
    """About how wide it is, in widths of a Chinese character; never less than it is."""
    if ord(letter) >= 0x2E80:  # noqa: PLR2004 - see _words
        return 1.0
    return 0.92 if letter in "mwMW@%" else 0.68 if letter.isupper() else 0.58
