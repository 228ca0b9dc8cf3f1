"""Departments of the district as areas, and which of them answers for an enterprise: by rule, by list or by hand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, select, update

from checklists.answers import Facts
from checklists.catalogue import Catalogue
from checklists.departments import DepartmentRules
from safety.departments import DepartmentBy, Responsible
from safety.people import Actor, Right
from storage.facts import stated
from storage.places import DEPARTMENT, area_id, find, named
from storage.scope import held, scope_of
from storage.tables.ledger import areas, enterprises

_ANSWERS = (
    update(enterprises)
    .where(enterprises.c.id == bindparam("b_id"))
    .values(department=bindparam("b_department"))
)


def enter(connection: Connection, rules: DepartmentRules) -> Mapping[str, int]:
    """The areas of the departments that content names, by its ids. One that content renames keeps its row and its people."""
    coded = select(areas.c.code, areas.c.id, areas.c.name).where(areas.c.code.is_not(None))
    known = {row.code: row for row in connection.execute(coded)}
    found: dict[str, int] = {}
    for one in rules.departments:
        row = known.get(one.id)
        if row is not None and row.name == one.name.zh:
            found[one.id] = row.id
            continue
        taken = find(connection, DEPARTMENT, one.name.zh)
        number = row.id if row is not None and taken is None else None
        number = number or taken or area_id(connection, DEPARTMENT, one.name.zh)
        if row is not None and number != row.id:  # the old row stays, without the code
            connection.execute(update(areas).where(areas.c.id == row.id).values(code=None))
        named = update(areas).where(areas.c.id == number)
        connection.execute(named.values(code=one.id, name=one.name.zh))
        found[one.id] = number
    return found


def settle(
    connection: Connection, catalogue: Catalogue, rows: Sequence[Any], facts: Mapping[int, Facts]
) -> None:
    """Work out the department of each of these enterprises (id, department, department_by) by its derived facts.

    What a list or a supervisor has said stays.
    """
    rules = catalogue.rules.departments
    ruled = [row for row in rows if row.department_by is DepartmentBy.RULE]
    if not ruled or not rules.departments:
        return
    numbers = enter(connection, rules)
    changed = []
    for row in ruled:
        one = rules.responsible(facts[row.id])
        number = numbers[one.id] if one is not None else None
        if number != row.department:
            changed.append({"b_id": row.id, "b_department": number})
    if changed:
        connection.execute(_ANSWERS, changed)


@dataclass(frozen=True, slots=True)
class DepartmentsOf:
    """Implements safety.departments.DepartmentBook."""

    connection: Connection
    actor: Actor
    catalogue: Catalogue

    def names(self) -> Sequence[str]:
        return tuple(named(self.connection, DEPARTMENT)) if self.actor.may(Right.SET_DEPARTMENT) else ()

    def of(self, code: str) -> Responsible | None:
        scope = scope_of(self.actor, Right.SEE_ENTERPRISES)
        if scope is None or not self.actor.seat or not self.actor.seat.supervises:
            return None
        here = (enterprises.c.credit_code == code, held(scope, enterprises.c.id))
        found = (
            select(
                enterprises.c.id,
                enterprises.c.name,
                enterprises.c.department_by,
                enterprises.c.department_reason,
                areas.c.name.label("department"),
            )
            .outerjoin(areas, areas.c.id == enterprises.c.department)
            .where(*here)
        )
        row = self.connection.execute(found).one_or_none()
        if row is None:
            return None
        derived = self.catalogue.facts.derive(stated(self.connection, row.id))
        ruled = self.catalogue.rules.departments.responsible(derived)
        return Responsible(
            row.name,
            row.department or "",
            row.department_by,
            row.department_reason or "",
            ruled.name.zh if ruled is not None else "",
        )
