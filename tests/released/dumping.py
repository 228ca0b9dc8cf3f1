"""A database as JSON that both kinds of database can be filled from: rows by table, with the revision they belong to."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import orjson
from alembic import command
from sqlalchemy import Boolean, Column, Connection, Date, DateTime, MetaData, Table, select

from storage import migration
from storage.database import Database
from storage.tables import metadata
from storage.types import Json, to_json, to_text

FOLDER = Path(__file__).parent
LEFT_OUT = {"inbox", "events", "due", "processes"}  # nothing a person could go on with
JSON = "json"


def dump(connection: Connection) -> dict[str, Any]:
    """Everything a conversation needs, of the schema as it is now."""
    tables = {
        table.name: [
            _row(table, row) for row in connection.execute(select(table).order_by(*table.primary_key))
        ]
        for table in metadata.sorted_tables
        if table.name not in LEFT_OUT
    }
    live = {row["live"] for row in tables["sessions"] if "live" in row}
    last = {row["target"]: row["id"] for row in tables["outbox"] if row.get("target") in live}
    tables["outbox"] = [row for row in tables["outbox"] if row["id"] in live | set(last.values())]
    return {"revision": migration.version(connection), "tables": tables}


def _row(table: Table, row: Any) -> dict[str, Any]:
    """A row without what is empty."""
    return {
        str(column.name): _plain(column, value)
        for column, value in zip(table.columns, row, strict=True)
        if value is not None
    }


def _plain(column: Column[Any], value: Any) -> Any:
    """A value as JSON; what is JSON in the database says so, because SQLite keeps it as text like any other."""
    if isinstance(column.type, Json):
        return {JSON: value}
    if isinstance(value, datetime):
        return to_text(value)
    return value.isoformat() if isinstance(value, date) else value


def write(dumped: dict[str, Any], path: Path) -> None:
    """One row a line, so that two dumps can be compared."""
    lines = [f'{{"revision":"{dumped["revision"]}","tables":{{']
    for number, (name, rows) in enumerate(dumped["tables"].items()):
        lines.append(f'{"," if number else ""}"{name}":[')
        lines.append(",\n".join(orjson.dumps(row, option=orjson.OPT_SORT_KEYS).decode() for row in rows))
        lines.append("]")
    path.write_text("\n".join([*lines, "}}"]) + "\n", encoding="utf-8")


def read(path: Path) -> dict[str, Any]:
    found = orjson.loads(path.read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


def fill(database: Database, dumped: dict[str, Any]) -> None:
    """A database at the dump's own revision with the dump's rows; it is not migrated any further."""
    with database.writing() as connection:
        command.upgrade(migration.configuration(connection), dumped["revision"])
        known = MetaData()
        known.reflect(connection)
        for name, rows in dumped["tables"].items():
            if rows:
                insert(connection, known.tables[name], rows)


def insert(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    on_disk = connection.dialect.name == "sqlite"
    for row in rows:  # rows differ in what they leave empty
        values = {name: _typed(table.c[name].type, value, on_disk=on_disk) for name, value in row.items()}
        connection.execute(table.insert().values(values))
    if not on_disk and "id" in table.c:
        connection.exec_driver_sql(
            f"SELECT setval(pg_get_serial_sequence('{table.name}', 'id'), (SELECT max(id) FROM {table.name}))"
        )


def _typed(kind: Any, value: Any, *, on_disk: bool) -> Any:
    """A JSON value as a column of this database wants it. SQLite keeps moments and JSON as text."""
    if isinstance(value, dict):
        return to_json(value[JSON]) if on_disk else value[JSON]
    if isinstance(kind, DateTime):
        return datetime.fromisoformat(value)
    if isinstance(kind, Date):
        return date.fromisoformat(value)
    return bool(value) if isinstance(kind, Boolean) else value
