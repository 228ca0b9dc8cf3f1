"""Letters that leave: posted in the turn's transaction, marked `sending` before the call, and kept after it.

Kinds: *edit* and *delete* may be repeated freely, and a *prompt* (a new screen) too: a second copy of a screen does no
harm. A *notice* or an *alert* may reach the person twice after a crash, never more often (DOUBTS).
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Integer, and_, bindparam, delete, func, literal_column, or_, select, update

from storage.prepared import Prepared
from storage.tables.post import outbox, sessions

DOUBTS = 2  # copies that may reach a person when nobody knows whether the first one did
REPEATABLE = ("edit", "delete", "prompt")


class Kind(StrEnum):
    """What a letter is, in the order in which letters leave."""

    EDIT = "edit"
    DELETE = "delete"
    PROMPT = "prompt"
    ALERT = "alert"
    WARNING = "warning"  # to very many people at once: behind what concerns one alone
    NOTICE = "notice"


RANKS = {Kind.EDIT: 0, Kind.PROMPT: 0, Kind.DELETE: 1, Kind.ALERT: 2, Kind.WARNING: 3, Kind.NOTICE: 5}
PACED = frozenset(
    {Kind.ALERT, Kind.WARNING, Kind.NOTICE}
)  # count against the platform's limit; copies are bounded


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter to be posted. `body` is the call's JSON without the chat and the message it is about.

    sealed   `body` can be read with the vault's key only, and nothing of the letter stays once it has left
    kept     its reader cannot be reached: it waits until they are back (storage/kept.py)
    """

    chat: int
    kind: Kind
    method: str
    body: str
    person: int | None = None
    media: str | None = None
    target: int | None = None
    key: str | None = None
    token: str | None = None
    opens: Any = None
    condition: str | None = None
    not_before: datetime | None = None
    expires_at: datetime | None = None
    sealed: bool = False
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Posted:
    """A letter on its way. `target_message` is the platform's number of the message it edits, when known."""

    id: int
    chat: int
    person: int | None
    kind: Kind
    method: str
    body: str
    media: str | None = None
    target: int | None = None
    target_message: int | None = None
    attempts: int = 0
    doubts: int = 0
    expires_at: datetime | None = None
    condition: str | None = None
    sealed: bool = False
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """What became of a letter: sent, failed for good, merged into a later one, or again at a later time."""

    id: int
    state: str
    message: int | None = None
    target: int | None = None  # when an edit had to become a new message: the screen's own letter
    error: str | None = None
    doubt: bool = False
    again_at: datetime | None = None
    chat: int | None = None  # the group has moved here
    unreachable: int | None = None  # the account that has blocked the bot or is gone
    at: datetime | None = None
    sealed: bool = False


_NEW = (
    "chat",
    "person",
    "kind",
    "method",
    "body",
    "media",
    "target",
    "rank",
    "state",
    "key",
    "token",
    "opens",
    "condition",
    "not_before",
    "expires_at",
    "posted_at",
    "claimed_by",
    "sealed",
)
_VALUES = {name: bindparam(f"b_{name}", type_=outbox.c[name].type) for name in _NEW}
_POST = Prepared.upsert(
    lambda insert: insert(outbox).values(_VALUES).on_conflict_do_nothing().returning(outbox.c.id)
)


def token() -> str:
    """A letter's name in its buttons: says nothing and cannot be guessed."""
    return secrets.token_urlsafe(9)


def post(connection: Connection, letter: Letter, now: datetime, holder: str | None = None) -> int | None:
    """Keep a letter; its number, or None when its key was used before. `holder`: this process sends it at once."""
    row = {
        "b_chat": letter.chat,
        "b_person": letter.person,
        "b_kind": letter.kind.value,
        "b_method": letter.method,
        "b_body": letter.body,
        "b_media": letter.media,
        "b_target": letter.target,
        "b_rank": RANKS[letter.kind],
        "b_state": "kept" if letter.kept else "sending" if holder else "waiting",
        "b_key": letter.key,
        "b_token": letter.token,
        "b_opens": letter.opens,
        "b_condition": letter.condition,
        "b_not_before": letter.not_before or now,
        "b_expires_at": letter.expires_at,
        "b_posted_at": now,
        "b_claimed_by": holder,
        "b_sealed": letter.sealed,
    }
    number: int | None = _POST.scalar(connection, row)
    return number


def known(connection: Connection, key: str) -> bool:
    """Whether a letter with this key was posted."""
    return connection.execute(select(outbox.c.id).where(outbox.c.key == key)).first() is not None


def pending(connection: Connection, keys: Sequence[str]) -> frozenset[str]:
    """Which of these letters have not left and still may."""
    still = outbox.c.state.in_(["waiting", "sending", "kept"])
    found = select(outbox.c.key).where(outbox.c.key.in_(keys), still)
    return frozenset(connection.execute(found).scalars()) if keys else frozenset()


_target = outbox.alias("target")
_COLUMNS = (
    outbox.c.id,
    outbox.c.chat,
    outbox.c.person,
    outbox.c.kind,
    outbox.c.method,
    outbox.c.body,
    outbox.c.media,
    outbox.c.target,
    select(_target.c.message)
    .where(_target.c.id == outbox.c.target)
    .scalar_subquery()
    .label("target_message"),
    outbox.c.attempts,
    outbox.c.doubts,
    outbox.c.expires_at,
    outbox.c.condition,
    outbox.c.sealed,
    outbox.c.key,
)
_NOW = bindparam("now", type_=outbox.c.not_before.type)
_CLAIM = Prepared(
    select(*_COLUMNS)
    .where(
        outbox.c.state == "waiting",
        outbox.c.not_before <= _NOW,
        or_(outbox.c.expires_at.is_(None), outbox.c.expires_at > _NOW),
    )
    .order_by(outbox.c.rank, outbox.c.id)
    .limit(bindparam("most", type_=Integer()))
    .with_for_update(skip_locked=True, of=outbox)
)


def claim(connection: Connection, holder: str, now: datetime, most: int) -> list[Posted]:
    """Take letters that may leave now, best first; they are `sending` once this is committed.

    An edit that a later edit of the same screen has overtaken leaves no more.
    """
    expire(connection, now)
    _OVERTAKEN.run(connection, {})
    found = [posted(row) for row in _CLAIM.rows(connection, {"now": now, "most": most})]
    if found:
        mine = update(outbox).where(outbox.c.id.in_([letter.id for letter in found]))
        connection.execute(mine.values(state="sending", claimed_by=holder))
    return found


_later = outbox.alias("later")
_OVERTAKEN = Prepared(  # after a crash an older screen must not come back over the one that followed it
    update(outbox)
    .where(
        outbox.c.state == "waiting",
        outbox.c.kind == Kind.EDIT.value,
        select(_later.c.id)
        .where(
            _later.c.chat == outbox.c.chat,
            _later.c.id > outbox.c.id,
            _later.c.kind == Kind.EDIT.value,
            _later.c.target == outbox.c.target,
        )
        .exists(),
    )
    .values(state="merged")
)
_EXPIRE = Prepared(
    update(outbox)
    .where(
        outbox.c.state == "waiting",
        outbox.c.expires_at <= bindparam("b_now", type_=outbox.c.expires_at.type),
    )
    .values(state="expired")
)


def expire(connection: Connection, now: datetime) -> int:
    """Letters that came too late for anybody are not sent; they stay as a record that they were not."""
    return _EXPIRE.run(connection, {"b_now": now})


def posted(row: Any) -> Posted:
    """A row as a letter on its way."""
    values = list(row)
    values[3] = Kind(values[3])
    return Posted(*values)


def next_waiting(connection: Connection) -> datetime | None:
    """When the next waiting letter may leave; None when none waits."""
    moment: datetime | None = _NEXT.scalar(connection, {})
    return moment


_MARK = Prepared(
    update(outbox)
    .where(outbox.c.id == bindparam("b_id"))
    .values(
        state=bindparam("b_state"),
        message=func.coalesce(bindparam("b_message", type_=outbox.c.message.type), outbox.c.message),
        error=bindparam("b_error", type_=outbox.c.error.type),
        sent_at=bindparam("b_at", type_=outbox.c.sent_at.type),
        attempts=outbox.c.attempts + 1,
        doubts=outbox.c.doubts + bindparam("b_doubt", type_=outbox.c.doubts.type),
        claimed_by=None,
    )
)


def mark(connection: Connection, marks: Sequence[Mark]) -> None:
    """Write down what became of letters."""
    _MARK.run_many(
        connection,
        [
            {
                "b_id": mark.id,
                "b_state": mark.state,
                "b_message": mark.message,
                "b_error": mark.error,
                "b_at": mark.at,
                "b_doubt": int(mark.doubt),
            }
            for mark in marks
        ],
    )
    for mark in marks:
        _follow(connection, mark)
    if any(mark.sealed for mark in marks):
        forget_sealed(connection)


_ON_ITS_WAY = ("waiting", "sending")
_AIMED = [  # spelled out, not bound, so that the database sees that its indexes cover them
    select(_target.c.target).where(
        _target.c.state == literal_column(f"'{state}'"), _target.c.target.is_not(None)
    )
    for state in _ON_ITS_WAY
]
_LEFT = (outbox.c.sealed, outbox.c.state.notin_(_ON_ITS_WAY))
_NEEDED = or_(
    outbox.c.id.in_(select(sessions.c.live).where(sessions.c.live.is_not(None))),
    *(outbox.c.id.in_(aimed) for aimed in _AIMED),
)


def forget_sealed(connection: Connection) -> int:
    """Sealed letters that have left are deleted; one that is still the live screen, or is about to be changed, is emptied."""
    gone = connection.execute(delete(outbox).where(*_LEFT, ~_NEEDED)).rowcount
    emptied = update(outbox).where(*_LEFT, outbox.c.body != "")
    connection.execute(emptied.values(body="", opens=None, error=None))
    return gone


def _follow(connection: Connection, mark: Mark) -> None:
    """The rarer consequences of a mark."""
    if mark.target is not None:
        moved = update(outbox).where(outbox.c.id == mark.target)
        connection.execute(moved.values(message=mark.message))
    if mark.again_at is not None:
        later = update(outbox).where(outbox.c.id == mark.id)
        connection.execute(later.values(state="waiting", not_before=mark.again_at))
    if mark.chat is not None:
        connection.execute(update(outbox).where(outbox.c.id == mark.id).values(chat=mark.chat))


def holders(connection: Connection) -> set[str]:
    """Processes that hold letters, living and dead."""
    held = select(outbox.c.claimed_by).where(outbox.c.state == "sending").distinct()
    return {name for name in connection.execute(held).scalars() if name}


def take_over(connection: Connection, holders: Sequence[str], now: datetime) -> int:
    """Letters that a dead process held go back into the queue; whether they were delivered nobody knows.

    Repeatable ones simply go again. The others go once more, and no oftener than DOUBTS copies in all.
    """
    if not holders:
        return 0
    held = and_(outbox.c.state == "sending", outbox.c.claimed_by.in_(holders))
    exhausted = and_(held, outbox.c.kind.notin_(REPEATABLE), outbox.c.doubts + 1 >= DOUBTS)
    connection.execute(
        update(outbox).where(exhausted).values(state="failed", error="in doubt after a crash", sent_at=now)
    )
    again = update(outbox).where(held)
    return connection.execute(
        again.values(state="waiting", claimed_by=None, doubts=outbox.c.doubts + 1)
    ).rowcount


_WITHDRAW = Prepared(
    update(outbox).where(outbox.c.id == bindparam("b_id"), outbox.c.state == "waiting").values(state="merged")
)


def last_body(connection: Connection, live: int) -> str | None:
    """What a screen shows, or will show: its own letter, or the latest one that changes it."""
    own = (outbox.c.id == live) | ((outbox.c.target == live) & (outbox.c.kind == Kind.EDIT.value))
    found = select(outbox.c.body).where(own).order_by(outbox.c.id.desc()).limit(1)
    return connection.execute(found).scalar()


def withdraw(connection: Connection, letter: int) -> bool:
    """A screen that still waits is overtaken by a newer one. False: it has left already."""
    return _WITHDRAW.run(connection, {"b_id": letter}) == 1


def buttons_of(connection: Connection, letter: int) -> tuple[str, list[Any]] | None:
    """A letter's token and what its buttons open; None for one without buttons."""
    found = select(outbox.c.token, outbox.c.opens).where(outbox.c.id == letter, outbox.c.token.is_not(None))
    row = connection.execute(found).one_or_none()
    return None if row is None else (row.token, row.opens or [])


def reopen(connection: Connection, letter: int, opens: list[Any]) -> None:
    """What the buttons of a letter open from now on."""
    connection.execute(update(outbox).where(outbox.c.id == letter).values(opens=opens))


def settle(connection: Connection, letter: int, state: str, not_before: datetime | None) -> None:
    """A letter that was taken and may not leave now: taken back for good, or later."""
    mine = update(outbox).where(outbox.c.id == letter)
    later = {} if not_before is None else {"not_before": not_before}
    connection.execute(mine.values(state=state, claimed_by=None, **later))


_POSTED_AT = Prepared(select(outbox.c.posted_at).where(outbox.c.id == bindparam("letter")))
_OPENS = Prepared(select(outbox.c.opens).where(outbox.c.id == bindparam("letter")))
_NEXT = Prepared(select(func.min(outbox.c.not_before).label("at")).where(outbox.c.state == "waiting"))


def posted_at(connection: Connection, letter: int) -> datetime:
    """When a letter was posted."""
    found: datetime = _POSTED_AT.scalar(connection, {"letter": letter})
    return found


_SCREEN = Prepared(
    select(outbox.c.posted_at)
    .where(
        outbox.c.chat == bindparam("chat"),
        or_(outbox.c.kind == Kind.EDIT.value, outbox.c.kind == Kind.PROMPT.value),
    )
    .order_by(outbox.c.id.desc())
    .limit(1)
)


def last_screen(connection: Connection, chat: int) -> datetime | None:
    """When the screen of a chat was drawn last: each answer draws it anew."""
    found: datetime | None = _SCREEN.scalar(connection, {"chat": chat})
    return found


def opens_of(connection: Connection, letter: int) -> Sequence[Any]:
    """What a letter's buttons open."""
    found: Sequence[Any] = _OPENS.scalar(connection, {"letter": letter}) or []
    return found


def message_of(connection: Connection, letter: int) -> int | None:
    """The platform's number of a letter that was sent."""
    return connection.execute(select(outbox.c.message).where(outbox.c.id == letter)).scalar()


@dataclass(frozen=True, slots=True)
class Opened:
    """What a letter's buttons open, and whose letter it is."""

    id: int
    person: int | None
    opens: list[Any] = field(default_factory=list)
    key: str = ""


def opened(connection: Connection, token: str, now: datetime) -> Opened | None:
    """The letter a button belongs to; noted as acted upon."""
    row = connection.execute(
        select(outbox.c.id, outbox.c.person, outbox.c.opens, outbox.c.key).where(outbox.c.token == token)
    ).first()
    if row is None:
        return None
    connection.execute(update(outbox).where(outbox.c.id == row.id).values(acted_at=now))
    return Opened(row.id, row.person, row.opens or [], row.key or "")
