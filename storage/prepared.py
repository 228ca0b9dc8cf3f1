"""Constant statements of the hot path: compiled once for each database, run on the driver's own cursor.

SQLAlchemy's execution of a cached statement costs 40 to 60 µs, the driver's about 5 (docs/decisions.md). The statements stay
SQLAlchemy Core; types are converted by their own processors; errors are wrapped as SQLAlchemy wraps them. No tables here.
"""

from collections import namedtuple
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Dialect
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql.compiler import SQLCompiler

Insert = Callable[..., Any]
Process = Callable[[Any], Any]
Parameters = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Plan:
    """A statement as one driver wants it: text, parameters in order (or by name), fixed values, converters."""

    text: str
    names: Sequence[str] | None
    fixed: Mapping[str, Any]
    binds: Mapping[str, Process]
    results: Sequence[tuple[int, Process]]
    row: Callable[[Any], Any]


class Prepared:
    """One constant statement. Every value that changes is a bindparam; nothing relies on Python-side defaults.

    An INSERT … ON CONFLICT is given as a function of the dialect's `insert` (see upsert.py).
    """

    def __init__(self, statement: Any) -> None:
        self._statement = statement
        self._plans: dict[str, Plan] = {}

    @classmethod
    def upsert(cls, build: Callable[[Insert], Any]) -> "Prepared":
        """An INSERT … ON CONFLICT for both databases."""
        return cls({"sqlite": build(sqlite.insert), "postgresql": build(postgresql.insert)})

    def rows(self, connection: Connection, parameters: Parameters) -> list[Any]:
        """Run it; all rows, as named tuples."""
        plan = self._plan(connection)
        cursor = self._execute(connection, plan, self._arguments(plan, parameters))
        try:
            found = cursor.fetchall()
        finally:
            cursor.close()
        return [_row(plan, row) for row in found]

    def first(self, connection: Connection, parameters: Parameters) -> Any:
        """Run it; the first row, or None."""
        found = self.rows(connection, parameters)
        return found[0] if found else None

    def scalar(self, connection: Connection, parameters: Parameters) -> Any:
        """Run it; the first column of the first row, or None."""
        found = self.first(connection, parameters)
        return found[0] if found is not None else None

    def run(self, connection: Connection, parameters: Parameters) -> int:
        """Run it; how many rows it has changed."""
        plan = self._plan(connection)
        cursor = self._execute(connection, plan, self._arguments(plan, parameters))
        count: int = cursor.rowcount
        cursor.close()
        return count

    def run_many(self, connection: Connection, parameters: Sequence[Parameters]) -> None:
        """Run it once for each set of parameters."""
        if not parameters:
            return
        plan = self._plan(connection)
        rows = [self._arguments(plan, one) for one in parameters]
        self._execute(connection, plan, rows, many=True).close()

    def _plan(self, connection: Connection) -> Plan:
        plan = self._plans.get(connection.dialect.name)
        if plan is None:
            name = connection.dialect.name
            own = self._statement[name] if isinstance(self._statement, dict) else self._statement
            plan = self._plans[name] = plan_of(own, connection.dialect)
        return plan

    @staticmethod
    def _arguments(plan: Plan, parameters: Parameters) -> Any:
        given = {**plan.fixed, **parameters}
        for name, process in plan.binds.items():
            if name in parameters:
                given[name] = process(given[name])
        return given if plan.names is None else [given[name] for name in plan.names]

    @staticmethod
    def execute_text(connection: Connection, text: str) -> None:
        """Run a plain text, savepoints mostly."""
        Prepared._execute(connection, Plan(text, (), {}, {}, (), tuple), ()).close()

    @staticmethod
    def _execute(connection: Connection, plan: Plan, arguments: Any, *, many: bool = False) -> Any:
        if not connection.in_transaction():
            connection.begin()
        cursor = connection.connection.cursor()
        for listener in connection.dispatch.before_cursor_execute:
            listener(connection, cursor, plan.text, arguments, None, many)
        try:
            cursor.executemany(plan.text, arguments) if many else cursor.execute(plan.text, arguments)
        except connection.dialect.loaded_dbapi.Error as error:
            raise wrapped(connection, plan.text, cursor, error) from error
        return cursor


@contextmanager
def savepoint(connection: Connection, name: str) -> Iterator[None]:
    """Everything inside happens, or nothing of it. The error that undid it travels."""
    tell(connection, f"SAVEPOINT {name}")
    try:
        yield
    except BaseException:
        if connection.in_transaction() and not connection.invalidated:
            tell(connection, f"ROLLBACK TO SAVEPOINT {name}")
            tell(connection, f"RELEASE SAVEPOINT {name}")
        raise
    tell(connection, f"RELEASE SAVEPOINT {name}")


def tell(connection: Connection, text: str) -> None:
    """Run one statement without parameters and rows."""
    Prepared.execute_text(connection, text)


def plan_of(statement: Any, dialect: Dialect) -> Plan:
    """Compile a statement for a database."""
    compiled: SQLCompiler = statement.compile(dialect=dialect)
    binds = {
        name: process
        for name, bind in compiled.binds.items()
        if (process := bind.type.dialect_impl(dialect).bind_processor(dialect)) is not None
    }
    given = {name: bind.effective_value for name, bind in compiled.binds.items() if not bind.required}
    fixed = {name: binds[name](value) if name in binds else value for name, value in given.items()}
    columns = list(statement.exported_columns) if returns(statement) else []
    processes = [column.type.dialect_impl(dialect).result_processor(dialect, None) for column in columns]
    results = [(place, process) for place, process in enumerate(processes) if process is not None]
    names = [str(column.key) for column in columns]
    make = row_of(names) if names else tuple
    positions = list(compiled.positiontup) if compiled.positiontup is not None else None
    return Plan(str(compiled), positions, fixed, binds, results, make)


def row_of(names: Sequence[str]) -> Callable[[Any], Any]:
    """Makes named tuples of these names."""
    kind: Any = namedtuple("Row", names)  # type: ignore[misc]  # noqa: PYI024 - the names are known only here
    made: Callable[[Any], Any] = kind._make
    return made


def returns(statement: Any) -> bool:
    """Whether it gives rows."""
    return bool(getattr(statement, "is_select", False) or getattr(statement, "_returning", ()))


def _row(plan: Plan, found: Sequence[Any]) -> Any:
    """A driver's row with the types that the statement's columns have."""
    if not plan.results:
        return plan.row(found)
    row = list(found)
    for place, process in plan.results:
        row[place] = process(row[place])
    return plan.row(row)


def wrapped(connection: Connection, text: str, cursor: Any, error: Exception) -> BaseException:
    """A driver's error as SQLAlchemy would raise it, so that a lost connection is known as one."""
    lost = connection.dialect.is_disconnect(error, connection.connection.dbapi_connection, cursor)  # type: ignore[arg-type]  # the driver's own
    if lost:
        connection.invalidate(error)
    return DBAPIError.instance(
        text,
        None,
        error,
        connection.dialect.loaded_dbapi.Error,
        connection_invalidated=lost,
        dialect=connection.dialect,
    )
