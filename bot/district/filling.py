"""Fills a database with a made-up district: who is there, what they do in a year, and every day's seals and signed head."""

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from functools import partial

from sqlalchemy import Connection

from bot.district.album import Album
from bot.district.checks import Faults, Planner
from bot.district.crew import Crew, Member, areas_of, arrive, hire, joined_on, leave, list_supervisors
from bot.district.days import Days
from bot.district.deeds import Hands
from bot.district.inspecting import Inspecting, trips
from bot.district.living import Year
from bot.district.matters import Matters
from bot.district.names import TOWNS
from bot.district.reports import MAJOR, REPORTS
from bot.district.size import Size
from bot.district.teaching import Teaching
from bot.district.units import units
from bot.headfiles import HeadFiles
from bot.keys import Key
from checklists.catalogue import Catalogue
from safety.calendar import Calendar, at, calendar_of, today
from safety.people import Role
from safety.seals import heads as signed
from storage import content, due, duties, enterprises, obligations
from storage.database import Database
from storage.sealing import chain, heads
from storage.sealing.chain import Settled

SEED = 20_231_117
NIGHT = time(0, 5)  # when the head of the day is signed
A_YEAR = timedelta(days=365)
SPRING = 2  # the month in which the festival falls mostly
TRIAL = timedelta(days=60)  # people join before the year begins
SOURCE = "seed"
GRAVE_REPORTS = 0.01
AT_ONCE = 5_000  # seals in one batch
KEPT = (obligations.KIND,)  # due rows that are worked out afterwards, however old they are
Told = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Filled:
    """What was written, and how often the rules said no to something that was tried."""

    enterprises: int
    people: int
    refused: Counter[str]


@dataclass(slots=True)
class Filler:
    """Fills one empty database. `now`: when the year ends. `key` signs the heads, `files` keeps copies of them."""

    database: Database
    catalogue: Catalogue
    size: Size
    now: datetime
    album: Album
    key: Key
    files: HeadFiles
    told: Told = lambda _line: None
    settled: Settled = field(default_factory=Settled)
    chance: random.Random = field(default_factory=lambda: random.Random(SEED))  # noqa: S311 - the same district every time

    def fill(self) -> Filled:
        """Everything, in order of time. The same arguments give the same rows."""
        calendar = calendar_of(self.catalogue.holidays)
        begin = self.now - A_YEAR
        days = Days(today(begin), today(self.now), calendar, self.chance)
        towns = TOWNS[: self.size.towns]
        all_units = units(self.catalogue, self.size, towns, self.chance)
        areas = list(areas_of(all_units, [name for name, _ in towns], self.catalogue.rules.departments))
        crew = hire(all_units, self.size, areas, begin, self.now, self.chance)
        self.told(f"{len(all_units)} enterprises, {len(crew.members)} people")
        with self.database.writing() as connection:
            content.publish(connection, self.catalogue, begin - 2 * TRIAL)
            enterprises.save(connection, [unit.entry for unit in all_units], begin - TRIAL, SOURCE)
            list_supervisors(connection, crew)
            duties.refresh(connection, self.catalogue, begin - TRIAL)
        year = Year(self.now)
        matters = Matters(year, crew, days, self.album, self.chance)
        hands = Hands(self.catalogue, year, crew, matters, self.chance)
        self._note(year, hands, crew, days, calendar)
        self._live(year)
        return Filled(len(all_units), len(crew.members), year.refused)

    def _note(self, year: Year, hands: Hands, crew: Crew, days: Days, calendar: Calendar) -> None:
        """Write into the diary of the year everything that is known ahead."""
        for member in crew.members:
            year.note(member.since, partial(arrive, catalogue=self.catalogue, crew=crew, member=member))
        for member, moment in crew.lost:
            year.note(moment, partial(leave, member=member, moment=moment))
        faults = Faults()
        visits = Planner(self.catalogue, days, faults, self.chance).visits(joined_on(crew), self.size.checks)
        for visit in visits:
            year.note(visit.at, partial(hands.hand_in, visit=visit))
        found = sum(len(visit.bad) for visit in visits)
        self.told(f"{len(visits)} self-checks, {found} hazards found by them")
        on_site = self._inspections(year, Inspecting(hands, faults, self.chance), crew, days)
        self._reports(year, hands, crew, days, max(0, self.size.hazards - found - on_site))
        self._pledges(year, hands, crew)
        self._training(year, Teaching(hands, self.chance), crew, days, calendar)

    def _inspections(self, year: Year, inspecting: Inspecting, crew: Crew, days: Days) -> int:
        """What inspectors come for; how many hazards they will find."""
        since = {unit: min(one.since for one in members) for unit, members in crew.of.items()}
        planned = trips(since, days, self.size.visits, self.size.visit_hazards, self.chance)
        for trip in planned:
            year.note(trip.at, partial(inspecting.come, trip=trip))
        found = sum(trip.found for trip in planned)
        self.told(f"{len(planned)} inspections, {found} hazards found by them")
        return found

    def _reports(self, year: Year, hands: Hands, crew: Crew, days: Days, count: int) -> None:
        """Hazards that people report: the larger the enterprise, the more."""
        these = list(crew.of)
        weights = [1 + unit.staff**0.7 for unit in these]
        for unit in self.chance.choices(these, weights, k=count):
            first = max(days.first, today(min(one.since for one in crew.of[unit])) + timedelta(days=1))
            when = days.moment(days.between(min(first, days.last), days.last))
            major = self.chance.random() < GRAVE_REPORTS
            report = self.chance.choice(MAJOR if major else REPORTS)
            year.note(when, partial(hands.matters.report, unit=unit, report=report, when=when, major=major))

    def _pledges(self, year: Year, hands: Hands, crew: Crew) -> None:
        """Some days after joining; only principals sign."""
        principals = [one for one in crew.members if one.listed.role is Role.PRINCIPAL]
        for member in self.chance.sample(principals, min(self.size.pledges, len(principals))):
            when = member.since + timedelta(hours=self.chance.randint(1, 24 * 30))
            year.note(when, partial(hands.sign, member=member, begin=when))

    def _training(self, year: Year, teaching: Teaching, crew: Crew, days: Days, calendar: Calendar) -> None:
        """First lessons when work starts again after the Spring Festival; exams all the year."""
        inside = [one for one in crew.members if one.unit is not None]
        larger = sorted(inside, key=lambda one: -one.unit.staff if one.unit else 0)[: self.size.lessons * 3]
        for member in self.chance.sample(larger, min(self.size.lessons, len(larger))):
            when = self._resumption(member, days, calendar)
            year.note(when, partial(teaching.hold, member=member, when=when))
        papers = self.catalogue.bank.papers
        if papers:
            for member in self.chance.sample(inside, min(self.size.exams, len(inside))):
                when = days.moment(days.between(max(days.first, today(member.since)), days.last))
                year.note(when, partial(teaching.write, member=member, paper=papers[0], when=when))

    def _resumption(self, member: Member, days: Days, calendar: Calendar) -> datetime:
        spring = next(
            (
                day
                for n in range(366)
                if (day := days.first + timedelta(days=n)).month == SPRING and calendar.is_working(day)
            ),
            days.first,
        )
        first = max(spring + timedelta(days=10), today(member.since) + timedelta(days=1))
        return days.moment(days.between(first, first + timedelta(days=28)))

    # --- day by day -----------------------------------------------------------------------------------------------

    def _live(self, year: Year) -> None:
        """One transaction a day; each night what happened is sealed and its head signed."""
        day = today(year.begin)
        while (night := min(at(day + timedelta(days=1), NIGHT), self.now)) < self.now:
            self._day(year, night)
            day += timedelta(days=1)
            if day.day == 1:
                self.told(f"{day:%Y-%m}")
        self._day(year, self.now)
        with self.database.writing() as connection:
            due.forget_before(connection, self.now, KEPT)

    def _day(self, year: Year, night: datetime) -> None:
        with self.database.writing() as connection:
            year.live(connection, night)
            self._seal(connection, night)

    def _seal(self, connection: Connection, night: datetime) -> None:
        while chain.seal(connection, self.settled, night, AT_ONCE) == AT_ONCE:
            pass
        draft = heads.draft(connection, night)
        if draft is not None:
            head = signed.sign(replace(draft.head, key=self.key.public), self.key.signs)
            heads.keep(connection, head, night)
            self.files.write(head, heads.marks(connection, head))
