"""What was closed lately in one enterprise, the newest first: what is found now may be one of these again."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, bindparam, func, select

from safety.hazard_ledger import HazardState
from safety.recurrence import Past
from storage.tables.ledger import hazards

MOST = 500
_CLOSED = (
    select(
        hazards.c.number,
        func.coalesce(hazards.c.question, hazards.c.clause, "").label("clause"),
        hazards.c.kind,
        hazards.c.place,
    )
    .where(
        hazards.c.enterprise == bindparam("enterprise"),
        hazards.c.state == HazardState.CLOSED,
        hazards.c.closed_at >= bindparam("since", type_=hazards.c.closed_at.type),
    )
    .order_by(hazards.c.closed_at.desc())
    .limit(MOST)
)


def since(connection: Connection, enterprise: int, moment: datetime) -> Sequence[Past]:
    """The enterprise's hazards that were closed since."""
    rows = connection.execute(_CLOSED, {"enterprise": enterprise, "since": moment})
    return [Past(row.number, row.clause, row.kind, row.place) for row in rows]
