"""What one actor may read of drills (safety.drills.DrillBook): their own enterprise, their area, and what they take part in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, distinct, func, or_, select

from checklists.catalogue import Catalogue
from checklists.drills import PlanKind, Script
from checklists.reminders import Task
from safety import drills as rules
from safety.calendar import at, calendar_of, today
from safety.drills import QUARTER, Drill, DrillState, Late, Return
from safety.people import Actor, Right
from storage import facts
from storage.content import script_of
from storage.drills import WHOLE, row_of, seated, whole
from storage.scope import scope_of, within
from storage.tables.drills import drill_people, drills
from storage.tables.ledger import enterprises
from storage.tables.obligations import obligations

TO_COME = (DrillState.PLANNED, DrillState.ENDED)
PAST = (DrillState.ENDED, DrillState.DONE, DrillState.STOPPED)
HELD = (DrillState.ENDED, DrillState.DONE)
_MINE = select(drill_people.c.drill)
_SINCE = select(enterprises.c.added_at)


@dataclass(frozen=True, slots=True)
class DrillsOf:
    """One actor's view."""

    connection: Connection
    actor: Actor
    catalogue: Catalogue
    now: datetime

    def scripts(self) -> Mapping[str, Script]:
        return self.catalogue.scripts

    def running(self) -> Drill | None:
        running = drills.c.state == DrillState.RUNNING
        found = WHOLE.where(running, self._concerned()).order_by(drills.c.real.desc(), drills.c.id.desc())
        row = self.connection.execute(found.limit(1)).one_or_none()
        return None if row is None else whole(self.connection, row)

    def drill(self, number: str) -> Drill | None:
        row = row_of(self.connection, number)
        if row is None:
            return None
        seen = self.connection.execute(
            select(drills.c.id).where(drills.c.id == row.id, or_(self._in_scope(), self._takes_part())),
            self._place(),
        ).first()
        return whole(self.connection, row) if seen is not None else None

    def newest(self) -> Drill | None:
        mine = (drills.c.planned_by == self.actor.person) & (drills.c.enterprise == self._own())
        row = self.connection.execute(WHOLE.where(mine).order_by(drills.c.id.desc()).limit(1)).one_or_none()
        return None if row is None else whole(self.connection, row)

    def assembly_point(self) -> str:
        own = (drills.c.enterprise == self._own()) & (drills.c.place != "")
        newest = select(drills.c.place).where(own).order_by(drills.c.id.desc()).limit(1)
        return self.connection.execute(newest).scalar_one_or_none() or ""

    def planned(self) -> Sequence[Drill]:
        own = (drills.c.enterprise == self._own()) & drills.c.real.is_(False)
        found = WHOLE.where(own, drills.c.state.in_(TO_COME)).order_by(drills.c.planned_at, drills.c.id)
        return [whole(self.connection, row) for row in self.connection.execute(found)]

    def past(self, *, offset: int = 0, limit: int = 5) -> Sequence[Drill]:
        found = WHOLE.where(self._in_scope(), drills.c.state.in_(PAST))
        newest = found.order_by(drills.c.planned_at.desc(), drills.c.id.desc()).offset(offset).limit(limit)
        return [whole(self.connection, row) for row in self.connection.execute(newest, self._place())]

    def count_past(self) -> int:
        found = select(func.count()).where(self._in_scope(), drills.c.state.in_(PAST))
        return int(self.connection.execute(found, self._place()).scalar_one())

    def due(self) -> date | None:
        own = self._own()
        return None if own is None else next_due(self.connection, self.catalogue, own)

    def strength(self) -> int:
        own = self._own()
        return 0 if own is None else len(seated(self.connection, own))

    def returned(self, first: date) -> Return:
        if scope_of(self.actor, Right.SEE_DRILLS) is None:
            return Return(0, 0, 0)
        return self._counted(self._quarter(first))

    def _counted(self, inside: ColumnElement[bool]) -> Return:
        held = and_(inside, drills.c.state.in_(HELD))
        kinds = {PlanKind.SPECIAL: 0, PlanKind.ON_SITE: 0, PlanKind.OVERALL: 0}
        for row in self._run(
            select(drills.c.script, func.count().label("n")).where(held).group_by(drills.c.script)
        ):
            kinds[script_of(self.connection, row.script).plan] += row.n
        own = self._run(
            select(func.count(distinct(drills.c.enterprise)), func.sum(drills.c.extra)).where(held)
        )
        units, extra = own[0]
        took = select(func.count()).select_from(
            drill_people.join(drills, drills.c.id == drill_people.c.drill)
        )
        broken = select(func.count()).where(inside, drills.c.state == DrillState.STOPPED)
        return Return(
            sum(kinds.values()),
            self._run(took.where(held))[0][0] + (extra or 0),
            units,
            kinds[PlanKind.SPECIAL],
            kinds[PlanKind.ON_SITE],
            self._run(broken)[0][0],
        )

    def _quarter(self, first: date) -> ColumnElement[bool]:
        month = first.month + QUARTER
        after = date(first.year + (month > 12), (month - 1) % 12 + 1, 1)  # noqa: PLR2004 - months of a year
        begun = drills.c.started_at
        return and_(
            self._in_scope(),
            drills.c.real.is_(False),
            begun >= at(first, time.min),
            begun < at(after, time.min),
        )

    def late(self, day: date, *, limit: int = 5) -> Sequence[Late]:
        found = self._late(day, enterprises.c.name, func.min(obligations.c.due_at).label("since"))
        each = found.group_by(enterprises.c.id, enterprises.c.name).order_by("since", enterprises.c.id)
        return [Late(row.name, today(row.since)) for row in self._run(each.limit(limit))]

    def count_late(self, day: date) -> int:
        return int(self._run(self._late(day, func.count(distinct(enterprises.c.id))))[0][0])

    def _late(self, day: date, *columns: Any) -> Select[Any]:
        return (
            select(*columns)
            .select_from(obligations)
            .join(enterprises, enterprises.c.id == obligations.c.enterprise)
            .where(
                within_scope(self.actor, obligations.c.enterprise),
                obligations.c.task == Task.DRILL.value,
                obligations.c.state == "open",
                obligations.c.due_at < at(day, time.min),
            )
        )

    def _run(self, found: Any) -> Sequence[Any]:
        return self.connection.execute(found, self._place()).all()

    def _own(self) -> int | None:
        return self.actor.seat.enterprise if self.actor.seat is not None else None

    def _takes_part(self) -> ColumnElement[bool]:
        return drills.c.id.in_(_MINE.where(drill_people.c.person == self.actor.person))

    def _concerned(self) -> ColumnElement[bool]:
        return or_(drills.c.enterprise == self._own(), self._takes_part())

    def _in_scope(self) -> ColumnElement[bool]:
        return within_scope(self.actor, drills.c.enterprise)

    def _place(self) -> dict[str, int | None]:
        scope = scope_of(self.actor, Right.SEE_DRILLS)
        return {} if scope is None else {"place": scope.place}


def within_scope(actor: Actor, enterprise: ColumnElement[Any]) -> ColumnElement[bool]:
    """The condition of a seat that may see drills; nothing without one. It binds `place`."""
    scope = scope_of(actor, Right.SEE_DRILLS)
    return enterprise.in_(()) if scope is None else within(scope.reach, enterprise)


def next_due(connection: Connection, catalogue: Catalogue, enterprise: int) -> date | None:
    """By when an enterprise's next drill is due, after its last one or since it was entered."""
    last = connection.execute(
        select(func.max(drills.c.started_at)).where(
            drills.c.enterprise == enterprise, drills.c.state == DrillState.DONE, drills.c.real.is_(False)
        )
    ).scalar()
    begun = last or connection.execute(_SINCE.where(enterprises.c.id == enterprise)).scalar_one()
    known = catalogue.facts.derive(facts.stated(connection, enterprise))
    reminders = catalogue.rules.reminders
    return rules.next_day(reminders, known, begun, calendar_of(catalogue.holidays))
