"""Spot exams of the paper world: what each event changes, and what one person may read (safety.spots.SpotBook)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from checklists.schema import Severity
from safety.checks import Submission
from safety.events_exams import ExamBegun
from safety.events_spots import SpotClosed, SpotEntered, SpotGuestEntered, SpotOpened
from safety.hazard_ledger import Hazard
from safety.hazards import OVER, UNREPORTED
from safety.people import Right
from safety.spots import Average, Door, Firm, Gate, Pocket, Spot, Writer, average, name_in

if TYPE_CHECKING:
    from tests.dialogs.paper import World


OWN = Average(5, Decimal("82.0"), 4)  # what people wrote by themselves


def link_of(code: str) -> str:
    """The key of the link that goes with a code."""
    return f"{code}-abcdefghijklmno"


@dataclass(frozen=True)
class Opened:
    """A spot exam as it is kept; `exams` are numbers of the exams that belong to it."""

    inspector: int
    opened_at: datetime
    until: datetime
    code: str | None
    own: bool = False
    link: str | None = None
    exams: tuple[int, ...] = ()
    record: str | None = None


class SpotDesk:
    """What events do to the spot exams of a World. A number is the place in the list, from 1; codes are 200001 …, links go by them."""

    def _spot_opened(self: "World", person: int, event: SpotOpened) -> None:
        assert self.actor(person).may(Right.OPEN_SPOT), "storage would refuse"
        assert event.enterprise == self.enterprise.credit_code, "storage would refuse"
        until = self.now + timedelta(minutes=event.minutes)
        code, own = f"{200001 + len(self.spots)}", not self.actor(person).may(Right.INSPECT)
        new = Opened(person, self.now, until, code, own=own, link=link_of(code))
        self.spots = [*self.spots, new]

    def _spot_entered(self: "World", person: int, event: SpotEntered) -> None:
        place, one = next((n, one) for n, one in enumerate(self.spots) if event.code in {one.code, one.link})
        assert all(self.exams[exam - 1].person != person for exam in one.exams), "storage would refuse"
        self._exam_begun(person, ExamBegun(event.sheet, 1))
        self._put_spot(place, replace(one, exams=(*one.exams, len(self.exams))))

    def _spot_guest_entered(self: "World", person: int, event: SpotGuestEntered) -> None:
        actor = self.actor(person)
        assert actor.consented, "storage would refuse"
        assert actor.seat is None, "storage would refuse"
        assert name_in(event.name), "storage would refuse"
        place, one = next((n, one) for n, one in enumerate(self.spots) if one.link == event.link)
        assert self.now < one.until, "storage would refuse"
        assert all(self.exams[exam - 1].person != person for exam in one.exams), "storage would refuse"
        self.guests[len(self.exams) + 1] = event.name
        self.sit(person, event.sheet)
        self._put_spot(place, replace(one, exams=(*one.exams, len(self.exams))))

    def _spot_closed(self: "World", person: int, event: SpotClosed) -> None:
        one = self.spots[event.spot - 1]
        assert PaperSpots(self, person).one(event.spot), "storage would refuse"
        assert one.record is None, "storage would refuse"
        writing = any(self.exams[exam - 1].result is None for exam in one.exams)
        record = None if writing else f"CK-2026-{event.spot:06d}"
        self._put_spot(event.spot - 1, replace(one, code=None, link=None, record=record))

    def _put_spot(self: "World", place: int, changed: Opened) -> None:
        self.spots = [changed if n == place else one for n, one in enumerate(self.spots)]


@dataclass
class PaperSpots:
    """What one person may read of spot exams in a paper world."""

    world: "World"
    person: int

    @property
    def _inspects(self) -> bool:
        return self.world.actor(self.person).may(Right.INSPECT)

    @property
    def _firm(self) -> Firm:
        one = self.world.enterprise
        return Firm(one.credit_code, one.name, one.town)

    def firms(self, text: str) -> Sequence[Firm]:
        wanted = text.strip()
        same = wanted.upper() == self._firm.credit_code
        return [self._firm] if self._inspects and wanted and (wanted in self._firm.name or same) else []

    def pocket(self, credit_code: str) -> Pocket | None:
        if not self._inspects or credit_code != self._firm.credit_code:
            return None
        done = [
            one.result
            for spot in self.world.spots
            if not spot.own
            for exam in spot.exams
            if (one := self.world.exams[exam - 1]).result is not None
        ]
        results = [one for one in done if one is not None]
        mean = average([one.points for one in results])
        spots = Average(len(results), mean, sum(one.passed for one in results)) if results else None
        last, standing = self._checked(), self._standing()
        major = sum(one.severity is Severity.MAJOR for one in standing)
        checked, score = (None, None) if last is None else (last.submitted_at, last.score)
        return Pocket(self._firm, checked, score, len(standing), major, True, 12, OWN, spots)

    def _checked(self) -> Submission | None:
        """The newest self-check."""
        every = [one for versions in self.world.versions.values() for one in versions]
        return max(every, key=lambda one: one.submitted_at, default=None)

    def _standing(self) -> list[Hazard]:
        return [one for one in self.world.found if one.state not in {*OVER, *UNREPORTED}]

    def one(self, number: int) -> Spot | None:
        if not 0 < number <= len(self.world.spots):
            return None
        one, actor = self.world.spots[number - 1], self.world.actor(self.person)
        if not (self._inspects or (one.own and actor.may(Right.OPEN_SPOT))):
            return None
        writers = []
        for exam in one.exams:
            paper = self.world.exams[exam - 1]
            points: Decimal | None = paper.result.points if paper.result is not None else None
            passed = paper.result is not None and paper.result.passed
            name = self.world.guests.get(exam, self.world.people[paper.person].name)
            writers.append(Writer(name, points, passed, exam in self.world.guests))
        code = one.code if self.world.now < one.until else None
        who = self.world.people[one.inspector].name
        return Spot(number, self._firm, who, one.opened_at, one.until, code, tuple(writers), one.record)

    def newest(self, credit_code: str) -> Spot | None:
        if credit_code != self._firm.credit_code:
            return None
        mine = [n for n, one in enumerate(self.world.spots, 1) if one.inspector == self.person]
        return self.one(mine[-1]) if mine else None

    def door(self, code: str) -> Door:
        one = next((one for one in self.world.spots if code in {one.code, one.link}), None)
        may = self.world.actor(self.person).may(Right.TAKE_EXAM)
        if one is None or not may or self.world.now >= one.until:
            return Door.SHUT
        return Door.AGAIN if self._wrote(one) else Door.OPEN

    def gate(self, key: str) -> Gate:
        one = next((one for one in self.world.spots if one.link == key), None)
        if one is None or self.world.actor(self.person).seat is not None or self.world.now >= one.until:
            return Gate(Door.SHUT)
        door = Door.AGAIN if self._wrote(one) else Door.OPEN
        return Gate(door, self._firm.name, self.world.facts)

    def _wrote(self, one: Opened) -> bool:
        return any(self.world.exams[exam - 1].person == self.person for exam in one.exams)
