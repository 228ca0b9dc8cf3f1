"""Walking through a form: which questions are asked, which is next, what the answers make known. Pure and quick.

What one answer means stands in judging.py, typed words in reading/; a conversation finds both here as well.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from checklists.answers import Answer, Facts
from checklists.conditions import Answers, Holds
from checklists.course import FormKey, Sight, course, is_open, stages, stated, with_stated
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
from checklists.repeats import Repeat, instance, parted
from checklists.schema import Checklist, Question
from checklists.words import Words

__all__ = [
    "PROBLEMS",
    "Instance",
    "Judgement",
    "PhotoNeed",
    "PhotoWish",
    "Problem",
    "all_open",
    "answer_of",
    "before",
    "check",
    "figures",
    "index_of",
    "instance_of",
    "is_open",
    "judge",
    "judged",
    "known_facts",
    "neutral",
    "next_open",
    "outline",
    "photo_wish",
    "position",
    "read",
    "rule",
    "shown",
    "stated",
]


Gated = tuple[
    Question, Holds | None, Holds | None
]  # a question with the conditions of its section and its own


@lru_cache(maxsize=256)
def _gates(form: FormKey) -> tuple[Gated, ...]:
    return tuple((gate.question, stage.holds, gate.own) for stage in stages(form) for gate in stage.gates)


@dataclass(frozen=True, slots=True)
class _Remembered:
    """A sight with what it was seen of; holding on to these keeps their identity theirs."""

    form: Checklist
    answers: Answers
    facts: Facts
    sight: Sight


REMEMBERED = 512
_remembered: dict[tuple[int, int, int], _Remembered] = {}


def _sight(form: Checklist, answers: Answers, facts: Facts) -> Sight:
    """What can be seen; one tap asks for it ten times. Answers and facts are values: nobody changes a mapping in place."""
    key = (id(form), id(answers), id(facts))
    kept = _remembered.get(key)
    if kept is None:
        if len(_remembered) >= REMEMBERED:
            _remembered.clear()
        kept = _remembered[key] = _Remembered(form, answers, facts, _seen(form, answers, facts))
    return kept.sight


def _seen(form: Checklist, answers: Answers, facts: Facts) -> Sight:
    if not form.plain:
        return course(form, answers, facts)
    asked: list[Question] = []
    seen: dict[str, Answer] = {}  # only answers to questions that are asked count for later conditions
    for question, section, own in _gates(FormKey(form)):
        if (section is not None and not section(seen, facts)) or (own is not None and not own(seen, facts)):
            continue
        asked.append(question)
        answer = answers.get(question.id)
        if answer is not None:
            seen[question.id] = answer
            if question.states:
                facts = with_stated(form, facts, stated(question, answer))
    return Sight(tuple(asked), facts)


def outline(form: Checklist, answers: Answers, facts: Facts) -> tuple[Question, ...]:
    """The questions that are asked, in order. A fact stated in this very form counts for what stands behind it."""
    return _sight(form, answers, facts).asked


def known_facts(form: Checklist, answers: Answers, facts: Facts) -> Facts:
    """The enterprise's facts with those stated in this form on top, and what follows from them."""
    return _sight(form, answers, facts).facts


def judged(form: Checklist, answers: Answers, facts: Facts) -> tuple[Question, ...]:
    """The questions that are asked and the worked out values that are known, in order."""
    return _sight(form, answers, facts).judged


def figures(form: Checklist, answers: Answers, facts: Facts) -> Mapping[str, Decimal]:
    """The worked out values by the id of their question."""
    return _sight(form, answers, facts).more.figures


def answer_of(form: Checklist, answers: Answers, facts: Facts, question: Question) -> Answer | None:
    """What is known of a question; of a calculated one its value as it is now."""
    answer = answers.get(question.id)
    if question.calculate is None:
        return answer
    value = _sight(form, answers, facts).more.figures.get(question.id)
    return replace(answer or Answer(), value=value, skipped=False)


def shown(form: Checklist, answers: Answers, facts: Facts, question: str) -> Question:
    """A question as people see it, its text filled in. KeyError when the form has none."""
    if form.plain:
        return form.question(question)
    return _sight(form, answers, facts).more.shown.get(question) or form.question(question)


@dataclass(frozen=True, slots=True)
class Instance:
    """One of several: 锅炉 1/3, and how its people call it (empty while they have not said it)."""

    title: Words
    number: int
    total: int
    name: str = ""


def instance_of(form: Checklist, answers: Answers, facts: Facts, question: str) -> Instance | None:
    """The instance a question belongs to, None when its section does not repeat."""
    section, number = form.section_of(question), parted(question)[1]
    if section.repeat is None or number is None:
        return None
    total = _sight(form, answers, facts).more.sizes.get(section.id, number)
    return Instance(
        section.repeat.title, number, max(number, total), _called(section.repeat, answers, number)
    )


def _called(repeat: Repeat, answers: Answers, number: int) -> str:
    answer = answers.get(instance(repeat.name, number)) if repeat.name is not None else None
    return answer.value if answer is not None and isinstance(answer.value, str) else ""


def next_open(form: Checklist, answers: Answers, facts: Facts, after: str | None = None) -> Question | None:
    """The first open question behind `after`, then from the start; None when all are answered or skipped."""
    return next(all_open(form, answers, facts, after), None)


def all_open(form: Checklist, answers: Answers, facts: Facts, after: str | None = None) -> Iterator[Question]:
    """The open questions behind `after`, then from the start."""
    asked = outline(form, answers, facts)
    place = _behind(form, asked, after) if after else 0
    return (one for one in (*asked[place:], *asked[:place]) if is_open(answers.get(one.id)))


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
