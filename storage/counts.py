"""How many rows there are: of the whole database, table by table. For operators and backups, not for people's screens."""

from collections.abc import Mapping

from sqlalchemy import Connection, func, select

from storage.tables import metadata
from storage.tables.ledger import enterprises as units


def enterprises(connection: Connection) -> int:
    """How many enterprises are in the ledger."""
    return int(connection.execute(select(func.count()).select_from(units)).scalar_one())


def every(connection: Connection) -> Mapping[str, int]:
    """The rows of every table by its name."""
    return {
        table.name: int(connection.execute(select(func.count()).select_from(table)).scalar_one())
        for table in metadata.sorted_tables
    }
