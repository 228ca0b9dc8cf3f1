"""What a child is to make of an export, and how it is sent: a table, the chart of twelve weeks, a monthly report."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import orjson
from sqlalchemy import Connection

from bot.charts.chart import Chart
from bot.charts.words import chart_of, message
from bot.exports.kinds import KINDS, Asked
from bot.exports.plain import MARK
from bot.exports.speech import Speech, table_of
from bot.reports.words import OF_TOWNS, Said, sentence, sheet_of
from bot.sendup.gathering import gathered
from bot.turn import House
from checklists.words import Language
from dialogs.statistics.form import period_line
from dialogs.talk import Line
from safety.calendar import today
from safety.digests import Span, ended
from safety.errors import Refusal
from safety.exported import Exported, FileForm
from safety.measures import Measure
from safety.people import Actor, Right
from safety.statistics import closed
from storage.exports import Export
from storage.ledger import LedgerOf
from storage.measures import Counter

TABLE, CHART, REPORT = "bot.exports.worker", "bot.charts.worker", "bot.reports.worker"
SEND_UP = "bot.sendup.worker"
FIRST: Mapping[FileForm, bytes] = {
    FileForm.XLSX: b"PK\x03\x04",
    FileForm.CSV: MARK,
    FileForm.PNG: b"\x89PNG",
    FileForm.PDF: b"%PDF-",
    FileForm.ZIP: b"PK\x03\x04",
}
WEEKS = 12
NAMED = 10  # exceptions in a report


@dataclass(frozen=True, slots=True)
class Order:
    """What the child is told, and what stands beside the file. `rows`: of a table, else 0."""

    module: str
    told: bytes
    name: str
    caption: Sequence[Line]
    rows: int = 0


@dataclass(frozen=True, slots=True)
class Asking:
    """An export as it is made: who waits for it, and the moment."""

    connection: Connection
    house: House
    actor: Actor
    export: Export
    now: datetime

    @property
    def ledger(self) -> LedgerOf:
        """As the reader may read it."""
        return LedgerOf(self.connection, self.actor, self.house.catalogue, self.now)

    def name(self) -> str:
        """The name of the file as it arrives."""
        said = Line("export-sheet", {"kind": self.export.what})
        sheet = self.house.texts.plain(said, Language.ZH)
        return f"{sheet}-{today(self.export.asked_at):%Y%m%d}-{self.export.id}.{self.export.form}"


def order_of(asking: Asking) -> Order:
    """What is to be made. Refusal when the reader may not have it."""
    makers: Mapping[Exported, Callable[[Asking], Order]] = {
        Exported.CHART: _chart,
        Exported.REPORT: _report,
        Exported.SEND_UP: _send_up,
    }
    return makers.get(asking.export.what, _table)(asking)


def _table(asking: Asking) -> Order:
    export, house, day = asking.export, asking.house, today(asking.now)
    kind, most = KINDS[export.what], house.catalogue.rules.defaults.ledger.most_rows
    asked = Asked(asking.connection, house.catalogue, asking.actor, export.sieve, day, most, asking.now)
    table = table_of(
        kind.read(asked),
        kind.described(asked),
        export.asked_at,
        asking.actor.name,
        Speech(house.texts, asking.actor.language, day),
        columns=kind.columns,
        kind=export.what,
    )
    rows = len(table.rows)
    line = Line("export-letter", {"n": rows, "time": export.asked_at, "kind": export.what})
    caption = [line, Line("export-csv-hint")] if export.form is FileForm.XLSX else [line]
    told = replace(table, form=export.form).to_json()
    return Order(TABLE, told, asking.name(), caption, rows)


def _line(asking: Asking) -> tuple[Chart, Line]:
    """The chart of twelve weeks, and what it says in a sentence."""
    ledger, day = asking.ledger, today(asking.now)
    book = ledger.digests()
    found, closed = (book.line(one, WEEKS, day) for one in (Measure.FOUND, Measure.CLOSED))
    return chart_of(book.place(), found, closed, asking.house.texts, asking.actor.language), message(
        found, closed
    )


def _chart(asking: Asking) -> Order:
    chart, said = _line(asking)
    return Order(CHART, chart.to_json(), asking.name(), [said])


def _report(asking: Asking) -> Order:
    ledger, day = asking.ledger, today(asking.now)
    book = ledger.digests()
    keeper = book.keeper()
    report = keeper.report(Span.MONTH, day)
    counter = Counter(asking.connection, asking.house.catalogue, asking.actor, keeper.scope, asking.now)
    towns: dict[str, dict[Measure, int]] = {}
    for measure in OF_TOWNS:
        for town, n in counter.by_town(measure, ended(Span.MONTH, day)).items():
            towns.setdefault(town, {})[measure] = n
    chart, _ = _line(asking)
    exceptions = book.worst(day, NAMED)
    said = Said(book.place(), report, towns, exceptions, chart, asking.now)
    sheet = sheet_of(said, asking.house.texts, asking.actor.language)
    caption = [Line("paper-report-letter", {"name": said.name}), sentence(report)]
    return Order(REPORT, sheet.to_json(), asking.name(), caption)


def _send_up(asking: Asking) -> Order:
    """The archive of a quarter, whole. Refusal when the right was taken meanwhile, or the quarter is none."""
    quarter = str(asking.export.sieve.get("quarter", ""))
    if not asking.actor.may(Right.SEND_UP) or quarter not in closed(today(asking.now)):
        raise Refusal("not-allowed")
    package = gathered(asking.connection, asking.house.catalogue, quarter, None, asking.now)
    rows = sum(package["rows"].values())
    caption = [Line("send-up-letter", {"period": period_line(quarter), "n": rows})]
    return Order(SEND_UP, orjson.dumps(package), asking.name(), caption, rows)


def body_of(order: Order, asking_language: Language, house: House) -> dict[str, Any]:
    """The body of the letter that carries it."""
    caption = "\n".join(house.texts.say(one, asking_language) for one in order.caption)
    return {"caption": caption, "parse_mode": "HTML"}
