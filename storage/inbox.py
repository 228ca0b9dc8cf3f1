"""The durable inbox: every update is written here before it is confirmed, and taken from here in each lane's order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, Integer, and_, bindparam, delete, func, or_, select, update

from storage.prepared import Prepared
from storage.tables.people import people
from storage.tables.post import inbox
from storage.types import hour

EMPTIED, NOBODY = "{}", 0
KEEP = timedelta(hours=48)  # twice the platform's own memory of an update: a repeated one is still known


@dataclass(frozen=True, slots=True)
class Arrived:
    """One update as it came; `surplus`: on top of what a person can send, so it is set aside at once."""

    update_id: int
    lane: int
    body: str
    surplus: bool = False


@dataclass(frozen=True, slots=True)
class Taken:
    """One update that is handled now; the row stays locked until the turn commits."""

    update_id: int
    lane: int
    body: str
    received_at: datetime
    attempts: int


@dataclass(frozen=True, slots=True)
class Aside:
    """An update that was set aside after too many attempts."""

    update_id: int
    lane: int
    body: str
    received_at: datetime
    attempts: int
    reason: str


_COLUMNS = ("bot", "update_id", "lane", "body", "received_at", "state", "reason")
FLOOD = "too many at once"
_ARRIVE = Prepared.upsert(
    lambda insert: (
        insert(inbox)
        .values({name: bindparam(f"b_{name}", type_=inbox.c[name].type) for name in _COLUMNS})
        .on_conflict_do_nothing()
    )
)


def receive(connection: Connection, bot: int, updates: Sequence[Arrived], now: datetime) -> None:
    """Keep a batch; updates that are known already stay as they are."""
    if not updates:
        return
    rows = [
        {
            "b_bot": bot,
            "b_update_id": u.update_id,
            "b_lane": u.lane,
            "b_body": u.body,
            "b_received_at": now,
            "b_state": "aside" if u.surplus else "waiting",
            "b_reason": FLOOD if u.surplus else None,
        }
        for u in updates
    ]
    _ARRIVE.run_many(connection, rows)


_before = inbox.alias("before")
_earlier = (
    select(_before.c.update_id)
    .where(
        _before.c.bot == inbox.c.bot,
        _before.c.state == "waiting",
        _before.c.lane == inbox.c.lane,
        _before.c.update_id < inbox.c.update_id,
    )
    .exists()
)
HEADS = Prepared(
    select(inbox.c.update_id, inbox.c.lane, inbox.c.body, inbox.c.received_at, inbox.c.attempts)
    .where(
        inbox.c.bot == bindparam("bot"),
        inbox.c.state == "waiting",
        or_(inbox.c.again_at.is_(None), inbox.c.again_at <= bindparam("now", type_=inbox.c.again_at.type)),
        ~_earlier,
    )
    .order_by(inbox.c.update_id)
    .limit(bindparam("most", type_=Integer()))
    .with_for_update(skip_locked=True, of=inbox)
)


def take(connection: Connection, bot: int, most: int, now: datetime) -> list[Taken]:
    """The first waiting update of up to `most` lanes, locked for this transaction."""
    rows = HEADS.rows(connection, {"bot": bot, "most": most, "now": now})
    return [Taken(*row) for row in rows]


_DONE = Prepared(
    update(inbox)
    .where(inbox.c.bot == bindparam("b_bot"), inbox.c.update_id == bindparam("b_update"))
    .values(state="done", done_at=bindparam("b_now", type_=inbox.c.done_at.type))
)


def finish(connection: Connection, bot: int, update_ids: Sequence[int], now: datetime) -> None:
    """These updates have taken effect."""
    _DONE.run_many(connection, [{"b_bot": bot, "b_update": u, "b_now": now} for u in update_ids])


_EMPTY = Prepared(
    update(inbox)
    .where(inbox.c.bot == bindparam("b_bot"), inbox.c.update_id == bindparam("b_update"))
    .values(
        body=EMPTIED,
        reason=None,
        lane=NOBODY,
        received_at=bindparam("b_hour", type_=inbox.c.received_at.type),
        done_at=bindparam("b_hour", type_=inbox.c.done_at.type),
    )
)


def empty(connection: Connection, bot: int, update_ids: Sequence[int], now: datetime) -> None:
    """What was said in these handled updates, by whom and when in the hour, is forgotten at once; their numbers stay known."""
    _EMPTY.run_many(connection, [{"b_bot": bot, "b_update": u, "b_hour": hour(now)} for u in update_ids])


def fail(connection: Connection, bot: int, taken: Taken, reason: str, again_at: datetime | None) -> None:
    """An attempt failed; try again at `again_at`, or set it aside for good when that is None."""
    connection.execute(
        update(inbox)
        .where(inbox.c.bot == bot, inbox.c.update_id == taken.update_id)
        .values(
            attempts=taken.attempts + 1,
            reason=reason[:4000],
            again_at=again_at,
            state="waiting" if again_at else "aside",
            done_at=None if again_at else taken.received_at,
        )
    )


_POSTPONE = Prepared(
    update(inbox)
    .where(inbox.c.bot == bindparam("b_bot"), inbox.c.update_id == bindparam("b_update"))
    .values(again_at=bindparam("b_again", type_=inbox.c.again_at.type))
)


def postpone(connection: Connection, bot: int, until: Mapping[int, datetime]) -> None:
    """These updates, by number, wait and hold up their lanes; no attempt is counted."""
    _POSTPONE.run_many(connection, [{"b_bot": bot, "b_update": u, "b_again": at} for u, at in until.items()])


def count_attempt(connection: Connection, bot: int, update_id: int) -> None:
    """Note an attempt before it is made: after a crash nobody knows which update caused it."""
    connection.execute(
        update(inbox)
        .where(inbox.c.bot == bot, inbox.c.update_id == update_id)
        .values(attempts=inbox.c.attempts + 1)
    )


def next_attempt(connection: Connection, bot: int) -> datetime | None:
    """When the earliest postponed update wants another attempt; None when nothing is postponed."""
    return connection.execute(
        select(func.min(inbox.c.again_at)).where(inbox.c.bot == bot, inbox.c.state == "waiting")
    ).scalar()


def waiting(connection: Connection, bot: int) -> int:
    """How many updates wait."""
    found = select(func.count()).select_from(inbox).where(inbox.c.bot == bot, inbox.c.state == "waiting")
    return connection.execute(found).scalar_one()


def waits(connection: Connection, person: int, until: datetime) -> bool:
    """Whether something that somebody sent by then is still waiting for its turn."""
    return any_waits(connection, (person,), until)


def any_waits(connection: Connection, persons: Sequence[int], until: datetime) -> bool:
    """Whether something that one of these people sent by then is still waiting for its turn."""
    found = select(inbox.c.update_id).where(
        inbox.c.lane.in_(select(people.c.account).where(people.c.id.in_(persons))),
        inbox.c.state == "waiting",
        inbox.c.received_at <= until,
    )
    return connection.execute(found.limit(1)).first() is not None


def set_aside(connection: Connection, limit: int = 100) -> list[Aside]:
    """The updates that were set aside, newest first, with their raw form and the reason."""
    columns = (
        inbox.c.update_id,
        inbox.c.lane,
        inbox.c.body,
        inbox.c.received_at,
        inbox.c.attempts,
        func.coalesce(inbox.c.reason, ""),
    )
    found = select(*columns).where(inbox.c.state == "aside").order_by(inbox.c.received_at.desc()).limit(limit)
    return [Aside(*row) for row in connection.execute(found)]


def replay(connection: Connection, update_ids: Sequence[int] | None = None) -> int:
    """Put set-aside updates (all, or these) back into their lanes. Returns how many."""
    again = update(inbox).where(inbox.c.state == "aside")
    if update_ids is not None:
        again = again.where(inbox.c.update_id.in_(update_ids))
    return connection.execute(again.values(state="waiting", attempts=0, again_at=None, done_at=None)).rowcount


def forget(connection: Connection, now: datetime) -> int:
    """Remove what was handled long ago; set-aside updates stay until somebody has looked at them."""
    old = and_(inbox.c.state == "done", inbox.c.done_at < now - KEEP)
    return connection.execute(delete(inbox).where(old)).rowcount
