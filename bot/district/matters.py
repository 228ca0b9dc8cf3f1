"""Hazards of a made-up district while they live: reported, then every step by whose hand it is for, with photos."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import partial

from sqlalchemy import Connection

from bot.district.album import Album
from bot.district.crew import Crew, Member
from bot.district.days import Days
from bot.district.lives import Step, Who, life
from bot.district.living import Year
from bot.district.units import Unit
from checklists.schema import Severity
from safety.calendar import today
from safety.events import Event
from safety.events_hazards import HazardMoved, HazardPhotoSent, HazardReported, Picture
from safety.hazards import HazardAction
from safety.people import Actor
from storage import hazards as ledger
from storage import lived, media
from storage.record import record

DUPLICATES = 0.012  # of what is reported: it is in the ledger already
PICTURED = 0.3  # of reports that come with a photo
FETCHED = timedelta(seconds=3)  # until our copy of a photo is safe
ENDS = frozenset({HazardAction.ACCEPT, HazardAction.DELIST})
GIVEN = frozenset({HazardAction.PLAN, HazardAction.CAUSE})  # to whoever found it
NEW_DAY = frozenset({HazardAction.REOPEN, HazardAction.LIST})
Report = tuple[str, str, str, int]  # words, place, kind, days


@dataclass(slots=True, eq=False)
class Matter:
    """One hazard while it lives."""

    number: str
    unit: Unit
    finder: Member
    due: date
    pictured: str = ""  # the photo "before", by the platform's name of it
    inspector: Member | None = None  # who found it on site: a supervisor closes it, another than they


@dataclass(slots=True)
class Matters:
    """The hazards of the district, each with the rest of its life noted down in the year."""

    year: Year
    crew: Crew
    days: Days
    album: Album
    chance: random.Random
    shots: int = 0
    _open: dict[Unit, str] = field(default_factory=dict)  # a hazard of each enterprise that is open

    def report(
        self, connection: Connection, unit: Unit, report: Report, when: datetime, *, major: bool
    ) -> None:
        """Somebody of the enterprise reports what they see, mostly with a photo."""
        here = [one for one in self.crew.of[unit] if one.since < when and one.account in self.crew.actors]
        if not here:
            return
        member = self.chance.choice(here)
        words, place, kind, days = report
        due = today(when) + timedelta(days=days)
        pictures = (self._picture(),) if self.chance.random() < PICTURED else ()
        severity = Severity.MAJOR if major else Severity.GENERAL
        event = HazardReported(words, place, kind, severity, due, suspected_major=major, pictures=pictures)
        actor = self.crew.actor(member)
        if not self.year.act(connection, actor, when, event):
            return
        enterprise = actor.seat.enterprise if actor.seat is not None else None
        number = (
            ledger.last_reported(connection, enterprise, actor.person) if enterprise is not None else None
        )
        if number is None:
            raise LookupError(f"nothing was reported: {words}")
        matter = Matter(number, unit, member, due, pictures[0].unique if pictures else "")
        self._keep(actor, number, when + FETCHED)
        if not major and unit in self._open and self.chance.random() < DUPLICATES:
            self._same(connection, matter, when + timedelta(minutes=20))
        else:
            self.begin(matter, when, major=major)

    def _same(self, connection: Connection, matter: Matter, when: datetime) -> None:
        """It is in the ledger already; when that one is over meanwhile, it goes its own way."""
        event = HazardMoved(matter.number, HazardAction.MARK_DUPLICATE, "twice", of=self._open[matter.unit])
        if not self.year.act(connection, self.crew.actor(matter.finder), when, event):
            self.begin(matter, when, major=False)

    def _picture(self) -> Picture:
        self.shots += 1
        return Picture(f"made-{self.shots}", f"made-{self.shots}")

    def _keep(self, actor: Actor, number: str, when: datetime) -> None:
        """Our copies of its photos are safe some seconds later."""
        self.year.note(when, partial(self._kept, actor=actor, number=number, when=when))

    def _kept(self, connection: Connection, actor: Actor, number: str, when: datetime) -> None:
        for photo in lived.on_their_way(connection, number):
            event = media.keep(connection, photo, self.album.copy(), when)
            if event is not None:
                record(connection, actor, [event], when, None)

    def begin(self, matter: Matter, when: datetime, *, major: bool) -> None:
        self._open[matter.unit] = matter.number
        on_site = matter.inspector is not None
        steps = life(when, matter.due, self.days, self.chance, major=major, on_site=on_site)
        if steps:
            self._next(matter, steps, 0)

    def _next(self, matter: Matter, steps: Sequence[Step], place: int) -> None:
        step = steps[place]
        self.year.note(step.at, partial(self._step, matter=matter, steps=steps, place=place))

    def _step(self, connection: Connection, matter: Matter, steps: Sequence[Step], place: int) -> None:
        """Take one step; the next one is noted only when the rules allowed this one."""
        step = steps[place]
        actor = self._hand(matter, step)
        events: list[Event] = []
        if step.shot:
            events.append(HazardPhotoSent(matter.number, self._picture(), matter.pictured))
        events.append(self._moved(matter, step))
        if not self.year.act(connection, actor, step.at, *events):
            return
        if step.shot:
            self._keep(actor, matter.number, step.at + FETCHED)
        if step.action is HazardAction.GRANT_EXTENSION:
            matter.due = _asked(steps[:place])
        if step.action in ENDS and self._open.get(matter.unit) == matter.number:
            del self._open[matter.unit]
        if place + 1 < len(steps):
            self._next(matter, steps, place + 1)

    def _hand(self, matter: Matter, step: Step) -> Actor:
        """Who takes it: the other one of the enterprise only where there is one."""
        if step.who is Who.FINDER:
            return self.crew.actor(matter.finder)
        others = [
            one
            for one in self.crew.of[matter.unit]
            if one is not matter.finder and one.account in self.crew.actors
        ]
        if step.who is Who.SECOND and others and matter.inspector is None:
            return self.crew.actor(others[0])
        here = self.crew.supervisors(matter.unit.entry.town)
        town = [one for one in here if one is not matter.inspector] or here
        return self.crew.actor(town[hash_of(matter.number) % len(town)])

    def _moved(self, matter: Matter, step: Step) -> HazardMoved:
        day = None if step.days is None else today(step.at) + timedelta(days=step.days)
        person = self.crew.actor(matter.finder).person
        if step.action is HazardAction.PLAN and day is not None and matter.due >= today(step.at):
            day = min(day, matter.due)
        if step.action is HazardAction.ASK_EXTENSION and day is not None:
            day = max(day, matter.due + timedelta(days=1))
        if step.action in NEW_DAY and day is not None:
            matter.due = day
        owner = person if step.action in GIVEN else None
        return HazardMoved(
            matter.number,
            step.action,
            step.reason,
            day=day,
            owner=owner,
            measures=step.measures,
            money=step.money,
            contingency=step.contingency,
            words=step.words,
            root=step.root,
        )


def _asked(steps: Sequence[Step]) -> date:
    """The day that was asked for."""
    step = next(one for one in reversed(steps) if one.action is HazardAction.ASK_EXTENSION)
    return today(step.at) + timedelta(days=step.days or 0)


def hash_of(number: str) -> int:
    """Spreads hazards over the supervisors of a town."""
    return int(number[-6:])
