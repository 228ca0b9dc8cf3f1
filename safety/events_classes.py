"""Events of classes of supervision (分级): one set by hand, or given back to the rules."""

from dataclasses import dataclass
from typing import ClassVar

from checklists.grading import EnterpriseClass
from safety.events import Event


@dataclass(frozen=True, slots=True)
class ClassSet(Event):
    """A supervisor sets the class of an enterprise, by its credit code, with a reason; None: the rules decide again."""

    kind: ClassVar[str] = "enterprise:class:set"
    enterprise: str
    supervision: EnterpriseClass | None
    reason: str
