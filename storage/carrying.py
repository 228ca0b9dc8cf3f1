"""Carries everything from an SQLite database into an empty PostgreSQL one: for whoever outgrows one machine.

Rows go as they are kept, table by table, in one transaction. Foreign keys held in the source, so they are not checked row by
row where the role may leave that out; numbers go on where they stood.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Table, text
from sqlalchemy.exc import DBAPIError

from storage.prepared import savepoint
from storage.tables import metadata

PORTION = 10_000
UNCHECKED = "SET LOCAL session_replication_role = replica"
_GOES_ON = "SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT max(id) FROM {table}))"


class NotEmpty(Exception):  # noqa: N818 - it is a sentence for the operator
    """The target holds rows already."""


def carry(source: Connection, target: Connection, told: Callable[[str, int], None]) -> None:
    """Copy every table. NotEmpty when the target has any row; nothing is committed here."""
    _empty(target)
    _unchecked(target)
    for table in metadata.sorted_tables:
        told(table.name, _copied(source, target, table))
    for table in metadata.sorted_tables:
        if "id" in table.c and table.c.id.autoincrement is True:
            target.execute(text(_GOES_ON.format(table=table.name)))


def _empty(target: Connection) -> None:
    for table in metadata.sorted_tables:
        if target.execute(text(f"SELECT 1 FROM {table.name} LIMIT 1")).first() is not None:  # noqa: S608 - our own names
            raise NotEmpty(table.name)


def _unchecked(target: Connection) -> None:
    """Leave foreign keys out, where the role may: they held where the rows come from."""
    try:
        with savepoint(target, "role"):
            target.execute(text(UNCHECKED))
    except DBAPIError:
        pass


def _copied(source: Connection, target: Connection, table: Table) -> int:
    names = [column.name for column in table.columns]
    quoted = ", ".join(f'"{name}"' for name in names)
    number = 0
    cursor: Any = target.connection.cursor()  # psycopg's own, which can copy
    with cursor, cursor.copy(f"COPY {table.name} ({quoted}) FROM STDIN") as copy:
        for row in _rows(source, f"SELECT {quoted} FROM {table.name}"):  # noqa: S608 - our own names
            copy.write_row(row)
            number += 1
    return number


def _rows(source: Connection, statement: str) -> Iterator[Sequence[Any]]:
    cursor = source.connection.cursor()
    try:
        cursor.execute(statement)
        while rows := cursor.fetchmany(PORTION):
            yield from rows
    finally:
        cursor.close()
