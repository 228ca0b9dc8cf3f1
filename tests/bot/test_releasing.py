"""Content that is published while the bot runs: checked first, refused whole, and the same everywhere soon after."""

import asyncio
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from bot import publish
from bot.clock import Clock
from bot.releasing import CURRENT, FORMER, NEW, Whole, agree, read_folder, standing
from bot.settings import Settings
from bot.turn import House
from bot.turns import Writers
from checklists.catalogue import Catalogue
from checklists.checking import main as check
from checklists.words import Language
from dialogs.texts import Texts
from storage import duties, releases
from storage.database import Database
from storage.tables.content import contents
from storage.tables.content import releases as table
from storage.tables.ledger import duties as owed
from storage.tables.ledger import enterprises
from tests import cast as casting
from tests.bot.contents import NINE, QUESTION, copied, reworded
from tests.bot.world import world
from tests.cast import ALICE, START, Cast
from tests.phone import Hands


def whole(folder: Path) -> Whole:
    read = read_folder(folder)
    assert isinstance(read, Whole)
    return read


def url(database: Database) -> str:
    return database.engine.url.render_as_string(hide_password=False)


def published(
    database: Database, folder: Path, tmp_path: Path, clock: Clock | None = None
) -> tuple[int, str]:
    """What the command does and says."""
    said: list[str] = []
    settings = Settings(database_url=url(database), content_dir=folder, data_dir=tmp_path)
    code = publish.main(settings, wait=0, clock=clock or Hands(), say=said.append)
    return code, "\n".join(said)


def rows(database: Database, of: Any) -> int:
    with database.reading() as connection:
        return int(connection.execute(select(func.count()).select_from(of)).scalar_one())


# --- the command --------------------------------------------------------------------------------------------------


def test_it_releases_what_is_on_disk_and_says_what_has_changed(
    database: Database, catalogue: Catalogue, tmp_path: Path
) -> None:
    content = copied(tmp_path)
    assert published(database, content, tmp_path)[0] == 0
    before = rows(database, contents)
    reworded(content, "营业时所有出口都开着吗？")
    code, said = published(database, content, tmp_path)
    assert code == 0
    assert "第 2 版" in said
    assert "营业时所有出口都开着吗？" in said
    assert "NS-01" in said
    assert rows(database, table) == 2
    assert rows(database, contents) == before + 1, "only the form that changed is a new version"


def test_the_same_content_is_not_released_again(database: Database, tmp_path: Path) -> None:
    content = copied(tmp_path)
    published(database, content, tmp_path)
    code, said = published(database, content, tmp_path)
    assert code == 0
    assert "正在用的第 1 版" in said
    assert rows(database, table) == 1


def test_former_content_becomes_a_new_release_when_it_is_published_on_purpose(
    database: Database, tmp_path: Path
) -> None:
    content = copied(tmp_path)
    published(database, content, tmp_path)
    reworded(content, "门都开着吗？")
    published(database, content, tmp_path)
    reworded(content, QUESTION, "门都开着吗？")
    assert "第 3 版" in published(database, content, tmp_path)[1]


def test_it_is_refused_whole_on_any_problem_with_the_words_of_the_content_check(
    database: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = copied(tmp_path)
    published(database, content, tmp_path)
    reworded(content, "门都开着吗？")
    reworded(content, "kind: yesnoo", "kind: yesno")
    reworded(content, "no such fact", "cycle_days: 30", NINE)
    code, said = published(database, content, tmp_path)
    assert code == 1
    assert check(["--content", str(content), "--language", "zh-CN"]) == 1
    complaints = capsys.readouterr().out.strip().splitlines()
    assert len(complaints) > 3
    assert said.splitlines()[:-1] == complaints
    assert rows(database, table) == 1


def test_open_drafts_of_a_changed_form_are_counted(
    database: Database, catalogue: Catalogue, tmp_path: Path
) -> None:
    cast = casting.seat(database, catalogue)
    content = copied(tmp_path)
    published(database, content, tmp_path)
    with database.writing() as connection:
        cast.does(connection, ALICE, cast.begun("nine_small"))
    reworded(content, "门都开着吗？")
    assert "1 份做到一半的自查" in published(database, content, tmp_path)[1]


# --- at a start ---------------------------------------------------------------------------------------------------


def test_content_that_was_never_released_is_at_a_start_and_a_former_one_is_not(
    database: Database, tmp_path: Path
) -> None:
    content = copied(tmp_path)
    old = whole(content)
    reworded(content, "门都开着吗？")
    new = whole(content)
    with database.writing() as connection:
        assert standing(connection, old.bundle) == NEW
        assert agree(connection, old.bundle, old.catalogue, START).number == 1
        assert agree(connection, old.bundle, old.catalogue, START).number == 1
        assert agree(connection, new.bundle, new.catalogue, START).number == 2
        assert [standing(connection, one.bundle) for one in (old, new)] == [FORMER, CURRENT]
        served = agree(connection, old.bundle, old.catalogue, START)
    assert served.number == 2
    assert served.catalogue.checklists["nine_small"].question("NS-01").text.zh == "门都开着吗？"
    assert served.catalogue == new.catalogue


def test_a_release_that_this_program_cannot_read_leaves_it_with_its_own(
    database: Database, tmp_path: Path
) -> None:
    content = copied(tmp_path)
    own = whole(content)
    with database.writing() as connection:
        agree(connection, own.bundle, own.catalogue, START)
        row = {"fingerprint": "f" * 64, "files": {"facts.yaml": "odd: true"}, "released_at": START}
        connection.execute(table.insert(), row)
        served = agree(connection, own.bundle, own.catalogue, START)
    assert served.number is None
    assert served.catalogue is own.catalogue


def test_who_lags_behind_does_not_work_out_duties_by_former_content(
    database: Database, catalogue: Catalogue, tmp_path: Path
) -> None:
    casting.seat(database, catalogue)
    own = whole(copied(tmp_path))
    with database.writing() as connection:
        for number in (1, 2):
            assert releases.release(connection, own.bundle, own.catalogue, START) == number
        connection.execute(owed.delete())
        duties.mark_all(connection)
        releases.refresh_duties(connection, own.catalogue, 1, START)
        stale = connection.execute(select(func.count()).where(enterprises.c.stale)).scalar_one()
        assert (rows_of(connection), stale) == (0, 2)
        releases.refresh_duties(connection, own.catalogue, 2, START)
        assert rows_of(connection) > 0


def rows_of(connection: Any) -> int:
    return int(connection.execute(select(func.count()).select_from(owed)).scalar_one())


# --- while it runs ------------------------------------------------------------------------------------------------


def test_a_running_bot_follows_and_a_draft_keeps_its_version(
    database: Database, catalogue: Catalogue, tmp_path: Path
) -> None:
    content = copied(tmp_path)

    async def go() -> None:
        async with world(database, catalogue, tmp_path, content_dir=content) as one:
            assert one.app.follower.number == 1
            await draft_of(one.cast)
            reworded(content, "门都开着吗？")
            code, _ = await asyncio.to_thread(published, database, content, tmp_path, one.app.clock)
            assert code == 1, "with no time to wait it says that the bot does not serve it yet"
            await one.until(lambda: one.app.follower.number == 2)
            for house in one.app.writers.houses:
                assert house.catalogue.checklists["nine_small"].question("NS-01").text.zh == "门都开着吗？"
            assert await asyncio.to_thread(published, database, content, tmp_path, one.app.clock) == (
                0,
                "这就是正在用的第 2 版，没有要发布的。\n正在运行的 1 个程序都已经换成这一版。",
            )
            with database.reading() as connection:
                draft = one.cast.ledger(connection, ALICE).draft(one.cast.key("nine_small"))
            assert draft is not None
            assert draft.form.question("NS-01").text.zh == QUESTION

    async def draft_of(cast: Cast) -> None:
        with cast.database.writing() as connection:
            cast.does(connection, ALICE, cast.begun("nine_small"))

    asyncio.run(go())


def test_a_restart_serves_the_release_of_the_database_and_not_an_old_disk(
    sqlite_database: Database, catalogue: Catalogue, tmp_path: Path
) -> None:
    content, other = copied(tmp_path), copied(tmp_path / "other")

    async def go() -> None:
        async with world(sqlite_database, catalogue, tmp_path, content_dir=content) as one:
            reworded(other, "门都开着吗？")
            await asyncio.to_thread(published, sqlite_database, other, tmp_path, one.app.clock)
            await one.restart()
            assert one.app.follower.number == 2
            form = one.app.catalogue.checklists["nine_small"]
            assert form.question("NS-01").text.zh == "门都开着吗？"

    asyncio.run(go())


def test_no_job_sees_half_of_one_and_half_of_the_other(
    sqlite_database: Database, catalogue: Catalogue, tmp_path: Path
) -> None:
    new = whole(copied(tmp_path)).catalogue

    async def go() -> None:
        hold, held = threading.Event(), threading.Event()
        writers = Writers(sqlite_database, lambda: house(catalogue), 2)
        writers.start()
        seen: list[Catalogue] = []

        def turn(_connection: Any) -> None:
            seen.append(writers.houses[0].catalogue)
            held.set()
            assert hold.wait(10)
            seen.append(writers.houses[0].catalogue)

        running = writers.writers[0].submit(turn)
        await asyncio.to_thread(held.wait, 10)
        furnishing = asyncio.create_task(writers.furnish(new))
        await asyncio.sleep(0.2)
        assert not furnishing.done()
        hold.set()
        await furnishing
        running.result()
        assert seen[0] is seen[1] is catalogue
        assert [one.catalogue is new for one in writers.houses] == [True, True]
        await asyncio.to_thread(writers.stop)

    asyncio.run(go())


def house(catalogue: Catalogue) -> House:
    return House(catalogue, Texts({}), Hands(), 1, "test")


def test_what_cannot_be_read_is_not_followed_and_not_tried_again(
    sqlite_database: Database, catalogue: Catalogue, tmp_path: Path
) -> None:
    async def go() -> None:
        async with world(sqlite_database, catalogue, tmp_path, content_dir=copied(tmp_path)) as one:
            served = one.app.catalogue
            with sqlite_database.writing() as connection:
                row = {"fingerprint": "f" * 64, "files": {"facts.yaml": "odd: true"}, "released_at": START}
                connection.execute(table.insert(), row)
            await one.app.follower.follow()
            await one.app.follower.follow()
            assert one.app.catalogue is served
            assert one.app.follower.number == 1

    asyncio.run(go())


@pytest.mark.parametrize("language", list(Language))
def test_the_command_has_words_in_both_languages(language: Language) -> None:
    texts: Callable[..., str] = Texts.load(publish.LOCALES, strict=True).plain
    made = publish.Released(3, new=True, changes=("x",) * 50, drafts=2)
    lines = [line for line in publish.told(made) if not isinstance(line, str)]
    late = [publish._followed(2, []), publish._followed(0, []), publish._followed(2, ["a", "b"])]
    said = [texts(line, language) for line in (*lines, *late)]
    assert len(said) == 6
    assert all(one.strip() for one in said)
