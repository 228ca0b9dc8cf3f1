"""Exports that were asked for: which are still to be made, for whom, and what became of them. Their rows: exporting.py."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update

from safety.events_exports import ExportAsked
from safety.exported import Exported, FileForm
from safety.people import Actor, Seat
from storage import people
from storage.tables.exports import exports

WAITING, HELD, MADE, DROPPED = "waiting", "held", "made", "dropped"
_WAITING = select(exports).where(exports.c.state == "waiting").order_by(exports.c.id).limit(bindparam("most"))


@dataclass(frozen=True, slots=True)
class Export:
    """A table that somebody waits for, from the seat in which they asked for it."""

    id: int
    person: int
    seat: Seat
    sieve: Mapping[str, Any]
    asked_at: datetime
    what: Exported = Exported.HAZARDS
    form: FileForm = FileForm.XLSX


def ask(
    connection: Connection, actor: Actor, seat: Seat, event: ExportAsked, now: datetime, *, held: bool = False
) -> int | None:
    """Enter one; `held` until a second person has approved it. None while another one of the same person waits."""
    mine = (exports.c.person == actor.person) & exports.c.state.in_((WAITING, HELD))
    if connection.execute(select(exports.c.id).where(mine)).first() is not None:
        return None
    row = {
        "person": actor.person,
        "role": seat.role,
        "enterprise": seat.enterprise,
        "area": seat.area,
        "sieve": dict(event.sieve),
        "what": Exported(event.what).value,
        "form": FileForm(event.form).value,
        "asked_at": now,
        "state": HELD if held else WAITING,
    }
    return int(connection.execute(insert(exports).returning(exports.c.id), row).scalar_one())


def waiting(connection: Connection, most: int) -> Sequence[Export]:
    """The oldest that are not made yet."""
    rows = connection.execute(_WAITING, {"most": most})
    return [
        Export(
            row.id,
            row.person,
            Seat(row.role, row.enterprise, row.area),
            row.sieve,
            row.asked_at,
            Exported(row.what),
            FileForm(row.form),
        )
        for row in rows
    ]


def actor_of(connection: Connection, export: Export) -> Actor | None:
    """Who waits for it, in the seat from which it was asked for; None when they have that seat no more."""
    actor = people.actor_of(connection, export.person)
    seats = [seat for _, seat, _ in people.seats_of(connection, export.person)]
    same = next((seat for seat in seats if seat == export.seat), None)
    return replace(actor, seat=same) if actor.consented and same is not None else None


def keep(connection: Connection, export: Export, rows: int, path: str, sha256: str, now: datetime) -> bool:
    """It is made. False: another process was quicker, or it was dropped."""
    values = {"state": MADE, "rows": rows, "path": path, "sha256": sha256, "ended_at": now}
    return _end(connection, export, values)


def content_of(connection: Connection, number: int) -> str:
    """What the rows of an export are."""
    found = select(exports.c.what).where(exports.c.id == number)
    return connection.execute(found).scalar_one_or_none() or ""


def release(connection: Connection, number: int, now: datetime, *, made: bool) -> None:
    """What was held is made now, or given up."""
    values = {"state": WAITING} if made else {"state": DROPPED, "ended_at": now}
    held = update(exports).where(exports.c.id == number, exports.c.state == HELD)
    connection.execute(held.values(values))


def drop(connection: Connection, export: Export, now: datetime) -> bool:
    """It will not be made. False: it has ended already."""
    return _end(connection, export, {"state": DROPPED, "ended_at": now})


def _end(connection: Connection, export: Export, values: Mapping[str, Any]) -> bool:
    mine = update(exports).where(exports.c.id == export.id, exports.c.state == WAITING)
    return connection.execute(mine.values(values)).rowcount == 1
