"""People of the paper world who cannot be reached: one silent enterprise, one with somebody who stands in."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from safety.delivery import Delivered
from safety.people import Right, Role
from safety.reachability import Absent, Call, Reached, Silent

if TYPE_CHECKING:
    from tests.dialogs.paper import World

START = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
GONE = Absent("周立", Role.PRINCIPAL, START, "13800000021", "person/21")
AWAY = Absent("吴晓", Role.OFFICER, START)
CALLS = (
    Call("周立妻", Role.OFFICER, "13800000022", "contact/22"),
    Call("门卫", None, "13800000023", "contact/23"),
)


def unreachable() -> list[Silent]:
    return [
        Silent(
            "91370000000000001X", "一号饭店", "东镇", START, nobody=True, absent=(GONE, AWAY), calls=CALLS
        ),
        Silent(
            "91370000000000002X",
            "二号饭店",
            "西镇",
            START,
            nobody=False,
            absent=(AWAY,),
            reachable=("郑阳", "孙可"),
        ),
    ]


def many(count: int) -> list[Silent]:
    first, second = unreachable()
    return [
        first,
        *(replace(second, credit_code=f"{n:018d}", enterprise=f"{n}号店") for n in range(2, count + 1)),
    ]


@dataclass
class PaperReach:
    """As safety.reachability.Reachability says it."""

    world: "World"
    person: int

    def _all(self) -> Sequence[Silent]:
        return self.world.away if self.world.actor(self.person).may(Right.SEE_REACH) else ()

    def reached(self) -> Sequence[Reached]:
        silent = self.silent()
        return [Reached("东镇", 40 - silent, 40), Reached("西镇", 21, 21)]

    def count(self) -> int:
        return len(self._all())

    def silent(self) -> int:
        return sum(one.nobody for one in self._all())

    def listed(self, *, offset: int = 0, limit: int = 5) -> Sequence[Silent]:
        bare = [replace(one, absent=(), reachable=(), calls=()) for one in self._all()]
        return bare[offset : offset + limit]

    def delivered(self, since: datetime, until: datetime) -> Sequence[Delivered]:
        del since, until
        if not self._all():
            return ()
        return [Delivered("hazard", 40, 36, 30, 2, 1), Delivered("digest", 5, 5, 1), Delivered("other", 1)]

    def one(self, credit_code: str) -> Silent | None:
        return next((one for one in self._all() if one.credit_code == credit_code), None)
