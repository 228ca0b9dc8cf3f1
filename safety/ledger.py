"""What a conversation may read. Storage implements the Protocol, already limited to the actor's scope.

Every method answers only for the actor's own seat: a hazard, draft or join request outside the scope is `None`,
exactly as if it did not exist. Nothing here writes; conversations write by returning events.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Protocol

from checklists.answers import Answer, Facts
from checklists.reminders import Activity
from checklists.rules import Privacy, Rules
from checklists.schema import Checklist, Outcome, Severity
from checklists.scoring import Score
from checklists.suggest import Suggester
from checklists.words import Words
from safety.agreeing import AgreementBook
from safety.audits import AuditBook
from safety.bulk import BulkBook
from safety.calendar import Calendar
from safety.campaigns import CampaignBook
from safety.check_lists import EVERY_CHECK, CheckSieve
from safety.chores import Chores
from safety.classes import ClassBook
from safety.closures import Closure
from safety.courses import Courses
from safety.coverage import CoverageBook
from safety.departments import DepartmentBook
from safety.digests import DigestBook
from safety.drills import DrillBook
from safety.enterprises import EnterpriseBook
from safety.evidence import Proofs
from safety.exams import Exams
from safety.groups import GroupBook
from safety.handovers import HandoverBook
from safety.imports import ImportBook
from safety.incidents import IncidentBook
from safety.interviews import InterviewBook
from safety.invites import InviteBook
from safety.ladder import Exceptions
from safety.lessons import Lessons
from safety.listing import Listing
from safety.lists import EVERYTHING, Sieve
from safety.owed import OwedBook
from safety.own_lists import OwnListBook
from safety.people import Role, Seat
from safety.personal import PersonalBook
from safety.plans import Plans
from safety.pledges import Coverage, Holding, Pack, Pile, Pledge
from safety.profiles import ProfileBook
from safety.quality import Flagged
from safety.queries import QueryBook
from safety.reachability import Reachability
from safety.recurrence import Past
from safety.requests import RequestBook
from safety.responders import ResponderBook
from safety.sampling import SampleBook
from safety.spots import SpotBook
from safety.staffbook import StaffBook
from safety.statistics import StatisticsBook
from safety.supplies import SupplyBook
from safety.tips import Tips
from safety.training import Training
from safety.vetoes import VetoBook
from safety.visits import VisitBook
from safety.warnings import WarningBook


class Colour(StrEnum):
    """Notice colour of an enterprise (五色告知书): by industry, never a risk level."""

    ORANGE = "orange"
    YELLOW = "yellow"
    BLUE = "blue"
    WHITE = "white"
    GREEN = "green"


@dataclass(frozen=True, slots=True)
class Enterprise:
    """One supervised unit (生产经营单位)."""

    name: str
    credit_code: str
    colour: Colour
    town: str
    activity: Activity = Activity.PRODUCING


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


@dataclass(frozen=True, slots=True)
class Invitation:
    """A join link (邀请), found by the hash of its code. `usable` is false once used, expired or revoked."""

    number: int
    enterprise: int | None
    area: int | None
    place: str  # name of the enterprise or area
    role: Role
    usable: bool
    phones: frozenset[str]  # the listed contact phones of the enterprise, digits only


@dataclass(frozen=True, slots=True)
class JoinRequest:
    """Somebody who waits for a supervisor's approval. `phone` is masked unless the reader may approve."""

    number: int
    person: str
    phone: str
    place: str
    role: Role
    asked_at: datetime


@dataclass(frozen=True, slots=True)
class Figures:
    """The day's figures of one area (the reader's own scope) and the same figures one working day before."""

    enterprises: int
    joined: int
    owed: int
    submitted: int
    open_hazards: int
    overdue_hazards: int
    suspected_major: int
    found_today: int
    zero: int = 0  # zero reports among those submitted


@dataclass(frozen=True, slots=True)
class Concern:
    """One line of a digest that wants a person's attention: a named case with its age."""

    kind: str  # "listed", "major", "overdue", "silent", "never_joined", "unsubmitted", "flagged"
    enterprise: str
    hazard: str | None
    days: int
    owner: str | None = None
    count: int = 0  # of what one line stands for together
    code: str = field(default="", compare=False)  # credit code of the enterprise
    promised: date | None = field(default=None, compare=False)  # the day on which it was to be put right


@dataclass(frozen=True, slots=True)
class Area:
    """Where a supervisor stands: the name and the figures of today and of the last working day."""

    name: str
    today: Figures
    before: Figures | None
    exceptions: Sequence[Concern] = field(default_factory=tuple)
    waiting_joins: int = 0
    flagged: int = 0  # submissions worth a look that this reader has not opened yet
    away: int = 0  # enterprises with somebody out of reach
    late: int = 0  # what is overdue by the reminder rules
    guessed_year: int = 0  # a year whose public holidays nobody knows yet; 0: all is known


@dataclass(frozen=True, slots=True)
class Verified:
    """A receipt in the sealed record, as anybody may know it: no content, no name.

    what    safety/seals/register.py: check, zero, correction, commitment …
    head    the day of the first signed head over it; None while it waits for one
    """

    number: str
    what: str
    day: date
    entry: int
    unchanged: bool
    head: date | None = None


class Ledger(Protocol):
    """Read-only view for one actor. Raises nothing of its own; a broken database travels as a bug."""

    # content that conversations need beside the forms
    def privacy(self) -> Privacy: ...
    def rules(self) -> Rules: ...
    def calendar(self) -> Calendar: ...
    def suggester(self) -> Suggester:
        """What the words of a report are about."""
        ...

    def danger_words(self) -> Sequence[str]: ...

    # joining
    def invitation(self, code: str) -> Invitation | None: ...
    def join_request(self, number: int) -> JoinRequest | None: ...
    def waiting_joins(self) -> Sequence[JoinRequest]: ...
    def seats(self) -> Sequence[tuple[Seat, str]]: ...

    # the actor's enterprise
    def enterprise(self) -> Enterprise: ...
    def facts(self) -> Facts: ...
    def duties(self, today: date) -> Sequence[Duty]: ...
    def draft(self, key: CheckKey) -> Draft | None: ...
    def previous(self, key: CheckKey) -> Previous | None: ...
    def last_answers(self, checklist: str) -> Mapping[str, Answer]: ...
    def stated_facts(self) -> Mapping[str, StatedFact]: ...
    def authors(self, key: CheckKey) -> Mapping[str, Author]: ...
    def holders(self, key: CheckKey) -> Mapping[str, Holder]: ...
    def colleagues(self) -> Sequence[Colleague]: ...
    def form(self, checklist: str) -> Checklist: ...
    def newest_form(self, checklist: str) -> Checklist | None: ...

    # notices and commitments: of the actor's enterprise, and signed ones in scope
    def pack(self, today: date) -> Pack | None: ...
    def signatories(self) -> Mapping[str, str]: ...
    def pledge(self, number: str) -> Pledge | None: ...

    # where the enterprises of a supervisor's area stand with their commitments
    def coverage(self) -> Coverage: ...
    def holdings(self, pile: Pile, *, offset: int = 0, limit: int = 5) -> Sequence[Holding]: ...
    def count_holdings(self, pile: Pile) -> int: ...
    def holding(self, credit_code: str) -> Holding | None: ...
    def holdings_named(self, text: str) -> Sequence[Holding]: ...

    # what was submitted, in the actor's scope
    def versions(self, key: CheckKey) -> Sequence[Submission]: ...
    def submissions(
        self, *, offset: int = 0, limit: int = 5, sieve: CheckSieve = EVERY_CHECK
    ) -> Sequence[Submission]: ...
    def count_submissions(self, sieve: CheckSieve = EVERY_CHECK) -> int: ...
    def submission(self, receipt: str) -> Submission | None: ...
    def versions_of(self, receipt: str) -> Sequence[Submission]: ...
    def hazards_of(self, key: CheckKey) -> Sequence[Hazard]: ...

    # hazards, in the actor's scope (own enterprise, own town, the district)
    def hazards(self, *, offset: int = 0, limit: int = 6, sieve: Sieve = EVERYTHING) -> Sequence[Hazard]: ...
    def count_hazards(self, sieve: Sieve = EVERYTHING) -> int: ...
    def hazards_among(self, numbers: Sequence[str]) -> Sequence[Hazard]:
        """Those of these that are in scope, in whatever state, by number."""
        ...

    def towns(self) -> Sequence[str]:
        """The towns among which a list can be narrowed down; none for who sees one town or one enterprise."""
        ...

    def industries(self) -> Mapping[str, Words]:
        """What enterprises mainly do, by the fact that says so."""
        ...

    def hazard(self, number: str) -> Hazard | None: ...
    def closure(self, receipt: str) -> Closure | None: ...
    def moves(self, number: str) -> Sequence[Move]:
        """The timeline of a hazard in scope, oldest first."""
        ...

    def causes(self) -> Mapping[str, int]:
        """How many hazards in scope, open or closed lately, have which cause; the most frequent first."""
        ...

    # what comes again and again in the actor's enterprise
    def chores(self) -> Chores: ...

    # what is known of a hazard's photos beside what they show
    def proofs(self) -> Proofs: ...

    def last_reported(self) -> Hazard | None:
        """The hazard that the actor reported last from their own seat, to be shown after recording."""
        ...

    def recent_hazards(self, since: datetime) -> Sequence[Hazard]:
        """The own enterprise's open hazards that were reported since, newest first."""
        ...

    def closed_since(self, day: date) -> Sequence[Past]:
        """The own enterprise's hazards that were closed since the beginning of a day, newest first."""
        ...

    def places_named(self) -> Sequence[str]:
        """How the own enterprise's people call places, the newest first."""
        ...

    # submissions worth a look, in a supervisor's scope; nobody of an enterprise ever sees one
    def flagged(self, *, offset: int = 0, limit: int = 6) -> Sequence[Flagged]: ...
    def count_flagged(self) -> int: ...
    def flagged_one(self, receipt: str) -> Flagged | None: ...

    # anonymous tips: one's own, and those in a supervisor's scope
    def tips(self) -> Tips: ...

    # training exams of the actor
    def exams(self) -> Exams: ...
    def courses(self) -> Courses: ...
    def lessons(self) -> Lessons: ...
    def spots(self) -> SpotBook: ...
    def own_lists(self) -> OwnListBook: ...
    def training(self) -> Training: ...

    # inspections on site; what an inspector may read of the enterprise to walk its forms, and as whom they write there
    def visits(self) -> VisitBook: ...
    def at_visit(self, visit: int) -> "tuple[Ledger, Seat] | None": ...

    # who was reached in a quarter, in a supervisor's area
    def reached(self) -> CoverageBook: ...
    def samples(self) -> SampleBook: ...
    def agreements(self) -> AgreementBook: ...

    # what is overdue in a supervisor's area, and who wants more time
    def exceptions(self) -> Exceptions: ...

    # who cannot be reached, in a supervisor's area
    def reach(self) -> Reachability: ...
    # incidents and near misses
    def incidents(self) -> IncidentBook: ...

    # who has read personal data: all of it for the district, of oneself for everybody
    def audits(self) -> AuditBook: ...
    def bulk(self) -> BulkBook: ...
    def personal(self) -> PersonalBook: ...
    def statistics(self) -> StatisticsBook: ...

    # whom to call in an emergency
    def responders(self) -> ResponderBook: ...

    # emergency supplies
    def supplies(self) -> SupplyBook: ...

    # enterprises by queries, in a supervisor's area; groups and campaigns that are made of them
    def queries(self) -> QueryBook: ...
    def invites(self) -> InviteBook: ...
    def handovers(self) -> HandoverBook: ...
    def departments(self) -> DepartmentBook: ...
    def groups(self) -> GroupBook: ...
    def campaigns(self) -> CampaignBook: ...

    # warnings: sent by supervisors, confirmed by enterprises
    def warnings(self) -> WarningBook: ...
    # people and papers of the own enterprise, or of one in a supervisor's scope by its credit code; the veto list
    def staff(self, credit_code: str = "") -> StaffBook: ...
    def vetoes(self) -> VetoBook: ...

    # what is owed by the reminder rules: of one's own enterprise, overdue in one's area
    def owed(self) -> OwedBook: ...

    # enterprises by name or code, and the card of one
    def enterprises(self) -> EnterpriseBook: ...

    # what is known of enterprises, and what their people ask to have changed
    def profiles(self) -> ProfileBook: ...
    def requests(self) -> RequestBook: ...

    def interviews(self) -> InterviewBook: ...

    # classes of supervision
    def classes(self) -> ClassBook: ...

    # drills, roll calls and emergency plans
    def drills(self) -> DrillBook: ...
    def plans(self) -> Plans: ...

    # lists of enterprises that a supervisor has sent
    def imports(self) -> ImportBook: ...

    # a receipt by its number, for anybody
    def verified(self, number: str) -> Verified | None: ...

    # a supervisor's area
    def area(self, today: date) -> Area: ...
    def digests(self) -> DigestBook: ...
