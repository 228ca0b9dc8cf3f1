"""Imports that were sent: which are to be worked at, what came of each, what their columns were said to mean."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, bindparam, insert, select, update

from safety.imports import (
    Fault,
    Heading,
    How,
    Import,
    ImportState,
    Note,
    Understood,
)
from safety.people import Actor, Right, Seat
from storage import people
from storage.enterprises import Saved
from storage.tables.imports import import_fields, import_files, imports
from storage.upsert import Upsert

WAITING, MADE, GONE = "waiting", "made", "dropped"
LATELY = 100
LEASE = timedelta(seconds=60)  # after which another process may take over what one has begun
_WORK = (ImportState.READING, ImportState.WRITING)
_NEXT = (
    select(imports)
    .where(imports.c.state.in_(_WORK), imports.c.next_at <= bindparam("now", type_=imports.c.next_at.type))
    .order_by(imports.c.next_at, imports.c.id)
    .limit(1)
)
_REMEMBER = Upsert(
    lambda insert: (row := insert(import_fields)).on_conflict_do_update(
        index_elements=["place", "headings"],
        set_={name: row.excluded[name] for name in ("fields", "person", "at")},
    )
)


@dataclass(frozen=True, slots=True)
class Job:
    """An import as those who work at it need it. `seat` None: by the command line."""

    id: int
    person: int | None
    seat: Seat | None
    name: str
    file: str | None
    size: int | None
    sent_at: datetime
    state: ImportState
    attempts: int
    path: str | None
    sha256: str | None
    fields: Mapping[str, str]
    done: int
    total: int
    next_at: datetime

    @property
    def area(self) -> int | None:
        """The town it is limited to; None: the whole district."""
        return None if self.seat is None else self.seat.area


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file that somebody waits for; `import_` None: an empty list to fill in."""

    id: int
    person: int
    import_: int | None
    asked_at: datetime


# --- what was sent --------------------------------------------------------------------------------------------------


def enter(
    connection: Connection, actor: Actor | None, name: str, file: str | None, size: int | None, now: datetime
) -> int:
    """A list has come. One that its sender has not written yet gives way to it."""
    seat = actor.seat if actor is not None else None
    if actor is not None:
        mine = (imports.c.person == actor.person) & imports.c.state.in_(
            [ImportState.READING, ImportState.READY]
        )
        dropped = {"state": ImportState.DROPPED, "ended_at": now}
        connection.execute(update(imports).where(mine).values(dropped))
    row = {
        "person": None if actor is None else actor.person,
        "role": None if seat is None else seat.role,
        "area": None if seat is None else seat.area,
        "name": name,
        "file": file,
        "size": size,
        "sent_at": now,
        "state": ImportState.READING,
        "next_at": now,
    }
    return int(connection.execute(insert(imports).returning(imports.c.id), row).scalar_one())


def enter_writing(
    connection: Connection,
    name: str,
    sha256: str,
    fields: Mapping[str, str],
    understood: Understood,
    now: datetime,
) -> Job:
    """By the command line: written at once. One with the same bytes and columns that was interrupted goes on."""
    same = (
        (imports.c.person.is_(None)) & (imports.c.state == ImportState.WRITING) & (imports.c.sha256 == sha256)
    )
    held = {"next_at": now + LEASE}
    row = connection.execute(update(imports).where(same).values(held).returning(imports)).first()
    if row is not None and (row.fields or {}) == dict(fields):
        return _job(row)
    new = {
        "name": name,
        "sent_at": now,
        "state": ImportState.WRITING,
        "sha256": sha256,
        "fields": dict(fields),
        "understood": asdict(understood),
        **held,
    }
    return _job(connection.execute(insert(imports).values(new).returning(imports)).one())


def writing(connection: Connection, person: int) -> bool:
    """Whether one of this person's is being written."""
    mine = (imports.c.person == person) & (imports.c.state == ImportState.WRITING)
    return connection.execute(select(imports.c.id).where(mine)).first() is not None


def job(connection: Connection, number: int) -> Job | None:
    """One import, whoever sent it."""
    row = connection.execute(select(imports).where(imports.c.id == number)).first()
    return None if row is None else _job(row)


def one(connection: Connection, number: int) -> Import | None:
    """One import as its sender sees it, whoever that is."""
    row = connection.execute(select(imports).where(imports.c.id == number)).first()
    return None if row is None else import_of(row)


def waits(connection: Connection, now: datetime) -> bool:
    """Whether anything is to be worked at now."""
    if connection.execute(_NEXT, {"now": now}).first() is not None:
        return True
    waiting = select(import_files.c.id).where(import_files.c.state == WAITING).limit(1)
    return connection.execute(waiting).first() is not None


def claim(connection: Connection, now: datetime) -> Job | None:
    """The next one to work at, held for a while; None when nothing waits or another process was quicker."""
    row = connection.execute(_NEXT, {"now": now}).first()
    if row is None:
        return None
    held = update(imports).where(imports.c.id == row.id, imports.c.next_at == row.next_at)
    taken = connection.execute(held.values(next_at=now + LEASE, attempts=imports.c.attempts + 1)).rowcount
    return replace(_job(row), attempts=row.attempts + 1, next_at=now + LEASE) if taken else None


def later(connection: Connection, number: int, at: datetime) -> None:
    """Work at it again then."""
    connection.execute(update(imports).where(imports.c.id == number).values(next_at=at))


def release(connection: Connection, now: datetime) -> None:
    """Of a process that stands alone: what it held when it was killed is worked at again at once. The command line holds its own."""
    held = imports.c.person.is_not(None) & imports.c.state.in_(_WORK) & (imports.c.next_at > now)
    connection.execute(update(imports).where(held).values(next_at=now))


def actor_of(connection: Connection, job: Job) -> Actor | None:
    """Who sent it, in the seat from which they did; None when they have that seat, or the right, no more."""
    if job.person is None or job.seat is None:
        return None
    actor = people.actor_of(connection, job.person)
    seats = [seat for _, seat, _ in people.seats_of(connection, job.person)]
    now = replace(actor, seat=job.seat)
    return now if actor.consented and job.seat in seats and now.may(Right.IMPORT) else None


# --- what became of it ------------------------------------------------------------------------------------------------


def kept(connection: Connection, number: int, path: str, sha256: str) -> None:
    """The file is on disk."""
    connection.execute(update(imports).where(imports.c.id == number).values(path=path, sha256=sha256))


def judged(
    connection: Connection,
    number: int,
    understood: Understood,
    fields: Mapping[str, str],
    *,
    remembered: bool,
) -> bool:
    """It is read: nothing is written before somebody says so. False: it was dropped meanwhile."""
    values = {
        "state": ImportState.READY,
        "reason": "",
        "understood": asdict(understood),
        "fields": dict(fields),
        "remembered": remembered,
        "attempts": 0,
    }
    return _move(connection, number, {ImportState.READING}, values)


def refuse(
    connection: Connection, number: int, reason: str, understood: Understood | None, now: datetime
) -> bool:
    """The file as a whole cannot be used."""
    values: dict[str, Any] = {"state": ImportState.REFUSED, "reason": reason, "ended_at": now}
    if understood is not None:
        values["understood"] = asdict(understood)
    return _move(connection, number, {ImportState.READING}, values)


def again(connection: Connection, number: int, fields: Mapping[str, str] | None, now: datetime) -> bool:
    """Judge it again, with other columns perhaps. False: it has gone on."""
    values: dict[str, Any] = {"state": ImportState.READING, "next_at": now, "attempts": 0, "ended_at": None}
    if fields is not None:
        values["fields"] = dict(fields)
    return _move(connection, number, {ImportState.READY, ImportState.REFUSED}, values)


def begin(connection: Connection, number: int, now: datetime) -> bool:
    """Write it. False: it was begun, dropped or sent to be judged again by somebody quicker."""
    values = {"state": ImportState.WRITING, "next_at": now, "attempts": 0, "done": 0, "total": 0}
    return _move(connection, number, {ImportState.READY}, values)


def drop(connection: Connection, number: int, now: datetime) -> bool:
    """It will not be written."""
    values = {"state": ImportState.DROPPED, "ended_at": now}
    return _move(connection, number, {ImportState.READING, ImportState.READY, ImportState.REFUSED}, values)


def advance(
    connection: Connection, number: int, before: int, after: int, total: int, saved: Saved, now: datetime
) -> bool:
    """Rows `before` to `after` are written with this transaction. False: another process has written them."""
    here = (imports.c.id == number) & (imports.c.state == ImportState.WRITING) & (imports.c.done == before)
    values = {
        "done": after,
        "total": total,
        "new": imports.c.new + saved.new,
        "changed": imports.c.changed + saved.changed,
        "same": imports.c.same + saved.same,
        "next_at": now + LEASE,
        "attempts": 0,
    }
    return connection.execute(update(imports).where(here).values(values)).rowcount == 1


def end(
    connection: Connection, number: int, state: ImportState, reason: str, now: datetime
) -> Row[Any] | None:
    """Writing has come to its end; the row as it stands then, None when another process was quicker."""
    values = {"state": state, "reason": reason, "ended_at": now}
    if not _move(connection, number, {ImportState.WRITING}, values):
        return None
    return connection.execute(select(imports).where(imports.c.id == number)).one()


def dropped(connection: Connection) -> Sequence[str]:
    """Where the files of lists lie that will not be used, the last ones."""
    gone = (imports.c.state == ImportState.DROPPED) & imports.c.path.is_not(None)
    found = select(imports.c.path).where(gone).order_by(imports.c.id.desc()).limit(LATELY)
    return list(connection.execute(found).scalars())


def _move(connection: Connection, number: int, states: set[ImportState], values: Mapping[str, Any]) -> bool:
    here = update(imports).where(imports.c.id == number, imports.c.state.in_(states))
    return connection.execute(here.values(values)).rowcount == 1


# --- what columns mean ------------------------------------------------------------------------------------------------


def place_of(area: int | None) -> str:
    """Whose lists are remembered together."""
    return "district" if area is None else f"area:{area}"


def remembered(connection: Connection, area: int | None, headings: str) -> Mapping[str, str]:
    """What columns of a list with these headings were said to mean here."""
    here = (import_fields.c.place == place_of(area)) & (import_fields.c.headings == headings)
    return connection.execute(select(import_fields.c.fields).where(here)).scalar_one_or_none() or {}


def remember(
    connection: Connection,
    area: int | None,
    headings: str,
    fields: Mapping[str, str],
    person: int | None,
    now: datetime,
) -> None:
    """From now on they mean this here."""
    row = {"place": place_of(area), "headings": headings, "fields": dict(fields), "person": person, "at": now}
    _REMEMBER.run(connection, row)


# --- files that somebody waits for ------------------------------------------------------------------------------------


def ask_file(connection: Connection, person: int, import_: int | None, now: datetime) -> int | None:
    """Enter a wish; None while another one of the same person waits."""
    mine = (import_files.c.person == person) & (import_files.c.state == WAITING)
    if connection.execute(select(import_files.c.id).where(mine)).first() is not None:
        return None
    row = {"person": person, "list": import_, "asked_at": now, "state": WAITING}
    return int(connection.execute(insert(import_files).returning(import_files.c.id), row).scalar_one())


def wanted(connection: Connection) -> Sequence[Wanted]:
    """Files that are not made yet, the oldest first."""
    found = select(import_files).where(import_files.c.state == WAITING).order_by(import_files.c.id).limit(2)
    return [Wanted(row.id, row.person, row.list, row.asked_at) for row in connection.execute(found)]


def settle_file(connection: Connection, wanted: Wanted, state: str, now: datetime) -> bool:
    """It is made, or will not be. False: another process was quicker."""
    mine = update(import_files).where(import_files.c.id == wanted.id, import_files.c.state == WAITING)
    return connection.execute(mine.values(state=state, ended_at=now)).rowcount == 1


# --- rows as values ---------------------------------------------------------------------------------------------------


def _job(row: Row[Any]) -> Job:
    seat = None if row.role is None else Seat(row.role, None, row.area)
    return Job(
        row.id, row.person, seat, row.name, row.file, row.size, row.sent_at, row.state, row.attempts,
        row.path, row.sha256, row.fields or {}, row.done, row.total, row.next_at,
    )  # fmt: skip


def import_of(row: Row[Any]) -> Import:
    """As its sender sees it."""
    understood = understood_of(row.understood or {})
    if row.state in {ImportState.WRITING, ImportState.WRITTEN, ImportState.STOPPED}:
        understood = replace(understood, new=row.new, changed=row.changed, same=row.same)
    return Import(
        row.id, row.name, row.sent_at, row.state, understood, row.reason, row.done, row.total, row.remembered
    )


def understood_of(kept: Mapping[str, Any]) -> Understood:
    """Read what `judged` wrote."""
    plain = {name: value for name, value in kept.items() if name not in {"headings", "faults", "notes"}}
    headings = [Heading(one["label"], one["field"], How(one["how"])) for one in kept.get("headings", ())]
    faults = [Fault(**one) for one in kept.get("faults", ())]
    return Understood(
        **plain, headings=headings, faults=faults, notes=[Note(**one) for one in kept.get("notes", ())]
    )
