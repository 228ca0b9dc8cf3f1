"""Which self-checks are handed in during the year: by whom, when, and what each finds. Pure: nothing is written here."""

import heapq
import math
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.demo.filling import possible_faults
from bot.district.days import Days
from bot.district.units import Unit
from checklists.catalogue import Catalogue
from checklists.period import due_of, period_of
from checklists.schema import Checklist

FOUND = (0.56, 0.23, 0.11, 0.05, 0.03, 0.02)  # share of checks that find none, one, two …
GRAVE = 0.012  # of the checks that could find something suspected to be a major hazard
LATE_SHARE = 0.35  # how many are handed in during the last quarter of their period
MONTH = 30


@dataclass(frozen=True, slots=True, eq=False)
class Visit:
    """One self-check that is handed in at a moment, with the questions that are answered badly."""

    unit: Unit
    form: str
    at: datetime
    bad: frozenset[str]


class Faults:
    """What can be found at all: of one kind of business everybody can find the same, so it is worked out once."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str, bool], Sequence[str]] = {}

    def of(self, unit: Unit, form: Checklist, day: date, *, major: bool) -> Sequence[str]:
        key = (form.id, unit.kind.ending, major)
        if key not in self._known:
            self._known[key] = possible_faults(form, unit.facts, day, major=major)
        return self._known[key]


class Planner:
    """Chooses so many checks out of all that could have been handed in: who is active hands in more, and more when much happens."""

    def __init__(self, catalogue: Catalogue, days: Days, faults: Faults, chance: random.Random) -> None:
        self._catalogue = catalogue
        self._days = days
        self._chance = chance
        self._faults = faults
        self._periods: dict[int, Sequence[tuple[date, date]]] = {}

    def visits(self, joined: Mapping[Unit, date], count: int) -> list[Visit]:
        """`joined`: since when somebody of these enterprises can hand in anything."""
        keyed = heapq.nsmallest(count, self._possible(joined), key=lambda one: one[0])
        return [self._visit(*one) for _, one in keyed]

    def _possible(
        self, joined: Mapping[Unit, date]
    ) -> Iterator[tuple[float, tuple[Unit, Checklist, date, date]]]:
        """Every period of every form that is owed, with its lot: the heavier it weighs, the lower."""
        for unit, since in joined.items():
            active = self._chance.lognormvariate(0, 0.9)
            for name in self._catalogue.for_enterprise(unit.entry.colour, unit.facts):
                form = self._catalogue.checklists[name]
                for first, last in self._of(form):
                    begin = max(first, since + timedelta(days=1))
                    weight = active * self._days.share(begin, last) * min(form.cycle_days, MONTH) / MONTH
                    if begin <= last and weight > 0 and form.open_on(begin) and form.open_on(last):
                        lot = -math.log(1.0 - self._chance.random()) / weight
                        yield lot, (unit, form, begin, last)

    def _of(self, form: Checklist) -> Sequence[tuple[date, date]]:
        """The periods of a form that lie in the year."""
        if form.cycle_days not in self._periods:
            self._periods[form.cycle_days] = list(
                _periods(form.cycle_days, self._days.first, self._days.last)
            )
        return self._periods[form.cycle_days]

    def _visit(self, unit: Unit, form: Checklist, first: date, last: date) -> Visit:
        if self._chance.random() < LATE_SHARE:
            first = max(first, last - timedelta(days=max(1, form.cycle_days // 4)))
        moment = self._days.moment(self._days.between(first, last))
        return Visit(unit, form.id, moment, frozenset(self._bad(unit, form, last)))

    def _bad(self, unit: Unit, form: Checklist, day: date) -> Iterator[str]:
        many = self._chance.choices(range(len(FOUND)), FOUND)[0]
        faults = self._faults.of(unit, form, day, major=False)
        yield from self._chance.sample(faults, min(many, len(faults)))
        if self._chance.random() < GRAVE:
            yield from self._faults.of(unit, form, day, major=True)[:1]


def _periods(cycle: int, since: date, until: date) -> Iterator[tuple[date, date]]:
    """First and last day of each period that has a day between the two, clipped to them."""
    day = since
    while day <= until:
        last = due_of(period_of(cycle, day))
        yield day, min(last, until)
        day = last + timedelta(days=1)
