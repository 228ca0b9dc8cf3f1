"""Brings a list of whom to call in an emergency in from a spreadsheet or a YAML file (python -m bot responders); what is known is brought up to date."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import typer
from sqlalchemy import Connection

from bot import worded
from bot.clock import Clock, RealClock
from bot.settings import Settings
from bot.sheets import Row, SheetRefused, Sheets, read_file
from checklists import load
from checklists.issues import Issue
from checklists.tree import Plain
from dialogs.imports.saying import refused
from dialogs.talk import Line
from dialogs.texts import Texts
from safety.responders import ResponderKind, Spot
from storage import places
from storage.database import Database
from storage.responders import Listed, save
from storage.unit import Writer

LOCALES = Path(__file__).parent / "locales"
SEARCHED = 15  # rows from the top in which the header may stand
HEADERS: Mapping[str, tuple[str, ...]] = {
    "kind": ("类别", "种类", "kind"),
    "name": ("名称", "姓名", "name"),
    "town": ("镇街", "town"),
    "person": ("联系人", "单位", "person"),
    "phone": ("电话", "联系电话", "phone"),
    "words": ("专长", "专长和装备", "skills"),
    "lat": ("纬度", "lat"),
    "lon": ("经度", "lon"),
}
KINDS: Mapping[ResponderKind, tuple[str, ...]] = {
    ResponderKind.TEAM: ("救援队", "team"),
    ResponderKind.DUTY: ("值班", "值班电话", "duty"),
    ResponderKind.REPAIR: ("抢修", "repair"),
    ResponderKind.HOSPITAL: ("医院", "hospital"),
    ResponderKind.EXPERT: ("专家", "expert"),
}
NEEDED = ("kind", "name", "phone")
YAML, LISTED = frozenset({".yaml", ".yml"}), "responders"
MOST = 5_000  # entries of a YAML file


@dataclass(frozen=True, slots=True)
class Read:
    """One good row; `town`: by its name, empty for the district's own."""

    kind: ResponderKind
    name: str
    town: str
    person: str
    phone: str
    words: str
    spot: Spot | None


@dataclass(frozen=True, slots=True)
class Plan:
    """What a file holds: good rows, and what is wrong with the others."""

    rows: Sequence[Read] = ()
    problems: Sequence[Line] = ()


def read_list(file: Path) -> Plan:
    """A spreadsheet, or YAML: `responders:` with one entry each, its keys called as the columns are. Raises SheetRefused."""
    if file.suffix.lower() not in YAML:
        return plan(read_file(file))
    found: list[Issue] = []
    tree = load.read_file(file, file.name, found)
    if tree is None:
        return Plan(problems=tuple(Line("import-call-yaml", {"row": one.line}) for one in found))
    entries = tree.at((LISTED,))
    if not isinstance(entries, list) or len(entries) > MOST:
        return Plan(problems=(Line("import-call-no-list"),))
    rows = [_entry(one, tree.line((LISTED, place))) for place, one in enumerate(entries)]
    return _judged(rows, {name: place for place, name in enumerate(HEADERS)})


def _entry(one: Plain, line: int) -> Row:
    """One entry as a row of the spreadsheet; one that is no mapping has nothing in it that could be used."""
    said = (
        {str(key).casefold(): value for key, value in one.items()} if isinstance(one, dict) else {"name": "?"}
    )
    cells = []
    for names in HEADERS.values():
        value = next((said[name] for name in names if name in said), None)
        cells.append(
            str(value) if isinstance(value, str | int | Decimal) and not isinstance(value, bool) else ""
        )
    return Row(line, tuple(cells))


def plan(sheets: Sheets) -> Plan:
    """Judge every row of the first sheet that has a header."""
    for rows in sheets.values():
        for place, row in enumerate(rows[:SEARCHED]):
            columns = _columns(row)
            if all(name in columns for name in NEEDED):
                return _judged(rows[place + 1 :], columns)
    return Plan(problems=(Line("import-call-no-header"),))


def _columns(row: Row) -> dict[str, int]:
    cells = [cell.strip().casefold() for cell in row.cells]
    return {
        name: next(place for place, cell in enumerate(cells) if cell in words)
        for name, words in HEADERS.items()
        if any(cell in words for cell in cells)
    }


def _judged(rows: Sequence[Row], columns: Mapping[str, int]) -> Plan:
    good, problems = [], []
    for row in rows:
        cells = {
            name: row.cells[place].strip() if place < len(row.cells) else ""
            for name, place in columns.items()
        }
        if not any(cells.values()):
            continue
        kind = next((kind for kind, words in KINDS.items() if cells["kind"].casefold() in words), None)
        if kind is None or not cells["name"] or not cells["phone"]:
            problems.append(Line("import-call-row", {"row": row.number}))
            continue
        said = {name: cells.get(name, "") for name in ("name", "town", "person", "phone", "words")}
        good.append(Read(kind, **said, spot=_spot(cells)))
    return Plan(good, problems)


def _spot(cells: Mapping[str, str]) -> Spot | None:
    """Where they are, when both numbers can be read."""
    try:
        return Spot(float(cells.get("lat", "")), float(cells.get("lon", "")))
    except ValueError:
        return None


def bring_in(connection: Connection, read: Plan, clock: Clock) -> tuple[int, int]:
    """Write the good rows; how many are new, and how many were known."""
    listed = [
        Listed(
            one.kind,
            places.area_id(connection, places.TOWN, one.town) if one.town else None,
            one.name,
            one.person,
            one.phone,
            one.words,
            one.spot,
        )
        for one in read.rows
    ]
    return save(connection, listed, clock.now())


def say(read: Plan, written: tuple[int, int] | None, texts: Texts, settings: Settings) -> Iterator[str]:
    """The report in sentences."""
    args = {"rows": len(read.rows), "bad": len(read.problems)}
    first = Line("import-call-dry", args)
    if written is not None:
        first = Line("import-call-written", {**args, "new": written[0], "known": written[1]})
    yield from (texts.plain(line, settings.language) for line in (first, *read.problems))


def main(settings: Settings, file: Path, *, write: bool) -> int:
    """The command `responders`: 0 when every row is good, 1 otherwise."""
    texts = worded.load()
    try:
        read = read_list(file)
    except SheetRefused as trouble:
        typer.echo(texts.plain(refused(trouble.reason), settings.language))
        return 1
    written = _run(settings, read) if write and read.rows else None
    for sentence in say(read, written, texts, settings):
        typer.echo(sentence)
    return 1 if read.problems else 0


def _run(settings: Settings, read: Plan) -> tuple[int, int]:
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    database = Database.open(settings.database)
    database.migrate()
    writer = Writer(database)
    writer.start()
    try:
        return writer.run(lambda connection: bring_in(connection, read, RealClock()))
    finally:
        writer.stop()
        database.close()
