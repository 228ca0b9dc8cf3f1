"""Runs alembic's steps on the connection that storage/migration.py hands over. There is no other way in."""

from alembic import context

from storage.migration import render
from storage.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    compare_type=True,
    render_item=render,
)
with context.begin_transaction():
    context.run_migrations()
