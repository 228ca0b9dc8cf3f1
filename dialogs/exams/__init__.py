"""Training exams (培训考试): choose a paper, write it against time, see what was wrong, practise it.

Time is what storage keeps: whatever is done after the deadline first hands in what is there. While a paper is written
nothing that tells right answers can be reached, neither former results nor practice.
"""

from dialogs.context import Context
from dialogs.exams import asking, ending, home, overseeing, practising
from dialogs.exams.wording import need
from dialogs.talk import Commanded, Input, Line, Opened, Screen, State, Step, Tapped, Wrote
from safety.exams import Sitting

FLOW = "exam"
UNNUMBERED = frozenset({asking.REVIEW, asking.SURE, practising.BOOK})
ENDS = frozenset({ending.RESULT})
BEFORE = frozenset({"", home.PAPER})


def step(state: State, told: Input, context: Context) -> Step | None:
    """Answer an input, once what time has ended is handed in."""
    if context.supervises:
        return overseeing.step(state, told, context)
    need(context)
    sitting = context.ledger.exams().sitting()
    if sitting is not None and sitting.over(context.now):
        return asking.hand_in(sitting, context, Line("exam-time-over"))
    if isinstance(told, Commanded):
        return Step(asking.going_on(sitting) if sitting is not None else State(FLOW))
    return _shut(state, sitting, context) or _heard(state, told, sitting, context)


def _shut(state: State, sitting: Sitting | None, context: Context) -> Step | None:
    """What cannot be done now: results and practice while a paper is written, answers once it is handed in."""
    if sitting is not None and state.at not in {*asking.STEPS, *BEFORE}:
        return Step(asking.going_on(sitting), say=Line("exam-runs"))
    if state.at in asking.STEPS and sitting is None:
        return Step(_last(context), say=Line("exam-over-already"))
    return None


def _heard(state: State, told: Input, sitting: Sitting | None, context: Context) -> Step | None:
    if isinstance(told, Opened):
        return Step(state)
    if isinstance(told, Wrote):
        return None if told.edited else _wrote(state, told.text, sitting, context)
    return _tapped(state, told.option, sitting, context) if isinstance(told, Tapped) else None


def _last(context: Context) -> State:
    """The newest result of any paper; the papers when there is none."""
    exams = context.ledger.exams()
    ended = [
        one for paper in exams.bank().papers for one in exams.attempts(paper.id) if one.ended_at is not None
    ]
    newest = max(ended, key=lambda one: one.begun_at, default=None)
    return State(FLOW, ending.RESULT, {"exam": newest.exam}) if newest is not None else State(FLOW)


def _tapped(state: State, option: str, sitting: Sitting | None, context: Context) -> Step | None:
    if sitting is not None and state.at in asking.STEPS:
        return asking.step(state, option, sitting, context)
    if state.at in practising.STEPS:
        return practising.step(state, option, context)
    if state.at in {ending.RESULT, ending.WRONG}:
        return ending.step(state, option, context)
    if sitting is not None:
        return Step(asking.going_on(sitting)) if option == "r" else _away(option)
    return home.step(state, option, context)


def _away(option: str) -> Step | None:
    return Step(State("menu")) if option == "e" else None


def _wrote(state: State, text: str, sitting: Sitting | None, context: Context) -> Step | None:
    if sitting is not None and state.at in asking.STEPS:
        return asking.wrote(state, text, sitting)
    return practising.wrote(state, text, context)


def show(state: State, context: Context) -> Screen:
    """Draw where it stands, from what is recorded."""
    if context.supervises:
        return overseeing.show(state, context)
    need(context)
    sitting = context.ledger.exams().sitting()
    if sitting is not None:
        writes = state.at in asking.STEPS
        return asking.show(state, sitting, context) if writes else home.running(sitting, context)
    if state.at in practising.STEPS:
        return practising.show(state, context)
    if state.at in asking.STEPS:
        state = _last(context)
    result = ending.result_of(state, context)
    if state.at in {ending.RESULT, ending.WRONG} and result is not None:
        return ending.show(state, result, context)
    return home.show(state, context)


def accepts(state: State, _context: Context) -> Line:
    """What can be sent here."""
    return Line("exam-accepts" if state.at in {asking.ASK, practising.DRILL} else "accepts-buttons")


def claims(state: State, told: Wrote, context: Context) -> bool:
    """An answer, or the number of a question, is never a button with the same words."""
    if told.edited or context.supervises or not context.actor.consented:
        return False
    sitting = context.ledger.exams().sitting() if state.at in asking.STEPS else None
    return _wrote(state, told.text, sitting, context) is not None
