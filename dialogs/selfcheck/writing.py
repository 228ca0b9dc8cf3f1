"""What is typed during a self-check: an answer, a note, a cry for help, a correction. Nothing typed is lost."""

from dataclasses import replace

from checklists import judging
from checklists.answers import NotApplicable, Value
from checklists.reading.plain import says_more
from checklists.reading.pointing import Firm
from checklists.schema import Question, QuestionKind
from dialogs.context import Context
from dialogs.danger import dangerous, with_danger
from dialogs.selfcheck import amending, answering, inapplicable, pointing, saying, trail
from dialogs.selfcheck.amending import LONGEST
from dialogs.selfcheck.inapplicable import ANY_WORDS
from dialogs.selfcheck.sheet import Sheet
from dialogs.talk import Line, State, Step, Wrote
from safety.events import AnswerNoted

AT_ONCE = 2  # seconds in which a second text belongs to the first
IN_PARTS = frozenset(
    {QuestionKind.YESNO, QuestionKind.SINGLE, QuestionKind.NUMBER, QuestionKind.DATE}
)  # one value, and what is said beside it
ANSWERS = frozenset({"ask", "calendar"})


def wrote(state: State, told: Wrote, sheet: Sheet, context: Context) -> Step | None:
    """A text: corrects an answer when edited or a reply, follows the one before when quick, else answers or is noted."""
    if told.edited:
        return _edited(state, told, sheet, context)
    elsewhere = _elsewhere(state, told, sheet, context)
    if elsewhere is not None:
        return elsewhere
    if trail.within(state.data.get("last"), context.now, AT_ONCE):
        return _second(state, told, sheet, context)
    return _here(state, told, sheet, context) if "q" in state.data else None


def _elsewhere(state: State, told: Wrote, sheet: Sheet, context: Context) -> Step | None:
    """What is about another question: it is named by its number, or its answer is replied to."""
    replied = pointing.answered(state, told, sheet)
    one = pointing.named(state, told.text, sheet, context)
    if one is not None and (replied is None or one.firm is Firm.CHANGE):
        return pointing.follow(state, told, one, sheet, context)
    return amending.corrected(state, told, sheet, replied, context) if replied is not None else None


def _here(state: State, told: Wrote, sheet: Sheet, context: Context) -> Step:
    """An answer to the question on the screen, else a note beside it."""
    question = sheet.question(state.data["q"])
    value = _meant(state, told, sheet, question, context)
    if value is None:
        return _unclear(state, told, sheet, question, context)
    if judging.check(question, value, sheet.today) is not None:
        return amending.not_now(state, told, amending.why_not(sheet, question, value))
    kept = trail.typed(state, told.message, question, context)
    step = answering.pick(kept, sheet, question, value, context, _recorded(sheet, question, value))
    if question.kind in IN_PARTS and not isinstance(value, NotApplicable) and says_more(told.text):
        step = replace(step, events=(*step.events, amending.note(sheet, question, told.text)))
    return amending.alarmed(step, told.text, sheet, question, value, context)


def _meant(state: State, told: Wrote, sheet: Sheet, question: Question, context: Context) -> Value | None:
    """The answer in these words; where a reason is asked for, any words are one."""
    if state.at == inapplicable.AT:
        return inapplicable.written(told.text, question)
    if state.at not in ANSWERS:
        return None
    return inapplicable.understood(question, told.text, sheet.today, context.clock)


def _unclear(state: State, told: Wrote, sheet: Sheet, question: Question, context: Context) -> Step:
    """That it does not apply without a reason asks for one; where it always applies that is said; else the words are a note."""
    if state.at not in ANSWERS or inapplicable.said(question, told.text) is None:
        return _noted(state, told.text, sheet, question, context)
    why = inapplicable.asked(state, question)
    return why or _noted(state, told.text, sheet, question, context, "na-not-here")


def claims(state: State, told: Wrote, sheet: Sheet, context: Context) -> bool:
    """Whether these words are an answer here, or follow one at once: then no button is meant by them."""
    if trail.within(state.data.get("last"), context.now, AT_ONCE):
        return True
    if pointing.answered(state, told, sheet) is not None:
        return True
    if state.at not in ANSWERS or free(state, sheet):
        return False
    question = sheet.question(state.data.get("q"))
    if inapplicable.said(question, told.text) is not None:
        return True
    value = inapplicable.understood(question, told.text, sheet.today, context.clock)
    return value is not None and judging.check(question, value, sheet.today) is None


def free(state: State, sheet: Sheet) -> bool:
    """Whether any words are an answer to the question on the screen."""
    return "q" in state.data and sheet.question(state.data["q"]).kind in ANY_WORDS


def _recorded(sheet: Sheet, question: Question, value: Value) -> Line:
    return Line("recorded-as", {"answer": answering.bare_words(question, value, sheet.today)})


def _noted(
    state: State, text: str, sheet: Sheet, question: Question, context: Context, line: str = "noted"
) -> Step:
    """Words that are no answer are kept beside the question, and that is said."""
    number, _total = sheet.position(question)
    event = AnswerNoted(sheet.key, question.id, text[:LONGEST])
    said = with_danger(Line(line, {"n": number, "accepts": accepts(state, sheet)}), text, context)
    return Step(trail.changed(state, settle=None), (event,), say=said)


def _second(state: State, told: Wrote, sheet: Sheet, context: Context) -> Step:
    """The second of two quick texts is a note on the question that the first one answered."""
    last = state.data.get("last")
    question = sheet.question(last.get("q") if isinstance(last, dict) else None)
    step = _noted(state, told.text, sheet, question, context)
    number, _total = sheet.position(question)
    if dangerous(told.text, context.ledger.danger_words()):
        return step
    return Step(step.state, step.events, say=Line("noted-second", {"n": number}))


def _edited(state: State, told: Wrote, sheet: Sheet, context: Context) -> Step | None:
    """An edited message changes the answer it gave; a suspected major one is confirmed like any other."""
    wanted = trail.typed_question(state, told.message)
    return None if wanted is None else amending.corrected(state, told, sheet, sheet.question(wanted), context)


def accepts(state: State, sheet: Sheet) -> Line:
    """What can be sent where the self-check stands."""
    if state.at in {"photo", "bad"}:
        return Line("accepts-photo")
    if state.at == inapplicable.AT:
        return Line("na-hint")
    if state.at not in ANSWERS or "q" not in state.data:
        return Line("accepts-buttons")
    return saying.accepts(sheet.question(state.data["q"]))
