"""`python -m tests.bench.likeness`: how surely photos that are sent again are known, and how quickly among very many.

Prints, keeps nothing. Photos are made up (tests/bot/scenes.py), prints of the many are made up without pictures: gradients
of smooth random light, so that their bands are as uneven as those of photos, and random cosines.
"""

import argparse
import io
import random
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from PIL import Image
from sqlalchemy import Connection, event

from bot.demo.brush import Stage
from bot.demo.photos import SCENES, draw
from bot.printing import prints_of
from safety.likeness import WINDOWS, Nearness, Print
from storage import likeness
from storage.database import Database
from storage.tables.likeness import prints
from tests import postgres
from tests.bot.scenes import ANEW, BEYOND, MENDED, SAME, Change, scene, sheet

NEAR = Nearness()
PORTION = 20_000
COLUMNS = [column.name for column in prints.c]
Sheaf = Sequence[Print]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.likeness", description=__doc__)
    parser.add_argument("--scenes", type=int, default=200, help="made-up photos for the hit rates (200)")
    parser.add_argument("--photos", type=int, default=1_000_000, help="photos kept already (1,000,000)")
    parser.add_argument("--only", choices=("hits", "sqlite", "postgresql"), help="one part")
    given = parser.parse_args()
    if given.only in {None, "hits"}:
        hits(given.scenes)
    if given.only in {None, "sqlite"}:
        with tempfile.TemporaryDirectory() as folder:
            among(Database.open(f"sqlite:///{Path(folder) / 'many.db'}"), given.photos)
    if given.only in {None, "postgresql"}:
        server = postgres.start()
        among(Database.open(server.empty()), given.photos)
        server.stop()


# --- how surely ---------------------------------------------------------------------------------------------------


def hits(count: int) -> None:
    """The share that is known again for each change, and how many unrelated pairs are taken for one."""
    chance = random.Random(2)
    pictures = [scene(chance) for _ in range(count)]
    begin = time.perf_counter()
    kept = [prints_of(one) for one in pictures]
    print(
        f"{count} scenes of {pictures[0].size}, {1000 * (time.perf_counter() - begin) / count:.1f} ms a photo"
    )
    kinds = {
        "the same picture": SAME,
        "beyond": BEYOND,
        "taken anew": ANEW,
        "put right (false alarms)": MENDED,
    }
    for title, changes in kinds.items():
        print(f"--- {title}")
        for name, change in changes.items():
            print(f"{name:38} {100 * share(pictures, kept, change, chance):5.1f} %")
    print(f"{'before and after in the demo':38} {put_right()} of {len(SCENES)} pairs")
    print("--- unrelated")
    unrelated("scenes", kept)
    unrelated("white sheets", [prints_of(sheet(chance)) for _ in range(count)])


def put_right() -> int:
    """How many of the demo's places put right are taken for the photo from before."""

    def prints(scene: str, stage: Stage) -> Sheaf:
        return prints_of(Image.open(io.BytesIO(draw(scene, stage))).convert("RGB"))

    return sum(known(prints(one, Stage.AFTER), prints(one, Stage.BEFORE)) for one in SCENES)


def share(
    pictures: Sequence[Image.Image], kept: Sequence[Sheaf], change: Change, chance: random.Random
) -> float:
    found = [
        known(prints_of(change(picture, chance)), old) for picture, old in zip(pictures, kept, strict=True)
    ]
    return sum(found) / len(found)


def known(new: Sheaf, old: Sheaf) -> bool:
    """Whether storage would pair them: near, and with a band in common."""
    whole = new[0]
    return any(NEAR.holds(whole, one) and in_common(whole, one) for one in old)


def in_common(one: Print, other: Print) -> bool:
    return any(a is not None and a == b for a, b in zip(one.bands, other.bands, strict=True))


def unrelated(name: str, kept: Sequence[Sheaf]) -> None:
    pairs = [(new, old) for new in kept for old in kept if new is not old]
    wrong = sum(known(new, old) for new, old in pairs)
    nearest = min(
        (one.gradient ^ new[0].gradient).bit_count() + (one.cosine ^ new[0].cosine).bit_count()
        for new, old in pairs
        for one in old
    )
    print(f"{name:38} {wrong} of {len(pairs)} pairs, the nearest {nearest} bits apart")


# --- how quickly --------------------------------------------------------------------------------------------------


def among(database: Database, count: int) -> None:
    """Fill the table, then time what one new photo costs: found and not found."""
    name = database.engine.dialect.name
    if name == "sqlite":
        event.listen(database.engine, "connect", lambda raw, _: raw.execute("PRAGMA foreign_keys = OFF"))
    database.migrate()
    begin = time.perf_counter()
    samples = fill(database, count)
    print(f"--- {name}: {count} photos, {len(WINDOWS) * count} prints in {time.perf_counter() - begin:.0f} s")
    chance = random.Random(3)
    strangers = [[made_up(chance) for _ in WINDOWS] for _ in range(200)]
    with database.writing() as connection:
        unguard(connection)
        timed("a photo never seen", connection, strangers, count + 1)
        again = [[Print(one.gradient ^ 0b101, one.cosine)] * len(WINDOWS) for one in samples]
        timed("a photo sent again", connection, again, count + 1 + len(strangers))
    database.close()


def timed(what: str, connection: Connection, photos: Sequence[Sheaf], first: int) -> None:
    times, found, looked = [], 0, []
    for number, sheaf in enumerate(photos, first):
        looked.append(len(likeness._look_up(connection, number, sheaf[0])))
        begin = time.perf_counter()
        found += bool(likeness.enter(connection, number, sheaf, NEAR))
        times.append(1000 * (time.perf_counter() - begin))
    times.sort()
    print(
        f"{what}: p50 {median(times):.1f} ms, p95 {times[int(0.95 * len(times))]:.1f} ms, worst {times[-1]:.1f} ms; "
        f"{found} of {len(photos)} paired; {median(looked):.0f} prints compared, at most {max(looked)}"
    )


def made_up(chance: random.Random) -> Print:
    """A print as a photo could have it."""
    light = Image.new("L", (4, 3))
    light.putdata([chance.randrange(256) for _ in range(12)])
    detail = Image.new("L", (9, 8))
    detail.putdata([chance.randrange(256) for _ in range(72)])
    grey = Image.blend(light.resize((9, 8), Image.Resampling.BICUBIC), detail, 0.35).tobytes()
    gradient = 0
    for start in range(0, 72, 9):
        for place in range(start, start + 8):
            gradient = gradient << 1 | (grey[place] < grey[place + 1])
    return Print(gradient, chance.getrandbits(64))


def fill(database: Database, count: int) -> Sequence[Print]:
    """So many photos; a few of their prints to ask for afterwards."""
    chance = random.Random(4)
    samples: list[Print] = []
    for first in range(1, count + 1, PORTION):
        rows = list(portion(chance, first, min(PORTION, count + 1 - first), samples))
        with database.writing() as connection:
            unguard(connection)
            put(connection, rows)
    database.tune()
    return samples[:: max(1, len(samples) // 200)][:200]


def portion(chance: random.Random, first: int, count: int, samples: list[Print]) -> Iterator[dict[str, Any]]:
    for photo in range(first, first + count):
        whole = made_up(chance)
        if photo % 997 == 0:
            samples.append(whole)
        for edge in range(len(WINDOWS)):
            bits = 0
            for _ in range(4 * edge):
                bits |= 1 << chance.randrange(64)
            yield likeness._row(photo, edge, Print(whole.gradient ^ bits, whole.cosine ^ bits))


def put(connection: Connection, rows: Sequence[dict[str, Any]]) -> None:
    cursor: Any = connection.connection.cursor()
    values = [[row[name] for name in COLUMNS] for row in rows]
    if connection.dialect.name == "sqlite":
        marks = ", ".join("?" * len(COLUMNS))
        cursor.executemany(f"INSERT INTO prints ({', '.join(COLUMNS)}) VALUES ({marks})", values)
        return
    with cursor.copy(f"COPY prints ({', '.join(COLUMNS)}) FROM STDIN") as copy:
        for row in values:
            copy.write_row(row)


def unguard(connection: Connection) -> None:
    """Prints of photos that are in no other table."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(postgres.UNGUARDED)


if __name__ == "__main__":
    main()
