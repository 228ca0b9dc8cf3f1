"""The running program seals what happens, behind the turns."""

import asyncio
from pathlib import Path

from sqlalchemy import func, select

from checklists.catalogue import Catalogue
from storage.database import Database
from storage.tables.events import events
from storage.tables.seals import seals
from tests.bot.world import world
from tests.cast import ALICE


def unsealed(database: Database) -> int:
    with database.reading() as connection:
        counts = select(
            select(func.count()).select_from(events).scalar_subquery()
            - select(func.count()).select_from(seals).scalar_subquery()
        )
        return int(connection.execute(counts).scalar_one())


def test_what_people_do_is_sealed_soon_after(
    database: Database, catalogue: Catalogue, tmp_path: Path
) -> None:
    async def go() -> None:
        async with world(database, catalogue, tmp_path) as one:
            one.hands.start(ALICE.id)
            await one.until(lambda: bool(one.sees(ALICE.id)))
            one.hands.write(ALICE.id, "天气不错")
            await one.until(lambda: unsealed(database) == 0, "sealed")

    asyncio.run(go())
