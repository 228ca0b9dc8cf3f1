"""Reports of inspections: which are still to be printed, where the printed ones lie, who gets them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, and_, exists, func, or_, select

from checklists.catalogue import Catalogue
from safety.visits import Visit, VisitState
from storage.people import with_seat
from storage.tables.checks import checks
from storage.tables.inspections import inspection_notes, inspection_papers, inspections
from storage.tables.ledger import hazards
from storage.tables.media import media
from storage.tables.people import seats
from storage.upsert import Upsert
from storage.visits import reading, rows
from storage.visits.telling import MANAGING

PATIENCE = timedelta(minutes=10)  # for photos that are on their way
_KEEP = Upsert(lambda insert: insert(inspection_papers).on_conflict_do_nothing())


@dataclass(frozen=True, slots=True)
class Unprinted:
    """An ended inspection whose newest version has no report yet, and who gets it."""

    visit: Visit
    version: int
    to: Sequence[int]


def waiting(connection: Connection, catalogue: Catalogue, now: datetime, most: int) -> Sequence[Unprinted]:
    """The oldest whose photos are all settled, or have been waited for long enough."""
    version = (
        1
        + select(func.count())
        .where(inspection_notes.c.inspection == inspections.c.id)
        .correlate(inspections)
        .scalar_subquery()
    )
    printed = exists().where(
        inspection_papers.c.inspection == inspections.c.id, inspection_papers.c.version == version
    )
    of_answer = and_(
        checks.c.id == media.c.check_id,
        checks.c.enterprise == inspections.c.enterprise,
        checks.c.begun_at >= inspections.c.begun_at,
        checks.c.submitted_at.is_(None),
    )
    of_finding = and_(hazards.c.id == media.c.hazard, hazards.c.visit == inspections.c.id)
    pending = or_(
        exists().where(media.c.state == "pending", of_answer),
        exists().where(media.c.state == "pending", of_finding),
    )
    found = (
        select(inspections.c.id, version.label("version"))
        .where(inspections.c.closed_at.is_not(None), inspections.c.state == VisitState.CLOSED, ~printed)
        .where(or_(~pending, inspections.c.closed_at < now - PATIENCE))
        .order_by(inspections.c.closed_at)
        .limit(most)
    )
    unprinted = []
    for one in connection.execute(found).all():
        row = rows.of(connection, one.id)
        if row is None:
            continue
        managers = with_seat(connection, MANAGING, seats.c.enterprise == row.enterprise)
        to = [person for person in dict.fromkeys((row.lead, row.second, row.present, *managers)) if person]
        unprinted.append(Unprinted(reading.whole(connection, catalogue, row, row.lead), one.version, to))
    return unprinted


def keep(connection: Connection, visit: int, version: int, path: str, sha256: str, now: datetime) -> bool:
    """It is printed. False: another process was quicker."""
    row = {"inspection": visit, "version": version, "path": path, "sha256": sha256, "made_at": now}
    return _KEEP.run(connection, row).rowcount == 1
