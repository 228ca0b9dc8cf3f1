"""A queue of updates that repeats itself: each comes up to three times, in batches that overlap and are shuffled.

Only what the transport may do is done: an update is repeated until its confirmation has arrived, and copies may come
later than that (a webhook's retry, a confirmation lost on the way). Of one chat, first copies keep their order.
"""

from collections.abc import Iterator
from random import Random
from typing import Final

from bot.sandbox.telegram.updates import Pending, UpdateQueue

COPIES: Final = 2  # further ones, after the first


class RepeatingQueue(UpdateQueue):
    """In place of a bot's queue. `flush` lets every copy that is left come out, for the end of a run."""

    def __init__(self, chance: Random) -> None:
        super().__init__()
        self.first_id = self.next_id
        self.flush = False
        self.delivered = 0
        self._chance = chance
        self._handed: set[int] = set()
        self._copies: dict[int, tuple[Pending, int]] = {}

    def confirm(self, below: int) -> bool:
        """Forget what was handed out and lies before the offset; what was not handed out stays."""
        confirmed = {number for number in self._handed if number < below}
        self._handed.clear()
        for number in confirmed & self.pending.keys():
            update = self.pending.pop(number)
            self._copies[number] = (update, self._chance.randint(0, COPIES))
        return bool(confirmed)

    def first(self, limit: int, start: int = 0) -> Iterator[Pending]:
        """A handful of the waiting ones and some copies of earlier ones, shuffled."""
        fresh = self._fresh(limit)
        copies = self._again(limit - len(fresh)) if fresh or self.flush else []
        batch = self._shuffled([*fresh, *copies])
        self._handed.update(update.id for update in fresh)
        self.delivered += len(batch)
        return iter(batch)

    def _fresh(self, limit: int) -> list[Pending]:
        """Waiting ones from some chats; a chat's own in their order."""
        lanes = {update.lane for update in self.pending.values()}
        chosen = {lane for lane in lanes if self._chance.random() < 0.8} or lanes
        return [update for update in self.pending.values() if update.lane in chosen][:limit]

    def _again(self, limit: int) -> list[Pending]:
        """Copies of updates that were confirmed already."""
        share = 1.0 if self.flush else 0.3
        found = [number for number in self._copies if self._chance.random() < share][: max(0, limit)]
        batch = []
        for number in found:
            update, left = self._copies.pop(number)
            if left:
                batch.append(update)
                self._copies[number] = (update, left - 1)
        return batch

    def _shuffled(self, batch: list[Pending]) -> list[Pending]:
        """Mixed, but of one chat the smaller numbers first."""
        self._chance.shuffle(batch)
        in_order = {
            lane: iter(sorted(u.id for u in batch if u.lane == lane)) for lane in {u.lane for u in batch}
        }
        by_id = {update.id: update for update in batch}
        return [by_id[next(in_order[update.lane])] for update in batch]

    @property
    def copies_left(self) -> int:
        """Copies that have still to come."""
        return sum(left for _, left in self._copies.values())
