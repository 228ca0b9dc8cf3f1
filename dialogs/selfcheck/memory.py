"""What the enterprise has said before: last time's answer, a fact that still holds, an open hazard. Reading only.

Offers are never bad answers, never critical ones, and never older than the form allows; how they look stands in carrying.py.
"""

import hashlib
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from checklists import carrying, judging, walk
from checklists.answers import Answer, Carried, Value
from checklists.codec import value_to_json
from checklists.schema import Carry, PhotoAsk, Question, Section
from dialogs.selfcheck.sheet import Sheet
from safety.calendar import today
from safety.ledger import OpenHazard, StatedFact

LEAST = 2  # so many make a screen of their own; a single one is offered at its question
MOST = 10  # answers on one screen
FACTS = "*"  # among the sections that were passed: the screen of known facts


@dataclass(frozen=True, slots=True)
class Offer:
    """A value that stands from before. `source` says where a fact was stated, and is empty for last time's answer."""

    value: Value
    since: date
    carried: Carried = Carried.QUESTION
    source: str = ""

    @property
    def mark(self) -> str:
        """A few characters that change with what is offered: nobody confirms what they have not seen."""
        seen = f"{value_to_json(self.value)}/{self.since}/{self.source}"
        return hashlib.sha256(seen.encode()).hexdigest()[:6]


class Item(NamedTuple):
    """A question with what is offered for it."""

    question: Question
    offer: Offer


Items = tuple[Item, ...]


def offer(sheet: Sheet, question: Question) -> Offer | None:
    """What may be taken over for an unanswered question: a fact that still holds, else last time's answer."""
    if sheet.recall is None or not question.carrying.carried or sheet.answer(question).given:
        return None
    if open_hazard(sheet, question) is not None:
        return None
    found = _best(sheet, _fact(sheet, question), _last(sheet, question))
    return None if found is None or sheet.judge(question, found.value).bad else found


def _best(sheet: Sheet, fact: Offer | None, last: Offer | None) -> Offer | None:
    """A fact wins, unless this very form stated it last time: then it is simply last time's answer."""
    if fact is None or last is None:
        return fact or last
    return last if last.value == fact.value and _own(sheet, fact) else fact


def _own(sheet: Sheet, fact: Offer) -> bool:
    return fact.source.startswith(f"{sheet.key.checklist}/")


def _last(sheet: Sheet, question: Question) -> Offer | None:
    previous = sheet.recall.previous() if sheet.recall is not None else None
    answer = previous.answers.get(question.id) if previous is not None else None
    if previous is None or answer is None or answer.value is None or question.id not in previous.form.places:
        return None
    since = answer.since or previous.day
    now, then = sheet.form.question(question.id), previous.form.question(question.id)
    if carrying.stale(since, sheet.today, sheet.form):
        return None
    if not carrying.taken_over(now, then, answer, sheet.today) or _denied(sheet, question, answer.value):
        return None
    return Offer(answer.value, since)


def _denied(sheet: Sheet, question: Question, value: Value) -> bool:
    """Whether the enterprise has said something else since."""
    stated = walk.stated(question, Answer(value))
    return any(sheet.facts.get(fact, said) != said for fact, said in stated.items())


def _fact(sheet: Sheet, question: Question) -> Offer | None:
    """The one answer that is left by facts which still hold."""
    if not question.states:
        return None
    known = {name: one for name, one in _stated(sheet, question).items() if _holds(sheet, one)}
    value = carrying.implied(question, {name: one.value for name, one in known.items()})
    if value is None or judging.check(question, value, sheet.today) is not None:
        return None
    newest = max(known.values(), key=lambda one: one.at)
    return Offer(value, today(newest.at), Carried.FACT, newest.source)


def _stated(sheet: Sheet, question: Question) -> dict[str, StatedFact]:
    stated = sheet.recall.stated() if sheet.recall is not None and question.states else {}
    return {name: stated[name] for name in carrying.facts_of(question) if name in stated}


def _holds(sheet: Sheet, fact: StatedFact) -> bool:
    return sheet.recall is not None and fact.holds(sheet.recall.now)


def expired(sheet: Sheet, question: Question) -> frozenset[str]:
    """The facts of a question that were stated once and have to be stated again."""
    stated = _stated(sheet, question)
    return frozenset(name for name, one in stated.items() if not _holds(sheet, one))


def open_hazard(sheet: Sheet, question: Question) -> OpenHazard | None:
    """The hazard that last time's answer found here and that is not put right yet."""
    previous = sheet.recall.previous() if sheet.recall is not None else None
    return previous.hazards.get(question.id) if previous is not None else None


# --- several at once ----------------------------------------------------------------------------------------------


def waits(sheet: Sheet, question: Question, passed: Collection[str]) -> str | None:
    """The screen that comes before this question: `known` facts, a section's answers that are the `same`, or none.

    `passed` names the sections that were offered already and refused.
    """
    if FACTS not in passed and len(known(sheet)) >= LEAST:
        return "known"
    section = sheet.form.section_of(question.id).id
    if section not in passed and len(block(sheet, question)) >= LEAST:
        return "same"
    return None


def known(sheet: Sheet, aside: Collection[str] = ()) -> Items:
    """The questions of the whole form that facts answer which were stated elsewhere."""
    if not any(question.states for question in sheet.form.questions):
        return ()
    items, _after = _gathered(sheet, lambda question: question.states, _elsewhere, aside)
    return tuple(items[:MOST])


def _elsewhere(sheet: Sheet, item: Item) -> bool:
    """A fact that was not learned in this very check, and that needs neither a tap nor a photo of its own."""
    question, found = item
    begun = today(sheet.draft.begun_at) if sheet.draft is not None else None
    here = begun is not None and _own(sheet, found) and found.since >= begun
    alone = question.carrying is not Carry.KEEP or question.photo.ask is PhotoAsk.ALWAYS
    return found.carried is Carried.FACT and not alone and not here


def block(sheet: Sheet, at: Question, aside: Collection[str] = ()) -> Items:
    """Last time's answers that one tap takes over: those of the question's section, and of the next while they fit.

    Those put `aside` stand among them, but nothing follows from them: they will be asked.
    """
    if sheet.recall is None or sheet.recall.previous() is None:
        return ()
    items: list[Item] = []
    for section in _from(sheet, at):
        found, after = _gathered(sheet, _within(sheet, section), _at_once, aside)
        if (not items and not found) or (items and len(items) + len(found) > MOST):
            break
        items, sheet = [*items, *found], after
    return tuple(items[:MOST])


def _from(sheet: Sheet, at: Question) -> tuple[Section, ...]:
    ids = [section.id for section in sheet.form.sections]
    return sheet.form.sections[ids.index(sheet.form.section_of(at.id).id) :]


def _within(sheet: Sheet, section: Section) -> Callable[[Question], bool]:
    return lambda question: sheet.form.section_of(question.id).id == section.id


def _at_once(sheet: Sheet, item: Item) -> bool:
    """What one tap may take over together with others: nothing that has to be confirmed for itself."""
    question, found = item
    if found.carried is not Carried.QUESTION or question.carrying is not Carry.KEEP:
        return False
    lot = carrying.may_be_drawn(question) and question.id in sheet.drawn()
    return not lot and not expired(sheet, question)


def _gathered(
    sheet: Sheet,
    among: Callable[[Question], bool],
    wanted: Callable[[Sheet, Item], bool],
    aside: Collection[str],
) -> tuple[list[Item], Sheet]:
    """The offers of open questions, each taken as given for those behind it; and the sheet as it would be then."""
    items: list[Item] = []
    looked_at: set[str] = set()
    while (question := _next(sheet, among, looked_at)) is not None:
        looked_at.add(question.id)
        found = offer(sheet, question)
        if found is not None and wanted(sheet, item := Item(question, found)):
            items.append(item)
            if question.id in aside:
                continue
            sheet = sheet.having(question, replace(sheet.answer(question), value=found.value))
    return items, sheet


def _next(sheet: Sheet, among: Callable[[Question], bool], but: Collection[str]) -> Question | None:
    asked = walk.outline(sheet.form, sheet.answers, sheet.facts)
    return next((one for one in asked if one.id not in but and sheet.is_open(one) and among(one)), None)
