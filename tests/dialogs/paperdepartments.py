"""Departments of the paper world (safety.departments.DepartmentBook)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from safety.departments import DepartmentBy, Responsible
from safety.people import Right

if TYPE_CHECKING:
    from tests.dialogs.paper import World

RULED = "商务局"


@dataclass
class PaperDepartments:
    """Departments as one person may read them."""

    world: "World"
    person: int

    def names(self) -> Sequence[str]:
        if not self.world.actor(self.person).may(Right.SET_DEPARTMENT):
            return ()
        return ("交通运输局", "商务局", "应急管理局")

    def of(self, code: str) -> Responsible | None:
        seat = self.world.actor(self.person).seat
        if seat is None or not seat.supervises or code != self.world.enterprise.credit_code:
            return None
        name, reason = self.world.department
        by = DepartmentBy.HAND if reason else DepartmentBy.RULE
        return Responsible(self.world.enterprise.name, name, by, reason, RULED)
