"""What was signed, kept version by version, and its fingerprint: SHA-256 over everything in it, to be checked years later."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select

from storage.content import kept_form
from storage.prepared import Prepared
from storage.tables.checks import answers, checks
from storage.tables.ledger import enterprises
from storage.tables.media import media
from storage.tables.submissions import submissions
from storage.types import to_json, to_text

# Kept with an answer so that it can be shown again; they follow from the saves and are no part of the fingerprint.
BESIDE = ("skipped", "photos_skipped")
_CHECK = Prepared(
    select(checks.c.checklist, checks.c.period, checks.c.form, enterprises.c.credit_code)
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
_FINGERPRINT = Prepared(
    select(submissions.c.fingerprint).where(
        submissions.c.check_id == bindparam("check"), submissions.c.version == bindparam("version")
    )
)
_VERSION = Prepared(select(submissions).where(submissions.c.receipt == bindparam("receipt")))
_COLUMNS = tuple(column.name for column in submissions.columns if column.name != "id")
_KEEP = Prepared(
    insert(submissions).values(
        {name: bindparam(f"b_{name}", type_=submissions.c[name].type) for name in _COLUMNS}
    )
)


@dataclass(frozen=True, slots=True)
class Signed:
    """What a person puts their name to: which version, when, why, with which result."""

    version: int
    at: datetime
    person: int
    score: int
    passed: int
    asked: int
    bad: int
    zero: bool | None = None
    result: Mapping[str, Any] | None = None
    reason: str = ""


def numbered(receipt: str, version: int) -> str:
    """The receipt of a version: a correction has the number of its version behind it."""
    return receipt if version == 1 else f"{receipt}-{version}"


def keep(connection: Connection, check: int, receipt: str, signed: Signed) -> str:
    """Keep a version with the answers as they stand now; its fingerprint."""
    row = {
        "check_id": check,
        "version": signed.version,
        "receipt": numbered(receipt, signed.version),
        "submitted_at": signed.at,
        "submitted_by": signed.person,
        "reason": signed.reason,
        "score": signed.score,
        "passed": signed.passed,
        "asked": signed.asked,
        "bad": signed.bad,
        "zero": signed.zero,
        "result": signed.result,
        "answers": _answers(connection, check),
    }
    of = _CHECK.first(connection, {"check": check})
    row["form"] = of.form
    row["fingerprint"] = fingerprint_of(row, of, _before(connection, check, signed.version))
    _KEEP.run(connection, {f"b_{name}": row[name] for name in _COLUMNS})
    return str(row["fingerprint"])


def fingerprint_of(row: Mapping[str, Any], of: Any, before: str | None) -> str:
    """SHA-256, in hex, of the canonical JSON of a version."""
    return fingerprint_over(whole(row, of, before))


def whole(row: Mapping[str, Any], of: Any, before: str | None) -> dict[str, Any]:
    """What the fingerprint stands for. `of` names enterprise, checklist and period; `before` the version it corrects."""
    result = {name: row[name] for name in ("score", "passed", "asked", "bad")}
    signed = {
        "receipt": row["receipt"],
        "enterprise": of.credit_code,
        "checklist": of.checklist,
        "period": of.period,
        "form": row["form"],
        "submitted_at": to_text(row["submitted_at"]),
        "submitted_by": row["submitted_by"],
        "result": result if row["zero"] is None else {**result, "zero": row["zero"]},  # older ones knew none
        "answers": [
            {name: value for name, value in one.items() if name not in BESIDE} for one in row["answers"]
        ],
    }
    if before is not None:
        signed |= {"version": row["version"], "reason": row["reason"], "corrects": before}
    return signed


def document(connection: Connection, receipt: str) -> dict[str, Any] | None:
    """What was signed, as it is kept now; None when it is gone."""
    kept = _VERSION.first(connection, {"receipt": receipt})
    if kept is None:
        return None
    of = _CHECK.first(connection, {"check": kept.check_id})
    return whole(kept._asdict(), of, _before(connection, kept.check_id, kept.version))


def fingerprint_over(document: Mapping[str, Any]) -> str:
    """SHA-256, in hex, of the canonical JSON of what was signed."""
    return hashlib.sha256(to_json(document).encode()).hexdigest()


def stands(connection: Connection, receipt: str) -> bool:
    """Whether a kept version still is what was signed. LookupError when there is no such receipt."""
    kept, found = _VERSION.first(connection, {"receipt": receipt}), document(connection, receipt)
    if found is None:
        raise LookupError(f"no receipt {receipt}")
    return fingerprint_over(found) == str(kept.fingerprint)


def _before(connection: Connection, check: int, version: int) -> str | None:
    """The fingerprint of the version that this one corrects."""
    if version == 1:
        return None
    return str(_FINGERPRINT.scalar(connection, {"check": check, "version": version - 1}))


def _answers(connection: Connection, check: int) -> Sequence[dict[str, Any]]:
    """By question. What an earlier version of the form asked and this one does not is no part of it."""
    form = kept_form(connection, _CHECK.first(connection, {"check": check}).form)
    photos = _photos(connection, check)
    rows = _ANSWERS.rows(connection, {"check": check})
    return [_answer(row, photos.get(row.question, [])) for row in rows if row.question in form.places]


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
        "skipped": row.skipped,
        "photos_skipped": row.photos_skipped,
    }


def _photos(connection: Connection, check: int) -> dict[str, list[str]]:
    """The photos sent with each question, by the platform's stable names: our own copies may still be on their way."""
    photos: dict[str, list[str]] = {}
    for question, name in _PHOTOS.rows(connection, {"check": check}):
        photos.setdefault(question, []).append(name)
    return photos
