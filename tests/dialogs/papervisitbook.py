"""Inspections of the paper world as one person may read them (safety.visits.VisitBook)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from checklists.schema import Checklist
from safety.calendar import today
from safety.people import Right
from safety.visit_lists import EVERY_VISIT, VisitSieve
from safety.visits import UNFINISHED, Host, Officer, Visit, VisitState
from tests.dialogs.paperonsite import Kept, findings, hosts, officer, walked

if TYPE_CHECKING:
    from tests.dialogs.paper import World


@dataclass
class PaperVisits:
    """Implements safety.visits.VisitBook for one person of a paper world."""

    world: "World"
    person: int

    def _sees(self, one: Kept) -> bool:
        """Its inspectors from the beginning, who was asked once it lies before them, others when it is ended."""
        visit, actor = one.visit, self.world.actor(self.person)
        ended = visit.state is VisitState.CLOSED
        if actor.seat is not None and actor.seat.enterprise is not None:
            asked = visit.state is VisitState.PRESENTED and one.host == self.person
            return asked or ended
        second = visit.second is not None and visit.second.person == self.person
        if (visit.lead.person == self.person or second) and visit.state is not VisitState.DROPPED:
            return actor.may(Right.HOLD_VISIT)
        return ended and actor.may(Right.INSPECT)

    def _head(self, one: Kept) -> Visit:
        return replace(one.visit, mine=one.inspects(self.person))

    def kept(self, visit: int) -> Kept | None:
        """One as it is kept, when this person may see it."""
        one = self.world.inspected.get(visit)
        return one if one is not None and self._sees(one) else None

    def one(self, visit: int) -> Visit | None:
        one = self.kept(visit)
        if one is None:
            return None
        forms, found = walked(self.world, visit), findings(self.world, visit)
        return replace(self._head(one), walked=forms, findings=found)

    def numbered(self, number: str) -> Visit | None:
        found = [one.visit.id for one in self.world.inspected.values() if one.visit.number == number]
        return self.one(found[0]) if number and found else None

    def begun(self) -> Visit | None:
        mine = [n for n, one in self.world.inspected.items() if one.visit.lead.person == self.person]
        return self.one(mine[-1]) if mine else None

    def unfinished(self) -> Sequence[Visit]:
        if not self.world.actor(self.person).may(Right.HOLD_VISIT):
            return ()
        mine = [
            one
            for one in reversed(self.world.inspected.values())
            if one.visit.state in UNFINISHED
            and self.person in {one.visit.lead.person, one.visit.second.person if one.visit.second else 0}
        ]
        return [self._head(one) for one in mine if self._sees(one)]

    def _ended(self, sieve: VisitSieve) -> list[Kept]:
        actor = self.world.actor(self.person)
        inside = actor.may(Right.INSPECT) or (actor.seat is not None and actor.seat.enterprise is not None)
        return [
            one
            for one in reversed(self.world.inspected.values())
            if inside and one.visit.closed_at is not None and _sifted(one.visit, sieve)
        ]

    def ended(self, *, offset: int = 0, limit: int = 6, sieve: VisitSieve = EVERY_VISIT) -> Sequence[Visit]:
        return [self._head(one) for one in self._ended(sieve)[offset : offset + limit]]

    def count_ended(self, sieve: VisitSieve = EVERY_VISIT) -> int:
        return len(self._ended(sieve))

    def officers(self, credit_code: str, text: str = "", *, limit: int = 6) -> Sequence[Officer]:
        own = officer(self.world, self.person)
        if own is None or credit_code != self.world.enterprise.credit_code:
            return ()
        others = [officer(self.world, number) for number in self.world.people if number != self.person]
        found = [one for one in others if one is not None and text.strip() in one.name]
        return sorted(found, key=lambda one: (one.place != own.place, one.name))[:limit]

    def hosts(self, visit: int) -> Sequence[Host]:
        one = self.kept(visit)
        return hosts(self.world, one) if one is not None and one.inspects(self.person) else ()

    def forms(self, visit: int) -> Sequence[Checklist]:
        if self.kept(visit) is None:
            return ()
        every, own = self.world.catalogue.checklists, self.world.owed
        return [every[name] for name in (*own, *(name for name in every if name not in own))]


def _sifted(one: Visit, sieve: VisitSieve) -> bool:
    """Whether an inspection that is ended stands in the list."""
    day = "" if one.closed_at is None else today(one.closed_at).isoformat()
    within = (sieve.since or day) <= day <= (sieve.until or day)
    return within and sieve.code in {"", one.firm.credit_code}
