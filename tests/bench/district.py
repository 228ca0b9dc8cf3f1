"""The district at its real size: a morning's digests, every screen of a supervisor, and how their statements are planned.

`python -m tests.bench district [--data FOLDER] [--size district] [--times 10]`: on SQLite, and carried to PostgreSQL. A folder that `python -m bot seed` has
filled is used as it is; without one a district is seeded first, which takes minutes.
"""

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

from sqlalchemy import func, select

from bot import digest_rounds, moving
from bot.district import command
from bot.district.command import Order
from bot.district.size import SIZES
from bot.settings import Settings
from bot.turn import House
from checklists.catalogue import Catalogue
from checklists.load import load_catalogue
from dialogs.render import Texts
from safety.calendar import calendar_of
from safety.people import Role
from storage import due
from storage.database import Database
from storage.hasty import hasty
from storage.multiplying import multiply
from storage.snapshots import copy_sqlite
from storage.tables import metadata
from storage.tables.events import events
from storage.tables.ledger import enterprises, hazards
from storage.tables.people import people, seats
from tests import postgres, walks
from tests.walks import Seen, Still, Walker, watching

LARGE = 5_000  # rows from which a whole read of a table is told
GOAL, DIGESTS = 0.150, 60.0  # seconds: a screen at its 95th percentile; all digests of a morning
SLOWEST = 30
ROUNDS = 5  # how often each screen is taken


@dataclass(frozen=True, slots=True)
class Watched:
    """What was measured on one database."""

    kind: str
    size: str
    digests: int
    digest_seconds: float
    slowest_digest: float
    seen: Sequence[Seen]
    trivial: Sequence[float]
    scans: Sequence[walks.Scan]


def prepared(folder: Path | None, size: str, catalogue: Catalogue) -> tuple[Settings, Path]:
    """A folder with a district in it."""
    where = folder or Path(tempfile.mkdtemp(prefix="anwen-district-"))
    where.mkdir(parents=True, exist_ok=True)
    settings = Settings(data_dir=where)
    if command.empty(settings.database):
        order = Order(SIZES[size], datetime.fromisoformat("2026-11-27T00:30:00+00:00"), photos=False)
        command.fill(settings, catalogue, order, lambda line: print(line, flush=True))
    return settings, where


def measure(folder: Path | None, size: str, *, only: str = "", times: int = 1) -> Iterator[Watched]:
    """On SQLite, then on PostgreSQL; with `times` on a copy that holds so many times as much."""
    catalogue = load_catalogue()
    settings, where = prepared(folder, size, catalogue)
    if times > 1:
        settings = grown(settings, where, times)
    if only != "postgresql":
        yield on(settings.database, catalogue)
    if only != "sqlite":
        server = postgres.start()
        url = server.empty()
        try:
            moving.move(settings.database, url, lambda _line: None)
            yield on(url, catalogue)
        finally:
            server.drop(url)


def grown(settings: Settings, where: Path, times: int) -> Settings:
    """A copy of the district, so many times over; made once."""
    path = where / f"times-{times}.db"
    url = f"sqlite:///{path.absolute()}"
    if not path.exists():
        half = path.with_suffix(".half")
        half.unlink(missing_ok=True)
        copy_sqlite(Path(settings.database.removeprefix("sqlite:///")), half)
        database = hasty(f"sqlite:///{half.absolute()}")
        with database.writing() as connection:
            multiply(connection, times, lambda line: print(line, flush=True))
        database.tune()
        database.close()
        half.rename(path)
    return Settings(data_dir=where, database_url=url)


def on(url: str, catalogue: Catalogue) -> Watched:
    """One database: digests first, then screens; nothing is kept."""
    database, texts = Database.open(url), Texts.load()
    database.migrate()
    try:
        now = moment_of(database)
        with watching(database) as watch:
            count, seconds, slowest = digests(database, catalogue, texts, now)
            seen: list[Seen] = []
            trivial: list[float] = []
            for account in supervisors(database):
                walker = Walker(
                    database, catalogue, texts, now, account, watch, rounds=ROUNDS, trivial=trivial
                )
                walker.walk()
                seen += walker.seen
        with database.engine.connect() as connection:
            large = walks.sizes(connection, list(metadata.tables), LARGE)
            found = walks.scans(connection, watch, large)
            size = f"{rows(connection, enterprises):,} enterprises, {rows(connection, hazards):,} hazards, {rows(connection, events):,} events"
            connection.rollback()
        return Watched(database.engine.dialect.name, size, count, seconds, slowest, seen, trivial, found)
    finally:
        database.close()


def rows(connection: object, table: object) -> int:
    return int(connection.execute(select(func.count()).select_from(table)).scalar_one())  # type: ignore[attr-defined,arg-type]


def moment_of(database: Database) -> datetime:
    """Shortly after the last thing that happened."""
    with database.reading() as connection:
        last = connection.execute(select(func.max(events.c.at))).scalar_one()
    return last + timedelta(minutes=1)  # type: ignore[no-any-return]


def digests(
    database: Database, catalogue: Catalogue, texts: Texts, now: datetime
) -> tuple[int, float, float]:
    """Every supervisor's digest of the next morning: how many, seconds in all, the slowest."""
    calendar = calendar_of(catalogue.holidays)
    spent = []
    with database.engine.connect() as connection:
        house = House(catalogue, texts, Still(now), walks.BOT, "bench")
        digest_rounds.plan(connection, now, calendar)
        later = now + timedelta(days=4)
        moment = min(row.due_at for row in due.of_kind(connection, digest_rounds.KIND, later, 1))
        for row in due.of_kind(connection, digest_rounds.KIND, later, 10_000):
            began = perf_counter()
            digest_rounds.send(connection, house, calendar, row, moment)
            spent.append(perf_counter() - began)
        connection.rollback()
    return len(spent), sum(spent), max(spent, default=0.0)


def supervisors(database: Database) -> list[int]:
    """One of the district, one of the largest and one of a small town."""
    with database.reading() as connection:
        per_town = (
            select(enterprises.c.town, func.count().label("n"))
            .group_by(enterprises.c.town)
            .order_by(func.count().desc())
        )
        towns = [row.town for row in connection.execute(per_town)]
        found = []
        for role, area in ((Role.DISTRICT, None), (Role.TOWN, towns[0]), (Role.TOWN, towns[-1])):
            here = seats.c.area.is_(None) if area is None else seats.c.area == area
            query = (
                select(people.c.account)
                .join(seats, seats.c.person == people.c.id)
                .where(seats.c.role == role, seats.c.until.is_(None), here)
                .order_by(people.c.id)
                .limit(1)
            )
            found += connection.execute(query).scalars().all()
        return found


def told(found: Watched) -> str:
    """The figures in lines."""
    lines = [
        f"{found.kind}: {found.size}",
        f"  digests of a morning: {found.digests} in {found.digest_seconds:.1f} s (goal {DIGESTS:.0f}), the slowest {found.slowest_digest:.2f} s",
        *screens(found),
        f"  statements that read a table of {LARGE:,} rows or more as a whole: {len(found.scans)}",
        *(f"    {scan.table}: {' '.join(scan.statement.split())[:400]}" for scan in found.scans),
    ]
    return "\n".join(lines)


def screens(found: Watched) -> Iterator[str]:
    """All screens together, then the slowest ones, each beside a trivial statement's round trip in the same run."""
    every = sorted(spent.wall for one in found.seen for spent in one.times)
    work = sorted(spent.both for one in found.seen for spent in one.times)
    trivial = at(sorted(found.trivial), 0.5)
    over = sum(at(sorted(spent.wall for spent in one.times), 0.95) > GOAL * 1000 for one in found.seen)
    yield (
        f"  {len(found.seen)} screens, each {ROUNDS} times: p50 {at(every, 0.5):.0f} ms, p95 {at(every, 0.95):.0f} ms (goal {GOAL * 1000:.0f}), the slowest {at(every, 1):.0f} ms; "
        f"work of the process and the server p50 {at(work, 0.5):.0f} ms, p95 {at(work, 0.95):.0f} ms"
    )
    yield (
        f"  a trivial statement in the same run: p50 {trivial:.3f} ms, p95 {at(sorted(found.trivial), 0.95):.3f} ms; a screen is {at(every, 0.5) / trivial:.0f} of them at p50, {at(every, 0.95) / trivial:.0f} at p95; screens with a p95 over the goal: {over}"
    )
    yield "     p50 ms  p95 ms  work ms  ratio  statements"
    for one in sorted(found.seen, key=lambda one: -median(spent.both for spent in one.times))[:SLOWEST]:
        walls = sorted(spent.wall for spent in one.times)
        yield f"    {at(walls, 0.5):7.0f} {at(walls, 0.95):7.0f} {median(spent.both for spent in one.times) * 1000:8.0f} {at(walls, 0.5) / trivial:6.0f} {one.statements:11d}  {one.way}"


def at(every: Sequence[float], share: float) -> float:
    """A percentile in milliseconds."""
    return every[min(len(every) - 1, int(len(every) * share))] * 1000 if every else 0.0
