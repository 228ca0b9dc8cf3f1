"""The record of who has read personal data, for the operator. The work of `python -m bot audit`."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from bot.separated import Value, separated
from bot.settings import Settings
from checklists.words import Language
from dialogs.auditing import doing, place_of
from dialogs.register import role_line
from dialogs.texts import SHANGHAI, Texts
from safety.audits import Access, AuditSieve
from storage import audits
from storage.database import Database

HEAD = ("number", "time", "reader", "role", "what", "whose", "enterprise", "where", "rows")
MOST = 1_000_000


def told(settings: Settings, sieve: AuditSieve, limit: int, out: Path | None) -> str:
    """The newest lines as text; with `out` all of them as a csv file, and how many."""
    database = Database.open(settings.database)
    try:
        with database.reading() as connection:
            where = audits.conditions(connection, sieve)
            found = audits.every(connection, where, MOST if out else limit)
            texts = Texts.load(minimal=settings.minimal_mode)
            rows = _rows(found, texts, settings.language)
            if out is None:
                return "\n".join("  ".join(_plain(value) for value in row) for row in rows)
            return f"{_written(out, rows)} lines in {out}"
    finally:
        database.close()


def _written(out: Path, rows: Iterator[list[Value]]) -> int:
    count = 0
    with out.open("w", encoding="utf-8", newline="") as file:
        for line in separated(HEAD, rows):
            file.write(line)
            count += 1
    return count - 1


def _rows(found: Iterator[Access], texts: Texts, language: Language) -> Iterator[list[Value]]:
    for one in found:
        role = texts.plain(role_line(one.role), language) if one.role is not None else ""
        place = texts.plain(place_of(one.where), language)
        moment = one.at.astimezone(SHANGHAI).replace(tzinfo=None, microsecond=0)
        what = texts.plain(doing(one), language)
        yield [one.number, moment, one.reader, role, what, one.whom, one.enterprise, place, one.rows]


def _plain(value: Value) -> str:
    return value.isoformat(" ") if isinstance(value, datetime) else str(value or "—")
