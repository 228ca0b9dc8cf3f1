"""What a recording function gets, and what it gives back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection

from checklists.answers import JsonValue
from checklists.catalogue import Catalogue
from checklists.rules import Defaults
from safety.checks import CheckKey
from safety.errors import Refusal
from safety.events import Event
from safety.people import Actor, Right
from storage.tips.vault import Vault


@dataclass(frozen=True, slots=True)
class Turn:
    """Who acted, when, in which transaction. `vault`: the key of what must not be read without it; `rules`, `catalogue`: what content says."""

    connection: Connection
    actor: Actor
    now: datetime
    vault: Vault | None = None
    rules: Defaults = field(default_factory=Defaults)
    catalogue: Catalogue | None = None

    def enterprise(self, right: Right) -> int:
        """The enterprise the actor acts for. Refusal without a seat in one that allows it."""
        seat = self.actor.seat
        if seat is None or seat.enterprise is None or not self.actor.may(right):
            raise Refusal("not-allowed")
        return seat.enterprise


@dataclass(frozen=True, slots=True)
class Written:
    """What the record keeps beside the event itself: its subject, what storage added, what followed from it.

    `enterprise` says where it happened when that is not the actor's own seat. `unnamed`: the record keeps neither who acted
    nor the update nor the event's own fields, and of the moment only the hour.
    """

    subject: str
    added: Mapping[str, JsonValue] = field(default_factory=dict)
    also: Sequence[Event] = ()
    enterprise: int | None = None
    unnamed: bool = False


def subject_of(key: CheckKey, question: str = "") -> str:
    """A check, or one question of it, as the record names it."""
    parts = (key.checklist, key.period, question) if question else (key.checklist, key.period)
    return "/".join(parts)
