"""A spreadsheet as an enterprise's own list: its columns, what each row says, what is wrong. Nothing of the ledger."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from bot.columns import normal
from bot.sheets import Book, Row, SheetRefused
from checklists import harmless
from checklists.catalogue import Catalogue
from checklists.certificates import CertificateKind
from checklists.reading.dates import Side, read_date
from checklists.reading.own_headings import NEEDED, STAFF, SUPPLIES
from checklists.reading.plain import plain
from checklists.reading.roster import read_post
from safety.certificates import ends, next_review
from safety.own_lists import MOST_ROWS, OwnFault, OwnListKind
from safety.supplies import LONGEST_NAME, LONGEST_UNIT, MOST

SEARCHED = 15  # rows from the top in which the header may stand
LONGEST_PERSON, LONGEST_POST, LONGEST_NUMBER, LONGEST_SAID = 40, 40, 40, 40
FRESH = timedelta(days=30)  # who began no longer ago counts as new
HEADINGS: Mapping[OwnListKind, Mapping[str, tuple[str, ...]]] = {
    OwnListKind.STAFF: STAFF,
    OwnListKind.SUPPLIES: SUPPLIES,
}


class Wrong(Exception):  # noqa: N818 - what is wrong with a row
    """A row that is left out."""

    def __init__(self, code: str, said: str = "") -> None:
        super().__init__(code)
        self.code, self.said = code, said


@dataclass(frozen=True, slots=True)
class OwnReading:
    """A list as it was read. `bad`: the cells of rows that are left out, in the order of `faults`."""

    entries: Sequence[Mapping[str, Any]] = ()
    faults: Sequence[OwnFault] = ()
    head: Sequence[str] = ()
    bad: Sequence[Sequence[str]] = ()


@dataclass(slots=True)
class _Found:
    entries: list[dict[str, Any]] = field(default_factory=list)
    faults: list[OwnFault] = field(default_factory=list)
    bad: list[Sequence[str]] = field(default_factory=list)


def read(book: Book, kind: OwnListKind, catalogue: Catalogue, today: date) -> OwnReading:
    """Judge every row by itself. SheetRefused when no heading is known, or there are too many rows."""
    head, places, rows = _table(book, kind)
    if len(rows) > MOST_ROWS:
        raise SheetRefused("too-many")
    says: Callable[[Mapping[str, str]], dict[str, Any]] = (
        (lambda cells: person(cells, catalogue, today))
        if kind is OwnListKind.STAFF
        else (lambda cells: thing(cells, catalogue, today))
    )
    found = _Found()
    for row in rows:
        cells = {name: _cell(row, place) for name, place in places.items()}
        try:
            found.entries.append(says(cells))
        except Wrong as wrong:
            said = harmless.clean(wrong.said, LONGEST_SAID)
            found.faults.append(OwnFault(row.number, wrong.code, said))
            found.bad.append([_cell(row, place) for place in range(len(head))])
    entries = together(found.entries) if kind is OwnListKind.STAFF else _last(found.entries)
    return OwnReading(entries, found.faults, head, found.bad)


def _table(book: Book, kind: OwnListKind) -> tuple[Sequence[str], Mapping[str, int], Sequence[Row]]:
    """The header, where each field stands, and the rows below, of the first sheet that has what is needed."""
    names = {normal(one): name for name, every in HEADINGS[kind].items() for one in every}
    for rows in book.sheets.values():
        for place, row in enumerate(rows[:SEARCHED]):
            known = [names.get(normal(cell)) for cell in row.cells]
            places = {name: known.index(name) for name in dict.fromkeys(known) if name is not None}
            if set(NEEDED[kind.value]) <= places.keys():
                below = [one for one in rows[place + 1 :] if any(cell.strip() for cell in one.cells)]
                return row.cells, places, below
    raise SheetRefused("headings")


def _cell(row: Row, place: int) -> str:
    return row.cells[place].strip() if place < len(row.cells) else ""


# --- people -------------------------------------------------------------------------------------------------------


def person(cells: Mapping[str, str], catalogue: Catalogue, today: date) -> dict[str, Any]:
    """One row of a roster: who, which post, since when, and a paper if it names one. Wrong when it cannot be taken."""
    name = harmless.clean(cells.get("name", ""), LONGEST_PERSON)
    if not name:
        raise Wrong("no-name")
    if any(sign.isdigit() for sign in name):
        raise Wrong("name", name)
    rules = catalogue.rules.certificates
    said = harmless.clean(cells.get("post", ""), LONGEST_POST)
    since = day(cells, "since", today, Side.BACK)
    if since is not None and since > today:
        raise Wrong("day-ahead", cells["since"])
    papers = [paper] if (paper := _paper(cells, catalogue, today)) is not None else []
    return {
        "name": name,
        "post": (read_post(said, rules.posts) or said) if said else "",
        "since": (since or today).isoformat(),
        "fresh": since is not None and since > today - FRESH,
        "papers": papers,
    }


def _paper(cells: Mapping[str, str], catalogue: Catalogue, today: date) -> dict[str, Any] | None:
    said, number = cells.get("kind", ""), harmless.clean(cells.get("number", ""), LONGEST_NUMBER)
    issued, until = day(cells, "issued", today, Side.BACK), day(cells, "until", today, Side.AHEAD)
    review = day(cells, "review", today, Side.AHEAD)
    if not said:
        if number or issued or until or review:
            raise Wrong("no-kind")
        return None
    kind = kind_of(said, catalogue)
    if issued is not None and kind.years is not None:
        until = until or ends(kind, issued)
    if until is None:
        raise Wrong("no-end", said)
    if issued is not None and issued > until:
        raise Wrong("days", cells.get("until", ""))
    if review is None and issued is not None:
        review = next_review(kind, issued, until, today, missed=False)
    days = {"issued": issued, "valid_to": until, "review": review}
    kept = {name: one.isoformat() if one else None for name, one in days.items()}
    return {"kind": kind.id, "family": kind.family.value, "number": number, **kept}


def kind_of(said: str, catalogue: Catalogue) -> CertificateKind:
    """The kind of certificate that is meant: by its name, its short name, or its id. Wrong when a person has none such."""
    wanted = normal(said)
    for one in catalogue.rules.certificates.kinds:
        names = {one.id, one.name.zh, one.name.en, one.short.zh, one.short.en}
        known = {normal(name) for name in names} | {normal(one.short.zh + "证")}
        if wanted in known:
            if not one.family.personal:
                raise Wrong("kind-of-enterprise", said)
            return one
    raise Wrong("kind", said)


def day(cells: Mapping[str, str], name: str, today: date, side: Side) -> date | None:
    """A day; None when nothing stands there. Wrong when it is none."""
    said = cells.get(name, "")
    if not said:
        return None
    found = read_date(plain(said), today, side)
    if found is None:
        raise Wrong("day", said)
    return found


def together(entries: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """One entry a person: rows with the same name and post are one person with several papers."""
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for one in entries:
        kept = found.setdefault((one["name"], one["post"]), {**one, "papers": []})
        kept["papers"] += [paper for paper in one["papers"] if paper not in kept["papers"]]
    return list(found.values())


# --- supplies -----------------------------------------------------------------------------------------------------


def thing(cells: Mapping[str, str], catalogue: Catalogue, today: date) -> dict[str, Any]:
    """One row of a list of supplies. Wrong without a name or a whole number."""
    del catalogue
    name = harmless.clean(cells.get("name", ""), LONGEST_NAME)
    if not name:
        raise Wrong("no-name")
    said = plain(cells.get("quantity", "")).removesuffix(".0")
    if not said.isascii() or not said.isdigit() or int(said[:9]) > MOST:
        raise Wrong("quantity", cells.get("quantity", ""))
    until = day(cells, "until", today, Side.AHEAD)
    return {
        "name": name,
        "quantity": int(said),
        "unit": harmless.clean(cells.get("unit", ""), LONGEST_UNIT),
        "until": until.isoformat() if until else None,
    }


def _last(entries: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """One entry a thing: what is said last of it counts."""
    return list({one["name"]: one for one in entries}.values())
