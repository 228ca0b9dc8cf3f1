"""The whole program against the stand-in: a person plays, Telegram's side is checked."""

import asyncio
from pathlib import Path

import pytest

from checklists.catalogue import Catalogue
from storage.database import Database
from tests.bot.world import world
from tests.cast import ALICE, NOBODY


def test_a_start_is_answered_with_the_menu(database: Database, catalogue: Catalogue, tmp_path: Path) -> None:
    async def go() -> None:
        async with world(database, catalogue, tmp_path) as one:
            one.hands.start(ALICE.id)
            await one.until(lambda: bool(one.sees(ALICE.id)))
            assert "东风面馆" in one.sees(ALICE.id)

    asyncio.run(go())


def test_a_tap_edits_the_screen_in_place_and_stops_the_spinner(
    sqlite_database: Database, catalogue: Catalogue, tmp_path: Path
) -> None:
    async def go() -> None:
        async with world(sqlite_database, catalogue, tmp_path) as one:
            one.hands.start(ALICE.id)
            await one.until(lambda: bool(one.sees(ALICE.id)))
            number, text = one.bot_messages(ALICE.id)[0].id, one.sees(ALICE.id)
            tap = one.tap(ALICE.id, "自查")
            await one.until(lambda: tap.answer is not None)
            await one.until(lambda: one.sees(ALICE.id) != text)
            assert [message.id for message in one.bot_messages(ALICE.id)] == [number]

    asyncio.run(go())


def test_a_stranger_hears_how_to_join(
    sqlite_database: Database, catalogue: Catalogue, tmp_path: Path
) -> None:
    async def go() -> None:
        async with world(sqlite_database, catalogue, tmp_path) as one:
            one.hands.start(NOBODY.id)
            await one.until(lambda: bool(one.sees(NOBODY.id)))

    asyncio.run(go())


@pytest.mark.parametrize("count", [40])
def test_what_arrives_while_the_bot_is_down_is_handled_at_the_next_start(
    sqlite_database: Database, catalogue: Catalogue, tmp_path: Path, count: int
) -> None:
    async def go() -> None:
        async with world(sqlite_database, catalogue, tmp_path) as one:
            await one.restart(between=lambda: [one.hands.start(ALICE.id) for _ in range(count)])
            await one.until(lambda: bool(one.sees(ALICE.id)))
            await one.until(lambda: one.waiting() == 0)

    asyncio.run(go())
