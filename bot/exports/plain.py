"""A table as a .csv file that a spreadsheet opens as it is: UTF-8 with its mark, every cell quoted, none of them a formula."""

import csv
import io

from bot.exports.table import Cell, Column, Look, Table
from bot.exports.workbook import LONGEST, RISKY

MARK = b"\xef\xbb\xbf"  # by it a spreadsheet knows that Chinese follows
BLANK = " \t\r\n\v\f\u00a0\u2007\u202f\u3000\u200b\ufeff"  # what some programs pass over before they read on
WIDE = ("＝", "＋", "－", "＠")  # full-width signs, which some programs read like the narrow ones


def plainly(table: Table) -> bytes:
    """The file's bytes. What begins like a formula gets an apostrophe in front of it."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([column.head for column in table.columns])
    for row in table.rows:
        writer.writerow([_cell(column, cell) for column, cell in zip(table.columns, row, strict=True)])
    return MARK + file.getvalue().encode()


def _cell(column: Column, cell: Cell) -> str:
    if cell is None:
        return ""
    text = str(cell)[:LONGEST].replace("\x00", "")
    if column.look is Look.MOMENT:
        return text.replace("T", " ")
    guarded = column.look is Look.TEXT and text.lstrip(BLANK).startswith((*RISKY, *WIDE))
    return f"'{text}" if guarded or text.startswith(("\t", "\r", "\n")) else text
