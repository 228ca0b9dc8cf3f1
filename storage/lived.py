"""What whoever lets a made-up district live has to know of what was just written: hazards of a check, an inspection, photos on their way."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, func, select

from safety.checks import CheckKey
from storage.prepared import Prepared
from storage.tables.checks import checks
from storage.tables.inspections import inspections
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

_LED = Prepared(
    select(func.max(inspections.c.id).label("newest")).where(inspections.c.lead == bindparam("person"))
)
_PRESENTED = Prepared(select(inspections.c.presented).where(inspections.c.id == bindparam("visit")))
_ON_SITE = Prepared(
    select(hazards.c.number, hazards.c.due, hazards.c.suspected_major)
    .where(hazards.c.visit == bindparam("visit"))
    .order_by(hazards.c.id)
)


def visit_of(connection: Connection, person: int) -> int | None:
    """The inspection that somebody has begun last."""
    found: int | None = _LED.scalar(connection, {"person": person})
    return found


def presented(connection: Connection, visit: int) -> str:
    """The fingerprint of what an inspection has put before the enterprise."""
    return str(_PRESENTED.scalar(connection, {"visit": visit}) or "")


def found_on_site(connection: Connection, visit: int) -> Sequence[Any]:
    """The hazards that an inspection has found: number, due, suspected_major."""
    return _ON_SITE.rows(connection, {"visit": visit})


def found_by(connection: Connection, enterprise: int, key: CheckKey) -> Sequence[Any]:
    """The hazards that a self-check of an enterprise has found: number, question, due, suspected_major."""
    place = {"enterprise": enterprise, "checklist": key.checklist, "period": key.period}
    return _OF_CHECK.rows(connection, place)


def on_their_way(connection: Connection, number: str) -> Sequence[int]:
    """Photos of a hazard of which there is no copy yet."""
    return [row.id for row in _PENDING.rows(connection, {"number": number})]
