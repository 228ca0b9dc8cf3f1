"""INSERT … ON CONFLICT, which both databases know and SQLAlchemy spells in two dialects. No tables here."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, CursorResult
from sqlalchemy.dialects import postgresql, sqlite

Insert = Callable[..., Any]
Parameters = Mapping[str, Any] | Sequence[Mapping[str, Any]]


class Upsert:
    """One constant statement, built once for each database so that its compiled form is found again."""

    def __init__(self, build: Callable[[Insert], Any]) -> None:
        self._sqlite = build(sqlite.insert)
        self._postgresql = build(postgresql.insert)

    def run(self, connection: Connection, parameters: Parameters) -> CursorResult[Any]:
        """Execute with parameters."""
        own = self._postgresql if connection.dialect.name == "postgresql" else self._sqlite
        return connection.execute(own, parameters)
