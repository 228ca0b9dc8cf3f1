"""Chasing (催办) one hazard: why its enterprise may be told that it waits, by the same kinds as the cases of a digest. No wording, no SQL."""

from datetime import date

from checklists.schema import Severity
from safety.calendar import today as day_of
from safety.hazard_ledger import Hazard, HazardState
from safety.hazards import OVER

THEIRS = frozenset(
    {HazardState.REPORTED, HazardState.PLANNED, HazardState.FIXING}
)  # the enterprise's turn, and not stopped
SHUT = frozenset({HazardState.FOUND, HazardState.EVIDENCE, HazardState.SUSPENDED})


def why_chased(hazard: Hazard, today: date) -> str | None:
    """listed, major, overdue; None where it is not the enterprise that is waited for.

    One that may be a major hazard is made safe before anybody has confirmed it, so it may be chased while it is in review.
    """
    if hazard.state in OVER or hazard.state in SHUT:
        return None
    if hazard.case is not None and hazard.case.listed:
        return "listed"
    if hazard.severity is Severity.MAJOR:
        return "major"
    return "overdue" if hazard.state in THEIRS and hazard.due < today else None


def days_of(hazard: Hazard, why: str, today: date) -> int:
    """How long it has been so: days over its day, of a major one days since it was found."""
    since = hazard.due if why == "overdue" else day_of(hazard.found_at)
    return max(0, (today - since).days)
