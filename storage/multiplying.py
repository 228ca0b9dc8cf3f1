"""Copies the district of an SQLite database several times over, enterprises with everything of theirs: for measuring growth only.

The copies get new numbers; the record of events, its seals and what proves receipts is not copied, so `verify` means
nothing afterwards. Towns and supervisors stay: each town has so many times the enterprises.
"""

import re
from collections.abc import Callable
from typing import Any

from sqlalchemy import Column, Connection, String, Table, Text, text

from storage.tables import metadata
from storage.types import Json, Named

LEFT_OUT = frozenset(
    {
        *(
            "events",
            "seals",
            "heads",
            "receipts",
            "contents",
            "releases",
            "areas",
            "counters",
            "due",
            "inbox",
            "outbox",
        ),
        *("sessions", "processes", "guesses", "tip_counts", "saves", "audits"),
    }
)
NUMBER = re.compile(r"\b([A-Z]{2}-\d{4}-)(\d{6})\b")
STEP = 1_000_000  # each copy's rows and accounts begin so much later
UNUSED = "ISOVZ"  # letters that no credit code has
MANY = 70_000  # and its numbers


def multiply(connection: Connection, times: int, told: Callable[[str], None]) -> None:
    """Add copies until there is so many times as much."""
    driver: Any = connection.connection.dbapi_connection
    for copy in range(1, times):
        driver.create_function("again", 1, lambda value, copy=copy: _again(value, copy), deterministic=True)
        for table in metadata.sorted_tables:
            if table.name not in LEFT_OUT and table.name in _there(connection):
                connection.execute(text(_copying(table, copy)))
        told(f"{copy + 1} times")


def _there(connection: Connection) -> frozenset[str]:
    found = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'"))
    return frozenset(found.scalars())


def _again(value: Any, copy: int) -> Any:
    """A text with its numbers those of the copy."""
    if not isinstance(value, str):
        return value
    return NUMBER.sub(lambda found: f"{found[1]}{int(found[2]) + copy * MANY:06d}", value)


def _copying(table: Table, copy: int) -> str:
    names = [column.name for column in table.columns]
    values = ", ".join(_value(column, copy) for column in table.columns)
    quoted = ", ".join(f'"{name}"' for name in names)
    return f"INSERT OR IGNORE INTO {table.name} ({quoted}) SELECT {values} FROM {table.name} WHERE {_first(table)}"  # noqa: S608 - our own names


def _first(table: Table) -> str:
    """Only rows of the district as it was; no seats and lists of supervisors."""
    conditions = [
        f'"{column.name}" < {STEP}' for column in table.columns if _moves(column) and not column.nullable
    ]
    if table.name in {"seats", "contacts", "invitations", "joins"}:
        conditions.append(f"enterprise IS NOT NULL AND enterprise < {STEP}")
    return " AND ".join(conditions) or "1 = 0"


def _moves(column: Column[Any]) -> bool:
    """Whether it is the number of a row that is copied as well."""
    refers = [key.column.table.name for key in column.foreign_keys]
    if refers:
        return refers[0] not in LEFT_OUT
    return column.name == "id" and column.primary_key


def _value(column: Column[Any], copy: int) -> str:
    name = f'"{column.name}"'
    if _moves(column):
        return f"{name} + {copy * STEP}"
    if column.name in {"account", "chat"}:
        return f"{name} + {copy * STEP * 1000}"
    if column.name == "credit_code":
        return f"substr({name}, 1, 15) || '{UNUSED[copy // 10]}{copy % 10}' || substr({name}, 18)"
    if column.name == "code_hash":
        return f"substr({name}, 1, 61) || 'g{copy:02d}'"  # no letter of a number that was drawn
    kind = column.type
    if isinstance(kind, Json | Text) or (isinstance(kind, String) and not isinstance(kind, Named)):
        return f"again({name})"
    return name
