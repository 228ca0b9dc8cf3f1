"""Seats of the paper world that are handed over (safety.handovers.HandoverBook), and what these events change."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from safety.errors import Refusal
from safety.events_handovers import (
    HandoverAccepted,
    HandoverDeclined,
    HandoverOffered,
    HandoverWithdrawn,
    SeatHanded,
)
from safety.handovers import HANDED, Load, Member, Offer, OfferState
from safety.hazards import OVER
from safety.people import Right, Seat

if TYPE_CHECKING:
    from tests.dialogs.paper import World


@dataclass
class KeptOffer:
    """An offer, and between whom."""

    giver: int
    receiver: int | None
    offer: Offer


@dataclass
class PaperHandovers:
    """Offers as one person may read them."""

    world: "World"
    person: int

    def successors(self, code: str = "", giver: int = 0) -> Sequence[Member]:
        whose = giver if code else self.person
        if code and not self._oversees(code):
            return ()
        return [one for one in self._members() if one.person != whose]

    def givers(self, code: str) -> Sequence[Member]:
        return [one for one in self._members() if one.role in HANDED] if self._oversees(code) else ()

    def _oversees(self, code: str) -> bool:
        return self.world.actor(self.person).may(Right.INVITE) and code == self.world.enterprise.credit_code

    def _members(self) -> list[Member]:
        found = []
        for number, one in self.world.people.items():
            seats = [seat for seat, _ in one.seats if seat.enterprise is not None]
            if seats and one.consented:
                found.append(Member(number, one.name, seats[0].role))
        return found

    def load(self, code: str = "", giver: int = 0) -> Load:
        giving = self.world.people.get(giver if code else self.person)
        if giving is None:
            return Load()
        whose = giving.name
        mine = [one for one in self.world.found if one.owner == whose and one.state not in OVER]
        return Load(hazards=len(mine), drafts=len(self.world.drafts))

    def mine(self) -> Offer | None:
        return next((one.offer for one in self.world.offers[::-1] if one.giver == self.person), None)

    def one(self, number: int) -> Offer | None:
        mine = [one.offer for one in self.world.offers if one.receiver == self.person]
        return next((one for one in mine if one.number == number), None)


class HandoverDesk:
    """The part of the world that hands seats over."""

    def _handover_offered(self: "World", person: int, event: HandoverOffered) -> None:
        giver = event.giver if event.code else person
        assert giver is not None
        one = self.people[giver]
        own = one.seats if event.code else [one.seats[one.chosen]]
        found = [(seat, place) for seat, place in own if seat.role in HANDED]
        assert found, "storage would refuse"
        seat, place = found[0]
        receiver = self.people[event.receiver].name if event.receiver else ""
        book = PaperHandovers(self, person)
        offer = Offer(
            len(self.offers) + 1,
            OfferState.OFFERED,
            place,
            seat.role,
            self.people[giver].name,
            receiver,
            self.now,
            book.load(event.code, giver),
            event.reason,
            self.people[person].name if event.code else "",
            event.receiver is None,
        )
        self.offers.append(KeptOffer(giver, event.receiver, offer))

    def _ended_offer(self: "World", number: int, state: OfferState) -> KeptOffer:
        one = self.offers[number - 1]
        if not one.offer.open(self.now, self.catalogue.rules.defaults.handover.offer_days):
            raise Refusal("handover-gone")
        one.offer = replace(one.offer, state=state)
        return one

    def _handover_accepted(self: "World", person: int, event: HandoverAccepted) -> None:
        one = self._ended_offer(event.offer, OfferState.ACCEPTED)
        given = self.people[one.giver].seats
        place = next(given.pop(n)[1] for n, (seat, _) in enumerate(given) if seat.role is one.offer.role)
        self.people[one.giver].chosen = 0
        seat = Seat(one.offer.role, enterprise=self.people[person].seats[0][0].enterprise)
        self.people[person].seats.insert(0, (seat, place))
        self.people[person].chosen = 0
        names = self.people[one.giver].name, self.people[person].name
        self.found = [replace(h, owner=names[1]) if h.owner == names[0] else h for h in self.found]

    def _handover_declined(self: "World", _person: int, event: HandoverDeclined) -> None:
        self._ended_offer(event.offer, OfferState.DECLINED)

    def _handover_withdrawn(self: "World", _person: int, event: HandoverWithdrawn) -> None:
        self._ended_offer(event.offer, OfferState.WITHDRAWN)

    def _seat_handed(self: "World", _person: int, _event: SeatHanded) -> None:
        raise AssertionError("no conversation says so")
