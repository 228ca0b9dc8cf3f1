"""Faults that are played on purpose: which call they hit. How a fault looks on the wire is the server's matter."""

from dataclasses import dataclass
from enum import StrEnum
from itertools import count
from random import Random

from bot.sandbox.telegram.errors import bad_request
from bot.sandbox.telegram.shapes import Json


class FaultKind(StrEnum):
    """What goes wrong. Only the two kinds with `after_delivery` let the call take effect."""

    DROP = "drop"
    DELAY = "delay"
    SERVER_ERROR = "error_5xx"
    TOO_MANY = "429"
    TIMEOUT_AFTER_DELIVERY = "timeout_after_delivery"
    RESET = "reset"
    RESET_AFTER_DELIVERY = "reset_after_delivery"
    MISSING = "missing"
    TRUNCATE = "truncate"


@dataclass(slots=True)
class Fault:
    """One rule. `method` may be `file` for downloads; `count` is how many calls are left to hit."""

    id: int
    kind: FaultKind
    method: str = ""
    chat: int | None = None
    rate: float = 1.0
    count: int | None = None
    seconds: float | None = None
    hits: int = 0

    @property
    def wait(self) -> float:
        """How long it lasts: what was asked for, else a second, and half a minute where an answer never comes."""
        endless = {FaultKind.DROP, FaultKind.TIMEOUT_AFTER_DELIVERY}
        return self.seconds if self.seconds is not None else 30.0 if self.kind in endless else 1.0

    def fits(self, method: str, chat: int | None) -> bool:
        """Whether a call is of the kind this rule speaks of. Without a method, getUpdates is left alone."""
        if self.count == 0 or (self.chat is not None and self.chat != chat):
            return False
        return method == self.method if self.method else method not in {"getupdates", "file"}

    def record(self) -> Json:
        """As the control API shows it."""
        return {name: getattr(self, name) for name in self.__slots__}


class Faults:
    """The rules in force, drawn with a seeded dice."""

    def __init__(self, seed: int | None = None) -> None:
        self._dice = Random(seed)  # noqa: S311 - faults need to be repeatable, not secret
        self._ids = count(1)
        self.rules: list[Fault] = []

    def add(self, values: Json) -> Fault:
        """A new rule from JSON: kind, and method, chat, rate or count, seconds as wished."""
        known = {"kind", "method", "chat", "rate", "count", "seconds"}
        if unknown := sorted(values.keys() - known):
            raise bad_request(f"no such field of a fault: {', '.join(unknown)}")
        if values.get("kind") not in set(FaultKind):
            raise bad_request(f"a fault's kind is one of {', '.join(FaultKind)}")
        given = {name: value for name, value in values.items() if value is not None}
        given |= {"kind": FaultKind(values["kind"]), "method": str(values.get("method") or "").lower()}
        rule = Fault(id=next(self._ids), **given)
        self.rules.append(rule)
        return rule

    def clear(self, fault_id: int | None = None) -> None:
        """End one rule, or all."""
        self.rules = [rule for rule in self.rules if fault_id is not None and rule.id != fault_id]

    def pick(self, method: str, chat: int | None) -> Fault | None:
        """The fault that hits this call, if one does."""
        for rule in self.rules:
            if rule.fits(method, chat) and (rule.rate >= 1 or self._dice.random() < rule.rate):
                rule.hits += 1
                if rule.count is not None:
                    rule.count -= 1
                return rule
        return None
