"""Self-checks as they are begun, saved, shared, submitted and corrected, and what is known from the last one. Read only."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum

from checklists.answers import Answer
from checklists.schema import Checklist, Outcome
from checklists.scoring import Score
from safety.people import Role


@dataclass(frozen=True, slots=True)
class CheckKey:
    """One self-check of the actor's enterprise: form and period. One draft and one submission each."""

    checklist: str
    period: str  # "2026-W48" for weekly forms, "2026-11" for monthly, "2026-Q4" for quarterly ones


@dataclass(frozen=True, slots=True)
class Save:
    """Whose answer stands, and how often this question has been answered or passed over."""

    person: int
    revision: int


@dataclass(frozen=True, slots=True)
class Author:
    """Who gave the answer that stands, by name (empty once the person took their consent back), and when."""

    person: int
    name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Holder:
    """Who does a section of a self-check that several people share, and since when."""

    person: int
    name: str
    since: datetime


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody of the actor's own enterprise who may answer self-checks as well."""

    person: int
    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class Correction:
    """A correction (更正) of a submitted self-check that is under way. `returned`: a supervisor asked for it."""

    reason: str
    questions: tuple[str, ...]
    returned: bool = False


@dataclass(frozen=True, slots=True)
class Return:
    """A submission that a supervisor gave back (退回更正): why, and which questions are meant."""

    reason: str
    questions: tuple[str, ...]
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Submission:
    """One version of a submitted self-check as it was signed. Nothing of it ever changes; a correction is a new one.

    receipt    what people call it by; a correction has the number of its version behind it: ZC-2026-000001-2
    reason     why it was corrected; empty in version 1
    returned   given back by a supervisor
    newest     no later version has been submitted
    """

    receipt: str
    version: int
    key: CheckKey
    enterprise: str
    town: str
    form: Checklist
    answers: Mapping[str, Answer]
    outcomes: Mapping[str, Outcome]
    submitted_at: datetime
    submitted_by: str
    fingerprint: str
    score: int
    passed: int
    asked: int
    bad: int
    reason: str = ""
    returned: Return | None = None
    newest: bool = True
    zero: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """A self-check begun and not submitted, or submitted (`receipt` set). `form` is the exact version it was begun on.

    version      how often it was submitted: 0 not yet, 2 and more after corrections
    correcting   a correction that is under way: the answers are those of the version to come
    stayed       fingerprint of the newer version of the form that was declined for this draft
    files_…      our copies of what was sent to file questions; photos_… of everything else
    """

    key: CheckKey
    form: Checklist
    answers: Mapping[str, Answer]
    begun_at: datetime
    due: date
    receipt: str | None = None
    submitted_at: datetime | None = None
    submitted_by: str | None = None
    fingerprint: str | None = None
    photos_safe: int = 0
    photos_pending: int = 0
    photos_failed: int = 0
    files_safe: int = 0
    files_pending: int = 0
    files_failed: int = 0
    version: int = 0
    correcting: Correction | None = None
    stayed: str | None = None
    seed: str = (
        ""  # what a sample is drawn by: the same for this enterprise, form and period, and for no other
    )
    saves: Mapping[str, Save] = field(default_factory=dict)
    shared: bool = False  # a section of it was taken at some time: somebody may hold one
    zero: bool = False  # signed as a zero report
    score: Score | None = None  # as it was submitted


@dataclass(frozen=True, slots=True)
class OpenHazard:
    """A hazard that a former check found and that is not put right yet."""

    number: str
    due: date


@dataclass(frozen=True, slots=True)
class Previous:
    """The last submitted self-check of the same form: its exact version, answers, day, receipt, hazards still open."""

    form: Checklist
    answers: Mapping[str, Answer]
    day: date
    receipt: str
    hazards: Mapping[str, OpenHazard] = field(default_factory=dict)  # by question


@dataclass(frozen=True, slots=True)
class StatedFact:
    """A fact of the enterprise as it was last stated: where, when, and for how many days it holds.

    `source` is `<checklist>/<question>` of a self-check, or where else it came from (`import`).
    """

    value: bool | int | Decimal
    source: str
    at: datetime
    valid_days: int

    def holds(self, now: datetime) -> bool:
        """Whether it may still be relied on without asking."""
        return now < self.at + timedelta(days=self.valid_days)


class DutyState(StrEnum):
    """Where a self-check of this period stands. RETURNED and CORRECTING are submitted and want a corrected version."""

    OPEN = "open"
    BEGUN = "begun"
    RETURNED = "returned"
    CORRECTING = "correcting"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Duty:
    """A self-check the enterprise owes in the current period. `campaign`: the title of the one that asks for it."""

    key: CheckKey
    due: date
    state: DutyState
    answered: int = 0
    campaign: str = ""
