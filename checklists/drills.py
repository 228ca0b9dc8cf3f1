"""Emergency drills (应急演练) as content: scripts that run in the chat, and the figures by which they run.

A new field needs a default, so that the fingerprints of scripts that were played earlier stay what they were.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from checklists.answers import Facts
from checklists.conditions import Condition
from checklists.kept import Kept
from checklists.parts import Flag, Grounded, Part, Text, Whole

LONGEST = 240  # minutes of a drill


class PlanKind(StrEnum):
    """The three kinds of emergency plans (应急预案办法 art. 6): 综合, 专项, 现场处置方案."""

    OVERALL = "overall"
    SPECIAL = "special"
    ON_SITE = "on_site"


class To(StrEnum):
    """Who gets an inject: everybody, who commands, or everybody in one role."""

    ALL = "all"
    COMMANDER = "commander"
    PRINCIPAL = "principal"
    OFFICER = "officer"
    WORKER = "worker"


class Point(Part):
    """One short sentence: what must never be done, what is expected, what is asked afterwards."""

    limits: ClassVar = {"text": (60, 180)}

    id: str
    text: Text


class Inject(Part):
    """Something that happens in the drill (情景注入).

    minute    after the start
    text      what is told
    expects   what those who hear it are expected to do
    rollcall  everybody is asked whether they are safe; once in a script
    photo     what is photographed here, sent into the chat; absent: nothing is
    """

    limits: ClassVar = {"text": (120, 360), "photo": (40, 120)}

    id: str
    minute: Annotated[Whole, Field(ge=0, le=LONGEST)]
    to: To = To.ALL
    text: Text
    expects: Annotated[tuple[Point, ...], Field(max_length=4)] = ()
    rollcall: Flag = False
    photo: Text | None = None


class Measure(Grounded):
    """One point by which a drill is evaluated (评估项).

    category   kind of the hazard that a weakness becomes (rules/hazard_kinds.yaml)
    advice     what helps when it is weak
    """

    limits: ClassVar = {"text": (60, 180), "advice": (80, 240)}

    id: str
    text: Text
    category: str
    advice: Text


class Script(Grounded, Kept):
    """drills/<id>.yaml: a drill that can be played.

    plan      the kind of plan that it tests
    when      only enterprises with these facts are offered it first; None: all are
    minutes   how long it takes
    never     what nobody does, told to everybody at the start
    hotwash   questions to those who took part
    measures  by which the commander evaluates
    """

    limits: ClassVar = {"title": (14, 40), "scenario": (160, 480)}

    id: str
    title: Text
    plan: PlanKind
    when: Condition | None = None
    minutes: Annotated[Whole, Field(ge=5, le=LONGEST)]
    scenario: Text
    never: Annotated[tuple[Point, ...], Field(max_length=3)] = ()
    injects: Annotated[tuple[Inject, ...], Field(min_length=2, max_length=20)]
    hotwash: Annotated[tuple[Point, ...], Field(min_length=1, max_length=5)]
    measures: Annotated[tuple[Measure, ...], Field(min_length=2, max_length=8)]

    def suits(self, facts: Facts) -> bool:
        """Whether it is made for an enterprise with these facts."""
        return self.when is None or self.when.compiled()({}, facts)

    def inject(self, inject: str) -> Inject | None:
        """An inject by its id."""
        return next((one for one in self.injects if one.id == inject), None)

    @property
    def photo_points(self) -> tuple[Inject, ...]:
        """The injects at which something is photographed."""
        return tuple(one for one in self.injects if one.photo is not None)


def offered(scripts: Mapping[str, Script], facts: Facts) -> tuple[Script, ...]:
    """All scripts, those made for these facts first; in each half by their ids, special ones before those for everybody."""
    return tuple(sorted(scripts.values(), key=lambda one: _rank(one, facts)))


def _rank(script: Script, facts: Facts) -> tuple[int, str]:
    if not script.suits(facts):
        return 2, script.id
    return (1 if script.when is None else 0), script.id


class DrillRules(Grounded):
    """rules/drills.yaml. How often drills are owed stands in rules/reminders.yaml.

    before_minutes   before the planned time, when everybody is told once more
    chase_minutes    after the roll call, when those who have not answered are asked once more
    late_minutes     an inject that comes later than this is marked late
    longest_minutes  after which a drill that nobody has ended counts as ended; the second for real roll calls
    early_minutes    before the planned time, from when it can be started
    plan_days        days ahead that a drill can be planned
    """

    before_minutes: Annotated[Whole, Field(ge=1, le=240)] = 10
    chase_minutes: Annotated[Whole, Field(ge=1, le=60)] = 3
    late_minutes: Annotated[Whole, Field(ge=1, le=60)] = 2
    longest_minutes: Annotated[Whole, Field(ge=10, le=1440)] = 180
    real_longest_minutes: Annotated[Whole, Field(ge=60, le=4320)] = 1440
    early_minutes: Annotated[Whole, Field(ge=0, le=1440)] = 60
    plan_days: Annotated[Whole, Field(ge=1, le=366)] = 90
