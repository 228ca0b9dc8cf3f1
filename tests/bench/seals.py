"""`python -m tests.bench seals`: how long a million events take to seal and to verify, on SQLite. Prints, keeps nothing."""

import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import insert

from bot import keys, verifying
from bot.headfiles import HeadFiles
from bot.settings import Settings
from storage.database import Database
from storage.sealing import chain
from storage.sealing.chain import Settled
from storage.tables.events import events
from tests.cast import START
from tests.sealed import PORTION, said
from tests.tampering import sign_head

MILLION = 1_000_000


@dataclass(frozen=True)
class Sealed:
    """What it took, in seconds."""

    count: int
    sealing: float
    verifying: float
    processor: float
    megabytes: float
    findings: int


@dataclass
class Day:
    """Stands for the cast of tests/sealed.py: only its time is asked for."""

    now: "object" = START


def measure(count: int = MILLION) -> Sealed:
    """Fill, seal in the batches of the running program, sign a head, verify; all on disk."""
    with tempfile.TemporaryDirectory(prefix="anwen-seals-") as name:
        folder = Path(name)
        settings = Settings(data_dir=folder)
        database = Database.open(settings.database)
        database.migrate()
        for start in range(1, count + 1, PORTION):
            with database.writing() as connection:
                rows = [said(Day(), number) for number in range(start, min(start + PORTION, count + 1))]  # type: ignore[arg-type]
                connection.execute(insert(events), rows)
        began = time.perf_counter()
        settled, sealed = Settled(), 1
        while sealed:
            with database.writing() as connection:
                sealed = chain.seal(connection, settled, START)
        sealing = time.perf_counter() - began
        with database.writing() as connection:
            key = keys.load_or_make(folder / "seal.key")
            sign_head(connection, folder, key, START)
        size = sum(path.stat().st_size for path in folder.glob("anwen.db*")) / 1e6
        database.close()
        began, busy = time.perf_counter(), time.process_time()
        report = verifying.check(settings, HeadFiles(folder / "heads"), [key.public], photos=True)
        took, busy = time.perf_counter() - began, time.process_time() - busy
        assert report.entries == count
        return Sealed(count, sealing, took, busy, size, len(report.findings))


def told(found: Sealed) -> str:
    """The figures in one line."""
    return (
        f"seals: {found.count:,} events sealed in {found.sealing:.1f} s ({1e6 * found.sealing / found.count:.0f} µs each, "
        f"batches of {chain.MOST}), verified in {found.verifying:.1f} s, {found.processor:.1f} s of them processor time (goal for a million: 60 s), "
        f"{found.megabytes:.0f} MB with seals, {found.findings} findings"
    )
