"""Keep what goes with photos of hazards: where their senders were, words of the day, prints of photos of tips."""

import secrets

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.String(32).with_variant(sa.DateTime(timezone=True), "postgresql")
SAFE = sa.text("sha256 IS NOT NULL")


def upgrade() -> None:
    op.create_table(
        "hazard_places",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("hazard", NUMBER, nullable=False),
        sa.Column("person", NUMBER, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("lat", sa.Float(), nullable=False),
        sa.Column("lon", sa.Float(), nullable=False),
        sa.Column("accuracy", sa.Integer(), nullable=True),
        sa.Column("live", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["hazard"], ["hazards.id"], name=op.f("fk_hazard_places_hazard")),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_hazard_places_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hazard_places")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_hazard_places_hazard", "hazard_places", ["hazard", "at"], unique=False)
    op.add_column("media", sa.Column("word", sa.String(length=40), nullable=True))
    op.add_column("media", sa.Column("word_seen", sa.Boolean(), nullable=True))
    op.create_index(
        "ix_media_sha256", "media", ["sha256", "id"], unique=False, sqlite_where=SAFE, postgresql_where=SAFE
    )
    op.add_column("tip_photos", sa.Column("prints", sa.String(length=96), nullable=True))
    op.add_column("hazards", sa.Column("salt", sa.String(length=32), nullable=True))
    _salt()


def _salt() -> None:
    """Each major hazard that was confirmed already gets its own."""
    hazards = sa.table("hazards", sa.column("id"), sa.column("suspected_major"), sa.column("salt"))
    connection = op.get_bind()
    found = sa.select(hazards.c.id).where(hazards.c.suspected_major == sa.true())
    for number in connection.execute(found).scalars().all():
        salted = sa.update(hazards).where(hazards.c.id == number).values(salt=secrets.token_hex(16))
        connection.execute(salted)
