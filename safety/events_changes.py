"""Events of what an enterprise is (企业情况): a change asked for, taken back, decided; the profile confirmed for the quarter."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from checklists.answers import JsonValue
from safety.events import Event


@dataclass(frozen=True, slots=True)
class ChangeAsked(Event):
    """Somebody of an enterprise asks to have something about it changed. Storage gives the number and notes what stood before."""

    kind: ClassVar[str] = "change:asked"
    what: str
    after: JsonValue
    reason: str


@dataclass(frozen=True, slots=True)
class ChangeReceived(Event):
    """Derived by storage: it has its number, and whoever decides hears of it."""

    kind: ClassVar[str] = "change:received"
    number: str


@dataclass(frozen=True, slots=True)
class ChangeWithdrawn(Event):
    """Its own people take a request back before it is decided."""

    kind: ClassVar[str] = "change:withdrawn"
    number: str


@dataclass(frozen=True, slots=True)
class ChangeDecided(Event):
    """A supervisor decides; `answer` says why it was refused."""

    kind: ClassVar[str] = "change:decided"
    number: str
    accepted: bool
    answer: str = ""


@dataclass(frozen=True, slots=True)
class ProfileConfirmed(Event):
    """An officer confirms what is known of the enterprise, as it was shown: facts by id. `changed`: ids that were answered otherwise."""

    kind: ClassVar[str] = "profile:confirmed"
    facts: Mapping[str, JsonValue]
    changed: tuple[str, ...] = ()
