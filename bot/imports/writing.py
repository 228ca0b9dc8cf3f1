"""Writes a list that was confirmed, portion by portion, each a short transaction that also says how far it has come.

Answers of people go in between. What is interrupted goes on where it stopped: the file is read again, rows that are
written already change nothing.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection

from bot.imports.judging import Limit, Towns, resolve
from bot.imports.reading import Reading
from checklists.catalogue import Catalogue
from safety.events_imports import ImportEnded
from safety.imports import ImportState
from storage import bringing, duties, enterprises, imports, people, places
from storage.bringing import Saved
from storage.imports import Job
from storage.record import record

PORTION = 100  # rows of one transaction: well under a tenth of a second of the write lock
SOURCE = "import"


@dataclass(frozen=True, slots=True)
class Written:
    """What one portion came to: rows that are dealt with now, and what it changed."""

    done: int
    saved: Saved


@dataclass(frozen=True, slots=True)
class Script:
    """What is written: the rows of one import within its limit, in whose name."""

    number: int
    reading: Reading
    limit: Limit
    catalogue: Catalogue
    person: int | None = None

    @property
    def total(self) -> int:
        """How many rows can be written."""
        return len(self.reading.drafted)


def portion(connection: Connection, script: Script, done: int, now: datetime) -> Written:
    """Write the next rows after the first `done`. Their refusals were told before; the ledger may have changed since."""
    some = script.reading.drafted[done : done + PORTION]
    resolved = resolve(connection, some, script.limit, Towns.known(connection))
    found = bringing.differences(connection, resolved.entries, resolved.known)
    saved = bringing.write(connection, found, now, SOURCE, script.person)
    after = done + len(some)
    if not imports.advance(connection, script.number, done, after, script.total, saved, now):
        raise Overtaken
    duties.refresh(connection, script.catalogue, now, portions=1)
    return Written(after, saved)


class Overtaken(Exception):  # noqa: N818 - what has happened
    """Another process has written these rows, or the import was ended: this transaction must not count."""


def finish(connection: Connection, job: Job, script: Script | None, now: datetime, stopped: str = "") -> bool:
    """Write down that it is over. False: another process was quicker."""
    state = ImportState.STOPPED if stopped else ImportState.WRITTEN
    row = imports.end(connection, job.id, state, stopped, now)
    if row is None:
        return False
    if script is not None and not stopped and script.limit.area is None:
        _name_district(connection, script.reading.district)
    if job.person is not None:
        actor = replace(people.actor_of(connection, job.person), seat=job.seat)
        bad = (row.understood or {}).get("bad", 0)
        event = ImportEnded(
            job.id, row.done, row.total, row.new, row.changed, row.same, bad, row.sha256 or "", stopped
        )
        record(connection, actor, [event], now, None)
    return True


def _name_district(connection: Connection, district: str) -> None:
    if district and not places.area_name(connection, None):
        enterprises.name_district(connection, district)
