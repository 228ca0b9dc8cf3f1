"""Signed statistics of hazards as one actor may read them (safety.statistics.StatisticsBook)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, exists, func, select

from checklists.reminders import Activity
from safety.people import Actor, Right
from safety.statistics import NAMES, Correction, Counts, Missing, Signed, Whole
from storage import tallies
from storage.scope import Reach, Scope, scope_of, within
from storage.tables.ledger import areas, enterprises
from storage.tables.ledger import hazards as found
from storage.tables.statistics import statistics

S = statistics.c
_LATER = statistics.alias("later")
_NEWEST = ~exists().where(
    _LATER.c.period == S.period, _LATER.c.enterprise == S.enterprise, _LATER.c.version > S.version
)
_ROWS = select(statistics, enterprises.c.name.label("unit"), enterprises.c.credit_code).join(
    enterprises, enterprises.c.id == S.enterprise
)
OWING = enterprises.c.activity != Activity.CLOSED


def newest(connection: Connection, enterprise: int, period: str) -> Signed | None:
    """The form of a period that counts."""
    rows = _ROWS.where(S.enterprise == enterprise, S.period == period).order_by(S.version.desc()).limit(1)
    row = connection.execute(rows).one_or_none()
    return None if row is None else signed_of(row)


def newest_rows(connection: Connection, period: str) -> Sequence[Any]:
    """The rows that count of a period, of all enterprises."""
    return connection.execute(select(statistics).where(S.period == period, _NEWEST)).all()


def counted(connection: Connection, enterprise: int, period: str) -> Counts:
    """What the ledger says of one enterprise."""
    where = found.c.enterprise == enterprise
    return tallies.tallied(connection, period, where).get(enterprise, Counts())


def signed_of(row: Any) -> Signed:
    corrections = {
        name: Correction(int(one["value"]), one["reason"]) for name, one in row.corrections.items()
    }
    counts = Counts(*(getattr(row, name) for name in NAMES))
    return Signed(
        row.number,
        row.period,
        row.version,
        row.unit,
        row.credit_code,
        row.name,
        row.signed_at,
        counts,
        corrections,
        row.sha256,
    )


@dataclass(frozen=True, slots=True)
class StatisticsOf:
    """Implements safety.statistics.StatisticsBook."""

    connection: Connection
    actor: Actor

    def counted(self, period: str) -> Counts:
        own = self._own()
        return Counts() if own is None else counted(self.connection, own, period)

    def signed(self, period: str) -> Signed | None:
        own = self._own()
        return None if own is None else newest(self.connection, own, period)

    def one(self, number: str) -> Signed | None:
        scope = scope_of(self.actor, Right.SEE_STATISTICS)
        if scope is None:
            return None
        rows = _ROWS.where(S.number == number, within(scope.reach, S.enterprise))
        row = self.connection.execute(rows, {"place": scope.place}).one_or_none()
        return None if row is None else signed_of(row)

    def whole(self, period: str) -> Whole:
        scope = self._area()
        if scope is None:
            return Whole(0, 0, Counts())
        units = (
            select(func.count()).select_from(enterprises).where(OWING, within(scope.reach, enterprises.c.id))
        )
        total = self.connection.execute(units, {"place": scope.place}).scalar_one()
        sums = select(func.count(), *(func.coalesce(func.sum(S[name]), 0).label(name) for name in NAMES))
        row = self.connection.execute(
            sums.where(S.period == period, _NEWEST, within(scope.reach, S.enterprise)), {"place": scope.place}
        ).one()
        return Whole(int(total), int(row[0]), Counts(*(int(one) for one in row[1:])))

    def missing(self, period: str, *, offset: int = 0, limit: int = 5) -> Sequence[Missing]:
        scope = self._area()
        if scope is None:
            return ()
        sent = exists().where(S.period == period, S.enterprise == enterprises.c.id)
        rows = (
            select(enterprises.c.credit_code, enterprises.c.name, areas.c.name.label("town_name"))
            .join(areas, areas.c.id == enterprises.c.town)
            .where(OWING, ~sent, within(scope.reach, enterprises.c.id))
            .order_by(enterprises.c.town, enterprises.c.id)
        )
        found_ = self.connection.execute(rows.offset(offset).limit(limit), {"place": scope.place})
        return [Missing(row.credit_code, row.name, row.town_name) for row in found_]

    def sent(self, period: str, *, offset: int = 0, limit: int = 5) -> Sequence[Signed]:
        scope = self._area()
        if scope is None:
            return ()
        rows = self._of_area(scope, and_(S.period == period, _NEWEST)).order_by(S.id.desc())
        found_ = self.connection.execute(rows.offset(offset).limit(limit), {"place": scope.place})
        return [signed_of(row) for row in found_]

    def _of_area(self, scope: Scope, where: ColumnElement[bool]) -> Select[Any]:
        return _ROWS.where(where, within(scope.reach, S.enterprise))

    def _own(self) -> int | None:
        seat = self.actor.seat
        return seat.enterprise if seat and self.actor.may(Right.SEE_STATISTICS) else None

    def _area(self) -> Scope | None:
        scope = scope_of(self.actor, Right.SEE_STATISTICS)
        return None if scope is None or scope.reach is Reach.ENTERPRISE else scope
