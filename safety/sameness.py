"""Signs that something stood elsewhere before: answers, words, photos. Pure."""

import hashlib
from collections.abc import Iterator, Mapping
from decimal import Decimal

from checklists.answers import Answer
from checklists.quality import Quality
from checklists.schema import QuestionKind
from safety.quality import Around, Flag, Sign, Submission


def same_as_last(sent: Submission, around: Around, rules: Quality) -> Iterator[Flag]:
    """Nothing differs from last time, although some of it is written anew each time."""
    rule, last = rules.same_as_last, around.previous
    given = {name: one for name, one in sent.answers.items() if one.value is not None or one.note}
    if rule is None or last is None or len(given) < rule.least_questions or not _alike(given, last):
        return
    words = sum(_telling_words(sent, name, one, rule.least_characters) for name, one in given.items())
    numbers = sum(_telling_number(sent, name, one) for name, one in given.items())
    if words + numbers >= rule.least_telling:
        day = around.previous_day.isoformat() if around.previous_day else ""
        yield Flag(
            Sign.SAME_AS_LAST, figures={"n": len(given), "words": words, "numbers": numbers, "day": day}
        )


def _alike(given: Mapping[str, Answer], last: Mapping[str, Answer]) -> bool:
    before = {name: one for name, one in last.items() if one.value is not None or one.note}
    return given.keys() == before.keys() and all(
        (one.value, one.note) == (before[name].value, before[name].note) for name, one in given.items()
    )


def _telling_words(sent: Submission, name: str, answer: Answer, least: int) -> bool:
    """Words that somebody wrote for this self-check: notes always are."""
    question = sent.question(name)
    own = answer.value if question is not None and question.kind is QuestionKind.TEXT else None
    typed = len(own) if isinstance(own, str) and answer.carried is None else 0
    return max(typed, len(answer.note)) >= least


def _telling_number(sent: Submission, name: str, answer: Answer) -> bool:
    """A number that was read off anew; one that states a fact of the enterprise may well stay."""
    question = sent.question(name)
    return (
        question is not None
        and question.sets is None
        and isinstance(answer.value, Decimal)
        and answer.carried is None
    )


def same_text(_sent: Submission, around: Around, rules: Quality) -> Iterator[Flag]:
    """Words that several enterprises have written alike, letter by letter."""
    rule = rules.same_text
    if rule is not None:
        for question, count in around.said_by.items():
            if count >= rule.enterprises:
                yield Flag(Sign.SAME_TEXT, question, {"n": count, "days": rule.days})


def phrases(sent: Submission, least: int) -> Iterator[tuple[str, int]]:
    """What was written freely, as marks to compare by: question and 64-bit mark. The words cannot be read back."""
    for name, answer in sent.answers.items():
        question = sent.question(name)
        own = question is not None and question.kind is QuestionKind.TEXT and isinstance(answer.value, str)
        texts = [*answer.note.split("\n"), str(answer.value) if own else ""]
        for text in texts:
            plain = "".join(char for char in text.casefold() if char.isalnum())
            if len(plain) >= least:
                yield name, int.from_bytes(hashlib.sha256(plain.encode()).digest()[:8], "big", signed=True)


def recycled(_sent: Submission, around: Around, rules: Quality) -> Iterator[Flag]:
    """Photos that were sent before, one flag a question. Another enterprise's is never named.

    Nor is one's own of the last hours told of: the same extinguisher may be asked for by two forms on one day.
    """
    rule = rules.photos
    if rule is None:
        return
    old = [
        one for one in around.twins if not one.same_check and not (one.own and one.hours < rule.allowed_hours)
    ]
    for question in dict.fromkeys(one.question for one in old):
        own = [one for one in old if one.question == question and one.own]
        first = min(own, key=lambda one: one.day, default=None)
        if first is None:
            yield Flag(Sign.RECYCLED, question, {"own": 0})
        else:
            yield Flag(
                Sign.RECYCLED, question, {"own": 1, "day": first.day.isoformat(), "earlier": first.earlier}
            )


def one_photo(sent: Submission, around: Around, rules: Quality) -> Iterator[Flag]:
    """One picture for several questions of the same self-check."""
    rule = rules.photos
    if rule is None:
        return
    groups: list[set[str]] = []
    for twin in around.twins:
        if twin.same_check and twin.question != twin.earlier:
            pair = {twin.question, twin.earlier}
            touching = [group for group in groups if group & pair]
            groups = [group for group in groups if not group & pair]
            groups.append(pair.union(*touching))
    order = {trace.question: place for place, trace in enumerate(sent.trace.questions)}
    for group in groups:
        if len(group) >= rule.questions:
            first = min(group, key=lambda name: order.get(name, len(order)))
            yield Flag(Sign.ONE_PHOTO, first, {"n": len(group)})


def blank(_sent: Submission, around: Around, rules: Quality) -> Iterator[Flag]:
    """Photos of one colour all over: a covered lens, a white wall."""
    if rules.photos is not None and rules.photos.blank:
        for question in dict.fromkeys(around.blank):
            yield Flag(Sign.BLANK, question)
