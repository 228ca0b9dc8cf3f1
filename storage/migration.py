"""Brings a database to the newest schema, and drafts the next step. The steps themselves stand in migrations/versions/.

There is no way back: who needs the former schema restores the backup taken before the upgrade.
`python -m storage.migration "what changes"` compares the tables with the steps and drafts a new one.
"""

import sys
from pathlib import Path
from typing import Any, Literal

from sqlalchemy import Connection, inspect, text

from storage.tables.base import Id
from storage.types import Json, Moment, Named

FOLDER = Path(__file__).parent / "migrations"
LOCK = 7_302_741_905  # any number; who holds it is the only process that migrates


def upgrade(connection: Connection) -> None:
    """Take all steps that are missing. A database that is up to date costs one small query."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
    if version(connection) != newest():
        from alembic import command  # noqa: PLC0415 - a tenth of a second that most starts need not spend

        command.upgrade(configuration(connection), "head")


def version(connection: Connection) -> str | None:
    """The step the database stands at; None when it is empty."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
    return None if found is None else str(found)


def newest() -> str:
    """The last step there is. Steps are numbered: 0001_… is revision 0001."""
    return max(path.name.partition("_")[0] for path in (FOLDER / "versions").glob("[0-9]*.py"))


def configuration(connection: Connection) -> Any:
    """What alembic has to know; there is no alembic.ini."""
    from alembic.config import Config  # noqa: PLC0415 - see upgrade

    found = Config(attributes={"connection": connection})
    found.set_main_option("script_location", str(FOLDER))
    found.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    return found


def render(kind: str, item: Any, _context: Any) -> str | Literal[False]:
    """Steps name plain column types, so that they mean the same for ever, whatever becomes of storage/types.py."""
    if kind != "type":
        return False
    if isinstance(item, Named):
        return f"sa.String({item.length})"
    if item is Id:
        return "NUMBER"
    if isinstance(item, Moment):
        return "MOMENT"
    return "JSON" if isinstance(item, Json) else False


def draft(message: str) -> None:
    """Write the next step: what the tables have and the steps so far do not."""
    from alembic import command  # noqa: PLC0415 - see upgrade

    from storage.database import Database  # noqa: PLC0415 - it uses this module

    database = Database.open("sqlite://")
    with database.engine.connect() as connection:
        number = f"{int(newest()) + 1 if any((FOLDER / 'versions').glob('[0-9]*.py')) else 1:04d}"
        found = configuration(connection)
        if number != "0001":
            command.upgrade(found, "head")
        command.revision(found, message, autogenerate=True, rev_id=number)


if __name__ == "__main__":
    draft(sys.argv[1])
