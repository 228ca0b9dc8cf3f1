"""The queue of one bot: updates wait in order until they are confirmed or a day old."""

from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Protocol

import orjson

from bot.sandbox.telegram.shapes import Json

FIRST_ID = 100_000_001
ON_REQUEST = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
KINDS = ON_REQUEST | {
    "message",
    "edited_message",
    "channel_post",
    "edited_channel_post",
    "inline_query",
    "chosen_inline_result",
    "callback_query",
    "my_chat_member",
    "chat_join_request",
}


@dataclass(frozen=True, slots=True)
class Pending:
    """An update as it will be delivered, every time with the same bytes."""

    id: int
    at: float
    lane: int
    body: bytes


class Waiter(Protocol):
    """Somebody who holds a long poll open."""

    def wake(self) -> None:
        """Updates have come."""

    def abort(self, description: str) -> None:
        """Somebody else reads now."""


class UpdateQueue:
    """Updates of one bot, oldest first."""

    def __init__(self) -> None:
        self.next_id = FIRST_ID
        self.allowed: frozenset[str] | None = None
        self.pending: OrderedDict[int, Pending] = OrderedDict()
        self.waiter: Waiter | None = None
        self.on_arrival: Callable[[], None] | None = None

    def __len__(self) -> int:
        return len(self.pending)

    def wants(self, kind: str) -> bool:
        """Whether the bot asked for this kind; some kinds come only on request."""
        return kind not in ON_REQUEST if self.allowed is None else kind in self.allowed

    def add(self, kind: str, payload: Json, lane: int, at: float) -> Pending:
        """Put an update at the end. `lane` is the chat whose order counts."""
        update = Pending(self.next_id, at, lane, orjson.dumps({"update_id": self.next_id, kind: payload}))
        self.put(update)
        self.wake()
        return update

    def put(self, update: Pending) -> None:
        """Take an update that has its number already."""
        self.pending[update.id] = update
        self.next_id = max(self.next_id, update.id + 1)

    def wake(self) -> None:
        """Tell whoever reads that there is something."""
        waiter, self.waiter = self.waiter, None
        if waiter:
            waiter.wake()
        if self.on_arrival:
            self.on_arrival()

    def replace_waiter(self, waiter: Waiter | None, description: str) -> None:
        """A second reader ends the first one's call."""
        before, self.waiter = self.waiter, waiter
        if before:
            before.abort(description)

    def confirm(self, below: int) -> bool:
        """Forget everything before an offset; True when something was forgotten."""
        forgotten = False
        while self.pending and next(iter(self.pending)) < below:
            self.pending.popitem(last=False)
            forgotten = True
        return forgotten

    def forget(self, update_id: int) -> bool:
        """Forget one update that a webhook took."""
        return self.pending.pop(update_id, None) is not None

    def forget_older(self, than: float) -> None:
        """Telegram keeps an update for a day."""
        while self.pending and next(iter(self.pending.values())).at < than:
            self.pending.popitem(last=False)

    def offset_of_last(self, count: int) -> int:
        """The offset that leaves the last `count` updates."""
        ids = list(self.pending)
        return ids[-count] if len(ids) >= count else (ids[0] if ids else self.next_id)

    def first(self, limit: int, start: int = 0) -> Iterator[Pending]:
        """The oldest updates from an id on."""
        waiting = self.pending.values()
        if self.pending and next(iter(self.pending)) >= start:
            return islice(waiting, limit)
        return islice((update for update in waiting if update.id >= start), limit)
