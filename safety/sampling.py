"""Sampling of self-checks for verification (抽核): drawn by class and flags, and by nobody's choice.

Each draw keeps its seed; who is drawn follows from seed and receipt alone, so that anybody can work it out again. The seed is
taken when the self-checks are in, so that nobody who hands one in can know it.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from checklists.grading import EnterpriseClass, Sampling
from checklists.schema import Checklist
from safety.quality import Flag

WHOLE = 1000  # shares and lots are counted in thousandths


class Ground(StrEnum):
    """Why a self-check stood in the draw with the chance it had."""

    CLASS = "class"  # the share of its class
    FLAGGED = "flagged"  # it has quality signs
    UNREACHED = "unreached"  # the quarter nears its end and nobody has reached the enterprise
    AGAIN = "again"  # the one before it was not accepted


class Judged(StrEnum):
    """What came of one."""

    ACCEPTED = "accepted"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A self-check that was handed in on the day of the draw."""

    receipt: str
    supervision: EnterpriseClass | None
    flagged: bool
    unreached: bool
    again: bool = False


@dataclass(frozen=True, slots=True)
class Drawn:
    """One that the lot fell on, with why and by which chance."""

    receipt: str
    ground: Ground
    permille: int


def lot(seed: str, receipt: str) -> int:
    """The lot of a self-check, from 0 to 999: the same for the same seed, whoever works it out."""
    return int(hashlib.sha256(f"{seed}/{receipt}".encode()).hexdigest()[:12], 16) % WHOLE


def chance(one: Candidate, rules: Sampling, days_left: int) -> tuple[Ground, int]:
    """The greatest chance that a rule gives it, in thousandths, and which rule that is."""
    ways = {Ground.CLASS: rules.share(one.supervision)}
    ways |= {Ground.FLAGGED: rules.flagged} if one.flagged else {}
    ways |= {Ground.UNREACHED: rules.unreached} if one.unreached and days_left <= rules.last_days else {}
    ways |= {Ground.AGAIN: rules.again} if one.again else {}
    ground = max(ways, key=lambda way: ways[way])
    return ground, int(ways[ground] * WHOLE)


def draw(seed: str, candidates: Sequence[Candidate], rules: Sampling, days_left: int) -> list[Drawn]:
    """Those that the lot falls on, by receipt."""
    drawn = []
    for one in sorted(candidates, key=lambda one: one.receipt):
        ground, permille = chance(one, rules, days_left)
        if lot(seed, one.receipt) < permille:
            drawn.append(Drawn(one.receipt, ground, permille))
    return drawn


@dataclass(frozen=True, slots=True)
class Sample:
    """One that was drawn, as a supervisor sees it. `own`: the reader handed it in themself and judges it never."""

    receipt: str
    enterprise: str
    credit_code: str
    town: str
    form: Checklist
    submitted_at: datetime
    submitted_by: str
    day: date
    ground: Ground
    permille: int
    score: int
    bad: int
    newest: bool = True
    own: bool = False
    judged: Judged | None = None
    judged_by: str = ""
    judged_at: datetime | None = None
    reason: str = ""
    flags: Sequence[Flag] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """Samples of a quarter in figures."""

    drawn: int
    accepted: int
    refused: int
    waiting: int
    late: int  # waiting for longer than the rules allow


@dataclass(frozen=True, slots=True)
class Draw:
    """What a draw was: its seed, among how many, how many were drawn, by which shares."""

    day: date
    seed: str
    figures: Mapping[str, int] = field(default_factory=dict)


class SampleBook(Protocol):
    """Samples in a supervisor's scope; nobody of an enterprise ever sees one."""

    def waiting(self, *, offset: int = 0, limit: int = 6) -> Sequence[Sample]:
        """Those that nobody has judged, the oldest first."""
        ...

    def count_waiting(self) -> int: ...

    def one(self, receipt: str) -> Sample | None: ...

    def standing(self, quarter: str) -> Standing: ...

    def draw(self, day: date) -> Draw | None: ...
