"""The report of an inspection: text that can be selected, photos, the confirmation of both sides; printed once, sent to both."""

import re
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from bot.papers.report import Report
from bot.papers.report_layout import laid_out
from bot.visit_papers import report_of
from checklists.catalogue import Catalogue
from checklists.load import load_catalogue
from dialogs.render import Texts
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
