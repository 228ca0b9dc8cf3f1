"""A sealed record to tamper with (tests/tampering.py): talk, a self-check with a photo, talk; the head of each day is signed."""

from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, func, insert, select

from bot import keys
from bot.keys import Key
from bot.shelf import Shelf
from safety.events import AnswerSaved, CheckSubmitted, PhotoKept, PhotoReceived, Said
from storage import media
from storage.media import Copy
from storage.sealing import chain, reading
from storage.tables.events import events
from tests.cast import ALICE, BOB, Cast
from tests.tampering import Scene, seal_now, sign_head

PICTURE = b"a picture"
PORTION = 20_000


def build(connection: Connection, cast: Cast, folder: Path, count: int = 0) -> Scene:
    """Three days, and as many events between the second and the third as `count` says, a day for each portion of them."""
    key = keys.load_or_make(folder / "seal.key")
    for number in range(8):
        cast.does(connection, ALICE, Said("text", f"第一天 {number}"), key=f"1:{100 + number}")
        cast.passes(seconds=30)
    middle = newest(connection) - 4
    day(connection, cast, folder, key)
    check, photo = submit(connection, cast, folder)
    day(connection, cast, folder, key)
    first = newest(connection) + 1
    for start in range(first, first + count, PORTION):
        talk(connection, cast, start, min(PORTION, first + count - start))
        day(connection, cast, folder, key)
    skipped = newest(connection) + 5
    talk(connection, cast, skipped, 8)
    day(connection, cast, folder, key)
    if connection.dialect.name == "postgresql":  # rows that were numbered by hand are not counted
        counted = "SELECT setval(pg_get_serial_sequence('events', 'id'), (SELECT max(id) FROM events))"
        connection.exec_driver_sql(counted)
    middle = first + count // 2 if count else middle
    places = [reading.entry_of(connection, event) or 0 for event in (middle, skipped, photo, check)]
    last = chain.last(connection).entry
    return Scene(connection, folder, key, cast.now, *places, "ZC-2026-000001", last)


def newest(connection: Connection) -> int:
    return int(connection.execute(select(func.max(events.c.id))).scalar_one())


def day(connection: Connection, cast: Cast, folder: Path, key: Key) -> None:
    """Seal everything, and sign the head in the next night."""
    seal_now(connection, cast.now)
    cast.passes(days=1)
    sign_head(connection, folder, key, cast.now)


def talk(connection: Connection, cast: Cast, first: int, count: int) -> None:
    """Messages as many people write them, as rows."""
    connection.execute(insert(events), [said(cast, number) for number in range(first, first + count)])


def said(cast: Cast, number: int) -> dict[str, Any]:
    return {
        "id": number,
        "at": cast.now - timedelta(seconds=1),
        "kind": "person:said",
        "subject": "person",
        "person": number % 997,
        "role": "officer",
        "enterprise": number % 331,
        "area": None,
        "body": {"what": "text", "text": f"灭火器都在有效期内，消防通道畅通，第 {number} 次检查"},
        "update_key": f"9:{number}",
        "ordinal": 0,
    }


def submit(connection: Connection, cast: Cast, folder: Path) -> tuple[int, int]:
    """A self-check with a photo of which we have a copy; the numbers of both events."""
    form = next(iter(cast.catalogue.checklists.values()))
    check, question = cast.key(form.id), form.questions[0].id
    cast.does(connection, ALICE, cast.begun(form.id), AnswerSaved(check, question, "no", "bad"))
    cast.does(connection, ALICE, PhotoReceived(check, question, "f", "u", 9))
    cast.does(connection, BOB, CheckSubmitted(check, 67, 2, 3, 1), key="1:500")
    submitted = newest(connection)
    (pending,) = media.claim(connection, cast.now)
    digest = Shelf(folder).keep_clean(PICTURE)
    copy = Copy(f"{digest[:2]}/{digest[2:4]}/{digest}.jpg", digest, 9, 1, 1)
    kept = media.keep(connection, pending.id, copy, cast.now)
    assert kept == PhotoKept(pending.id, sha256(PICTURE).hexdigest())
    cast.does(connection, ALICE, kept)
    return submitted, newest(connection)
