"""A sheet to fill in or to put right, as plain JSON between parent and child, and as an .xlsx file. Texts stay texts (S6)."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

import orjson
import xlsxwriter

from bot.exports.workbook import LONGEST, OPTIONS, RISKY

ROWS = 2000  # of an empty list, that choices are offered in
WIDEST = 40
YELLOW = "#FFEB9C"
HEAD = "#DDE8F0"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table and a page beside it. `marks`: cells (row from 0, column) that are to be put right; `choices`: by column."""

    name: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    about_name: str
    about: Sequence[str]
    marks: Sequence[tuple[int, int]] = ()
    choices: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def to_json(self) -> bytes:
        """For the child."""
        return orjson.dumps(asdict(self))

    @classmethod
    def from_json(cls, body: bytes) -> "Sheet":
        """In the child."""
        return cls(**orjson.loads(body))


def bound(sheet: Sheet) -> bytes:
    """The file's bytes."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, OPTIONS) as book:
        _table(book, sheet)
        page = book.add_worksheet(sheet.about_name)
        page.set_column(0, 0, 100)
        plain = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
        for number, line in enumerate(sheet.about):
            page.write_string(number, 0, line, plain)
    return file.getvalue()


def _table(book: Any, sheet: Sheet) -> None:
    page = book.add_worksheet(sheet.name)
    head = book.add_format({"bold": True, "bg_color": HEAD, "text_wrap": True, "valign": "top", "border": 1})
    looks = {
        (marked, risky): book.add_format(
            {"num_format": "@", "valign": "top"}
            | ({"bg_color": YELLOW} if marked else {})
            | ({"quote_prefix": True} if risky else {})
        )
        for marked in (False, True)
        for risky in (False, True)
    }
    marks = {tuple(mark) for mark in sheet.marks}
    for place, label in enumerate(sheet.head):
        page.set_column(place, place, min(WIDEST, max(12, 2 * len(label))), looks[False, False])
        page.write_string(0, place, label, head)
    for number, row in enumerate(sheet.rows):
        for place, cell in enumerate(row):
            look = looks[(number, place) in marks, cell.startswith(RISKY)]
            if cell:
                page.write_string(number + 1, place, cell[:LONGEST], look)
            elif (number, place) in marks:
                page.write_blank(number + 1, place, None, look)
    for column, offered in sheet.choices.items():
        page.data_validation(1, int(column), ROWS, int(column), {"validate": "list", "source": list(offered)})
    page.freeze_panes(1, 0)
