"""What an inspection has found, as it stands now: a finding that a correction has taken back counts no more."""

from sqlalchemy import func, select

from safety.hazard_ledger import HazardState
from storage.tables.inspections import inspections
from storage.tables.ledger import hazards

# A column beside a row of `inspections`; what its sealed record says at its end stays in `inspections.items`.
FOUND = (
    select(func.count())
    .where(hazards.c.visit == inspections.c.id, hazards.c.state != HazardState.WITHDRAWN)
    .correlate(inspections)
    .scalar_subquery()
)
