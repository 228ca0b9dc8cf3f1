"""Anonymous tips of the paper world: what each event changes, and what one person may read (safety.tips.Tips)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from safety.errors import Refusal
from safety.events_tips import (
    TipAdded,
    TipAsked,
    TipClosed,
    TipLetGo,
    TipPaid,
    TipPlaced,
    TipSent,
    TipTaken,
)
from safety.people import Right
from safety.recurrence import Past
from safety.tips import Contact, Said, Side, Tip, TipState, Unit

if TYPE_CHECKING:
    from tests.dialogs.paper import World

CODE = "ABCD-EFGH-JKLM-NPQR"
NEIGHBOUR = Unit("老王烧烤", "91371400MA00000002", "宋官屯街道")


@dataclass(frozen=True)
class Kept:
    """A tip, who sent it (None: let go), and its code."""

    tip: Tip
    person: int | None
    code: str = ""


class TipDesk:
    """What events do to the tips of a World."""

    def _tip_sent(self: "World", person: int, event: TipSent) -> None:
        if sum(one.person == person for one in self.tipped.values()) >= event.most:
            raise Refusal("tip-too-many", {"n": event.most})
        number = f"JB-2026-{len(self.tipped) + 1:06d}"
        unit = next((one for one in units(self) if one.credit_code == event.enterprise), None)
        tip = Tip(
            number,
            unit.name if unit else "",
            event.enterprise,
            unit.town if unit else "",
            event.named,
            event.words,
            event.place,
            self.now.replace(minute=0, second=0),
            TipState.NEW,
            photos=tuple("photos/tip.jpg" for _ in event.pictures),
            contact=Contact.REACHED,
        )
        self.tipped[number] = Kept(tip, person)

    def _change(self: "World", number: str, **more: object) -> None:
        kept = self.tipped[number]
        self.tipped[number] = replace(kept, tip=replace(kept.tip, **more))  # type: ignore[arg-type]  # fields of Tip

    def _say(self: "World", number: str, side: Side, text: str) -> None:
        said = Said(self.now, side, text)
        self._change(number, said=(*self.tipped[number].tip.said, said))

    def _tip_added(self: "World", person: int, event: TipAdded) -> None:
        if self.tipped[event.number].person != person:
            raise Refusal("tip-gone")
        if event.words:
            self._say(event.number, Side.REPORTER, event.words)
        photos = self.tipped[event.number].tip.photos
        self._change(event.number, photos=(*photos, *("photos/tip.jpg" for _ in event.pictures)))

    def _tip_let_go(self: "World", _person: int, event: TipLetGo) -> None:
        self._change(event.number, contact=Contact.GONE)
        self.tipped[event.number] = replace(self.tipped[event.number], person=None, code="")

    def _open(self: "World", number: str) -> Tip:
        tip = self.tipped[number].tip
        if tip.state is TipState.CLOSED:
            raise Refusal("tip-over")
        return tip

    def _tip_asked(self: "World", _person: int, event: TipAsked) -> None:
        if self._open(event.number).contact is Contact.GONE:
            raise Refusal("tip-nobody-there")
        self._say(event.number, Side.OFFICE, event.question)

    def _tip_placed(self: "World", _person: int, event: TipPlaced) -> None:
        unit = next(one for one in units(self) if one.credit_code == event.enterprise)
        self._change(event.number, enterprise=unit.name, credit_code=unit.credit_code, town=unit.town)

    def _tip_taken(self: "World", _person: int, event: TipTaken) -> None:
        if self._open(event.number).hazard:
            raise Refusal("tip-taken-already")
        self._change(event.number, hazard="YH-2026-000001", state=TipState.TAKEN)

    def _tip_closed(self: "World", _person: int, event: TipClosed) -> None:
        self._open(event.number)
        kept = self.tipped[event.number]
        code = CODE if event.true and kept.person is not None else ""
        self._change(
            event.number, state=TipState.CLOSED, true=event.true, result=event.result, rewarded=bool(code)
        )
        self.tipped[event.number] = replace(self.tipped[event.number], code=code)

    def _tip_paid(self: "World", _person: int, event: TipPaid) -> None:
        self._change(event.number, paid_at=self.now)


def units(world: "World") -> list[Unit]:
    own = world.enterprise
    return [Unit(own.name, own.credit_code, own.town), NEIGHBOUR]


@dataclass
class PaperTips:
    """Tips as one person may read them."""

    world: "World"
    person: int

    def ready(self) -> bool:
        return True

    def own(self) -> Sequence[Tip]:
        return [self._mine(one) for one in self.world.tipped.values() if one.person == self.person]

    def own_one(self, number: str) -> Tip | None:
        kept = self.world.tipped.get(number)
        return self._mine(kept) if kept is not None and kept.person == self.person else None

    def _mine(self, kept: Kept) -> Tip:
        return replace(kept.tip, code=kept.code)

    def left(self) -> int:
        return self.world.catalogue.rules.tips.per_day - len(self.own())

    def units(self, text: str) -> Sequence[Unit]:
        wanted = text.strip()
        return [
            one
            for one in units(self.world)
            if len(wanted) > 1 and (wanted in one.name or wanted == one.credit_code)
        ]

    def listed(self, *, offset: int = 0, limit: int = 5) -> Sequence[Tip]:
        return self._seen()[offset : offset + limit]

    def count(self) -> int:
        return len(self._seen())

    def open(self) -> int:
        return sum(one.state is not TipState.CLOSED for one in self._seen())

    def one(self, number: str) -> Tip | None:
        return next((one for one in self._seen() if one.number == number), None)

    def closed_of(self, number: str, day: date) -> Sequence[Past]:
        known = number in self.world.tipped
        return self.world.ledger(self.person).closed_since(day) if known else ()

    def of_code(self, code: str) -> Tip | None:
        return next((one.tip for one in self.world.tipped.values() if one.code == code), None)

    def _seen(self) -> list[Tip]:
        if not self.world.actor(self.person).may(Right.HANDLE_TIPS):
            return []
        return [one.tip for one in self.world.tipped.values()]
