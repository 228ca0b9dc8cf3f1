"""Statistics of hazards in the paper world: fixed figures of one enterprise, and what was signed."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, cast

from safety.events_statistics import StatisticsAsked, StatisticsSigned
from safety.people import Right
from safety.statistics import Correction, Counts, Missing, Signed, Whole, corrected

if TYPE_CHECKING:
    from tests.dialogs.paper import World

COUNTS = Counts(12, 11, 1, 0, 1, 2, 1, 3500)


@dataclass(kw_only=True)
class Bureau:
    """What events do to the statistics of a World."""

    counts: Counts = COUNTS
    signed_forms: list[Signed] = field(default_factory=list)

    def _statistics_signed(self, person: int, event: StatisticsSigned) -> None:
        world = cast("World", self)
        assert world.actor(person).may(Right.SIGN_STATISTICS), "storage would refuse"
        assert dict(event.seen) == self.counts.plain(), "storage would refuse"
        fix = {name: Correction(one["value"], one["reason"]) for name, one in event.corrections.items()}
        version = 1 + sum(one.period == event.period for one in self.signed_forms)
        number = f"TJ-2026-{len(self.signed_forms) + 1:06d}"
        unit = world.enterprise
        counts = corrected(self.counts, fix)
        self.signed_forms.append(
            Signed(
                number,
                event.period,
                version,
                unit.name,
                unit.credit_code,
                event.name,
                world.now,
                counts,
                fix,
                "ab" * 32,
            )
        )

    def _statistics_asked(self, person: int, event: StatisticsAsked) -> None:
        assert event.period, cast("World", self).people[person].name


@dataclass
class PaperStatistics:
    """As safety.statistics.StatisticsBook says it."""

    world: "World"
    person: int

    def counted(self, period: str) -> Counts:
        del period
        return self.world.counts

    def _of(self, period: str) -> list[Signed]:
        found = [one for one in self.world.signed_forms if one.period == period]
        return [replace(found[-1])] if found else []

    def signed(self, period: str) -> Signed | None:
        return next(iter(self._of(period)), None)

    def one(self, number: str) -> Signed | None:
        return next((one for one in self.world.signed_forms if one.number == number), None)

    def whole(self, period: str) -> Whole:
        sent = self._of(period)
        return Whole(3, len(sent), sent[0].counts if sent else Counts())

    def missing(self, period: str, *, offset: int = 0, limit: int = 5) -> Sequence[Missing]:
        unit = self.world.enterprise
        own = [] if self._of(period) else [Missing(unit.credit_code, unit.name, unit.town)]
        others = [
            Missing("91370000000000002X", "二号饭店", "西镇"),
            Missing("91370000000000003X", "三号厂", "西镇"),
        ]
        return [*own, *others][offset : offset + limit]

    def sent(self, period: str, *, offset: int = 0, limit: int = 5) -> Sequence[Signed]:
        return self._of(period)[offset : offset + limit]
