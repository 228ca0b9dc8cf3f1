"""A tip as letters tell of it, and who works on it (safety.tips.Told)."""

from sqlalchemy import Connection, func, select

from safety.people import RIGHTS, Right
from safety.tips import Told
from storage.people import with_seat
from storage.places import seated_over
from storage.tables.ledger import enterprises
from storage.tables.people import seats
from storage.tables.tips import tip_messages, tip_photos, tips

HANDLING = sorted(role for role, rights in RIGHTS.items() if Right.HANDLE_TIPS in rights)


def told(connection: Connection, number: str) -> Told:
    """The tip of a number. NoResultFound when there is none."""
    found = (
        select(tips, enterprises.c.name)
        .outerjoin(enterprises, enterprises.c.id == tips.c.enterprise)
        .where(tips.c.number == number)
    )
    row = connection.execute(found).one()
    photos = select(func.count()).select_from(tip_photos).where(tip_photos.c.tip == row.id)
    messages = select(func.count()).select_from(tip_messages).where(tip_messages.c.tip == row.id)
    district = seats.c.enterprise.is_(None) & seats.c.area.is_(None)
    over = district if row.enterprise is None else seated_over(row.enterprise)
    return Told(
        number=number,
        enterprise=row.name or "",
        named=row.named,
        words=row.words,
        photos=connection.execute(photos).scalar_one(),
        messages=connection.execute(messages).scalar_one(),
        to=with_seat(connection, HANDLING, over),
    )
