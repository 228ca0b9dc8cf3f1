"""The first schema."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0001"
down_revision = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.String(32).with_variant(sa.DateTime(timezone=True), "postgresql")
JSON = sa.Text().with_variant(JSONB(), "postgresql")

APPEND_ONLY = ("contents", "events", "facts", "saves")
REFUSE = """CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$"""


def upgrade() -> None:
    make_tables()
    if op.get_bind().dialect.name == "postgresql":
        guard_postgresql()
    else:
        guard_sqlite()


def guard_sqlite() -> None:
    for table in APPEND_ONLY:
        for action in ("update", "delete"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{action} BEFORE {action} ON {table}\n"
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )


def guard_postgresql() -> None:
    op.execute(REFUSE)
    for table in APPEND_ONLY:
        for action in ("update", "delete", "truncate"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{action} BEFORE {action} ON {table}\n"
                "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
            )


def make_tables() -> None:
    op.create_table(
        "areas",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_areas")),
        sa.UniqueConstraint("kind", "name", name=op.f("uq_areas_kind_name")),
    )
    op.create_table(
        "contents",
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("since", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("fingerprint", name=op.f("pk_contents")),
    )
    op.create_index("ix_contents_kind", "contents", ["kind", "name"], unique=False)
    op.create_table(
        "counters",
        sa.Column("series", sa.String(length=8), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("series", "year", name=op.f("pk_counters")),
    )
    op.create_table(
        "due",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("key", sa.String(length=160), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("subject", sa.String(length=80), nullable=False),
        sa.Column("due_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_due")),
        sa.UniqueConstraint("key", name=op.f("uq_due_key")),
    )
    op.create_index("ix_due_due_at", "due", ["due_at"], unique=False)
    op.create_table(
        "events",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("subject", sa.String(length=200), nullable=False),
        sa.Column("person", sa.BigInteger(), nullable=True),
        sa.Column("role", sa.String(16), nullable=True),
        sa.Column("enterprise", sa.BigInteger(), nullable=True),
        sa.Column("area", sa.BigInteger(), nullable=True),
        sa.Column("body", JSON, nullable=False),
        sa.Column("update_key", sa.String(length=80), nullable=True),
        sa.Column("ordinal", sa.SmallInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_events")),
        sa.UniqueConstraint("update_key", "ordinal", name=op.f("uq_events_update_key_ordinal")),
    )
    op.create_index("ix_events_enterprise", "events", ["enterprise", "id"], unique=False)
    op.create_table(
        "inbox",
        sa.Column("bot", sa.BigInteger(), nullable=False),
        sa.Column("update_id", sa.BigInteger(), nullable=False),
        sa.Column("lane", sa.BigInteger(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("received_at", MOMENT, nullable=False),
        sa.Column("state", sa.String(length=8), server_default="waiting", nullable=False),
        sa.Column("attempts", sa.SmallInteger(), server_default="0", nullable=False),
        sa.Column("again_at", MOMENT, nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("done_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("bot", "update_id", name=op.f("pk_inbox")),
    )
    op.create_index("ix_inbox_done", "inbox", ["done_at"], unique=False)
    op.create_index(
        "ix_inbox_order",
        "inbox",
        ["update_id"],
        unique=False,
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    )
    op.create_index(
        "ix_inbox_waiting",
        "inbox",
        ["lane", "update_id"],
        unique=False,
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    )
    op.create_table(
        "outbox",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("chat", sa.BigInteger(), nullable=False),
        sa.Column("person", sa.BigInteger(), nullable=True),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("method", sa.String(length=32), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("media", sa.String(length=128), nullable=True),
        sa.Column("target", sa.BigInteger(), nullable=True),
        sa.Column("message", sa.BigInteger(), nullable=True),
        sa.Column("rank", sa.SmallInteger(), nullable=False),
        sa.Column("state", sa.String(length=9), server_default="waiting", nullable=False),
        sa.Column("key", sa.String(length=160), nullable=True),
        sa.Column("token", sa.String(length=24), nullable=True),
        sa.Column("opens", JSON, nullable=True),
        sa.Column("condition", sa.String(length=160), nullable=True),
        sa.Column("not_before", MOMENT, nullable=False),
        sa.Column("expires_at", MOMENT, nullable=True),
        sa.Column("posted_at", MOMENT, nullable=False),
        sa.Column("sent_at", MOMENT, nullable=True),
        sa.Column("acted_at", MOMENT, nullable=True),
        sa.Column("attempts", sa.SmallInteger(), server_default="0", nullable=False),
        sa.Column("doubts", sa.SmallInteger(), server_default="0", nullable=False),
        sa.Column("claimed_by", sa.String(length=40), nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
        sa.UniqueConstraint("key", name=op.f("uq_outbox_key")),
        sa.UniqueConstraint("token", name=op.f("uq_outbox_token")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_outbox_chat", "outbox", ["chat", "id"], unique=False)
    op.create_index(
        "ix_outbox_sending",
        "outbox",
        ["claimed_by"],
        unique=False,
        sqlite_where=sa.text("state = 'sending'"),
        postgresql_where=sa.text("state = 'sending'"),
    )
    op.create_index(
        "ix_outbox_waiting",
        "outbox",
        ["rank", "id"],
        unique=False,
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    )
    op.create_table(
        "people",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("account", sa.BigInteger(), nullable=False),
        sa.Column("chat", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.String(length=160), server_default="", nullable=False),
        sa.Column("username", sa.String(length=64), nullable=True),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("consent_version", sa.String(length=32), nullable=True),
        sa.Column("consent_at", MOMENT, nullable=True),
        sa.Column("phone", sa.String(length=20), nullable=True),
        sa.Column("reachable", sa.Boolean(), server_default=sa.text("(true)"), nullable=False),
        sa.Column("reachable_at", MOMENT, nullable=True),
        sa.Column("seat", sa.BigInteger(), nullable=True),
        sa.Column("met_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_people")),
        sa.UniqueConstraint("account", name=op.f("uq_people_account")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "processes",
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("beat_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_processes")),
    )
    op.create_table(
        "enterprises",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("credit_code", sa.String(length=18), nullable=False),
        sa.Column("name", sa.String(length=160), nullable=False),
        sa.Column("colour", sa.String(8), nullable=False),
        sa.Column("town", NUMBER, nullable=False),
        sa.Column("address", sa.String(length=200), server_default="", nullable=False),
        sa.Column("added_at", MOMENT, nullable=False),
        sa.Column("stale", sa.Boolean(), server_default=sa.text("(true)"), nullable=False),
        sa.ForeignKeyConstraint(["town"], ["areas.id"], name=op.f("fk_enterprises_town")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_enterprises")),
        sa.UniqueConstraint("credit_code", name=op.f("uq_enterprises_credit_code")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_enterprises_stale",
        "enterprises",
        ["id"],
        unique=False,
        sqlite_where=sa.text("stale"),
        postgresql_where=sa.text("stale"),
    )
    op.create_index("ix_enterprises_town", "enterprises", ["town", "added_at"], unique=False)
    op.create_table(
        "sessions",
        sa.Column("person", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("live", sa.BigInteger(), nullable=True),
        sa.Column("form", sa.String(length=8), nullable=False),
        sa.Column("settling", sa.Boolean(), nullable=False),
        sa.Column("seen_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_sessions_person")),
        sa.PrimaryKeyConstraint("person", name=op.f("pk_sessions")),
    )
    op.create_table(
        "checks",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("enterprise", NUMBER, nullable=False),
        sa.Column("checklist", sa.String(length=64), nullable=False),
        sa.Column("period", sa.String(length=10), nullable=False),
        sa.Column("form", sa.String(length=64), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("begun_at", MOMENT, nullable=False),
        sa.Column("begun_by", NUMBER, nullable=False),
        sa.Column("submitted_at", MOMENT, nullable=True),
        sa.Column("submitted_by", NUMBER, nullable=True),
        sa.Column("receipt", sa.String(length=16), nullable=True),
        sa.Column("fingerprint", sa.String(length=64), nullable=True),
        sa.Column("score", sa.SmallInteger(), nullable=True),
        sa.Column("passed", sa.SmallInteger(), nullable=True),
        sa.Column("asked", sa.SmallInteger(), nullable=True),
        sa.Column("bad", sa.SmallInteger(), nullable=True),
        sa.ForeignKeyConstraint(["begun_by"], ["people.id"], name=op.f("fk_checks_begun_by")),
        sa.ForeignKeyConstraint(["enterprise"], ["enterprises.id"], name=op.f("fk_checks_enterprise")),
        sa.ForeignKeyConstraint(["form"], ["contents.fingerprint"], name=op.f("fk_checks_form")),
        sa.ForeignKeyConstraint(["submitted_by"], ["people.id"], name=op.f("fk_checks_submitted_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_checks")),
        sa.UniqueConstraint(
            "enterprise", "checklist", "period", name=op.f("uq_checks_enterprise_checklist_period")
        ),
        sa.UniqueConstraint("receipt", name=op.f("uq_checks_receipt")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_checks_submitted",
        "checks",
        ["checklist", "period", "submitted_at"],
        unique=False,
        sqlite_where=sa.text("submitted_at IS NOT NULL"),
        postgresql_where=sa.text("submitted_at IS NOT NULL"),
    )
    op.create_table(
        "contacts",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("enterprise", NUMBER, nullable=True),
        sa.Column("area", NUMBER, nullable=True),
        sa.Column("name", sa.String(length=160), server_default="", nullable=False),
        sa.Column("role", sa.String(16), nullable=True),
        sa.Column("phone", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(["area"], ["areas.id"], name=op.f("fk_contacts_area")),
        sa.ForeignKeyConstraint(["enterprise"], ["enterprises.id"], name=op.f("fk_contacts_enterprise")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contacts")),
        sa.UniqueConstraint("enterprise", "phone", name=op.f("uq_contacts_enterprise_phone")),
    )
    op.create_table(
        "duties",
        sa.Column("enterprise", NUMBER, nullable=False),
        sa.Column("checklist", sa.String(length=64), nullable=False),
        sa.Column("since", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["enterprise"], ["enterprises.id"], name=op.f("fk_duties_enterprise")),
        sa.PrimaryKeyConstraint("enterprise", "checklist", name=op.f("pk_duties")),
    )
    op.create_table(
        "facts",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("enterprise", NUMBER, nullable=False),
        sa.Column("fact", sa.String(length=64), nullable=False),
        sa.Column("value", JSON, nullable=True),
        sa.Column("source", sa.String(length=160), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("person", NUMBER, nullable=True),
        sa.ForeignKeyConstraint(["enterprise"], ["enterprises.id"], name=op.f("fk_facts_enterprise")),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_facts_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_facts")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_facts_enterprise", "facts", ["enterprise", "id"], unique=False)
    op.create_table(
        "invitations",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("code_hash", sa.String(length=64), nullable=False),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("enterprise", NUMBER, nullable=True),
        sa.Column("area", NUMBER, nullable=True),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("made_by", NUMBER, nullable=True),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("used_at", MOMENT, nullable=True),
        sa.Column("used_by", NUMBER, nullable=True),
        sa.Column("revoked_at", MOMENT, nullable=True),
        sa.CheckConstraint("enterprise IS NULL OR area IS NULL", name=op.f("ck_invitations_one_place")),
        sa.ForeignKeyConstraint(["area"], ["areas.id"], name=op.f("fk_invitations_area")),
        sa.ForeignKeyConstraint(["enterprise"], ["enterprises.id"], name=op.f("fk_invitations_enterprise")),
        sa.ForeignKeyConstraint(["made_by"], ["people.id"], name=op.f("fk_invitations_made_by")),
        sa.ForeignKeyConstraint(["used_by"], ["people.id"], name=op.f("fk_invitations_used_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitations")),
        sa.UniqueConstraint("code_hash", name=op.f("uq_invitations_code_hash")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_invitations_enterprise", "invitations", ["enterprise"], unique=False)
    op.create_table(
        "answers",
        sa.Column("check_id", NUMBER, nullable=False),
        sa.Column("question", sa.String(length=64), nullable=False),
        sa.Column("value", JSON, nullable=True),
        sa.Column("outcome", sa.String(length=8), nullable=True),
        sa.Column("skipped", sa.Boolean(), server_default=sa.text("(false)"), nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("photos_pending", sa.SmallInteger(), server_default="0", nullable=False),
        sa.Column("photos_safe", sa.SmallInteger(), server_default="0", nullable=False),
        sa.Column("photos_failed", sa.SmallInteger(), server_default="0", nullable=False),
        sa.Column("photos_skipped", sa.Boolean(), server_default=sa.text("(false)"), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("person", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["check_id"], ["checks.id"], name=op.f("fk_answers_check_id")),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_answers_person")),
        sa.PrimaryKeyConstraint("check_id", "question", name=op.f("pk_answers")),
    )
    op.create_table(
        "hazards",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("number", sa.String(length=16), nullable=False),
        sa.Column("enterprise", NUMBER, nullable=False),
        sa.Column("check_id", NUMBER, nullable=False),
        sa.Column("question", sa.String(length=64), nullable=False),
        sa.Column("severity", sa.String(8), nullable=False),
        sa.Column("suspected_major", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(12), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("found_at", MOMENT, nullable=False),
        sa.Column("found_by", NUMBER, nullable=False),
        sa.Column("reported_at", MOMENT, nullable=True),
        sa.Column("withdrawn_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["check_id"], ["checks.id"], name=op.f("fk_hazards_check_id")),
        sa.ForeignKeyConstraint(["enterprise"], ["enterprises.id"], name=op.f("fk_hazards_enterprise")),
        sa.ForeignKeyConstraint(["found_by"], ["people.id"], name=op.f("fk_hazards_found_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hazards")),
        sa.UniqueConstraint("check_id", "question", name=op.f("uq_hazards_check_id_question")),
        sa.UniqueConstraint("number", name=op.f("uq_hazards_number")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_hazards_enterprise", "hazards", ["enterprise", "state", "due"], unique=False)
    op.create_index("ix_hazards_found_at", "hazards", ["found_at"], unique=False)
    op.create_index(
        "ix_hazards_major",
        "hazards",
        ["found_at"],
        unique=False,
        sqlite_where=sa.text("suspected_major"),
        postgresql_where=sa.text("suspected_major"),
    )
    op.create_index(
        "ix_hazards_worst",
        "hazards",
        [sa.literal_column("suspected_major DESC"), "due", "id"],
        unique=False,
        sqlite_where=sa.text("state IN ('found', 'reported')"),
        postgresql_where=sa.text("state IN ('found', 'reported')"),
    )
    op.create_table(
        "joins",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("person", NUMBER, nullable=False),
        sa.Column("invitation", NUMBER, nullable=False),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("enterprise", NUMBER, nullable=True),
        sa.Column("area", NUMBER, nullable=True),
        sa.Column("phone", sa.String(length=20), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("decided_at", MOMENT, nullable=True),
        sa.Column("decided_by", NUMBER, nullable=True),
        sa.CheckConstraint("enterprise IS NULL OR area IS NULL", name=op.f("ck_joins_one_place")),
        sa.ForeignKeyConstraint(["area"], ["areas.id"], name=op.f("fk_joins_area")),
        sa.ForeignKeyConstraint(["decided_by"], ["people.id"], name=op.f("fk_joins_decided_by")),
        sa.ForeignKeyConstraint(["enterprise"], ["enterprises.id"], name=op.f("fk_joins_enterprise")),
        sa.ForeignKeyConstraint(["invitation"], ["invitations.id"], name=op.f("fk_joins_invitation")),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_joins_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_joins")),
        sa.UniqueConstraint("invitation", name=op.f("uq_joins_invitation")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_joins_person", "joins", ["person"], unique=False)
    op.create_index(
        "ix_joins_waiting",
        "joins",
        ["id"],
        unique=False,
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    )
    op.create_table(
        "media",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("check_id", NUMBER, nullable=False),
        sa.Column("question", sa.String(length=64), nullable=False),
        sa.Column("file", sa.String(length=255), nullable=False),
        sa.Column("unique_name", sa.String(length=128), nullable=False),
        sa.Column("announced_size", sa.BigInteger(), nullable=True),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("received_at", MOMENT, nullable=False),
        sa.Column("person", NUMBER, nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("attempts", sa.SmallInteger(), server_default="0", nullable=False),
        sa.Column("again_at", MOMENT, nullable=False),
        sa.Column("reason", sa.String(length=64), nullable=True),
        sa.Column("path", sa.String(length=160), nullable=True),
        sa.Column("sha256", sa.String(length=64), nullable=True),
        sa.Column("size", sa.BigInteger(), nullable=True),
        sa.Column("width", sa.Integer(), nullable=True),
        sa.Column("height", sa.Integer(), nullable=True),
        sa.Column("settled_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["check_id"], ["checks.id"], name=op.f("fk_media_check_id")),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_media_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_media")),
        sa.UniqueConstraint(
            "check_id", "question", "unique_name", name=op.f("uq_media_check_id_question_unique_name")
        ),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_media_pending",
        "media",
        ["again_at"],
        unique=False,
        sqlite_where=sa.text("state = 'pending'"),
        postgresql_where=sa.text("state = 'pending'"),
    )
    op.create_table(
        "saves",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("check_id", NUMBER, nullable=False),
        sa.Column("question", sa.String(length=64), nullable=False),
        sa.Column("value", JSON, nullable=True),
        sa.Column("outcome", sa.String(length=8), nullable=False),
        sa.Column("form", sa.String(length=64), nullable=False),
        sa.Column("shown_at", MOMENT, nullable=True),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("person", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["check_id"], ["checks.id"], name=op.f("fk_saves_check_id")),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_saves_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saves")),
    )
    op.create_index("ix_saves_check_id", "saves", ["check_id", "question"], unique=False)
    op.create_table(
        "seats",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("person", NUMBER, nullable=False),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("enterprise", NUMBER, nullable=True),
        sa.Column("area", NUMBER, nullable=True),
        sa.Column("since", MOMENT, nullable=False),
        sa.Column("until", MOMENT, nullable=True),
        sa.Column("join_id", NUMBER, nullable=True),
        sa.Column("given_by", NUMBER, nullable=True),
        sa.CheckConstraint("enterprise IS NULL OR area IS NULL", name=op.f("ck_seats_one_place")),
        sa.ForeignKeyConstraint(["area"], ["areas.id"], name=op.f("fk_seats_area")),
        sa.ForeignKeyConstraint(["enterprise"], ["enterprises.id"], name=op.f("fk_seats_enterprise")),
        sa.ForeignKeyConstraint(["given_by"], ["people.id"], name=op.f("fk_seats_given_by")),
        sa.ForeignKeyConstraint(["join_id"], ["joins.id"], name=op.f("fk_seats_join_id")),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_seats_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seats")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_seats_area",
        "seats",
        ["area", "role"],
        unique=False,
        sqlite_where=sa.text("until IS NULL"),
        postgresql_where=sa.text("until IS NULL"),
    )
    op.create_index("ix_seats_enterprise", "seats", ["enterprise", "since"], unique=False)
    op.create_index("ix_seats_join_id", "seats", ["join_id"], unique=False)
    op.create_index(
        "ix_seats_person",
        "seats",
        ["person"],
        unique=False,
        sqlite_where=sa.text("until IS NULL"),
        postgresql_where=sa.text("until IS NULL"),
    )
