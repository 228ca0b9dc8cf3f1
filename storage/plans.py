"""Emergency plans as one actor may read them (safety.plans.Plans), and for the clock those that are in force."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, String, bindparam, cast, func, literal, select

from checklists.drills import PlanKind
from safety.people import Actor, Right
from safety.plans import PlanOf, Version
from storage.attached import FAILED
from storage.drill_book import within_scope
from storage.prepared import Prepared
from storage.scope import scope_of
from storage.tables.drills import plan_versions, plans
from storage.tables.ledger import enterprises
from storage.tables.media import media

_WHOLE: Select[Any] = select(plans, enterprises.c.name).join(
    enterprises, enterprises.c.id == plans.c.enterprise
)
_FILES = (
    select(func.count())
    .where(media.c.subject == literal("plan/") + cast(plan_versions.c.id, String), media.c.state != FAILED)
    .scalar_subquery()
    .label("files")
)

_IN_FORCE = Prepared(
    select(plans.c.id, plans.c.kind, plans.c.entered_at)
    .where(plans.c.enterprise == bindparam("enterprise"), plans.c.ended_at.is_(None))
    .order_by(plans.c.id)
)


@dataclass(frozen=True, slots=True)
class PlansOf:
    """One actor's view."""

    connection: Connection
    actor: Actor

    def plans(self, *, offset: int = 0, limit: int = 6) -> Sequence[PlanOf]:
        found = _WHOLE.where(self._scope(), plans.c.ended_at.is_(None))
        page = found.order_by(enterprises.c.name, enterprises.c.id, plans.c.id).offset(offset).limit(limit)
        return [self._plan(row) for row in self.connection.execute(page, self._place())]

    def count_plans(self) -> int:
        found = select(func.count()).where(self._scope(), plans.c.ended_at.is_(None))
        return int(self.connection.execute(found, self._place()).scalar_one())

    def plan(self, number: int) -> PlanOf | None:
        found = _WHOLE.where(plans.c.id == number, self._scope())
        row = self.connection.execute(found, self._place()).one_or_none()
        return None if row is None else self._plan(row)

    def newest_plan(self) -> PlanOf | None:
        seat = self.actor.seat
        own = plans.c.enterprise == (seat.enterprise if seat else None)
        newest = plan_versions.c.id.desc()
        found = _WHOLE.join(plan_versions, plan_versions.c.plan == plans.c.id).where(own).order_by(newest)
        row = self.connection.execute(found.limit(1)).one_or_none()
        return None if row is None else self._plan(row)

    def _plan(self, row: Row[Any]) -> PlanOf:
        found = (
            select(plan_versions, _FILES)
            .where(plan_versions.c.plan == row.id)
            .order_by(plan_versions.c.ordinal.desc())
        )
        versions = tuple(
            Version(one.version, one.published_on, one.filed_on, one.filing or "", one.reviewed_on, one.files)
            for one in self.connection.execute(found)
        )
        return PlanOf(row.id, row.name, row.kind, row.title, versions, row.ended_at is not None)

    def _scope(self) -> Any:
        return within_scope(self.actor, plans.c.enterprise)

    def _place(self) -> dict[str, int | None]:
        scope = scope_of(self.actor, Right.SEE_DRILLS)
        return {} if scope is None else {"place": scope.place}


def titles(connection: Connection, numbers: Sequence[int]) -> dict[str, str]:
    """What these plans are called, by the subject of what is owed about them."""
    if not numbers:
        return {}
    found = select(plans.c.id, plans.c.title).where(plans.c.id.in_(numbers))
    return {f"plan:{row.id}": row.title for row in connection.execute(found)}


def in_force(connection: Connection, enterprise: int) -> Sequence[tuple[int, PlanKind, datetime]]:
    """The plans of an enterprise that something may be owed about: number, kind, when it was entered."""
    rows = _IN_FORCE.rows(connection, {"enterprise": enterprise})
    return [(row.id, row.kind, row.entered_at) for row in rows]
