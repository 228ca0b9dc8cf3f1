"""Classes of supervision as one actor may read them (safety.classes.ClassBook): the working, the history, when somebody last looked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP
from typing import Any

from sqlalchemy import Connection, bindparam, func, select

from checklists.catalogue import Catalogue
from safety.calendar import today as day_of
from safety.classes import Change, ClassCard, Kept, Looked
from safety.grading import grade
from safety.people import Actor, Right, Role
from storage import dossier
from storage.grades import often, profile_of
from storage.scope import scope_of
from storage.tables.checks import checks
from storage.tables.classes import grades, gradings
from storage.tables.inspections import inspections
from storage.tables.people import people

_KEPT = select(grades).where(grades.c.enterprise == bindparam("enterprise"))
_SINCE = select(func.max(gradings.c.at)).where(gradings.c.enterprise == bindparam("enterprise"))
_HISTORY = (
    select(gradings, people.c.name)
    .outerjoin(people, people.c.id == gradings.c.person)
    .where(gradings.c.enterprise == bindparam("enterprise"))
    .order_by(gradings.c.id.desc())
    .limit(bindparam("limit"))
)
_CHECKED = select(func.max(checks.c.submitted_at)).where(checks.c.enterprise == bindparam("enterprise"))
_VISITED = select(func.max(inspections.c.closed_at)).where(
    inspections.c.enterprise == bindparam("enterprise")
)


@dataclass(frozen=True, slots=True)
class ClassesOf:
    """Implements safety.classes.ClassBook for one actor."""

    connection: Connection
    actor: Actor
    catalogue: Catalogue
    now: datetime

    def one(self, credit_code: str) -> ClassCard | None:
        row, rules = self._place(credit_code), self.catalogue.rules.grading
        kept = self.connection.execute(_KEPT, {"enterprise": row.id}).one_or_none() if row else None
        if row is None or kept is None or rules is None:
            return None
        stands = Kept(kept.worked, kept.hand, kept.hand_over)
        profile = profile_of(kept.working)
        since = self.connection.execute(_SINCE, {"enterprise": row.id}).scalar_one()
        return ClassCard(
            kept=stands,
            graded=grade(rules, profile),
            frequency=often(self.catalogue, rules, stands.holds, profile.credit_grade, row.colour.value),
            looked=looked(self.connection, row.id),
            credit=int(profile.credit.to_integral_value(ROUND_HALF_UP)),
            credit_grade=profile.credit_grade,
            since=day_of(since or kept.at),
            added=day_of(row.added_at),
            at=kept.at,
        )

    def history(self, credit_code: str, *, limit: int = 5) -> Sequence[Change]:
        row = self._place(credit_code)
        if row is None:
            return ()
        found = self.connection.execute(_HISTORY, {"enterprise": row.id, "limit": limit})
        return [
            Change(one.at, one.before, one.after, one.name or "", one.reason, bool(one.hand)) for one in found
        ]

    def _place(self, credit_code: str) -> Any:
        scope = scope_of(self.actor, Right.SEE_ENTERPRISES)
        return None if scope is None else dossier.place(self.connection, scope, credit_code)


def looked(connection: Connection, enterprise: int) -> Looked:
    """When it was last looked at, by self-check, by a supervisor on site, by an expert."""
    place = {"enterprise": enterprise}
    own = connection.execute(_CHECKED, place).scalar_one()
    department = connection.execute(_VISITED.where(inspections.c.role != Role.EXPERT), place).scalar_one()
    expert = connection.execute(_VISITED.where(inspections.c.role == Role.EXPERT), place).scalar_one()
    return Looked(*(_day(moment) for moment in (own, department, expert)))


def _day(moment: datetime | None) -> date | None:
    return None if moment is None else day_of(moment)
