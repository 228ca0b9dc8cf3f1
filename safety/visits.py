"""Inspections on site (现场检查): kinds, who takes part, how one ends. An enterprise is inspected by two officers or more.

安全生产法 art. 67 (inspectors show who they are) and art. 68 (a written record, signed by both sides; a refusal is recorded);
山东省安全生产条例 art. 42 (two officers or more). Experts advise: they may come alone, and the record says so.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from checklists.grading import Covered
from checklists.schema import Checklist
from checklists.words import Words
from safety.people import Role
from safety.shares import percent
from safety.spots import Firm
from safety.visit_lists import EVERY_VISIT, VisitSieve

MARK = "v"  # before the number of a visit, where a self-check has its period
LONGEST = 1000  # characters of a remark, a reason or an objection


class VisitKind(StrEnum):
    """What an inspection is: a department's or town's check, an expert's, the weekly supervision (每周督导), a re-check (复查)."""

    DEPARTMENT = "department"
    EXPERT = "expert"
    SUPERVISION = "supervision"
    RECHECK = "recheck"


class VisitState(StrEnum):
    """Where one stands. PRESENTED: its result lies before somebody of the enterprise."""

    OPEN = "open"
    PRESENTED = "presented"
    CLOSED = "closed"
    DROPPED = "dropped"


class Ending(StrEnum):
    """How the other side ended it: confirmed on their phone, refused, or nobody could (art. 68: recorded with its reason)."""

    CONFIRMED = "confirmed"
    REFUSED = "refused"
    ABSENT = "absent"


UNFINISHED = frozenset({VisitState.OPEN, VisitState.PRESENTED})
KINDS: Mapping[Role, tuple[VisitKind, ...]] = {
    Role.EXPERT: (VisitKind.EXPERT, VisitKind.RECHECK),
}
OFFICIAL = (VisitKind.DEPARTMENT, VisitKind.SUPERVISION, VisitKind.RECHECK)


def kinds_of(role: Role) -> tuple[VisitKind, ...]:
    """What somebody may come for."""
    return KINDS.get(role, OFFICIAL)


def needs_second(role: Role) -> bool:
    """Whether an inspection needs a second officer; an expert may come alone."""
    return role is not Role.EXPERT


def source_of(kind: VisitKind, role: Role) -> str:
    """The source (safety.hazard_ledger.HazardSource) of what an inspection finds; a re-check finds as who came."""
    if kind is VisitKind.RECHECK:
        return VisitKind.EXPERT.value if role is Role.EXPERT else VisitKind.DEPARTMENT.value
    return kind.value


def counts_as(role: Role, ending: Ending, *, looked: bool) -> Covered:
    """As what an inspection covers an enterprise in its quarter. `looked`: a question was answered or something was found.

    Somebody who met nobody and left a remark has looked at nothing; whether that counts is content (`counts` in rules/grading.yaml).
    """
    if ending is Ending.ABSENT and not looked:
        return Covered.NOBODY_THERE
    return Covered.EXPERT_CHECK if role is Role.EXPERT else Covered.DEPARTMENT_CHECK


def period_of(visit: int) -> str:
    """Where a self-check has its period, a form that an inspector walks has this: no duty, no digest ever asks for it."""
    return f"{MARK}{visit}"


def visit_of(period: str) -> int | None:
    """The visit a form is walked in; None for a self-check."""
    digits = period.removeprefix(MARK)
    ours = period.startswith(MARK) and digits.isascii() and digits.isdigit()
    return int(digits) if ours else None


@dataclass(frozen=True, slots=True)
class Officer:
    """Somebody who inspects. `confirmed_at`: when they said that they are there; of the lead the beginning."""

    person: int
    name: str
    role: Role
    place: str = ""
    confirmed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Host:
    """Somebody of the enterprise who can be asked to confirm."""

    person: int
    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class Walked:
    """One form of a visit: how many of its questions are asked, answered, found bad."""

    checklist: str
    form: Checklist
    asked: int
    answered: int
    bad: int


@dataclass(frozen=True, slots=True)
class Finding:
    """A hazard that this visit found. `question`: of a form; empty: found beside the list. `photos`: our safe copies."""

    number: str
    question: str
    what: str | Words
    place: str
    due: date
    major: bool
    note: str = ""
    clause: str = ""
    photos: Sequence[str] = ()
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """What was corrected after the end: in words, perhaps a finding taken back; a version of its own."""

    number: str
    at: datetime
    person: str
    words: str
    hazard: str = ""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How answers of a self-check and of an inspection compare.

    compared   questions that both have answered
    agreed     both fine, or both bad
    missed     fine in the self-check, found on site
    """

    compared: int
    agreed: int
    missed: int

    @property
    def percent(self) -> int:
        """Of those compared; 100 of none."""
        return percent(self.agreed, self.compared)


@dataclass(frozen=True, slots=True)
class Visit:
    """One inspection, as whoever takes part in it or may read it sees it.

    id          by which states and buttons name it; `number`: once it is ended, JC-2026-000001
    second      None: an expert who came alone
    mine        the reader is one of its inspectors
    places      when and where a place was shared: moment, latitude, longitude, accuracy in metres
    presented   fingerprint of what lies before `present`
    agreement   with the self-checks of the last weeks, once it is ended
    clean       the self-check before it had found nothing; None: there was none
    """

    id: int
    firm: Firm
    kind: VisitKind
    state: VisitState
    lead: Officer
    begun_at: datetime
    second: Officer | None = None
    mine: bool = False
    places: Sequence[tuple[datetime, float, float, int | None]] = ()
    remark: str = ""
    walked: Sequence[Walked] = ()
    findings: Sequence[Finding] = ()
    present: str = ""
    presented_at: datetime | None = None
    presented: str = ""
    objection: str = ""
    ending: Ending | None = None
    reason: str = ""
    closed_at: datetime | None = None
    number: str = ""
    sha256: str = ""
    agreement: Agreement | None = None
    clean: bool | None = None
    notes: Sequence[Note] = field(default_factory=tuple)

    @property
    def alone(self) -> bool:
        """An expert who came alone."""
        return self.second is None

    @property
    def ready(self) -> str:
        """Why it cannot be ended yet, as the id of a sentence; empty when it can."""
        if self.second is None:
            return "visit-needs-second" if needs_second(self.lead.role) else ""
        return "" if self.second.confirmed_at is not None else "visit-needs-confirmed"

    @property
    def standing(self) -> tuple[Finding, ...]:
        """The findings that were not taken back."""
        return tuple(one for one in self.findings if not one.gone)


@dataclass(frozen=True, slots=True)
class VisitTold:
    """An inspection as letters speak of it, and who has to do with it. `managers`: principals and officers of the enterprise."""

    id: int
    number: str
    enterprise: str
    kind: VisitKind
    lead: int
    second: int | None
    present: int | None
    managers: Sequence[int]
    supervisors: Sequence[int]
    items: int
    major: int
    due: date | None
    actor: int
    person: str


class VisitBook(Protocol):
    """Inspections in the actor's scope: of inspectors their own and those of their area, of an enterprise its own once presented."""

    def one(self, visit: int) -> Visit | None: ...

    def numbered(self, number: str) -> Visit | None:
        """One that is ended, by its number."""
        ...

    def begun(self) -> Visit | None:
        """The one that the actor has begun last."""
        ...

    def unfinished(self) -> Sequence[Visit]:
        """Those that the actor leads or was named for, not ended yet, the newest first; without forms and findings."""
        ...

    def ended(self, *, offset: int = 0, limit: int = 6, sieve: VisitSieve = EVERY_VISIT) -> Sequence[Visit]:
        """Those that are ended, the newest first; without forms and findings."""
        ...

    def count_ended(self, sieve: VisitSieve = EVERY_VISIT) -> int: ...

    def officers(self, credit_code: str, text: str = "", *, limit: int = 6) -> Sequence[Officer]:
        """Who may come along: inspectors in whose area the enterprise lies, those of the actor's own place first."""
        ...

    def hosts(self, visit: int) -> Sequence[Host]:
        """People of the enterprise who can confirm, the principal first."""
        ...

    def forms(self, visit: int) -> Sequence[Checklist]:
        """What can be walked there: the enterprise's own forms first, then all others."""
        ...
