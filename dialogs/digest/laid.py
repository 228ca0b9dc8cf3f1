"""What of a day's digest has a button on its first screen, and what stands behind “more”: eight buttons, every number among them."""

from collections.abc import Sequence
from dataclasses import dataclass

from dialogs.cards import button
from dialogs.context import Context
from dialogs.digest import chasing, numbers, seats
from dialogs.digest.cases import FLOW
from dialogs.talk import Button, State
from safety.areas import Area, Concern
from safety.digests import Span
from safety.people import Right

BUTTONS = 8  # on a screen
CHASE = "k"
WAYS = {
    "j": State("approvals"),
    "q": State("reach"),
    CHASE: State(FLOW, chasing.AT),
    seats.OPTION: seats.behind(Span.DAY),
}


@dataclass(frozen=True, slots=True)
class Laid:
    """cases: how many have a number of their own on the first screen; ways: the rest that is there; hidden: what is behind “more”."""

    cases: int
    counted: Sequence[Button]
    ways: Sequence[Button]
    hidden: Sequence[Button]
    home: bool

    @property
    def hides_chase(self) -> bool:
        """Whether the way to who is chased has no room on the first screen: “more” names it then."""
        return any(one.option == CHASE for one in self.hidden)


def laid(area: Area, named: Sequence[Concern], context: Context) -> Laid:
    """Numbers first, then as many cases as leave room for “more”, then who waits and who is to be told; the menu, which can be typed, gives way."""
    counted = _counted(area, context)
    room = BUTTONS - len(counted) - 1
    cases = min(len(named), room)
    ways = _ways(area, named, context)
    shown = ways[: room - cases]
    rest = [button("item-number", f"a{place}", n=place + 1) for place in range(cases, len(named))]
    home = cases + len(shown) < room
    return Laid(cases, counted, shown, [*rest, *ways[len(shown) :]], home)


def _counted(area: Area, context: Context) -> list[Button]:
    hidden = frozenset() if context.actor.may(Right.SEE_SUBMISSIONS) else numbers.CHECKS
    return [one for one in numbers.of_day(area) if numbers.meant(one.option) not in hidden]


def _ways(area: Area, named: Sequence[Concern], context: Context) -> list[Button]:
    """Who is to be told, who waits, who is out of reach, which seats changed hands."""
    ways = [button("to-chase", CHASE)] if chasing.chaseable(named) else []
    if area.waiting_joins and context.actor.may(Right.APPROVE_JOIN):
        ways.append(button("to-approvals", "j", n=area.waiting_joins))
    if area.away and context.actor.may(Right.SEE_REACH):
        ways.append(button("to-unreachable", "q", n=area.away))
    return [*ways, *seats.to_list(area.handed, area.offered)]
