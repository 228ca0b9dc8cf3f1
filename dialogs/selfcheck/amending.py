"""A typed correction of a question somewhere else: by an edited message, by a reply, by its number. Nothing typed is lost."""

from dataclasses import replace

from checklists import judging
from checklists.answers import NotApplicable, Value
from checklists.reading.pointing import new_answer, pointed
from checklists.schema import Question
from dialogs.context import Context
from dialogs.danger import with_danger
from dialogs.selfcheck import answering, inapplicable, trail
from dialogs.selfcheck.inapplicable import ANY_WORDS
from dialogs.selfcheck.sheet import Sheet
from dialogs.talk import Line, State, Step, Wrote
from safety.events import AnswerNoted, Event, Said

LONGEST = 1000  # characters of one note


def corrected(state: State, told: Wrote, sheet: Sheet, question: Question, context: Context) -> Step:
    """An edited message, or a reply to one, changes the answer it gave; other words are kept beside the question."""
    if not sheet.may_change(question):
        return not_now(state, told, Line("fix-not-this"))
    value = meant(told.text, sheet, question, context)
    asked = sheet.counts(question)
    if value is None or not asked or judging.check(question, value, sheet.today) is not None:
        return _noted(state, told, sheet, question, value if asked else None, context)
    return changed(state, told, sheet, question, value, context)


def meant(text: str, sheet: Sheet, question: Question, context: Context) -> Value | None:
    """The new answer in words that may name the question once more (`第7题：否`)."""
    one = pointed(text)
    if one is not None and one.number == sheet.number(question.id):
        text = new_answer(one, free=question.kind in ANY_WORDS)
    return inapplicable.understood(question, text, sheet.today, context.clock) if text else None


def changed(
    state: State, told: Wrote, sheet: Sheet, question: Question, value: Value, context: Context
) -> Step:
    """Take the new answer as a tap there would; afterwards the way leads back to where the person is."""
    number, _total = sheet.position(question)
    said = Line("corrected", {"n": number, "answer": answering.bare_words(question, value, sheet.today)})
    here = state if told.edited else trail.typed(state, told.message, question, context)
    if value == sheet.answer(question).value and not sheet.answer(question).to_confirm:
        return Step(here, say=said)
    step = answering.pick(trail.leaving(here, question), sheet, question, value, context, said)
    return alarmed(step, told.text, sheet, question, value, context)


def alarmed(step: Step, text: str, sheet: Sheet, question: Question, value: Value, context: Context) -> Step:
    """Words of danger in a bad answer, or in a reason, bring the emergency numbers as well."""
    bad = isinstance(value, NotApplicable) or sheet.judge(question, value).bad
    line = step.say if isinstance(step.say, Line) else None
    return replace(step, say=with_danger(line, text, context)) if bad else step


def _noted(
    state: State, told: Wrote, sheet: Sheet, question: Question, value: Value | None, context: Context
) -> Step:
    number, _total = sheet.position(question)
    said = with_danger(Line("correction-noted", {"n": number}), told.text, context)
    if value is not None:
        said = Line("correction-unfit", {"n": number, "why": why_not(sheet, question, value)})
    elif not sheet.counts(question):
        said = Line("correction-unasked")
    return Step(state, (note(sheet, question, told.text),), say=said)


def why_not(sheet: Sheet, question: Question, value: Value) -> Line:
    """Why a value cannot be the answer."""
    problem = judging.check(question, value, sheet.today)
    return answering.problem_line(problem, sheet.today) if problem else Line("problem-wrong-kind")


def note(sheet: Sheet, question: Question, text: str) -> Event:
    """The words as a note beside a question."""
    return AnswerNoted(sheet.key, question.id, text[:LONGEST])


def not_now(state: State, told: Wrote, said: Line) -> Step:
    """Words that cannot change anything now: kept as they are, and that is said."""
    return Step(state, (Said("text", told.text[:LONGEST]),), say=said)
