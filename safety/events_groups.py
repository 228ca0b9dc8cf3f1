"""Events of saved groups of enterprises."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from checklists.answers import JsonValue
from safety.events import Event


@dataclass(frozen=True, slots=True)
class GroupSaved(Event):
    """A query was saved under a name. `group`: the row that it changes; 0: a new one."""

    kind: ClassVar[str] = "group:saved"
    name: str
    query: Mapping[str, JsonValue]
    group: int = 0


@dataclass(frozen=True, slots=True)
class GroupDeleted(Event):
    """A group is used no more. Campaigns that run by it keep what it said last."""

    kind: ClassVar[str] = "group:deleted"
    group: int
