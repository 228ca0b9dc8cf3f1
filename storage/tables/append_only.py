"""Triggers that let rows be added and never changed. Which tables are append-only is said where they are defined."""

from sqlalchemy import DDL, Table, event

SQLITE = """CREATE TRIGGER {table}_no_{action} BEFORE {action} ON {table}
BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"""
FUNCTION = """CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '%% is append-only', TG_TABLE_NAME; END $$"""
POSTGRESQL = """CREATE TRIGGER {table}_no_{action} BEFORE {action} ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"""


def append_only(table: Table) -> None:
    """Refuse UPDATE and DELETE on a table, on both databases (on PostgreSQL also TRUNCATE)."""
    for action in ("update", "delete"):
        _after_create(table, SQLITE.format(table=table.name, action=action), "sqlite")
    _after_create(table, FUNCTION, "postgresql")
    for action in ("update", "delete", "truncate"):
        _after_create(table, POSTGRESQL.format(table=table.name, action=action), "postgresql")


def _after_create(table: Table, statement: str, dialect: str) -> None:
    ddl = DDL(statement)  # type: ignore[no-untyped-call]  # the library leaves its signature open
    event.listen(table, "after_create", ddl.execute_if(dialect=dialect))
