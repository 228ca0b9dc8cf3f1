"""At a question: what stands from before, and the button that takes it over.

What may be offered is decided in memory.py. A tap takes over exactly what its screen has shown, never anything newer.
"""

from decimal import Decimal

from checklists.answers import Carried, NotApplicable
from checklists.schema import Question, QuestionKind
from dialogs.cards import Row, button
from dialogs.context import Context
from dialogs.selfcheck import answering, memory
from dialogs.selfcheck.memory import Offer
from dialogs.selfcheck.sheet import Sheet
from dialogs.talk import Button, Line, State, Step
from dialogs.words import on_day

TAKE = "="  # an option that takes over; behind it stands the mark of what was seen
SHORT = 5  # characters of an answer that fit on the button
BUTTONS, BOTTOM, AROUND = 8, 3, 3
OPEN_FORM = "/"  # between form and question in the source of a fact


def said(sheet: Sheet, question: Question) -> list[Line]:
    """What was said before: last time's answer or the known fact, with its day; a hazard that is still open."""
    hazard = memory.open_hazard(sheet, question)
    if hazard is not None and not sheet.answer(question).given:
        due = on_day(hazard.due, sheet.today)
        return [Line("carry-hazard", {"number": hazard.number, "due": due})]
    found = memory.offer(sheet, question)
    if found is None:
        return []
    answer = answering.answer_words(question, found.value, sheet.today)
    if found.carried is Carried.FACT:
        return [Line("carry-fact", {"answer": answer, "source": source(sheet, found)})]
    return [Line("carry-last", {"answer": answer, "day": on_day(found.since, sheet.today)})]


def source(sheet: Sheet, found: Offer) -> Line:
    """Where and when a fact was stated."""
    day, form = on_day(found.since, sheet.today), found.source.partition(OPEN_FORM)[0]
    title = sheet.recall.title(form) if sheet.recall is not None else None
    if title is None or OPEN_FORM not in found.source:
        return Line("carry-from-list", {"day": day})
    return Line("carry-from-check", {"day": day, "form": title})


def offered(rows: tuple[Row, ...], state: State, sheet: Sheet, question: Question) -> tuple[Row, ...]:
    """The answers with what stands from before as one of the buttons."""
    found = memory.offer(sheet, question)
    if found is None or "value" in state.data or "chosen" in state.data:
        return rows
    if isinstance(found.value, NotApplicable):  # stands where the button for it stands
        return rows
    again = Button(_label(sheet, question, found), TAKE + found.mark)
    place = _place(question, found)
    if place is not None:
        own = {f"a{place}", f"t{place}"}
        return tuple(tuple(again if one.option in own else one for one in row) for row in rows)
    if question.kind is QuestionKind.NUMBER:
        return _around(again, rows, question, found)
    return ((again,), *rows)


def _place(question: Question, found: Offer) -> int | None:
    """The place of the one option that is offered."""
    value = found.value[0] if isinstance(found.value, tuple) and len(found.value) == 1 else found.value
    values = [option.value for option in question.options]
    return values.index(value) if isinstance(value, str) and value in values else None


def _around(again: Button, rows: tuple[Row, ...], question: Question, found: Offer) -> tuple[Row, ...]:
    """The number with a step down and up, and as many usual values as there is room for."""
    presets, options = (rows[0], rows[1:]) if question.presets else ((), rows)
    room = BUTTONS - BOTTOM - AROUND - sum(len(row) for row in options)
    others = [one for place, one in enumerate(presets) if question.presets[place] != found.value]
    kept = (tuple(others[: max(0, room)]),) if others and room > 0 else ()
    return ((button("number-less", "n0"), again, button("number-more", "n2")), *kept, *options)


def _label(sheet: Sheet, question: Question, found: Offer) -> Line:
    place = _place(question, found)
    long = isinstance(found.value, str | tuple) and (
        place is None or len(question.options[place].label.zh) > SHORT
    )
    if long and place is not None:
        return Line("carry-option", {"label": question.options[place].label})
    if long:
        return Line("carry-again")
    answer = answering.answer_words(question, found.value, sheet.today)
    fact = found.carried is Carried.FACT
    return Line("carry-unchanged" if fact else "carry-as-last", {"answer": answer})


def number(sheet: Sheet, question: Question) -> Decimal | None:
    """The number that stands from before."""
    found = memory.offer(sheet, question)
    return found.value if found is not None and isinstance(found.value, Decimal) else None


def take(state: State, option: str, sheet: Sheet, question: Question, context: Context) -> Step:
    """Take over what was offered, if it still is what was seen."""
    found = memory.offer(sheet, question)
    if found is None or option != TAKE + found.mark:
        return Step(state, say=Line("carry-moved"))
    return answering.take_over(state, sheet, question, found, context)
