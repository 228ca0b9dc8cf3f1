"""What the enterprise has said before: last time's answer, a fact that still holds, an open hazard. Reading only.

Offers are never bad answers, never critical ones, and never older than the form allows; how they look stands in carrying.py.
"""

import hashlib
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from checklists import carrying, judging, walk
from checklists.answers import Answer, Carried, NotApplicable, Value
from checklists.codec import value_to_json
from checklists.repeats import instance, parted
from checklists.schema import Carry, PhotoAsk, Question, Section
from dialogs.selfcheck.sheet import Sheet
from safety.calendar import today
from safety.checks import OpenHazard, Previous, StatedFact

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
    return None if found is None or _taking(sheet, question, found).bad(question) else found


def taken(sheet: Sheet, items: Items) -> Sheet:
    """The sheet as it would be with all of these."""
    for question, found in items:
        sheet = _taking(sheet, question, found)
    return sheet


def _taking(sheet: Sheet, question: Question, found: Offer) -> Sheet:
    """The sheet as it would be with what is offered; looked at again and again, made once."""
    return sheet.having(question, replace(sheet.answer(question), value=found.value))


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
    return None if _renamed(sheet, question, previous) else Offer(answer.value, since)


def _renamed(sheet: Sheet, question: Question, previous: Previous) -> bool:
    """Whether this instance of a repeated section is called otherwise than last time: another boiler, then."""
    one, number = parted(question.id)
    repeat = sheet.form.section_of(question.id).repeat
    if number is None or repeat is None or repeat.name in {None, one}:
        return False
    name = instance(str(repeat.name), number)
    now, then = sheet.answers.get(name), previous.answers.get(name)
    return (now.value if now else None) != (then.value if then else None)


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
    if not any(map(_stating, sheet.form.questions)):
        return ()
    items, _after = _gathered(sheet, _stating, _elsewhere, aside)
    return tuple(items[:MOST])


def _stating(question: Question) -> bool:
    """Whether it asks for facts, and needs neither a tap nor a photo of its own."""
    return question.states and question.carrying is Carry.KEEP and question.photo.ask is not PhotoAsk.ALWAYS


def _elsewhere(sheet: Sheet, item: Item) -> bool:
    """Whether it is a fact, and was not learned in this very check."""
    found = item.offer
    begun = today(sheet.draft.begun_at) if sheet.draft is not None else None
    here = begun is not None and _own(sheet, found) and found.since >= begun
    return found.carried is Carried.FACT and not here


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
    """The questions of a section that one tap may answer together with others."""

    def within(question: Question) -> bool:
        return question.carrying is Carry.KEEP and sheet.form.section_of(question.id).id == section.id

    return within


def _at_once(sheet: Sheet, item: Item) -> bool:
    """Whether it needs no look and no tap of its own: no photo of today, no fact to be stated again, not that it does not apply."""
    question, found = item
    if isinstance(found.value, NotApplicable):
        return False
    lot = carrying.may_be_drawn(question) and question.id in sheet.drawn()
    return found.carried is Carried.QUESTION and not lot and not expired(sheet, question)


def _gathered(
    sheet: Sheet,
    among: Callable[[Question], bool],
    wanted: Callable[[Sheet, Item], bool],
    aside: Collection[str],
) -> tuple[list[Item], Sheet]:
    """The offers of open questions, each taken as given for those behind it; and the sheet as it would be then.

    What an answer changes stands behind it, so that one way through the form is enough.
    """
    items: list[Item] = []
    place = 0
    while place < len(asked := sheet.asked()):
        question = asked[place]
        place += 1
        asks = among(question) and sheet.is_open(question) and not sheet.colleagues(question)
        found = offer(sheet, question) if asks else None
        if found is not None and wanted(sheet, item := Item(question, found)):
            items.append(item)
            sheet = sheet if question.id in aside else _taking(sheet, question, found)
    return items, sheet
