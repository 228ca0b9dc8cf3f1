"""Emergency drills and roll calls (应急演练、点名): when what is told, who is where, how long it took, when the next one is due.

A roll call in earnest is the same thing without a script: `Drill.real`.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Protocol

from checklists.answers import Facts
from checklists.drills import DrillRules, Inject, PlanKind, Script, To
from checklists.reminders import Reminders, Subject, Task
from safety.calendar import Calendar, today
from safety.people import Role
from safety.reminders import due

MINUTE = timedelta(minutes=1)
QUARTER = 3  # months


class DrillState(StrEnum):
    """Where a drill stands. ENDED waits for its evaluation; STOPPED was broken off and counts as none."""

    PLANNED = "planned"
    RUNNING = "running"
    ENDED = "ended"
    DONE = "done"
    STOPPED = "stopped"
    CANCELLED = "cancelled"


class Answer(StrEnum):
    """What somebody says at the roll call. NOTE: words that say neither."""

    SAFE = "safe"
    HELP = "help"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer, at the moment at which its person acted."""

    answer: Answer
    at: datetime
    words: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where somebody stands after all their answers.

    answer       SAFE, HELP, or None: neither was said
    mustered_at  when they first said that they were safe, since they last asked for help
    words        what they said last, in words
    """

    answer: Answer | None = None
    mustered_at: datetime | None = None
    words: str = ""


def standing(replies: Collection[Reply]) -> Standing:
    """What somebody's answers come to, in whatever order they arrived. Answering once more changes no muster time."""
    said = sorted(replies, key=lambda one: (one.at, one.answer is Answer.HELP))
    words = next((one.words for one in reversed(said) if one.words), "")
    last = next((one.answer for one in reversed(said) if one.answer is not Answer.NOTE), None)
    if last is not Answer.SAFE:
        return Standing(last, None, words)
    since = [one for one in said if one.answer is not Answer.NOTE]
    while len(since) > 1 and since[-2].answer is Answer.SAFE:
        since.pop()
    return Standing(last, since[-1].at, words)


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody who takes part: from their seat, in this role."""

    person: int
    name: str
    role: Role
    standing: Standing = Standing()
    chased: bool = False


@dataclass(frozen=True, slots=True)
class Sent:
    """An inject that was told. `late`: so many minutes after its time, 0 when it was in time."""

    at: datetime
    late: int = 0


@dataclass(frozen=True, slots=True)
class Mark:
    """One point of the evaluation. `hazard`: number of the hazard that its weakness became."""

    fine: bool
    words: str = ""
    hazard: str = ""


@dataclass(frozen=True, slots=True)
class Wash:
    """What somebody said to a question afterwards."""

    person: str
    question: str
    fine: bool
    words: str = ""


@dataclass(frozen=True, slots=True)
class Drill:
    """A drill, or a roll call in earnest, as it stands. People are numbers in `commander` and in `people`.

    extra      headcount without accounts
    called_at  when the roll was called
    here       whether the commander still has a seat in the enterprise
    plan       number of the plan that it tests
    photos     how many came to each photo point
    """

    number: str
    enterprise: str
    real: bool
    state: DrillState
    planned_at: datetime
    place: str
    extra: int
    commander: int
    commander_name: str
    here: bool = True
    script: Script | None = None
    plan: int | None = None
    started_at: datetime | None = None
    called_at: datetime | None = None
    ended_at: datetime | None = None
    reason: str = ""
    people: tuple[Participant, ...] = ()
    sent: Mapping[str, Sent] = field(default_factory=dict)
    photos: Mapping[str, int] = field(default_factory=dict)
    marks: Mapping[str, Mark] = field(default_factory=dict)
    washes: tuple[Wash, ...] = ()
    next_due: date | None = None
    sha256: str = ""

    def part(self, person: int) -> Participant | None:
        """Somebody's part in it, if they have one."""
        return next((one for one in self.people if one.person == person), None)

    def among(self, answer: Answer | None) -> tuple[Participant, ...]:
        """Those who stand like this; None: who have not answered."""
        return tuple(one for one in self.people if one.standing.answer is answer)

    @property
    def weak(self) -> tuple[str, ...]:
        """The points of the evaluation that were weak, in the order of the script."""
        measures = self.script.measures if self.script is not None else ()
        return tuple(one.id for one in measures if one.id in self.marks and not self.marks[one.id].fine)

    @property
    def unmarked(self) -> tuple[str, ...]:
        """The points that were not evaluated yet."""
        measures = self.script.measures if self.script is not None else ()
        return tuple(one.id for one in measures if one.id not in self.marks)


def leads(drill: Drill, person: int) -> bool:
    """Whether somebody commands it now."""
    return drill.commander == person and drill.here


# --- the course of a drill ----------------------------------------------------------------------------------------


def moment(started: datetime, inject: Inject) -> datetime:
    """When an inject is to be told."""
    return started + inject.minute * MINUTE


def now_due(script: Script, started: datetime, told: Collection[str], now: datetime) -> tuple[Inject, ...]:
    """What has to be told by now and was not, in order."""
    return tuple(one for one in script.injects if one.id not in told and moment(started, one) <= now)


def next_moment(script: Script, started: datetime, told: Collection[str]) -> datetime | None:
    """When the next inject is to be told; None after the last."""
    return min((moment(started, one) for one in script.injects if one.id not in told), default=None)


def lateness(inject: Inject, started: datetime, now: datetime, rules: DrillRules) -> int:
    """So many whole minutes an inject comes too late, 0 within what is no matter."""
    minutes = int((now - moment(started, inject)) / MINUTE)
    return minutes if minutes >= rules.late_minutes else 0


def hears(inject: Inject, one: Participant, drill: Drill) -> bool:
    """Whether an inject is told to somebody. What is for a role that nobody has goes to the commander."""
    if inject.to is To.ALL:
        return True
    if inject.to is To.COMMANDER:
        return one.person == drill.commander
    role = Role(inject.to.value)
    if any(other.role is role for other in drill.people):
        return one.role is role
    return one.person == drill.commander


def photo_point(drill: Drill, one: Participant) -> Inject | None:
    """What somebody's photo shows: the latest photo point they have heard of, else the latest of all; None before any."""
    points = [point for point in drill.script.photo_points if point.id in drill.sent] if drill.script else []
    own = [point for point in points if hears(point, one, drill)]
    best = own or points
    return best[-1] if best else None


def muster(drill: Drill, one: Participant) -> timedelta | None:
    """How long it took somebody from the roll call to safety; None when they have not said so."""
    at = one.standing.mustered_at
    if drill.called_at is None or at is None:
        return None
    return max(timedelta(0), at - drill.called_at)


def slowest(drill: Drill) -> timedelta | None:
    """How long it took until the last of those who came; None when nobody has."""
    return max((took for one in drill.people if (took := muster(drill, one)) is not None), default=None)


def takes_answers(drill: Drill, at: datetime) -> bool:
    """Whether an answer given at this moment counts: while it runs, and what was given before its end but arrives later."""
    if drill.state is DrillState.RUNNING:
        return True
    ended = drill.state in {DrillState.ENDED, DrillState.STOPPED}
    ended = ended or (drill.real and drill.state is DrillState.DONE)
    return ended and drill.ended_at is not None and at <= drill.ended_at


# --- how often ----------------------------------------------------------------------------------------------------

SUBJECTS = {
    PlanKind.ON_SITE: Subject.ON_SITE_PLAN,
    PlanKind.SPECIAL: Subject.SPECIAL_PLAN,
}


def next_day(
    rules: Reminders, facts: Facts, last: datetime, calendar: Calendar, subject: Subject = Subject.ENTERPRISE
) -> date | None:
    """The day by which the next drill is due after the last one (or since the enterprise joined): the strictest rule that applies.

    Source: 应急条例 art. 8, 应急预案办法 art. 33, 山东省安全生产条例 art. 63; the rules are content (R17 to R20).
    """
    mine = [
        rule
        for rule in rules.rules
        if rule.task is Task.DRILL and rule.subject is subject and rule.active
        if rule.when is None or rule.when.compiled()({}, facts)
    ]
    return min((today(due(rule, last, calendar, rules.hours)) for rule in mine), default=None)


def quarter_of(day: date) -> date:
    """The first day of the quarter of a day."""
    return date(day.year, (day.month - 1) // QUARTER * QUARTER + 1, 1)


def quarter_before(first: date) -> date:
    """The first day of the quarter before."""
    return quarter_of(first - timedelta(days=1))


@dataclass(frozen=True, slots=True)
class Return:
    """Counts of a quarter for the authority: drills held, people that took part (a person twice counts twice), enterprises."""

    drills: int
    people: int
    enterprises: int
    special: int = 0
    on_site: int = 0
    stopped: int = 0


@dataclass(frozen=True, slots=True)
class Late:
    """An enterprise that owes a drill since a day."""

    enterprise: str
    since: date


class DrillBook(Protocol):
    """What one actor may read of drills. Sub-ledger of safety.ledger.Ledger."""

    def scripts(self) -> Mapping[str, Script]:
        """The scripts as they are offered now."""
        ...

    def running(self) -> Drill | None:
        """What the actor takes part in now, wherever; one in earnest before a drill."""
        ...

    def drill(self, number: str) -> Drill | None:
        """A drill of the actor's scope, or one that they take part in."""
        ...

    def newest(self) -> Drill | None:
        """The drill that the actor planned or called last, in their own enterprise."""
        ...

    def assembly_point(self) -> str:
        """Where the own enterprise said last that its people gather; empty: it has never said."""
        ...

    def planned(self) -> Sequence[Drill]:
        """Those of the own enterprise that are still to come, the next first, or wait for their evaluation."""
        ...

    def past(self, *, offset: int = 0, limit: int = 5) -> Sequence[Drill]:
        """What was ended, stopped or closed in scope, the newest first; without cancelled ones."""
        ...

    def count_past(self) -> int: ...

    def due(self) -> date | None:
        """By when the own enterprise's next drill is due."""
        ...

    def strength(self) -> int:
        """How many people have a seat in the own enterprise."""
        ...

    def returned(self, first: date) -> Return:
        """The counts of the quarter that begins on this day, in a supervisor's scope."""
        ...

    def late(self, day: date, *, limit: int = 5) -> Sequence[Late]:
        """Enterprises of a supervisor's scope that owe a drill on this day, the longest first."""
        ...

    def count_late(self, day: date) -> int: ...
