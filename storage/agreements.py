"""How self-checks and inspections agree, counted over what was written down when each inspection ended."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, case, func, select

from checklists.catalogue import Catalogue
from checklists.words import Words
from safety.agreeing import BySource, CleanThenFound, Doubted
from safety.people import Actor, Right
from safety.visits import Agreement
from storage.scope import held, scope_of
from storage.tables.inspections import agreements, inspections
from storage.tables.ledger import areas, enterprises
from storage.visits.findings import FOUND

_MISSED = func.sum(case((and_(agreements.c.own, ~agreements.c.found), 1), else_=0))
_AGREED = func.sum(case((agreements.c.own == agreements.c.found, 1), else_=0))


@dataclass(frozen=True, slots=True)
class AgreementsOf:
    """Implements safety.agreeing.AgreementBook for one actor."""

    connection: Connection
    actor: Actor
    catalogue: Catalogue
    now: datetime

    def by_source(self, days: int) -> Sequence[BySource]:
        ended = self._ended(days)
        if ended is None:
            return ()
        rows = select(inspections.c.kind, *_SUMMED).where(ended).subquery()
        figures = [func.coalesce(func.sum(column), 0) for column in [*rows.c][1:]]
        found = (
            select(rows.c.kind, func.count().label("n"), *figures).group_by(rows.c.kind).order_by(rows.c.kind)
        )
        return [
            BySource(kind, n, int(items), Agreement(int(compared), int(agreed), int(missed)))
            for kind, n, items, compared, agreed, missed in self.connection.execute(found)
        ]

    def doubted(self, days: int, limit: int = 3, credit_code: str = "") -> Sequence[Doubted]:
        scope = scope_of(self.actor, Right.SEE_COVERAGE)
        if scope is None:
            return ()
        found = (
            select(
                agreements.c.checklist,
                agreements.c.question,
                func.count().label("n"),
                _MISSED.label("missed"),
            )
            .where(agreements.c.at >= self.now - timedelta(days=days), held(scope, agreements.c.enterprise))
            .group_by(agreements.c.checklist, agreements.c.question)
            .having(_MISSED > 0)
            .order_by(_MISSED.desc(), agreements.c.checklist, agreements.c.question)
            .limit(limit)
        )
        if credit_code:
            own = select(enterprises.c.id).where(enterprises.c.credit_code == credit_code)
            found = found.where(agreements.c.enterprise == own.scalar_subquery())
        return [
            Doubted(self._text(row.checklist, row.question), row.n, int(row.missed))
            for row in self.connection.execute(found)
        ]

    def clean_then_found(self, days: int, limit: int = 5) -> Sequence[CleanThenFound]:
        ended = self._ended(days)
        if ended is None:
            return ()
        found = (
            select(
                enterprises.c.credit_code,
                enterprises.c.name,
                areas.c.name.label("town"),
                FOUND.label("items"),
                inspections.c.number,
            )
            .join(enterprises, enterprises.c.id == inspections.c.enterprise)
            .join(areas, areas.c.id == enterprises.c.town)
            .where(ended, inspections.c.clean, FOUND > 0)
            .order_by(inspections.c.closed_at.desc())
            .limit(limit)
        )
        return [CleanThenFound(*row) for row in self.connection.execute(found)]

    def of_enterprise(self, credit_code: str, days: int) -> Agreement:
        scope = scope_of(self.actor, Right.SEE_COVERAGE)
        if scope is None:
            return Agreement(0, 0, 0)
        found = (
            select(func.count(), func.coalesce(_AGREED, 0), func.coalesce(_MISSED, 0))
            .select_from(agreements.join(enterprises, enterprises.c.id == agreements.c.enterprise))
            .where(
                enterprises.c.credit_code == credit_code,
                agreements.c.at >= self.now - timedelta(days=days),
                held(scope, agreements.c.enterprise),
            )
        )
        compared, agreed, missed = self.connection.execute(found).one()
        return Agreement(int(compared), int(agreed), int(missed))

    def _ended(self, days: int) -> ColumnElement[bool] | None:
        scope = scope_of(self.actor, Right.SEE_COVERAGE)
        if scope is None:
            return None
        since = self.now - timedelta(days=days)
        return and_(inspections.c.closed_at >= since, held(scope, inspections.c.enterprise))

    def _text(self, checklist: str, question: str) -> Words:
        form = self.catalogue.checklists.get(checklist)
        known = form is not None and question in form.places
        return form.question(question).text if form is not None and known else Words(question, question)


_SUMMED: tuple[ColumnElement[Any], ...] = (
    FOUND.label("found"),
    inspections.c.compared,
    inspections.c.agreed,
    inspections.c.missed,
)
