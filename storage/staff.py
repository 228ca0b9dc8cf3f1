"""The roster of an enterprise, read: who works there, by number, by account. Who may read it is decided above."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, bindparam, func, select

from safety.staff import Worker
from storage.tables.certificates import certificates
from storage.tables.staff import workers

_HERE = (
    select(workers)
    .where(workers.c.enterprise == bindparam("enterprise"), workers.c.until.is_(None))
    .order_by(workers.c.name, workers.c.id)
)
_PAGE = _HERE.limit(bindparam("limit")).offset(bindparam("offset"))
_COUNT = select(func.count()).where(
    workers.c.enterprise == bindparam("enterprise"), workers.c.until.is_(None)
)
_ONE = select(workers).where(workers.c.id == bindparam("worker"))
_OF_PERSON = _HERE.where(workers.c.person == bindparam("person"))
_JOINED = _HERE.where(
    workers.c.person.is_not(None),
    workers.c.id != bindparam("worker"),
    ~select(certificates.c.id).where(certificates.c.worker == workers.c.id).exists(),
).limit(bindparam("limit"))


def of(connection: Connection, enterprise: int) -> Sequence[Worker]:
    """Everybody who works there now, by name."""
    return [worker_of(row) for row in connection.execute(_HERE, {"enterprise": enterprise})]


def page(connection: Connection, enterprise: int, offset: int, limit: int) -> Sequence[Worker]:
    """Some of them."""
    found = connection.execute(_PAGE, {"enterprise": enterprise, "offset": offset, "limit": limit})
    return [worker_of(row) for row in found]


def count(connection: Connection, enterprise: int) -> int:
    """How many they are."""
    return int(connection.execute(_COUNT, {"enterprise": enterprise}).scalar_one())


def named(connection: Connection, enterprise: int, text: str, limit: int) -> Sequence[Worker]:
    """Those whose name holds these words; who is called exactly so comes first."""
    exact = workers.c.name == text
    found = _HERE.where(workers.c.name.contains(text, autoescape=True)).order_by(None)
    rows = connection.execute(
        found.order_by(exact.desc(), workers.c.name, workers.c.id).limit(limit), {"enterprise": enterprise}
    )
    return [worker_of(row) for row in rows]


def joined(connection: Connection, enterprise: int, worker: int, limit: int) -> Sequence[Worker]:
    """Other rows with an account to which no paper is tied."""
    values = {"enterprise": enterprise, "worker": worker, "limit": limit}
    return [worker_of(row) for row in connection.execute(_JOINED, values)]


def one(connection: Connection, worker: int) -> Worker | None:
    """A row of the roster, of somebody who left as well."""
    row = connection.execute(_ONE, {"worker": worker}).one_or_none()
    return None if row is None else worker_of(row)


def of_person(connection: Connection, enterprise: int, person: int) -> Worker | None:
    """The row of an account in an enterprise where they work now."""
    row = connection.execute(_OF_PERSON, {"enterprise": enterprise, "person": person}).one_or_none()
    return None if row is None else worker_of(row)


def worker_of(row: Row[Any]) -> Worker:
    """A row as the rules know it."""
    return Worker(
        row.id, row.enterprise, row.name, row.post, row.since, row.back_since, row.person, row.until, row.came
    )
