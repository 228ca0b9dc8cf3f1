"""Walking through a form: which questions are asked, which is next, what the answers make known. Pure and quick.

What one answer means stands in judging.py, typed words in reading/; a conversation finds both here as well.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from checklists.answers import Answer, Facts
from checklists.conditions import Answers, Holds
from checklists.judging import (
    PROBLEMS,
    Judgement,
    PhotoNeed,
    PhotoWish,
    Problem,
    check,
    judge,
    neutral,
    photo_wish,
    rule,
)
from checklists.reading import read
from checklists.schema import Checklist, Question

__all__ = [
    "PROBLEMS",
    "Judgement",
    "PhotoNeed",
    "PhotoWish",
    "Problem",
    "before",
    "check",
    "index_of",
    "is_open",
    "judge",
    "known_facts",
    "neutral",
    "next_open",
    "outline",
    "photo_wish",
    "position",
    "read",
    "rule",
    "stated",
]


@dataclass(frozen=True, slots=True)
class Gate:
    """A question with the compiled condition of its section and its own (None: always asked)."""

    question: Question
    section: Holds | None
    own: Holds | None


@lru_cache(maxsize=256)
def _gates(form: "_Form") -> tuple[Gate, ...]:
    return tuple(
        Gate(
            question,
            section.when.compiled() if section.when else None,
            question.when.compiled() if question.when else None,
        )
        for section in form.checklist.sections
        for question in section.questions
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Form:
    """A checklist as a cache key, by identity."""

    checklist: Checklist

    def __hash__(self) -> int:
        return id(self.checklist)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Form) and other.checklist is self.checklist


@dataclass(frozen=True, slots=True)
class _Sight:
    """What can be seen of a form: the questions that are asked, and all facts known by then."""

    asked: tuple[Question, ...]
    facts: Facts


@dataclass(frozen=True, slots=True)
class _Remembered:
    """A sight with what it was seen of; holding on to these keeps their identity theirs."""

    form: Checklist
    answers: Answers
    facts: Facts
    sight: _Sight


REMEMBERED = 512
_remembered: dict[tuple[int, int, int], _Remembered] = {}


def _sight(form: Checklist, answers: Answers, facts: Facts) -> _Sight:
    """What can be seen; one tap asks for it ten times. Answers and facts are values: nobody changes a mapping in place."""
    key = (id(form), id(answers), id(facts))
    kept = _remembered.get(key)
    if kept is None:
        if len(_remembered) >= REMEMBERED:
            _remembered.clear()
        kept = _remembered[key] = _Remembered(form, answers, facts, _seen(form, answers, facts))
    return kept.sight


def _seen(form: Checklist, answers: Answers, facts: Facts) -> _Sight:
    asked: list[Question] = []
    seen: dict[str, Answer] = {}  # only answers to questions that are asked count for later conditions
    for gate in _gates(_Form(form)):
        section, own, question = gate.section, gate.own, gate.question
        if (section is not None and not section(seen, facts)) or (own is not None and not own(seen, facts)):
            continue
        asked.append(question)
        answer = answers.get(question.id)
        if answer is not None:
            seen[question.id] = answer
            if question.states:
                facts = _with(form, facts, stated(question, answer))
    return _Sight(tuple(asked), facts)


def _with(form: Checklist, facts: Facts, said: Mapping[str, bool | Decimal]) -> Facts:
    known = {**facts, **said}
    for derived in form.derived if said else ():
        known[derived.id] = derived.when.compiled()({}, known)
    return known


def outline(form: Checklist, answers: Answers, facts: Facts) -> tuple[Question, ...]:
    """The questions that are asked, in order. A fact stated in this very form counts for what stands behind it."""
    return _sight(form, answers, facts).asked


def stated(question: Question, answer: Answer | None) -> dict[str, bool | Decimal]:
    """Facts about the enterprise that an answer states."""
    if answer is None or answer.value is None:
        return {}
    if question.sets is not None and isinstance(answer.value, Decimal):
        return {question.sets: answer.value}
    chosen = answer.value if isinstance(answer.value, tuple) else (answer.value,)
    options = [option for option in question.options if option.value in chosen]
    return {fact: value for option in options for fact, value in option.sets.items()}


def known_facts(form: Checklist, answers: Answers, facts: Facts) -> Facts:
    """The enterprise's facts with those stated in this form on top, and what follows from them."""
    return _sight(form, answers, facts).facts


def is_open(answer: Answer | None) -> bool:
    """Neither answered nor skipped, or answered and to be confirmed."""
    return answer is None or answer.to_confirm or (answer.value is None and not answer.skipped)


def next_open(form: Checklist, answers: Answers, facts: Facts, after: str | None = None) -> Question | None:
    """The first open question behind `after`, then from the start; None when all are answered or skipped."""
    asked = outline(form, answers, facts)
    place = _behind(form, asked, after) if after else 0
    return next((q for q in (*asked[place:], *asked[:place]) if is_open(answers.get(q.id))), None)


def before(form: Checklist, answers: Answers, facts: Facts, question: str) -> Question | None:
    """The question before this one, or None at the start."""
    asked = outline(form, answers, facts)
    place = _behind(form, asked, question) - (index_of(asked, question) >= 0)
    return asked[place - 1] if place > 0 else None


def position(form: Checklist, answers: Answers, facts: Facts, question: str) -> tuple[int, int]:
    """Which question of how many: 1-based, and honest when conditions move the total."""
    asked = outline(form, answers, facts)
    return max(1, _behind(form, asked, question)), len(asked)


def index_of(asked: tuple[Question, ...], question: str) -> int:
    """The place of a question among those asked, -1 when it is not asked."""
    return next((place for place, one in enumerate(asked) if one.id == question), -1)


def _behind(form: Checklist, asked: tuple[Question, ...], question: str) -> int:
    """How many asked questions stand up to this one in the form, itself asked or not."""
    place = form.places.get(question, -1)
    return sum(form.places[one.id] <= place for one in asked)
