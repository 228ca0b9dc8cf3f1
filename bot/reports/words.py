"""The words of a monthly report: figures as they were counted when the month ended, its towns, its exceptions. No names of people."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.charts.chart import Chart
from bot.reports.sheet import Grid, Sheet
from checklists.words import Language
from dialogs.talk import Line
from dialogs.texts import Texts
from dialogs.words import days_of
from safety.areas import Concern
from safety.calendar import local
from safety.digests import Report
from safety.measures import Measure

SHOWN = (
    Measure.FOUND,
    Measure.CLOSED,
    Measure.TIMELY,
    Measure.AGAIN,
    Measure.OPEN,
    Measure.OVERDUE,
    Measure.MAJOR,
    Measure.MAJOR_OVERDUE,
    Measure.SUBMITTED,
    Measure.ZERO,
    Measure.VISITS,
    Measure.ITEMS,
    Measure.OWED,
    Measure.DONE,
    Measure.ENTERPRISES,
    Measure.NEVER_JOINED,
)
OF_TOWNS = (Measure.FOUND, Measure.CLOSED, Measure.OVERDUE)
NONE = -1
Towns = Mapping[str, Mapping[Measure, int]]


@dataclass(frozen=True, slots=True)
class Said:
    """What a report is made from. `towns`: found, closed and overdue of each; empty for who sees one alone."""

    name: str
    report: Report
    towns: Towns
    exceptions: Sequence[Concern]
    chart: Chart
    now: datetime


def sentence(report: Report) -> Line:
    """The sentence that matters."""
    share = report.share(Measure.TIMELY, Measure.CLOSED)
    days = report.days_to_close
    return Line(
        "paper-report-sentence",
        {
            "found": report.now.get(Measure.FOUND, 0),
            "closed": report.now.get(Measure.CLOSED, 0),
            "overdue": report.now.get(Measure.OVERDUE, 0),
            "timely": NONE if share is None else share,
            "days": NONE if days is None else days,
        },
    )


def sheet_of(said: Said, texts: Texts, language: Language) -> Sheet:
    """The whole report."""

    def say(line: Line) -> str:
        return texts.plain(line, language)

    first, last = said.report.window.plain
    grids = [_numbers(said.report, texts, language)]
    if len(said.towns) > 1:
        grids.append(_towns(said.towns, texts, language))
    if said.exceptions:
        grids.append(_exceptions(said.exceptions, texts, language))
    made = local(said.now)
    subtitle = Line("paper-report-subtitle", {"days": days_of(first, last), "day": made.date()})
    return Sheet(
        title=say(Line("paper-report-title", {"name": said.name})),
        subtitle=say(subtitle),
        sentence=say(sentence(said.report)),
        grids=grids,
        charts=[said.chart],
        footer=say(Line("paper-report-footer")),
        pages=say(Line("paper-pages", {"n": "{n}", "total": "{total}"})),
        made=made.isoformat(),
    )


def _heads(names: Sequence[str], texts: Texts, language: Language) -> list[str]:
    return [texts.plain(Line("paper-report-head", {"head": name}), language) for name in names]


def _title(name: str, texts: Texts, language: Language) -> str:
    return texts.plain(Line("paper-report-grid", {"grid": name}), language)


def _numbers(report: Report, texts: Texts, language: Language) -> Grid:
    rows = []
    for measure in SHOWN:
        now, change = report.now.get(measure), report.change(measure)
        if now is None:
            continue
        label = texts.plain(Line("measure", {"measure": measure.value}), language)
        then = "—" if change is None else str(now - change)
        rows.append([label, str(now), then, "—" if change is None else f"{change:+d}" if change else "0"])
    heads = _heads(("what", "now", "then", "change"), texts, language)
    return Grid(_title("numbers", texts, language), heads, rows)


def _towns(towns: Towns, texts: Texts, language: Language) -> Grid:
    """By name: a list to look things up in, never a league table."""
    rows = [
        [town, *(str(counts.get(measure, 0)) for measure in OF_TOWNS)]
        for town, counts in sorted(towns.items())
    ]
    heads = _heads(("town", "found", "closed", "overdue"), texts, language)
    return Grid(_title("towns", texts, language), heads, rows)


def _exceptions(exceptions: Sequence[Concern], texts: Texts, language: Language) -> Grid:
    rows = [
        [
            one.enterprise,
            texts.plain(Line("paper-report-kind", {"kind": one.kind}), language),
            str(one.days),
        ]
        for one in exceptions
    ]
    heads = _heads(("enterprise", "kind", "days"), texts, language)
    return Grid(_title("exceptions", texts, language), heads, rows)
