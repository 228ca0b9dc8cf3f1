"""Comma separated text that no spreadsheet takes for more than text (S6): strings quoted, and prefixed where they begin like a formula."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from bot.exports.plain import BLANK, WIDE
from bot.exports.workbook import RISKY

Value = str | int | float | bool | date | datetime | None
PREFIX = "'"
MARK = "\ufeff"  # by which Excel knows UTF-8


def separated(head: Sequence[str], rows: Iterable[Sequence[Value]]) -> Iterable[str]:
    """Lines with their ends, the heading first. Numbers stand bare, days and moments as ISO text, nothing as nothing."""
    yield MARK + _line(head)
    for row in rows:
        yield _line(row)


def _line(row: Sequence[Value]) -> str:
    return ",".join(_cell(value) for value in row) + "\r\n"


def _cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    text = value.isoformat() if isinstance(value, date) else value
    return '"' + harmless(text).replace('"', '""') + '"'


def harmless(text: str) -> str:
    """A text that begins like a formula, set off by an apostrophe; leading blanks hide nothing."""
    begins = text.lstrip(BLANK)
    risky = begins.startswith((*RISKY, *WIDE))
    return PREFIX + text if risky or text.startswith(RISKY) else text
