"""Lives the year of a made-up district: everything in order of time, by the same rules as everybody's, sealed day by day."""

import heapq
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count

from sqlalchemy import Connection

from safety.errors import Refusal
from safety.events import Event
from safety.people import Actor
from storage.prepared import savepoint
from storage.record import record

Deed = Callable[[Connection], None]


@dataclass(slots=True)
class Year:
    """Deeds with their moments; each may note further ones. What lies after `now` does not happen."""

    now: datetime
    refused: Counter[str] = field(default_factory=Counter)
    _deeds: list[tuple[datetime, int, Deed]] = field(default_factory=list)
    _numbers: "count[int]" = field(default_factory=count)

    def note(self, moment: datetime, deed: Deed) -> None:
        """Something that is done at a moment; of two at the same moment, the one noted first."""
        if moment < self.now:
            heapq.heappush(self._deeds, (moment, next(self._numbers), deed))

    def live(self, connection: Connection, until: datetime) -> None:
        """Do everything before a moment, oldest first."""
        while self._deeds and self._deeds[0][0] < until:
            _moment, _number, deed = heapq.heappop(self._deeds)
            deed(connection)

    @property
    def begin(self) -> datetime:
        """The first moment at which something happens."""
        return self._deeds[0][0] if self._deeds else self.now

    def act(self, connection: Connection, actor: Actor, moment: datetime, *events: Event) -> bool:
        """Somebody does something; whether the rules allowed it. What they did not is counted and has not happened."""
        try:
            with savepoint(connection, "deed"):
                record(connection, actor, events, moment, None)
        except Refusal as refusal:
            self.refused[f"{refusal.line}:{getattr(events[-1], 'action', events[-1].kind)}"] += 1
            return False
        return True
