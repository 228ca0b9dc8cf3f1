"""How much Telegram takes from a bot: the switches, and the counting that ends in 429.

The figures are the published ones; how long a burst may be and how edits count is not published and was chosen to be
close to what bots observe.
"""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from math import ceil

from bot.sandbox.telegram.errors import Refused, bad_request, too_many
from bot.sandbox.telegram.shapes import Json

MINUTE = 60.0
GRACE = 0.25
IGNORED_TO_BAN = 3
BAN_SECONDS = 30


@dataclass(frozen=True, slots=True)
class Limits:
    """The switches. A rate of 0 is no limit; `flood` off means none of the rates counts."""

    flood: bool = True
    chat_per_second: float = 1.0
    chat_burst: int = 5
    edits_per_second: float = 2.0
    edit_burst: int = 30
    group_per_minute: int = 20
    bot_per_second: int = 30
    callback_seconds: float = 30.0
    keep_seconds: float = 86_400.0
    delete_seconds: float = 172_800.0
    download_bytes: int = 20 * 1024 * 1024
    upload_bytes: int = 50 * 1024 * 1024
    photo_bytes: int = 10 * 1024 * 1024

    def changed(self, values: Json) -> "Limits":
        """A copy with some switches set; unknown names are refused."""
        known = {item.name: item.type for item in fields(self)}
        for name, value in values.items():
            if name not in known or not isinstance(value, bool | int | float):
                raise bad_request(f"no such limit: {name}")
        return replace(self, **values)

    def record(self) -> Json:
        """All switches by name."""
        return {item.name: getattr(self, item.name) for item in fields(self)}


NO_FLOOD = Limits(flood=False)


@dataclass(slots=True)
class Bucket:
    """Tokens that come back with time."""

    left: float
    at: float

    def wait(self, now: float, rate: float, burst: int) -> float:
        """Seconds until one may pass; 0 when now."""
        self.left = min(float(burst), self.left + (now - self.at) * rate)
        self.at = now
        return 0.0 if self.left >= 1 else (1 - self.left) / rate


@dataclass(slots=True)
class Penalty:
    """A 429 that was answered: until when, and how often it was ignored."""

    since: float
    until: float
    ignored: int = 0


@dataclass(frozen=True, slots=True)
class Ban:
    """A bot kept on sending although it had been told to wait."""

    at: float
    bot: int
    scope: str
    ignored: int


Scope = tuple[int, str]


@dataclass(slots=True)
class Flood:
    """Counts what bots send. `timer` is the machine's steady clock, or one that a test moves."""

    timer: Callable[[], float]
    limits: Limits = field(default_factory=Limits)
    buckets: dict[Scope, Bucket] = field(default_factory=dict)
    windows: dict[Scope, deque[float]] = field(default_factory=dict)
    penalties: dict[Scope, Penalty] = field(default_factory=dict)
    bans: list[Ban] = field(default_factory=list)
    refused: int = 0

    def spend(self, bot: int, chat_id: int, count: int = 1) -> None:
        """Let `count` new messages pass, or refuse them with 429."""
        limits = self.limits
        if not limits.flood:
            return
        now = self.timer()
        scopes = self._scopes(chat_id)
        for scope in scopes:
            self._obey((bot, scope), now)
        for scope in scopes:
            self._require((bot, scope), self._wait((bot, scope), now), now)
        for scope in scopes:
            self._count((bot, scope), now, count)

    def spend_edit(self, bot: int, chat_id: int) -> None:
        """Let one edit pass. In groups it counts as a message, in private chats apart from them."""
        limits = self.limits
        if not limits.flood or not limits.edits_per_second:
            return
        if chat_id < 0:
            self.spend(bot, chat_id)
            return
        now, scope = self.timer(), (bot, f"edits {chat_id}")
        self._obey(scope, now)
        bucket = self._bucket(scope, now, limits.edit_burst)
        self._require(scope, bucket.wait(now, limits.edits_per_second, limits.edit_burst), now)
        bucket.left -= 1

    def _scopes(self, chat_id: int) -> list[str]:
        limits = self.limits
        chosen = {
            "bot": limits.bot_per_second,
            f"group {chat_id}": limits.group_per_minute if chat_id < 0 else 0,
            f"chat {chat_id}": limits.chat_per_second,
        }
        return [name for name, rate in chosen.items() if rate]

    def _wait(self, scope: Scope, now: float) -> float:
        name, limits = scope[1], self.limits
        if name.startswith("chat"):
            bucket = self._bucket(scope, now, limits.chat_burst)
            return bucket.wait(now, limits.chat_per_second, limits.chat_burst)
        span, most = (1.0, limits.bot_per_second) if name == "bot" else (MINUTE, limits.group_per_minute)
        window = self.windows.setdefault(scope, deque())
        while window and window[0] <= now - span:
            window.popleft()
        return 0.0 if len(window) < most else window[0] + span - now

    def _count(self, scope: Scope, now: float, count: int) -> None:
        if scope[1].startswith("chat"):
            self.buckets[scope].left -= count
        else:
            self.windows[scope].extend([now] * count)

    def _bucket(self, scope: Scope, now: float, burst: int) -> Bucket:
        bucket = self.buckets.get(scope)
        if bucket is None:
            bucket = self.buckets[scope] = Bucket(float(burst), now)
        return bucket

    def _require(self, scope: Scope, wait: float, now: float) -> None:
        if wait <= 0:
            self.penalties.pop(scope, None)
            return
        seconds = max(1, ceil(wait))
        self.penalties[scope] = Penalty(now, now + seconds)
        self.refused += 1
        raise too_many(seconds)

    def _obey(self, scope: Scope, now: float) -> None:
        penalty = self.penalties.get(scope)
        if penalty is None or now >= penalty.until:
            return
        self.refused += 1
        if now > penalty.since + GRACE:
            self._ignored(scope, penalty, now)
        raise self._again(penalty, now)

    def _ignored(self, scope: Scope, penalty: Penalty, now: float) -> None:
        penalty.ignored += 1
        if penalty.ignored >= IGNORED_TO_BAN:
            self.bans.append(Ban(now, scope[0], scope[1], penalty.ignored))
            penalty.until, penalty.since, penalty.ignored = now + BAN_SECONDS, now, 0

    def _again(self, penalty: Penalty, now: float) -> Refused:
        return too_many(max(1, ceil(penalty.until - now)))
