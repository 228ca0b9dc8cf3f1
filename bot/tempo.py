"""Nobody who floods the bot slows the others down (S12): lanes that are too quick wait, and what no person can send is set aside.

Kept in the memory of each process, by its steady clock: a restart forgives, and several processes allow as many times as much.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from checklists.buckets import Bucket, Limit
from checklists.rules import Flooding
from storage.inbox import Arrived

DAY = timedelta(days=1)
MOST_KNOWN = 50_000  # lanes that are remembered
EPOCH = datetime(2000, 1, 1, tzinfo=UTC)  # steady seconds as moments: only their differences count


@dataclass(slots=True)
class Tempo:
    """How quick each lane has been lately."""

    dropped: int = 0  # updates of floods that are not even set aside, since the start
    _buckets: dict[int, Bucket] = field(default_factory=dict)  # by lane; surplus of a lane by its complement
    _strangers: set[int] = field(default_factory=set)

    def wait(self, lane: int, rules: Flooding, steady: float) -> timedelta | None:
        """How long this lane has to wait for its next turn; None: the turn may be taken, and is counted."""
        limit = rules.strangers_limit if lane in self._strangers else rules.turns_limit
        return self._pour(lane, limit, steady)

    def arriving(self, batch: Sequence[Arrived], rules: Flooding, steady: float) -> list[Arrived]:
        """What of a batch is kept, and of that what is set aside because nobody can send so much."""
        kept = []
        for one in batch:
            if self._pour(one.lane, rules.arrivals_limit, steady) is None:
                kept.append(one)
            elif self._pour(~one.lane, Limit(rules.arrivals, DAY), steady) is None:
                kept.append(replace(one, surplus=True))
            else:
                self.dropped += 1
        return kept

    def know(self, lane: int, *, stranger: bool) -> None:
        """Whether a lane is of somebody without a seat: they get fewer turns."""
        if not stranger:
            self._strangers.discard(lane)
        elif len(self._strangers) < MOST_KNOWN:
            self._strangers.add(lane)

    def _pour(self, lane: int, limit: Limit, steady: float) -> timedelta | None:
        now = EPOCH + timedelta(seconds=steady)
        bucket = self._buckets.get(lane) or Bucket(0.0, now)
        if bucket.full(limit, now):
            return limit.span / limit.size
        if len(self._buckets) > MOST_KNOWN:
            self._buckets.clear()
        self._buckets[lane] = bucket.poured(limit, now)
        return None
