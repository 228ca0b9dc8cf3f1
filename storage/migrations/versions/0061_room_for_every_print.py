"""Room for as many prints of a tip's photo as there are edges to leave out: five took more than the three of old."""

import sqlalchemy as sa
from alembic import op

revision = "0061"
down_revision = "0060"


def upgrade() -> None:
    connection = op.get_bind()
    if connection.dialect.name == "postgresql":
        op.alter_column("tip_photos", "prints", type_=sa.Text())
        return
    version = connection.execute(sa.text("PRAGMA schema_version")).scalar_one()
    connection.execute(sa.text("PRAGMA writable_schema = ON"))
    words = "sql = replace(sql, 'prints VARCHAR(96)', 'prints TEXT')"
    connection.execute(
        sa.text(f"UPDATE sqlite_master SET {words} WHERE type = 'table' AND name = 'tip_photos'")  # noqa: S608 - constants
    )
    connection.execute(sa.text(f"PRAGMA schema_version = {version + 1}"))
    connection.execute(sa.text("PRAGMA writable_schema = OFF"))
