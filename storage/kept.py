"""Letters that are kept for people who cannot be reached: set aside, then let go or put together when they are back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, literal_column, select, update

from storage.outbox import PACED, Kind
from storage.tables.people import people
from storage.tables.post import outbox

KEPT = "kept"
_KEPT: ColumnElement[str] = literal_column(f"'{KEPT}'")  # spelled out, not bound, so that its index is used
LETTERS = tuple(sorted(PACED))  # screens are drawn anew when somebody is back


@dataclass(frozen=True, slots=True)
class Kept:
    """One letter: `text` says whether it can be told together with others, by its words."""

    id: int
    key: str
    kind: Kind
    body: str
    text: bool
    opens: Sequence[Any]
    posted_at: datetime
    expires_at: datetime | None


def keep(connection: Connection, person: int) -> int:
    """Set aside what waits for somebody. How many letters."""
    waiting = and_(
        outbox.c.chat == select(people.c.chat).where(people.c.id == person).scalar_subquery(),
        outbox.c.person == person,
        outbox.c.state == "waiting",
        outbox.c.kind.in_(LETTERS),
        ~outbox.c.sealed,
    )
    return connection.execute(update(outbox).where(waiting).values(state=KEPT)).rowcount


def of(connection: Connection, person: int, now: datetime) -> Sequence[Kept]:
    """What was kept for somebody and still says something, in the order it was written; the rest has expired."""
    mine = and_(outbox.c.person == person, outbox.c.state == _KEPT)
    connection.execute(
        update(outbox).where(mine, outbox.c.expires_at <= now).values(state="expired", sent_at=None)
    )
    rows = connection.execute(select(outbox).where(mine).order_by(outbox.c.id))
    return [_kept(row) for row in rows]


def one(connection: Connection, number: int, now: datetime) -> Kept | None:
    """One letter as long as it is kept and still says something."""
    found = select(outbox).where(outbox.c.id == number, outbox.c.state == _KEPT)
    row = connection.execute(found).one_or_none()
    kept = None if row is None else _kept(row)
    over = kept is None or (kept.expires_at is not None and kept.expires_at <= now)
    return None if over else kept


def _kept(row: Row[Any]) -> Kept:
    return Kept(
        row.id,
        row.key or "",
        Kind(row.kind),
        row.body,
        row.method == "sendMessage" and not row.media,
        row.opens or [],
        row.posted_at,
        row.expires_at,
    )


def let_go(connection: Connection, these: Sequence[Kept], now: datetime) -> None:
    """They leave as they are."""
    mine = update(outbox).where(outbox.c.id.in_([one.id for one in these]))
    connection.execute(mine.values(state="waiting", not_before=now, sent_at=None, error=None))


def put_together(connection: Connection, these: Sequence[Kept]) -> None:
    """One letter says what they say."""
    mine = update(outbox).where(outbox.c.id.in_([one.id for one in these]))
    connection.execute(mine.values(state="merged"))
