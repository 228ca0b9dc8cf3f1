"""Files of records: the A4 page of signed statistics, one's own data, the audit, the archive for a platform above; each once, to who may have it."""

import asyncio
import io
import zipfile
from pathlib import Path
from typing import Any

import orjson
import pypdfium2
import pytest
from openpyxl import load_workbook
from sqlalchemy import Connection, select

from bot.exports.rounds import ExportRounds
from bot.papers.layout import laid_out
from bot.papers.words import sheet_of
from bot.shelf import Shelf
from bot.turn import House
from checklists.catalogue import Catalogue
from dialogs.texts import Texts
from safety.audits import AuditSieve, Personal
from safety.errors import Refusal
from safety.events_audit import PersonalDataRead
from safety.events_exports import ExportAsked
from safety.exported import Exported, FileForm
from storage import papers
from storage.database import Database
from storage.tables.post import outbox
from storage.tables.statistics import statistic_papers
from tests import cast as casting
from tests.cast import ALICE, BOB, DONG, TANG, Cast, Speaker
from tests.storage.test_statistics import Q3, scattered, signing

TEXTS = Texts.load(strict=True)


@pytest.fixture
def cast(sqlite_database: Database, catalogue: Catalogue) -> Cast:
    return casting.seat(sqlite_database, catalogue)


class Office:
    """The rounds of one process."""

    def __init__(self, cast: Cast, folder: Path) -> None:
        self.cast, self.folder = cast, folder
        clock = type("Clock", (), {"now": lambda _self: cast.now})()
        house = House(cast.catalogue, TEXTS, clock, 1, "test")
        self.rounds = ExportRounds(self, cast.database, house, Shelf(folder), lambda: None)  # type: ignore[arg-type]

    async def run(self, job: Any, _name: str) -> Any:
        with self.cast.database.writing() as connection:
            return job(connection)

    def made(self, speaker: Speaker, event: ExportAsked) -> bytes:
        """Ask, make, and read what was sent to them."""
        with self.cast.database.writing() as connection:
            self.cast.does(connection, speaker, event)
        asyncio.run(self.rounds._work())
        with self.cast.database.reading() as connection:
            sent = select(outbox).where(outbox.c.key.startswith("export:"), outbox.c.chat == speaker.id)
            row = connection.execute(sent.order_by(outbox.c.id.desc())).first()
        assert row is not None
        return (self.folder / "media" / row.media).read_bytes()


def cells(document: bytes) -> list[list[str]]:
    rows = load_workbook(io.BytesIO(document)).worksheets[0].iter_rows(values_only=True)
    return [[str(cell or "") for cell in row] for row in rows]


def test_signed_statistics_become_a_page_once(cast: Cast) -> None:
    fix = {"general_found": {"value": 999, "reason": "线下另有记录"}}
    with cast.database.writing() as connection:
        scattered(cast, connection, 30, seed=3)
        cast.does(connection, BOB, signing(cast, connection, corrections=fix))
        (waiting,) = papers.waiting_statistics(connection, 5)
        document = laid_out(sheet_of(waiting, TEXTS))
        assert papers.keep(connection, waiting, "a.pdf", "0" * 64, cast.now)
        assert not papers.keep(connection, waiting, "b.pdf", "0" * 64, cast.now)
        assert papers.waiting_statistics(connection, 5) == []
        assert connection.execute(select(statistic_papers.c.path)).scalars().all() == ["a.pdf"]
    page = pypdfium2.PdfDocument(document)
    text = "".join(one.get_textpage().get_text_range() for one in page)
    assert len(page) == 1
    for said in ("统计表", "东风面馆", "2026年第3季度", "999", "线下另有记录", BOB.name, "TJ-2026-000001"):
        assert said in text.replace("\r\n", ""), said
    assert BOB.phone not in text


def test_everybody_gets_their_own_data_and_nobody_elses(cast: Cast, tmp_path: Path) -> None:
    document = Office(cast, tmp_path).made(ALICE, ExportAsked({}, 1, Exported.PERSONAL))
    whole = str(cells(document))
    assert ALICE.name in whole
    assert ALICE.phone in whole
    assert BOB.name not in whole
    assert BOB.phone not in whole


def test_the_audit_is_a_table_for_the_district_alone(cast: Cast, tmp_path: Path) -> None:
    with cast.database.writing() as connection:
        alice = cast.actor(connection, ALICE).person
        cast.does(connection, TANG, PersonalDataRead(Personal.PHONE, (f"person/{alice}",), "reach/card"))
    event = ExportAsked(AuditSieve(reader=TANG.name).plain(), 1, Exported.AUDIT)
    for other in (TANG, BOB):
        with pytest.raises(Refusal, match="not-allowed"), cast.database.writing() as connection:
            cast.does(connection, other, event)
    rows = cells(Office(cast, tmp_path).made(DONG, event))
    assert len(rows) == 2
    assert TANG.name in rows[1]
    assert ALICE.name in rows[1]


def wanted(quarter: str) -> ExportAsked:
    return ExportAsked({"quarter": quarter}, 2, Exported.SEND_UP, FileForm.ZIP)


def test_the_archive_for_a_platform_is_the_districts(cast: Cast, tmp_path: Path) -> None:
    with cast.database.writing() as connection:
        scattered(cast, connection, 30, seed=9)
    with pytest.raises(Refusal, match="not-allowed"), cast.database.writing() as connection:
        cast.does(connection, TANG, wanted(Q3))
    document = Office(cast, tmp_path).made(DONG, wanted(Q3))
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        package = orjson.loads(archive.read("send-up.json"))
    assert (package["quarter"], package["rows"]["enterprises"]) == (Q3, 2)


def asked_for(connection: Connection) -> list[str]:
    return list(connection.execute(select(outbox.c.body).where(outbox.c.key.startswith("export:"))).scalars())


def test_a_quarter_that_is_none_is_not_made(cast: Cast, tmp_path: Path) -> None:
    office = Office(cast, tmp_path)
    with cast.database.writing() as connection:
        cast.does(connection, DONG, wanted("2030-Q1"))
    asyncio.run(office.rounds._work())
    with cast.database.writing() as connection:
        assert len(asked_for(connection)) == 1
        assert "sendDocument" not in str(connection.execute(select(outbox.c.method)).scalars().all())
