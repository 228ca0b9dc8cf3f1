"""Printed invitations of the paper world (safety.invites.InviteBook), and what its events change."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from safety.events_invites import SheetsAsked, SheetsMade, SheetsRevoked
from safety.invites import Sheets, SheetState
from safety.people import Right, Role
from safety.queries import Query
from tests.dialogs.paperqueries import PaperQueries

if TYPE_CHECKING:
    from tests.dialogs.paper import World


@dataclass
class PrintedSheets:
    """Whose they are, and how they stand."""

    person: int
    sheets: Sheets


@dataclass
class PaperInvites:
    """Invitations as one person may read them."""

    world: "World"
    person: int

    def wanted(self, query: Query, roles: Sequence[Role]) -> int:
        if not self.world.actor(self.person).may(Right.INVITE):
            return 0
        empty = sum(not one.joined for one in PaperQueries(self.world, self.person).meant(query))
        return empty * len(roles)

    def latest(self) -> Sequence[Sheets]:
        mine = [one.sheets for one in self.world.printed if one.person == self.person]
        return mine[::-1][:3]


class PrintShop:
    """The part of the world that prints: at once, for the letter is not a conversation's matter."""

    def _sheets_asked(self: "World", person: int, event: SheetsAsked) -> None:
        assert self.actor(person).may(Right.INVITE), "storage would refuse"
        roles = [Role(one) for one in event.roles]
        cards = PaperInvites(self, person).wanted(Query.from_json(event.query), roles)
        made = Sheets(
            len(self.printed) + 1, SheetState.KEPT, self.now, cards, 0, self.now + timedelta(days=14)
        )
        self.printed.append(PrintedSheets(person, made))

    def _sheets_made(self: "World", _person: int, _event: SheetsMade) -> None:
        raise AssertionError("no conversation says so")

    def _sheets_revoked(self: "World", person: int, event: SheetsRevoked) -> None:
        one = self.printed[event.sheets - 1]
        assert one.person == person, "storage would refuse"
        one.sheets = replace(one.sheets, state=SheetState.REVOKED)
