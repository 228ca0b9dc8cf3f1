"""People and papers of the paper world: what each event changes, and what one person may read (safety.staffbook.StaffBook)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from safety.calendar import today as day_of
from safety.certificates import Certificate, by_urgency, later
from safety.events_staff import (
    CertificateAdded,
    CertificateDropped,
    VetoAppealed,
    VetoLifted,
    VetoSet,
    WorkerAdded,
    WorkerChanged,
    WorkerLeft,
    WorkerLinked,
    WorkerReturned,
)
from safety.people import Right
from safety.staff import Worker
from safety.starting import Examined, Hours, Known
from safety.vetoes import Veto

if TYPE_CHECKING:
    from tests.dialogs.paper import World

FOUND = 6


class Roster:
    """What events do to the people and papers of a World. Numbers are places in the lists, from 1."""

    def _worker_added(self: "World", person: int, event: WorkerAdded) -> None:
        assert self.actor(person).may(Right.KEEP_STAFF), "storage would refuse"
        number = len(self.workers) + 1
        self.workers = [*self.workers, Worker(number, 1, event.name, event.post, event.since)]

    def _worker(self: "World", number: int, **changed: object) -> None:
        self.workers = [
            replace(one, **changed) if one.id == number else one  # type: ignore[arg-type]  # by name
            for one in self.workers
        ]

    def _worker_changed(self: "World", _person: int, event: WorkerChanged) -> None:
        one = self.workers[event.worker - 1]
        came = one.came if one.post == event.post else one.new
        self._worker(event.worker, post=event.post, since=event.since, back_since=None, came=came)

    def _worker_returned(self: "World", _person: int, event: WorkerReturned) -> None:
        self._worker(event.worker, back_since=event.since)

    def _worker_left(self: "World", _person: int, event: WorkerLeft) -> None:
        self._worker(event.worker, until=event.until)

    def _worker_linked(self: "World", _person: int, event: WorkerLinked) -> None:
        other = next(one for one in self.workers if one.id == event.other)
        self._worker(event.other, person=None, until=day_of(self.now))
        self._worker(event.worker, person=other.person)

    def _certificate_added(self: "World", person: int, event: CertificateAdded) -> None:
        mine = {one.id for one in self.workers if one.person == person}
        assert self.actor(person).may(Right.KEEP_STAFF) or event.worker in mine, "storage would refuse"
        if event.replaces is not None:
            self._paper(event.replaces, current=False)
        holder = next((one.name for one in self.workers if one.id == event.worker), "")
        made = Certificate(
            len(self.papers) + 1,
            event.certificate,
            event.worker,
            holder,
            event.number,
            event.issued,
            event.valid_to,
            event.review,
            event.place,
            waits=bool(event.pictures),
        )
        self.papers = [*self.papers, made]

    def _paper(self: "World", number: int, **changed: object) -> None:
        self.papers = [
            replace(one, **changed) if one.id == number else one  # type: ignore[arg-type]  # by name
            for one in self.papers
        ]

    def _certificate_dropped(self: "World", _person: int, event: CertificateDropped) -> None:
        self._paper(event.certificate, current=False)

    def _veto_set(self: "World", person: int, event: VetoSet) -> None:
        assert self.actor(person).may(Right.SET_VETO), "storage would refuse"
        name = next((one.name for one in self.workers if one.id == event.worker), self.enterprise.name)
        made = Veto(
            f"FJ-2026-{len(self.vetoed) + 1:06d}",
            self.enterprise.name,
            event.worker,
            name,
            event.reason,
            event.words,
            frozenset(event.bars),
            day_of(self.now),
            event.until,
            self.people[person].name,
        )
        self.vetoed = [*self.vetoed, made]

    def _veto(self: "World", number: str, **changed: object) -> None:
        self.vetoed = [
            replace(one, **changed) if one.number == number else one  # type: ignore[arg-type]  # by name
            for one in self.vetoed
        ]

    def _veto_lifted(self: "World", _person: int, event: VetoLifted) -> None:
        self._veto(event.number, lifted=day_of(self.now), lifted_why=event.why)

    def _veto_appealed(self: "World", _person: int, event: VetoAppealed) -> None:
        self._veto(event.number, appeal=event.words)


@dataclass
class PaperStaff:
    """What one person may read of the roster and the papers of a paper world."""

    world: "World"
    person: int
    whole: bool

    @property
    def _today(self) -> date:
        return day_of(self.world.now)

    def _here(self) -> list[Worker]:
        return sorted((one for one in self.world.workers if one.here), key=lambda one: (one.name, one.id))

    def workers(self, *, offset: int, limit: int) -> Sequence[Worker]:
        return self._here()[offset : offset + limit] if self.whole else []

    def count(self) -> int:
        return len(self._here()) if self.whole else 0

    def worker(self, number: int) -> Worker | None:
        one = next((one for one in self._here() if one.id == number), None)
        return one if one is not None and (self.whole or one.person == self.person) else None

    def named(self, text: str) -> Sequence[Worker]:
        found = [one for one in self._here() if text in one.name] if self.whole and text else []
        return sorted(found, key=lambda one: one.name != text)[:FOUND]

    def me(self) -> Worker | None:
        return next((one for one in self._here() if one.person == self.person), None)

    def joined(self, worker: int) -> Sequence[Worker]:
        held = {one.worker for one in self.world.papers}
        others = [one for one in self._here() if one.id != worker and one.person is not None]
        return [one for one in others if one.id not in held][:FOUND] if self.whole else []

    def certificates(self) -> Sequence[Certificate]:
        me, gone = self.me(), {one.id for one in self.world.workers if not one.here}
        found = [one for one in self.world.papers if one.current and one.worker not in gone]
        if not self.whole:
            found = [one for one in found if me is not None and one.worker == me.id]
        soon = self.world.catalogue.rules.certificates.soon_days
        return sorted(found, key=lambda one: by_urgency(one, self._today, soon))

    def certificate(self, number: int) -> Certificate | None:
        one = next((one for one in self.world.papers if one.id == number), None)
        me = self.me()
        mine = one is not None and me is not None and one.worker == me.id
        return one if self.whole or mine else None

    def known(self, worker: int) -> Known:
        one = self.worker(worker)
        if one is None:
            return Known()
        papers = [paper for paper in self.world.papers if paper.current and paper.worker == worker]
        vetoes = [veto for veto in self.world.vetoed if veto.worker == worker]
        return Known(papers, self.world.trained.get(one.name), self._tested(one), vetoes)

    def _tested(self, one: Worker) -> Examined | None:
        done = [
            sheet.result
            for sheet in self.world.exams
            if sheet.person == one.person and sheet.result is not None
        ]
        newest = done[-1] if done else None
        return None if newest is None else Examined(day_of(newest.ended_at), newest.passed, newest.number)


@dataclass
class PaperVetoes:
    """The veto list of a paper world, as one person may read it."""

    world: "World"
    open: bool

    def _listed(self) -> list[Veto]:
        day = day_of(self.world.now)
        found = [one for one in reversed(self.world.vetoed) if one.lifted is None and one.until >= day]
        return found if self.open else []

    def listed(self, *, offset: int, limit: int) -> Sequence[Veto]:
        return self._listed()[offset : offset + limit]

    def count(self) -> int:
        return len(self._listed())

    def one(self, number: str) -> Veto | None:
        found = self.world.vetoed if self.open else []
        return next((one for one in found if one.number == number), None)


def staff_of(world: "World", person: int, credit_code: str) -> PaperStaff:
    """The roster of the own enterprise, or by its code for who inspects."""
    actor = world.actor(person)
    if credit_code:
        return PaperStaff(
            world, person, actor.may(Right.INSPECT) and credit_code == world.enterprise.credit_code
        )
    return PaperStaff(world, person, actor.may(Right.KEEP_STAFF))


def staffed(world: "World") -> None:
    """A worker with an account, an electrician whose certificate ends in 30 days, a welder without any, a boiler."""
    day = day_of(world.now)
    world.workers = [
        Worker(1, 1, "小李", "forklift_driver", date(2025, 3, 3), person=6),
        Worker(2, 1, "张三", "electrician", date(2024, 5, 6)),
        Worker(3, 1, "李四", "welder", date(2026, 11, 2), date(2026, 11, 16)),
    ]
    ends = day + timedelta(days=30)
    world.papers = [
        Certificate(1, "low_voltage", 2, "张三", "T3701", later(ends, -6), ends),
        Certificate(2, "boiler", review=day - timedelta(days=3), place="锅炉房"),
    ]
    world.trained = {"张三": Hours(Decimal(24), Decimal(24)), "李四": Hours(Decimal(8), Decimal(24))}
