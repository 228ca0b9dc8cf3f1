"""Questions that are practised because a self-check found hazards of their topic."""

import sqlalchemy as sa
from alembic import op

revision = "0054"
down_revision = "0053"


def upgrade() -> None:
    taught: sa.Column[bool] = sa.Column(
        "taught", sa.Boolean(), server_default=sa.text("false"), nullable=False
    )
    op.add_column("exam_tries", taught)
