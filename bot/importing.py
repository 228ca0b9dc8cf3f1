"""The command `import`: reads a spreadsheet of enterprises, says what is wrong row by row, writes by credit code in portions.

The work itself is done where the chat's imports are done: bot/imports/. A dry run counts exactly what writing would do.
"""

import hashlib
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import typer

from bot import worded
from bot.clock import RealClock
from bot.columns import Columns
from bot.imports import writing
from bot.imports.judging import Judged, Limit, judge
from bot.imports.reading import Reading, read
from bot.imports.sheet import bound
from bot.imports.sheets import Voice, bad_rows, template
from bot.imports.writing import SOURCE, Script
from bot.settings import Settings
from bot.sheets import Book, SheetRefused, open_book, raw_of
from bot.shelf import Shelf
from checklists.catalogue import Catalogue
from checklists.issues import ContentError
from checklists.load import CONTENT, load_catalogue
from checklists.reading.headings import HEADERS
from checklists.words import Language
from dialogs.imports.saying import FIELDS, noted, refused, wrong
from dialogs.talk import Line
from dialogs.texts import Texts
from safety.imports import FACT, UNUSED, Field, Named, Understood, fields_of
from storage import imports
from storage.bringing import Saved
from storage.database import Database
from storage.unit import Writer

__all__ = ["LOCALES", "SOURCE", "Report", "field_of", "main", "plan_file", "save_template", "say"]

LOCALES = worded.LOCALES
SHOWN = 200
PAUSE = 0.02  # seconds in which a bot that runs beside gets the write lock


@dataclass(frozen=True, slots=True)
class Report:
    """What is to be told: how a list was read and judged, and what was written of it (None: a dry run)."""

    reading: Reading
    judged: Judged
    saved: Saved | None = None


def plan_file(path: Path, catalogue: Catalogue, by_hand: Mapping[str, str] | None = None) -> Reading:
    """Read a file and judge every row of it by itself. Raises SheetRefused."""
    return read(open_book(raw_of(path)), catalogue, lambda _columns: by_hand or {})


def say(report: Report, named: Sequence[Named], texts: Texts, language: Language) -> Iterator[str]:
    """The report in sentences: what happened first, then rows, then what is worth a look."""
    yield from (texts.plain(line, language) for line in _lines(report, named))


def _lines(report: Report, named: Sequence[Named]) -> Iterator[Line]:
    seen, faults = report.judged.understood, report.judged.faults
    if not report.reading.coded:
        yield Line("import-no-header")
        yield from (Line("import-ignored", {"header": one.label}) for one in seen.headings)
        return
    counts = report.saved or Saved(seen.new, seen.changed, seen.same)
    args = {"rows": seen.rows, "new": counts.new, "changed": counts.changed, "same": counts.same}
    yield Line("import-dry" if report.saved is None else "import-written", {**args, "bad": seen.bad})
    for fault in faults[:SHOWN]:
        yield Line("import-row", {"row": fault.row, "what": wrong(fault, named)})
    if len(faults) > SHOWN:
        yield Line("import-more", {"count": len(faults) - SHOWN})
    yield from (noted(note) for note in seen.notes)
    yield from (Line("import-ignored", {"header": seen.headings[place].label}) for place in seen.unknown)


# --- the command ----------------------------------------------------------------------------------------------------


def main(
    settings: Settings,
    file: Path,
    *,
    write: bool,
    map_: Sequence[str] = (),
    bad: Path | None = None,
) -> int:
    """The command `import`: 0 when every row is good, 1 otherwise."""
    texts = worded.load()
    catalogue = _catalogue(settings)
    if catalogue is None:
        return 1
    named = fields_of(catalogue.facts)
    by_hand = _mapping(map_, named, texts, settings.language)
    if by_hand is None:
        return 2
    try:
        raw = raw_of(file)
        book = open_book(raw)
    except SheetRefused as trouble:
        typer.echo(texts.plain(refused(trouble.reason), settings.language))
        return 1
    report = _run(settings, file.name, raw, book, catalogue, by_hand, write=write)
    for sentence in say(report, named, texts, settings.language):
        typer.echo(sentence)
    if bad is not None and report.judged.faults:
        sheet = bad_rows(report.reading, report.judged.faults, named, Voice(texts, settings.language))
        bad.write_bytes(bound(sheet))
        typer.echo(texts.plain(Line("import-bad-file", {"file": str(bad)}), settings.language))
    return 1 if report.judged.faults or not report.reading.coded else 0


def save_template(settings: Settings, path: Path) -> int:
    """An empty list to fill in."""
    catalogue = _catalogue(settings)
    if catalogue is None:
        return 1
    texts = worded.load()
    path.write_bytes(bound(template(catalogue, fields_of(catalogue.facts), Voice(texts, settings.language))))
    typer.echo(texts.plain(Line("import-template", {"file": str(path)}), settings.language))
    return 0


def _catalogue(settings: Settings) -> Catalogue | None:
    try:
        return load_catalogue(settings.content_dir or CONTENT)
    except ContentError as error:
        typer.echo(f"The content cannot be used, run `python -m checklists` first. {error}", err=True)
        return None


# --- columns named on the command line --------------------------------------------------------------------------------


def _mapping(
    given: Sequence[str], named: Sequence[Named], texts: Texts, language: Language
) -> Mapping[str, str] | None:
    """`列名=field` as a mapping; None when a field is not known, which is said."""
    found: dict[str, str] = {}
    for one in given:
        label, _, name = one.rpartition("=")
        field = field_of(name.strip(), named)
        if not label or field is None:
            known = ", ".join([*(field.value for field in FIELDS), *(one.id.removeprefix(FACT) for one in named if one.question)])  # fmt: skip
            typer.echo(texts.plain(Line("import-map-unknown", {"given": one}), language), err=True)
            typer.echo(known, err=True)
            return None
        found[label.strip()] = field
    return found


def field_of(name: str, named: Sequence[Named]) -> str | None:
    """A field by its id, with or without `fact:`, or by a name that a column of it may have; `-` for none."""
    if name == "-":
        return UNUSED
    ids = {one.id for one in named}
    for one in (name, f"{FACT}{name}"):
        if one in ids:
            return one
    by_name = next((field for field in Field if name.lower() in HEADERS[field.value]), None)
    if by_name is not None:
        return by_name.value
    asked = [
        one.id for one in named if one.question is not None and name in (one.question.zh, one.question.en)
    ]
    return asked[0] if asked else None


# --- in the database ------------------------------------------------------------------------------------------------


def _run(
    settings: Settings,
    name: str,
    raw: bytes,
    book: Book,
    catalogue: Catalogue,
    by_hand: Mapping[str, str],
    *,
    write: bool,
) -> Report:
    with _opened(settings) as (database, writer):

        def said(columns: Columns) -> Mapping[str, str]:
            with database.reading() as connection:
                known = imports.remembered(connection, None, columns.fingerprint)
            return {**known, **by_hand}

        reading = read(book, catalogue, said)
        with database.reading() as connection:
            judged = judge(connection, reading, Limit())
        if not write or not reading.coded:
            return Report(reading, judged)
        saved = _write(writer, Shelf(settings.data_dir), name, raw, reading, judged.understood, catalogue)
        if by_hand:
            place, now = reading.columns.fingerprint, RealClock().now()
            writer.run(lambda c: imports.remember(c, None, place, reading.by_hand or {}, None, now))
        return Report(reading, judged, saved)


@contextmanager
def _opened(settings: Settings) -> Iterator[tuple[Database, Writer]]:
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    database = Database.open(settings.database)
    database.migrate()
    writer = Writer(database)
    writer.start()
    try:
        yield database, writer
    finally:
        writer.stop()
        database.close()


def _write(
    writer: Writer,
    shelf: Shelf,
    name: str,
    raw: bytes,
    reading: Reading,
    understood: Understood,
    catalogue: Catalogue,
) -> Saved:
    """Portion by portion, each its own transaction; what was interrupted before goes on where it stopped."""
    digest, fields = hashlib.sha256(raw).hexdigest(), reading.by_hand or {}
    job = writer.run(lambda c: imports.enter_writing(c, name, digest, fields, understood, _now()))
    path = shelf.keep_list(job.id, raw)
    writer.run(lambda c: imports.kept(c, job.id, path, digest))
    script = Script(job.id, reading, Limit(), catalogue)
    done, saved = job.done, Saved(0, 0, 0)
    while done < script.total:
        written = writer.run(lambda c, done=done: writing.portion(c, script, done, _now()))  # type: ignore[misc]  # bound here
        done, saved = written.done, saved + written.saved
        time.sleep(PAUSE)
    writer.run(lambda c: writing.finish(c, job, script, _now()))
    return saved


def _now() -> datetime:
    return datetime.now(UTC)
