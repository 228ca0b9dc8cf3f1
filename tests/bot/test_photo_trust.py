"""Old photos among those of hazards, on the whole program with real pictures: who is told, of what, and what is refused."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path

import aiogram  # noqa: F401 - loaded here, so that the first photo does not wait for it beyond a test's patience
import pytest
from PIL import Image
from sqlalchemy import select

from bot.sandbox.telegram.files import Upload
from checklists.catalogue import Catalogue
from safety.calendar import today
from safety.events_hazards import HazardMoved
from safety.hazards import HazardAction
from storage.database import Database
from storage.tables.media import media
from tests.bot.scenes import SAME, jpeg, scene
from tests.bot.world import World, world
from tests.cast import ALICE, CHARLIE, DONG, TANG, WEI, Speaker

CHANGES = ("compressed again (60)", "edge cut by 4 %", "cut, brightness, compressed")


def states(one: World) -> list[str]:
    with one.cast.database.reading() as connection:
        return list(connection.execute(select(media.c.state).order_by(media.c.id)).scalars())


async def photographs(one: World, who: Speaker, picture: bytes, *expected: str, caption: str = "") -> None:
    """Send a photo and wait until our copies of all of them are settled."""
    one.hands.photograph(who.id, [Upload(picture, "a.jpg", "image/jpeg")], caption)
    await one.until(lambda: states(one) == list(expected), f"{states(one)}")


async def reports(one: World, who: Speaker, picture: bytes, *expected: str) -> None:
    one.hands.start(who.id)
    await one.until(lambda: bool(one.sees(who.id)))
    one.hands.photograph(who.id, [Upload(picture, "a.jpg", "image/jpeg")], "后厨燃气软管老化开裂")
    await one.until(lambda: "一般" in str(one.bot_messages(who.id)[-1].buttons))
    one.tap(who.id, "一般")
    await one.until(lambda: states(one) == list(expected))


async def opens(one: World, who: Speaker, number: str) -> None:
    one.hands.write(who.id, "/start")
    await one.until(lambda: one.waiting() == 0)
    one.hands.write(who.id, f"/hazards {number}")
    await one.until(lambda: number in one.sees(who.id) and "经过" in one.sees(who.id))


def play(
    database: Database, catalogue: Catalogue, folder: Path, act: Callable[[World], Awaitable[None]]
) -> None:
    async def go() -> None:
        async with world(database, catalogue, folder) as one:
            await act(one)

    asyncio.run(go())


@pytest.mark.parametrize("change", CHANGES)
def test_an_old_photo_in_a_report_is_told_with_its_record_to_who_may_see_it(
    sqlite_database: Database, catalogue: Catalogue, tmp_path: Path, change: str
) -> None:
    chance = random.Random(1)
    picture = scene(chance)
    again = SAME[change](picture, chance)

    async def act(one: World) -> None:
        await reports(one, ALICE, jpeg(picture), "safe")
        one.sandbox.clock.advance(timedelta(days=2))
        await reports(one, CHARLIE, jpeg(again), "safe", "safe")
        for who, told in ((DONG, "很像东风面馆 YH-2026-000001"), (WEI, "很像别的单位交过的照片")):
            await opens(one, who, "YH-2026-000002")
            assert told in one.sees(who.id)
        assert "东风" not in one.sees(WEI.id)
        await opens(one, CHARLIE, "YH-2026-000002")
        assert "很像" not in one.sees(CHARLIE.id)

    play(sqlite_database, catalogue, tmp_path, act)


async def planned(one: World, picture: bytes) -> None:
    """Alice has reported a hazard with this photo, planned it, and is asked for the photo from after."""
    await reports(one, ALICE, picture, "safe")
    with one.cast.database.writing() as connection:
        own, day = one.cast.actor(connection, ALICE).person, today(one.cast.now)
        plan = HazardMoved("YH-2026-000001", HazardAction.PLAN, owner=own, day=day, measures="换软管")
        one.cast.does(connection, ALICE, plan)
    await opens(one, ALICE, "YH-2026-000001")
    one.tap(ALICE.id, "改好了")
    await one.until(lambda: "同一个位置" in one.sees(ALICE.id))


def test_the_photo_from_before_sent_as_the_one_from_after_is_said_at_once_and_shown_to_who_verifies(
    sqlite_database: Database, catalogue: Catalogue, tmp_path: Path
) -> None:
    chance = random.Random(2)
    picture = scene(chance)

    async def act(one: World) -> None:
        await planned(one, jpeg(picture))
        again = SAME["edge cut by 4 %"](picture, chance)
        await photographs(one, ALICE, jpeg(again), "safe", "safe")
        await one.until(lambda: any("和整改前的那张很像" in str(m.body) for m in one.bot_messages(ALICE.id)))
        one.tap(ALICE.id, "送去复查")
        await one.until(lambda: any("已送去复查" in str(m.body) for m in one.bot_messages(ALICE.id)))
        await opens(one, TANG, "YH-2026-000001")
        one.tap(TANG.id, "复查")
        await one.until(lambda: "很像本条整改前的那张" in one.sees(TANG.id))
        assert "收到" in one.sees(TANG.id)

    play(sqlite_database, catalogue, tmp_path, act)


def test_the_very_file_from_before_is_refused_and_another_picture_goes_through(
    sqlite_database: Database, catalogue: Catalogue, tmp_path: Path
) -> None:
    chance = random.Random(3)
    picture, other = scene(chance), scene(chance)

    async def act(one: World) -> None:
        await planned(one, jpeg(picture))
        await photographs(one, ALICE, jpeg(picture), "safe", "failed")
        await one.until(lambda: any("就是整改前的那张" in str(m.body) for m in one.bot_messages(ALICE.id)))
        await photographs(one, ALICE, jpeg(other), "safe", "failed", "safe")
        assert not any("很像" in str(m.body) for m in one.bot_messages(ALICE.id))

    play(sqlite_database, catalogue, tmp_path, act)


def test_a_picture_of_nothing_is_told_as_such(
    sqlite_database: Database, catalogue: Catalogue, tmp_path: Path
) -> None:
    async def act(one: World) -> None:
        await reports(one, ALICE, jpeg(Image.new("RGB", (640, 480), "black")), "safe")
        await opens(one, TANG, "YH-2026-000001")
        assert "看不出内容" in one.sees(TANG.id)

    play(sqlite_database, catalogue, tmp_path, act)
