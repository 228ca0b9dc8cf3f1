"""Events of campaigns and plans: opened, changed, paused, resumed and ended by supervisors, chased, confirmed by enterprises."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from checklists.answers import JsonValue
from safety.events import Event


@dataclass(frozen=True, slots=True)
class CampaignOpened(Event):
    """A campaign was opened. Its rounds begin by the clock.

    query   whom it is for (safety.queries.Query as JSON); terms: safety.campaigns.Terms as JSON
    group   the saved group it follows: each round asks anew who is in it; 0: none
    most    how many enterprises its opener has seen
    """

    kind: ClassVar[str] = "campaign:opened"
    title: str
    checklist: str
    query: Mapping[str, JsonValue]
    terms: Mapping[str, JsonValue]
    group: int = 0
    most: int = 0


@dataclass(frozen=True, slots=True)
class CampaignChanged(Event):
    """What the next round will be like; the one that runs stays as it is."""

    kind: ClassVar[str] = "campaign:changed"
    number: str
    title: str
    checklist: str
    query: Mapping[str, JsonValue]
    terms: Mapping[str, JsonValue]
    group: int = 0


@dataclass(frozen=True, slots=True)
class CampaignPaused(Event):
    """No new round begins; the one that runs goes on."""

    kind: ClassVar[str] = "campaign:paused"
    number: str


@dataclass(frozen=True, slots=True)
class CampaignResumed(Event):
    """Rounds begin again, the next one on its day."""

    kind: ClassVar[str] = "campaign:resumed"
    number: str


@dataclass(frozen=True, slots=True)
class CampaignEnded(Event):
    """It is over: nothing is taken any more, nobody is reminded."""

    kind: ClassVar[str] = "campaign:ended"
    number: str


@dataclass(frozen=True, slots=True)
class CampaignChased(Event):
    """Everybody in the actor's area who has not done it is told once more."""

    kind: ClassVar[str] = "campaign:chased"
    number: str


@dataclass(frozen=True, slots=True)
class CampaignSigned(Event):
    """One of the responsible people of an enterprise confirms what another one has filled in, where all have to."""

    kind: ClassVar[str] = "campaign:signed"
    period: str


@dataclass(frozen=True, slots=True)
class CampaignFilled(Event):
    """One of the responsible people has filled it in where all have to confirm; `to`: those who have not yet."""

    kind: ClassVar[str] = "campaign:filled"
    period: str
    title: str
    due: date
    to: tuple[int, ...]
