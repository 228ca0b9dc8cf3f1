"""How a self-check was answered, beside what was answered (paradata): when asked, when answered, how often changed, by whom.

Made from the saves that are kept for ever; nothing here judges. What is unknown (no time of asking was kept) stays unknown.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import pairwise
from statistics import median

from checklists.answers import JsonValue

LONGEST = timedelta(minutes=10)  # who takes longer over one question has put the phone away


@dataclass(frozen=True, slots=True)
class Saving:
    """One save of one answer, as it came. `value` None: passed over. `carried`: taken over from last time."""

    question: str
    value: JsonValue
    at: datetime
    person: int
    shown_at: datetime | None = None
    carried: bool = False

    @property
    def seconds(self) -> float | None:
        """From asking to answering; None when it was not asked for itself or the time of asking is unknown."""
        if self.shown_at is None or self.carried:
            return None
        return max(0.0, (self.at - self.shown_at).total_seconds())


@dataclass(frozen=True, slots=True)
class QuestionTrace:
    """One question of one check.

    asked_at, answered_at, last_at   first asked (None: unknown), first answered or passed over, last
    seconds                          all times it was answered together, None: unknown
    changes                          how often the answer became another one
    people                           who answered it, in order, each once
    carried                          the answer that stands was taken over
    """

    question: str
    asked_at: datetime | None
    answered_at: datetime
    last_at: datetime
    seconds: float | None
    changes: int
    people: tuple[int, ...]
    carried: bool


@dataclass(frozen=True, slots=True)
class CheckTrace:
    """A whole check: its questions in the order in which their answers came to stand."""

    questions: Sequence[QuestionTrace] = ()
    _by_id: Mapping[str, QuestionTrace] = field(default_factory=dict, repr=False, compare=False)

    def of(self, question: str) -> QuestionTrace | None:
        return self._by_id.get(question)

    @property
    def fresh(self) -> Sequence[QuestionTrace]:
        """What was answered anew and with a known time."""
        return [one for one in self.questions if not one.carried and one.seconds is not None]

    @property
    def duration(self) -> timedelta:
        """From the first question asked to the last answer, pauses included."""
        first = [one.asked_at or one.answered_at for one in self.questions]
        last = [one.last_at for one in self.questions]
        return max(last) - min(first) if self.questions else timedelta()

    @property
    def worked(self) -> timedelta:
        """Time spent on questions; a longer look than ten minutes counts as ten."""
        seconds = (min(one.seconds or 0.0, LONGEST.total_seconds()) for one in self.questions)
        return timedelta(seconds=sum(seconds))

    @property
    def median_seconds(self) -> float | None:
        """Of the questions answered anew; None when nothing is known."""
        known = [one.seconds for one in self.fresh if one.seconds is not None]
        return median(known) if known else None

    @property
    def changes(self) -> int:
        return sum(one.changes for one in self.questions)

    @property
    def people(self) -> tuple[int, ...]:
        """Everybody who answered, in order, each once."""
        return tuple(dict.fromkeys(person for one in self.questions for person in one.people))


def traced(savings: Iterable[Saving]) -> CheckTrace:
    """What the saves of one check tell. They may come in any order."""
    by_question: dict[str, list[Saving]] = {}
    for saving in sorted(savings, key=lambda one: one.at):
        by_question.setdefault(saving.question, []).append(saving)
    traces = (_question(group) for group in by_question.values())
    questions = tuple(sorted(traces, key=lambda one: one.last_at))
    return CheckTrace(questions, {one.question: one for one in questions})


def _question(group: Sequence[Saving]) -> QuestionTrace:
    first, last = group[0], group[-1]
    known = [one.seconds for one in group if one.seconds is not None]
    return QuestionTrace(
        question=first.question,
        asked_at=min((one.shown_at for one in group if one.shown_at), default=None),
        answered_at=first.at,
        last_at=last.at,
        seconds=sum(known) if known else None,
        changes=sum(one.value != other.value for one, other in pairwise(group)),
        people=tuple(dict.fromkeys(one.person for one in group)),
        carried=last.carried,
    )
