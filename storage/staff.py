"""The roster of an enterprise, read: who works there, by number, by account. Who may read it is decided above."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select

from safety.staff import Worker
from storage.tables.staff import workers

_HERE = (
    select(workers)
    .where(workers.c.enterprise == bindparam("enterprise"), workers.c.until.is_(None))
    .order_by(workers.c.name, workers.c.id)
)
_ONE = select(workers).where(workers.c.id == bindparam("worker"))
_OF_PERSON = _HERE.where(workers.c.person == bindparam("person"))


def of(connection: Connection, enterprise: int) -> Sequence[Worker]:
    """Everybody who works there now, by name."""
    return [_worker(row) for row in connection.execute(_HERE, {"enterprise": enterprise})]


def one(connection: Connection, worker: int) -> Worker | None:
    """A row of the roster, of somebody who left as well."""
    row = connection.execute(_ONE, {"worker": worker}).one_or_none()
    return None if row is None else _worker(row)


def of_person(connection: Connection, enterprise: int, person: int) -> Worker | None:
    """The row of an account in an enterprise where they work now."""
    row = connection.execute(_OF_PERSON, {"enterprise": enterprise, "person": person}).one_or_none()
    return None if row is None else _worker(row)


def _worker(row: Row[Any]) -> Worker:
    return Worker(
        row.id, row.enterprise, row.name, row.post, row.since, row.back_since, row.person, row.until
    )
