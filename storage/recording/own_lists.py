"""Writes down lists of an enterprise's own: what is confirmed becomes the events that typing each entry would have been."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from sqlalchemy import Row, insert, select, update

from checklists.certificates import Family
from safety.errors import Refusal
from safety.events import Event
from safety.events_own_lists import (
    OwnListConfirmed,
    OwnListDropped,
    OwnListPapers,
    OwnListRowsAsked,
    OwnListSent,
)
from safety.events_staff import CertificateAdded, WorkerAdded
from safety.events_supplies import SupplyAdded, SupplyCounted, SupplyDated
from safety.own_lists import OwnListKind, OwnListState
from storage import own_lists, staff
from storage.recording.supplies import kept_depot
from storage.recording.turn import Turn, Written
from storage.supplies import things
from storage.tables.certificates import certificates
from storage.tables.own_lists import own_lists as table

LONGEST_NAME = 200


def own_list_sent(turn: Turn, event: OwnListSent) -> Written:
    """Fetched and read by the clock. Refusal for who keeps no such list, or not this depot. One before it gives way."""
    seat = turn.actor.seat
    if seat is None or not turn.actor.may(own_lists.RIGHTS[event.what]):
        raise Refusal("not-allowed")
    if event.what is OwnListKind.SUPPLIES:
        kept_depot(turn, event.depot or 0)
    mine = (table.c.person == turn.actor.person) & table.c.state.in_(
        (OwnListState.READING, OwnListState.READY)
    )
    gone = {"state": OwnListState.DROPPED, "entries": None, "bad": None, "ended_at": turn.now}
    turn.connection.execute(update(table).where(mine).values(gone))
    row = {
        "kind": event.what,
        "enterprise": seat.enterprise,
        "depot": event.depot if event.what is OwnListKind.SUPPLIES else None,
        "person": turn.actor.person,
        "name": event.name[:LONGEST_NAME],
        "file": event.file,
        "size": event.size,
        "sent_at": turn.now,
        "state": OwnListState.READING,
        "next_at": turn.now,
    }
    number = turn.connection.execute(insert(table).values(row).returning(table.c.id)).scalar_one()
    return Written(_subject(number), {"list": number, "name": None, "file": None, "unique": None})


def own_list_confirmed(turn: Turn, event: OwnListConfirmed) -> Written:
    """Once. Refusal when it was counted anew since, is over, or is not the actor's from this seat."""
    row = _mine(turn, event.number)
    if row.state is not OwnListState.READY or row.good != event.good or not row.entries:
        raise Refusal("ownlist-changed")
    _end(turn, row.id, OwnListState.DONE)
    also = _people(turn, row) if row.kind is OwnListKind.STAFF else _supplies(turn, row)
    return Written(_subject(row.id), {"list": row.id}, also=tuple(also))


def _people(turn: Turn, row: Row[Any]) -> Iterator[Event]:
    """Who is not in the roster by this name yet, then everybody's papers."""
    here = {one.name for one in staff.of(turn.connection, row.enterprise)}
    for one in row.entries:
        if one["name"] not in here:
            here.add(one["name"])
            yield WorkerAdded(one["name"], one["post"], date.fromisoformat(one["since"]), one["fresh"])
    yield OwnListPapers(row.id)


def own_list_papers(turn: Turn, event: OwnListPapers) -> Written:
    """Papers that nobody has entered yet, for people whose name stands in the roster once. What was read goes."""
    row = _mine(turn, event.number)
    entries = row.entries or ()
    _forget(turn, row.id)
    return Written(_subject(row.id), also=tuple(_papers(turn, row, entries)))


def _papers(turn: Turn, row: Row[Any], entries: Any) -> Iterator[Event]:
    by_name: dict[str, list[int]] = {}
    for worker in staff.of(turn.connection, row.enterprise):
        by_name.setdefault(worker.name, []).append(worker.id)
    held = {
        (one.worker, one.kind, one.number): one.id
        for one in turn.connection.execute(
            select(certificates.c.id, certificates.c.worker, certificates.c.kind, certificates.c.number)
            .where(certificates.c.enterprise == row.enterprise)
            .where(certificates.c.worker.is_not(None))
        )
    }
    for entry in entries:
        numbers = by_name.get(entry["name"], [])
        for paper in entry["papers"] if len(numbers) == 1 else ():
            if (numbers[0], paper["kind"], paper["number"]) not in held:
                yield _paper(numbers[0], paper)


def _paper(worker: int, paper: Mapping[str, Any]) -> CertificateAdded:
    issued, valid_to, review = (
        date.fromisoformat(paper[name]) if paper[name] else None for name in ("issued", "valid_to", "review")
    )
    family = Family(paper["family"])
    return CertificateAdded(worker, paper["kind"], family, paper["number"], issued, valid_to, review)


def _supplies(turn: Turn, row: Row[Any]) -> Iterator[Event]:
    """A thing that the depot has by this name is counted and dated; what is new is added. What was read goes."""
    _forget(turn, row.id)
    lying = {one.name: one for one in things(turn.connection, row.depot)}
    for one in row.entries:
        until = date.fromisoformat(one["until"]) if one["until"] else None
        known = lying.get(one["name"])
        if known is None:
            yield SupplyAdded(row.depot, one["name"], one["unit"], one["quantity"], until)
            continue
        if known.quantity != one["quantity"]:
            yield SupplyCounted(known.id, one["quantity"])
        if until is not None and known.expires != until:
            yield SupplyDated(known.id, until)


def own_list_dropped(turn: Turn, event: OwnListDropped) -> Written:
    """Nothing was written, and nothing is kept of it."""
    row = _mine(turn, event.number)
    if row.state is OwnListState.DONE:
        raise Refusal("ownlist-changed")
    _end(turn, row.id, OwnListState.DROPPED)
    _forget(turn, row.id, bad=True)
    return Written(_subject(row.id))


def own_list_rows_asked(turn: Turn, event: OwnListRowsAsked) -> Written:
    """The clock makes the file."""
    row = _mine(turn, event.number)
    if not row.bad:
        raise Refusal("ownlist-changed")
    turn.connection.execute(update(table).where(table.c.id == row.id).values(wanted=True))
    return Written(_subject(row.id))


def _end(turn: Turn, number: int, state: OwnListState) -> None:
    turn.connection.execute(update(table).where(table.c.id == number).values(state=state, ended_at=turn.now))


def _forget(turn: Turn, number: int, *, bad: bool = False) -> None:
    gone = {"entries": None} | ({"bad": None, "wanted": False} if bad else {})
    turn.connection.execute(update(table).where(table.c.id == number).values(gone))


def _mine(turn: Turn, number: int) -> Row[Any]:
    """The actor's own list, held until the end of the transaction. Refusal for any other."""
    found = select(table).where(table.c.id == number).with_for_update()
    row = turn.connection.execute(found).one_or_none()
    if row is None or not own_lists.theirs(turn.actor, row):
        raise Refusal("ownlist-gone")
    return row


def _subject(number: int) -> str:
    return f"ownlist/{number}"
