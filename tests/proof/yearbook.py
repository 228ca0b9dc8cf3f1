"""A slow and simple reference for a year of reminders: day by day, enterprise by enterprise, with a table of days off of its own.

It knows the content's rules as data and nothing of the program's: its own days, its own due days, its own order of things.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import lru_cache
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
    return _told_on(tuple(rule.remind), due)


@lru_cache(maxsize=100_000)
def _told_on(offsets: tuple[int, ...], due: date) -> list[date]:
    found = set()
    for offset in offsets:
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
    """One thing owed. `begun`: the day it counts from; `known`: since when this due day is; `waits`: told at the next message.

    `fresh`: it came up while the enterprise stood still, so that it was never owed before.
    """

    rule: Reminder
    about: str
    begun: date
    due: date
    to: int
    known: datetime
    waits: bool = False
    fresh: bool = False


@dataclass
class Deed:
    """What somebody did: `what` is done, happens, dates, moves, puts off, stops, resumes or closes."""

    at: datetime
    what: str
    rule: str = ""
    about: str = ""
    day: date | None = None


@dataclass
class Unit:
    """One enterprise: who is told and at which hour, what it is, everything that happened, in order."""

    number: int
    officer: int
    principal: int
    joined: datetime
    facts: Mapping[str, Any]
    colour: str
    subjects: Mapping[str, list[str]] = field(default_factory=dict)
    deeds: list[Deed] = field(default_factory=list)
    forms: list[Any] = field(default_factory=list)
    hours: Mapping[int, time] = field(default_factory=dict)

    def hour(self, person: int) -> time:
        return self.hours.get(person, MORNING)


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
        self.asleep: dict[tuple[str, str], Matter] = {}  # of no concern while the enterprise stands still
        self.handed_in: set[str] = set()
        self.activity = "producing"

    def _concerns(self, rule: Reminder) -> bool:
        return self.activity in {state.value for state in rule.states}

    def messages(self, until: date, away: list[tuple[datetime, datetime]]) -> list[Message]:
        """Everything that is told, by whom it is told to and the day on which it arrives."""
        deeds = sorted(self.unit.deeds, key=lambda one: one.at)
        found: list[Message] = []
        day = day_of(self.unit.joined)
        self._first()
        while day < until:
            self._periods(day)
            for hour in sorted({self.unit.hour(one) for one in (self.unit.officer, self.unit.principal)}):
                while deeds and deeds[0].at <= morning(day, hour):
                    self._do(deeds.pop(0))
                found += self._tell(day, hour, away)
            while deeds and day_of(deeds[0].at) == day:
                self._do(deeds.pop(0))
            day += DAY
        return found

    def _tell(self, day: date, hour: time, away: list[tuple[datetime, datetime]]) -> list[Message]:
        """The message of a day to those who are told at this hour: what has its day today, and what waits."""
        if not works(day) or morning(day, hour) < self.unit.joined:
            return []
        told: dict[int, set[tuple[int, str, str]]] = {}
        for matter in self.open.values():
            if self.unit.hour(matter.to) != hour:
                continue
            today = morning(day) > matter.known and day in told_on(matter.rule, matter.due)
            if matter.waits or today:
                matter.waits = False
                told.setdefault(matter.to, set()).add((self.unit.number, matter.rule.id, matter.about))
        outage = next((end for begin, end in away if begin <= morning(day, hour) < end), None)
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
        key, due = (rule.id, about), later(rule, begun)
        matter = Matter(rule, about, begun, due, self._to(rule, about), known)
        if not self._concerns(rule):
            matter.fresh = key not in self.asleep or self.asleep[key].fresh
            self.asleep[key] = matter
        elif key in self.open:
            self._move(about, due, known, rule)
        else:
            self._open(matter)

    def _open(self, matter: Matter) -> None:
        """Owed from now on; a day for telling it that has passed already is made up for by the next message."""
        days = told_on(matter.rule, matter.due)
        matter.waits = any(morning(one) <= matter.known for one in days)
        self.open[matter.rule.id, matter.about] = matter

    def _to(self, rule: Reminder, about: str) -> int:
        if rule.who.value == "principal":
            return self.unit.principal
        if rule.who.value == "person" and about.startswith("person:"):
            return int(about.partition(":")[2])
        return self.unit.officer

    def _periods(self, day: date) -> None:
        """A new month or quarter owes its self-checks from its first day; one that is over for 15 days is let go."""
        for rule in self.rules:
            if rule.subject.value != "check" or not self._concerns(rule):
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
                    self._open(Matter(rule, about, first, last, self.unit.officer, known))

    def _looked(self, day: date) -> bool:
        """Whether the enterprise is looked at on this day by itself."""
        return any(period_in(form, day)[0] != period_in(form, day - DAY)[0] for form in self.unit.forms)

    def _move(self, about: str, day: date, known: datetime, rule: Reminder | None = None) -> None:
        """More time: what comes is told; when nothing comes any more, it is told once."""
        for (_, named), matter in self.open.items():
            if named == about and (rule is None or matter.rule is rule):
                matter.due, matter.known = day, known
                matter.waits = not any(morning(one) > known for one in told_on(matter.rule, day))

    def _acts(self, deed: Deed) -> None:
        """It stops, works again, or closes: rules that do not concern it now are asleep, with what they counted from."""
        self.activity = {"stops": "stopped", "resumes": "resumed", "closes": "closed"}[deed.what]
        for key, matter in list(self.open.items()):
            if not self._concerns(matter.rule):
                del self.open[key]
                if matter.rule.subject.value != "check":
                    self.asleep[key] = matter
        for key, matter in list(self.asleep.items()):
            if self._concerns(matter.rule):
                self._wake(self.asleep.pop(key), deed.at)
        if deed.what == "resumes":
            self._checks_again(deed.at)
            about = f"enterprise:{self.unit.number}"
            self._do(Deed(deed.at, "happens", "resumption_started", about))

    def _wake(self, matter: Matter, now: datetime) -> None:
        """What came due in between is due today; days of the year go on with the next one."""
        day, span = day_of(now), matter.rule.due
        if not matter.fresh and span.every is not None:
            matter.due = max(matter.due, day)
        elif not matter.fresh and span.on:
            matter.begun = max(matter.begun, day)
            matter.due = later(matter.rule, matter.begun)
        matter.known, matter.fresh = now, False
        self._open(matter)

    def _checks_again(self, now: datetime) -> None:
        """The self-checks of this period, those that were handed in before the stop left out."""
        for rule in self.rules:
            for form in self.unit.forms if rule.subject.value == "check" else ():
                period, first, last = period_in(form, day_of(now))
                about = f"check:{self.unit.number}/{form.id}/{period}"
                if period and about not in self.handed_in and (rule.id, about) not in self.open:
                    self._open(Matter(rule, about, first, last, self.unit.officer, now))

    def _do(self, deed: Deed) -> None:
        if deed.what in {"stops", "resumes", "closes"}:
            self._acts(deed)
            return
        hears = {"done": self._done, "dates": self._dated, "happens": self._happened}.get(deed.what)
        for rule in self.rules if hears is not None else ():
            hears(rule, deed)
        if deed.what == "moves" and deed.day is not None:
            self._move(deed.about, deed.day, deed.at)
        if deed.what == "puts off":
            self.open[deed.rule, deed.about].waits = True

    def _done(self, rule: Reminder, deed: Deed) -> None:
        if rule.id != deed.rule or (rule.id, deed.about) not in self.open:
            return
        was = self.open.pop((rule.id, deed.about))
        if rule.subject.value == "check":
            self.handed_in.add(deed.about)
        if rule.due.every is not None:
            self._begin(rule, deed.about, day_of(deed.at), deed.at)
        elif rule.due.on:
            self._begin(rule, deed.about, was.due + DAY, deed.at)

    def _dated(self, rule: Reminder, deed: Deed) -> None:
        if rule.due.date is not None and rule.due.date.value == deed.rule and deed.day:
            self._begin(rule, deed.about, deed.day, deed.at)

    def _happened(self, rule: Reminder, deed: Deed) -> None:
        """A term that counts from it begins; what recurs does so with its subject."""
        subject, named = deed.about.partition(":")[0], rule.subject.value
        if rule.due.after is not None and rule.due.after.event.value == deed.rule:
            if {"manager": "person"}.get(named, named) == subject:
                self._begin(rule, deed.about, day_of(deed.at), deed.at)
            return
        known = subject in {"enterprise", "manager"} or (rule.id, deed.about) in self.open | self.asleep
        if rule.due.every is not None and named == subject and not known:
            self._begin(rule, deed.about, day_of(deed.at), deed.at)


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
