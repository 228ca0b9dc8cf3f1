"""What a receipt was signed over, by the kind of its event: the text whose SHA-256 is the fingerprint in the event.

A kind that is added to safety/seals/register.py gets its function here.
"""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import Connection, bindparam, select

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
from storage import changes, closures, exams, interviews, receipts
from storage.prepared import Prepared
from storage.tables.drills import drills
from storage.tables.incidents import incidents
from storage.tables.lessons import lessons
from storage.tables.pledges import commitments
from storage.tables.spots import spots
from storage.tables.statistics import statistics
from storage.tables.warnings import warnings
from storage.visits import documents as visits

Document = Mapping[str, Any]
_COMMITMENT = Prepared(select(commitments.c.signed).where(commitments.c.number == bindparam("number")))
_LESSON = Prepared(select(lessons.c.document).where(lessons.c.number == bindparam("number")))
_DRILL = Prepared(select(drills.c.document).where(drills.c.number == bindparam("number")))
_STATISTICS = Prepared(select(statistics.c.signed).where(statistics.c.number == bindparam("number")))
_SPOT = Prepared(select(spots.c.document).where(spots.c.number == bindparam("number")))
_INCIDENT = Prepared(select(incidents.c.document).where(incidents.c.number == bindparam("number")))
_WARNING = Prepared(select(warnings.c.document).where(warnings.c.number == bindparam("number")))
DOCUMENTS: Mapping[str, Callable[[Connection, str], Document | None]] = {
    CheckSubmitted.kind: receipts.document,
    CheckCorrected.kind: receipts.document,
    CommitmentSigned.kind: lambda connection, number: _COMMITMENT.scalar(connection, {"number": number}),
    HazardClosed.kind: closures.document,
    ExamHandedIn.kind: exams.document,
    LessonClosed.kind: lambda connection, number: _LESSON.scalar(connection, {"number": number}),
    StatisticsSigned.kind: lambda connection, number: _STATISTICS.scalar(connection, {"number": number}),
    VisitClosed.kind: visits.document,
    VisitCorrected.kind: visits.document,
    DrillClosed.kind: lambda connection, number: _DRILL.scalar(connection, {"number": number}),
    SpotClosed.kind: lambda connection, number: _SPOT.scalar(connection, {"number": number}),
    ChangeDecided.kind: changes.document,
    InterviewConfirmed.kind: interviews.document,
    IncidentReported.kind: lambda connection, number: _INCIDENT.scalar(connection, {"number": number}),
    WarningIssued.kind: lambda connection, number: _WARNING.scalar(connection, {"number": number}),
}


def document(connection: Connection, kind: str, number: str) -> Document | None:
    """What was signed under this number, as it is kept now; None when it is gone, or when the kind keeps none."""
    find = DOCUMENTS.get(kind)
    return None if find is None else find(connection, number)
