"""Two answers that differ: a colleague has answered since the question was drawn. Never replaced in silence."""

from checklists.schema import Question
from dialogs.cards import GAP, button
from dialogs.context import Context
from dialogs.selfcheck import answering, asking, trail
from dialogs.selfcheck.sheet import Sheet
from dialogs.selfcheck.together import name_of
from dialogs.talk import Line, Screen, State, Step
from dialogs.words import ago
from safety.errors import Refusal


def stands(state: State, sheet: Sheet) -> bool:
    """Whether there still are two answers to choose from."""
    question = sheet.question(state.data.get("q"))
    waits = answering.kept_value(state, question) is not None
    return waits and sheet.other(question) is not None and sheet.answer(question).value is not None


def show(state: State, sheet: Sheet, context: Context) -> Screen:
    """Theirs, with name and time, and mine."""
    question = sheet.question(state.data.get("q"))
    rows = ((button("keep-theirs", "k"),), (button("take-mine", "ok"),))
    return Screen([*asking.heading(sheet, question), GAP, *_both(state, sheet, question, context)], rows)


def _both(state: State, sheet: Sheet, question: Question, context: Context) -> list[Line]:
    author, theirs = sheet.other(question), sheet.answer(question).value
    mine = answering.kept_value(state, question)
    if author is None or theirs is None or mine is None:  # never: stands() lets only two answers come here
        raise Refusal("check-gone")
    said = answering.answer_words(question, theirs, sheet.today)
    return [
        Line("rival-theirs", {"person": name_of(author), "ago": ago(author.at, context.now), "answer": said}),
        Line("rival-mine", {"answer": answering.answer_words(question, mine, sheet.today)}),
    ]


def tapped(state: State, option: str, sheet: Sheet, context: Context) -> Step | None:
    """Keep the colleague's answer and go on, or replace it by one's own."""
    question = sheet.question(state.data.get("q"))
    if option == "k":
        return Step(trail.onward(state, sheet, question, context), say=Line("kept-theirs"))
    value = answering.kept_value(state, question)
    if option == "ok" and value is not None:
        return answering.pick(state, sheet, question, value, context)
    return None
