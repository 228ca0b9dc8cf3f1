"""Prints of photos (safety/likeness.py) with the bands they are found by, and the pairs that are the same picture."""

from sqlalchemy import BigInteger, Column, ForeignKey, Index, PrimaryKeyConstraint, SmallInteger, Table

from storage.tables.base import metadata

BANDS = ("g0", "g1", "g2", "g3", "c0", "c1", "c2", "c3")

# 64-bit hashes and 16-bit bands are kept as signed numbers; a band that tells nothing is NULL and never found.
prints = Table(
    "prints",
    metadata,
    Column("photo", ForeignKey("media.id"), nullable=False),
    Column("edge", SmallInteger, nullable=False),  # which of likeness.WINDOWS
    Column("gradient", BigInteger, nullable=False),
    Column("cosine", BigInteger, nullable=False),
    *(Column(band, SmallInteger) for band in BANDS),
    PrimaryKeyConstraint("photo", "edge"),
)
for band in BANDS:
    Index(f"ix_prints_{band}", prints.c[band])

twins = Table(
    "twins",
    metadata,
    Column("photo", ForeignKey("media.id"), nullable=False),
    Column("earlier", ForeignKey("media.id"), nullable=False),
    Column("bits", SmallInteger, nullable=False),  # in which their prints differ
    PrimaryKeyConstraint("photo", "earlier"),
)
