"""A tip against the stand-in: locked letters are opened by the sender alone, photos lose what tells of the camera, nothing is logged."""

import asyncio
import logging
from io import BytesIO, StringIO
from pathlib import Path

import orjson
import structlog
from PIL import Image
from sqlalchemy import select

from bot import discreet, log
from bot.sandbox.telegram.files import Upload
from bot.sandbox.telegram.pictures import generated
from bot.settings import load
from checklists.catalogue import Catalogue
from storage import outbox
from storage.database import Database
from storage.outbox import Kind, Letter
from storage.tables.post import outbox as letters
from storage.tables.tips import tip_photos
from tests.bot.world import World, world
from tests.cast import NOBODY, TANG

WORDS = "后厨瓶装气放在地下室"
QUESTION = "一共有几瓶？"
NUMBER = "JB-2026-000001"


def with_camera() -> bytes:
    """A picture that says whose camera it was."""
    image = Image.open(BytesIO(generated(800, 600, 1)))
    exif = Image.Exif()
    exif[0x010F] = "CameraOfWitness"
    out = BytesIO()
    image.convert("RGB").save(out, "JPEG", exif=exif)
    return out.getvalue()


async def told(one: World) -> None:
    """From /tip to the number, the bot restarted in the middle."""
    hands = one.hands
    for person in (TANG, NOBODY):
        hands.start(person.id)
        await one.until(lambda person=person: bool(one.sees(person.id)))  # type: ignore[misc]  # bound here
    hands.write(NOBODY.id, "/tip")
    await one.until(lambda: "举报哪家企业" in one.sees(NOBODY.id))
    hands.write(NOBODY.id, "东风面馆")
    await one.until(lambda: "有什么问题" in one.sees(NOBODY.id))
    hands.write(NOBODY.id, WORDS)
    await one.until(lambda: "在什么地方" in one.sees(NOBODY.id))
    await one.restart()
    hands.send_files(NOBODY.id, [Upload(with_camera(), "a.jpg", "image/jpeg")])
    await one.until(lambda: "照片 1 张" in one.sees(NOBODY.id))
    one.tap(NOBODY.id, "不写地点")
    await one.until(lambda: "匿名发出" in str(one.bot_messages(NOBODY.id)[-1].body))
    one.tap(NOBODY.id, "匿名发出")
    await one.until(lambda: NUMBER in one.sees(NOBODY.id))


def test_a_tip_reaches_the_town_and_its_question_the_reporter(
    database: Database, catalogue: Catalogue, tmp_path: Path
) -> None:
    stream = StringIO()
    log.configure(load(data_dir=tmp_path, log_level="debug"), stream)

    async def go() -> None:
        async with world(database, catalogue, tmp_path) as one:
            await told(one)
            await one.until(lambda: WORDS in one.sees(TANG.id))
            await one.until(lambda: photo(database) == "safe")
            one.hands.write(TANG.id, f"/tip {NUMBER}")
            await one.until(lambda: "问举报人" in str(one.bot_messages(TANG.id)[-1].body))
            one.tap(TANG.id, "问举报人")
            await one.until(lambda: "转达" in one.sees(TANG.id))
            one.hands.write(TANG.id, QUESTION)
            await one.until(lambda: QUESTION in one.sees(NOBODY.id))
            one.tap(NOBODY.id, "回复")
            await one.until(lambda: "请直接回复" in one.sees(NOBODY.id))
            one.tap(NOBODY.id, "返回")
            await one.until(lambda: "匿名举报" in str(one.bot_messages(NOBODY.id)[-1].body))
            await one.until(lambda: sealed_letters(database) == 0)

    asyncio.run(go())
    assert not list((tmp_path / "originals").rglob("*"))
    (kept,) = (tmp_path / "media").rglob("*.jpg")
    assert b"CameraOfWitness" not in kept.read_bytes()
    assert WORDS not in stream.getvalue()
    assert QUESTION not in stream.getvalue()
    structlog.reset_defaults()
    logging.getLogger().handlers.clear()


def test_a_process_that_dies_with_a_locked_letter_leaves_it_to_the_next(
    sqlite_database: Database, catalogue: Catalogue, tmp_path: Path
) -> None:
    async def go() -> None:
        async with world(sqlite_database, catalogue, tmp_path) as one:
            await told(one)
            await one.restart(lambda: left_in_hand(one, sqlite_database))
            await one.until(
                lambda: QUESTION in str([message.body for message in one.bot_messages(NOBODY.id)])
            )
            one.hands.write(NOBODY.id, "大概六瓶")
            await one.until(lambda: "大概六瓶" in one.sees(TANG.id))

    asyncio.run(go())


def left_in_hand(one: World, database: Database) -> None:
    """A letter that a process was about to send when it was killed."""
    body = orjson.dumps({"text": QUESTION}).decode()
    locked = one.app.vault.lock_text(body, discreet.LETTER)
    letter = Letter(NOBODY.id, Kind.ALERT, "sendMessage", locked, sealed=True)
    with database.writing() as connection:
        outbox.post(connection, letter, one.app.clock.now(), "a-dead-process")


def photo(database: Database) -> str | None:
    with database.reading() as connection:
        return connection.execute(select(tip_photos.c.state)).scalar_one_or_none()


def sealed_letters(database: Database) -> int:
    with database.reading() as connection:
        return len(connection.execute(select(letters.c.id).where(letters.c.sealed)).all())
