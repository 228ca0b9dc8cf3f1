"""From a photo that is sent again to the supervisor's screen, on the whole program; and what cannot be read holds nobody up."""

import asyncio
import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import aiogram  # noqa: F401 - loaded here, so that the first photo does not wait for it beyond a test's patience
import pytest
from PIL import Image
from sqlalchemy import Connection, select

from bot.rounds import inspect
from bot.sandbox.telegram.files import Upload
from checklists.catalogue import Catalogue
from safety.events import CheckSubmitted
from storage import inspection
from storage.database import Database
from storage.tables.checks import checks
from storage.tables.likeness import twins
from storage.tables.media import media
from tests.bot.scenes import SAME, jpeg, scene
from tests.bot.world import World, world
from tests.cast import ALICE, CHARLIE, DONG, TANG, WEI, Cast, Speaker

FORM = "nine_small"


def submit(connection: Connection, cast: Cast, who: Speaker) -> int:
    cast.does(connection, who, cast.begun(FORM), CheckSubmitted(cast.key(FORM), 90, 9, 10, 1))
    return int(connection.execute(select(checks.c.id).order_by(checks.c.id.desc()).limit(1)).scalar_one())


def test_one_that_cannot_be_looked_through_does_not_hold_up_the_others(
    cast: Cast, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[int] = []

    def look(_connection: Connection, _catalogue: Catalogue, check: int, _now: Any) -> Sequence[Any]:
        looked.append(check)
        if check == broken:
            raise ValueError("a form that nobody can read")
        return ()

    monkeypatch.setattr(inspection, "look_through", look)
    with cast.database.writing() as connection:
        broken, fine = submit(connection, cast, ALICE), submit(connection, cast, CHARLIE)
        assert inspect(connection, catalogue, cast.now) == 2
        assert looked == [broken, fine]
        assert inspect(connection, catalogue, cast.now) == 0


async def sends(one: World, who: Speaker, picture: bytes, copies: int) -> None:
    """Begin the self-check, answer the first question, send its photo, and wait for our copy."""
    one.hands.start(who.id)
    await one.until(lambda: bool(one.sees(who.id)))
    for label, wanted in (("自查", "第1/"), ("是", "📷")):
        one.tap(who.id, label)
        await one.until(lambda wanted=wanted: wanted in one.sees(who.id))
    one.hands.photograph(who.id, [Upload(picture, "a.jpg", "image/jpeg")])
    await one.until(lambda: safe(one) == copies)


def safe(one: World) -> int:
    with one.cast.database.reading() as connection:
        return len(connection.execute(select(media.c.id).where(media.c.state == "safe")).all())


def pairs(one: World) -> int:
    with one.cast.database.reading() as connection:
        return len(connection.execute(select(twins)).all())


def hand_in(one: World, who: Speaker) -> None:
    """The rest of the self-check is left out: its submission is written down as the conversation would."""
    with one.cast.database.writing() as connection:
        (form,) = connection.execute(select(checks.c.checklist).distinct()).scalars()
        sent = CheckSubmitted(one.cast.key(form), 90, 9, 10, 1)
        one.cast.does(connection, who, sent)


def test_a_photo_sent_again_by_another_enterprise_reaches_its_own_supervisor_only(
    sqlite_database: Database, catalogue: Catalogue, tmp_path: Path
) -> None:
    chance = random.Random(1)
    picture = scene(chance)
    again = SAME["cut, brightness, compressed"](picture, chance)

    async def go() -> None:
        async with world(sqlite_database, catalogue, tmp_path) as one:
            await sends(one, ALICE, jpeg(picture), 1)
            await sends(one, CHARLIE, jpeg(again), 2)
            assert pairs(one) == 1
            for who in (ALICE, CHARLIE):
                hand_in(one, who)
            await one.app.rounds.look_through()
            for supervisor, told in ((WEI, True), (DONG, True), (TANG, False)):
                one.hands.start(supervisor.id)
                one.hands.write(supervisor.id, "/digest")
                await one.until(lambda who=supervisor: "自查" in one.sees(who.id))
                assert ("值得看一看" in one.sees(supervisor.id)) is told
            one.tap(WEI.id, "1")
            await one.until(lambda: "西风面馆" in one.sees(WEI.id))
            one.tap(WEI.id, "1")
            await one.until(lambda: "同一张" in one.sees(WEI.id))
            assert "东风" not in one.sees(WEI.id)

    asyncio.run(go())


def test_a_picture_of_nothing_is_kept_as_such(
    sqlite_database: Database, catalogue: Catalogue, tmp_path: Path
) -> None:

    async def go() -> None:
        async with world(sqlite_database, catalogue, tmp_path) as one:
            await sends(one, ALICE, jpeg(Image.new("RGB", (640, 480), "black")), 1)
            with one.cast.database.reading() as connection:
                assert list(connection.execute(select(media.c.plain)).scalars()) == [True]

    asyncio.run(go())
