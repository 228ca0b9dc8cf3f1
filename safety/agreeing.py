"""Three sources compared (企业自查、专家检查、部门督查): how self-checks and inspections agree in an area. Never a table of people."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from checklists.words import Words
from safety.visits import Agreement, VisitKind


@dataclass(frozen=True, slots=True)
class BySource:
    """Inspections of one kind: how many, what they found, how they agree with the self-checks before them."""

    kind: VisitKind
    visits: int
    items: int
    agreement: Agreement


@dataclass(frozen=True, slots=True)
class Doubted:
    """A question that self-checks call fine and inspections do not: how often both answered it, how often it was missed."""

    question: Words
    compared: int
    missed: int


@dataclass(frozen=True, slots=True)
class CleanThenFound:
    """An enterprise whose self-check had found nothing, shortly before an inspection found something."""

    credit_code: str
    name: str
    town: str
    items: int
    number: str


class AgreementBook(Protocol):
    """Of a supervisor's scope, over the last days; nothing for anybody else."""

    def by_source(self, days: int) -> Sequence[BySource]: ...

    def doubted(self, days: int, limit: int = 3, credit_code: str = "") -> Sequence[Doubted]:
        """The questions missed most often; `credit_code`: of this enterprise alone."""
        ...

    def clean_then_found(self, days: int, limit: int = 5) -> Sequence[CleanThenFound]:
        """The newest ones."""
        ...

    def of_enterprise(self, credit_code: str, days: int) -> Agreement: ...
