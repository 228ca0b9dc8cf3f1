"""Inspections and coverage of the paper world: nobody has held any. What they do is tested on real storage."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from checklists.schema import Checklist
from safety.agreeing import BySource, CleanThenFound, Doubted
from safety.coverage import Missed, Pile, Quarter, Reached
from safety.sampling import Draw, Sample, Standing
from safety.visits import Agreement, Host, Officer, Visit


@dataclass
class PaperVisits:
    """Implements safety.visits.VisitBook."""

    def one(self, visit: int) -> Visit | None:
        return None

    def numbered(self, number: str) -> Visit | None:
        return None

    def begun(self) -> Visit | None:
        return None

    def unfinished(self) -> Sequence[Visit]:
        return ()

    def ended(self, *, offset: int = 0, limit: int = 6, credit_code: str = "") -> Sequence[Visit]:
        return ()

    def count_ended(self, credit_code: str = "") -> int:
        return 0

    def officers(self, credit_code: str, text: str = "", *, limit: int = 6) -> Sequence[Officer]:
        return ()

    def hosts(self, visit: int) -> Sequence[Host]:
        return ()

    def forms(self, visit: int) -> Sequence[Checklist]:
        return ()


@dataclass
class PaperCoverage:
    """Implements safety.coverage.CoverageBook."""

    def quarter(self, period: str) -> Quarter:
        return Quarter(period, Reached("", 1, 0))

    def piles(self, period: str, pile: Pile) -> Sequence[Reached]:
        return (Reached("东镇", 1, 0),)

    def missed(self, period: str, *, offset: int = 0, limit: int = 6, name: str = "") -> Sequence[Missed]:
        return ()


@dataclass
class PaperSamples:
    """Implements safety.sampling.SampleBook."""

    def waiting(self, *, offset: int = 0, limit: int = 6) -> Sequence[Sample]:
        return ()

    def count_waiting(self) -> int:
        return 0

    def one(self, receipt: str) -> Sample | None:
        return None

    def standing(self, quarter: str) -> Standing:
        return Standing(0, 0, 0, 0, 0)

    def draw(self, day: date) -> Draw | None:
        return None


@dataclass
class PaperAgreements:
    """Implements safety.agreeing.AgreementBook."""

    def by_source(self, days: int) -> Sequence[BySource]:
        return ()

    def doubted(self, days: int, limit: int = 3) -> Sequence[Doubted]:
        return ()

    def clean_then_found(self, days: int, limit: int = 5) -> Sequence[CleanThenFound]:
        return ()

    def of_enterprise(self, credit_code: str, days: int) -> Agreement:
        return Agreement(0, 0, 0)
