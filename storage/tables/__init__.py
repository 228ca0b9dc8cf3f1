"""The tables, one module a noun, all on one MetaData. Importing the package defines them all. No queries here."""

from storage.tables import (
    checks,
    closures,
    content,
    events,
    exams,
    exports,
    ledger,
    likeness,
    media,
    people,
    pledges,
    post,
    quality,
    seals,
    staff,
    submissions,
    tips,
)
from storage.tables.base import metadata

__all__ = [
    "checks",
    "closures",
    "content",
    "events",
    "exams",
    "exports",
    "ledger",
    "likeness",
    "media",
    "metadata",
    "people",
    "pledges",
    "post",
    "quality",
    "seals",
    "staff",
    "submissions",
    "tips",
]
