"""Papers with a date: certificates of people, licences, special equipment; each version a row. The veto list."""

from sqlalchemy import Column, Date, ForeignKey, Index, String, Table, text

from storage.tables.base import Id, metadata
from storage.types import Json, Moment

CURRENT = text("gone_at IS NULL")

certificates = Table(
    "certificates",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("enterprise", ForeignKey("enterprises.id"), nullable=False),
    Column("worker", ForeignKey("workers.id")),  # NULL: belongs to the enterprise
    Column("kind", String(32), nullable=False),
    Column("number", String(64), nullable=False, server_default=""),
    Column("issued", Date),
    Column("valid_to", Date),  # last day
    Column("review", Date),  # by then it is reviewed or inspected
    Column("place", String(200), nullable=False, server_default=""),
    Column("first", ForeignKey("certificates.id")),  # the first version; NULL in that itself
    Column("added_at", Moment, nullable=False),
    Column("added_by", ForeignKey("people.id"), nullable=False),
    Column("gone_at", Moment),  # replaced by a later version, or taken back
    Column("why", String(200)),  # it was taken back
    sqlite_autoincrement=True,
)
Index("ix_certificates_enterprise", certificates.c.enterprise, sqlite_where=CURRENT, postgresql_where=CURRENT)
Index("ix_certificates_worker", certificates.c.worker)

certificate_photos = Table(
    "certificate_photos",
    metadata,
    Column("media", ForeignKey("media.id"), primary_key=True),
    Column("certificate", ForeignKey("certificates.id"), nullable=False),
)
Index("ix_certificate_photos_certificate", certificate_photos.c.certificate)

vetoes = Table(
    "vetoes",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("number", String(16), nullable=False, unique=True),
    Column("enterprise", ForeignKey("enterprises.id"), nullable=False),
    Column("worker", ForeignKey("workers.id")),  # NULL: the enterprise itself
    Column("reason", String(32), nullable=False),
    Column("words", String(300), nullable=False, server_default=""),
    Column("bars", Json, nullable=False),
    Column("since", Date, nullable=False),
    Column("until", Date, nullable=False),
    Column("set_at", Moment, nullable=False),
    Column("set_by", ForeignKey("people.id"), nullable=False),
    Column("appeal", String(500)),
    Column("appealed_at", Moment),
    Column("appealed_by", ForeignKey("people.id")),
    Column("lifted_on", Date),
    Column("lifted_by", ForeignKey("people.id")),
    Column("lifted_why", String(200)),
    sqlite_autoincrement=True,
)
Index("ix_vetoes_enterprise", vetoes.c.enterprise, vetoes.c.until)
