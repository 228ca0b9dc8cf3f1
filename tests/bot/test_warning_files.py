"""A circular with a file, from hostile bytes to the last receiver; killed and restarted in between, nothing is lost or doubled."""

import asyncio
from collections import Counter
from pathlib import Path

import pytest
from sqlalchemy import Connection, func, select, update

from bot import warning_rounds
from bot.sandbox.telegram.files import Upload
from checklists.catalogue import Catalogue
from checklists.load import load_catalogue
from safety.events_hazards import Picture
from safety.events_warnings import WarningConfirmed, WarningFileSent, WarningFileWanted
from storage import media as keeping
from storage.database import Database
from storage.media import Copy
from storage.tables.media import media
from storage.tables.people import people
from storage.tables.post import due, outbox
from storage.tables.warnings import warning_targets
from tests.bot.test_warning_life import says, taps
from tests.bot.test_warning_rounds import MANY, NUMBER, go, issue, many, post_dying
from tests.bot.world import World, world
from tests.cast import ALICE, BOB, CHARLIE, TANG, Cast

PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
PROGRAM = b"MZ\x90\x00" + b"\x00" * 200


def kept(connection: Connection, cast: Cast) -> None:
    """The town's file, whose copy is safe."""
    cast.does(connection, TANG, WarningFileSent(Picture("f", "u1", 10, ""), document=True, name="通知.pdf"))
    number = connection.execute(select(media.c.id)).scalar_one()
    keeping.keep(connection, number, Copy("ab/cd/x.pdf", "f" * 64, 10, 0, 0), cast.now)


def enclosed(connection: Connection) -> Counter[int]:
    """How many letters with the file each chat has."""
    found = select(outbox.c.chat).where(outbox.c.key.like("warning-file:%"))
    return Counter(connection.execute(found).scalars())


def test_chunks_that_are_killed_give_everybody_the_file_once(cast: Cast) -> None:
    with cast.database.writing() as connection:
        many(connection, cast)
        kept(connection, cast)
        issue(connection, cast, TANG, file="u1")
        post_dying(connection, cast)
        counted = enclosed(connection)
        assert len(counted) == MANY + 2
        assert set(counted.values()) == {1}
        order = connection.execute(
            select(outbox.c.key).where(outbox.c.chat == ALICE.id).order_by(outbox.c.id)
        ).scalars()
        assert [str(one).split(":")[0] for one in order] == ["warning", "warning-file"], "below the notice"
        files = select(outbox.c.media).where(outbox.c.key.like("warning-file:%")).distinct()
        assert connection.execute(files).scalars().all() == [f"files/ab/cd/x.pdf#{NUMBER}.pdf"]


def test_the_chase_goes_on_as_before_and_brings_no_second_file(cast: Cast) -> None:
    with cast.database.writing() as connection:
        kept(connection, cast)
        issue(connection, cast, TANG, file="u1")
        go(connection, cast, hours=5)
        assert enclosed(connection) == {ALICE.id: 1, BOB.id: 1}
        again = select(func.count()).where(outbox.c.key.like("warning:%:1"))
        assert connection.execute(again).scalar_one() == 2
        cast.does(connection, ALICE, WarningConfirmed(NUMBER))
        confirmed = connection.execute(select(warning_targets.c.confirmed_at)).scalars().all()
        assert None not in confirmed


def test_who_asks_gets_it_once_more_and_who_is_out_of_reach_later(cast: Cast) -> None:
    with cast.database.writing() as connection:
        kept(connection, cast)
        away = people.c.account == BOB.id
        connection.execute(update(people).where(away).values(reachable=False))
        issue(connection, cast, TANG, file="u1")
        go(connection, cast, minutes=5)
        assert enclosed(connection) == {ALICE.id: 1}
        connection.execute(update(people).where(away).values(reachable=True))
        for who in (ALICE, BOB, BOB):
            cast.does(connection, who, WarningFileWanted(NUMBER))
        go(connection, cast, minutes=5)
        assert enclosed(connection) == {ALICE.id: 2, BOB.id: 1}
        assert not connection.execute(select(due).where(due.c.kind == warning_rounds.FILE)).all()


# --- through the wire ---------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    return load_catalogue()


def states(one: World) -> list[str]:
    with one.cast.database.reading() as connection:
        return list(connection.execute(select(media.c.state).order_by(media.c.id)).scalars())


def documents(one: World, person: int) -> list[str]:
    """The platform's references of the documents that somebody has from the bot."""
    return [
        str(message.body["document"]["file_id"])
        for message in one.bot_messages(person)
        if "document" in message.body
    ]


def test_a_hostile_file_is_refused_and_a_pdf_reaches_everybody_by_one_upload(
    sqlite_database: Database, shipped: Catalogue, tmp_path: Path
) -> None:
    asyncio.run(_lived(sqlite_database, shipped, tmp_path))


async def _lived(database: Database, shipped: Catalogue, folder: Path) -> None:
    async with world(database, shipped, folder) as one:
        for person in (ALICE.id, BOB.id, CHARLIE.id, TANG.id):
            one.hands.start(person)
        await one.until(lambda: one.waiting() == 0)
        await says(one, TANG.id, "/warn", "预警和通知")
        await taps(one, TANG.id, "发一条", "发什么")
        await taps(one, TANG.id, "高温", "可以附一份文件")
        one.hands.send_files(TANG.id, [Upload(PROGRAM, "通知.pdf", "application/pdf")])
        await one.until(lambda: states(one) == ["failed"])
        await one.until(lambda: "不是 PDF" in str([message.body for message in one.bot_messages(TANG.id)]))
        await taps(one, TANG.id, "发出", "附件没能存下来")
        one.hands.send_files(TANG.id, [Upload(PDF, "高温通知.pdf", "application/pdf")])
        await one.until(lambda: states(one) == ["failed", "safe"])
        await one.restart()
        await taps(one, TANG.id, "发出", "再点一次")
        await taps(one, TANG.id, "发给 1 家", "正在一批一批送")
        await one.until(lambda: bool(documents(one, ALICE.id) and documents(one, BOB.id)), "the file")
        assert documents(one, ALICE.id) == documents(one, BOB.id), "one upload"
        stored = one.sandbox.ground.world.files.find(documents(one, ALICE.id)[0])
        assert stored.name == f"{NUMBER}.pdf"
        assert documents(one, CHARLIE.id) == []
        one.tap(ALICE.id, "确认收到")
        await one.until(lambda: "看附件" in str(one.bot_messages(ALICE.id)[-1].buttons))
        await taps(one, ALICE.id, "看附件", "附件马上发给您")
        one.app.look_again()
        await one.until(lambda: len(documents(one, ALICE.id)) == 2, "once more")
