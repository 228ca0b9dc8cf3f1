"""Events of invitations that are printed for many at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from checklists.answers import JsonValue
from safety.events import Event


@dataclass(frozen=True, slots=True)
class SheetsAsked(Event):
    """A supervisor wants cards for enterprises that nobody answers for yet; they are made and sent after the turn.

    query         which enterprises (safety.queries.Query.to_json)
    roles         whom cards are for; cards: how many that was when it was asked for
    """

    kind: ClassVar[str] = "invitations:sheets:asked"
    query: Mapping[str, JsonValue]
    roles: Sequence[str]
    cards: int


@dataclass(frozen=True, slots=True)
class SheetsMade(Event):
    """They are printed and in the outbox; the person they are for is the actor."""

    kind: ClassVar[str] = "invitations:sheets:made"
    sheets: int
    cards: int


@dataclass(frozen=True, slots=True)
class SheetsRevoked(Event):
    """Cards that nobody has used open nothing any more: they were lost, or are to be printed anew."""

    kind: ClassVar[str] = "invitations:sheets:revoked"
    sheets: int
