"""Digests of the paper world: figures of longer spans as given, what readers want, who was chased."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from safety.areas import Area, Concern, Figures
from safety.digests import Chase, Group, Report, Span, Wish, before, ended
from safety.errors import Refusal
from safety.handovers import Exchange
from safety.measures import MEASURES, Measure
from safety.people import Right

if TYPE_CHECKING:
    from tests.dialogs.paper import World

NOW = {
    Measure.FOUND: 31, Measure.CLOSED: 28, Measure.TIMELY: 24, Measure.AGAIN: 3, Measure.DAYS: 168,
    Measure.OVERDUE: 5, Measure.MAJOR_OVERDUE: 1, Measure.ZERO: 12, Measure.OWED: 50, Measure.DONE: 46,
}  # fmt: skip
THEN = {**NOW, Measure.FOUND: 27, Measure.CLOSED: 28, Measure.OVERDUE: 6}
SOURCES = {"check": 20, "inspection": 8, "report": 3}


def busy_area() -> Area:
    """A town on a morning with four cases, two of them of one enterprise."""
    cases = (
        Concern("major", "一号饭店", "YH-2026-000001", 1, "李梅", code="91370000000000001X"),
        Concern("overdue", "二号饭店", "YH-2026-000002", 9, "张三", code="91370000000000002X"),
        Concern("overdue", "二号饭店", "YH-2026-000003", 4, "张三", code="91370000000000002X"),
        Concern("never_joined", "四号饭店", None, 30, "王五", code="91370000000000004X"),
    )
    return Area(
        "宋官屯街道", Figures(61, 58, 60, 46, 12, 2, 1, 3, 9), Figures(61, 58, 60, 40, 13, 1, 1, 2, 8), cases
    )


@dataclass
class Morning:
    """What the paper world keeps of digests. `calm`: nothing happened in any span."""

    wishes: dict[int, Wish] = field(default_factory=dict)
    chased: dict[str, str] = field(default_factory=dict)
    calm: bool = False
    groups: dict[str, Group] = field(default_factory=dict)
    exchanges: list[Exchange] = field(default_factory=list)


@dataclass(frozen=True)
class PaperDigests:
    """Implements safety.digests.DigestBook."""

    world: "World"
    person: int

    def report(self, span: Span, today: date) -> Report:
        if not self.world.actor(self.person).may(Right.SEE_DIGEST):
            raise Refusal("not-allowed")
        window = ended(span, today)
        if self.world.morning.calm:
            return Report(span, window, dict.fromkeys(MEASURES, 0))
        then = THEN if before(span, window).first.year == today.year else None
        return Report(span, window, NOW, then, SOURCES)

    def wish(self) -> Wish:
        return self.world.morning.wishes.get(self.person, Wish())

    def chased(self, codes: Sequence[str]) -> Mapping[str, Chase]:
        known = self.world.morning.chased
        return {code: Chase(code, known[code]) for code in codes if code in known}

    def exchanges(self, span: Span, today: date, *, offset: int = 0, limit: int = 5) -> Sequence[Exchange]:
        return self.world.morning.exchanges[offset : offset + limit]

    def count_exchanges(self, span: Span, today: date) -> tuple[int, int]:
        known = self.world.morning.exchanges
        handed = sum(one.handed_at is not None for one in known)
        return handed, len(known) - handed

    def group(self, code: str) -> Group | None:
        return self.world.morning.groups.get(code)

    def line(self, measure: Measure, weeks: int, today: date) -> Sequence[tuple[date, int]]:
        last = ended(Span.WEEK, today).first
        numbers = [(NOW.get(measure, 0) + back * 3) % 17 for back in range(weeks)]
        return [(last - timedelta(days=7 * back), numbers[back]) for back in range(weeks - 1, -1, -1)]
