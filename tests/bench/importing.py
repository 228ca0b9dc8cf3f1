"""`python -m tests.bench import`: how long a list of 10,500 enterprises takes from file to ledger on both databases, and how long others wait meanwhile."""

import hashlib
import io
import random
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime

import xlsxwriter
from sqlalchemy import select

from bot.imports import writing
from bot.imports.judging import Limit, judge
from bot.imports.reading import Reading, read
from bot.imports.writing import Script
from bot.sheets import SheetRefused, open_book, read_bytes
from checklists.catalogue import Catalogue
from checklists.load import load_catalogue
from safety.credit_code import check_character
from storage import imports
from storage.database import Database
from storage.tables.ledger import enterprises
from storage.unit import Writer
from tests import postgres
from tests.bot.hostile import BOMBS

COUNT = 10_500
TOWNS = 20
FACTS = (
    "staff", "has_contractors", "has_dispatched", "has_special_ops", "has_special_equipment", "hot_work",
    "limited_space", "dust", "gas_pipe", "gas_lpg",
)  # fmt: skip
HEAD = ("企业名称", "统一社会信用代码", "镇街", "行业", "颜色", "地址", "主要负责人", "负责人电话", "安全员", "安全员电话")  # fmt: skip
NOW = datetime(2026, 11, 23, 2, tzinfo=UTC)
EVERY = 0.01  # seconds between two small jobs of others


@dataclass(frozen=True)
class Figures:
    """Seconds of one database: the file into rows, rows held against the ledger, written; the same file once more. Waits of others."""

    database: str
    reading: float
    judging: float
    writing: float
    again: float
    p50: float
    p95: float
    longest: float

    @property
    def whole(self) -> float:
        return self.reading + self.judging + self.writing


def made(count: int = COUNT) -> bytes:
    """An xlsx file with contacts and ten facts a row."""
    drawn, out = random.Random(1), io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        page = book.add_worksheet("企业")
        page.write_row(0, 0, [*HEAD, *FACTS])
        for number in range(1, count + 1):
            first = f"91370199MA{number:07d}"
            facts = [str(drawn.randrange(1, 300)), *(drawn.choice("是否") for _ in FACTS[1:])]
            page.write_row(number, 0, [
                f"安澜第{number}饭店", first + check_character(first), f"第{number % TOWNS}镇", "餐饮", "", f"路{number}号",
                "王一", f"13{number:09d}", "李二", f"15{number:09d}", *facts,
            ])  # fmt: skip
    return out.getvalue()


def measure(count: int = COUNT) -> list[Figures]:
    """Both databases; PostgreSQL where it can be had."""
    raw, catalogue = made(count), load_catalogue()
    found = []
    with tempfile.TemporaryDirectory(prefix="anwen-import-") as folder:
        database = Database.open(f"sqlite:///{folder}/anwen.db")
        database.migrate()
        found.append(one(database, raw, catalogue, "SQLite"))
        database.close()
    with suppress(postgres.NoServer):
        found.append(one(postgres.start().wiped(), raw, catalogue, "PostgreSQL"))
    return found


def one(database: Database, raw: bytes, catalogue: Catalogue, name: str) -> Figures:
    """A list that is all new, written while others ask for small things; then the same list again."""
    began = time.perf_counter()
    reading = read(open_book(raw), catalogue)
    read_in = time.perf_counter() - began
    writer = Writer(database, most=24)
    writer.start()
    try:
        judged_in, written_in, waits = _write(database, writer, reading, catalogue, raw)
        began = time.perf_counter()
        _write(database, writer, reading, catalogue, raw)
        again = time.perf_counter() - began
    finally:
        writer.stop()
    waits = sorted(waits)
    middle, tail = waits[len(waits) // 2], waits[int(len(waits) * 0.95)]
    return Figures(name, read_in, judged_in, written_in, again, middle, tail, waits[-1])


def _write(
    database: Database, writer: Writer, reading: Reading, catalogue: Catalogue, raw: bytes
) -> tuple[float, float, list[float]]:
    began = time.perf_counter()
    with database.reading() as connection:
        judged = judge(connection, reading, Limit())
    judged_in = time.perf_counter() - began
    digest = hashlib.sha256(raw).hexdigest()
    job = writer.run(lambda c: imports.enter_writing(c, "list.xlsx", digest, {}, judged.understood, NOW))
    script, done = Script(job.id, reading, Limit(), catalogue), 0
    began = time.perf_counter()
    with others(writer) as waits:
        while done < script.total:
            done = writer.run(lambda c, done=done: writing.portion(c, script, done, NOW)).done  # type: ignore[misc]  # bound here
        writer.run(lambda c: writing.finish(c, job, script, NOW))
    return judged_in, time.perf_counter() - began, waits


@contextmanager
def others(writer: Writer) -> Iterator[list[float]]:
    """Somebody whose small turns stand in the same line: how long each takes until it is on disk."""
    waits: list[float] = []
    over = threading.Event()

    def ask() -> None:
        while not over.wait(EVERY):
            began = time.perf_counter()
            writer.run(lambda c: c.execute(select(enterprises.c.id).limit(1)).first())
            waits.append(time.perf_counter() - began)

    asking = threading.Thread(target=ask)
    asking.start()
    try:
        yield waits
    finally:
        over.set()
        asking.join()


def bombs() -> tuple[int, str, float]:
    """How many hostile files there are, and which takes longest to be refused."""
    slowest, seconds = "", 0.0
    for name, (make, _) in BOMBS.items():
        raw, began = make(), time.perf_counter()
        try:
            read_bytes(raw)
        except SheetRefused:
            taken = time.perf_counter() - began
            slowest, seconds = max((slowest, seconds), (name, taken), key=lambda found: found[1])
    return len(BOMBS), slowest, seconds


def told(found: Sequence[Figures], refused: tuple[int, str, float]) -> str:
    """The figures as lines."""
    lines = [
        f"import of {COUNT:,} rows on {one.database}: {one.whole:.1f} s (read {one.reading:.1f}, judged {one.judging:.1f}, "
        f"written {one.writing:.1f}); the same list again {one.again:.1f} s; others wait "
        f"{one.p50 * 1000:.0f} ms, p95 {one.p95 * 1000:.0f} ms, longest {one.longest * 1000:.0f} ms"
        for one in found
    ]
    count, name, seconds = refused
    return "\n".join([*lines, f"{count} hostile files refused, the slowest ({name}) after {seconds:.2f} s"])
