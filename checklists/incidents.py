"""Incidents (事故) as content: what it can be, what to do first, whom to call, how soon the law wants a report."""

from collections.abc import Collection, Iterator
from typing import Annotated, ClassVar

from pydantic import Field

from checklists.issues import Issue, issue, meant
from checklists.parts import Grounded, Part, Text, Whole
from checklists.tree import Tree

MOST_KINDS = 6  # with two more buttons a screen is full


class IncidentKind(Part):
    """One kind: `title` on its button, `first` what to do before anything is written, `call` the contact to call."""

    limits: ClassVar = {"title": (8, 20), "first": (60, 200)}

    id: str
    title: Text
    call: str
    first: Text


class IncidentRules(Grounded):
    """rules/incidents.yaml.

    report_hours   within which the head of the unit reports to the authority after hearing of it
    calls          contacts that always stand on top
    kinds          the last one is what nothing else fits
    """

    report_hours: Annotated[Whole, Field(ge=1, le=24)] = 1
    calls: Annotated[tuple[str, ...], Field(max_length=4)] = ()
    kinds: Annotated[tuple[IncidentKind, ...], Field(max_length=MOST_KINDS)] = ()

    def kind(self, kind: str) -> IncidentKind | None:
        """A kind by its id."""
        return next((one for one in self.kinds if one.id == kind), None)


def check_incidents(rules: IncidentRules, tree: Tree, contacts: Collection[str]) -> Iterator[Issue]:
    """Check that every number to call is known."""
    named = [(("calls", at), name) for at, name in enumerate(rules.calls)]
    found = [*named, *((("kinds", at, "call"), one.call) for at, one in enumerate(rules.kinds))]
    for path, name in found:
        if name not in contacts:
            known = ", ".join(sorted(contacts))
            yield issue(
                "unknown-contact", tree.file, tree.line(path), meant(name, contacts), id=name, known=known
            )
