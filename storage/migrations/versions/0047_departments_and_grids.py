"""The tree of areas: departments with their industries, grids of towns, and which of them an enterprise belongs to."""

import sqlalchemy as sa
from alembic import op

revision = "0047"
down_revision = "0046"

REFERENCES = (("areas", "parent"), ("enterprises", "department"), ("enterprises", "grid"))


def upgrade() -> None:
    for table, column in REFERENCES[:1]:
        refer(table, column)
    op.add_column("areas", sa.Column("code", sa.String(32), nullable=True))
    for table, column in REFERENCES[1:]:
        refer(table, column)
    by = sa.Column("department_by", sa.String(8), server_default="rule", nullable=False)
    op.add_column("enterprises", by)
    op.add_column("enterprises", sa.Column("department_reason", sa.Text(), nullable=True))
    widen()
    for column in ("department", "grid"):
        op.create_index(f"ix_enterprises_{column}", "enterprises", [column, "added_at"], unique=False)
    op.execute(
        "UPDATE areas SET parent = (SELECT d.id FROM areas d WHERE d.kind = 'district') WHERE kind = 'town'"
    )
    op.execute("UPDATE enterprises SET stale = true")  # the department of each is worked out


def refer(table: str, column: str) -> None:
    """A column that refers to an area; SQLite takes both only together (and names the key in `widen`)."""
    on_postgresql = op.get_bind().dialect.name == "postgresql"
    kind, key = "BIGINT" if on_postgresql else "INTEGER", "REFERENCES areas (id)"
    name = f"CONSTRAINT fk_{table}_{column} " if on_postgresql else ""
    op.execute(f"ALTER TABLE {table} ADD COLUMN {column} {kind} {name}{key}")


def widen() -> None:
    """Room for the names of the new kinds of areas; on SQLite the keys get their names as well."""
    connection = op.get_bind()
    if connection.dialect.name == "postgresql":
        op.alter_column("areas", "kind", type_=sa.String(12))
        return
    for table in ("areas", "enterprises"):
        found = sa.text("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = :name")
        sql = connection.execute(found, {"name": table}).scalar_one()
        if table == "areas":
            sql = sql.replace("kind VARCHAR(8)", "kind VARCHAR(12)", 1)
        for column in (column for of, column in REFERENCES if of == table):
            sql = sql.replace(f"{column} INTEGER REFERENCES areas (id)", f"{column} INTEGER")
            key = f"CONSTRAINT fk_{table}_{column} FOREIGN KEY({column}) REFERENCES areas (id)"
            sql = f"{sql.rstrip().removesuffix(')').rstrip()}, \n\t{key}\n)"
        write(connection, table, sql)


def write(connection: sa.Connection, table: str, sql: str) -> None:
    """The way SQLite's manual gives for changes of the words of a table alone."""
    version = connection.execute(sa.text("PRAGMA schema_version")).scalar_one()
    connection.execute(sa.text("PRAGMA writable_schema = ON"))
    kept = sa.text("UPDATE sqlite_master SET sql = :sql WHERE type = 'table' AND name = :name")
    connection.execute(kept, {"sql": sql, "name": table})
    connection.execute(sa.text(f"PRAGMA schema_version = {version + 1}"))
    connection.execute(sa.text("PRAGMA writable_schema = OFF"))
