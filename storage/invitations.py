"""Invitations: single use, 72 hours where content says nothing else, bound to a role in one place. Only the hash of a code is kept (promise S1)."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, and_, bindparam, insert, select, update

from safety.errors import Refusal
from safety.joining import Invitation
from safety.people import Role
from storage.phones import digits
from storage.places import place_name
from storage.tables.ledger import areas, contacts, enterprises
from storage.tables.people import invitations

LIFE = timedelta(hours=72)
CODE_BYTES = 16

_FIND = (
    select(invitations, place_name().label("place"))
    .select_from(
        invitations.outerjoin(enterprises, enterprises.c.id == invitations.c.enterprise).outerjoin(
            areas, areas.c.id == invitations.c.area
        )
    )
    .where(invitations.c.code_hash == bindparam("code_hash"))
)
_USABLE = and_(
    invitations.c.used_at.is_(None),
    invitations.c.revoked_at.is_(None),
    invitations.c.expires_at > bindparam("b_now"),
)
_USE = (
    update(invitations)
    .where(invitations.c.id == bindparam("b_id"), _USABLE)
    .values(used_at=bindparam("b_now"), used_by=bindparam("b_person"))
    .returning(invitations.c.role, invitations.c.enterprise, invitations.c.area)
)


@dataclass(frozen=True, slots=True)
class Place:
    """What an invitation leads to: a role in one enterprise, in one area, or (neither) in the district."""

    role: Role
    enterprise: int | None = None
    area: int | None = None


def new_code() -> str:
    """A fresh code of 128 random bits, fit for a deep link; never one that reads like another kind of link (s_471123)."""
    code = secrets.token_urlsafe(CODE_BYTES)
    while code[1] == "_":
        code = secrets.token_urlsafe(CODE_BYTES)
    return code


def hash_of(code: str) -> str:
    """What is kept of a code."""
    return hashlib.sha256(code.encode()).hexdigest()


def invite(
    connection: Connection,
    code: str,
    place: Place,
    now: datetime,
    *,
    by: int | None = None,
    life: timedelta = LIFE,
) -> int:
    """Enter an invitation for a code that only the invited person gets to know. Its number."""
    row = {
        "code_hash": hash_of(code),
        "role": place.role,
        "enterprise": place.enterprise,
        "area": place.area,
        "made_at": now,
        "made_by": by,
        "expires_at": now + life,
    }
    return int(connection.execute(insert(invitations).returning(invitations.c.id), row).scalar_one())


def find(connection: Connection, code: str, now: datetime) -> Invitation | None:
    """The invitation with this code, whoever asks: the code is the key."""
    row = connection.execute(_FIND, {"code_hash": hash_of(code)}).one_or_none()
    if row is None:
        return None
    usable = row.used_at is None and row.revoked_at is None and row.expires_at > now
    phones = listed_phones(connection, row.enterprise, row.area)
    return Invitation(row.id, row.enterprise, row.area, row.place, row.role, usable, phones)


def use(connection: Connection, invitation: int, person: int, now: datetime) -> Place:
    """Use an invitation up. Refusal when it is used, expired, revoked, or somebody was quicker."""
    row = connection.execute(_USE, {"b_id": invitation, "b_now": now, "b_person": person}).one_or_none()
    if row is None:
        raise Refusal("invitation-invalid")
    return Place(row.role, row.enterprise, row.area)


def revoke(connection: Connection, invitation: int, now: datetime) -> bool:
    """End an invitation that was not used. Whether there was one to end."""
    open_ = and_(
        invitations.c.id == invitation, invitations.c.used_at.is_(None), invitations.c.revoked_at.is_(None)
    )
    return connection.execute(update(invitations).where(open_).values(revoked_at=now)).rowcount == 1


def listed_phones(connection: Connection, enterprise: int | None, area: int | None) -> frozenset[str]:
    """The phones on the list of a place, digits only."""
    here = and_(
        contacts.c.enterprise.is_not_distinct_from(enterprise), contacts.c.area.is_not_distinct_from(area)
    )
    return frozenset(connection.execute(select(contacts.c.phone).where(here)).scalars())


def is_listed(connection: Connection, place: Place, phone: str) -> bool:
    """Whether this phone is on the list of the place."""
    return digits(phone) in listed_phones(connection, place.enterprise, place.area)
