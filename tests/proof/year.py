"""A year on a virtual clock: real tables, the real ticks and the gate, a stand-in for the sender; people with hours of their own, deaths, outages,
enterprises that stop, work again and close.

The clock jumps to whatever is next: a due row, a deed, the end of an outage. Every transaction can die before it commits.
"""

import heapq
import resource
import time as clock
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from bot import gate, owed_rounds
from bot.clock import RealClock
from bot.due_kinds import HANDLERS
from bot.turn import House
from checklists.catalogue import Catalogue
from checklists.reminders import Activity, Dated, Happening, Task
from checklists.schema import Severity
from checklists.words import Language
from dialogs.render import Texts
from safety.calendar import Calendar, at
from safety.enterprises import Colour
from safety.hazard_ledger import HazardState
from safety.people import Role
from storage import due, enterprises, obligations, outbox, owing, telling
from storage.database import Database
from storage.enterprises import Entry
from storage.outbox import Kind, Mark
from storage.prepared import Prepared
from storage.tables.ledger import hazards
from storage.tables.obligations import obligations as rows
from storage.tables.people import people, seats
from storage.tables.post import due as due_rows
from storage.tables.post import outbox as letters
from tests.proof.yearbook import CHINA, Book, Deed, Message, Unit, day_of, works

FIRST, LAST = date(2026, 1, 5), date(2027, 1, 1)
FLAGS = [
    "uses_gas",
    "gas_pipe",
    "fire_key_unit",
    "has_fire_facilities",
    "limited_space",
    "hazchem",
    "has_special_ops",
    "has_special_equipment",
    "public_gathering",
    "construction",
]
HOURS = (time(10), time(14), time(16, 30))  # of people who have chosen one
ELSEWHERE = {task.value for task in owing.ELSEWHERE}
OUTAGES = (  # from when, for how many minutes
    (datetime(2026, 3, 17, 8, 29, 30, tzinfo=CHINA), 1),
    (datetime(2026, 5, 12, 8, 10, tzinfo=CHINA), 60),
    (datetime(2026, 8, 18, 8, 0, tzinfo=CHINA), 23 * 60),
    (datetime(2026, 9, 30, 8, 0, tzinfo=CHINA), 23 * 60),  # before the long holiday
)
AWAY = [(begin, begin + timedelta(minutes=minutes)) for begin, minutes in OUTAGES]


FIRST_DUE = Prepared(select(func.min(due_rows.c.due_at).label("at")))


class Died(Exception):  # noqa: N818 - what happened to the process
    """The process is gone before its transaction has committed."""


def die(now: bool) -> None:
    """The process is killed."""
    if now:
        raise Died


@dataclass
class Outcome:
    """What a year came to."""

    messages: list[Message] = field(default_factory=list)
    expected: list[Message] = field(default_factory=list)
    alerts: int = 0
    alerts_expected: int = 0
    deaths: int = 0
    acts: int = 0
    at_night: int = 0
    twice_a_day: int = 0
    lost: int = 0
    seconds: float = 0.0
    reference_seconds: float = 0.0
    megabytes: int = 0

    @property
    def differences(self) -> list[str]:
        """What was told and should not have been, or the other way round."""
        ours, theirs = set(self.messages), set(self.expected)
        return [f"told {one}" for one in sorted(ours - theirs, key=str)] + [
            f"missing {one}" for one in sorted(theirs - ours, key=str)
        ]

    def __str__(self) -> str:
        matters = sum(len(one) for *_, one in self.messages)
        return (
            f"{len(self.messages)} messages with {matters} matters, {self.alerts} alerts, {self.deaths} deaths, {self.acts} stops and starts, "
            f"{len(self.differences)} differences, {self.at_night} at night, {self.twice_a_day} twice a day, {self.lost} lost, "
            f"{self.seconds:.0f} s ({self.reference_seconds:.0f} s for the reference), {self.megabytes} MB"
        )


class Year:
    """One year of so many enterprises."""

    def __init__(self, database: Database, catalogue: Catalogue, many: int, persons: int, seed: int) -> None:
        self.database = database
        self.catalogue = catalogue
        self.random = Random(seed)
        self.calendar = Calendar()
        self.house = House(catalogue, Texts.load(), RealClock(), 1, "year")
        self.rules = {rule.id: rule for rule in catalogue.rules.reminders.rules}
        self.units: dict[int, Unit] = {}
        self.hours: dict[int, time] = {}
        self.closing: dict[int, datetime] = {}
        self.heap: list[tuple[datetime, int, Callable[[Connection, datetime], None]]] = []
        self.turns = 0
        self.out = Outcome()
        self._planned: set[tuple[int, int, date]] = set()
        self._seat(many, persons)

    # --- who there is

    def _seat(self, many: int, persons: int) -> None:
        entries = []
        colours = (Colour.WHITE, Colour.BLUE, Colour.YELLOW)
        for number in range(1, many + 1):
            facts = {flag: True for flag in FLAGS if self.random.random() < 0.3}
            facts |= {"catering": True, "staff": self.random.randrange(3, 300)}
            code = f"9137{number:014d}"
            entries.append(Entry(code, f"企业{number}", colours[number % 3], f"镇{number % 9}", facts=facts))
        with self.database.writing() as connection:
            enterprises.name_district(connection, "区")
            for start in range(0, many, 500):
                enterprises.save(connection, entries[start : start + 500], at(FIRST, time(1)), "year")
            connection.execute(due_rows.delete())
            for number, entry in enumerate(entries, 1):
                self._unit(connection, number, entry, two=number <= persons - many)

    def _unit(self, connection: Connection, number: int, entry: Entry, *, two: bool) -> None:
        joined = at(FIRST, time(9)) + timedelta(
            days=self.random.randrange(20), minutes=self.random.randrange(400)
        )
        officer = self._person(connection, number, Role.OFFICER, joined)
        principal = self._person(connection, number, Role.PRINCIPAL, joined) if two else officer
        facts = self.catalogue.facts.derive(dict(entry.facts))
        forms = [self.catalogue.checklists[one] for one in self.catalogue.for_enterprise(entry.colour, facts)]
        hours = {one: self.hours[one] for one in (officer, principal) if one in self.hours}
        self.units[number] = Unit(
            number, officer, principal, joined, facts, entry.colour, {}, [], forms, hours
        )
        if two:
            self._appoint(connection, number, principal, joined)
        obligations.mark(connection, number, joined)
        self._plan(number, joined)

    def _appoint(self, connection: Connection, number: int, principal: int, joined: datetime) -> None:
        about = f"person:{principal}"
        obligations.arise(connection, Happening.PRINCIPAL_APPOINTED, number, about, joined)
        self._note(number, Deed(joined, "happens", Happening.PRINCIPAL_APPOINTED.value, about))

    def _person(self, connection: Connection, number: int, role: Role, since: datetime) -> int:
        known = len(self.units) * 2 + (role is Role.PRINCIPAL) + 1
        row = {
            "account": 10**6 + known,
            "chat": 10**6 + known,
            "name": f"人{known}",
            "language": Language.ZH,
            "consent_version": "1",
            "consent_at": since,
            "met_at": since,
        }
        own = self.random.choice(HOURS) if self.random.random() < 0.4 else None
        row["hour"] = None if own is None else own.hour * 60 + own.minute
        person = int(connection.execute(insert(people).values(row).returning(people.c.id)).scalar_one())
        if own is not None:
            self.hours[person] = own
        connection.execute(insert(seats).values(person=person, role=role, enterprise=number, since=since))
        return person

    # --- what happens

    def _plan(self, number: int, joined: datetime) -> None:
        """What the ledgers of others will say in the course of the year: dates and happenings."""
        for dated, subject in (
            (Dated.CERTIFICATE_REVIEW, "certificate"),
            (Dated.EQUIPMENT_INSPECTION, "equipment"),
            (Dated.LICENCE_EXPIRY, "licence"),
            (Dated.STANDARDIZATION_EXPIRY, "standardization"),
        ):
            if self.random.random() < 0.5:
                day = FIRST + timedelta(days=self.random.randrange(5, 420))
                self._later(self._some_time(joined), self._dates(number, dated, f"{subject}:{number}", day))
        for happening, subject in (
            (Happening.WORKER_JOINED, "worker"),
            (Happening.PLAN_PUBLISHED, "plan"),
            (Happening.PLAN_PUBLISHED, "on_site_plan"),
            (Happening.PLAN_PUBLISHED, "special_plan"),
            (Happening.RESUMPTION_STARTED, "enterprise"),
        ):
            if self.random.random() < 0.5:
                self._later(self._some_time(joined), self._happens(number, happening, f"{subject}:{number}"))

        self._plan_acts(number, joined)
        for _ in range(2):
            if self.random.random() < 0.6:
                self._later(self._some_time(joined), self._finds(number, joined))
        if self.random.random() < 0.3:
            self._later(self._some_time(joined), self._finds_major(number, joined))

    def _plan_acts(self, number: int, joined: datetime) -> None:
        """Some enterprises stop and work again, once or twice; a few close for good."""
        luck = self.random.random()
        if luck >= 0.3:
            return
        many = 4 if luck < 0.08 else 3 if luck < 0.1 else 2
        turns = sorted(self._some_time(joined) for _ in range(many))
        if luck > 0.26:
            self.closing[number] = turns[0]
            self._later(turns[0], self._acts(number, Activity.CLOSED, "closes"))
            return
        for place, moment in enumerate(turns):
            stops = place % 2 == 0
            activity, what = (Activity.STOPPED, "stops") if stops else (Activity.RESUMED, "resumes")
            self._later(moment, self._acts(number, activity, what))

    def _acts(self, number: int, activity: Activity, what: str) -> Callable[[Connection, datetime], None]:
        def do(connection: Connection, now: datetime) -> None:
            obligations.act(connection, number, activity, now)
            self.out.acts += 1
            self._note(number, Deed(now, what))

        return do

    def _over(self, number: int, now: datetime) -> bool:
        """Whether an enterprise is closed, or will be within days, so that no hazard is found there any more."""
        return number in self.closing and now + timedelta(days=3) > self.closing[number]

    def _hazard(self, connection: Connection, number: int, now: datetime, day: date, **more: Any) -> str:
        """A row of the ledger of hazards, as a report writes it."""
        self.turns += 1
        named = f"YH-2026-{self.turns:06d}"
        officer = self.units[number].officer
        row = {
            "number": named,
            "enterprise": number,
            "severity": Severity.GENERAL,
            "suspected_major": False,
            "state": HazardState.FIXING,
            "due": day,
            "found_at": now,
            "found_by": officer,
            "reported_at": now,
            "owner": officer,
        }
        connection.execute(insert(hazards).values(row | more))
        obligations.mark(connection, number, now)
        return named

    def _finds(self, number: int, joined: datetime) -> Callable[[Connection, datetime], None]:
        """A hazard with its day; later it may get more time."""
        day_off, more = self.random.randrange(1, 40), self.random.randrange(1, 40)
        extended = self._some_time(joined) if self.random.random() < 0.5 else None

        def do(connection: Connection, now: datetime) -> None:
            if self._over(number, now):
                return
            day = day_of(now) + timedelta(days=day_off)
            about = f"hazard:{self._hazard(connection, number, now, day)}"
            self._note(number, Deed(now, "dates", Dated.HAZARD_DUE.value, about, day))
            if extended is not None and extended > now:
                self._later(extended, self._extends(number, about, extended, more))

        return do

    def _extends(
        self, number: int, about: str, moment: datetime, more: int
    ) -> Callable[[Connection, datetime], None]:
        def do(connection: Connection, now: datetime) -> None:
            still = select(rows.c.id).where(rows.c.about == about, rows.c.state == "open")
            if connection.execute(still).first() is None:
                return
            day = day_of(moment) + timedelta(days=more)
            mine = hazards.c.number == about.removeprefix("hazard:")
            connection.execute(update(hazards).where(mine).values(due=day))
            obligations.mark(connection, number, now)
            self._note(number, Deed(now, "moves", Dated.HAZARD_DUE.value, about, day))

        return do

    def _finds_major(self, number: int, joined: datetime) -> Callable[[Connection, datetime], None]:
        """A suspected major one in a draft: reported within a day, or an alert leaves, by night too."""
        reported = self.random.random() < 0.5

        def do(connection: Connection, now: datetime) -> None:
            if self._over(number, now):
                return
            draft = {"state": HazardState.FOUND, "suspected_major": True, "reported_at": None}
            named = self._hazard(connection, number, now, day_of(now), **draft)
            self.out.alerts_expected += not reported
            if reported:
                self._later(now + timedelta(hours=5), self._withdraws(number, named))

        return do

    def _withdraws(self, number: int, named: str) -> Callable[[Connection, datetime], None]:
        def do(connection: Connection, now: datetime) -> None:
            gone = update(hazards).where(hazards.c.number == named)
            connection.execute(gone.values(state=HazardState.WITHDRAWN, withdrawn_at=now))
            obligations.mark(connection, number, now)

        return do

    def _some_time(self, joined: datetime) -> datetime:
        """A moment of an afternoon after everybody has joined, with the API there."""
        while True:
            day = day_of(joined) + timedelta(days=self.random.randrange(1, 330))
            moment = at(day, time(15)) + timedelta(seconds=self.random.randrange(9000))
            if not any(begin <= moment <= end for begin, end in AWAY):
                return moment

    def _later(self, moment: datetime, what: Callable[[Connection, datetime], None]) -> None:
        self.turns += 1
        heapq.heappush(self.heap, (moment, self.turns, what))

    def _note(self, number: int, deed: Deed) -> None:
        self.units[number].deeds.append(deed)

    def _dates(
        self, number: int, dated: Dated, about: str, day: date
    ) -> Callable[[Connection, datetime], None]:
        def do(connection: Connection, now: datetime) -> None:
            obligations.dated(connection, dated, number, about, day)
            self._note(number, Deed(now, "dates", dated.value, about, day))

        return do

    def _happens(
        self, number: int, happening: Happening, about: str
    ) -> Callable[[Connection, datetime], None]:
        def do(connection: Connection, now: datetime) -> None:
            obligations.arise(connection, happening, number, about, now)
            self._note(number, Deed(now, "happens", happening.value, about))

        return do

    # --- the clock

    def run(self) -> Outcome:
        """From the first to the last day."""
        began = clock.perf_counter()
        now, end = at(FIRST, time(0)), at(LAST, time(0))
        while True:
            following = self._next(now)
            if following is None or following >= end:
                break
            now = max(now, following)
            self._moment(now)
        self.out.seconds = clock.perf_counter() - began
        self._judge()
        return self.out

    def _next(self, now: datetime) -> datetime | None:
        with self.database.reading() as connection:
            first = FIRST_DUE.scalar(connection, {})
            waiting = outbox.next_waiting(connection)
        back = next((end for begin, end in AWAY if begin <= now < end), None)
        if waiting is not None:
            waiting = max(waiting, back) if back else max(waiting, now + timedelta(seconds=1))
        moments = [one for one in (first, waiting, self.heap[0][0] if self.heap else None) if one is not None]
        return min(moments, default=None)

    def _moment(self, now: datetime) -> None:
        while self.heap and self.heap[0][0] <= now:
            _, _, what = heapq.heappop(self.heap)
            with self.database.writing() as connection:
                what(connection, now)
        while self._lives(lambda c: owed_rounds.work_out(c, self.house, self.calendar, now)):
            pass
        while self._lives(lambda c: self._tick(c, now)):
            pass
        if not any(begin <= now < end for begin, end in AWAY):
            while self._lives(lambda c: self._send(c, now)):
                pass

    def _lives(self, job: Callable[[Connection], int]) -> int:
        """One transaction; now and then the process dies before it commits, and another one does it again."""
        dies = self.random.random() < 0.02
        try:
            with self.database.writing() as connection:
                done = job(connection)
                die(dies and bool(done))
        except Died:
            self.out.deaths += 1
            return 1
        return done

    def _tick(self, connection: Connection, now: datetime) -> int:
        found = due.due_now(connection, now, 200, but=(obligations.KIND,))
        return sum(HANDLERS[row.kind](connection, self.house, self.calendar, row, now) for row in found)

    def _send(self, connection: Connection, now: datetime) -> int:
        claimed = outbox.claim(connection, "year", now, 200)
        free = [one for one in claimed if gate.may_leave(connection, self.house, one, now)]
        outbox.mark(connection, [Mark(one.id, "sent", at=now) for one in free])
        arrived = [(one, telling.numbers_in(outbox.opens_of(connection, one.id))) for one in free]
        connection.info["arrived"] = arrived
        self._arrived(connection, now, arrived)
        return len(claimed)

    def _arrived(self, connection: Connection, now: datetime, arrived: list[tuple[Any, Any]]) -> None:
        """People look at what has come, and some of them do something in the afternoon."""
        for letter, numbers in arrived:
            if letter.kind is Kind.ALERT:
                continue
            found = connection.execute(
                select(rows.c.id, rows.c.enterprise, rows.c.rule, rows.c.about).where(rows.c.id.in_(numbers))
            ).all()
            for row in found:
                self._reaction(row, letter.person, now)

    def _reaction(self, row: Any, person: int, now: datetime) -> None:
        luck = Random(f"{row.id}/{person}/{now:%Y%m%d}").random()
        if any(begin <= now + timedelta(hours=10) and now <= end for begin, end in AWAY):
            return
        moment = at(day_of(now), time(15)) + timedelta(seconds=int(luck * 9000))
        key = (row.id, person, day_of(now))
        if key in self._planned or moment <= now:
            return
        if luck < 0.35:
            self._planned.add(key)
            self._later(moment, self._does(row.enterprise, row.rule, row.about))
        elif luck < 0.45:
            self._planned.add(key)
            self._later(moment, self._puts_off(row, person))

    def _does(self, number: int, rule: str, about: str) -> Callable[[Connection, datetime], None]:
        def do(connection: Connection, now: datetime) -> None:
            if not self._still(connection, rule, about):
                return
            task = Task.CHECK if self.rules[rule].task is Task.CHECK else self.rules[rule].task
            obligations.settle(connection, task, about, now, None, rule=None if task is Task.CHECK else rule)
            self._note(number, Deed(now, "done", rule, about))

        return do

    def _still(self, connection: Connection, rule: str, about: str) -> bool:
        """Whether this is owed: the enterprise may have stopped an hour ago."""
        here = (rows.c.rule == rule) & (rows.c.about == about) & (rows.c.newest == 1)
        return connection.execute(select(rows.c.id).where(here, rows.c.state == "open")).first() is not None

    def _puts_off(self, row: Any, person: int) -> Callable[[Connection, datetime], None]:
        def do(connection: Connection, now: datetime) -> None:
            still = connection.execute(select(rows.c.state).where(rows.c.id == row.id)).scalar_one()
            if still != "open":
                return
            following = day_of(now) + timedelta(days=1)
            while not works(following):
                following += timedelta(days=1)
            telling.put_off(connection, person, [row.id], at(following, self.hours.get(person, time(8, 30))))
            self._note(row.enterprise, Deed(now, "puts off", row.rule, row.about))

        return do

    # --- the verdict

    def _judge(self) -> None:
        began = clock.perf_counter()
        merged: dict[tuple[int, date], set[tuple[int, str, str]]] = {}
        for unit in self.units.values():
            for person, day, matters in Book(unit, self.rules.values(), ELSEWHERE).messages(LAST, AWAY):
                merged.setdefault((person, day), set()).update(matters)
        self.out.expected = [(person, day, frozenset(one)) for (person, day), one in merged.items()]
        self.out.reference_seconds = clock.perf_counter() - began
        with self.database.reading() as connection:
            self.out.messages = list(self._told(connection))
            waiting = select(func.count()).where(
                letters.c.state.in_(["waiting", "sending", "failed", "expired"])
            )
            self.out.lost = int(connection.execute(waiting).scalar_one())
        days = [(person, day) for person, day, _ in self.out.messages]
        self.out.twice_a_day = len(days) - len(set(days))
        self.out.megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024

    def _told(self, connection: Connection) -> Iterator[Message]:
        known = {
            row.id: (row.enterprise, row.rule, row.about)
            for row in connection.execute(select(rows.c.id, rows.c.enterprise, rows.c.rule, rows.c.about))
        }
        found = select(letters.c.person, letters.c.sent_at, letters.c.opens, letters.c.kind)
        for row in connection.execute(found.where(letters.c.state == "sent").order_by(letters.c.id)):
            if row.kind == Kind.ALERT.value:
                self.out.alerts += 1
                continue
            local = row.sent_at.astimezone(CHINA)
            self.out.at_night += not time(8) <= local.time() < time(20)
            numbers = telling.numbers_in(row.opens)
            yield row.person, local.date(), frozenset(known[one] for one in numbers)


__all__ = ["Activity", "Outcome", "Year"]
