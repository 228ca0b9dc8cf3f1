"""The fingerprint on a receipt: SHA-256 over everything that was submitted, so that it can be checked years later."""

import hashlib
from typing import Any

from sqlalchemy import Connection, bindparam, select

from storage.prepared import Prepared
from storage.tables.checks import answers, checks
from storage.tables.ledger import enterprises
from storage.tables.media import media
from storage.types import to_json, to_text

_CHECK = Prepared(
    select(checks, enterprises.c.credit_code)
    .join(enterprises, enterprises.c.id == checks.c.enterprise)
    .where(checks.c.id == bindparam("check"))
)
_ANSWERS = Prepared(
    select(answers).where(answers.c.check_id == bindparam("check")).order_by(answers.c.question)
)
_PHOTOS = Prepared(
    select(media.c.question, media.c.unique_name)
    .where(media.c.check_id == bindparam("check"))
    .order_by(media.c.id)
)


def fingerprint_of(connection: Connection, check: int, receipt: str) -> str:
    """SHA-256, in hex, of the canonical JSON of a submitted check."""
    return hashlib.sha256(to_json(submitted(connection, check, receipt)).encode()).hexdigest()


def submitted(connection: Connection, check: int, receipt: str) -> dict[str, Any]:
    """What the fingerprint stands for."""
    (row,) = _CHECK.rows(connection, {"check": check})
    result = {"score": row.score, "passed": row.passed, "asked": row.asked, "bad": row.bad}
    return {
        "receipt": receipt,
        "enterprise": row.credit_code,
        "checklist": row.checklist,
        "period": row.period,
        "form": row.form,
        "submitted_at": to_text(row.submitted_at),
        "submitted_by": row.submitted_by,
        "result": result if row.zero is None else {**result, "zero": row.zero},  # older ones knew no zero
        "answers": _answers(connection, check),
    }


def _answers(connection: Connection, check: int) -> list[dict[str, Any]]:
    photos = _photos(connection, check)
    rows = _ANSWERS.rows(connection, {"check": check})
    return [_answer(row, photos.get(row.question, [])) for row in rows]


def _answer(row: Any, photos: list[str]) -> dict[str, Any]:
    """What was taken over says so; an answer given anew reads as it did before there was carrying over."""
    carried = {"carried": row.carried, "since": row.since.isoformat()} if row.carried else {}
    return carried | {
        "question": row.question,
        "value": row.value,
        "outcome": row.outcome,
        "note": row.note,
        "photos": photos,
        "at": to_text(row.at),
        "person": row.person,
    }


def _photos(connection: Connection, check: int) -> dict[str, list[str]]:
    """The photos sent with each question, by the platform's stable names: our own copies may still be on their way."""
    photos: dict[str, list[str]] = {}
    for question, name in _PHOTOS.rows(connection, {"check": check}):
        photos.setdefault(question, []).append(name)
    return photos
