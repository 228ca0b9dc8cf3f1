"""Certificates, licences, special equipment as they are kept: the current version of each, former ones, their photo."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, func, select

from safety.certificates import Certificate
from storage.tables.certificates import certificate_photos, certificates
from storage.tables.media import media
from storage.tables.staff import workers

_PICTURE = media.join(certificate_photos, certificate_photos.c.media == media.c.id)
_PHOTO = (
    select(media.c.path)
    .select_from(_PICTURE)
    .where(certificate_photos.c.certificate == certificates.c.id, media.c.state == "safe")
    .order_by(media.c.id.desc())
    .limit(1)
    .scalar_subquery()
)
_WAITS = (
    select(func.count())
    .select_from(_PICTURE)
    .where(certificate_photos.c.certificate == certificates.c.id, media.c.state == "pending")
    .scalar_subquery()
)
_WHOLE = select(
    certificates,
    func.coalesce(workers.c.name, "").label("holder"),
    _PHOTO.label("photo"),
    _WAITS.label("waits"),
).select_from(certificates.outerjoin(workers, workers.c.id == certificates.c.worker))
_HERE = certificates.c.worker.is_(None) | workers.c.until.is_(None)
_CURRENT: Select[Any] = _WHOLE.where(
    certificates.c.enterprise == bindparam("enterprise"), certificates.c.gone_at.is_(None), _HERE
).order_by(certificates.c.id)
_OF_WORKER = _CURRENT.where(certificates.c.worker == bindparam("worker"))
_ONE = _WHOLE.where(
    certificates.c.id == bindparam("certificate"), certificates.c.enterprise == bindparam("enterprise")
)


def current(connection: Connection, enterprise: int) -> Sequence[Certificate]:
    """Everything that holds now of an enterprise and of the people who work there."""
    return [certificate_of(row) for row in connection.execute(_CURRENT, {"enterprise": enterprise})]


def of_worker(connection: Connection, enterprise: int, worker: int) -> Sequence[Certificate]:
    """What one of its people holds."""
    rows = connection.execute(_OF_WORKER, {"enterprise": enterprise, "worker": worker})
    return [certificate_of(row) for row in rows]


def one(connection: Connection, enterprise: int, certificate: int) -> Certificate | None:
    """One of an enterprise, a former version as well."""
    values = {"enterprise": enterprise, "certificate": certificate}
    row = connection.execute(_ONE, values).one_or_none()
    return None if row is None else certificate_of(row)


def certificate_of(row: Row[Any]) -> Certificate:
    """A row as the rules know it."""
    return Certificate(
        row.id,
        row.kind,
        row.worker,
        row.holder,
        row.number,
        row.issued,
        row.valid_to,
        row.review,
        row.place,
        row.photo,
        waits=bool(row.waits),
        current=row.gone_at is None,
    )
