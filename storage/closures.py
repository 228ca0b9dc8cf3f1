"""Closures of hazards: what a receipt is given for, kept for good, and read again inside a seat's scope."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, insert, select

from safety.closures import Closure
from storage.cases import Album
from storage.hazards import visible
from storage.numbers import Series, next_number
from storage.prepared import Prepared
from storage.receipts import fingerprint_over
from storage.scope import Reach, Scope
from storage.tables.closures import closures
from storage.tables.ledger import enterprises, hazards
from storage.tables.people import people
from storage.types import to_text

_CODE = Prepared(select(enterprises.c.credit_code).where(enterprises.c.id == bindparam("id")))
_DOCUMENT = Prepared(select(closures.c.document).where(closures.c.number == bindparam("number")))
_ONE = {
    reach: (
        select(
            closures, hazards.c.number.label("hazard_number"), enterprises.c.name, people.c.name.label("by")
        )
        .join(hazards, hazards.c.id == closures.c.hazard)
        .join(enterprises, enterprises.c.id == hazards.c.enterprise)
        .outerjoin(people, people.c.id == closures.c.person)
        .where(closures.c.number == bindparam("number"), visible(reach))
    )
    for reach in Reach
}


def keep(
    connection: Connection, hazard: Row[Any], album: Album, person: int, now: datetime
) -> tuple[str, str]:
    """Keep the closure of a hazard as it stands now; the number of its receipt and its fingerprint."""
    number = next_number(connection, Series.CLOSURE, now)
    code = str(_CODE.scalar(connection, {"id": hazard.enterprise}))
    whole = _whole(hazard, album, code) | {"receipt": number, "closed_at": to_text(now), "closed_by": person}
    digest = fingerprint_over(whole)
    row = {
        "number": number,
        "hazard": hazard.id,
        "at": now,
        "person": person,
        "document": whole,
        "sha256": digest,
    }
    connection.execute(insert(closures), row)
    return number, digest


def _whole(hazard: Row[Any], album: Album, credit_code: str) -> dict[str, Any]:
    """What was found, what was done, and by which photos it was judged; people by their numbers."""
    return {
        "hazard": hazard.number,
        "enterprise": credit_code,
        "source": hazard.source.value,
        "found": {
            "at": to_text(hazard.found_at),
            "by": hazard.found_by,
            "form": hazard.form,
            "question": hazard.question,
            "kind": hazard.kind,
            "place": hazard.place,
            "words": hazard.words,
        },
        "severity": hazard.severity.value,
        "due": hazard.due.isoformat(),
        "owner": hazard.owner,
        "plan": hazard.plan,
        "evidence_by": hazard.evidence_by,
        "before": [photo.unique_name for photo in album.before],
        "after": [{"photo": shot.name, "answers": shot.answers} for shot in album.answers()],
        "cost": hazard.cost,
        "listing": hazard.listing and hazard.listing["number"],
        "extensions": hazard.extensions,
        "returned": hazard.returned,
        "reopened": hazard.reopened,
    }


def document(connection: Connection, number: str) -> Mapping[str, Any] | None:
    """Everything a receipt was given for, as it is kept now; None when it is gone."""
    found: Mapping[str, Any] | None = _DOCUMENT.scalar(connection, {"number": number})
    return found


def one(connection: Connection, scope: Scope, number: str) -> Closure | None:
    """A closure by its receipt; None outside the scope, as if it did not exist."""
    found = connection.execute(_ONE[scope.reach], {"place": scope.place, "number": number}).one_or_none()
    if found is None:
        return None
    return Closure(found.number, found.hazard_number, found.name, found.at, found.by or "", found.sha256)
