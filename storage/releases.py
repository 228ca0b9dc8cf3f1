"""Releases of all content together: which one is served, its files, which came before. What they say is not read here.

Every process of a deployment serves the newest release, from here and not from its own disk.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, func, insert, select, text, update

from checklists.bundle import Bundle
from checklists.catalogue import Catalogue
from storage import content, duties
from storage.prepared import Prepared
from storage.processes import DEAD_AFTER
from storage.tables.checks import checks
from storage.tables.content import releases
from storage.tables.post import processes

LOCK = 7_302_741_906  # any number: who releases holds it alone, who works with a release shares it

_NEWEST = Prepared(select(func.max(releases.c.id).label("number")))
_FILES = select(releases.c.files).where(releases.c.id == bindparam("number"))
_FINGERPRINT = select(releases.c.fingerprint).where(releases.c.id == bindparam("number"))
_KNOWN = select(func.count()).where(releases.c.fingerprint == bindparam("fingerprint"))


@dataclass(frozen=True, slots=True)
class Serving:
    """A process that lives, and the release it serves."""

    process: str
    release: int | None


def newest(connection: Connection) -> int | None:
    """The number of the newest release; None when there is none yet."""
    number: int | None = _NEWEST.scalar(connection, {})
    return number


def fingerprint_of(connection: Connection, number: int) -> str:
    return str(connection.execute(_FINGERPRINT, {"number": number}).scalar_one())


def bundle_of(connection: Connection, number: int) -> Bundle:
    """The files of a release."""
    files: Mapping[str, str] = connection.execute(_FILES, {"number": number}).scalar_one()
    return Bundle(files)


def known(connection: Connection, bundle: Bundle) -> bool:
    """Whether this was released before, now or at some time."""
    return bool(connection.execute(_KNOWN, {"fingerprint": bundle.fingerprint}).scalar_one())


def release(connection: Connection, bundle: Bundle, catalogue: Catalogue, now: datetime) -> int:
    """Make this the newest release: its files, the text of every form, who owes what by it. Its number.

    The caller holds the releases alone.
    """
    row = {"fingerprint": bundle.fingerprint, "files": dict(bundle.files), "released_at": now}
    number = int(connection.execute(insert(releases).returning(releases.c.id), row).scalar_one())
    content.publish(connection, catalogue, now)
    return number


def open_drafts(connection: Connection, catalogue: Catalogue) -> int:
    """Self-checks begun and not submitted whose form has a newer version now."""
    forms = {form.fingerprint for form in catalogue.checklists.values()}
    old = (
        checks.c.submitted_at.is_(None),
        checks.c.checklist.in_(catalogue.checklists),
        checks.c.form.not_in(forms),
    )
    return int(connection.execute(select(func.count()).select_from(checks).where(*old)).scalar_one())


def refresh_duties(connection: Connection, catalogue: Catalogue, number: int | None, now: datetime) -> bool:
    """Work out the duties that are marked, unless this is not the newest release any more. Whether it is."""
    hold(connection, alone=False)
    current = number == newest(connection)
    if current:
        duties.refresh(connection, catalogue, now)
    return current


def serve(connection: Connection, process: str, number: int | None) -> None:
    """Note which release a process serves."""
    mine = processes.c.name == process
    connection.execute(update(processes).where(mine).values(release=number))


def serving(connection: Connection, now: datetime) -> Sequence[Serving]:
    """The processes that live, with what they serve."""
    living = select(processes.c.name, processes.c.release).where(processes.c.beat_at > now - DEAD_AFTER)
    return [Serving(name, number) for name, number in connection.execute(living.order_by(processes.c.name))]


def hold(connection: Connection, *, alone: bool) -> None:
    """Until the transaction ends nobody else makes a release; `alone`: nor works by one. On SQLite who writes is alone anyway."""
    if connection.dialect.name == "postgresql":
        kind = "" if alone else "_shared"
        connection.execute(text(f"SELECT pg_advisory_xact_lock{kind}(:lock)"), {"lock": LOCK})
