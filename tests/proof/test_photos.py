"""P11: photos of hazards before and after, sent while files are slow, lost, cut and hostile: none silently missing, no GPS."""

import asyncio
import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from sqlalchemy import select

from bot import photos
from bot.media import Reason
from bot.telegram import Telegram
from checklists.catalogue import Catalogue
from checklists.load import load_catalogue
from storage.database import Database
from storage.tables.media import media
from storage.tables.people import people
from tests.bot.pictures import FINE
from tests.bot.world import World, world
from tests.cast import ALICE, BOB, CHARLIE, TANG, WALT, WEI, Speaker
from tests.proof.photographers import NUMBER, Photographer, text
from tests.proof.shots import MARKS, shots

FAULTS = (
    {"kind": "delay", "method": "file", "rate": 0.05, "seconds": 0.4},
    {"kind": "truncate", "method": "file", "rate": 0.03},
    {"kind": "missing", "method": "file", "rate": 0.02},
    {"kind": "reset", "method": "file", "rate": 0.02},
    {"kind": "error_5xx", "method": "file", "rate": 0.02},
    {"kind": "error_5xx", "method": "getFile", "rate": 0.02},
    {"kind": "429", "method": "getFile", "rate": 0.01, "seconds": 1},
)
SENDERS: Sequence[tuple[Speaker, Speaker]] = (
    (ALICE, TANG),
    (CHARLIE, WEI),
    (BOB, TANG),
    (WALT, WEI),
)  # with who supervises
ALBUM = 8
PATIENCE = 1800.0
TINY = 32  # bytes of a file that half of is nothing that could be known
pytestmark = pytest.mark.filterwarnings("ignore::UserWarning", "ignore::PIL.Image.DecompressionBombWarning")
LOST = {Reason.GONE, Reason.BROKEN}  # what comes of three faults in a row


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    return load_catalogue()


@dataclass
class Post:
    """Every picture that left the bot."""

    sent: list[bytes] = field(default_factory=list)

    def watch(self, monkeypatch: pytest.MonkeyPatch) -> None:
        upload = Telegram.upload

        async def watched(telegram: Telegram, method: str, body: str, content: bytes, name: str = "") -> Any:
            if method == "sendPhoto":
                self.sent.append(content)
            return await upload(telegram, method, body, content, name)

        monkeypatch.setattr(Telegram, "upload", watched)


@dataclass
class Outcome:
    """What a run came to."""

    photos: int
    safe: int
    failed: int
    pairs: int
    shown: int
    unlucky: int  # fine, and lost to faults three times in a row: told like all others


def rows(database: Database) -> dict[str, Any]:
    """Every photo by its stable name, with its sender's account."""
    found = select(media, people.c.account).join(people, people.c.id == media.c.person)
    with database.reading() as connection:
        return {row.unique_name: row for row in connection.execute(found)}


def unsettled(database: Database) -> int:
    """Photos that wait for a copy, and copies that wait for their picture of before and after."""
    found = rows(database).values()
    safe = {row.id for row in found if row.state == "safe"}
    unpaired = [row for row in found if row.id in safe and row.answers in safe and row.pair is None]
    return sum(row.state == "pending" for row in found) + len(unpaired)


async def all_settled(one: World) -> None:
    """Tries are repeated after seconds and minutes; the clock is moved so that nobody waits for them."""
    async with asyncio.timeout(PATIENCE):
        while unsettled(one.cast.database):
            one.sandbox.clock.advance(timedelta(seconds=20))
            await asyncio.sleep(1.0)
    await one.until(lambda: one.waiting() == 0)
    await asyncio.sleep(2.0)  # the last letters leave


async def look(one: World, supervisor: Speaker, senders: Sequence[Photographer]) -> int:
    """The supervisor opens the verdict of each hazard of their town: how many came with a picture."""
    eyes, shown = Photographer(one, supervisor, iter(())), 0
    theirs = [sender for sender in senders if (sender.who, supervisor) in SENDERS]
    for number in (number for sender in theirs for number in sender.numbers):
        await eyes.open(number, "复查")
        await eyes.tap("复查")
        await eyes.until(lambda number=number: eyes.sees.startswith(f"复查 {number}"))  # type: ignore[misc]  # bound here
        shown += eyes.screen is not None and "photo" in eyes.screen.body
    return shown


async def run(
    folder: Path, database: Database, catalogue: Catalogue, hazards: int, post: Post, people: int
) -> Outcome:
    """Everybody reports and puts right so many hazards; then everything is looked at."""
    async with world(database, catalogue, folder) as one:
        senders = [
            Photographer(one, who, shots(place + 1)) for place, (who, _) in enumerate(SENDERS[:people])
        ]
        for fault in FAULTS:
            one.sandbox.ground.engine.faults.add(fault)
        for who in {speaker for pair in SENDERS for speaker in pair}:
            one.hands.start(who.id)
        await asyncio.gather(*(sender.work(hazards, ALBUM) for sender in senders))
        await all_settled(one)
        shown = await asyncio.gather(*(look(one, eyes, senders) for eyes in (TANG, WEI)))
        found = rows(database)
        unlucky = sum(_judged(sender, found) for sender in senders)
        states = Counter(row.state for row in found.values())
        pairs = {row.pair for row in found.values() if row.pair}
        assert all(count > 0 for count in shown)
    clean = {hashlib.sha256(content).hexdigest() for content in _copies(folder, found, pairs)}
    assert {hashlib.sha256(content).hexdigest() for content in post.sent} <= clean, (
        "a picture that is no copy of ours"
    )
    assert post.sent
    return Outcome(len(found), states["safe"], states["failed"], len(pairs), sum(shown), unlucky)


def _judged(sender: Photographer, found: dict[str, Any]) -> int:
    """Each file of this sender has come to an end and is told of when there is no copy. How many fine ones were lost."""
    said = Counter(text(message) for message in sender.messages if "没能存下来" in text(message))
    told = Counter(next(number for number in NUMBER.findall(words)) for words in said.elements())
    unlucky, failed = 0, Counter[str]()
    for name, wanted in sender.sent.items():
        row = found.get(name)
        assert row is not None, f"{name} is silently missing"
        assert row.state in {"safe", "failed"}
        if row.state == "safe":
            assert wanted == FINE, f"{name} was {wanted} and passes for a photo"
            continue
        failed[row.hazard] += 1
        assert row.account == sender.who.id
        unlucky += wanted == FINE
        cut = row.reason == Reason.NOT_AN_IMAGE and row.announced_size < TINY
        assert cut or wanted in {FINE, row.reason} or row.reason in LOST, (
            f"{name}: {row.reason}, not {wanted}"
        )
    assert sum(told.values()) == sum(failed.values()), "each failure is told once"
    assert sorted(told.values()) == sorted(failed.values()), "and under its hazard's number"
    return unlucky


def _copies(folder: Path, found: dict[str, Any], pairs: set[str]) -> Iterator[bytes]:
    """Every copy and every picture of two: as its row says, and without anything of the file that was sent."""
    kept = {row.path: row for row in found.values() if row.path}
    for path in (folder / "media").rglob("*.jpg"):
        name, content = str(path.relative_to(folder / "media")), path.read_bytes()
        assert name in kept or name in pairs, f"{name} belongs to nothing"
        assert path.stem == hashlib.sha256(content).hexdigest()
        if name in kept:
            assert kept[name].sha256 == path.stem
        assert not [mark for mark in MARKS if mark in content], name
        with Image.open(path) as image:
            assert not image.getexif()
            assert set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
        yield content
    assert all((folder / "media" / name).exists() for name in {*kept, *pairs})


def prove(
    database: Database,
    catalogue: Catalogue,
    folder: Path,
    hazards: int,
    monkeypatch: pytest.MonkeyPatch,
    people: int = len(SENDERS),
) -> Outcome:
    post = Post()
    post.watch(monkeypatch)
    monkeypatch.setattr(photos, "AT_ONCE", 16)  # files that are slow are waited for side by side
    return asyncio.run(run(folder, database, catalogue, hazards, post, people))


def test_no_photo_of_a_hazard_is_silently_missing(
    sqlite_database: Database, shipped: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = prove(sqlite_database, shipped, tmp_path, 2, monkeypatch, people=2)
    assert found.photos >= 2 * 2 * ALBUM * 2
    assert found.failed
    assert found.pairs


@pytest.mark.proof
def test_five_thousand_photos_of_hazards(
    sqlite_database: Database, shipped: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = prove(sqlite_database, shipped, tmp_path, -(-5000 // (2 * ALBUM * len(SENDERS))), monkeypatch)
    print(found)
    assert found.photos >= 5000
