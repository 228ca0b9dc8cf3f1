"""A spreadsheet as a list of enterprises: its columns, what each row says, what is wrong. Nothing of the ledger yet."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bot.columns import Columns, find, mapped
from bot.entries import Drafted, Reader
from bot.sheets import Book, Row
from checklists.catalogue import Catalogue
from safety.imports import Fault, Field, Note
from storage.enterprises import Entry

ByHand = Callable[[Columns], Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Reading:
    """A list as it was read. `rows` are all of it, `drafted` the good ones, one for each credit code, `faulty` the others."""

    columns: Columns
    rows: Sequence[Row] = ()
    drafted: Sequence[Drafted] = ()
    faults: Sequence[Fault] = ()
    faulty: Sequence[Drafted] = ()
    notes: Sequence[Note] = ()
    by_hand: Mapping[str, str] | None = None

    @property
    def coded(self) -> bool:
        """Whether it has a column of credit codes: without one nothing can be brought in."""
        return Field.CODE in self.columns.places

    def place(self, fault: Fault) -> int | None:
        """The column of the cell that is at fault; None when it is the whole row's fault."""
        if fault.column is not None:
            return fault.column
        field = fault.args.get("field")
        return self.columns.places.get(Field(field)) if isinstance(field, str) else None

    @property
    def district(self) -> str:
        """The district that all good rows name, if they do."""
        named = {one.district for one in self.drafted} - {""}
        return named.pop() if len(named) == 1 else ""


def read(book: Book, catalogue: Catalogue, by_hand: ByHand = lambda _columns: {}) -> Reading:
    """Judge every row of the list among the sheets by itself. `by_hand`: what a person has said of its columns."""
    found = find(book.sheets, catalogue.facts)
    said = by_hand(found.columns)
    columns = mapped(found.columns, said, catalogue.facts)
    notes = tuple(Note("hidden", {"sheet": name[:40]}) for name in book.hidden)
    if Field.CODE not in columns.places:
        return Reading(columns, found.rows, notes=notes, by_hand=said)
    reader = Reader(columns, catalogue)
    drafted: list[Drafted] = []
    faulty: list[Drafted] = []
    faults: list[Fault] = []
    for row in found.rows:
        one, wrong = reader.read(row)
        faults.extend(wrong)
        (faulty if wrong else drafted).append(one)
    drafted, doubles = _without_doubles(drafted)
    faults = sorted([*faults, *doubles], key=lambda fault: fault.row)
    return Reading(columns, found.rows, drafted, faults, faulty, notes, said)


def as_new(one: Drafted) -> Entry:
    """A row as the ledger takes it when it knows nothing of the enterprise yet."""
    return Entry(
        one.code,
        one.name,
        one.written or one.derived,
        one.town,
        one.address or "",
        one.facts,
        one.contacts,
        department=one.department,
        grid=one.grid,
        unlisted=one.unlisted,
        activity=one.activity,
    )


def _without_doubles(drafted: Sequence[Drafted]) -> tuple[list[Drafted], Sequence[Fault]]:
    """The first row of each credit code; a later one is a fault of its own."""
    first: dict[str, Drafted] = {}
    doubles = []
    for one in drafted:
        before = first.setdefault(one.code, one)
        if before is not one:
            doubles.append(Fault(one.row, "double", {"field": Field.CODE.value, "first": before.row}))
    return list(first.values()), doubles
