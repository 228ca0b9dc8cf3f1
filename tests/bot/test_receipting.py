"""Receipt files leave as documents: at once when a head covers them, else after the next one; a changed record has none."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select, text

from bot import keys
from bot.sandbox.clock import MovableClock
from checklists.catalogue import Catalogue
from safety.events import CheckSubmitted
from safety.events_seals import ReceiptAsked
from safety.seals import receipts
from storage.database import Database
from storage.tables.post import due, outbox
from storage.tables.seals import seals
from tests.bot.test_sealing import Office, planned
from tests.bot.world import world
from tests.cast import ALICE, START, Cast
from tests.phone import Hands
from tests.tampering import unguard

NUMBER = "ZC-2026-000001"
NIGHT = datetime(2026, 11, 23, 16, 7, tzinfo=UTC)


@pytest.fixture
def office(cast: Cast, tmp_path: Path) -> Office:
    form = next(iter(cast.catalogue.checklists))
    with cast.database.writing() as connection:
        cast.does(connection, ALICE, cast.begun(form), CheckSubmitted(cast.key(form), 67, 2, 3, 1))
    found = Office(cast, tmp_path, Hands(START))
    found.tick()
    with cast.database.writing() as connection:
        cast.does(connection, ALICE, ReceiptAsked(NUMBER))
    return found


def letters(office: Office) -> list[tuple[str, str | None]]:
    with office.cast.database.reading() as connection:
        found = select(outbox.c.method, outbox.c.media).where(outbox.c.key.startswith("receipt:"))
        return [(row.method, row.media) for row in connection.execute(found)]


def waiting(office: Office) -> list[datetime]:
    with office.cast.database.reading() as connection:
        found = connection.execute(select(due.c.due_at).where(due.c.kind == "receipt"))
        return list(found.scalars())


def test_a_file_waits_for_the_head_and_then_proves_the_receipt(office: Office) -> None:
    office.tick()
    assert letters(office) == []
    assert waiting(office) == [datetime(2026, 11, 23, 16, 6, tzinfo=UTC)]
    office.clock.time = NIGHT
    office.tick()
    assert letters(office) == [("sendDocument", f"receipts/{NUMBER}.json")]
    assert waiting(office) == []
    made = receipts.read((office.folder / "media" / "receipts" / f"{NUMBER}.json").read_bytes())
    public = keys.load_or_make(office.folder / "seal.key").public
    assert receipts.wrong(made, {public}, keys.checks) is None


def test_it_can_be_asked_for_again(office: Office) -> None:
    office.clock.time = NIGHT
    office.tick()
    office.cast.passes(days=1)
    with office.cast.database.writing() as connection:
        office.cast.does(connection, ALICE, ReceiptAsked(NUMBER))
    office.clock.pass_(days=1)
    office.tick()
    assert len(letters(office)) == 2


def test_of_a_changed_record_there_is_no_file_and_that_is_said(office: Office) -> None:
    office.clock.time = NIGHT
    with office.cast.database.writing() as connection:
        unguard(connection)
        connection.execute(text("UPDATE submissions SET score = 100"))
    office.tick()
    assert letters(office) == [("sendMessage", None)]
    assert waiting(office) == []


def test_it_arrives_in_the_chat(sqlite_database: Database, catalogue: Catalogue, tmp_path: Path) -> None:
    async def go() -> None:
        async with world(sqlite_database, catalogue, tmp_path) as one:
            assert isinstance(one.sandbox.clock, MovableClock)
            form = next(iter(catalogue.checklists))
            with sqlite_database.writing() as connection:
                check = CheckSubmitted(one.cast.key(form), 67, 2, 3, 1)
                one.cast.does(connection, ALICE, one.cast.begun(form), check)
            one.hands.start(ALICE.id)
            await one.until(lambda: sealed(sqlite_database), "sealed")
            await one.until(lambda: planned(sqlite_database), "planned")
            one.sandbox.clock.move_to(NIGHT)
            await one.until(lambda: any((tmp_path / "heads").glob("*.json")), "head")
            one.hands.write(ALICE.id, f"/verify {NUMBER}")
            await one.until(lambda: "没有改动" in one.sees(ALICE.id), "card")
            one.tap(ALICE.id, "回执文件")
            await one.until(lambda: any("document" in m.body for m in one.bot_messages(ALICE.id)), "file")
            (sent,) = [m.body["document"] for m in one.bot_messages(ALICE.id) if "document" in m.body]
            assert sent["file_name"] == f"{NUMBER}.json"
            assert sent["mime_type"] == "application/json"

    asyncio.run(go())


def sealed(database: Database) -> bool:
    with database.reading() as connection:
        return bool(connection.execute(select(seals.c.entry).limit(1)).first())
