"""Pictures of the links of spot exams: which are to be made, where their files lie until they have left."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select, update

from storage.tables.ledger import enterprises
from storage.tables.spots import LYING, spots

AT_ONCE = 5


@dataclass(frozen=True, slots=True)
class Unpictured:
    """A spot exam that can be come in to by a link whose picture was not made yet."""

    number: int
    link: str
    inspector: int
    enterprise: str
    until: datetime


def waiting(connection: Connection, now: datetime) -> Sequence[Unpictured]:
    """The oldest first."""
    wanted = spots.c.link.is_not(None) & spots.c.picture.is_(None) & (spots.c.until > now)
    found = (
        select(spots.c.id, spots.c.link, spots.c.inspector, spots.c.until, enterprises.c.name)
        .join(enterprises, enterprises.c.id == spots.c.enterprise)
        .where(wanted)
        .order_by(spots.c.id)
        .limit(AT_ONCE)
    )
    rows = connection.execute(found)
    return [Unpictured(row.id, row.link, row.inspector, row.name, row.until) for row in rows]


def made(connection: Connection, spot: int, key: str, path: str) -> bool:
    """Note where the picture lies; False when there is one, or the link has ended."""
    still = (spots.c.id == spot) & (spots.c.link == key) & spots.c.picture.is_(None)
    return connection.execute(update(spots).where(still).values(picture=path)).rowcount == 1


def lying(connection: Connection) -> list[tuple[int, str]]:
    """Pictures whose files are still there."""
    found = select(spots.c.id, spots.c.picture).where(LYING)  # in the words of its index
    return [(row.id, row.picture) for row in connection.execute(found)]


def gone(connection: Connection, numbers: Sequence[int]) -> None:
    """Their files are no more."""
    connection.execute(update(spots).where(spots.c.id.in_(numbers)).values(picture=""))
