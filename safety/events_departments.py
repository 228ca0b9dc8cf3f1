"""Events of the departments that answer for enterprises."""

from dataclasses import dataclass
from typing import ClassVar

from safety.events import Event


@dataclass(frozen=True, slots=True)
class DepartmentSet(Event):
    """A district seat says which department answers for an enterprise, and why; without a department the rule decides again."""

    kind: ClassVar[str] = "enterprise:department:set"
    code: str
    department: str
    reason: str
