"""Events of emergency plans (应急预案)."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from checklists.drills import PlanKind
from safety.events import Event
from safety.events_hazards import Picture


@dataclass(frozen=True, slots=True)
class PlanEntered(Event):
    """A plan is registered, or a new version of one (`plan`: its number; kind and title are kept then)."""

    kind: ClassVar[str] = "plan:entered"
    plan_kind: PlanKind
    title: str
    version: str
    published_on: date
    plan: int | None = None


@dataclass(frozen=True, slots=True)
class PlanFiled(Event):
    """The newest version was filed with the authority."""

    kind: ClassVar[str] = "plan:filed"
    plan: int
    on: date
    filing: str


@dataclass(frozen=True, slots=True)
class PlanReviewed(Event):
    """The plan was evaluated and stays as it is."""

    kind: ClassVar[str] = "plan:reviewed"
    plan: int
    on: date


@dataclass(frozen=True, slots=True)
class PlanFileSent(Event):
    """A photo of the newest version, or its document (`document`: with the name it has on the sender's phone)."""

    kind: ClassVar[str] = "plan:file:received"
    plan: int
    picture: Picture
    document: bool = False
    name: str = ""


@dataclass(frozen=True, slots=True)
class PlanWithdrawn(Event):
    """The plan is in force no more; it stays in the register."""

    kind: ClassVar[str] = "plan:withdrawn"
    plan: int
