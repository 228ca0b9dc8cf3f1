"""Whether a database can serve: its version, and whether its schema is the one of this program. Changes nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, inspect, make_url, text
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from storage.database import SAFE_SQLITE, Database
from storage.tables import metadata

MEMORY = "sqlite://"


@dataclass(frozen=True, slots=True)
class Readiness:
    """What was found. `version` is the engine's own; `missing` are tables that the next start would create."""

    engine: str
    version: str
    safe: bool
    missing: Sequence[str]
    new: bool


class NotReady(Exception):  # noqa: N818 - an answer
    """The database cannot be used; the text is its own reason, in one line."""


def look(url: str) -> Readiness:
    """Open a database and look at it; a SQLite file that is not there yet is not made. Raises NotReady."""
    try:
        file = sqlite_file(url)
        new = file is not None and not file.exists()
        database = Database.open(MEMORY if new else url)
        try:
            with database.reading() as connection:
                return _seen(connection)
        finally:
            database.close()
    except (SQLAlchemyError, ImportError) as error:
        raise NotReady(_reason(error)) from error


def sqlite_file(url: str) -> Path | None:
    """The file of a SQLite address; None for another engine or a database in memory."""
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        raise NotReady("the address cannot be read") from error
    return Path(parsed.database) if parsed.get_backend_name() == "sqlite" and parsed.database else None


def _seen(connection: Connection) -> Readiness:
    engine = connection.dialect.name
    missing = sorted(set(metadata.tables) - set(inspect(connection).get_table_names()))
    version = _version(connection, engine)
    safe = engine != "sqlite" or tuple(int(part) for part in version.split(".")) >= SAFE_SQLITE
    return Readiness(engine, version, safe, missing, new=len(missing) == len(metadata.tables))


def _version(connection: Connection, engine: str) -> str:
    asked = "SELECT sqlite_version()" if engine == "sqlite" else "SHOW server_version"
    return str(connection.execute(text(asked)).scalar_one()).partition(" ")[0]


def _reason(error: Exception) -> str:
    """The driver's own first line, without SQLAlchemy's links and statements around it."""
    own = getattr(error, "orig", None) or error
    lines = str(own).strip().splitlines()
    return lines[0] if lines else type(own).__name__
