"""What stands from before: last time's answer, facts that answer a question already, who is drawn for a photo. Pure.

Whether an old answer is still a good one is judge's matter; when and how it is offered, the conversation's.
"""

import hashlib
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from checklists import judging
from checklists.answers import Answer, Facts, Value
from checklists.schema import Checklist, Option, PhotoAsk, Question, QuestionKind

DRAWN = 2  # photos of today that a check asks for by lot


def taken_over(question: Question, old: Question, answer: Answer, today: date) -> bool:
    """Whether last time's answer is an answer to this very question and proved as it wants.

    `old` is the question as it was asked then. Whether the value is still a good one is judge's matter.
    """
    if answer.value is None or not question.carrying.carried or not same(question, old):
        return False
    proved = answer.not_applicable or question.photo.ask is not PhotoAsk.ALWAYS or _proved(question, answer)
    if not proved:
        return False
    return judging.check(question, answer.value, today) is None


def same(question: Question, old: Question) -> bool:
    """Whether two versions of a question ask the same: its words and its options, not what counts as fine."""
    return _asked(question) == _asked(old)


def _asked(question: Question) -> tuple[object, ...]:
    options = {(option.value, option.label.zh, option.outcome) for option in question.options}
    unit = question.unit.zh if question.unit is not None else ""
    return question.kind, question.text.zh, unit, options


def _proved(question: Question, answer: Answer) -> bool:
    """The photos came with the answer, or with the one it was taken over from."""
    return answer.photos >= question.photo.at_least or answer.as_last_time


# --- facts --------------------------------------------------------------------------------------------------------


def facts_of(question: Question) -> frozenset[str]:
    """Every fact that some answer to the question states."""
    named = {fact for option in question.options for fact in option.sets}
    return frozenset(named | ({question.sets} if question.sets is not None else set()))


def implied(question: Question, facts: Facts) -> Value | None:
    """The one answer that known facts leave, None when they leave several or none, or say nothing about it."""
    if question.sets is not None:
        known = facts.get(question.sets)
        return None if known is None or isinstance(known, bool) else Decimal(known)
    if question.kind is QuestionKind.MULTI:
        return _many(question, facts)
    fitting = [option for option in question.options if _fits(option, facts)]
    if len(fitting) != 1 or not any(fact in facts for fact in fitting[0].sets):
        return None
    return fitting[0].value


def _fits(option: Option, facts: Facts) -> bool:
    """Whether nothing that is known speaks against it."""
    return all(facts.get(fact, value) == value for fact, value in option.sets.items())


def _many(question: Question, facts: Facts) -> tuple[str, ...] | None:
    """All options whose facts hold; only when every fact is known, since a missing tick says no."""
    if not facts_of(question) or not facts_of(question) <= facts.keys():
        return None
    stating = [option for option in question.options if option.sets and _fits(option, facts)]
    several = tuple(option.value for option in stating if not option.alone)
    return several or tuple(option.value for option in stating) or None


# --- the lot ------------------------------------------------------------------------------------------------------


def drawn(asked: Iterable[Question], seed: str) -> frozenset[str]:
    """The questions that want a photo of today in this check: critical ones first, then those with a sample photo.

    The lot falls by a hash of the seed, so that it is the same at every look and another in every period.
    """
    pool = [question for question in asked if may_be_drawn(question)]
    by_lot = sorted(pool, key=lambda question: (not question.critical, _lot(seed, question.id)))
    return frozenset(question.id for question in by_lot[:DRAWN]) if seed else frozenset()


def may_be_drawn(question: Question) -> bool:
    """Whether the lot can fall on it."""
    if question.photo.ask is PhotoAsk.NEVER:
        return False
    return question.critical or question.photo.ask is PhotoAsk.SAMPLE


def _lot(seed: str, question: str) -> str:
    return hashlib.sha256(f"{seed}/{question}".encode()).hexdigest()


def stale(since: date, today: date, form: Checklist) -> bool:
    """Whether an answer was given anew so long ago that it has to be given again."""
    return (today - since).days > form.carry_days
