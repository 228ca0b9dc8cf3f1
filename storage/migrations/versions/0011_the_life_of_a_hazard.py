"""The life of a hazard: reports without a self-check, owner, plan, verdicts, its timeline, photos before and after."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0011"
down_revision = "0010"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.String(32).with_variant(sa.DateTime(timezone=True), "postgresql")
JSON = sa.Text().with_variant(JSONB(), "postgresql")

OPEN = sa.text("state IN ('found', 'reported', 'review', 'planned', 'fixing', 'evidence', 'suspended')")
OF_HAZARD = sa.text("hazard IS NOT NULL")
REFERENCES = (
    ("hazards", "owner", "people"),
    ("hazards", "evidence_by", "people"),
    ("hazards", "closed_by", "people"),
    ("media", "hazard", "hazards"),
    ("media", "answers", "media"),
)
OPTIONAL = (("hazards", "check_id"), ("hazards", "question"), ("media", "check_id"), ("media", "question"))


def upgrade() -> None:
    add_columns()
    for table, column, to in REFERENCES:
        refer(table, column, to)
    for table in ("hazards", "media"):
        free(table)
    make_moves()
    op.execute("UPDATE hazards SET owner = found_by")
    op.drop_index("ix_hazards_worst", "hazards")
    worst = [sa.text("suspected_major DESC"), sa.text("due"), sa.text("id")]
    op.create_index("ix_hazards_worst", "hazards", worst, sqlite_where=OPEN, postgresql_where=OPEN)
    op.create_index(
        "ix_media_hazard",
        "media",
        ["hazard", "unique_name"],
        unique=True,
        sqlite_where=OF_HAZARD,
        postgresql_where=OF_HAZARD,
    )


def add_columns() -> None:
    for name in ("extensions", "returned", "reopened"):
        op.add_column("hazards", sa.Column(name, sa.SmallInteger(), server_default="0", nullable=False))
    for column in (
        sa.Column("source", sa.String(12), server_default="check", nullable=False),
        sa.Column("kind", sa.String(length=32), server_default="", nullable=False),
        sa.Column("place", sa.String(length=200), server_default="", nullable=False),
        sa.Column("words", sa.Text(), server_default="", nullable=False),
        sa.Column("plan", JSON, nullable=True),
        sa.Column("wanted", JSON, nullable=True),
        sa.Column("returned_at", MOMENT, nullable=True),
        sa.Column("of", sa.String(length=16), nullable=True),
        sa.Column("graded_up", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("listing", JSON, nullable=True),
        sa.Column("cost", sa.BigInteger(), nullable=True),
        sa.Column("closed_at", MOMENT, nullable=True),
    ):
        op.add_column("hazards", column)
    op.add_column("media", sa.Column("stage", sa.String(length=8), nullable=True))
    op.add_column("media", sa.Column("round", sa.SmallInteger(), nullable=True))


def refer(table: str, column: str, to: str) -> None:
    """A column that refers to another table; SQLite takes both only together (and names the key in `settle`)."""
    on_postgresql = op.get_bind().dialect.name == "postgresql"
    kind, key = "BIGINT" if on_postgresql else "INTEGER", f"REFERENCES {to} (id)"
    name = f"CONSTRAINT fk_{table}_{column} " if on_postgresql else ""
    op.execute(f"ALTER TABLE {table} ADD COLUMN {column} {kind} {name}{key}")


def free(table: str) -> None:
    """Let columns be empty that so far could not be."""
    connection = op.get_bind()
    if connection.dialect.name != "postgresql":
        settle(connection, table)
        return
    for column in (column for of, column in OPTIONAL if of == table):
        op.alter_column(table, column, nullable=True)


def settle(connection: sa.Connection, table: str) -> None:
    """On SQLite: let columns be empty and name the new keys, by the way its manual gives for changes of the words alone."""
    found = sa.text("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = :name")
    sql = connection.execute(found, {"name": table}).scalar_one()
    for column in (column for of, column in OPTIONAL if of == table):
        lines = sql.split("\n")
        sql = "\n".join(
            line.replace(" NOT NULL", "", 1) if line.strip().startswith(f"{column} ") else line
            for line in lines
        )
    for column, to in ((column, to) for of, column, to in REFERENCES if of == table):
        sql = sql.replace(f"{column} INTEGER REFERENCES {to} (id)", f"{column} INTEGER")
        key = f"CONSTRAINT fk_{table}_{column} FOREIGN KEY({column}) REFERENCES {to} (id)"
        sql = f"{sql.rstrip().removesuffix(')').rstrip()}, \n\t{key}\n)"
    write(connection, table, sql)


def write(connection: sa.Connection, table: str, sql: str) -> None:
    version = connection.execute(sa.text("PRAGMA schema_version")).scalar_one()
    connection.execute(sa.text("PRAGMA writable_schema = ON"))
    kept = sa.text("UPDATE sqlite_master SET sql = :sql WHERE type = 'table' AND name = :name")
    connection.execute(kept, {"sql": sql, "name": table})
    connection.execute(sa.text(f"PRAGMA schema_version = {version + 1}"))
    connection.execute(sa.text("PRAGMA writable_schema = OFF"))


def make_moves() -> None:
    op.create_table(
        "hazard_moves",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("hazard", NUMBER, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("person", NUMBER, nullable=False),
        sa.Column("before", sa.String(12), nullable=True),
        sa.Column("after", sa.String(12), nullable=False),
        sa.Column("action", sa.String(length=24), nullable=False),
        sa.Column("body", JSON, nullable=False),
        sa.ForeignKeyConstraint(["hazard"], ["hazards.id"], name=op.f("fk_hazard_moves_hazard")),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_hazard_moves_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hazard_moves")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_hazard_moves_hazard", "hazard_moves", ["hazard", "id"], unique=False)
    on_postgresql = op.get_bind().dialect.name == "postgresql"
    for action in ("update", "delete", "truncate") if on_postgresql else ("update", "delete"):
        op.execute(
            f"CREATE TRIGGER hazard_moves_no_{action} BEFORE {action} ON hazard_moves\n"
            "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
            if on_postgresql
            else f"CREATE TRIGGER hazard_moves_no_{action} BEFORE {action} ON hazard_moves\n"
            "BEGIN SELECT RAISE(ABORT, 'hazard_moves is append-only'); END"
        )
