"""Posts and certificates as content: which post needs which certificate, how long one holds, when it is reviewed, what keeps somebody from starting."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property
from typing import Annotated, ClassVar

from pydantic import Field

from checklists.parts import Flag, Grounded, Part, Text, Whole

Years = Annotated[Whole, Field(ge=1, le=30)]


class Family(StrEnum):
    """What is certified: special operations, safety managers, who runs special equipment; a licence; the equipment itself."""

    SPECIAL = "special"
    MANAGER = "manager"
    OPERATOR = "operator"
    LICENCE = "licence"
    EQUIPMENT = "equipment"

    @property
    def personal(self) -> bool:
        """Whether somebody holds it; else it belongs to the enterprise."""
        return self in {Family.SPECIAL, Family.MANAGER, Family.OPERATOR}


class CertificateKind(Grounded):
    """One kind of certificate.

    years          how long it holds from the day of issue; None: as it says itself
    review_years   how often it is reviewed within that time (复审)
    short          on the button
    """

    limits: ClassVar = {"name": (24, 70), "short": (8, 24)}

    id: str
    name: Text
    short: Text
    family: Family
    years: Years | None = None
    review_years: Years | None = None


class Post(Part):
    """A post (岗位).

    needs     one of these kinds of certificates; empty: none
    manager   of principals and safety officers, whose training has terms of its own
    other     further words by which people call it
    """

    limits: ClassVar = {"name": (8, 24)}

    id: str
    name: Text
    needs: tuple[str, ...] = ()
    manager: Flag = False
    other: tuple[str, ...] = ()


class Ground(StrEnum):
    """Why somebody may not start work."""

    NO_CERTIFICATE = "no_certificate"
    EXPIRED = "expired"
    REVIEW_OVERDUE = "review_overdue"
    HOURS_SHORT = "hours_short"
    NOT_EXAMINED = "not_examined"
    EXAM_FAILED = "exam_failed"
    VETOED = "vetoed"


class StartRule(Grounded):
    """What one ground rests on; `active` false: it is not looked at."""

    id: Ground
    active: Flag = True


class CertificateRules(Part):
    """rules/certificates.yaml.

    soon_days    so many days ahead a date counts as coming
    exam_days    for so long a passed exam counts
    """

    kinds: tuple[CertificateKind, ...] = ()
    posts: tuple[Post, ...] = ()
    start: tuple[StartRule, ...] = ()
    soon_days: Annotated[Whole, Field(ge=1, le=366)] = 90
    exam_days: Annotated[Whole, Field(ge=1, le=1100)] = 365

    @cached_property
    def by_id(self) -> Mapping[str, CertificateKind]:
        """Every kind by its id."""
        return {one.id: one for one in self.kinds}

    @cached_property
    def posts_by_id(self) -> Mapping[str, Post]:
        """Every post by its id."""
        return {one.id: one for one in self.posts}

    def of_family(self, family: Family) -> tuple[CertificateKind, ...]:
        """The kinds of a family, in the order of the file."""
        return tuple(one for one in self.kinds if one.family is family)
