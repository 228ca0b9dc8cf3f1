"""Events of warnings: sent by a supervisor, confirmed and answered by enterprises."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from checklists.warnings import Level
from safety.events import Event
from safety.events_hazards import Picture
from safety.warnings import Stage


@dataclass(frozen=True, slots=True)
class WarningIssued(Event):
    """A supervisor sends a warning. Storage gives the number and keeps who is meant as they are at this moment.

    lines     in Chinese, `english` the same lines; empty: words of the sender's own, the same in both languages
    circle    safety.warnings.Circle as JSON; what follows another warning goes to that one's enterprises instead
    hours     for which it holds
    most      enterprises that the sender has seen and agreed to; more than that, and the sender looks again
    file      what the sender's file goes by (WarningFileSent); empty: none goes with it
    """

    kind: ClassVar[str] = "warning:issued"
    template: str
    level: Level
    title: str
    lines: tuple[str, ...]
    hours: int
    circle: Mapping[str, str | Sequence[str]] = field(default_factory=dict)
    title_en: str = ""
    english: tuple[str, ...] = ()
    stage: Stage = Stage.FIRST
    follows: str = ""
    most: int = 0
    file: str = ""


@dataclass(frozen=True, slots=True)
class WarningConfirmed(Event):
    """Somebody of an enterprise confirms that it was received. Of two the first counts."""

    kind: ClassVar[str] = "warning:confirmed"
    number: str


@dataclass(frozen=True, slots=True)
class WarningAnswered(Event):
    """What was done about it, in words or photos; it confirms as well."""

    kind: ClassVar[str] = "warning:answered"
    number: str
    words: str = ""
    pictures: tuple[Picture, ...] = ()


@dataclass(frozen=True, slots=True)
class WarningFileSent(Event):
    """A photo or a PDF that is to go out with a warning which is being made. `name`: what the sender calls a document."""

    kind: ClassVar[str] = "warning:file"
    picture: Picture
    document: bool = False
    name: str = ""


@dataclass(frozen=True, slots=True)
class WarningFileWanted(Event):
    """Somebody whom it is for, or who watches over it, wants to see the file of a warning again."""

    kind: ClassVar[str] = "warning:file_wanted"
    number: str
