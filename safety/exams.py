"""Training exams (培训考试): how a paper is drawn, how answers become points. What may be known while it is written, and what after.

The right answers are no part of what can be read while a paper is written: `Sitting` holds questions as they are asked.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any, Protocol

from checklists.answers import Facts
from checklists.bank import Bank, ExamChoice, ExamItem, ExamKind, Paper, Trainee
from checklists.words import Words
from safety.attempts import Attempt
from safety.mistakes import Try
from safety.people import Role
from safety.spots import Average

TRAINEES = {Role(one.value): one for one in Trainee}
CENT = Decimal("0.01")  # points are kept to this
Said = tuple[str, ...]  # the letters of the bank that somebody chose; empty: not answered


@dataclass(frozen=True, slots=True)
class Drawn:
    """One question of a paper as it was drawn: its exact version, its points, the answers in the order they are shown."""

    item: str
    fingerprint: str
    points: int
    order: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A paper as it was drawn for one person. Nothing in it says which answers are right.

    partly   share of the points for some right answers of a multi question and no wrong one
    seed     what it was drawn by
    """

    paper: str
    title: Words
    drawn: tuple[Drawn, ...]
    pass_points: int
    minutes: int
    partly: Decimal
    seed: str

    @property
    def total(self) -> int:
        """The points of a paper without a mistake."""
        return sum(one.points for one in self.drawn)

    def to_json(self) -> dict[str, Any]:
        """As it is kept."""
        return {
            "paper": self.paper,
            "title": [self.title.zh, self.title.en],
            "drawn": [[one.item, one.fingerprint, one.points, list(one.order)] for one in self.drawn],
            "pass_points": self.pass_points,
            "minutes": self.minutes,
            "partly": str(self.partly),
            "seed": self.seed,
        }

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> "Sheet":
        """Read what to_json wrote."""
        return cls(
            kept["paper"],
            Words(*kept["title"]),
            tuple(Drawn(item, fp, points, tuple(order)) for item, fp, points, order in kept["drawn"]),
            kept["pass_points"],
            kept["minutes"],
            Decimal(kept["partly"]),
            kept["seed"],
        )


def draw(bank: Bank, paper: Paper, role: Trainee, facts: Facts, seed: str) -> Sheet:
    """Draw a paper: so many questions of each kind, by the seed alone. The kinds stand in the order of the plan."""
    pool = bank.pool(paper, role, facts)
    drawn: list[Drawn] = []
    for part in paper.parts:
        items = sorted(pool[part.kind], key=lambda item: lot(seed, item.id))[: part.count]
        if not paper.shuffle:
            items.sort(key=pool[part.kind].index)
        drawn += [
            Drawn(item.id, item.fingerprint, part.points, shown(item, seed, shuffle=paper.shuffle))
            for item in items
        ]
    return Sheet(paper.id, paper.title, tuple(drawn), paper.pass_points, paper.minutes, bank.partly, seed)


def lot(seed: str, *names: str) -> str:
    """The lot that something draws: by it things stand in an order that only the seed decides, on every machine alike."""
    return hashlib.sha256("/".join((seed, *names)).encode()).hexdigest()


def shown(item: ExamItem, seed: str, *, shuffle: bool = True) -> tuple[str, ...]:
    """The letters of its answers in the order they are shown; true and false always stand as they are."""
    order = [choice.id for choice in item.choices]
    if shuffle and item.kind is not ExamKind.JUDGE:
        order.sort(key=lambda one: lot(seed, item.id, one))
    return tuple(order)


@dataclass(frozen=True, slots=True)
class Marks:
    """What answers came to: the points of each question, and which were right as a whole."""

    points: tuple[Decimal, ...]
    right: tuple[bool, ...]

    @property
    def total(self) -> Decimal:
        return sum(self.points, Decimal(0))


def judged(sheet: Sheet, items: Sequence[ExamItem], answers: Mapping[int, Said]) -> Marks:
    """Judge a paper; what was not answered earns nothing. `items` are the questions in the order of the sheet."""
    shares = [item.share(answers.get(n, ()), sheet.partly) for n, item in enumerate(items)]
    points = [(one.points * share).quantize(CENT) for one, share in zip(sheet.drawn, shares, strict=True)]
    return Marks(tuple(points), tuple(share == 1 for share in shares))


def allowed(said: Sequence[str], drawn: Drawn, kind: ExamKind) -> bool:
    """Whether this can be an answer at all: known letters, each once, one only where one is asked for."""
    known = set(said) <= set(drawn.order) and len(set(said)) == len(said)
    return known and (kind is ExamKind.MULTI or len(said) <= 1)


@dataclass(frozen=True, slots=True)
class Asked:
    """One question as it is asked: its answers in the order they are shown, without which are right."""

    kind: ExamKind
    text: Words
    choices: tuple[ExamChoice, ...]
    points: int


def asked(item: ExamItem, drawn: Drawn) -> Asked:
    """A question as it is shown while the paper is written."""
    labels = {choice.id: choice for choice in item.choices}
    return Asked(item.kind, item.text, tuple(labels[one] for one in drawn.order), drawn.points)


@dataclass(frozen=True, slots=True)
class Sitting:
    """A paper that is being written, until `deadline`. `answers` and `marked` go by the place of the question, from 0."""

    exam: int
    sheet: Sheet
    asked: tuple[Asked, ...]
    begun_at: datetime
    deadline: datetime
    answers: Mapping[int, Said] = field(default_factory=dict)
    marked: frozenset[int] = frozenset()

    def over(self, now: datetime) -> bool:
        """Whether time is up."""
        return now >= self.deadline

    @property
    def open(self) -> tuple[int, ...]:
        """The places that are not answered."""
        return tuple(n for n in range(len(self.asked)) if not self.answers.get(n))


@dataclass(frozen=True, slots=True)
class Result:
    """A paper that was handed in, as it is kept for good.

    by_time   it was handed in because time was up
    items     the questions in exactly the versions that were asked
    """

    exam: int
    number: str
    person: str
    enterprise: str
    sheet: Sheet
    items: tuple[ExamItem, ...]
    answers: Mapping[int, Said]
    marks: Marks
    points: Decimal
    passed: bool
    by_time: bool
    begun_at: datetime
    ended_at: datetime
    sha256: str

    @property
    def wrong(self) -> tuple[int, ...]:
        """The places that were not right as a whole."""
        return tuple(n for n, right in enumerate(self.marks.right) if not right)


@dataclass(frozen=True, slots=True)
class Tally:
    """What people of an enterprise have handed in: by themselves, and on an inspector's demand."""

    enterprise: str
    own: Average
    spots: Average


class Exams(Protocol):
    """What one person may read of their own exams. Sub-ledger of safety.ledger.Ledger."""

    def bank(self) -> Bank:
        """The question bank as it is drawn from now."""
        ...

    def seed(self) -> str:
        """A new seed that nobody can guess."""
        ...

    def attempts(self, paper: str) -> Sequence[Attempt]:
        """The actor's own tries at a paper, oldest first, the one that is being written as well."""
        ...

    def sitting(self) -> Sitting | None:
        """What the actor is writing now."""
        ...

    def result(self, exam: int) -> Result | None:
        """One of the actor's own results."""
        ...

    def item(self, fingerprint: str) -> ExamItem | None:
        """A question in exactly this version, for practice; None when it was never published."""
        ...

    def tallies(self, since: datetime, *, offset: int, limit: int) -> Sequence[Tally]:
        """Counts of the enterprises in a supervisor's scope where somebody has handed in since, by name."""
        ...

    def count_tallies(self, since: datetime) -> int: ...

    def tries(self) -> Sequence[Try]:
        """Every answer of the actor that was ever judged, oldest first."""
        ...


def papers_for(bank: Bank, role: Role, facts: Facts) -> tuple[Paper, ...]:
    """The papers that somebody in this role, in an enterprise with these facts, may choose."""
    trainee = TRAINEES.get(role)
    return tuple(
        paper
        for paper in bank.papers
        if paper.listed and trainee in paper.roles
        if paper.when is None or paper.when.compiled()({}, facts)
    )
