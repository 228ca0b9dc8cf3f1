"""Blocking the bot and coming back, from the phone to the supervisor's list, with everything running."""

import asyncio
from pathlib import Path

from sqlalchemy import select

from checklists.catalogue import Catalogue
from safety.audits import Personal
from storage.database import Database
from storage.tables.audits import audits
from tests.bot.world import world
from tests.cast import ALICE, BOB, TANG, WEI


def test_from_a_blocked_bot_to_the_town_and_back(
    sqlite_database: Database, catalogue: Catalogue, tmp_path: Path
) -> None:
    async def go() -> None:
        async with world(sqlite_database, catalogue, tmp_path) as here:
            for speaker in (ALICE, BOB, TANG, WEI):
                here.hands.start(speaker.id)
            await here.until(lambda: here.waiting() == 0)
            here.hands.block(ALICE.id)
            await here.until(lambda: "暂时收不到消息" in here.sees(BOB.id), "the principal stands in")
            here.hands.block(BOB.id)
            await here.until(lambda: "联系不上" in here.sees(TANG.id), "the town hears of it")
            here.tap(TANG.id, "看找谁")
            await here.until(lambda: ALICE.phone in here.sees(TANG.id), "whom to call")
            assert "联系不上" not in here.sees(WEI.id)
            with sqlite_database.reading() as connection:
                read = connection.execute(select(audits.c.what, audits.c.place, audits.c.enterprise)).all()
            assert set(read) == {(Personal.PHONE, "reach/card", here.cast.east)}
            assert len(read) == 2
            here.hands.unblock(ALICE.id)
            await here.until(lambda: here.waiting() == 0)
            here.hands.write(TANG.id, "/digest")
            await here.until(lambda: "联系不上 1" in here.sees(TANG.id), "only one is still away")

    asyncio.run(go())
