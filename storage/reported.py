"""What an enterprise's people reported lately, for the next report: hazards that may be the same, and how they call places."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, bindparam, func, select

from checklists.catalogue import Catalogue
from safety.hazard_ledger import Hazard
from safety.hazards import OPEN, UNREPORTED
from storage import hazards as ledger
from storage.tables.ledger import hazards

MOST, PLACES = 50, 4
_RECENT = (
    select(hazards.c.number)
    .where(
        hazards.c.enterprise == bindparam("enterprise"),
        hazards.c.state.in_([state for state in OPEN if state not in UNREPORTED]),
        hazards.c.found_at >= bindparam("since"),
    )
    .order_by(hazards.c.id.desc())
    .limit(MOST)
)
_PLACES = (
    select(hazards.c.place)
    .where(hazards.c.enterprise == bindparam("enterprise"), hazards.c.place != "")
    .group_by(hazards.c.place)
    .order_by(func.max(hazards.c.id).desc())
    .limit(PLACES)
)


def recent(
    connection: Connection, catalogue: Catalogue, enterprise: int, since: datetime
) -> Sequence[Hazard]:
    """The enterprise's open hazards that were reported since, the newest first."""
    found = connection.execute(_RECENT, {"enterprise": enterprise, "since": since}).scalars().all()
    return ledger.numbered(connection, catalogue, enterprise, found)


def places(connection: Connection, enterprise: int) -> Sequence[str]:
    """The places that were named last in this enterprise, the newest first."""
    return connection.execute(_PLACES, {"enterprise": enterprise}).scalars().all()
