"""The digest of a week, month, quarter or year: figures of the last one that has ended, against the one before."""

from checklists.words import Words
from dialogs.cards import GAP, button
from dialogs.context import Context
from dialogs.digest import numbers, seats
from dialogs.digest.cases import FLOW
from dialogs.digest.lines import headline, items
from dialogs.talk import Argument, Line, Screen, State, Step
from dialogs.words import days_of, dotted
from safety.areas import Area, Concern
from safety.digests import LONGER, Report, Span
from safety.events_exports import ExportAsked
from safety.exported import Exported, FileForm
from safety.measures import Measure

AT = "span"
BUTTONS = 8  # on a screen
NONE = -1  # a share or an average of nothing


def span_of(state: State) -> Span:
    """Of which span the screen speaks; the week when it is not said."""
    said = state.data.get("span")
    return Span(said) if said in set(LONGER) else Span.WEEK


def at(span: Span) -> State:
    """The screen of the last such span."""
    return State(FLOW, AT, {"span": span.value})


def lines_of(name: str, report: Report, waiting: int = 0) -> list[Line | Words]:
    """Title and figures; what nobody has is left out. `waiting`: seats that are offered now."""
    now = report.now
    first, last = report.window.plain
    share = report.share(Measure.TIMELY, Measure.CLOSED)
    lines: list[Line | Words] = [
        Line("span-title", {"name": name, "span": report.span.value, "days": days_of(first, last)}),
        Line("span-found", {"n": now.get(Measure.FOUND, 0), "change": _change(report, Measure.FOUND)}),
        Line(
            "span-closed",
            {
                "n": now.get(Measure.CLOSED, 0),
                "change": _change(report, Measure.CLOSED),
                "timely": NONE if share is None else share,
                "days": _known(report.days_to_close),
            },
        ),
        Line(
            "span-overdue",
            {
                "n": now.get(Measure.OVERDUE, 0),
                "change": _change(report, Measure.OVERDUE),
                "major": now.get(Measure.MAJOR_OVERDUE, 0),
            },
        ),
        Line(
            "span-checks",
            {
                "done": now.get(Measure.DONE, 0),
                "owed": now.get(Measure.OWED, 0),
                "share": _known(report.share(Measure.DONE, Measure.OWED)),
                "zero": now.get(Measure.ZERO, 0),
            },
        ),
    ]
    return [*lines, *_besides(report), *seats.said(report.handed, waiting)]


def _known(value: int | None) -> int:
    return NONE if value is None else value


def _besides(report: Report) -> list[Line | Words]:
    """Inspections on site, what came again, and where hazards came from (三方检查), in one line."""
    parts: list[Line | Words] = []
    if visits := report.now.get(Measure.VISITS, 0):
        agreed = _known(report.share(Measure.AGREED, Measure.COMPARED))
        items = report.now.get(Measure.ITEMS, 0)
        parts.append(Line("span-visits", {"n": visits, "items": items, "agreed": agreed}))
    if again := report.now.get(Measure.AGAIN, 0):
        share = report.share(Measure.AGAIN, Measure.FOUND)
        parts.append(Line("span-again", {"n": again, "share": _known(share)}))
    known = sorted(report.sources.items(), key=lambda one: (-one[1], one[0]))
    if len(known) > 1:
        said = [Line("span-source", {"source": source, "n": n}) for source, n in known]
        parts.append(Line("span-sources", {"sources": dotted(said)}))
    return [dotted(parts)] if parts else []


def _change(report: Report, measure: Measure) -> Line | Words:
    more = report.change(measure)
    if more is None:
        return GAP
    args: dict[str, Argument] = {"span": report.span.value, "n": abs(more)}
    return Line("span-same" if more == 0 else "span-more" if more > 0 else "span-fewer", args)


def whole(area: Area, report: Report, named: list[Concern]) -> list[Line | Words]:
    """A letter's text: title, the sentence that matters today, the figures, the named cases."""
    title, *figures = lines_of(area.name, report, area.offered)
    return [title, headline(area), *figures, *items(named)]


# --- the screen ---------------------------------------------------------------------------------------------------


def show(state: State, context: Context) -> Screen:
    """The figures; each number a button."""
    report = context.ledger.digests().report(span_of(state), context.today)
    area = context.ledger.area(context.today)
    lines = lines_of(area.name, report, area.offered)
    buttons = numbers.of_span(report)
    files = [button("to-chart", "h")]
    if report.span is Span.MONTH:
        files.append(button("to-paper-report", "p"))
    room = BUTTONS - len(buttons) - len(files) - 1
    files += seats.to_list(report.handed, area.offered)[:room]
    rows = [row for row in (tuple(buttons[:3]), tuple(buttons[3:]), tuple(files)) if row]
    home = (button("to-menu", "e"),) if len(buttons) + len(files) + 1 < BUTTONS else ()
    return Screen(lines, (*rows, (button("back", "b"), *home)))


def step(state: State, option: str, context: Context) -> Step | None:
    """To the list behind a number."""
    measure = numbers.meant(option)
    if measure in numbers.SPAN:
        report = context.ledger.digests().report(span_of(state), context.today)
        return Step(numbers.list_behind(measure, *report.window.plain))
    if option == seats.OPTION:
        return Step(seats.behind(span_of(state)))
    if option == "h" or (option == "p" and span_of(state) is Span.MONTH):
        return _asked(state, option)
    ways = {"b": State(FLOW, "more"), "e": State("menu")}
    return Step(ways[option]) if option in ways else None


def _asked(state: State, option: str) -> Step:
    """A picture or a paper, made after the turn."""
    chart = ExportAsked({}, 0, Exported.CHART, FileForm.PNG)
    report = ExportAsked({"span": Span.MONTH.value}, 0, Exported.REPORT, FileForm.PDF)
    event = chart if option == "h" else report
    return Step(state, (event,), say=Line("chart-begun" if option == "h" else "paper-report-begun"))
