"""Photos that belong to neither a check nor a hazard, by what they are of: `incident/5`. How they are fetched: media.py."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, func, select, update

from safety.events_hazards import Picture
from storage.tables.media import media
from storage.upsert import Upsert

_NEW = Upsert(lambda insert: insert(media).on_conflict_do_nothing())
FAILED = "failed"
PHOTO, LONGEST_NAME = "photo", 80


def enter(
    connection: Connection,
    subject: str,
    picture: Picture,
    person: int,
    now: datetime,
    kind: str = PHOTO,
    name: str = "",
) -> bool:
    """Enter a photo, or a document with its name; one whose copy had failed is fetched anew. False: it is there already and needs nothing."""
    same = (media.c.subject == subject) & (media.c.unique_name == picture.unique)
    anew = {"state": "pending", "file": picture.file, "attempts": 0, "again_at": now}
    again = update(media).where(same, media.c.state == FAILED)
    if connection.execute(again.values(**anew, reason=None, settled_at=None)).rowcount == 1:
        return True
    row = {
        "subject": subject,
        "kind": kind,
        "name": name[:LONGEST_NAME],
        "file": picture.file,
        "unique_name": picture.unique,
        "announced_size": picture.size,
        "note": picture.note,
        "received_at": now,
        "person": person,
        "state": "pending",
        "again_at": now,
    }
    return _NEW.run(connection, row).rowcount == 1


def count(connection: Connection, subject: str) -> int:
    """How many there are, those on their way included."""
    mine = select(func.count()).select_from(media).where(media.c.subject == subject, media.c.state != FAILED)
    return int(connection.execute(mine).scalar_one())


def copies(connection: Connection, subject: str) -> Sequence[str]:
    """Our own copies, in the order in which they came."""
    mine = select(media.c.path).where(media.c.subject == subject, media.c.state == "safe")
    return connection.execute(mine.order_by(media.c.id)).scalars().all()
