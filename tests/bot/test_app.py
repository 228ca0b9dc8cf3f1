"""The whole program against the stand-in: a person plays, Telegram's side is checked."""

import asyncio
import hashlib
import socket
from pathlib import Path

import pytest
from aiohttp import ClientSession
from pydantic import SecretStr
from sqlalchemy import select, update

from bot.sandbox.telegram.files import Upload
from bot.sandbox.telegram.pictures import generated
from checklists.catalogue import Catalogue
from storage import delivery
from storage.database import Database
from storage.tables.media import media
from storage.tables.post import outbox
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


def test_a_webhook_carries_the_same_conversation(
    sqlite_database: Database, catalogue: Catalogue, tmp_path: Path
) -> None:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    more = {
        "webhook_url": f"http://127.0.0.1:{port}/hook",
        "webhook_secret": SecretStr("a-secret-of-enough-length"),
        "webhook_port": port,
    }

    async def go() -> None:
        async with world(sqlite_database, catalogue, tmp_path, **more) as one:
            one.hands.start(ALICE.id)
            await one.until(lambda: "东风面馆" in one.sees(ALICE.id))
            one.tap(ALICE.id, "自查")
            await one.until(lambda: "第1/" in one.sees(ALICE.id))

    asyncio.run(go())


def test_the_figures_are_served(sqlite_database: Database, catalogue: Catalogue, tmp_path: Path) -> None:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]

    async def go() -> None:
        async with world(sqlite_database, catalogue, tmp_path, metrics_port=port) as one:
            one.hands.start(ALICE.id)
            await one.until(lambda: bool(one.sees(ALICE.id)))
            with sqlite_database.writing() as connection:
                letter = connection.execute(select(outbox.c.id).order_by(outbox.c.id)).scalars().first()
                connection.execute(update(outbox).where(outbox.c.id == letter).values(key="owed:1:20261123"))
                delivery.tells(connection, letter or 0, ["R10"])
            async with ClientSession() as client, client.get(f"http://127.0.0.1:{port}/metrics") as page:
                figures = await page.text()
            assert 'anwen_letters{state="sent"} 1.0' in figures
            assert "anwen_inbox_waiting 0.0" in figures
            assert "# TYPE anwen_letters_of_total counter" in figures
            assert "# TYPE anwen_letters_acted_on_total counter" in figures
            assert 'anwen_rule_letters{rule="R10",state="delivered"} 1.0' in figures

    asyncio.run(go())


def hashes(database: Database) -> list[str | None]:
    """What the database knows of our copies."""
    with database.reading() as connection:
        return list(connection.execute(select(media.c.sha256)).scalars())


def test_a_photo_becomes_our_own_copy_and_the_officer_sees_it(
    sqlite_database: Database, catalogue: Catalogue, tmp_path: Path
) -> None:
    async def go() -> None:
        async with world(sqlite_database, catalogue, tmp_path) as one:
            one.hands.start(ALICE.id)
            await one.until(lambda: bool(one.sees(ALICE.id)))
            for label, wanted in (("自查", "第1/"), ("是", "📷")):
                one.tap(ALICE.id, label)
                await one.until(lambda wanted=wanted: wanted in one.sees(ALICE.id))
            one.hands.photograph(ALICE.id, [Upload(generated(800, 600, 1), "a.jpg", "image/jpeg")])
            await one.until(lambda: len(list((tmp_path / "media").rglob("*.jpg"))) == 1)
            await one.until(lambda: hashes(sqlite_database) != [None])
            (kept,) = (tmp_path / "media").rglob("*.jpg")
            assert [hashlib.sha256(kept.read_bytes()).hexdigest()] == hashes(sqlite_database) == [kept.stem]

    asyncio.run(go())


def test_supervisors_have_a_command_menu_of_their_own(
    sqlite_database: Database, catalogue: Catalogue, tmp_path: Path
) -> None:
    async def go() -> None:
        async with world(sqlite_database, catalogue, tmp_path) as one:

            def menus() -> list[tuple[object, int]]:
                calls = [
                    entry
                    for entry in one.sandbox.ground.engine.log.since(0)
                    if entry.method == "setMyCommands"
                ]
                return [(entry.payload.get("scope"), len(entry.payload["commands"])) for entry in calls]

            await one.until(lambda: len(menus()) >= 6)
            own = [(scope, count) for scope, count in menus() if scope]
            assert {count for _, count in own} == {7}
            assert len(own) == 3  # two towns and the district
            assert {count for scope, count in menus() if not scope} == {5}

    asyncio.run(go())
