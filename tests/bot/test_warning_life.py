"""A warning from two taps to the count in place, through the wire: sender, enterprise, all-clear, an incident beside it."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from checklists.catalogue import Catalogue
from checklists.load import load_catalogue
from storage.database import Database
from tests.bot.world import World, world
from tests.cast import ALICE, BOB, CHARLIE, DONG, TANG


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    return load_catalogue()


def texts(one: World, person: int) -> list[str]:
    return [str(message.body.get("text", "")) for message in one.bot_messages(person)]


async def says(one: World, person: int, text: str, seen: str) -> None:
    one.hands.write(person, text)
    await one.until(lambda: any(seen in shown for shown in texts(one, person)), f"{seen} at {text}")


async def taps(one: World, person: int, label: str, seen: str) -> None:
    one.tap(person, label)
    await one.until(lambda: any(seen in shown for shown in texts(one, person)), f"{seen} after {label}")


def test_it_is_sent_confirmed_and_counted(
    sqlite_database: Database, shipped: Catalogue, tmp_path: Path
) -> None:
    asyncio.run(_lived(sqlite_database, shipped, tmp_path))


async def _lived(database: Database, shipped: Catalogue, folder: Path) -> None:
    async with world(database, shipped, folder) as one:
        for person in (ALICE.id, BOB.id, CHARLIE.id, TANG.id, DONG.id):
            one.hands.start(person)
        await one.until(lambda: one.waiting() == 0)
        await says(one, TANG.id, "/warn", "预警和通知")
        await taps(one, TANG.id, "发一条", "发什么")
        await taps(one, TANG.id, "高温", "高温黄色预警")
        await taps(one, TANG.id, "发出", "再点一次")
        await taps(one, TANG.id, "发给 1 家", "正在一批一批送")
        for person in (ALICE.id, BOB.id):
            await one.until(
                lambda person=person: any("高温黄色预警" in shown for shown in texts(one, person))
            )  # type: ignore[misc]  # bound here
        assert not any("高温" in shown for shown in texts(one, CHARLIE.id))
        await one.until(lambda: any("共 1 家：已发" in shown for shown in texts(one, TANG.id)))
        await says(one, ALICE.id, "/emergency", "先保命")
        await taps(one, ALICE.id, "预警通知", "没确认")
        await taps(one, ALICE.id, "1", "可以接着发一句话")  # reading it is not yet a confirmation
        assert not any("已确认" in shown for shown in texts(one, ALICE.id))
        await taps(one, ALICE.id, "确认收到", "已确认收到，谢谢")
        one.sandbox.clock.move_to(one.sandbox.clock.now() + timedelta(seconds=15))
        one.app.look_again()
        await one.until(
            lambda: sum("已确认 1，还没确认 0" in shown for shown in texts(one, TANG.id)) >= 1,
            "the count in place",
        )
        await says(one, ALICE.id, "/incident", "先打电话")
        await taps(one, ALICE.id, "触电", "有人受伤吗")
        await taps(one, ALICE.id, "现在上报", "SG-2026-000001")
        for person in (BOB.id, TANG.id, DONG.id):
            await one.until(
                lambda person=person: any("事故上报：触电" in shown for shown in texts(one, person))
            )  # type: ignore[misc]  # bound here
