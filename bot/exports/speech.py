"""How the cells of exported tables are said, whatever their rows are. Names as messages may say them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bot.exports.table import Cell, Column, Look, Table
from checklists.harmless import HIDDEN
from checklists.words import Language, Words
from dialogs.talk import Argument, Line
from dialogs.texts import SHANGHAI, Texts
from dialogs.veiled import alias
from safety.exported import Exported


@dataclass(frozen=True, slots=True)
class Speech:
    """How everything is said: the texts, the language, and the day on which days are counted."""

    texts: Texts
    language: Language
    today: date

    def line(self, text: str, **args: Argument) -> str:
        return self.texts.plain(Line(text, args), self.language)

    def words(self, words: Words | None) -> str:
        return words.to(self.language) if words is not None else ""

    def person(self, name: str) -> str:
        return alias(name) if self.texts.minimal else clean(name)


Say = Callable[[Any, Speech], Cell]
ColumnOf = tuple[str, Look, int, Say]  # name, look, width, and what its cell says of one entry


def clean(text: str) -> str:
    """What people wrote, whole, in its lines, without hidden characters."""
    return HIDDEN.sub("", text).strip()


def moment(at: datetime | None) -> Cell:
    """A moment as clocks in China show it."""
    return None if at is None else at.astimezone(SHANGHAI).replace(tzinfo=None).isoformat(timespec="minutes")


def table_of(
    entries: Iterable[Any],
    what: Line | Words,
    asked_at: datetime,
    name: str,
    say: Speech,
    *,
    columns: Sequence[ColumnOf],
    kind: str = Exported.HAZARDS,
) -> Table:
    """The whole workbook. `what` says what the list was narrowed down to, `name` who asked for it."""
    heads = [Column(say.line("export-head", column=one), look, width) for one, look, width, _ in columns]
    rows = [[cell(entry, say) for _, _, _, cell in columns] for entry in entries]
    about = {
        "what": say.texts.plain(what, say.language),
        "rows": str(len(rows)),
        "time": say.texts.plain(Line("export-moment", {"time": asked_at}), say.language),
        "person": say.person(name),
        "note": say.line("export-note"),
    }
    labelled = [(say.line("export-about", what=one), value) for one, value in about.items()]
    return Table(say.line("export-sheet", kind=kind), heads, rows, say.line("export-about-sheet"), labelled)
