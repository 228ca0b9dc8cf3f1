"""The register of receipts: which events give one. A kind that is added here gets sealed receipts that prove themselves.

The event's body holds the number that people see and the fingerprint: SHA-256, in hex, of the canonical JSON of what
was signed. Where that is kept stands in storage/sealing/documents.py.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from safety.events import CheckCorrected, CheckSubmitted
from safety.events_changes import ChangeDecided
from safety.events_drills import DrillClosed
from safety.events_exams import ExamHandedIn
from safety.events_hazards import HazardClosed
from safety.events_incidents import IncidentReported
from safety.events_interviews import InterviewConfirmed
from safety.events_lessons import LessonClosed
from safety.events_pledges import CommitmentSigned
from safety.events_spots import SpotClosed
from safety.events_statistics import StatisticsSigned
from safety.events_visits import VisitClosed, VisitCorrected
from safety.events_warnings import WarningIssued

CHECK, ZERO, CORRECTION, COMMITMENT, CLOSURE = "check", "zero", "correction", "commitment", "closure"
EXAM, LESSON, DRILL = "exam", "lesson", "drill"
STATISTICS, VISIT, INTERVIEW, CHANGE = "statistics", "visit", "interview", "change"
SPOT, INCIDENT, NEAR_MISS, WARNING = "spot", "incident", "near", "warning"


@dataclass(frozen=True, slots=True)
class Receipted:
    """What a receipt is for, and under which names the event's body holds its number and its fingerprint."""

    what: str
    number: str = "receipt"
    fingerprint: str = "fingerprint"


KINDS: Mapping[str, Receipted] = {
    CheckSubmitted.kind: Receipted(CHECK),
    CheckCorrected.kind: Receipted(CORRECTION),
    CommitmentSigned.kind: Receipted(COMMITMENT, "number", "sha256"),
    HazardClosed.kind: Receipted(CLOSURE),
    ExamHandedIn.kind: Receipted(EXAM, "number", "sha256"),
    LessonClosed.kind: Receipted(LESSON, "number", "sha256"),
    DrillClosed.kind: Receipted(DRILL, "number", "sha256"),
    StatisticsSigned.kind: Receipted(STATISTICS, "number", "sha256"),
    VisitClosed.kind: Receipted(VISIT, "number", "sha256"),
    VisitCorrected.kind: Receipted(VISIT, "number", "sha256"),
    SpotClosed.kind: Receipted(SPOT, "number", "sha256"),
    ChangeDecided.kind: Receipted(CHANGE, "number", "sha256"),
    InterviewConfirmed.kind: Receipted(INTERVIEW, "number", "sha256"),
    IncidentReported.kind: Receipted(INCIDENT, "number", "sha256"),
    WarningIssued.kind: Receipted(WARNING, "number", "sha256"),
}


def receipt_of(kind: str, body: Any) -> str | None:
    """The number of the receipt that an event gives, None when it gives none.

    Neither does one of a time when its kind had a number alone, and nothing that it was made over.
    """
    given = KINDS.get(kind)
    found = body.get(given.number) if given is not None and isinstance(body, dict) else None
    return found if isinstance(found, str) and fingerprint_of(kind, body) else None


def fingerprint_of(kind: str, body: Any) -> str:
    """The fingerprint of what was signed; empty when the event says none."""
    given = KINDS.get(kind)
    found = body.get(given.fingerprint) if given is not None and isinstance(body, dict) else None
    return found if isinstance(found, str) else ""


def what_of(kind: str, body: Mapping[str, Any]) -> str:
    """What a receipt is for; a self-check that was signed as a zero report is one of those, a near miss no incident."""
    named = KINDS[kind].what
    if named == INCIDENT and body.get("near"):
        return NEAR_MISS
    return ZERO if named == CHECK and body.get("zero") else named
