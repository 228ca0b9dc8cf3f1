"""Drills of the paper world: what each event changes, what one person may read, and the clock that tells injects."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from checklists.drills import Script
from safety import events_drills as drilled
from safety import events_plans as registered
from safety.calendar import CHINA, calendar_of
from safety.drills import (
    Answer,
    Drill,
    DrillState,
    Late,
    Mark,
    Participant,
    Reply,
    Return,
    Sent,
    Wash,
    lateness,
    next_day,
    now_due,
    standing,
    takes_answers,
)
from safety.people import Right
from safety.plans import PlanOf, Version

if TYPE_CHECKING:
    from tests.dialogs.paper import World

LIVE = (DrillState.PLANNED, DrillState.RUNNING, DrillState.ENDED)
PAST = (DrillState.ENDED, DrillState.DONE, DrillState.STOPPED)


class DrillYard:
    """What events do to the drills of a World, by number."""

    def _drill_planned(self: "World", person: int, event: drilled.DrillPlanned) -> None:
        assert self.actor(person).may(Right.RUN_DRILL), "storage would refuse"
        script = self.catalogue.scripts[event.script]
        assert script.fingerprint == event.fingerprint
        number = f"YL-2026-{len(self.drilled) + 1:06d}"
        self.drilled[number] = Drill(
            number, self.enterprise.name, False, DrillState.PLANNED, event.at, event.place, event.extra,
            person, self.people[person].name, script=script,
        )  # fmt: skip

    def _drill(self: "World", number: str, **changed: object) -> None:
        self.drilled[number] = replace(self.drilled[number], **changed)  # type: ignore[arg-type]  # by name

    def _drill_cancelled(self: "World", _person: int, event: drilled.DrillCancelled) -> None:
        assert self.drilled[event.number].state is DrillState.PLANNED, "storage would refuse"
        self._drill(event.number, state=DrillState.CANCELLED)

    def staff(self: "World") -> tuple[Participant, ...]:
        return tuple(
            Participant(number, one.name, seat.role)
            for number, one in self.people.items()
            for seat, _place in one.seats[:1]
            if seat.enterprise is not None
        )

    def _drill_started(self: "World", person: int, event: drilled.DrillStarted) -> None:
        assert self.drilled[event.number].state is DrillState.PLANNED, "storage would refuse"
        begun = {"state": DrillState.RUNNING, "started_at": self.now, "people": self.staff()}
        self._drill(event.number, commander=person, commander_name=self.people[person].name, **begun)

    def _roll_called(self: "World", person: int, event: drilled.RollCalled) -> None:
        assert not any(one.real and one.state is DrillState.RUNNING for one in self.drilled.values())
        for one in [*self.drilled.values()]:
            if one.state is DrillState.RUNNING:
                self._drill(one.number, state=DrillState.STOPPED, ended_at=self.now, reason="real")
        number = f"DM-2026-{len(self.drilled) + 1:06d}"
        self.drilled[number] = Drill(
            number, self.enterprise.name, True, DrillState.RUNNING, self.now, event.place, 0, person,
            self.people[person].name, started_at=self.now, called_at=self.now, people=self.staff(),
        )  # fmt: skip

    def tells(self: "World") -> list[str]:
        """The clock has come by: every inject that is due is told."""
        told = []
        for one in [*self.drilled.values()]:
            if one.state is not DrillState.RUNNING or one.script is None or one.started_at is None:
                continue
            rules = self.catalogue.rules.drills
            due = now_due(one.script, one.started_at, one.sent.keys(), self.now)
            late = {
                inject.id: Sent(self.now, lateness(inject, one.started_at, self.now, rules)) for inject in due
            }
            self._drill(one.number, sent={**one.sent, **late})
            if any(inject.rollcall for inject in due):
                self._drill(one.number, called_at=self.now)
            told += [inject.id for inject in due]
        return told

    def _drill_answered(self: "World", person: int, event: drilled.DrillAnswered) -> None:
        one = self.drilled[event.number]
        assert one.called_at is not None
        assert takes_answers(one, self.now), "storage would refuse"
        said = [*self.replies.get((event.number, person), ()), Reply(event.answer, self.now, event.words)]
        self.replies[event.number, person] = tuple(said)
        people = tuple(
            replace(part, standing=standing(said)) if part.person == person else part for part in one.people
        )
        self._drill(event.number, people=people)

    def _drill_photo_sent(self: "World", _person: int, event: drilled.DrillPhotoSent) -> None:
        photos = self.drilled[event.number].photos
        self._drill(event.number, photos={**photos, event.inject: photos.get(event.inject, 0) + 1})

    def _command_taken(self: "World", person: int, event: drilled.CommandTaken) -> None:
        self._drill(event.number, commander=person, commander_name=self.people[person].name, here=True)

    def _drill_ended(self: "World", _person: int, event: drilled.DrillEnded) -> None:
        one = self.drilled[event.number]
        assert one.state is DrillState.RUNNING, "storage would refuse"
        state = DrillState.DONE if one.real else DrillState.ENDED
        state = DrillState.STOPPED if event.stopped else state
        self._drill(event.number, state=state, ended_at=self.now, reason=event.reason)

    def _drill_washed(self: "World", person: int, event: drilled.DrillWashed) -> None:
        one, name = self.drilled[event.number], self.people[person].name
        kept = tuple(said for said in one.washes if (said.person, said.question) != (name, event.question))
        self._drill(event.number, washes=(*kept, Wash(name, event.question, event.fine, event.words)))

    def _drill_marked(self: "World", _person: int, event: drilled.DrillMarked) -> None:
        marks = self.drilled[event.number].marks
        self._drill(event.number, marks={**marks, event.measure: Mark(event.fine, event.words)})

    def _drill_hazard_reported(self: "World", person: int, event: drilled.DrillHazardReported) -> None:
        self._hazard_reported(person, event)
        marks = self.drilled[event.drill].marks
        weak = replace(marks[event.measure], hazard=self.found[-1].number)
        self._drill(event.drill, marks={**marks, event.measure: weak})

    def _drill_closed(self: "World", _person: int, event: drilled.DrillClosed) -> None:
        one = self.drilled[event.number]
        assert one.state is DrillState.ENDED, "storage would refuse"
        assert not one.unmarked, "storage would refuse"
        done = {"state": DrillState.DONE, "next_due": event.due, "sha256": "0123456789abcdef" * 4}
        self._drill(event.number, **done)


@dataclass
class PaperDrills:
    """What one person may read of drills in a paper world."""

    world: "World"
    person: int

    def scripts(self) -> Mapping[str, Script]:
        return self.world.catalogue.scripts

    def _every(self) -> list[Drill]:
        return [*self.world.drilled.values()]

    def running(self) -> Drill | None:
        if not self.world.actor(self.person).may(Right.JOIN_DRILL):
            return None
        running = [one for one in self._every() if one.state is DrillState.RUNNING]
        return max(running, key=lambda one: one.real, default=None)

    def drill(self, number: str) -> Drill | None:
        return self.world.drilled.get(number) if self.world.actor(self.person).may(Right.SEE_DRILLS) else None

    def newest(self) -> Drill | None:
        mine = [one for one in self._every() if one.commander == self.person]
        return mine[-1] if mine else None

    def assembly_point(self) -> str:
        said = [one.place for one in self._every() if one.place]
        return said[-1] if said and self.world.actor(self.person).seat else ""

    def planned(self) -> Sequence[Drill]:
        coming = [one for one in self._every() if not one.real and one.state in LIVE]
        return [one for one in coming if one.state is not DrillState.RUNNING]

    def past(self, *, offset: int = 0, limit: int = 5) -> Sequence[Drill]:
        return [one for one in reversed(self._every()) if one.state in PAST][offset : offset + limit]

    def count_past(self) -> int:
        return len(self.past(limit=1000))

    def due(self) -> date | None:
        began = [
            one.started_at
            for one in self._every()
            if one.state is DrillState.DONE and not one.real and one.started_at
        ]
        last = max(began, default=self.world.now - timedelta(days=100))
        rules = self.world.catalogue.rules.reminders
        facts = self.world.ledger(self.person).facts()
        return next_day(rules, facts, last, calendar_of(self.world.catalogue.holidays))

    def strength(self) -> int:
        return len(self.world.staff())

    def returned(self, first: date) -> Return:
        held = [
            one for one in self._every()
            if one.state in {DrillState.ENDED, DrillState.DONE} and not one.real
            if one.started_at is not None and one.started_at.date() >= first
        ]  # fmt: skip
        people = sum(len(one.people) + one.extra for one in held)
        return Return(len(held), people, min(1, len(held)), special=len(held))

    def late(self, day: date, *, limit: int = 5) -> Sequence[Late]:
        return [Late("三号饭店", day - timedelta(days=9))][:limit]

    def count_late(self, day: date) -> int:
        return len(self.late(day))


class PlanShelf:
    """What events do to the emergency plans of a World."""

    def _plan_entered(self: "World", _person: int, event: registered.PlanEntered) -> None:
        assert event.published_on <= self.now.astimezone(CHINA).date(), "storage would refuse"
        number = event.plan or len(self.planned) + 1
        known = self.planned.get(number)
        versions = known.versions if known else ()
        kind, title = (known.kind, known.title) if known else (event.plan_kind, event.title)
        new = Version(event.version, event.published_on)
        self.planned[number] = PlanOf(number, self.enterprise.name, kind, title, (new, *versions))

    def _newest(self: "World", number: int, **changed: object) -> None:
        plan = self.planned[number]
        newest = replace(plan.newest, **changed)  # type: ignore[arg-type]  # by name
        self.planned[number] = replace(plan, versions=(newest, *plan.versions[1:]))

    def _plan_filed(self: "World", _person: int, event: registered.PlanFiled) -> None:
        self._newest(event.plan, filed_on=event.on, filing=event.filing)

    def _plan_reviewed(self: "World", _person: int, event: registered.PlanReviewed) -> None:
        self._newest(event.plan, reviewed_on=event.on)

    def _plan_file_sent(self: "World", _person: int, event: registered.PlanFileSent) -> None:
        self._newest(event.plan, files=self.planned[event.plan].newest.files + 1)

    def _plan_withdrawn(self: "World", _person: int, event: registered.PlanWithdrawn) -> None:
        self.planned[event.plan] = replace(self.planned[event.plan], ended=True)


@dataclass
class PaperPlans:
    """What one person may read of plans in a paper world."""

    world: "World"
    person: int

    def plans(self, *, offset: int = 0, limit: int = 6) -> Sequence[PlanOf]:
        return [one for one in self.world.planned.values() if not one.ended][offset : offset + limit]

    def count_plans(self) -> int:
        return len(self.plans(limit=1000))

    def plan(self, number: int) -> PlanOf | None:
        return self.world.planned.get(number)

    def newest_plan(self) -> PlanOf | None:
        return [*self.world.planned.values()][-1] if self.world.planned else None


def all_safe(world: "World", number: str) -> None:
    """Everybody answers that they are safe."""
    for one in world.drilled[number].people:
        world.record(one.person, [drilled.DrillAnswered(number, Answer.SAFE)])
