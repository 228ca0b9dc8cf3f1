"""The words of the chart of twelve weeks: what was found and what was closed, and the sentence that says what is to be seen."""

from collections.abc import Sequence
from datetime import date

from bot.charts.chart import Chart, Series
from checklists.words import Language
from dialogs.talk import Argument, Line
from dialogs.texts import Texts

FOUND, CLOSED = (214, 93, 14), (38, 110, 178)  # told apart by the colour-blind as well
Weeks = Sequence[tuple[date, int]]


def message(found: Weeks, closed: Weeks) -> Line:
    """上周发现 31 处，比之前平均多 9 处；销号 28 处. The average of the weeks before, rounded half up."""
    before = [value for _, value in found[:-1]]
    usual = (sum(before) * 2 + len(before)) // (2 * len(before)) if before else 0
    more = found[-1][1] - usual
    way = "same" if more == 0 else "more" if more > 0 else "fewer"
    args: dict[str, Argument] = {"n": found[-1][1], "weeks": len(before), "usual": usual, "way": way}
    return Line("chart-message", {**args, "more": abs(more), "closed": closed[-1][1]})


def chart_of(name: str, found: Weeks, closed: Weeks, texts: Texts, language: Language) -> Chart:
    """The chart of an area."""

    def say(line: Line) -> str:
        return texts.plain(line, language)

    labels = [say(Line("short-day", {"month": day.month, "day": day.day})) for day, _ in found]
    lines = ((found, FOUND, "found"), (closed, CLOSED, "closed"))
    series = [
        Series(say(Line("chart-series", {"what": what})), colour, [value for _, value in weeks])
        for weeks, colour, what in lines
    ]
    title = say(Line("chart-title", {"name": name, "weeks": len(found)}))
    return Chart(title, say(message(found, closed)), labels, series)
