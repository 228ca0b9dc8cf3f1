"""The veto list as it is kept, in the scope of whoever reads it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, func, or_, select

from checklists.veto_rules import Barred
from safety.vetoes import Veto
from storage.scope import Reach, Scope, within
from storage.tables.certificates import vetoes
from storage.tables.ledger import enterprises
from storage.tables.people import people
from storage.tables.staff import workers

_SOURCE = (
    vetoes.join(enterprises, enterprises.c.id == vetoes.c.enterprise)
    .join(people, people.c.id == vetoes.c.set_by)
    .outerjoin(workers, workers.c.id == vetoes.c.worker)
)
_WHOLE = select(
    vetoes,
    enterprises.c.name.label("place"),
    func.coalesce(workers.c.name, enterprises.c.name).label("name"),
    people.c.name.label("by"),
).select_from(_SOURCE)
_DAY = bindparam("today", type_=vetoes.c.until.type)
_IN_FORCE = (vetoes.c.lifted_on.is_(None)) & (vetoes.c.until >= _DAY)
_SAME_PERSON = select(workers.c.person).where(workers.c.id == bindparam("worker")).scalar_subquery()
_OF_WORKER = _WHOLE.where(
    _IN_FORCE,
    or_(
        vetoes.c.worker == bindparam("worker"),
        vetoes.c.worker.in_(select(workers.c.id).where(workers.c.person == _SAME_PERSON)),
    ),
).order_by(vetoes.c.id)


def _of(reach: Reach) -> Select[Any]:
    return _WHOLE.where(within(reach, vetoes.c.enterprise))


_LISTED = {reach: _of(reach).where(_IN_FORCE).order_by(vetoes.c.id.desc()) for reach in Reach}
_ONE = {reach: _of(reach).where(vetoes.c.number == bindparam("number")) for reach in Reach}
_COUNT = {
    reach: select(func.count()).select_from(vetoes).where(within(reach, vetoes.c.enterprise), _IN_FORCE)
    for reach in Reach
}


def of_worker(connection: Connection, worker: int, today: date) -> Sequence[Veto]:
    """What stands against one person now, in whichever enterprise it was set."""
    rows = connection.execute(_OF_WORKER, {"worker": worker, "today": today})
    return [_veto(row) for row in rows]


@dataclass(frozen=True, slots=True)
class VetoesOf:
    """The list within one scope (safety.vetoes.VetoBook). Without a scope there is nothing."""

    connection: Connection
    scope: Scope | None
    today: date

    def listed(self, *, offset: int, limit: int) -> Sequence[Veto]:
        if self.scope is None:
            return ()
        page = _LISTED[self.scope.reach].offset(offset).limit(limit)
        return [_veto(row) for row in self.connection.execute(page, self._bound(self.scope))]

    def count(self) -> int:
        if self.scope is None:
            return 0
        found = self.connection.execute(_COUNT[self.scope.reach], self._bound(self.scope))
        return int(found.scalar_one())

    def one(self, number: str) -> Veto | None:
        if self.scope is None:
            return None
        bound = {"place": self.scope.place, "number": number}
        row = self.connection.execute(_ONE[self.scope.reach], bound).one_or_none()
        return None if row is None else _veto(row)

    def _bound(self, scope: Scope) -> dict[str, Any]:
        return {"place": scope.place, "today": self.today}


def _veto(row: Row[Any]) -> Veto:
    return Veto(
        row.number,
        row.place,
        row.worker,
        row.name,
        row.reason,
        row.words,
        frozenset(Barred(one) for one in row.bars),
        row.since,
        row.until,
        row.by,
        row.appeal or "",
        row.lifted_on,
        row.lifted_why or "",
    )
