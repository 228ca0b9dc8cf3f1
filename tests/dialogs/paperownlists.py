"""Lists of one's own in the paper world: what each event changes, and what one person may read (safety.own_lists.OwnListBook)."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from safety.errors import Refusal
from safety.events_own_lists import OwnListConfirmed, OwnListDropped, OwnListRowsAsked, OwnListSent
from safety.own_lists import OwnFault, OwnList, OwnListKind, OwnListState
from safety.people import Right

if TYPE_CHECKING:
    from tests.dialogs.paper import World

RIGHTS = {OwnListKind.STAFF: Right.KEEP_STAFF, OwnListKind.SUPPLIES: Right.KEEP_SUPPLIES}


class ListTray:
    """What events do to the lists of a World, by number: whose each is."""

    def _own_list_sent(self: "World", person: int, event: OwnListSent) -> None:
        assert self.actor(person).may(RIGHTS[event.what]), "storage would refuse"
        if event.what is OwnListKind.SUPPLIES:
            found = self.ledger(person).supplies().one(event.depot or 0)
            if found is None or not found.mine:
                raise Refusal("depot-gone")
        number = len(self.own_lists) + 1
        new = OwnList(number, event.what, event.name, OwnListState.READING, self.now, event.depot)
        self.own_lists[number] = (person, new)

    def _own_list(self: "World", number: int, **changed: object) -> None:
        person, one = self.own_lists[number]
        self.own_lists[number] = (person, replace(one, **changed))  # type: ignore[arg-type]  # by name

    def _own_list_confirmed(self: "World", person: int, event: OwnListConfirmed) -> None:
        owner, one = self.own_lists[event.number]
        if owner != person or one.state is not OwnListState.READY or one.good != event.good:
            raise Refusal("ownlist-changed")
        self._own_list(event.number, state=OwnListState.DONE)

    def _own_list_dropped(self: "World", _person: int, event: OwnListDropped) -> None:
        self._own_list(event.number, state=OwnListState.DROPPED)

    def _own_list_rows_asked(self: "World", _person: int, event: OwnListRowsAsked) -> None:
        assert self.own_lists[event.number][1].bad, "storage would refuse"


def read_list(world: "World", found: dict[str, Any]) -> None:
    """The newest list as the clock would have read it: figures, faults as [row, code, said], or the reason it is refused."""
    number = max(world.own_lists)
    owner, one = world.own_lists[number]
    faults = tuple(OwnFault(*fault) for fault in found.pop("faults", ()))
    state = OwnListState.REFUSED if "reason" in found else OwnListState.READY
    bad = found.pop("bad", len(faults))
    world.own_lists[number] = (owner, replace(one, state=state, faults=faults, bad=bad, **found))


@dataclass
class PaperOwnLists:
    """What one person may read of the lists that they sent."""

    world: "World"
    person: int

    def one(self, number: int) -> OwnList | None:
        owner, found = self.world.own_lists.get(number, (None, None))
        mine = found is not None and self.world.actor(self.person).may(RIGHTS[found.kind])
        return found if mine and owner == self.person else None

    def newest(self) -> OwnList | None:
        mine = [number for number, (owner, _) in self.world.own_lists.items() if owner == self.person]
        return self.one(max(mine)) if mine else None
