"""Lists of enterprises in the whole program: sent in the chat, read beside the turns, written in portions, bad rows given back."""

import asyncio
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from sqlalchemy import select

from bot.sandbox.telegram.files import Upload
from checklists.catalogue import Catalogue
from storage import enterprises, facts
from storage.database import Database
from storage.tables.events import events
from tests.bot.small_catalogue import HEADER, code, line, sheet
from tests.bot.world import World, world
from tests.cast import ALICE, DONG, TANG

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def send(here: World, person: int, raw: bytes, name: str = "名单.xlsx", mime: str = XLSX) -> None:
    here.hands.send_files(person, [Upload(raw, name, mime)])


def run(database: Database, catalogue: Catalogue, folder: Path, scene: Callable[[World], Any]) -> None:
    async def play() -> None:
        async with world(database, catalogue, folder) as here:
            for one in (DONG, TANG, ALICE):
                here.hands.start(one.id)
            await here.until(lambda: bool(here.sees(DONG.id) and here.sees(TANG.id) and here.sees(ALICE.id)))
            await scene(here)

    asyncio.run(play())


def made(folder: Path) -> list[Path]:
    return sorted((folder / "media" / "exports").glob("*.xlsx"))


def rows_of(path: Path) -> list[list[Any]]:
    return [
        [cell.value for cell in row] for row in load_workbook(io.BytesIO(path.read_bytes())).worksheets[0]
    ]


def test_the_district_sends_a_list_looks_writes_it_and_mends_the_rest(
    database: Database, catalogue: Catalogue, tmp_path: Path
) -> None:
    async def scene(here: World) -> None:
        rows = [line(1, 镇街="东镇"), line(2, 镇街="西镇"), line(3, 镇街="东镇", 企业名称="")]
        send(here, DONG.id, sheet([HEADER, *rows]))
        await here.until(lambda: "新增 2 家" in here.sees(DONG.id))
        assert "第 4 行：“企业名称”是空的。" in here.sees(DONG.id)
        with database.reading() as connection:
            assert enterprises.by_code(connection, code(1)) is None
        here.tap(DONG.id, "写入 2 家")
        await here.until(lambda: "要写入" in here.sees(DONG.id))
        here.tap(DONG.id, "确认写入")
        await here.until(lambda: "已写入：新增 2 家" in here.sees(DONG.id))
        with database.reading() as connection:
            number = enterprises.by_code(connection, code(1)) or 0
            assert facts.stated(connection, number) == {"catering": True}
            kinds = list(
                connection.execute(select(events.c.kind).where(events.c.kind.like("import:%"))).scalars()
            )
        assert kinds == ["import:sent", "import:confirmed", "import:ended"]
        here.tap(DONG.id, "问题行（1）")
        await here.until(lambda: len(made(tmp_path)) == 1)
        await here.until(lambda: "问题行，共 1 行" in here.sees(DONG.id))
        (path,) = made(tmp_path)
        head, bad = rows_of(path)
        assert (head[-1], bad[-1]) == ("问题", "“企业名称”是空的。")
        assert bad[:3] == [None, code(3), "东镇"]
        book = load_workbook(path)
        book.worksheets[0]["A2"] = "改好饭店"
        book.save(path)
        send(here, DONG.id, path.read_bytes(), "改好.xlsx")
        await here.until(lambda: "新增 1 家，更新 0 家，不变 0 家，有问题 0 行" in here.sees(DONG.id))

    run(database, catalogue, tmp_path, scene)
