"""Root causes (原因分析) as content: people, machines, surroundings, management (人机环管), each with what is mostly behind it."""

from collections.abc import Iterator
from typing import Annotated, ClassVar

from pydantic import Field

from checklists.parts import Grounded, Part, Text


class Cause(Part):
    """One cause; it is kept by its id."""

    limits: ClassVar = {"name": (8, 30)}

    id: str
    name: Text


class CauseGroup(Part):
    """One of the four sides, with its causes."""

    limits: ClassVar = {"name": (8, 30)}

    id: str
    name: Text
    causes: Annotated[tuple[Cause, ...], Field(min_length=1, max_length=6)]


class CauseRules(Grounded):
    """rules/causes.yaml. Before a major hazard is closed its cause and a preventive action are said.

    Whether that of one that recurs has to be said as well stands in rules/defaults.yaml (recurring, explained).
    """

    groups: Annotated[tuple[CauseGroup, ...], Field(max_length=6)] = ()

    def all(self) -> Iterator[tuple[CauseGroup, Cause]]:
        """Every cause with its group."""
        for group in self.groups:
            yield from ((group, cause) for cause in group.causes)

    def named(self, root: str) -> tuple[CauseGroup, Cause] | None:
        """A cause by its id; None when content knows it no more."""
        return next((pair for pair in self.all() if pair[1].id == root), None)
