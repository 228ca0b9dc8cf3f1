"""The veto list (一票否决) as content: for which reasons a person or an enterprise is kept from a post or from praise, and for how long at most."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from checklists.parts import Grounded, Part, Text, Whole


class Barred(StrEnum):
    """What the list keeps somebody from: working in the post, praise and promotion."""

    POST = "post"
    PRAISE = "praise"


class Target(StrEnum):
    """Who can stand on the list."""

    PERSON = "person"
    ENTERPRISE = "enterprise"


class VetoReason(Grounded):
    """One reason.

    targets   who can be put on the list for it
    bars      what it keeps them from
    days      for so long, as it is offered
    """

    limits: ClassVar = {"title": (8, 30), "text": (60, 200)}

    id: str
    title: Text
    text: Text
    targets: Annotated[tuple[Target, ...], Field(min_length=1)]
    bars: Annotated[tuple[Barred, ...], Field(min_length=1)]
    days: Annotated[Whole, Field(ge=1, le=3660)] = 365


class VetoRules(Part):
    """rules/veto.yaml."""

    reasons: Annotated[tuple[VetoReason, ...], Field(max_length=12)] = ()

    def reason(self, reason: str) -> VetoReason | None:
        """A reason by its id; None when the content has it no more."""
        return next((one for one in self.reasons if one.id == reason), None)
