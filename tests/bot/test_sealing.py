"""The running program seals what happens, behind the turns."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import structlog
from sqlalchemy import Connection, func, select

from bot import keys
from bot.headfiles import HeadFiles
from bot.sealing import HEAD, SealRounds
from bot.settings import Settings
from checklists.catalogue import Catalogue
from dialogs.render import Texts
from safety.calendar import Calendar
from safety.seals.heads import genuine
from storage import due
from storage.database import Database
from storage.sealing import heads
from storage.tables.events import events
from storage.tables.post import outbox
from storage.tables.seals import seals
from tests.bot.world import World, world
from tests.cast import ALICE, DONG, START, TANG, Cast
from tests.phone import Hands

TEXTS = Texts.load(strict=True)


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


def heads_of(folder: Path) -> list[str]:
    return HeadFiles(folder / "heads").days()


def test_the_head_of_the_day_is_signed_kept_written_and_sent(
    database: Database, catalogue: Catalogue, tmp_path: Path
) -> None:
    """Monday's night passes: the district's people get it on Tuesday morning, nobody else does."""

    async def go() -> None:
        async with world(database, catalogue, tmp_path) as one:
            for person in (ALICE, TANG, DONG):
                one.hands.start(person.id)
            await one.until(lambda: unsealed(database) == 0, "sealed")
            await one.until(lambda: planned(database), "planned")
            one.sandbox.clock.move_to(datetime(2026, 11, 23, 16, 6, tzinfo=UTC))
            await one.until(lambda: heads_of(tmp_path) == ["2026-11-24"], "written")
            with database.reading() as connection:
                (head,) = heads.every(connection)
            assert list(HeadFiles(tmp_path / "heads").read()) == [
                (tmp_path / "heads" / "2026-11-24.json", head)
            ]
            assert genuine(head, keys.checks)
            assert head.key == keys.load_or_make(tmp_path / "seal.key").public
            assert "封条" not in one.sees(DONG.id)
            one.sandbox.clock.move_to(datetime(2026, 11, 24, 0, 30, 1, tzinfo=UTC))
            await one.until(lambda: any(head.chained in text for text in texts_of(one, DONG.id)), "sent")
            assert not any("封条" in text for who in (ALICE, TANG) for text in texts_of(one, who.id))

    asyncio.run(go())


def planned(database: Database) -> bool:
    with database.reading() as connection:
        return due.of(connection, HEAD) is not None


def texts_of(one: World, person: int) -> list[str]:
    return [str(message.body.get("text")) for message in one.bot_messages(person)]


# --- one round at a time, without the program around it -----------------------------------------------------------


@dataclass
class Office:
    """The rounds of one process on a database, run by hand."""

    cast: Cast
    folder: Path
    clock: Hands
    chat: int | None = None

    def __post_init__(self) -> None:
        url = self.cast.database.engine.url.render_as_string(hide_password=False)
        settings = Settings(data_dir=self.folder, database_url=url, head_chat=self.chat)
        self.rounds = SealRounds(
            Direct(self.cast.database),  # type: ignore[arg-type]  # runs jobs at once
            self.cast.database,
            settings,
            self.clock,
            TEXTS,
            Calendar,
        )

    def tick(self, times: int = 3) -> None:
        for _ in range(times):
            asyncio.run(self.rounds.round())

    def letters(self) -> list[tuple[int, datetime, str]]:
        with self.cast.database.reading() as connection:
            found = select(outbox.c.chat, outbox.c.not_before, outbox.c.body).order_by(outbox.c.id)
            return [tuple(row) for row in connection.execute(found.where(outbox.c.key.startswith("head:")))]


@dataclass
class Direct:
    """Runs each job in a transaction of its own, as a database thread does."""

    database: Database

    async def run(self, job: Callable[[Connection], Any], _name: str) -> Any:
        with self.database.writing() as connection:
            return job(connection)


@pytest.fixture
def office(cast: Cast, tmp_path: Path) -> Office:
    found = Office(cast, tmp_path, Hands(START))
    found.tick()
    return found


def test_a_head_is_made_once_a_day(office: Office) -> None:
    assert heads_of(office.folder) == []
    for days in range(1, 4):
        office.clock.time = START + timedelta(days=days)
        office.tick()
    assert heads_of(office.folder) == ["2026-11-24", "2026-11-25", "2026-11-26"]
    with office.cast.database.reading() as connection:
        made = heads.every(connection)
    assert [one.first for one in made] == [1, made[0].last + 1, made[1].last + 1]
    assert [one.before for one in made[1:]] == [one.digest() for one in made[:-1]]


def test_of_two_processes_one_makes_the_head_and_both_have_its_file(office: Office, tmp_path: Path) -> None:
    office.clock.time = START + timedelta(days=1)
    row_of = office.rounds._head_due
    with office.cast.database.writing() as connection:
        row = row_of(connection)
    assert row is not None
    asyncio.run(office.rounds.make_head(row))
    other = Office(office.cast, tmp_path / "other", office.clock)
    asyncio.run(other.rounds.make_head(row))
    with office.cast.database.reading() as connection:
        (head,) = heads.every(connection)
    for folder in (office.folder, tmp_path / "other"):
        assert HeadFiles(folder / "heads").marks(head) is not None


def test_a_file_that_was_not_written_comes_with_the_next_start(office: Office) -> None:
    office.clock.time = START + timedelta(days=1)
    office.tick()
    for path in (office.folder / "heads").iterdir():
        path.unlink()
    Office(office.cast, office.folder, office.clock).tick()
    assert heads_of(office.folder) == ["2026-11-24"]


def test_a_chat_of_the_settings_gets_the_letter_instead(office: Office) -> None:
    group = Office(office.cast, office.folder, office.clock, chat=-100200)
    office.clock.time = datetime(2026, 11, 23, 16, 6, tzinfo=UTC)
    group.tick()
    ((chat, when, body),) = office.letters()
    assert (chat, when) == (-100200, datetime(2026, 11, 24, 0, 30, tzinfo=UTC))
    assert '"disable_notification":true' in body


def test_no_letter_on_days_off(office: Office) -> None:
    office.clock.time = datetime(2026, 11, 27, 16, 6, tzinfo=UTC)  # the night to Saturday
    office.tick()
    assert heads_of(office.folder) == ["2026-11-28"]
    assert office.letters() == []


def test_no_letter_in_the_evening(office: Office) -> None:
    office.clock.time = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)  # 19:00: the bot was off the whole day
    office.tick()
    assert heads_of(office.folder) == ["2026-11-24"]
    assert office.letters() == []


def test_a_clock_that_went_back_makes_no_second_head(office: Office) -> None:
    office.clock.time = START + timedelta(days=3)
    office.tick()
    office.clock.time = START + timedelta(days=1)
    with office.cast.database.writing() as connection:
        row = due.of(connection, HEAD)
    assert row is not None
    asyncio.run(office.rounds.make_head(row))
    assert heads_of(office.folder) == ["2026-11-26"]


def test_a_key_that_cannot_be_used_is_said_once_and_tried_again(office: Office) -> None:
    path = office.folder / "seal.key"
    path.write_text("no key")
    path.chmod(0o600)
    office.clock.time = START + timedelta(days=1)
    with structlog.testing.capture_logs() as said:
        office.tick()
    assert [one["event"] for one in said] == ["the head cannot be signed"]
    path.unlink()
    office.tick()
    assert heads_of(office.folder) == ["2026-11-24"]
