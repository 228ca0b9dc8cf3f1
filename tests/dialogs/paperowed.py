"""What is owed in the paper world: what each event changes, and what one person may read (safety.owed.OwedBook)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from checklists.reminders import Recipient, Task
from safety.calendar import at, today
from safety.events_ladder import ExtensionAsked, ExtensionDecided
from safety.events_owed import (
    ActivityChanged,
    HourChosen,
    OwedGivenBack,
    OwedHanded,
    OwedPutOff,
    OwedRecorded,
)
from safety.ladder import Exceeded, Ladder, Wanted, may_be_asked
from safety.owed import Late, Owed
from safety.owing import State
from safety.people import Right, Role

if TYPE_CHECKING:
    from tests.dialogs.paper import World

EVENING = at(today(datetime.fromisoformat("2026-11-23T01:00:00+00:00")), datetime.min.time()) + timedelta(
    hours=18
)


def matter(world: "World", number: int, rule: str, days: int, *, whose: int, about: str = "") -> Owed:
    """One thing owed, due in so many days, as a rule of the content asks for it."""
    one = world.catalogue.rules.reminders.rule(rule)
    form = world.catalogue.checklists.get("catering_gas")
    return Owed(
        number=number,
        rule=rule,
        title=one.title,
        detail=form.title if one.task is Task.CHECK and form else "",
        task=one.task,
        who=one.who,
        about=about or f"enterprise:{1}",
        enterprise=world.enterprise.name,
        due=EVENING + timedelta(days=days),
        state=State.OPEN,
        legal=one.source.value == "statute",
        minutes=one.minutes,
        giver=whose,
    )


def going_up(world: "World", to: str) -> Ladder:
    """The step that its owner sees coming, tomorrow."""
    above = {"principal": "王老板", "town": world.enterprise.town, "district": "天衢新区"}[to]
    return Ladder(to=Recipient(to), on=today(world.now) + timedelta(days=1), above=above)


class OwedDesk:
    """What events do to what is owed in a World. `giver` of a matter that nobody was handed is whose it is."""

    def _owed_put_off(self: "World", _person: int, event: OwedPutOff) -> None:
        assert event.until > self.now, "storage would refuse"
        self.put_off = [*self.put_off, (event.numbers, event.until)]

    def _owed_handed(self: "World", person: int, event: OwedHanded) -> None:
        self._matter(event.number, holder=self.people[event.to].name, holder_id=event.to, giver=person)

    def _owed_given_back(self: "World", person: int, event: OwedGivenBack) -> None:
        one = self.matters[event.number]
        assert one.holder_id == person, "storage would refuse"
        self._matter(event.number, holder="", holder_id=None)

    def _owed_recorded(self: "World", person: int, event: OwedRecorded) -> None:
        seat = self.actor(person).seat
        statistics = self.matters[event.number].task is Task.STATISTICS
        assert not statistics or (seat and seat.role is Role.PRINCIPAL), "storage would refuse"
        name = self.people[person].name
        self._matter(event.number, state=State.DONE, done_at=self.now, done_by=name)

    def _extension_asked(self: "World", person: int, event: ExtensionAsked) -> None:
        one = self.matters[event.number]
        assert may_be_asked(event.until, one.due, self.now), "storage would refuse"
        assert one.ladder.asked is None, "storage would refuse"
        self._matter(event.number, ladder=replace(one.ladder, asked=event.until))
        wanted = Wanted(
            number=len(self.requests_for_time) + 1,
            obligation=event.number,
            enterprise=one.enterprise,
            title=one.title,
            detail=one.detail,
            due=today(one.due),
            until=event.until,
            reason=event.reason,
            asker=person,
            person=self.people[person].name,
            deciders=(),
            count=one.ladder.count,
            legal=one.legal,
        )
        self.requests_for_time = [*self.requests_for_time, (wanted, event.to)]

    def _extension_decided(self: "World", _person: int, event: ExtensionDecided) -> None:
        wanted, _to = self.requests_for_time[event.number - 1]
        before = self.matters[wanted.obligation].ladder
        after = replace(before, asked=None)
        if event.granted:
            after = replace(after, until=wanted.until, count=before.count + 1, to=None, on=None)
        self._matter(wanted.obligation, ladder=after)

    def _hour_chosen(self: "World", person: int, event: HourChosen) -> None:
        self.hours = {**self.hours, person: event.minutes}

    def _activity_changed(self: "World", person: int, event: ActivityChanged) -> None:
        assert self.actor(person).may(Right.SET_COLOUR), "storage would refuse"
        assert event.reason, "storage would refuse"
        assert event.activity is not self.activity, "storage would refuse"
        self.activity = event.activity

    def _matter(self: "World", number: int, **changed: object) -> None:
        self.matters = {**self.matters, number: replace(self.matters[number], **changed)}  # type: ignore[arg-type]


@dataclass
class PaperOwed:
    """As safety.owed.OwedBook says it."""

    world: "World"
    person: int

    def _of(self, state: State) -> list[Owed]:
        if not self.world.actor(self.person).may(Right.ANSWER_CHECK):
            return []
        found = [self._seen(one) for one in self.world.matters.values() if one.state is state]
        return sorted(found, key=lambda one: (not one.mine, one.due, one.number))

    def _seen(self, one: Owed) -> Owed:
        whose = one.holder_id if one.holder_id is not None else one.giver
        return replace(one, mine=whose == self.person)

    def open(self, *, offset: int = 0, limit: int = 5) -> Sequence[Owed]:
        return self._of(State.OPEN)[offset : offset + limit]

    def count_open(self) -> int:
        return len(self._of(State.OPEN))

    def mine(self) -> Sequence[Owed]:
        return [one for one in self._of(State.OPEN) if one.mine]

    def by_enterprise(self) -> Mapping[int, int]:
        seat = self.world.actor(self.person).seat
        own = seat.enterprise if seat is not None else None
        return {own: len(self.mine())} if own is not None and self.mine() else {}

    def done(self, *, offset: int = 0, limit: int = 5) -> Sequence[Owed]:
        return self._of(State.DONE)[offset : offset + limit]

    def count_done(self) -> int:
        return len(self._of(State.DONE))

    def one(self, number: int) -> Owed | None:
        one = self.world.matters.get(number)
        return (
            None
            if one is None or not self.world.actor(self.person).may(Right.ANSWER_CHECK)
            else self._seen(one)
        )

    def hour(self) -> int | None:
        return self.world.hours.get(self.person)

    def late(self, *, offset: int = 0, limit: int = 5) -> Sequence[Late]:
        return self._late()[offset : offset + limit]

    def count_late(self) -> int:
        return len(self._late())

    def _late(self) -> list[Late]:
        if not self.world.actor(self.person).may(Right.SEE_DIGEST):
            return []
        over = [
            one for one in self.world.matters.values() if one.due < self.world.now and one.state is State.OPEN
        ]
        return [
            Late(one.enterprise, one.title, one.detail, one.due)
            for one in sorted(over, key=lambda one: one.due)
        ]


@dataclass
class PaperExceptions:
    """As safety.ladder.Exceptions says it."""

    world: "World"
    person: int

    def _named(self) -> list[Exceeded]:
        if not self.world.actor(self.person).may(Right.SEE_DIGEST):
            return []
        day = today(self.world.now)
        open_ = [one for one in self.world.matters.values() if one.state is State.OPEN]
        asked = [one for one in open_ if self.waiting(one.number) is not None]
        late = sorted((one for one in open_ if one.by < day and one not in asked), key=lambda one: one.due)
        return [self._line(one) for one in (*asked, *late)]

    def _line(self, one: Owed) -> Exceeded:
        return Exceeded(
            one.number,
            one.enterprise,
            one.title,
            one.detail,
            one.about,
            today(one.due),
            one.by,
            one.legal,
            one.ladder.count,
        )

    def listed(self, *, offset: int = 0, limit: int = 4) -> Sequence[Exceeded]:
        return self._named()[offset : offset + limit]

    def count(self) -> int:
        return len(self._named())

    def one(self, number: int) -> Exceeded | None:
        one = self.world.matters.get(number)
        if (
            one is None
            or one.state is not State.OPEN
            or not self.world.actor(self.person).may(Right.SEE_DIGEST)
        ):
            return None
        whose = one.holder_id or one.giver
        who = self.world.people[whose].name if whose else ""
        return replace(self._line(one), who=who, request=self.waiting(number))

    def waiting(self, obligation: int) -> Wanted | None:
        for wanted, _to in self.world.requests_for_time:
            if wanted.obligation == obligation:
                found = self.request(wanted.number)
                if found is not None:
                    return found
        return None

    def request(self, number: int) -> Wanted | None:
        if not 1 <= number <= len(self.world.requests_for_time):
            return None
        wanted, to = self.world.requests_for_time[number - 1]
        seat = self.world.actor(self.person).seat
        decides = (
            seat is not None and seat.role is Role.PRINCIPAL
            if to is Recipient.PRINCIPAL
            else self.world.actor(self.person).may(Right.VERIFY_HAZARD)
        )
        open_ = self.world.matters[wanted.obligation]
        waits = open_.state is State.OPEN and open_.ladder.asked == wanted.until
        return wanted if decides and waits and wanted.asker != self.person else None
