"""The whole way on the whole program: reading, own contact card, name, two taps five seconds apart, receipt and paper."""

import asyncio
from datetime import timedelta
from pathlib import Path

from checklists.catalogue import Catalogue
from storage.database import Database
from tests.bot.world import World, world
from tests.cast import BOB


async def taps(one: World, label: str, wanted: str) -> None:
    one.tap(BOB.id, label)
    await one.until(lambda: wanted in one.sees(BOB.id), wanted)


async def reads(one: World, count: int, document: str) -> None:
    """Confirm every item of a text but the last one."""
    for number in range(2, count + 1):
        await taps(one, "这条已读", f"{document} · 第{number}/{count}条")


def test_a_principal_signs_from_a_phone(
    sqlite_database: Database, catalogue: Catalogue, tmp_path: Path
) -> None:
    notice, text = catalogue.notices["white"], catalogue.commitments["white"]

    async def go() -> None:
        async with world(sqlite_database, catalogue, tmp_path) as one:
            one.hands.start(BOB.id)
            await one.until(lambda: "要签" in one.sees(BOB.id))
            await taps(one, "告知承诺", "读了 0")
            await taps(one, "读告知书", "告知书 · 第1/")
            await reads(one, len(notice.items), "告知书")
            await taps(one, "这条已读", "承诺书 · 第1/")
            await reads(one, len(text.items), "承诺书")
            await taps(one, "这条已读", "文本版本")
            await taps(one, "签这一份", "主要负责人本人签")
            one.hands.share_contact(BOB.id)
            await one.until(lambda: "姓名全名" in one.sees(BOB.id))
            one.hands.write(BOB.id, "王钢")
            await one.until(lambda: "有一个字" in one.sees(BOB.id))
            one.hands.write(BOB.id, BOB.name)
            await one.until(lambda: "承诺确认" in one.sees(BOB.id))
            await taps(one, "我承诺", "再点一次才算签")
            early = one.tap(BOB.id, "确认签署")
            await one.until(lambda: early.answer is not None)
            assert "请再等" in str(early.answer)
            assert "再点一次才算签" in one.sees(BOB.id)
            one.sandbox.clock.advance(timedelta(seconds=6))
            await taps(one, "确认签署", "CN-2026-000001")
            await one.app.papers.round()
            await one.until(lambda: any("document" in m.body for m in one.bot_messages(BOB.id)))

    asyncio.run(go())
