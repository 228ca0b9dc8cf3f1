"""Brings a database to the newest schema. The steps themselves stand in migrations/."""

from sqlalchemy import Connection

from storage.tables import metadata


def upgrade(connection: Connection) -> None:
    """Create what is missing."""
    metadata.create_all(connection)
