"""Questions named by their number or by a reply: 改第7题, 第7题：否, a reply to the message that answered it.

The number is the one people see. The way leads to the question, or the new answer is taken at once, and then back to
where the person was. What reads as an answer of the question on the screen is never taken for the name of another.
"""

from checklists import judging
from checklists.reading import read
from checklists.reading.pointing import LAST, Firm, Pointed, Tie, new_answer, pointed
from checklists.schema import Question, QuestionKind
from dialogs.context import Context
from dialogs.danger import with_danger
from dialogs.selfcheck import amending, correcting, inapplicable, trail
from dialogs.selfcheck.inapplicable import ANY_WORDS
from dialogs.selfcheck.sheet import Sheet
from dialogs.talk import Line, SentFile, SentPhoto, State, Step, Wrote
from safety.events import AnswersReopened, Said

ASKED = frozenset({"ask", "calendar"})
NOTED = frozenset({"bad", "photo"})
FIGURES = frozenset({QuestionKind.NUMBER, QuestionKind.DATE, QuestionKind.TIME, QuestionKind.CODE})


def named(state: State, text: str, sheet: Sheet, context: Context) -> Pointed | None:
    """The question that these words name, None when they may be something else where the person is."""
    one = pointed(text)
    if one is None or one.firm is Firm.CHANGE:
        return one
    beside = state.at in NOTED and bool(one.words) and one.tie < Tie.IS
    if beside or state.at == inapplicable.AT:
        return None  # a sentence beside a hazard or a photo; a reason
    if state.at not in ASKED or "q" not in state.data:
        return one
    here = sheet.question(state.data["q"])
    if here.kind in ANY_WORDS or (one.firm is Firm.BARE and here.kind in FIGURES):
        return None
    if one.firm is Firm.NAMED and here.kind is not QuestionKind.CODE:
        return one
    return one if read(here, text, sheet.today, context.clock) is None else None


def follow(state: State, told: Wrote, one: Pointed, sheet: Sheet, context: Context) -> Step | None:
    """Lead to the question, with the new answer when there is one."""
    question = _meant(state, one, sheet)
    if question is None:
        return _nowhere(state, told, one, sheet)
    if not sheet.may_change(question):
        return _reopened(state, told, one, question, sheet, context)
    words = new_answer(one, free=question.kind in ANY_WORDS)
    value = inapplicable.understood(question, words, sheet.today, context.clock) if words else None
    why = inapplicable.asked(_there(state, question, context), question) if words else None
    if why is not None and inapplicable.said(question, words) == "":
        return why
    if value is None or judging.check(question, value, sheet.today) is not None:
        return _led(state, told, one, question, sheet, context)
    return amending.changed(state, told, sheet, question, value, context)


def _meant(state: State, one: Pointed, sheet: Sheet) -> Question | None:
    asked = sheet.asked()
    if one.number != LAST:
        return asked[one.number - 1] if one.number <= len(asked) else None
    undo, here = state.data.get("undo"), state.data.get("q")
    if isinstance(undo, str):
        return sheet.question(undo)
    return sheet.before(sheet.question(here)) if here is not None else sheet.last()


def _nowhere(state: State, told: Wrote, one: Pointed, sheet: Sheet) -> Step | None:
    """No question has this number now; words behind it are kept."""
    if one.number == LAST:
        return None
    said = Line("point-none", {"n": one.number, "total": len(sheet.asked())})
    if not one.words:
        return Step(state, say=said)
    if "q" in state.data:
        return Step(state, (amending.note(sheet, sheet.question(state.data["q"]), told.text),), say=said)
    return amending.not_now(state, told, said)


def _led(state: State, told: Wrote, one: Pointed, question: Question, sheet: Sheet, context: Context) -> Step:
    """To the question itself; words that are no answer to it are kept there, and why is said."""
    there = _there(state, question, context)
    number, _total = sheet.position(question)
    if not one.words:
        return Step(there, say=Line("point-here", {"n": number, "back": "yes" if _returns(there) else "no"}))
    words = new_answer(one, free=question.kind in ANY_WORDS)
    value = inapplicable.understood(question, words, sheet.today, context.clock) if words else None
    said = Line("point-noted", {"n": number})
    if value is not None:
        said = Line("correction-unfit", {"n": number, "why": amending.why_not(sheet, question, value)})
    return Step(
        there,
        (amending.note(sheet, question, told.text),),
        say=with_danger(said, told.text, context),
    )


def _there(state: State, question: Question, context: Context) -> State:
    """At the question, with the way back to where the person is."""
    return trail.asking(trail.leaving(state, question), question, context)


def _returns(state: State) -> bool:
    return "then" in state.data


# --- in a correction, and after submission ------------------------------------------------------------------------


def _reopened(
    state: State, told: Wrote, one: Pointed, question: Question, sheet: Sheet, context: Context
) -> Step:
    """A correction takes one more question in; what a supervisor has given back stays as it was chosen."""
    if sheet.correcting is None or sheet.correcting.returned:
        return amending.not_now(state, told, Line("fix-not-this"))
    there = trail.asking(trail.changed(state, then="review", there=None), question, context)
    kept = (Said("text", told.text[: amending.LONGEST]),) if one.words else ()
    said = Line("point-again", {"n": sheet.position(question)[0]})
    return Step(there, (AnswersReopened(sheet.key, (question.id,)), *kept), say=said)


def late(state: State, told: Wrote, sheet: Sheet, context: Context) -> Step | None:
    """After submission: into the correction, where the reason comes first and this question is chosen already."""
    one, replied = pointed(told.text), trail.question_of(state, told.reply_to)
    question = sheet.question(replied) if replied is not None else None
    if one is not None and one.firm is not Firm.BARE:
        if one.number > len(sheet.asked()):
            return Step(_card(sheet), say=Line("point-none", {"n": one.number, "total": len(sheet.asked())}))
        question = _meant(trail.moved(state, "receipt"), one, sheet) or question
    if question is None:
        return None
    words = bool(one.words) if one is not None else True
    kept = (Said("text", told.text[: amending.LONGEST]),) if words else ()
    if not correcting.possible(sheet, context):
        return Step(_card(sheet), kept, say=Line("point-too-late"))
    begun = correcting.begin(state, sheet, context).state or state
    number = sheet.number(question.id)
    return Step(trail.changed(begun, picked=[question.id]), kept, say=Line("point-correct", {"n": number}))


def _card(sheet: Sheet) -> State:
    """The submission as a card of its own: the receipt stays in the chat as it is."""
    return State("submissions", "card", {"receipt": sheet.draft.receipt if sheet.draft is not None else None})


# --- replies ------------------------------------------------------------------------------------------------------


def answered(state: State, told: Wrote | SentPhoto | SentFile, sheet: Sheet) -> Question | None:
    """The question whose answer is replied to; None for a reply to anything else, which is heard as if it was none."""
    wanted = trail.question_of(state, told.reply_to) if told.reply_to is not None else None
    return sheet.question(wanted) if wanted in sheet.form.places else None
