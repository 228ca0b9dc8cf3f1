"""Events of drills and roll calls (应急演练、点名). A drill is named by its number, never by a row id."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from safety.drills import Answer
from safety.events import Event
from safety.events_hazards import HazardReported, Picture


@dataclass(frozen=True, slots=True)
class DrillPlanned(Event):
    """A drill is announced: everybody of the enterprise hears of it. Storage gives the number; who plans it commands.

    fingerprint   of the script's exact text
    extra         headcount without accounts
    plan          number of the emergency plan that it tests
    soon          when everybody is told once more
    """

    kind: ClassVar[str] = "drill:planned"
    script: str
    fingerprint: str
    at: datetime
    place: str
    soon: datetime
    extra: int = 0
    plan: int | None = None


@dataclass(frozen=True, slots=True)
class DrillCancelled(Event):
    """A planned drill will not be held."""

    kind: ClassVar[str] = "drill:cancelled"
    number: str


@dataclass(frozen=True, slots=True)
class DrillStarted(Event):
    """A drill begins: the clock tells its injects from now on. `until`: when it counts as ended if nobody ends it.

    fingerprint   of the script as it is now; the one it was planned with stays when this one is gone
    """

    kind: ClassVar[str] = "drill:started"
    number: str
    until: datetime
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class RollCalled(Event):
    """The roll is called in earnest. A drill that runs is broken off."""

    kind: ClassVar[str] = "roll:called"
    place: str
    chase_at: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class DrillTold(Event):
    """The clock has told injects. `late`: minutes by which each came too late. `chase_at`: of the roll call among them."""

    kind: ClassVar[str] = "drill:told"
    number: str
    injects: tuple[str, ...]
    late: tuple[int, ...]
    chase_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class DrillAnswered(Event):
    """Somebody answers the roll call, by a button or in words."""

    kind: ClassVar[str] = "drill:answered"
    number: str
    answer: Answer
    words: str = ""


@dataclass(frozen=True, slots=True)
class DrillPhotoSent(Event):
    """A photo of a photo point (an inject's id), or of nothing in particular."""

    kind: ClassVar[str] = "drill:photo:received"
    number: str
    inject: str
    picture: Picture


@dataclass(frozen=True, slots=True)
class CommandTaken(Event):
    """Somebody else commands from now on."""

    kind: ClassVar[str] = "drill:command"
    number: str


@dataclass(frozen=True, slots=True)
class DrillEnded(Event):
    """It is over. `stopped`: broken off, it counts as no drill; `by_time`: nobody has ended it, its time was over at `until`."""

    kind: ClassVar[str] = "drill:ended"
    number: str
    stopped: bool = False
    reason: str = ""
    by_time: bool = False
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class DrillWashed(Event):
    """What somebody who took part says to a question afterwards."""

    kind: ClassVar[str] = "drill:washed"
    number: str
    question: str
    fine: bool
    words: str = ""


@dataclass(frozen=True, slots=True)
class DrillMarked(Event):
    """One point of the evaluation."""

    kind: ClassVar[str] = "drill:marked"
    number: str
    measure: str
    fine: bool
    words: str = ""


@dataclass(frozen=True, slots=True)
class DrillClosed(Event):
    """The evaluation is signed and the record is whole. `due`: when the next one is due."""

    kind: ClassVar[str] = "drill:closed"
    number: str
    due: date | None = None


@dataclass(frozen=True, slots=True)
class DrillHazardReported(HazardReported):
    """A weakness of a drill becomes a hazard, by the rules of every report."""

    kind: ClassVar[str] = "hazard:reported:drill"
    drill: str = ""
    measure: str = ""
