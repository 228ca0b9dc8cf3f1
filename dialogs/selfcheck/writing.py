"""What is typed during a self-check: an answer, a note, a cry for help, a correction. Nothing typed is lost."""

from collections.abc import Sequence

from checklists.answers import Value
from checklists.reading import read
from checklists.schema import Question, QuestionKind
from dialogs.context import Context
from dialogs.selfcheck import answering, saying, trail
from dialogs.selfcheck.sheet import Sheet
from dialogs.talk import Line, State, Step, Wrote
from safety.events import AnswerNoted

AT_ONCE = 2  # seconds in which a second text belongs to the first
LONGEST = 1000  # characters of one note
ANSWERS = frozenset({"ask", "calendar"})
ANY_WORDS = frozenset({QuestionKind.TEXT, QuestionKind.PLACE})  # whatever is typed can be the answer


def wrote(state: State, told: Wrote, sheet: Sheet, context: Context) -> Step | None:
    """A text: corrects an answer when edited, follows the one before when quick, else answers or is noted."""
    if told.edited:
        return _corrected(state, told, sheet, context)
    if trail.within(state.data.get("last"), context.now, AT_ONCE):
        return _second(state, told, sheet, context)
    if "q" not in state.data:
        return None
    question = sheet.question(state.data["q"])
    value = read(question, told.text, sheet.today, context.clock) if state.at in ANSWERS else None
    if value is None:
        return _noted(state, told.text, sheet, question, context)
    kept = trail.typed(state, told.message, question, context)
    step = answering.pick(kept, sheet, question, value, context, _recorded(sheet, question, value))
    return _with_danger(step, told.text, sheet, question, value, context)


def claims(state: State, told: Wrote, sheet: Sheet, context: Context) -> bool:
    """Whether these words are an answer here, or follow one at once: then no button is meant by them."""
    if trail.within(state.data.get("last"), context.now, AT_ONCE):
        return True
    if state.at not in ANSWERS or free(state, sheet):
        return False
    return read(sheet.question(state.data.get("q")), told.text, sheet.today, context.clock) is not None


def free(state: State, sheet: Sheet) -> bool:
    """Whether any words are an answer to the question on the screen."""
    return "q" in state.data and sheet.question(state.data["q"]).kind in ANY_WORDS


def _recorded(sheet: Sheet, question: Question, value: Value) -> Line:
    return Line("recorded-as", {"answer": answering.answer_words(question, value, sheet.today)})


def _with_danger(
    step: Step, text: str, sheet: Sheet, question: Question, value: Value, context: Context
) -> Step:
    """Words of danger in a bad answer bring the emergency numbers as well."""
    if not (dangerous(text, context.ledger.danger_words()) and sheet.judge(question, value).bad):
        return step
    then = step.say or _recorded(sheet, question, value)
    return Step(step.state, step.events, say=Line("danger", {"then": then}))


def dangerous(text: str, words: Sequence[str]) -> bool:
    """Whether a text speaks of danger now."""
    plain = text.casefold()
    return any(word.casefold() in plain for word in words)


def _noted(state: State, text: str, sheet: Sheet, question: Question, context: Context) -> Step:
    """Words that are no answer are kept beside the question, and that is said."""
    number, _total = sheet.position(question)
    event = AnswerNoted(sheet.key, question.id, text[:LONGEST])
    said = Line("noted", {"n": number, "accepts": accepts(state, sheet)})
    if dangerous(text, context.ledger.danger_words()):
        said = Line("danger", {"then": said})
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


def _corrected(state: State, told: Wrote, sheet: Sheet, context: Context) -> Step | None:
    """An edited message changes the answer it gave; a suspected major one is confirmed like any other."""
    wanted = trail.typed_question(state, told.message)
    if wanted is None:
        return None
    question = sheet.question(wanted)
    number, _total = sheet.position(question)
    value = read(question, told.text, sheet.today, context.clock)
    if value is None:
        event = AnswerNoted(sheet.key, question.id, told.text[:LONGEST])
        return Step(state, (event,), say=Line("correction-noted", {"n": number}))
    answer = answering.answer_words(question, value, sheet.today)
    said = Line("corrected", {"n": number, "answer": answer})
    here = state.data.get("q")
    returning = trail.changed(state, then=here if here != question.id else state.data.get("then"))
    step = answering.pick(returning, sheet, question, value, context, said)
    return step if step.events or step.state is not returning else Step(state, say=step.say)


def accepts(state: State, sheet: Sheet) -> Line:
    """What can be sent where the self-check stands."""
    if state.at in {"photo", "bad"}:
        return Line("accepts-photo")
    if state.at not in ANSWERS or "q" not in state.data:
        return Line("accepts-buttons")
    return saying.accepts(sheet.question(state.data["q"]))
