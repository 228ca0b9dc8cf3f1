"""Lists of enterprises in the whole program: sent in the chat, read beside the turns, written in portions, bad rows given back."""

import asyncio
import csv
import io
import time
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from sqlalchemy import Connection, select

from bot.imports import writing
from bot.imports.writing import Script, Written
from bot.sandbox.telegram.files import Upload
from checklists.catalogue import Catalogue
from checklists.words import Language
from dialogs.imports.saying import REFUSED
from dialogs.talk import Line
from safety.imports import ImportState
from storage import enterprises, facts
from storage.database import Database
from storage.tables import people as people_tables
from storage.tables.events import events
from storage.tables.imports import imports
from tests.bot.hostile import BOMBS
from tests.bot.small_catalogue import HEADER, code, line, sheet
from tests.bot.world import World, world
from tests.cast import ALICE, DONG, TANG

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def send(here: World, person: int, raw: bytes, name: str = "名单.xlsx", mime: str = XLSX) -> None:
    here.hands.send_files(person, [Upload(raw, name, mime)])


def csv_of(*rows: Sequence[str]) -> bytes:
    """As an office saves it."""
    out = io.StringIO()
    csv.writer(out).writerows([HEADER, *rows])
    return out.getvalue().encode("gb18030")


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
                connection.execute(
                    select(events.c.kind).where(events.c.kind.like("import:%")).order_by(events.c.id)
                ).scalars()
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


def test_a_town_cannot_touch_another_towns_enterprise(
    sqlite_database: Database, catalogue: Catalogue, tmp_path: Path
) -> None:
    async def scene(here: World) -> None:
        west = {"企业名称": "抢过来", "统一社会信用代码": "91370000000000002B", "镇街": ""}
        send(
            here,
            TANG.id,
            csv_of(line(1, 镇街=""), line(2, 镇街="西镇"), line(3, **west)),
            "名单.csv",
            "text/csv",
        )
        await here.until(lambda: "新增 1 家，更新 0 家，不变 0 家，有问题 2 行" in here.sees(TANG.id))
        assert "镇街填的是“西镇”，你只能导入东镇的企业。" in here.sees(TANG.id)
        here.tap(TANG.id, "写入 1 家")
        await here.until(lambda: "要写入" in here.sees(TANG.id))
        here.tap(TANG.id, "确认写入")
        await here.until(lambda: "已写入：新增 1 家" in here.sees(TANG.id))
        with sqlite_database.reading() as connection:
            assert enterprises.one(connection, here.cast.west).name == "西风面馆"
            assert enterprises.by_code(connection, code(2)) is None

    run(sqlite_database, catalogue, tmp_path, scene)


def test_columns_named_by_hand_are_known_the_next_time(
    sqlite_database: Database, catalogue: Catalogue, tmp_path: Path
) -> None:
    head = ("单位", "代号", "归谁管")

    async def scene(here: World) -> None:
        send(here, DONG.id, sheet([head, ["一店", code(1), "东镇"]]))
        await here.until(lambda: "没有认出“统一社会信用代码”是哪一列" in here.sees(DONG.id))
        for label, field in (("代号", "统一社会信用代码"), ("单位", "企业名称"), ("归谁管", "镇街")):
            here.tap(DONG.id, "对应列")
            await here.until(lambda: "每一列对应什么" in here.sees(DONG.id))
            (number,) = [row[0] for row in here.sees(DONG.id).splitlines() if f" {label} →" in row]
            here.hands.write(DONG.id, number)
            await here.until(lambda label=label: f"“{label}” 这一列是什么" in here.sees(DONG.id))  # type: ignore[misc]  # bound here
            here.tap(DONG.id, "名称地址")
            await here.until(
                lambda: "点一个" not in here.sees(DONG.id) and "这一列是什么" in here.sees(DONG.id)
            )
            (number,) = [row[0] for row in here.sees(DONG.id).splitlines() if row.endswith(f". {field}")]
            here.hands.write(DONG.id, number)
            await here.until(lambda: "还没有写入" in here.sees(DONG.id))
        assert "新增 1 家" in here.sees(DONG.id)
        send(here, DONG.id, sheet([tuple(reversed(head)), ["西镇", code(2), "二店"]]), "下一份.xlsx")
        await here.until(lambda: "列的对应沿用上次的" in here.sees(DONG.id))
        assert "新增 1 家" in here.sees(DONG.id)

    run(sqlite_database, catalogue, tmp_path, scene)


def test_bombs_are_refused_in_words_while_others_are_answered(
    sqlite_database: Database, catalogue: Catalogue, tmp_path: Path
) -> None:
    names = sorted(BOMBS)[:20]

    async def scene(here: World) -> None:
        for number, name in enumerate(names):
            send(here, DONG.id, BOMBS[name][0](), f"{number}.xlsx")
            await here.until(lambda number=number: f"{number}." in here.sees(DONG.id))  # type: ignore[misc]  # bound here
            here.hands.write(ALICE.id, "/language" if number % 2 else "/help")
            seen = here.sees(ALICE.id)
            await here.until(lambda seen=seen: here.sees(ALICE.id) != seen)  # type: ignore[misc]  # bound here
            await here.until(lambda: "没有读成" in here.sees(DONG.id))
            words = [here.app.texts.plain(Line(REFUSED[one]), Language.ZH) for one in BOMBS[name][1]]
            assert any(one in here.sees(DONG.id) for one in words), name

    run(sqlite_database, catalogue, tmp_path, scene)


def test_it_stops_when_its_sender_loses_the_seat_and_says_where(
    sqlite_database: Database, catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "PORTION", 2)
    real = writing.portion

    def then_revoked(connection: Connection, script: Script, done: int, now: datetime) -> Written:
        written = real(connection, script, done, now)
        if done == 2:
            ended = people_tables.seats.update().where(people_tables.seats.c.person == script.person)
            connection.execute(ended.values(until=now))
        return written

    monkeypatch.setattr(writing, "portion", then_revoked)

    async def scene(here: World) -> None:
        send(here, TANG.id, sheet([HEADER, *(line(n, 镇街="东镇") for n in range(1, 8))]))
        await here.until(lambda: "新增 7 家" in here.sees(TANG.id))
        here.tap(TANG.id, "写入 7 家")
        await here.until(lambda: "要写入" in here.sees(TANG.id))
        here.tap(TANG.id, "确认写入")
        await here.until(lambda: states(sqlite_database) == [(ImportState.STOPPED, "seat", 4, 7)])
        with sqlite_database.reading() as connection:
            assert [enterprises.by_code(connection, code(n)) is not None for n in range(1, 8)] == [
                True
            ] * 4 + [False] * 3
            body = connection.execute(
                select(events.c.body).where(events.c.kind == "import:ended")
            ).scalar_one()
        assert (body["done"], body["total"], body["new"], body["stopped"]) == (4, 7, 4, "seat")

    run(sqlite_database, catalogue, tmp_path, scene)


def test_it_goes_on_after_a_restart_from_the_row_it_had_come_to(
    sqlite_database: Database, catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "PORTION", 2)
    real, begun = writing.portion, list[int]()

    def slow(connection: Connection, script: Script, done: int, now: datetime) -> Written:
        begun.append(done)
        time.sleep(0.05)
        return real(connection, script, done, now)

    monkeypatch.setattr(writing, "portion", slow)

    async def scene(here: World) -> None:
        send(here, DONG.id, sheet([HEADER, *(line(n, 镇街="东镇") for n in range(1, 41))]))
        await here.until(lambda: "新增 40 家" in here.sees(DONG.id))
        here.tap(DONG.id, "写入 40 家")
        await here.until(lambda: "要写入" in here.sees(DONG.id))
        here.tap(DONG.id, "确认写入")
        await here.until(lambda: len(begun) > 3)
        await here.restart()
        await here.until(lambda: "已写入：新增 40 家" in here.sees(DONG.id))
        assert states(sqlite_database) == [(ImportState.WRITTEN, "", 40, 40)]
        assert begun == sorted(set(begun))

    run(sqlite_database, catalogue, tmp_path, scene)


def test_who_has_gone_on_gets_a_letter_that_leads_there(
    sqlite_database: Database, catalogue: Catalogue, tmp_path: Path
) -> None:
    async def scene(here: World) -> None:
        send(here, DONG.id, sheet([HEADER, line(1, 镇街="东镇")]))
        await here.until(lambda: "正在读取" in here.sees(DONG.id) or "还没有写入" in here.sees(DONG.id))
        here.hands.write(DONG.id, "/help")
        await here.until(
            lambda: any(
                "读好了" in str(one.body) or "还没有写入" in str(one.body)
                for one in here.bot_messages(DONG.id)
            )
        )
        here.hands.write(DONG.id, "/import")
        await here.until(lambda: "最近的" in here.sees(DONG.id))
        here.hands.write(DONG.id, "1")
        await here.until(lambda: "新增 1 家" in here.sees(DONG.id))

    run(sqlite_database, catalogue, tmp_path, scene)


def states(database: Database) -> list[tuple[ImportState, str, int, int]]:
    with database.reading() as connection:
        found = select(imports.c.state, imports.c.reason, imports.c.done, imports.c.total)
        return [tuple(row) for row in connection.execute(found)]
