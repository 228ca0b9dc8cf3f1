"""A slow and simple reference for a year of reminders: day by day, enterprise by enterprise, with a table of days off of its own.

It knows the content's rules as data and nothing of the program's: its own days, its own due days, its own order of things.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from checklists.reminders import Reminder

CHINA = ZoneInfo("Asia/Shanghai")
DAY = timedelta(days=1)
MORNING, CLOSING, QUIET = time(8, 30), time(18), time(20)
OFF = {  # the State Council's arrangement for 2026: weekdays off, weekend days worked
    date(2026, int(one[:2]), int(one[3:]))
    for one in [
        "01-01",
        "01-02",
        "02-16",
        "02-17",
        "02-18",
        "02-19",
        "02-20",
        "02-23",
        "04-06",
        "05-01",
        "05-04",
        "05-05",
        "06-19",
        "09-25",
        "10-01",
        "10-02",
        "10-05",
        "10-06",
        "10-07",
    ]
}
WORKED = {
    date(2026, int(one[:2]), int(one[3:])) for one in ["01-04", "02-14", "02-28", "05-09", "09-20", "10-10"]
}


def works(day: date) -> bool:
    """Whether offices work."""
    return day in WORKED or (day.weekday() < 5 and day not in OFF)


def morning(day: date, hour: time = MORNING) -> datetime:
    return datetime.combine(day, hour, CHINA)


def day_of(moment: datetime) -> date:
    return moment.astimezone(CHINA).date()


def holds(condition: Any, facts: Mapping[str, Any]) -> bool:
    """Whether a condition of the content holds; only the shapes that reminder rules use."""
    if condition is None:
        return True
    if condition.fact is not None:
        return bool(facts.get(condition.fact))
    if condition.not_ is not None:
        return not holds(condition.not_, facts)
    if condition.all:
        return all(holds(one, facts) for one in condition.all)
    return any(holds(one, facts) for one in condition.any)


def told_on(rule: Reminder, due: date) -> list[date]:
    """The days on which it is told of."""
    found = set()
    for offset in rule.remind:
        day = due + offset * DAY
        step = DAY if offset > 0 else -DAY
        while not works(day):
            day += step
        found.add(day)
    return sorted(found)


def later(rule: Reminder, begun: date) -> date:
    """When it is due that counts from a day."""
    span = rule.due.every or rule.due.after
    if span is None:
        if rule.due.date is not None:
            return begun
        days = [
            date(year, int(one[:2]), int(one[3:]))
            for year in (begun.year, begun.year + 1)
            for one in rule.due.on
        ]
        return min(day for day in days if day >= begun)
    if span.working_days is not None:
        for _ in range(span.working_days):
            begun += DAY
            while not works(begun):
                begun += DAY
        return begun
    return begun + (span.days or 0) * DAY


@dataclass
class Matter:
    """One thing owed. `waits`: it is to be told at the next message."""

    rule: Reminder
    about: str
    due: date
    to: int
    waits: bool


@dataclass
class Deed:
    """What somebody did: `what` is done, happens, dates, stops or puts off."""

    at: datetime
    what: str
    rule: str = ""
    about: str = ""
    day: date | None = None


@dataclass
class Unit:
    """One enterprise: who is told, what it is, everything that happened, in order."""

    number: int
    officer: int
    principal: int
    joined: datetime
    facts: Mapping[str, Any]
    colour: str
    subjects: Mapping[str, list[str]] = field(default_factory=dict)
    deeds: list[Deed] = field(default_factory=list)
    forms: list[Any] = field(default_factory=list)


Message = tuple[int, date, frozenset[tuple[int, str, str]]]


class Book:
    """The reference for one enterprise."""

    def __init__(self, unit: Unit, rules: Iterable[Reminder], elsewhere: set[str]) -> None:
        self.unit = unit
        self.rules = [
            rule
            for rule in rules
            if rule.active
            and not rule.urgent
            and rule.task.value not in elsewhere
            and (not rule.colours or unit.colour in rule.colours)
            and not rule.classes
            and holds(rule.when, unit.facts)
        ]
        self.open: dict[tuple[str, str], Matter] = {}

    def messages(self, until: date, away: list[tuple[datetime, datetime]]) -> list[Message]:
        """Everything that is told, by whom it is told to and the day on which it arrives."""
        deeds = sorted(self.unit.deeds, key=lambda one: one.at)
        found: list[Message] = []
        day = day_of(self.unit.joined)
        self._first()
        while day < until:
            self._periods(day)
            while deeds and day_of(deeds[0].at) == day and deeds[0].at < morning(day):
                self._do(deeds.pop(0))
            found += self._tell(day, away)
            while deeds and day_of(deeds[0].at) == day:
                self._do(deeds.pop(0))
            day += DAY
        return found

    def _tell(self, day: date, away: list[tuple[datetime, datetime]]) -> list[Message]:
        """The message of a day: what has its day today, and what waits."""
        if not works(day) or morning(day) < self.unit.joined:
            return []
        told: dict[int, set[tuple[int, str, str]]] = {}
        for matter in self.open.values():
            if matter.waits or day in told_on(matter.rule, matter.due):
                matter.waits = False
                told.setdefault(matter.to, set()).add((self.unit.number, matter.rule.id, matter.about))
        outage = next((end for begin, end in away if begin <= morning(day) < end), None)
        if outage is not None and (day_of(outage) != day or outage >= morning(day, QUIET)):
            for matter in self.open.values():  # it never left: tomorrow's message tells it
                matter.waits |= any(
                    (self.unit.number, matter.rule.id, matter.about) in one for one in told.values()
                )
            return []
        return [(person, day, frozenset(matters)) for person, matters in told.items()]

    def _first(self) -> None:
        begun = self.unit.joined
        for rule in self.rules:
            if rule.due.every is None and not rule.due.on:
                continue
            for about in self._abouts(rule.subject.value):
                self._begin(rule, about, day_of(begun), begun)

    def _abouts(self, subject: str) -> list[str]:
        if subject == "enterprise":
            return [f"enterprise:{self.unit.number}"]
        if subject == "manager":
            return [f"person:{one}" for one in {self.unit.officer, self.unit.principal}]
        return []

    def _begin(self, rule: Reminder, about: str, begun: date, known: datetime) -> None:
        due = later(rule, begun)
        before = [day for day in told_on(rule, due) if morning(day) <= known]
        self.open[rule.id, about] = Matter(rule, about, due, self._to(rule, about), bool(before))

    def _to(self, rule: Reminder, about: str) -> int:
        if rule.who.value == "principal":
            return self.unit.principal
        if rule.who.value == "person" and about.startswith("person:"):
            return int(about.partition(":")[2])
        return self.unit.officer

    def _periods(self, day: date) -> None:
        """A new month or quarter owes its self-checks from its first day; one that is over for 15 days is let go."""
        for rule in self.rules:
            if rule.subject.value != "check":
                continue
            for key, matter in list(self.open.items()):
                if key[0] == rule.id and matter.due + 15 * DAY < day and self._looked(day):
                    del self.open[key]
            for form in self.unit.forms:
                period, first, last = period_in(form, day)
                about = f"check:{self.unit.number}/{form.id}/{period}"
                begins = max(first, day_of(self.unit.joined))
                if period and begins == day:
                    known = max(self.unit.joined, datetime.combine(day, time(), CHINA))
                    before = [one for one in told_on(rule, last) if morning(one) <= known]
                    self.open[rule.id, about] = Matter(rule, about, last, self.unit.officer, bool(before))

    def _looked(self, day: date) -> bool:
        """Whether the enterprise is looked at on this day by itself."""
        return any(period_in(form, day)[0] != period_in(form, day - DAY)[0] for form in self.unit.forms)

    def _move(self, about: str, day: date, known: datetime) -> None:
        """More time: what comes is told; when nothing comes any more, it is told once."""
        for (_, named), matter in self.open.items():
            if named == about:
                matter.due = day
                matter.waits = not any(morning(one) > known for one in told_on(matter.rule, day))

    def _do(self, deed: Deed) -> None:
        for rule in self.rules:
            key = (rule.id, deed.about)
            if deed.what == "done" and rule.id == deed.rule and key in self.open:
                was = self.open.pop(key)
                if rule.due.every is not None:
                    self._begin(rule, deed.about, day_of(deed.at), deed.at)
                elif rule.due.on:
                    self._begin(rule, deed.about, was.due + DAY, deed.at)
            if (
                deed.what == "dates"
                and rule.due.date is not None
                and rule.due.date.value == deed.rule
                and deed.day
            ):
                self._begin(rule, deed.about, deed.day, deed.at)
            if (
                deed.what == "happens"
                and deed.about.startswith(
                    {"manager": "person"}.get(rule.subject.value, rule.subject.value) + ":"
                )
                and rule.due.after is not None
                and rule.due.after.event.value == deed.rule
            ):
                self._begin(rule, deed.about, day_of(deed.at), deed.at)
            subject = deed.about.partition(":")[0]
            begins = deed.what == "happens" and rule.due.every is not None and rule.subject.value == subject
            if begins and subject not in {"enterprise", "manager"} and key not in self.open:
                self._begin(rule, deed.about, day_of(deed.at), deed.at)
        if deed.what == "moves" and deed.day is not None:
            self._move(deed.about, deed.day, deed.at)
        if deed.what == "puts off":
            self.open[deed.rule, deed.about].waits = True


def period_in(form: Any, day: date) -> tuple[str, date, date]:
    """The period of a form in which a day lies, its first and last owed day; nothing outside of its season."""
    if not form.open_on(day):
        return "", day, day
    if form.cycle_days <= 7:
        year, week, weekday = day.isocalendar()
        first, last, name = day - (weekday - 1) * DAY, day + (7 - weekday) * DAY, f"{year}-W{week:02}"
    elif form.cycle_days <= 31:
        first = day.replace(day=1)
        last = (first + 31 * DAY).replace(day=1) - DAY
        name = f"{day:%Y-%m}"
    else:
        quarter = (day.month - 1) // 3
        first = date(day.year, quarter * 3 + 1, 1)
        last = (first + 95 * DAY).replace(day=1) - DAY
        name = f"{day.year}-Q{quarter + 1}"
    while not form.open_on(first):
        first += DAY
    while not form.open_on(last):
        last -= DAY
    return name, first, last
