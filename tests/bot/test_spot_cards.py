"""The picture of a spot exam's link: sent once to whoever opened it, with the whole address; its file goes; a guest comes in by it through whole turns."""

import asyncio
import re
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import orjson
import pytest
import segno
from PIL import Image
from sqlalchemy import select, update

from bot.rounds import tick
from bot.shelf import Shelf
from bot.spot_cards import QUIET, SCALE, SpotCards
from bot.turn import House
from checklists.catalogue import Catalogue
from checklists.load import load_catalogue
from dialogs.texts import Texts
from safety.calendar import Calendar
from safety.events_spots import SpotClosed, SpotOpened
from storage import content, inbox
from storage.database import Database
from storage.tables.exams import exam_results
from storage.tables.ledger import enterprises
from storage.tables.post import outbox
from storage.tables.spots import spots
from tests.bot.test_turn import phone
from tests.bot.world import world
from tests.cast import ALICE, NOBODY, TANG, Cast
from tests.phone import Exchange

TEXTS = Texts.load(strict=True)
LINK = re.compile(r"https://t\.me/anwen_bot\?start=(s_[A-Za-z0-9_-]{22})$")


class Gate:
    """The rounds of one process, with a Telegram that knows its name."""

    def __init__(self, cast: Cast, folder: Path) -> None:
        self.cast, self.folder, self.up = cast, folder, True
        clock = SimpleNamespace(now=lambda: cast.now)
        house = House(cast.catalogue, TEXTS, clock, 1, "test")  # type: ignore[arg-type]  # a clock that stands
        self.rounds = SpotCards(self, house, Shelf(folder), lambda: None, self)  # type: ignore[arg-type]  # the few methods it uses

    async def call(self, _method: str, *_rest: Any) -> Any:
        return SimpleNamespace(ok=self.up, result={"username": "anwen_bot"}, description="away")

    async def run(self, job: Any, _name: str) -> Any:
        with self.cast.database.writing() as connection:
            return job(connection)

    def tick(self) -> None:
        asyncio.run(self.rounds._work())

    def opens(self, who: Any = TANG) -> None:
        with self.cast.database.writing() as connection:
            code = connection.execute(
                select(enterprises.c.credit_code).where(enterprises.c.id == self.cast.east)
            ).scalar_one()
            self.cast.does(connection, who, SpotOpened(code, 30, 6))

    def letters(self) -> list[Any]:
        with self.cast.database.reading() as connection:
            return list(connection.execute(select(outbox).where(outbox.c.key.startswith("spot-picture:"))))

    def files(self) -> list[Path]:
        return list((self.folder / "media" / "spots").glob("*"))


@pytest.fixture
def gate(cast: Cast, tmp_path: Path) -> Gate:
    return Gate(cast, tmp_path)


@pytest.mark.parametrize("who", [TANG, ALICE])
def test_the_picture_carries_the_whole_link_and_goes_once(gate: Gate, who: Any) -> None:
    gate.opens(who)
    gate.tick()
    gate.tick()
    (letter,) = gate.letters()
    caption = orjson.loads(letter.body)["caption"]
    found = LINK.search(caption)
    assert found is not None
    assert "东风面馆" in caption
    assert (letter.method, letter.chat) == ("sendPhoto", who.id)
    shown = Image.open(BytesIO((gate.folder / "media" / letter.media).read_bytes())).convert("L")
    matrix = [list(row) for row in segno.make(found.group(0), error="m", micro=False).matrix]
    middle = SCALE // 2
    seen = [
        [
            int(shown.getpixel(((QUIET + x) * SCALE + middle, (QUIET + y) * SCALE + middle)) == 0)
            for x in range(len(row))
        ]
        for y, row in enumerate(matrix)
    ]
    assert seen == matrix
    assert letter.expires_at == gate.cast.now.replace(minute=30)


def test_the_file_goes_once_it_has_left(gate: Gate) -> None:
    gate.opens()
    gate.tick()
    assert len(gate.files()) == 1
    with gate.cast.database.writing() as connection:
        connection.execute(update(outbox).values(state="sent"))
    gate.tick()
    assert gate.files() == []
    assert len(gate.letters()) == 1


def test_without_telegram_it_is_made_later_and_not_at_all_once_it_is_over(gate: Gate) -> None:
    gate.opens()
    gate.up = False
    gate.tick()
    assert gate.letters() == []
    gate.up = True
    with gate.cast.database.writing() as connection:
        number = connection.execute(select(spots.c.id)).scalar_one()
        gate.cast.does(connection, TANG, SpotClosed(number))
    gate.tick()
    assert gate.letters() == []
    gate.opens()
    gate.cast.passes(minutes=30)
    gate.tick()
    assert gate.letters() == []


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    return load_catalogue()


def test_a_guest_scans_writes_is_handed_in_by_the_clock_after_a_restart_and_looks_at_it(
    cast: Cast, shipped: Catalogue, gate: Gate
) -> None:
    with cast.database.writing() as connection:
        content.keep_forms(connection, shipped, cast.now)
    gate.opens()
    gate.tick()
    found = LINK.search(orjson.loads(gate.letters()[0].body)["caption"])
    assert found is not None
    exchange = Exchange(cast.database, shipped, TEXTS)
    guest = phone(exchange, NOBODY)
    guest.says(f"/start {found.group(1)}")
    guest.taps_on("同意并继续")
    guest.says("路人甲")
    assert "第1/10题" in guest.sees
    guest.taps_on("A")
    assert "第2/10题" in guest.sees
    again = Exchange(cast.database, shipped, TEXTS)
    again.clock.pass_(minutes=6)
    with cast.database.writing() as connection:
        assert inbox.waiting(connection, 1) == 0
        tick(connection, again.house, Calendar(), again.clock.now())
        assert connection.execute(select(exam_results.c.by_time)).scalar_one() is True
    exchange.clock.pass_(minutes=6)
    exchange.settle()
    guest.taps_on("看成绩", next(one for one in guest.messages if "已自动交卷" in one.html))
    assert any("KS-2026-000001" in one.html and "路人甲" in one.html for one in guest.messages)
    guest.says("/exam")
    assert "还没有加入单位" in guest.sees


def test_the_whole_program_sends_the_picture_within_the_inspection(
    sqlite_database: Database, shipped: Catalogue, tmp_path: Path
) -> None:
    async def play() -> None:
        async with world(sqlite_database, shipped, tmp_path) as here:
            here.hands.start(TANG.id)
            await here.until(lambda: bool(here.sees(TANG.id)))
            here.hands.write(TANG.id, "/inspect")
            await here.until(lambda: "检查哪家" in here.sees(TANG.id))
            here.hands.write(TANG.id, "东风")
            await here.until(lambda: "开考" in str([one.buttons for one in here.bot_messages(TANG.id)]))
            here.tap(TANG.id, "开考")
            await here.until(lambda: "?start=s_" in here.sees(TANG.id))
            (picture,) = [one for one in here.bot_messages(TANG.id) if one.body.get("photo")]
            assert "逢查必考" in str(picture.body["caption"])
            await here.until(lambda: not list((tmp_path / "media" / "spots").glob("*.png")))

    asyncio.run(play())
