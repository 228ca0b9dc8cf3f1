"""Enterprises of the paper world: the one with its people, and neighbours that are lines of lists (safety.enterprises.EnterpriseBook)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from checklists.reminders import Activity
from checklists.words import Words
from safety.calendar import today
from safety.credit_code import check_character
from safety.enterprises import NOT_READY, Brief, Card, Checked, Papers, Person, Reached, Ready, Standing
from safety.people import Right, Role
from safety.queries import EVERYBODY
from safety.spots import Average, average
from tests.dialogs.paperclasses import PaperClasses
from tests.dialogs.paperqueries import PaperQueries
from tests.queried import Known

if TYPE_CHECKING:
    from tests.dialogs.paper import World

STREET = "宋官屯街道"


def street() -> list[Known]:
    """Six neighbours of the restaurant, the last one closed for good."""
    names = [f"{name}号饭店" for name in "一二三四五六"]
    closed = {5: Activity.CLOSED}
    return [
        Known(_code(place), name, STREET, "white", closed.get(place, Activity.PRODUCING).value)
        for place, name in enumerate(names)
    ]


def _code(place: int) -> str:
    first = f"91371400MA000001{place}"
    return first + check_character(first)


@dataclass
class PaperEnterprises:
    """What one person may read of enterprises in a paper world."""

    world: "World"
    person: int

    @property
    def _supervises(self) -> bool:
        seat = self.world.actor(self.person).seat
        return seat is not None and seat.supervises

    @property
    def _own(self) -> Brief:
        one = self.world.enterprise
        return Brief(one.credit_code, one.name, one.town, one.colour.value, self.world.activity)

    def _all(self) -> list[Brief]:
        if not self.world.actor(self.person).may(Right.SEE_ENTERPRISES):
            return []
        crowd = PaperQueries(self.world, self.person).meant(EVERYBODY)[1:] if self._supervises else ()
        others = [Brief(one.code, one.name, one.town, one.colour, Activity(one.activity)) for one in crowd]
        return [self._own, *others]

    def _found(self, text: str) -> list[Brief]:
        words = text.split()
        return [
            one
            for one in self._all()
            if words
            and (all(word in one.name + one.town for word in words) or one.credit_code.endswith(text.upper()))
        ]

    def find(self, text: str, *, offset: int = 0, limit: int = 5) -> Sequence[Brief]:
        return self._found(text)[offset : offset + limit]

    def count_found(self, text: str) -> int:
        return len(self._found(text))

    def own(self) -> str:
        return "" if self._supervises else self.world.enterprise.credit_code

    def people(self, credit_code: str) -> Sequence[Person]:
        if credit_code != self._own.credit_code or self.card(credit_code) is None:
            return ()
        found = [
            Person(one.name, seat.role, f"1380000{number:04d}", True, True, f"person/{number}")
            for number, one in self.world.people.items()
            for seat, _place in one.seats
            if seat.enterprise is not None
        ]
        return [*found, Person("老孙", None, "13900009999", False, False, "contact/1")]

    def card(self, credit_code: str) -> Card | None:
        one = next((one for one in self._all() if one.credit_code == credit_code), None)
        if one is None:
            return None
        mine = one == self._own
        return Card(
            brief=one,
            address="新河路 1 号" if mine else "",
            colour_reason="",
            added_at=self.world.now - timedelta(days=300),
            industries=self._industries() if mine else (),
            checked=self._checked() if mine else None,
            hazards=self._hazards() if mine else Standing(),
            people=self._people() if mine else Reached(listed=1),
            papers=Papers(len(self.world.papers), 1, 1) if mine and self.world.papers else Papers(),
            ready=self._ready() if mine else NOT_READY,
            supervision=self._class(one.credit_code),
            by_hand=self.world.classed is not None and self.world.classed.hand is not None,
            pledge=self.world.ledger(self.person).holding(one.credit_code),
        )

    def _ready(self) -> Ready:
        """Exams alone."""
        own, on_site = (self._average(on) for on in (False, True))
        return Ready(own=own, spots=on_site)

    def _average(self, on_site: bool) -> Average:
        spots = {exam for spot in self.world.spots if not spot.own for exam in spot.exams}
        done = {n: one.result for n, one in enumerate(self.world.exams, 1) if one.result is not None}
        results = [one for n, one in done.items() if (n in spots) is on_site]
        return Average(
            len({one.person for one in results}),
            average([one.points for one in results]),
            len({one.person for one in results if one.passed}),
        )

    def _class(self, credit_code: str) -> str:
        found = PaperClasses(self.world, self.person).one(credit_code)
        return found.kept.holds.value if found is not None else ""

    def _industries(self) -> Sequence[Words]:
        sheet = self.world.catalogue.facts.industries
        return [one.prompt for one in sheet if self.world.facts.get(one.id) is True]

    def _checked(self) -> Checked | None:
        done = [versions[-1] for versions in self.world.versions.values() if versions]
        if not done:
            return None
        last = max(done, key=lambda one: one.submitted_at)
        day = today(last.submitted_at)
        return Checked(last.receipt, last.form.title, day, last.score, last.bad, len(done))

    def _hazards(self) -> Standing:
        ledger = self.world.ledger(self.person)
        found = ledger.hazards(limit=1000)
        day = today(self.world.now)
        late = sum(one.due < day for one in found)
        return Standing(len(found), late, sum(bool(one.case and one.case.major) for one in found))

    def _people(self) -> Reached:
        roles = [
            seat.role
            for one in self.world.people.values()
            for seat, _place in one.seats
            if seat.enterprise is not None
        ]
        answering = sum(role in {Role.PRINCIPAL, Role.OFFICER} for role in roles)
        return Reached(answering, answering, len(roles) - answering)
