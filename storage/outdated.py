"""Commitments whose text has changed since they were signed, and whose people have not been told so yet."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, select, update

from checklists.catalogue import Catalogue
from checklists.documents import Renewal
from safety.people import Role
from storage.people import with_seat
from storage.tables.ledger import enterprises
from storage.tables.people import seats
from storage.tables.pledges import commitments, recalls

_signed = commitments.alias("signed")
_NEWEST = (
    select(func.max(_signed.c.id))
    .where(_signed.c.enterprise == enterprises.c.id)
    .correlate(enterprises)
    .scalar_subquery()
)
_SOURCE = enterprises.join(commitments, commitments.c.id == _NEWEST).outerjoin(
    recalls, recalls.c.commitment == commitments.c.id
)


@dataclass(frozen=True, slots=True)
class Outdated:
    """An enterprise whose principals sign anew: the commitment that stood, and the fingerprint of the text that is now."""

    enterprise: int
    name: str
    number: str
    fingerprint: str
    principals: Sequence[int]


def untold(connection: Connection, catalogue: Catalogue, limit: int = 50) -> list[Outdated]:
    """Some of those that have not been told; nothing when a new text asks for no new signature."""
    if Renewal.TEXT_CHANGED not in catalogue.rules.renew_on:
        return []
    found: list[Outdated] = []
    for colour, text in catalogue.commitments.items():
        rows = (
            select(enterprises.c.id, enterprises.c.name, commitments.c.number)
            .select_from(_SOURCE)
            .where(
                enterprises.c.colour == colour,
                commitments.c.colour == colour,
                commitments.c.fingerprint != text.fingerprint,
                recalls.c.commitment.is_(None),
                func.coalesce(enterprises.c.told_text, "") != text.fingerprint,
            )
            .order_by(enterprises.c.id)
            .limit(limit - len(found))
        )
        for row in connection.execute(rows).all():
            to = with_seat(connection, [Role.PRINCIPAL], seats.c.enterprise == row.id)
            found.append(Outdated(row.id, row.name, row.number, text.fingerprint, to))
    return found


def told(connection: Connection, one: Outdated) -> None:
    """Its people have been told of this text."""
    mine = enterprises.c.id == one.enterprise
    connection.execute(update(enterprises).where(mine).values(told_text=one.fingerprint))
