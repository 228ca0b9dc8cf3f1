"""Invitations as a list, for who manages them: where each leads and what became of it. Never a code: only its hash is kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, bindparam, select

from safety.people import Role
from storage.invitations import hash_of
from storage.places import place_name
from storage.tables.ledger import areas, enterprises
from storage.tables.people import invitations


class Fate(StrEnum):
    """What became of an invitation."""

    WAITING = "waiting"
    USED = "used"
    EXPIRED = "expired"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True)
class Invited:
    """One invitation."""

    number: int
    role: Role
    place: str
    made_at: datetime
    expires_at: datetime
    fate: Fate


_ALL = (
    select(invitations, place_name().label("place"))
    .select_from(
        invitations.outerjoin(enterprises, enterprises.c.id == invitations.c.enterprise).outerjoin(
            areas, areas.c.id == invitations.c.area
        )
    )
    .order_by(invitations.c.id.desc())
)
_NEWEST = _ALL.limit(bindparam("most"))
_WAITING = _NEWEST.where(
    invitations.c.used_at.is_(None),
    invitations.c.revoked_at.is_(None),
    invitations.c.expires_at > bindparam("now", type_=invitations.c.expires_at.type),
)
_BY_CODE = _ALL.where(invitations.c.code_hash == bindparam("code_hash"))


def listed(
    connection: Connection, now: datetime, *, waiting_only: bool = True, most: int = 100
) -> Sequence[Invited]:
    """The newest invitations first."""
    parameters: dict[str, Any] = {"most": most} | ({"now": now} if waiting_only else {})
    rows = connection.execute(_WAITING if waiting_only else _NEWEST, parameters)
    return tuple(_invited(row, now) for row in rows)


def by_code(connection: Connection, code: str, now: datetime) -> Invited | None:
    """The invitation with this code, whatever became of it."""
    row = connection.execute(_BY_CODE, {"code_hash": hash_of(code)}).one_or_none()
    return None if row is None else _invited(row, now)


def _invited(row: Any, now: datetime) -> Invited:
    return Invited(row.id, row.role, row.place, row.made_at, row.expires_at, _fate(row, now))


def _fate(row: Any, now: datetime) -> Fate:
    if row.used_at is not None:
        return Fate.USED
    if row.revoked_at is not None:
        return Fate.REVOKED
    return Fate.WAITING if row.expires_at > now else Fate.EXPIRED
