"""Hazards (隐患) as the ledger of hazards (隐患台账) knows them: rows, what the rules need of one, timeline. Read only."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from checklists.schema import Checklist, Severity
from safety.listing import Listing


class HazardState(StrEnum):
    """Where a hazard (隐患) stands in its life. Which state follows which: safety/hazards.py."""

    FOUND = "found"
    REPORTED = "reported"
    REVIEW = "review"
    PLANNED = "planned"
    FIXING = "fixing"
    EVIDENCE = "evidence"
    SUSPENDED = "suspended"
    CLOSED = "closed"
    DUPLICATE = "duplicate"
    WITHDRAWN = "withdrawn"


class HazardSource(StrEnum):
    """How a hazard came into the ledger.

    A self-check, somebody's report, an anonymous tip, a supervisor's word, a drill; on site: a department's or town's check, an
    expert's, the weekly supervision.
    """

    CHECK = "check"
    REPORT = "report"
    TIP = "tip"
    INSPECTION = "inspection"
    DRILL = "drill"
    DEPARTMENT = "department"
    EXPERT = "expert"
    SUPERVISION = "supervision"


@dataclass(frozen=True, slots=True)
class Plan:
    """How a hazard is put right: what is done and by when; for a major one also yuan and what if it goes wrong."""

    measures: str
    day: date
    money: int | None = None
    contingency: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """An extension that was asked for: until when, why, by whom."""

    day: date
    reason: str
    person: int


@dataclass(frozen=True, slots=True)
class Cause:
    """What was behind a hazard (root: id of the content), in words, and what prevents it, by whom, until when."""

    root: str
    words: str = ""
    measures: str = ""
    owner: int | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """What the rules have to know of one hazard. People are numbers here.

    major        it is a major one, or suspected to be one
    photos       photos that show it as it was found; `unanswered`: those without one "after", since it was last opened
    fresh        photos "after" that came since it was opened or last given back
    graded_up    a general one that a supervisor closes: it recurs, or a supervisor has said so
    cost         what putting it right has cost, in yuan; None: nobody has said
    parts        numbers of its parts (子隐患) that are open
    parent       number of the hazard that it is a part of, empty for all others; `latest`: that one's due day, `orphaned`: it is over
    cause        what was behind it; `explained`: it has to be said although it is a general one
    doubted      a duplicate that was in review when it was marked: opened again it goes back there
    listing      of a listed one (挂牌督办), after its removal as well; None once it is opened again
    """

    state: HazardState
    major: bool
    owner: int
    due: date
    found_by: int
    evidence_by: int | None = None
    plan: Plan | None = None
    wanted: Wanted | None = None
    photos: int = 0
    unanswered: int = 0
    fresh: int = 0
    extensions: int = 0
    returned: int = 0
    reopened: int = 0
    of: str = ""
    graded_up: bool = False
    listing: Listing | None = None
    cost: int | None = None
    parts: tuple[str, ...] = ()
    parent: str = ""
    latest: date | None = None
    orphaned: bool = False
    doubted: bool = False
    cause: Cause | None = None
    explained: bool = False

    @property
    def listed(self) -> bool:
        """Whether it is listed now."""
        return self.listing is not None and self.listing.removed is None


@dataclass(frozen=True, slots=True)
class Part:
    """One part (子隐患) of a hazard, as its parent's card shows it."""

    number: str
    place: str
    words: str
    state: HazardState
    due: date
    owner: str = ""


@dataclass(frozen=True, slots=True)
class Shot:
    """One photo of a hazard. `name` is the platform's stable name of it, `path` our safe copy (None: on its way).

    answers   name of the photo "before" that this one "after" answers; empty for one "before"
    pair      our picture of both side by side, once it is made
    """

    name: str
    path: str | None
    answers: str = ""
    pair: str | None = None


@dataclass(frozen=True, slots=True)
class Move:
    """One step of a hazard's timeline. `body`: what the action had to say (reason, day, owner …)."""

    at: datetime
    person: str
    action: str
    before: HazardState | None
    after: HazardState
    body: Mapping[str, str | int | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Hazard:
    """One row of the hazard ledger (隐患台账). `number` is what people call it by: YH-2026-000123.

    checklist, question   of the self-check that found it; empty when it was reported in another way
    kind, place, words    what the reporter said: category id, where it is, what is wrong
    owner                 name of who has to see it put right; never missing while it is open
    instance              what its people call the instance of a repeated section: which boiler
    """

    number: str
    enterprise: str
    town: str
    checklist: str
    question: str
    severity: Severity
    state: HazardState
    found_at: datetime
    due: date
    found_by: str
    note: str = ""
    photos: Sequence[str] = ()  # media references, safe copies only
    photos_pending: int = 0
    form: Checklist | None = None
    withdrawn_reason: str = ""  # of the correction that withdrew it
    source: HazardSource = HazardSource.CHECK
    kind: str = ""
    place: str = ""
    words: str = ""
    owner: str = ""
    instance: str = ""
    case: Case | None = None  # what the rules know of it
    shots: Sequence[Shot] = ()  # before, in the order they came
    clause: str = ""  # id of the question or criterion that its reporter chose
    recurs: str = ""  # number of the closed hazard that this one is again
    campaign: str = ""  # title of the campaign whose check found it
    closure: str = ""  # number of the receipt of its last closure
    answers: Sequence[Shot] = ()  # after, of this round, the newest for each photo "before"
    closed_at: datetime | None = None  # when it was closed, or known as a duplicate
    notes: Sequence[Shot] = ()  # that were joined to it, or came with progress
    parts: Sequence[Part] = ()  # of all states, the oldest first
    cause_owner: str = ""  # name of who prevents it from now on
    in_charge: str = ""  # name of the supervisor who listed it
    details: Mapping[str, str] = field(default_factory=dict)  # what else is known, by extra field of its kind
    code: str = ""  # credit code of its enterprise
