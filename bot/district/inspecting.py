"""Inspections of a made-up district: two officers come (an expert alone), walk a form, and what they find begins its life.

Each is begun, joined by the second officer, walked, put before the enterprise and ended by the events of a chat.
"""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from sqlalchemy import Connection

from bot.demo.filling import fill, said
from bot.demo.kinds import HAZCHEM
from bot.district.checks import Faults
from bot.district.crew import Member
from bot.district.days import Days
from bot.district.deeds import Hands
from bot.district.matters import Matter
from bot.district.reports import MAJOR, REPORTS
from bot.district.units import Unit
from checklists.schema import Checklist, Severity
from safety.calendar import today
from safety.checks import CheckKey
from safety.events import Event
from safety.events_visits import (
    FindingReported,
    FormOpened,
    SecondConfirmed,
    VisitBegun,
    VisitClosed,
    VisitConfirmed,
    VisitPresented,
    VisitRemarked,
)
from safety.people import Role
from safety.visits import Ending, VisitKind, needs_second, period_of
from storage import lived

LEADS = {Role.TOWN: 0.72, Role.DEPARTMENT: 0.22, Role.EXPERT: 0.06}  # grid officers hold none
KINDS = {VisitKind.DEPARTMENT: 0.7, VisitKind.SUPERVISION: 0.2, VisitKind.RECHECK: 0.1}
HAZCHEM_OFTENER = 12
ON_THE_FORM, GRAVE, REFUSED = 0.6, 0.008, 0.015  # of findings; of visits whose enterprise does not confirm
ARRIVED, LOOKED, TOLD, CONFIRMED = (timedelta(minutes=n) for n in (3, 40, 46, 50))
REMARK = "现场看了消防、用电和作业，已当面说明。"
WHY = {Ending.REFUSED: "disputes", Ending.ABSENT: "no-phone"}


@dataclass(frozen=True, slots=True, eq=False)
class Trip:
    """One inspection that is to be held. `found`: how many hazards it finds."""

    unit: Unit
    at: datetime
    lead: Role
    kind: VisitKind
    found: int


@dataclass(frozen=True, slots=True)
class Inspection:
    """One that is under way: its number, who leads it, who came along."""

    trip: Trip
    number: int
    lead: Member
    second: Member | None


def trips(
    units: Mapping[Unit, datetime], days: Days, visits: int, hazards: int, chance: random.Random
) -> list[Trip]:
    """So many inspections with so many findings in all: larger enterprises more often, those of hazchem most.

    `units`: since when somebody of each has joined.
    """
    if not units or not visits:
        return []
    these = list(units)
    weights = [
        (HAZCHEM_OFTENER if unit.kind.industry == HAZCHEM else 1) * (1 + unit.staff**0.5) for unit in these
    ]
    found = [0] * visits
    for place in chance.choices(range(visits), k=hazards):
        found[place] += 1
    return [
        _trip(unit, units[unit], days, number, chance)
        for unit, number in zip(chance.choices(these, weights, k=visits), found, strict=True)
    ]


def _trip(unit: Unit, since: datetime, days: Days, found: int, chance: random.Random) -> Trip:
    first = min(max(days.first, today(since) + timedelta(days=1)), days.last)
    day = days.calendar.next_working(days.between(first, days.last))
    lead = chance.choices(list(LEADS), list(LEADS.values()))[0]
    kind = chance.choices(list(KINDS), list(KINDS.values()))[0]
    return Trip(unit, days.moment(day), lead, VisitKind.EXPERT if lead is Role.EXPERT else kind, found)


@dataclass(slots=True)
class Inspecting:
    """Lets inspections be held."""

    hands: Hands
    faults: Faults
    chance: random.Random

    def come(self, connection: Connection, trip: Trip) -> None:
        """Begun; the second officer says minutes later that they are there."""
        lead, second = self._officers(trip)
        if lead is None or (second is None and needs_second(lead.listed.role or Role.TOWN)):
            return
        crew, year = self.hands.crew, self.hands.year
        actor = crew.actor(lead)
        along = crew.actor(second).person if second is not None else None
        if not year.act(
            connection, actor, trip.at, VisitBegun(trip.unit.entry.credit_code, trip.kind, along)
        ):
            return
        number = lived.visit_of(connection, actor.person)
        if number is None:
            raise LookupError("no inspection was begun")
        visit = Inspection(trip, number, lead, second)
        if second is not None:
            self.hands.later(crew.actor(second), trip.at + ARRIVED, [SecondConfirmed(number)])
        year.note(trip.at + LOOKED, partial(self._look, visit=visit))

    def _officers(self, trip: Trip) -> tuple[Member | None, Member | None]:
        """Who leads, and somebody of the town who comes along; the town leads where there is nobody else."""
        crew, entry = self.hands.crew, trip.unit.entry
        answers = self.hands.catalogue.rules.departments.responsible(trip.unit.facts)
        places = {
            Role.TOWN: entry.town,
            Role.DEPARTMENT: answers.name.zh if answers is not None else "",
        }
        wanted = [
            one
            for one in crew.supervisors(places.get(trip.lead, ""))
            if one.listed.role is trip.lead and one.account in crew.actors
        ]
        town = [one for one in crew.supervisors(entry.town) if one.account in crew.actors]
        lead = self.chance.choice(wanted) if wanted else self.chance.choice(town) if town else None
        if lead is not None and lead.listed.role is Role.EXPERT:
            return lead, None
        others = [one for one in town if one is not lead]
        return lead, self.chance.choice(others) if others else None

    def _look(self, connection: Connection, visit: Inspection) -> None:
        """The form is walked, and what stands on none is reported beside it; then it is put before the enterprise."""
        trip, when = visit.trip, visit.trip.at + LOOKED
        actor, day = self.hands.crew.actor(visit.lead), today(when)
        form = self._form(trip)
        bad = self._bad(trip, form)
        filled = fill(form, trip.unit.facts, day, bad)
        key = CheckKey(form.id, period_of(visit.number))
        beside = [self._beside(visit.number, trip) for _ in range(trip.found - len(bad))]
        walked: list[Event] = [FormOpened(visit.number, form.id, form.fingerprint), *said(key, filled, day)]
        remark = VisitRemarked(visit.number, REMARK)
        if self.hands.year.act(connection, actor, when, *walked, *beside, remark):
            self.hands.year.note(trip.at + TOLD, partial(self._tell, visit=visit))

    def _form(self, trip: Trip) -> Checklist:
        catalogue, day = self.hands.catalogue, today(trip.at)
        own = catalogue.for_enterprise(trip.unit.entry.colour, trip.unit.facts)
        open_ = [name for name in own if catalogue.checklists[name].open_on(day)]
        return catalogue.checklists[self.chance.choice(open_ or list(own))]

    def _bad(self, trip: Trip, form: Checklist) -> frozenset[str]:
        """The questions that are answered badly."""
        on_form = sum(self.chance.random() < ON_THE_FORM for _ in range(trip.found))
        possible = self.faults.of(trip.unit, form, today(trip.at), major=False)
        return frozenset(self.chance.sample(possible, min(on_form, len(possible))))

    def _beside(self, number: int, trip: Trip) -> FindingReported:
        major = self.chance.random() < GRAVE
        words, place, kind, days = self.chance.choice(MAJOR if major else REPORTS)
        due = today(trip.at) + timedelta(days=days)
        severity = Severity.MAJOR if major else Severity.GENERAL
        return FindingReported(words, place, kind, severity, due, suspected_major=major, visit=number)

    def _tell(self, connection: Connection, visit: Inspection) -> None:
        """Put before whoever of the enterprise has joined; without anybody it is ended with the reason."""
        crew, when = self.hands.crew, visit.trip.at + TOLD
        host = self.hands.officer(visit.trip.unit, when)
        if host is None or self.chance.random() < REFUSED:
            ending = Ending.ABSENT if host is None else Ending.REFUSED
            self._end(connection, visit, VisitClosed(visit.number, ending, WHY[ending]), visit.lead, when)
            return
        lead = crew.actor(visit.lead)
        if self.hands.year.act(connection, lead, when, VisitPresented(visit.number, crew.actor(host).person)):
            self.hands.year.note(visit.trip.at + CONFIRMED, partial(self._confirm, visit=visit, host=host))

    def _confirm(self, connection: Connection, visit: Inspection, host: Member) -> None:
        confirmed = VisitConfirmed(visit.number, lived.presented(connection, visit.number))
        self._end(connection, visit, confirmed, host, visit.trip.at + CONFIRMED)

    def _end(
        self, connection: Connection, visit: Inspection, event: Event, by: Member, when: datetime
    ) -> None:
        """What was found is the enterprise's now: whoever fills in its forms sees it put right."""
        if not self.hands.year.act(connection, self.hands.crew.actor(by), when, event):
            return
        finder = self.hands.officer(visit.trip.unit, when)
        if finder is None:
            return
        for row in lived.found_on_site(connection, visit.number):
            matter = Matter(row.number, visit.trip.unit, finder, row.due, inspector=visit.lead)
            self.hands.matters.begin(matter, when, major=row.suspected_major)
