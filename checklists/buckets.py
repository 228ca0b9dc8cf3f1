"""A leaking bucket: so much at once, and as much again in a span of time. Pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class Limit:
    """`size` at once; a full bucket is empty again after `span`."""

    size: int
    span: timedelta


@dataclass(frozen=True, slots=True)
class Bucket:
    """How full it was, in what it counts, and when."""

    level: float
    at: datetime

    def level_at(self, limit: Limit, now: datetime) -> float:
        """How full it still is. A clock that was set back lets nothing leak."""
        leaked = max((now - self.at) / limit.span, 0.0) * limit.size
        return max(self.level - leaked, 0.0)

    def full(self, limit: Limit, now: datetime) -> bool:
        """Whether one more does not fit."""
        return self.level_at(limit, now) + 1 > limit.size

    def poured(self, limit: Limit, now: datetime) -> "Bucket":
        """With one more in it; never fuller than full, so that those who go on trying are not shut out for longer."""
        return Bucket(min(self.level_at(limit, now) + 1, float(limit.size)), max(now, self.at))
