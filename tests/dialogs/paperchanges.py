"""Requests for changes and the profile of the paper world's enterprise (safety.requests.RequestBook, safety.profiles.ProfileBook)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from checklists.answers import JsonValue
from checklists.facts import FactSheet
from checklists.reminders import Activity
from safety.errors import Refusal
from safety.events_changes import (
    ChangeAsked,
    ChangeDecided,
    ChangeReceived,
    ChangeWithdrawn,
    ProfileConfirmed,
)
from safety.people import Right
from safety.profiles import Confirmed, Known, guarded
from safety.requests import FACT, Attribute, Brought, Request, RequestState

if TYPE_CHECKING:
    from tests.dialogs.paper import World


class ChangeDesk:
    """What events do to the requests and the profile of a World."""

    def _change_asked(self: "World", person: int, event: ChangeAsked) -> None:
        assert self.actor(person).may(Right.ASK_CHANGE), "storage would refuse"
        waits = [one for one in self.asked_changes if one.what == event.what]
        if any(one.state is RequestState.WAITING for one in waits):
            raise Refusal("amend-waiting")
        number = f"BG-2026-{len(self.asked_changes) + 1:06d}"
        own, name = self.enterprise, self.people[person].name
        new = Request(
            number,
            own.credit_code,
            own.name,
            own.town,
            event.what,
            self._stands(event.what),
            event.after,
            event.reason,
            RequestState.WAITING,
            self.now,
            name,
            colour="orange" if event.what == f"{FACT}hazchem" and event.after else "",
        )
        self.asked_changes = [*self.asked_changes, new]

    def _stands(self: "World", what: str) -> JsonValue:
        own = self.enterprise
        known = {
            Attribute.NAME.value: own.name,
            Attribute.CODE.value: own.credit_code,
            Attribute.TOWN.value: own.town,
            Attribute.ADDRESS.value: "新河路 1 号",
            Attribute.ACTIVITY.value: self.activity.value,
        }
        fact = self.facts.get(what.removeprefix(FACT))
        return known.get(what, fact if isinstance(fact, bool | int) else None)

    def _change_received(self: "World", person: int, event: ChangeReceived) -> None:
        """Only letters."""

    def _change_withdrawn(self: "World", person: int, event: ChangeWithdrawn) -> None:
        self._ended(person, event.number, RequestState.WITHDRAWN, "")

    def _change_decided(self: "World", person: int, event: ChangeDecided) -> None:
        assert self.actor(person).may(Right.DECIDE_CHANGE), "storage would refuse"
        one = self._ended(
            person,
            event.number,
            RequestState.ACCEPTED if event.accepted else RequestState.REFUSED,
            event.answer,
        )
        if not event.accepted:
            return
        if one.what.startswith(FACT):
            self.facts = {**self.facts, one.what.removeprefix(FACT): one.after}
        elif one.what == Attribute.ACTIVITY:
            self.activity = Activity(str(one.after))
        elif one.what in {Attribute.NAME, Attribute.TOWN}:
            self.enterprise = replace(self.enterprise, **{one.what: str(one.after)})  # type: ignore[arg-type]  # text

    def _ended(self: "World", person: int, number: str, state: RequestState, answer: str) -> Request:
        one = next(one for one in self.asked_changes if one.number == number)
        if one.state is not RequestState.WAITING:
            raise Refusal("amend-decided")
        name = self.people[person].name
        ended = replace(one, state=state, answer=answer, decided_at=self.now, decided_by=name, colour="")
        self.asked_changes = [ended if each.number == number else each for each in self.asked_changes]
        return one

    def _profile_confirmed(self: "World", person: int, event: ProfileConfirmed) -> None:
        assert self.actor(person).may(Right.ASK_CHANGE), "storage would refuse"
        self.profile_confirmed = Confirmed(self.now, self.people[person].name)


@dataclass
class PaperRequests:
    """Requests as one person may read them."""

    world: "World"
    person: int

    def _all(self, right: Right) -> list[Request]:
        return self.world.asked_changes if self.world.actor(self.person).may(right) else []

    def _waiting(self) -> list[Request]:
        return [one for one in self._all(Right.DECIDE_CHANGE) if one.state is RequestState.WAITING]

    def waiting(self, *, offset: int = 0, limit: int = 5) -> Sequence[Request]:
        return self._waiting()[offset : offset + limit]

    def count_waiting(self) -> int:
        return len(self._waiting())

    def of(self, credit_code: str, *, offset: int = 0, limit: int = 5) -> Sequence[Request]:
        own = credit_code == self.world.enterprise.credit_code
        found = self._all(Right.SEE_ENTERPRISES)[::-1] if own else []
        return found[offset : offset + limit]

    def count_of(self, credit_code: str) -> int:
        return len(self.of(credit_code, limit=1000))

    def one(self, number: str) -> Request | None:
        found = [one for one in self._all(Right.SEE_ENTERPRISES) if one.number == number]
        return found[0] if found else None

    def brought(self, credit_code: str, *, limit: int = 3) -> Sequence[Brought]:
        may = self.world.actor(self.person).may(Right.SEE_ENTERPRISES)
        own = credit_code == self.world.enterprise.credit_code
        return self.world.brought[:limit] if may and own else []


@dataclass
class PaperProfiles:
    """The profile as one person may read it."""

    world: "World"
    person: int

    def sheet(self) -> FactSheet:
        return self.world.catalogue.facts

    def guarded(self) -> frozenset[str]:
        return guarded(self.world.catalogue.facts, self.world.catalogue.colours)

    def _seen(self, credit_code: str) -> bool:
        may = self.world.actor(self.person).may(Right.SEE_ENTERPRISES)
        return may and credit_code == self.world.enterprise.credit_code

    def facts(self, credit_code: str) -> Mapping[str, Known]:
        if not self._seen(credit_code):
            return {}
        stated = self.world.ledger(self.person).stated_facts()
        return {fact: Known(one.value, one.at) for fact, one in stated.items()}

    def confirmed(self, credit_code: str) -> Confirmed | None:
        return self.world.profile_confirmed if self._seen(credit_code) else None

    def towns(self) -> Sequence[str]:
        return sorted({self.world.enterprise.town, *self.world.towns, "德惠街道"})
