"""Photos of tips: rows that wait for our own copy. No sender stands in them; the platform's reference goes once it was used."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import Connection, insert, select, update

from safety.events_hazards import Picture
from safety.likeness import Print
from storage.media import LEASE, Copy, Pending
from storage.tables.tips import tip_photos, tips
from storage.tips.likeness import to_text

NOBODY = 0  # no person: a pending photo of a tip has no sender


def enter(
    connection: Connection, tip: int, pictures: Sequence[Picture], hour: datetime, now: datetime
) -> None:
    """Enter photos of a tip, to be fetched at once."""
    rows = [
        {
            "tip": tip,
            "file": one.file,
            "announced_size": one.size,
            "received_at": hour,
            "state": "pending",
            "again_at": now,
        }
        for one in pictures
    ]
    if rows:
        connection.execute(insert(tip_photos), rows)


def claim(connection: Connection, now: datetime, most: int, lease: timedelta = LEASE) -> Sequence[Pending]:
    """Take photos to fetch, oldest first. Nobody else gets them before the lease ends."""
    ready = (
        select(tip_photos)
        .where(tip_photos.c.state == "pending", tip_photos.c.again_at <= now)
        .order_by(tip_photos.c.again_at, tip_photos.c.id)
        .limit(most)
        .with_for_update(skip_locked=True)
    )
    rows = connection.execute(ready).all()
    taken = update(tip_photos).where(tip_photos.c.id.in_([row.id for row in rows]))
    if rows:
        connection.execute(taken.values(attempts=tip_photos.c.attempts + 1, again_at=now + lease))
    return tuple(
        Pending(row.id, row.file, "", row.announced_size, NOBODY, row.attempts + 1, row.received_at)
        for row in rows
    )


def again(connection: Connection, photo: int, at: datetime) -> None:
    """Try once more later."""
    mine = (tip_photos.c.id == photo) & (tip_photos.c.state == "pending")
    connection.execute(update(tip_photos).where(mine).values(again_at=at))


def keep(connection: Connection, photo: int, copy: Copy, prints: Sequence[Print] = ()) -> bool:
    """Our copy is safe. False: this was settled before."""
    values = {
        "state": "safe",
        "file": "",
        "again_at": tip_photos.c.received_at,  # of the hour, as everything of the reporter
        "path": copy.path,
        "sha256": copy.sha256,
        "size": copy.size,
        "width": copy.width,
        "height": copy.height,
        "prints": to_text(prints),
    }
    mine = (tip_photos.c.id == photo) & (tip_photos.c.state == "pending")
    return connection.execute(update(tip_photos).where(mine).values(**values)).rowcount == 1


def fail(connection: Connection, photo: int, reason: str) -> str | None:
    """There will be no copy. The number of the tip, None when this was settled before."""
    mine = (tip_photos.c.id == photo) & (tip_photos.c.state == "pending")
    failed = (
        update(tip_photos)
        .where(mine)
        .values(state="failed", file="", reason=reason, again_at=tip_photos.c.received_at)
    )
    if connection.execute(failed).rowcount != 1:
        return None
    found = select(tips.c.number).join(tip_photos, tip_photos.c.tip == tips.c.id)
    number: str = connection.execute(found.where(tip_photos.c.id == photo)).scalar_one()
    return number
