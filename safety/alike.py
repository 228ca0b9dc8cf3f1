"""Which hazards may be the very one that somebody is about to report: of the same kind at the same place, lately, still open."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from safety.hazard_ledger import Hazard
from safety.hazards import OVER, UNREPORTED
from safety.recurrence import same_place

MOST = 3


@dataclass(frozen=True, slots=True)
class Reporting:
    """What is about to be reported: kind, place, and the questions that its words are about."""

    kind: str
    place: str
    questions: Sequence[str] = ()


def likely(report: Reporting, hazards: Iterable[Hazard], kind_of: Callable[[str], str]) -> tuple[Hazard, ...]:
    """The hazards that may be meant, in the order given. `kind_of` tells the kind of a question of a self-check."""
    found = [hazard for hazard in hazards if alike(report, hazard, kind_of)]
    return tuple(found[:MOST])


def alike(report: Reporting, hazard: Hazard, kind_of: Callable[[str], str]) -> bool:
    """Whether this open hazard may be the one. A self-check says no place: there the question has to be the same."""
    if hazard.state in OVER or hazard.state in UNREPORTED:
        return False
    if hazard.question and not hazard.place:
        return hazard.question in report.questions
    kind = hazard.kind or kind_of(hazard.question)
    return kind == report.kind and same_place(report.place, hazard.place)
