"""`python -m tests.bench campaigns`: a campaign opened for 10,000 enterprises while others answer. Prints, keeps nothing.

The clock ticks once a second, as in the running program; somebody answers every 20 ms on the same database thread. What the
enterprises owe by it is worked out afterwards without pauses: how long the database is busy with it in all.
"""

import tempfile
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert, select

from bot import owed_rounds
from bot.clock import RealClock
from bot.rounds import tick
from bot.turn import House
from checklists.load import load_catalogue
from checklists.words import Language
from dialogs.texts import Texts
from safety.calendar import Calendar, local
from safety.campaigns import Terms
from safety.enterprises import Colour
from safety.events_campaigns import CampaignOpened
from safety.people import Actor, Role, Seat
from storage import content, enterprises, facts
from storage.database import Database
from storage.enterprises import Entry
from storage.facts import Statement
from storage.record import record
from storage.tables.campaigns import campaign_rounds, campaign_targets
from storage.tables.ledger import enterprises as table
from storage.tables.obligations import obligations
from storage.tables.people import people, seats
from storage.unit import Writer
from tests.cast import START

MANY = 10_000
ALONE = 15.0  # seconds in which answers alone are measured
PORTION = 500
TICK, PAUSE = 1.0, 0.02  # seconds between ticks of the clock, between two answers


@dataclass
class Stopwatch:
    """How long jobs took: of the clock inside the database thread, of answers from asking to commit."""

    clock: list[float] = field(default_factory=list)
    answers: list[float] = field(default_factory=list)


@dataclass(frozen=True)
class Opened:
    """What it took, in seconds."""

    count: int
    opening: float
    owing: float
    longest: float
    before: float
    meanwhile: float
    owed: int


def percentile(found: list[float], share: float) -> float:
    ordered = sorted(found)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0


class Stage:
    """A district of its own: enterprises with one officer each, the content, one database thread."""

    def __init__(self, folder: Path, count: int) -> None:
        self.count = count
        self.catalogue = load_catalogue()
        self.house = House(self.catalogue, Texts.load(), RealClock(), 1, "bench")
        self.database = Database.open(f"sqlite:///{folder / 'anwen.db'}")
        self.database.migrate()
        self.now = START
        self.watch = Stopwatch()
        for start in range(0, count, PORTION):
            with self.database.writing() as connection:
                self._enter(connection, range(start, min(count, start + PORTION)))
        with self.database.writing() as connection:
            content.publish(connection, self.catalogue, self.now)
        self.writer = Writer(self.database)
        self.writer.start()

    def _enter(self, connection: Connection, numbers: range) -> None:
        said = {"catering": True, "gas_pipe": True, "staff": 5}
        entries = [
            Entry(f"9137{n:014d}", f"单位{n}", Colour.WHITE, f"镇{n % 20}", facts=said) for n in numbers
        ]
        enterprises.save(connection, entries, self.now, "bench")
        rows = [{"account": n + 1, "chat": n + 1, "name": "x", "language": Language.ZH, "met_at": self.now, "consent_at": self.now} for n in numbers]  # fmt: skip
        connection.execute(insert(people), rows)
        here = [(n + 1, n + 1) for n in numbers]
        held = [{"person": p, "role": Role.OFFICER, "enterprise": e, "since": self.now} for p, e in here]
        connection.execute(insert(seats), held)

    def clocked(self, job: Callable[[Connection], Any]) -> Any:
        """Run a job of the clock, and note how long it held the database thread."""

        def timed(connection: Connection) -> Any:
            began = time.perf_counter()
            try:
                return job(connection)
            finally:
                self.watch.clock.append(time.perf_counter() - began)

        return self.writer.submit(timed, "clock").result()

    def answering(self, until: threading.Event) -> None:
        """Somebody answers again and again; how long each has to wait."""
        number = 0
        while not until.is_set():
            number += 1
            began = time.perf_counter()
            found: Future[Any] = self.writer.submit(lambda c, n=number: self._answer(c, n), "turn")  # type: ignore[misc]
            found.result()
            self.watch.answers.append(time.perf_counter() - began)
            time.sleep(PAUSE)

    def _answer(self, connection: Connection, number: int) -> None:
        facts.state(
            connection, [Statement(number % min(PORTION, self.count) + 1, "staff", number, "bench")], self.now
        )

    def for_seconds(self, ends: Callable[[], bool]) -> float:
        """Tick once a second beside the answers until it ends; how long that was."""
        over, began = threading.Event(), time.perf_counter()
        thread = threading.Thread(target=self.answering, args=(over,))
        thread.start()
        while not ends():
            self.now += timedelta(seconds=TICK)
            self.clocked(lambda c: tick(c, self.house, Calendar(), self.now))
            for _ in range(2):
                self.clocked(lambda c: owed_rounds.work_out(c, self.house, Calendar(), self.now))
                time.sleep(TICK / 2)
        over.set()
        thread.join()
        return time.perf_counter() - began

    def opens(self) -> None:
        actor = Actor(1, "x", Language.ZH, consented=True, seat=Seat(Role.DISTRICT))
        terms = Terms(local(self.now).date(), 7).to_json()
        event = CampaignOpened("专项", "catering_gas", {"facts": {"uses_gas": True}}, terms)
        self.writer.submit(lambda c: record(c, actor, [event], self.now, None), "open").result()

    def opened(self) -> datetime | None:
        with self.database.reading() as connection:
            found: datetime | None = connection.execute(
                select(campaign_rounds.c.opened_at)
            ).scalar_one_or_none()
        return found

    def idle(self) -> None:
        """Work out what is owed anyway, before the campaign."""
        while self.clocked(lambda c: owed_rounds.work_out(c, self.house, Calendar(), self.now)):
            pass


def measure(count: int = MANY, alone: float = ALONE) -> Opened:
    """Answers alone, answers while the campaign opens, and what is owed by it."""
    with tempfile.TemporaryDirectory(prefix="anwen-campaigns-") as name:
        stage = Stage(Path(name), count)
        stage.idle()
        beginning = time.perf_counter()
        stage.watch = Stopwatch()
        stage.for_seconds(lambda: time.perf_counter() - beginning > alone)
        before = percentile(stage.watch.answers, 0.95)
        stage.watch = Stopwatch()
        stage.opens()
        opening = stage.for_seconds(lambda: stage.opened() is not None)
        meanwhile, longest = percentile(stage.watch.answers, 0.95), max(stage.watch.clock)
        began = time.perf_counter()
        stage.idle()
        owing = time.perf_counter() - began
        with stage.database.reading() as connection:
            owed = len(connection.execute(select(obligations.c.id).where(obligations.c.rule == "R43")).all())
            assert len(connection.execute(select(campaign_targets.c.enterprise)).all()) == count
            assert len(connection.execute(select(table.c.id)).all()) == count
        stage.writer.stop()
        stage.database.close()
        return Opened(count, opening, owing, longest, before, meanwhile, owed)


def told(found: Opened) -> str:
    """The figures in one line."""
    ratio = found.meanwhile / found.before if found.before else 0.0
    return (
        f"campaigns: opened for {found.count:,} enterprises in {found.opening:.0f} s, {found.owed:,} of them owe it after {found.owing:.0f} s more "
        f"of the database's time; longest transaction of the clock {found.longest * 1000:.0f} ms; answers meanwhile p95 {found.meanwhile * 1000:.1f} ms, "
        f"{ratio:.2f} times that without ({found.before * 1000:.1f} ms)"
    )
