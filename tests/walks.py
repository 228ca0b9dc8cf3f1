"""A supervisor's walk through real screens by real turns, nothing of it kept; every statement that ran, and how it is planned.

Each walk is one transaction that is rolled back: any button may be tapped, also one that acts.
"""

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import orjson
from sqlalchemy import Connection, event, text

from bot.turn import House, take_turns
from checklists.catalogue import Catalogue
from dialogs.render import Texts
from storage import inbox
from storage.database import Database
from storage.inbox import Arrived
from storage.prepared import savepoint
from storage.tips.vault import Vault
from tests.spent import Meter, Spent

BOT = 1
WALKS = (
    "menu",
    "digest",
    "hazards",
    "approvals",
    "unreachable",
    "supervise",
    "enterprise",
    "records",
    "todo",
    "pledge",
    "warn",
    "supplies",
    "call",
    "incident",
    "drill",
    "training",
    "exam",
    "hours",
    "seats",
    "audit",
    "emergency",
)
TYPED = ("查 面馆", "逾期清单", "企业", "YH-2026-000123")
DEEPER = 2  # taps from a command


@dataclass(frozen=True, slots=True)
class Seen:
    """One screen that came: which way led there, what its turn cost each time it was taken, how many statements ran."""

    way: str
    times: Sequence[Spent]
    statements: int


@dataclass(slots=True)
class Watch:
    """Every statement that runs while it is open, with the parameters it ran with first."""

    statements: dict[str, Any] = field(default_factory=dict)
    count: int = 0

    def note(self, statement: str, parameters: Any, *, many: bool) -> None:
        self.count += 1
        if not many:
            self.statements.setdefault(statement, parameters)


@contextmanager
def watching(database: Database) -> Iterator[Watch]:
    """Look at what is executed on a database while the block lasts."""
    watch = Watch()

    def before(_c: Any, _cursor: Any, statement: str, parameters: Any, _context: Any, many: bool) -> None:
        watch.note(statement, parameters, many=many)

    event.listen(database.engine, "before_cursor_execute", before)
    try:
        yield watch
    finally:
        event.remove(database.engine, "before_cursor_execute", before)


@dataclass(slots=True)
class Still:
    """A clock that stands."""

    moment: datetime

    def now(self) -> datetime:
        return self.moment


class _Undone(Exception):  # noqa: N818 - takes back what was done
    pass


@dataclass(slots=True)
class Walker:
    """One supervisor with a phone. `rounds`: how often each screen is taken to be measured."""

    database: Database
    catalogue: Catalogue
    texts: Texts
    now: datetime
    account: int
    watch: Watch
    numbers: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))
    seen: list[Seen] = field(default_factory=list)
    known: set[tuple[str, str]] = field(default_factory=set)
    rounds: int = 1
    trivial: list[float] = field(default_factory=list)
    house: House = field(init=False)

    def __post_init__(self) -> None:
        self.house = House(self.catalogue, self.texts, Still(self.now), BOT, "walk", Vault([b"k" * 32]))

    def walk(
        self, commands: Sequence[str] = WALKS, said: Sequence[str] = TYPED, deeper: int = DEEPER
    ) -> None:
        """Every command and every button below it, as deep as wanted; then what is typed."""
        for command in commands:
            self._below([f"/{command}"], deeper)
        for words in said:
            self._below([words], 1)

    def _below(self, way: list[str], deeper: int) -> None:
        buttons = self._go(way)
        if deeper:
            for number, label in enumerate(buttons):
                pair = (
                    _kind(way[-1]),
                    _kind(label),
                )  # the rows of a list lead to cards of one kind: the first stands for all
                if not _leads_home(label) and pair not in self.known:
                    self.known.add(pair)
                    self._below([*way, f"{number}:{label}"], deeper - 1)

    def _go(self, way: Sequence[str]) -> list[str]:
        """Walk a way from its beginning; only its last step is measured. The labels that are shown at its end."""
        with self.database.engine.connect() as connection:
            meter = Meter(connection, self.trivial)
            rows: list[tuple[str, str]] = []
            for step in way[:-1]:
                rows = self._step(connection, step, rows) or rows
            times = [self._again(meter, way[-1], rows) for _ in range(self.rounds - 1)]
            before = self.watch.count
            with meter.measuring() as spent:
                rows = self._step(connection, way[-1], rows) or rows
            statements = self.watch.count - before
            connection.rollback()
        words = " › ".join(re.sub(r"^\d+:", "", one) for one in way)
        self.seen.append(Seen(words, [*times, spent], statements))
        return [label for label, _ in rows]

    def _again(self, meter: Meter, step: str, rows: Sequence[tuple[str, str]]) -> Spent:
        """Take one step and take it back."""
        with suppress(_Undone), savepoint(meter.connection, "again"):
            with meter.measuring() as spent:
                self._step(meter.connection, step, rows)
            raise _Undone
        return spent

    def _step(
        self, connection: Connection, step: str, rows: Sequence[tuple[str, str]]
    ) -> list[tuple[str, str]]:
        place, tapped, _ = step.partition(":")
        number = next(self.numbers)
        if tapped:
            update = self._tap(number, rows[int(place)][1])
        else:
            update = {"update_id": number, "message": self._message(number) | {"text": step}}
        arrived = Arrived(number, self.account, orjson.dumps(update).decode())
        inbox.receive(connection, BOT, [arrived], self.now)
        done = take_turns(connection, self.house)
        bodies = [
            orjson.loads(letter.body)
            for turn in done
            for letter in turn.letters
            if letter.body and not letter.sealed
        ]
        found = [_buttons(body) for body in bodies]
        return next((rows for rows in reversed(found) if rows), [])

    def _message(self, number: int) -> dict[str, Any]:
        chat = {"id": self.account, "type": "private", "first_name": "监管"}
        sender = {"id": self.account, "is_bot": False, "first_name": "监管", "language_code": "zh-hans"}
        return {"message_id": number, "date": int(self.now.timestamp()), "chat": chat, "from": sender}

    def _tap(self, number: int, data: str) -> dict[str, Any]:
        message = self._message(number) | {"date": 0, "text": "?"}
        query = {"id": f"q{number}", "from": message["from"], "chat_instance": "1", "data": data}
        return {"update_id": number, "callback_query": {**query, "message": message}}


def _kind(label: str) -> str:
    """A label without numbers and signs: 第 2 页 and 第 3 页 are one kind."""
    return re.sub(r"[\d\W]+", "", label) or "#"


def _leads_home(label: str) -> bool:
    return "主页" in label or "菜单" in label or label.startswith(("返回", "‹"))


def _buttons(body: Mapping[str, Any]) -> list[tuple[str, str]]:
    rows = body.get("reply_markup", {}).get("inline_keyboard", [])
    return [(one["text"], one["callback_data"]) for row in rows for one in row if "callback_data" in one]


# --- plans --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Scan:
    """A statement that reads a whole table."""

    table: str
    statement: str


def scans(connection: Connection, watch: Watch, large: Mapping[str, int]) -> list[Scan]:
    """The statements that read all of a table that is large."""
    look = _of_sqlite if connection.dialect.name == "sqlite" else _of_postgresql
    found = []
    for statement, parameters in watch.statements.items():
        if statement.lstrip().split(" ", 1)[0].upper() in {"SELECT", "UPDATE", "DELETE", "INSERT", "WITH"}:
            found += [
                Scan(table, statement) for table in look(connection, statement, parameters) if table in large
            ]
    return found


_SCAN = re.compile(r"^SCAN (\w+)(?: USING (?:COVERING )?INDEX (\w+))?")


def _of_sqlite(connection: Connection, statement: str, parameters: Any) -> Iterator[str]:
    rows = connection.connection.cursor().execute(f"EXPLAIN QUERY PLAN {statement}", parameters).fetchall()
    for row in rows:
        match = _SCAN.match(str(row[3]))
        if match and not (match[2] and "autoindex" not in match[2] and _partial(connection, match[2])):
            yield _table_of(statement, match[1])


def _partial(connection: Connection, index: str) -> bool:
    """A partial index is small: walking it is no walk over the table."""
    found = (
        connection.connection.cursor()
        .execute("SELECT sql FROM sqlite_master WHERE name = ?", (index,))
        .fetchone()
    )
    return bool(found and " WHERE " in found[0])


def _table_of(statement: str, alias: str) -> str:
    named = re.search(rf"\b(\w+) AS {alias}\b", statement)
    return named[1] if named else alias


def _of_postgresql(connection: Connection, statement: str, parameters: Any) -> Iterator[str]:
    cursor = connection.connection.cursor()
    cursor.execute("SAVEPOINT plan")
    try:
        cursor.execute(f"EXPLAIN (FORMAT JSON) {statement}", parameters)
        (plan,) = cursor.fetchone()
        yield from _sequential(plan[0]["Plan"])
    finally:
        cursor.execute("ROLLBACK TO SAVEPOINT plan")
        cursor.close()


def _sequential(node: Mapping[str, Any]) -> Iterator[str]:
    if node.get("Node Type") == "Seq Scan":
        yield str(node["Relation Name"])
    for child in node.get("Plans", ()):
        yield from _sequential(child)


def sizes(connection: Connection, tables: Sequence[str], least: int) -> Mapping[str, int]:
    """The tables with at least so many rows."""
    found = {
        name: int(connection.execute(text(f"SELECT count(*) FROM {name}")).scalar_one()) for name in tables
    }
    return {name: number for name, number in found.items() if number >= least}
