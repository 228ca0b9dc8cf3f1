"""Lets the stories of hazards happen: who reports, plans, puts right, looks; every step through the rules, with its photos."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial

from sqlalchemy import Connection

from bot.demo.brush import Stage
from bot.demo.diary import Diary, Staff, act
from bot.demo.photos import picture
from bot.demo.stories import Step, Story
from bot.routers import Speaker
from checklists.schema import Severity
from safety.calendar import today
from safety.events import Event
from safety.events_hazards import HazardMoved, HazardNoted, HazardPhotoSent, HazardReported
from safety.people import Role
from storage import enterprises, hazards, people
from storage.enterprises import Entry


@dataclass(slots=True)
class Teller:
    """Tells stories into a diary. `town`: who supervises; `begin`: when people of the stories join."""

    diary: Diary
    staff: Staff
    town: Speaker
    begin: datetime
    numbers: dict[str, str] = field(default_factory=dict)

    def tell(self, story: Story, entry: Entry) -> None:
        """One hazard of one enterprise."""
        for role in sorted(_acting(story) - {Role.TOWN}):
            self.staff.hire(entry, role, self.begin + timedelta(hours=4))
        moment = self.diary.ago(story.ago, story.clock)
        self.diary.note(moment, partial(self._report, story=story, entry=entry, moment=moment))
        for step in story.steps:
            when = self.diary.ago(step.ago, step.clock)
            self.diary.note(when, partial(self._step, story=story, entry=entry, step=step, when=when))

    def _who(self, entry: Entry, role: Role) -> Speaker:
        return self.town if role is Role.TOWN else self.staff.speaker(entry, role)

    def _report(self, connection: Connection, story: Story, entry: Entry, moment: datetime) -> None:
        event = HazardReported(
            story.words,
            story.spot,
            story.category,
            Severity.MAJOR if story.major else Severity.GENERAL,
            today(moment) + timedelta(days=story.due),
            suspected_major=story.major,
            pictures=(picture(story.scene, Stage.BEFORE, story.time),),
        )
        actor = act(connection, self._who(entry, story.who), moment, event)
        place = enterprises.by_code(connection, entry.credit_code)
        number = hazards.last_reported(connection, place, actor.person) if place is not None else None
        if number is None:
            raise LookupError(f"{story.key} was not reported")
        self.numbers[story.key] = number

    def _step(self, connection: Connection, story: Story, entry: Entry, step: Step, when: datetime) -> None:
        events = [*self._shown(story, step), *self._done(connection, story, entry, step, when)]
        act(connection, self._who(entry, step.who), when, *events)

    def _shown(self, story: Story, step: Step) -> Iterator[Event]:
        """The photo and the words of a step."""
        number = self.numbers[story.key]
        if step.shot is not None:
            before = picture(story.scene, Stage.BEFORE, story.time).unique
            time = 2 if step.shot is Stage.BEFORE else 1
            yield HazardPhotoSent(number, picture(story.scene, step.shot, time), before)
        if step.text:
            yield HazardNoted(number, step.text)

    def _done(
        self, connection: Connection, story: Story, entry: Entry, step: Step, when: datetime
    ) -> Iterator[Event]:
        """What a step does, when it is more than words."""
        if step.action is None:
            return
        owner = None
        if step.to is not None:
            speaker = self._who(entry, step.to)
            owner = people.meet(connection, speaker, speaker.id, when).person
        yield HazardMoved(
            self.numbers[story.key],
            step.action,
            step.reason,
            day=None if step.days is None else today(when) + timedelta(days=step.days),
            owner=owner,
            measures=step.measures,
            money=step.money,
            contingency=step.contingency,
            of=self.numbers.get(step.same, ""),
            words=step.words,
            root=step.root,
        )


def _acting(story: Story) -> set[Role]:
    """Who does something in a story, or is given something to do."""
    given = (step.to for step in story.steps if step.to is not None)
    return {story.who, *(step.who for step in story.steps), *given}
