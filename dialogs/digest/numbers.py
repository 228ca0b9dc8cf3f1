"""The numbers of a digest as buttons: each opens the list whose length it is (safety/measures.py)."""

from dialogs import submissions
from dialogs.digest.cases import FLOW
from dialogs.hazards import narrowing
from dialogs.talk import Button, Line, State, Step
from safety.areas import Area
from safety.check_lists import CheckSieve
from safety.digests import LONGER, Report
from safety.lists import Sieve
from safety.measures import Measure, list_of
from safety.visit_lists import VisitSieve

DAY = (Measure.OVERDUE, Measure.OPEN, Measure.CURRENT)  # of a day, the one that wants somebody first
SPAN = (Measure.OVERDUE, Measure.FOUND, Measure.CLOSED, Measure.ZERO, Measure.VISITS)
MAIN = 3  # numbers that always have a button of their own
CHECKS = frozenset({Measure.CURRENT})  # lists of self-checks
BEHIND = "list"  # a letter's number: the digest waits below the list that it opens
OPTIONS = {
    Measure.OVERDUE: "o",
    Measure.OPEN: "z",
    Measure.CURRENT: "t",
    Measure.FOUND: "f",
    Measure.CLOSED: "c",
    Measure.ZERO: "n",
    Measure.VISITS: "v",
}


def list_behind(measure: Measure, first: str, last: str) -> State:
    """The list of a measure, of these days (ISO text)."""
    listed = list_of(measure, first, last)
    if isinstance(listed, Sieve):
        return narrowing.listed(listed)
    if isinstance(listed, CheckSieve):
        return submissions.listed(listed)
    if isinstance(listed, VisitSieve):
        return State("visit", "list", listed.plain())
    return State("enterprise", "list", {"query": listed.to_json()})


def letters(measure: Measure, report: Report | None, today: str) -> State:
    """What a letter's number carries: the measure and its days, and of which span the letter was."""
    first, last = report.window.plain if report else (today, today)
    span = {"span": report.span.value} if report else {}
    return State(FLOW, BEHIND, {"measure": measure.value, "first": first, "last": last, **span})


def opened(state: State) -> Step:
    """A letter's button: a number opens its list above the digest that it stood in, everything else its own screen."""
    if state.at != BEHIND:
        return Step(state)
    said = [state.data.get(name) for name in ("measure", "first", "last", "span")]
    measure, first, last, span = (one if isinstance(one, str) else "" for one in said)
    below = State(FLOW, "span", {"span": span}) if span in set(LONGER) else State(FLOW)
    if measure not in set(OPTIONS):
        return Step(below)
    return Step(list_behind(Measure(measure), first, last), left=below)


def of_day(area: Area) -> list[Button]:
    """The three numbers of a day; nothing leads to an empty list but the way to hazards."""
    now = area.today
    values = {
        Measure.OVERDUE: now.overdue_hazards,
        Measure.OPEN: now.open_hazards,
        Measure.CURRENT: now.submitted,
    }
    return [_button(one, values[one]) for one in DAY if values[one] or one is Measure.OPEN]


def of_span(report: Report) -> list[Button]:
    """The numbers of a longer span that have a list."""
    return [_button(one, n) for one in SPAN if (n := report.now.get(one, 0))]


def meant(option: str) -> Measure | None:
    """The measure whose button it is."""
    return next((measure for measure, mark in OPTIONS.items() if mark == option), None)


def _button(measure: Measure, value: int) -> Button:
    return Button(Line("digest-number", {"measure": measure.value, "n": value}), OPTIONS[measure])
