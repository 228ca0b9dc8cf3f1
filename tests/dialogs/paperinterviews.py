"""Interviews of the paper world: who may write, confirm and look again is refused as storage refuses it (safety.interviews.InterviewBook)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from safety.calendar import today
from safety.errors import Refusal
from safety.events_interviews import (
    InterviewConfirmed,
    InterviewDone,
    InterviewHeld,
    InterviewObjected,
    InterviewPresented,
)
from safety.interviews import LATEST, SHORTEST, Interview, InterviewState, Spoken
from safety.people import Right, Role

if TYPE_CHECKING:
    from tests.dialogs.paper import World

ANSWERING = (Role.PRINCIPAL, Role.OFFICER)


class InterviewDesk:
    """What events do to the interviews of a World."""

    def _interview_held(self: "World", person: int, event: InterviewHeld) -> None:
        if not self.actor(person).may(Right.HOLD_INTERVIEW):
            raise Refusal("not-allowed")
        spoken = {one.person: one for one in whom(self, event.enterprise)}
        if len(event.reason.strip()) < SHORTEST or len(event.measures.strip()) < SHORTEST:
            raise Refusal("interview-empty")
        if not today(self.now) < event.again <= today(self.now) + LATEST:
            raise Refusal("interview-day-wrong")
        if event.person not in spoken:
            raise Refusal("interview-nobody")
        own, number = self.enterprise, f"YT-2026-{len(self.spoken_with) + 1:06d}"
        self.spoken_with[number] = Interview(
            number, own.credit_code, own.name, own.town, event.person, spoken[event.person].name, person,
            self.people[person].name, self.now, event.reason, event.measures, event.again, InterviewState.HELD, "0" * 64,
        )  # fmt: skip

    def _interview_presented(self: "World", person: int, event: InterviewPresented) -> None:
        """Only a letter."""

    def _theirs(self: "World", person: int, number: str) -> Interview:
        one = self.spoken_with.get(number)
        if one is None or one.person != person:
            raise Refusal("interview-gone")
        if one.state is not InterviewState.HELD:
            raise Refusal("interview-over")
        return one

    def _interview_confirmed(self: "World", person: int, event: InterviewConfirmed) -> None:
        one = self._theirs(person, event.number)
        if one.sha256 != event.sha256:
            raise Refusal("interview-over")
        self.spoken_with[event.number] = replace(one, state=InterviewState.CONFIRMED, confirmed_at=self.now)

    def _interview_objected(self: "World", person: int, event: InterviewObjected) -> None:
        one = self._theirs(person, event.number)
        self.spoken_with[event.number] = replace(one, state=InterviewState.OBJECTED, objection=event.words)

    def _interview_done(self: "World", person: int, event: InterviewDone) -> None:
        if not self.actor(person).may(Right.HOLD_INTERVIEW):
            raise Refusal("not-allowed")
        one = self.spoken_with[event.number]
        if one.state is InterviewState.DONE:
            raise Refusal("interview-over")
        self.spoken_with[event.number] = replace(
            one, state=InterviewState.DONE, outcome=event.outcome, done_at=self.now
        )


def whom(world: "World", credit_code: str) -> list[Spoken]:
    """Principals first."""
    if credit_code != world.enterprise.credit_code:
        return []
    found = [
        Spoken(number, one.name, seat.role.value)
        for number, one in world.people.items()
        for seat, _place in one.seats[:1]
        if seat.role in ANSWERING
    ]
    return sorted(found, key=lambda one: (one.role != Role.PRINCIPAL.value, one.person))


@dataclass
class PaperInterviews:
    """Interviews as one person may read them."""

    world: "World"
    person: int

    def _all(self, credit_code: str = "") -> list[Interview]:
        actor = self.world.actor(self.person)
        if not actor.may(Right.HOLD_INTERVIEW) and not actor.may(Right.ASK_CHANGE):
            return []
        every = [one for one in self.world.spoken_with.values() if credit_code in {"", one.credit_code}]
        return sorted(every, key=lambda one: (one.done_at is not None, one.again))

    def one(self, number: str) -> Interview | None:
        return next((one for one in self._all() if one.number == number), None)

    def listed(self, credit_code: str = "", *, offset: int = 0, limit: int = 5) -> Sequence[Interview]:
        return self._all(credit_code)[offset : offset + limit]

    def count(self, credit_code: str = "") -> int:
        return len(self._all(credit_code))

    def waiting(self) -> int:
        return sum(one.done_at is None for one in self._all())

    def spoken(self, credit_code: str) -> Sequence[Spoken]:
        may = self.world.actor(self.person).may(Right.HOLD_INTERVIEW)
        return whom(self.world, credit_code) if may else ()
