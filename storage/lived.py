"""What whoever lets a made-up district live has to know of what was just written: hazards of a check, photos on their way."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, select

from safety.ledger import CheckKey
from storage.prepared import Prepared
from storage.tables.checks import checks
from storage.tables.ledger import hazards
from storage.tables.media import media

_OF_CHECK = Prepared(
    select(hazards.c.number, hazards.c.question, hazards.c.due, hazards.c.suspected_major)
    .join(checks, checks.c.id == hazards.c.check_id)
    .where(
        checks.c.enterprise == bindparam("enterprise"),
        checks.c.checklist == bindparam("checklist"),
        checks.c.period == bindparam("period"),
    )
    .order_by(hazards.c.id)
)
_PENDING = Prepared(
    select(media.c.id)
    .join(hazards, hazards.c.id == media.c.hazard)
    .where(hazards.c.number == bindparam("number"), media.c.state == "pending")
)


def found_by(connection: Connection, enterprise: int, key: CheckKey) -> Sequence[Any]:
    """The hazards that a self-check of an enterprise has found: number, question, due, suspected_major."""
    place = {"enterprise": enterprise, "checklist": key.checklist, "period": key.period}
    return _OF_CHECK.rows(connection, place)


def on_their_way(connection: Connection, number: str) -> Sequence[int]:
    """Photos of a hazard of which there is no copy yet."""
    return [row.id for row in _PENDING.rows(connection, {"number": number})]
