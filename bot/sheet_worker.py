"""The child process that opens strangers' spreadsheets: bytes in, rows of texts or a reason out. Started by sheets.py.

It has no token, no database and cannot write a file. Sizes are counted while inflating, never believed from a header.
"""

import csv
import io
import json
import sys
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetVisibleEnum

from bot.confine import confine

MEMORY = 768 << 20
SECONDS = 10
MOST_ENTRIES = 500
MOST_INFLATED = 96 << 20
MOST_RATIO = 120  # of what is inflated to what is packed
RATIO_COUNTS_FROM = 8 << 20
MOST_ROWS = 50_000
MOST_COLUMNS = 100
MOST_SHEETS = 20
MOST_CELLS = 1_500_000  # of all sheets together; 10,500 rows of 25 columns are a fifth of it
MOST_TEXT = 32 << 20  # characters of all cells together
LONGEST_CELL = 1000
WHOLE_UP_TO = 1e15  # above, a number cell has lost its last digits
PIECE = 1 << 16

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0"
WORKBOOK = "xl/workbook.xml"
MACROS = "vbaproject.bin"
LINKS = "xl/externallinks/"
EMBEDDED = "xl/embeddings/"

Numbered = tuple[int, list[str]]
Sheet = tuple[str, list[Numbered]]
Read = tuple[list[Sheet], list[str]]  # the visible sheets, and the names of hidden ones


class Refused(Exception):  # noqa: N818 - a reason, told to who sent the file
    """Why a file is not read; the text is the end of a text id."""


def read(raw: bytes) -> Read:
    """Visible sheets with their rows, numbered as the spreadsheet shows them; empty rows are left out."""
    if raw.startswith(ZIP):
        sheets, hidden = _read_xlsx(raw)
    elif raw.startswith(OLE):
        raise Refused("old-format")
    else:
        sheets, hidden = [("", list(_read_csv(_text(raw))))], []
    measure(sheets)
    return sheets, hidden


def measure(sheets: list[Sheet]) -> None:
    """So much and no more is handed to the parent."""
    cells = sum(len(row) for _, rows in sheets for _, row in rows)
    if cells > MOST_CELLS or sum(len(c) for _, rows in sheets for _, row in rows for c in row) > MOST_TEXT:
        raise Refused("too-much")


def _read_xlsx(raw: bytes) -> Read:
    try:
        weigh(raw)
        look_for_code(raw)
        with CalamineWorkbook.from_filelike(io.BytesIO(raw)) as book:
            found = book.sheets_metadata[:MOST_SHEETS]
            shown = [one.name for one in found if one.visible == SheetVisibleEnum.Visible]
            hidden = [one.name for one in found if one.name not in shown]
            return [(name, list(_rows(book.get_sheet_by_name(name)))) for name in shown], hidden
    except PasswordError:
        raise Refused("password") from None
    except (CalamineError, zipfile.BadZipFile, NotImplementedError, EOFError, ValueError, OSError) as error:
        raise Refused("broken") from error


def look_for_code(raw: bytes) -> None:
    """Macros, links to other files and files inside it have no business in a list."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        names = [name.lower() for name in archive.namelist()]
    if any(name.endswith(MACROS) for name in names):
        raise Refused("macros")
    if any(name.startswith(LINKS) for name in names):
        raise Refused("links")
    if any(name.startswith(EMBEDDED) for name in names):
        raise Refused("embedded")


def weigh(raw: bytes) -> None:
    """Inflate everything once, piece by piece, before anybody builds something of it."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        entries = archive.infolist()
        if len(entries) > MOST_ENTRIES:
            raise Refused("too-much")
        if WORKBOOK not in archive.namelist():
            raise Refused("not-a-sheet")
        inflated = 0
        for entry in entries:
            if entry.flag_bits & 1:
                raise Refused("password")
            for size in _pieces(archive, entry):
                inflated += size
                most = MOST_RATIO * len(raw) if inflated > RATIO_COUNTS_FROM else MOST_INFLATED
                if inflated > min(most, MOST_INFLATED):
                    raise Refused("too-much")


def _pieces(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[int]:
    try:
        with archive.open(entry) as stream:
            while piece := stream.read(PIECE):
                yield len(piece)
    except (zipfile.BadZipFile, EOFError, RuntimeError) as error:
        raise Refused("broken") from error


def _rows(sheet: CalamineSheet) -> Iterator[Numbered]:
    if sheet.start is None:
        return iter(())
    if sheet.height > MOST_ROWS or sheet.width > MOST_COLUMNS:
        raise Refused("too-many-rows" if sheet.height > MOST_ROWS else "too-many-columns")
    if sheet.height * sheet.width > MOST_CELLS:
        raise Refused("too-much")
    first = sheet.start[0] + 1
    rows = sheet.to_python(skip_empty_area=True)
    _spread(rows, sheet)
    return _filled((first + index, row) for index, row in enumerate(rows))


def _spread(rows: list[list[Any]], sheet: CalamineSheet) -> None:
    """What merged cells say stands in each of them."""
    top, left = sheet.start or (0, 0)
    written = 0
    for (first, start), (last, end) in sheet.merged_cell_ranges or ():
        down = range(max(first - top, 0), min(last - top + 1, len(rows)))
        across = range(max(start - left, 0), min(end - left + 1, MOST_COLUMNS))
        if not down or not across or first < top or start < left:
            continue
        written += len(down) * len(across)
        if written > MOST_CELLS:
            raise Refused("too-much")
        value = rows[down[0]][across[0]] if across[0] < len(rows[down[0]]) else ""
        for row in (rows[place] for place in down):
            row[across[0] : across[-1] + 1] = [value] * len(row[across[0] : across[-1] + 1])


def _read_csv(text: str) -> Iterator[Numbered]:
    csv.field_size_limit(LONGEST_CELL)
    head = text[: text.find("\n")] if "\n" in text else text
    delimiter = max(",;\t，", key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        yield from _filled(_numbered(reader))
    except csv.Error as error:
        raise Refused("broken") from error


def _numbered(reader: Any) -> Iterator[tuple[int, list[Any]]]:
    line = 0
    for count, row in enumerate(reader):
        if count >= MOST_ROWS:
            raise Refused("too-many-rows")
        if len(row) > MOST_COLUMNS:
            raise Refused("too-many-columns")
        yield line + 1, row
        line = reader.line_num


def _text(raw: bytes) -> str:
    """UTF-8 or GB 18030, whichever fits exactly; UTF-16 only with its mark."""
    marked = raw.startswith((b"\xff\xfe", b"\xfe\xff"))
    if not marked and b"\0" in raw:
        raise Refused("not-a-sheet")
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Refused("not-a-sheet")


def _filled(rows: Iterable[tuple[int, list[Any]]]) -> Iterator[Numbered]:
    for number, row in rows:
        cells = [_cell(value) for value in row]
        if any(cells):
            yield number, cells


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < WHOLE_UP_TO else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    text = str(value).strip()
    if len(text) > LONGEST_CELL:
        raise Refused("long-cell")
    return text


def answer(raw: bytes) -> dict[str, Any]:
    """What to say about one file."""
    try:
        return dict(zip(("sheets", "hidden"), read(raw), strict=True))
    except Refused as reason:
        return {"failed": str(reason)}
    except MemoryError:
        return {"failed": "too-much"}


if __name__ == "__main__":
    confine(MEMORY, SECONDS)
    json.dump(answer(sys.stdin.buffer.read()), sys.stdout)
