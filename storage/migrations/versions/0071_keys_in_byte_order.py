"""Keys of letters in byte order on PostgreSQL: spans of them (a day's messages of a person) are looked up by it.

Under the order of a language a colon does not stand right before a semicolon. Only the index is built anew.
"""

from alembic import op

revision = "0071"
down_revision = "0070"


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute('ALTER TABLE outbox ALTER COLUMN key TYPE VARCHAR(160) COLLATE "C"')


def downgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute('ALTER TABLE outbox ALTER COLUMN key TYPE VARCHAR(160) COLLATE "default"')
