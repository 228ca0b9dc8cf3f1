"""A table as an .xlsx file. Texts are written as texts, whatever they begin with: no formula, link or number of theirs comes to life."""

import io
from datetime import date, datetime
from typing import Any

import xlsxwriter

from bot.exports.table import Cell, Look, Table

RISKY = (
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "\n",
)  # what a spreadsheet may take for a formula once the cell is edited
LONGEST = 32_767  # characters of one cell
FORMATS = {Look.DAY: "yyyy-mm-dd", Look.MOMENT: "yyyy-mm-dd hh:mm", Look.NUMBER: "0", Look.TEXT: "@"}
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def bound(table: Table) -> bytes:
    """The file's bytes."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, OPTIONS) as book:
        _list(book, table)
        _about(book, table)
    return file.getvalue()


def _list(book: Any, table: Table) -> None:
    sheet = book.add_worksheet(table.name)
    head = book.add_format(
        {"bold": True, "bg_color": "#DDE8F0", "text_wrap": True, "valign": "top", "border": 1}
    )
    looks = {look: book.add_format({"num_format": code, "valign": "top"}) for look, code in FORMATS.items()}
    quoted = book.add_format({"num_format": "@", "valign": "top", "quote_prefix": True})
    for place, column in enumerate(table.columns):
        sheet.set_column(place, place, column.width)
        sheet.write_string(0, place, column.head, head)
    for number, row in enumerate(table.rows, 1):
        for place, (column, cell) in enumerate(zip(table.columns, row, strict=True)):
            _write(sheet, (number, place), column.look, cell, looks, quoted)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(1, len(table.rows)), len(table.columns) - 1)


def _write(
    sheet: Any, at: tuple[int, int], look: Look, cell: Cell, looks: dict[Look, Any], quoted: Any
) -> None:
    if cell is None or cell == "":
        return
    if look is Look.NUMBER:
        sheet.write_number(*at, cell, looks[look])
    elif look is Look.DAY:
        sheet.write_datetime(*at, date.fromisoformat(str(cell)), looks[look])
    elif look is Look.MOMENT:
        sheet.write_datetime(*at, datetime.fromisoformat(str(cell)), looks[look])
    else:
        text = str(cell)[:LONGEST]
        sheet.write_string(*at, text, quoted if text.startswith(RISKY) else looks[look])


def _about(book: Any, table: Table) -> None:
    sheet = book.add_worksheet(table.about_name)
    bold = book.add_format({"bold": True, "valign": "top"})
    plain = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 14)
    sheet.set_column(1, 1, 70)
    for number, (label, value) in enumerate(table.about):
        sheet.write_string(number, 0, label, bold)
        sheet.write_string(number, 1, value[:LONGEST], plain)
