"""Brings enterprises in from a spreadsheet: reads, says what is wrong row by row, writes by credit code in one transaction.

The file is opened by sheets.py, its columns named by columns.py, its rows judged by entries.py, the rows written by
storage. A dry run does all of it and takes it back, so that it tells exactly what would happen.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import typer
from sqlalchemy import Connection

from bot.clock import RealClock
from bot.columns import Column, find
from bot.entries import Problem, Reader
from bot.settings import Settings
from bot.sheets import Row, SheetRefused, Sheets, read_file
from checklists.catalogue import Catalogue
from checklists.issues import ContentError
from checklists.load import CONTENT, load_catalogue
from checklists.words import Language
from dialogs.talk import Line
from dialogs.texts import Texts
from storage import duties, enterprises, places
from storage.database import Database
from storage.enterprises import Entry, Saved
from storage.unit import Writer

LOCALES = Path(__file__).parent / "locales"
SHOWN = 200
SOURCE = "import"
NOTHING = Saved(0, 0, 0)


@dataclass(frozen=True, slots=True)
class Plan:
    """What a file holds: good rows, and everything that is wrong or worth a word. Nothing is written yet."""

    rows: int = 0
    entries: Sequence[Entry] = ()
    problems: Sequence[Problem] = ()
    notes: Sequence[Line] = ()
    district: str = ""
    refused: Line | None = None  # the file as a whole cannot be used

    @property
    def bad_rows(self) -> int:
        """How many rows have at least one problem."""
        return len({problem.row for problem in self.problems})


@dataclass(frozen=True, slots=True)
class Report:
    """What an import did, or would do (`written` false)."""

    plan: Plan
    saved: Saved = NOTHING
    new_towns: Sequence[str] = ()
    written: bool = False


def plan_file(path: Path, catalogue: Catalogue) -> Plan:
    """Read a file and judge every row of it."""
    try:
        return plan(read_file(path), catalogue)
    except SheetRefused as refused:
        return Plan(refused=Line(f"sheet-{refused.reason}"))


def plan(sheets: Sheets, catalogue: Catalogue) -> Plan:
    """Judge every row of the list among the sheets."""
    columns, rows = find(sheets, catalogue.facts)
    if columns.missing:
        return Plan(refused=Line("import-no-header"))
    reader = Reader(columns, catalogue)
    read = [(row, *reader.read(row)) for row in rows]
    entries, doubles = _without_doubles([(row, entry) for row, entry, _ in read if entry is not None])
    problems = sorted(
        [*(p for _, _, wrong in read for p in wrong), *doubles], key=lambda problem: problem.row
    )
    named = {columns.cell(row, Column.DISTRICT) for row in rows} - {""}
    notes = [Line("import-ignored", {"header": header}) for header in columns.ignored]
    district = named.pop() if len(named) == 1 else ""
    return Plan(len(rows), entries, problems, [*notes, *_namesakes(entries)], district)


def bring_in(
    connection: Connection,
    plan: Plan,
    catalogue: Catalogue,
    now: datetime,
    *,
    write: bool,
    source: str = SOURCE,
) -> Report:
    """Write the good rows of a plan, or (not `write`) do so and take it back. Bad rows are left out."""
    new_towns = sorted({entry.town for entry in plan.entries} - places.towns(connection))
    with connection.begin_nested() as savepoint:
        saved = enterprises.save(connection, plan.entries, now, source)
        if not write:
            savepoint.rollback()
    if write:
        _settle(connection, plan, catalogue, now)
    return Report(plan, saved, new_towns, written=write)


def say(report: Report, texts: Texts, language: Language) -> Iterator[str]:
    """The report in sentences: what happened first, then rows, then notes."""
    plan = report.plan
    counts: dict[str, int] = {
        "rows": plan.rows,
        "new": report.saved.new,
        "changed": report.saved.changed,
        "same": report.saved.same,
        "bad": plan.bad_rows,
    }
    lines = [plan.refused or Line("import-written" if report.written else "import-dry", counts)]
    lines += [
        Line("import-row", {"row": problem.row, "what": problem.line}) for problem in plan.problems[:SHOWN]
    ]
    lines += (
        [Line("import-more", {"count": len(plan.problems) - SHOWN})] if len(plan.problems) > SHOWN else []
    )
    lines += [Line("import-new-town", {"town": town}) for town in report.new_towns]
    yield from (texts.plain(line, language) for line in [*lines, *plan.notes[:SHOWN]])


def main(settings: Settings, file: Path, *, write: bool) -> int:
    """The command `import`: 0 when every row is good, 1 otherwise."""
    try:
        catalogue = load_catalogue(settings.content_dir or CONTENT)
    except ContentError as error:
        typer.echo(f"The content cannot be used, run `python -m checklists` first. {error}", err=True)
        return 1
    plan = plan_file(file, catalogue)
    report = Report(plan) if plan.refused else _run(settings, plan, catalogue, write=write)
    for sentence in say(report, Texts.load(LOCALES), settings.language):
        typer.echo(sentence)
    return 1 if plan.refused or plan.problems else 0


def _run(settings: Settings, plan: Plan, catalogue: Catalogue, *, write: bool) -> Report:
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    database = Database.open(settings.database)
    database.migrate()
    writer = Writer(database)
    writer.start()
    try:
        now = RealClock().now()
        return writer.run(lambda connection: bring_in(connection, plan, catalogue, now, write=write))
    finally:
        writer.stop()
        database.close()


def _settle(connection: Connection, plan: Plan, catalogue: Catalogue, now: datetime) -> None:
    """What follows from new rows: the district's name when it has none, and who owes which form."""
    if plan.district and not places.area_name(connection, None):
        enterprises.name_district(connection, plan.district)
    duties.refresh(connection, catalogue, now)


def _without_doubles(read: Sequence[tuple[Row, Entry]]) -> tuple[Sequence[Entry], Sequence[Problem]]:
    """The first row of each credit code; a later one is a problem of its own."""
    first: dict[str, tuple[Row, Entry]] = {}
    doubles = []
    for row, entry in read:
        before, _ = first.setdefault(entry.credit_code, (row, entry))
        if before is not row:
            doubles.append(Problem(row.number, Line("import-double", {"first": before.number})))
    return [entry for _, entry in first.values()], doubles


def _namesakes(entries: Sequence[Entry]) -> Iterator[Line]:
    """Two enterprises of one name in one town: allowed, worth a look."""
    seen: set[tuple[str, str]] = set()
    for entry in entries:
        if (entry.town, entry.name) in seen:
            yield Line("import-namesake", {"name": entry.name, "town": entry.town})
        seen.add((entry.town, entry.name))
