"""What a record of an inspection stands for: what lies before the enterprise, the whole record, and each correction."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select

from safety.hazard_ledger import HazardState
from storage.tables.checks import answers, checks
from storage.tables.inspections import inspection_notes, inspections
from storage.tables.ledger import enterprises, hazards
from storage.tables.media import media
from storage.types import to_text
from storage.visits.reading import checks_of

_CODE = select(enterprises.c.credit_code).where(enterprises.c.id == bindparam("enterprise"))
_ANSWERS = (
    select(answers)
    .where(answers.c.check_id == bindparam("check"), answers.c.value.is_not(None))
    .order_by(answers.c.question)
)
_PHOTOS = (
    select(media.c.question, media.c.unique_name)
    .where(media.c.check_id == bindparam("check"))
    .order_by(media.c.id)
)
_FORM = select(checks.c.form).where(checks.c.id == bindparam("check"))
_FINDINGS = (
    select(hazards)
    .where(hazards.c.visit == bindparam("visit"), hazards.c.state != HazardState.WITHDRAWN)
    .order_by(hazards.c.id)
)
_SHOTS = select(media.c.unique_name).where(media.c.hazard == bindparam("hazard")).order_by(media.c.id)
_RECORD = select(inspections.c.document).where(inspections.c.number == bindparam("number"))
_NOTE = select(inspection_notes.c.document).where(inspection_notes.c.number == bindparam("number"))


def content_of(connection: Connection, row: Row[Any]) -> dict[str, Any]:
    """What the inspectors put before the enterprise: who came, the answers, the findings, the remark."""
    return {
        "enterprise": connection.execute(_CODE, {"enterprise": row.enterprise}).scalar_one(),
        "kind": row.kind.value,
        "lead": row.lead,
        "role": row.role.value,
        "begun_at": to_text(row.begun_at),
        "second": row.second,
        "second_at": _moment(row.second_at),
        "places": list(row.places or ()),
        "remark": row.remark,
        "walked": [_form(connection, check, checklist) for check, checklist in checks_of(connection, row)],
        "findings": [_finding(connection, one) for one in connection.execute(_FINDINGS, {"visit": row.id})],
    }


def record_of(connection: Connection, row: Row[Any], ended: Mapping[str, Any]) -> dict[str, Any]:
    """The whole record: what was put before them, and how it ended."""
    return {
        **content_of(connection, row),
        "present": row.present,
        "presented_at": _moment(row.presented_at),
        "presented": row.presented,
        "objection": row.objection or "",
        **ended,
    }


def document(connection: Connection, number: str) -> Mapping[str, Any] | None:
    """What was sealed under a number: a record, or a correction of one."""
    found: Mapping[str, Any] | None = connection.execute(_RECORD, {"number": number}).scalar_one_or_none()
    if found is not None:
        return found
    note: Mapping[str, Any] | None = connection.execute(_NOTE, {"number": number}).scalar_one_or_none()
    return note


def _form(connection: Connection, check: int, checklist: str) -> dict[str, Any]:
    photos: dict[str, list[str]] = {}
    for question, name in connection.execute(_PHOTOS, {"check": check}):
        photos.setdefault(question, []).append(name)
    return {
        "checklist": checklist,
        "form": connection.execute(_FORM, {"check": check}).scalar_one(),
        "answers": [
            {
                "question": one.question,
                "value": one.value,
                "outcome": one.outcome,
                "note": one.note,
                "person": one.person,
                "at": to_text(one.at),
                "photos": photos.get(one.question, []),
            }
            for one in connection.execute(_ANSWERS, {"check": check})
        ],
    }


def _finding(connection: Connection, one: Row[Any]) -> dict[str, Any]:
    return {
        "number": one.number,
        "question": one.question or "",
        "words": one.words,
        "place": one.place,
        "due": one.due.isoformat(),
        "major": bool(one.suspected_major),
        "photos": list(connection.execute(_SHOTS, {"hazard": one.id}).scalars()),
    }


def _moment(moment: datetime | None) -> str | None:
    return None if moment is None else to_text(moment)
