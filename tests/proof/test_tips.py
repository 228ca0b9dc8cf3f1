"""An anonymous tip told while the bot is killed at every step: it arrives once, whole, and no row leads to its reporter."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.sandbox.telegram.chats import Message
from dialogs.tips.draft import AT_ONCE
from storage.database import Database
from storage.tables import metadata
from storage.tables.people import people
from storage.tables.post import inbox
from storage.tables.tips import tip_contacts, tip_photos, tips
from tests.proof.process import Nursery
from tests.proof.stage import PICTURE, Stage, Upload, stage

STRANGER = 555_000_111
WORDS, PLACE = "后厨瓶装气放在地下室", "地下一层"
NUMBER = "JB-2026-"
SHORT = ("turn.before_commit", "send.after_call")
LONG = ("turn.after_commit", "send.before_call", "sent.before_commit")
PATIENCE = 60.0  # seconds; a busy machine starts a bot slowly


@pytest.fixture(scope="module")
def nursery() -> Iterator[Nursery]:
    with Nursery() as started:
        yield started


class Stranger:
    """Somebody without a seat, phone in hand, while the bot dies at each of their steps."""

    def __init__(self, scene: Stage) -> None:
        self.scene = scene
        scene.sandbox.ground.add_person(STRANGER, first_name="路人", language_code="zh-hans")

    @property
    def messages(self) -> list[Message]:
        world = self.scene.sandbox.ground.world
        history = world.private_chat(world.bot(), world.person(STRANGER))
        return [one for one in history.messages.values() if one.author == self.scene.sandbox.bot.id]

    def sees(self, text: str) -> bool:
        return any(text in str(one.body) for one in self.messages)

    async def steps(self, act: Callable[[], object], then: str, place: str) -> None:
        """Do something, let the bot die of it, start it again, and wait until it has taken effect."""
        bot = self.scene.start(f"{place}:1")
        act()
        with suppress(TimeoutError):
            await asyncio.wait_for(bot.gone.wait(), PATIENCE)
        assert bot.gone.is_set(), f"nothing died at {place}"
        self.scene.start()
        async with asyncio.timeout(PATIENCE):
            while not self.sees(then):  # noqa: ASYNC110 - the stand-in has no event for it
                await asyncio.sleep(0.02)

    def tap(self, label: str) -> None:
        for one in reversed(self.messages):
            for button in one.buttons:
                if label in button["text"]:
                    self.scene.sandbox.ground.hands.tap(STRANGER, one.id, data=button["callback_data"])
                    return
        raise AssertionError(f"no button {label!r}")


async def told(folder: Path, nursery: Nursery, place: str) -> None:
    async with stage(folder, nursery, people=1, seed=7) as scene:
        stranger, hands = Stranger(scene), scene.sandbox.ground.hands
        await stranger.steps(lambda: hands.start(STRANGER), "同意之前", place)
        await stranger.steps(lambda: stranger.tap("匿名举报"), "举报哪家企业", place)
        await stranger.steps(lambda: hands.write(STRANGER, "企业0"), "有什么问题", place)
        await stranger.steps(lambda: hands.write(STRANGER, WORDS), "在什么地方", place)
        upload = Upload(PICTURE, "a.jpg", "image/jpeg")
        await stranger.steps(lambda: hands.photograph(STRANGER, [upload]), "照片 1 张", place)
        await asyncio.sleep(AT_ONCE.total_seconds() + 0.5)  # sooner, it would belong to the words
        await stranger.steps(lambda: hands.write(STRANGER, PLACE), "没问题就发出", place)
        await stranger.steps(lambda: stranger.tap("匿名发出"), NUMBER, place)
        await stranger.steps(lambda: stranger.tap("返回"), "同意之前", place)
        await settled(scene)


async def settled(scene: Stage) -> None:
    """Wait until everything that was said is handled."""
    database = Database.open(f"sqlite:///{scene.database}")
    try:
        async with asyncio.timeout(PATIENCE):
            while waiting(database):  # noqa: ASYNC110 - as above
                await asyncio.sleep(0.05)
    finally:
        database.close()


def waiting(database: Database) -> bool:
    with database.reading() as connection:
        return bool(connection.execute(select(inbox.c.update_id).where(inbox.c.state == "waiting")).all())


@pytest.mark.parametrize("place", [*SHORT, *(pytest.param(one, marks=pytest.mark.proof) for one in LONG)])
def test_a_tip_arrives_once_and_whole_wherever_it_was_killed(
    tmp_path: Path, nursery: Nursery, place: str
) -> None:
    asyncio.run(told(tmp_path, nursery, place))
    database = Database.open(f"sqlite:///{tmp_path / 'anwen.db'}")
    with database.reading() as connection:
        (tip,) = connection.execute(select(tips)).all()
        assert (tip.words, tip.place) == (WORDS, PLACE)
        assert len(connection.execute(select(tip_photos)).all()) == 1
        person = connection.execute(select(people.c.id).where(people.c.account == STRANGER)).scalar_one()
        for table in metadata.sorted_tables:
            if table in (tip_contacts, people):
                continue
            for found in connection.execute(select(table)):
                row = found._mapping
                his = str(STRANGER) in str(row) or row.get("person") == person
                assert not (his and any(one in str(row) for one in (WORDS, PLACE, tip.number))), row
    database.close()
