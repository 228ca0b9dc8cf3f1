"""The report of an inspection: text that can be selected, photos, the confirmation of both sides; printed once, sent to both."""

import asyncio
import contextlib
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PIL import Image
from sqlalchemy import select

from bot.papers.report import Report
from bot.papers.report_layout import laid_out
from bot.shelf import Shelf
from bot.turn import House
from bot.visit_papers import VisitPapers, report_of
from checklists.catalogue import Catalogue
from checklists.load import load_catalogue
from dialogs.render import Texts
from safety.hazard_ledger import HazardState
from safety.visits import VisitState
from storage import coverage
from storage.tables.inspections import coverings, inspection_papers, inspections
from storage.tables.ledger import hazards
from storage.tables.post import outbox
from storage.visits import papers
from tests.bot.test_turn import phone
from tests.bot.test_visiting import begun, comes_back, walks
from tests.cast import ALICE, BOB, DONG, TANG, Cast
from tests.phone import Exchange


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    return load_catalogue()


@pytest.fixture
def exchange(cast: Cast, shipped: Catalogue) -> Exchange:
    cast.catalogue = shipped
    return Exchange(cast.database, shipped, Texts.load(strict=True))


def ended(exchange: Exchange) -> None:
    tang, _dong = begun(exchange)
    walks(tang)
    comes_back(tang)
    tang.says("线路也老化了")
    tang.taps_on("结束检查")
    tang.taps_on("2")
    alice = phone(exchange, ALICE)
    alice.taps_on("打开检查")
    alice.taps_on("确认属实")


def text_of(document: bytes) -> str:
    pages = pypdfium2.PdfDocument(document)
    return re.sub(r"\s", "", "".join(page.get_textpage().get_text_range() for page in pages))


def test_it_waits_for_photos_says_everything_and_goes_to_both_sides(
    exchange: Exchange, tmp_path: Path
) -> None:
    ended(exchange)
    with exchange.database.writing() as connection:
        now = exchange.clock.now()
        assert papers.waiting(connection, exchange.catalogue, now, 5) == []  # its photo is on its way
        exchange.clock.pass_(minutes=11)
        (one,) = papers.waiting(connection, exchange.catalogue, exchange.clock.now(), 5)
        assert len(one.to) == len({TANG, DONG, ALICE, BOB})
        assert papers.keep(connection, one.visit.id, one.version, "papers/x.pdf", "0" * 64, now)
        assert not papers.keep(connection, one.visit.id, one.version, "papers/x.pdf", "0" * 64, now)
        assert papers.waiting(connection, exchange.catalogue, exchange.clock.now(), 5) == []
    picture = tmp_path / "a.jpg"
    Image.new("RGB", (800, 600), (200, 30, 30)).save(picture)
    found = replace(one.visit.findings[0], photos=("a.jpg", "gone.jpg"))
    visit = replace(one.visit, findings=(found,))
    report = report_of(visit, visit.number, exchange.texts, tmp_path)
    document = laid_out(Report.from_json(report.to_json()))
    said = text_of(document)
    for words in (
        *("安全生产现场检查记录", "东风面馆", "唐静、董华", "JC-2026-000001", "发现的问题（1条）"),
        *("安全出口", "前改好", "线路也老化了", "李娜代表企业确认", "消防法"),
    ):
        assert words in said, words
    assert not re.search(r"U\+|</?b>|Words", said)  # nothing of a chat, nothing of ours
    pages = pypdfium2.PdfDocument(document)
    seen = pages[0].render(scale=1).to_pil().convert("RGB")
    red = {seen.getpixel((x, y)) for x in range(60, 200, 4) for y in range(100, 800, 4)}
    assert any(isinstance(one, tuple) and one[0] > 180 and one[1] < 60 for one in red)
    assert len(document) < 300_000


# --- a process dies between the confirmation and the report -------------------------------------------------------


class Press:
    """The reports of one process, on the database of an exchange; what it writes is committed by itself."""

    def __init__(self, exchange: Exchange, folder: Path) -> None:
        self.exchange, self.woken = exchange, 0
        house = House(exchange.catalogue, exchange.texts, exchange.clock, 1, "test")
        self.papers = VisitPapers(self, house, Shelf(folder), self.wake)  # type: ignore[arg-type]  # runs as writers do

    def wake(self) -> None:
        self.woken += 1

    async def run(self, job: Any, _name: str) -> Any:
        with self.exchange.database.writing() as connection:
            return job(connection)

    def tick(self) -> None:
        asyncio.run(self.papers._work())

    def letters(self) -> list[str]:
        with self.exchange.database.reading() as connection:
            sent = select(outbox.c.key).where(outbox.c.key.startswith("visit-paper:"))
            return sorted(connection.execute(sent).scalars())

    def printed(self) -> list[tuple[int, str]]:
        with self.exchange.database.reading() as connection:
            rows = connection.execute(select(inspection_papers)).all()
        return [(row.version, row.sha256) for row in rows]


def test_killed_before_the_report_nothing_is_lost_and_nothing_comes_twice(
    exchange: Exchange, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended(exchange)
    exchange.clock.pass_(minutes=11)
    first, second = Press(exchange, tmp_path), Press(exchange, tmp_path)
    monkeypatch.setattr(first.papers, "_settle", lambda *_: (_ for _ in ()).throw(SystemExit))
    with pytest.raises(SystemExit):
        first.tick()  # the file lies there, no row says so
    assert (first.letters(), first.printed()) == ([], [])
    with exchange.database.reading() as connection:
        kept = connection.execute(select(inspections.c.number, inspections.c.state)).one()
        assert connection.execute(select(hazards.c.state)).scalars().all() == [HazardState.REPORTED]
    assert (kept.number, kept.state) == ("JC-2026-000001", VisitState.CLOSED)
    second.tick()
    letters = second.letters()
    assert len(letters) == len(set(letters)) == len({TANG, DONG, ALICE, BOB})
    assert len(second.printed()) == 1
    Press(exchange, tmp_path).tick()  # a third process, and the first one again
    second.tick()
    assert (second.letters(), len(second.printed())) == (letters, 1)


def test_killed_while_the_last_confirmation_is_recorded_it_is_taken_once(
    exchange: Exchange, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The turn is undone whole: no number, no covering, no finding told; the update is still there, and ends it when it is taken again."""
    tang, _dong = begun(exchange)
    walks(tang)
    comes_back(tang)
    tang.taps_on("结束检查")
    tang.taps_on("2")
    alice = phone(exchange, ALICE)
    alice.taps_on("打开检查")
    with monkeypatch.context() as patched:
        patched.setattr(coverage, "note", lambda *_: (_ for _ in ()).throw(RuntimeError("killed")))
        with contextlib.suppress(RuntimeError):
            alice.taps_on("确认属实")
    with exchange.database.reading() as connection:
        assert connection.execute(select(inspections.c.number)).scalars().all() == [None]
        assert connection.execute(select(coverings)).all() == []
        assert connection.execute(select(hazards.c.state)).scalars().all() == [HazardState.FOUND]
    exchange.clock.pass_(seconds=5)
    exchange.again()  # another process takes what waits
    exchange.again()
    with exchange.database.reading() as connection:
        assert connection.execute(select(inspections.c.number)).scalars().all() == ["JC-2026-000001"]
        assert len(connection.execute(select(coverings)).all()) == 1
        assert connection.execute(select(hazards.c.state)).scalars().all() == [HazardState.REPORTED]
