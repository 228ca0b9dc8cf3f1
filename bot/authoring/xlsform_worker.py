"""The child process that reads strangers' XLSForms through pyxform: bytes in, the form as plain data or a reason out.

Started by xlsform.py, behind the same walls as sheet_worker.py: no secrets, no file written, so much memory and time.
"""

import json
import sys
from collections.abc import Callable
from typing import Any

from bot.confine import confine
from bot.sheet_worker import OLE, ZIP, Refused, weigh
from checklists.xlsform.survey import ROW

MEMORY = 768 << 20
SECONDS = 20
MOST_ROWS = 5_000
MOST_CELLS = 200_000
LONGEST_CELL = 20_000
TEXTS = ("label", "caption", "hint", "guidance", "anwen_title")  # columns that people read
# Quotes and what stands for them while pyxform looks: characters that no form has.
HIDE = {ord(quote): 0xE0F0 + place for place, quote in enumerate("“”‘’")}
SHOW = {hidden: quote for quote, hidden in HIDE.items()}
SHEETS = ("survey", "choices", "settings", "external_choices", "entities", "osm")


def read(raw: bytes, suffix: str) -> dict[str, Any]:
    """The form as pyxform makes it, each row with its number in the sheet."""
    from pyxform.errors import PyXFormError  # noqa: PLC0415 - inside the walls
    from pyxform.xls2json import workbook_to_json  # noqa: PLC0415
    from pyxform.xls2json_backends import definition_to_dict, get_definition_data  # noqa: PLC0415

    kind = _kind(raw, suffix)
    try:
        book = definition_to_dict(get_definition_data(raw), file_type=kind)
        _count(book)
        _number(book)
        _quote(book)
        warnings: list[str] = []
        return {"form": workbook_to_json(book, fallback_form_name="form", warnings=warnings)}
    except PyXFormError as error:
        return {"said": str(error)}


def _kind(raw: bytes, suffix: str) -> str:
    """By the content; the name only tells one kind of text from another."""
    if raw.startswith(ZIP):
        weigh(raw)
        return ".xlsx"
    if raw.startswith(OLE):
        return ".xls"
    return ".md" if suffix == ".md" else ".csv"


def _count(book: Any) -> None:
    for sheet in SHEETS:
        rows = getattr(book, sheet) or ()
        if len(rows) > MOST_ROWS or sum(len(row) for row in rows) > MOST_CELLS:
            raise Refused("too-many-rows")
        if any(len(str(cell)) > LONGEST_CELL for row in rows for cell in row.values()):
            raise Refused("long-cell")


def _number(book: Any) -> None:
    """Write each row's number into it: what pyxform makes of a row keeps the columns it does not know."""
    for number, row in enumerate(book.survey or (), 2):
        if row:
            row[ROW] = str(number)
    if book.survey_header:
        book.survey_header[0][ROW] = None


def _quote(book: Any) -> None:
    """Pyxform makes every quote a straight one; in texts for people “they” are meant and come back afterwards."""
    for sheet in SHEETS:
        for row in getattr(book, sheet) or ():
            for column in [name for name in row if str(name).lower().startswith(TEXTS)]:
                row[column] = str(row[column]).translate(HIDE)


def answer(raw: bytes, suffix: str) -> dict[str, Any]:
    """What to say about one file."""
    failures: tuple[tuple[type[BaseException], Callable[[BaseException], str]], ...] = (
        (Refused, str),
        (MemoryError, lambda _error: "too-much"),
        (RecursionError, lambda _error: "too-much"),
    )
    try:
        return read(raw, suffix)
    except tuple(kind for kind, _say in failures) as error:
        return {"failed": next(say(error) for kind, say in failures if isinstance(error, kind))}
    except Exception as error:  # noqa: BLE001 - whatever the libraries of others stumble over
        return {"failed": "broken", "said": f"{type(error).__name__}: {error}"[:300]}


if __name__ == "__main__":
    confine(MEMORY, SECONDS)
    said = answer(sys.stdin.buffer.read(), sys.argv[1] if len(sys.argv) > 1 else "")
    sys.stdout.buffer.write(json.dumps(said, default=str, ensure_ascii=False).translate(SHOW).encode())
