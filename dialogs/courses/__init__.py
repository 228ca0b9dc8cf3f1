"""Training courses (培训课程): what is owed and what can be chosen, card by card, a quiz that explains itself.

Where a course stands is what storage keeps: cards that are read, answers that are given. The state only says which screen.
"""

from dialogs.cards import button
from dialogs.context import Context
from dialogs.courses import home, reading
from dialogs.talk import Commanded, Input, Line, Opened, Screen, State, Step, Tapped, Wrote
from safety.people import Right

FLOW = "course"
UNNUMBERED = frozenset({reading.CARD, reading.QUIZ, reading.TOLD})
ENDS = frozenset({reading.END})


def step(state: State, told: Input, context: Context) -> Step | None:
    """Answer an input; what is meant for a course that is over leads to its end."""
    context.need(Right.TAKE_EXAM)
    if context.ledger.exams().sitting() is not None:
        return _shut(told)
    return _heard(state, told, context)


def _heard(state: State, told: Input, context: Context) -> Step | None:
    if isinstance(told, Commanded | Opened):
        return Step(State(FLOW) if isinstance(told, Commanded) else told.state)
    if isinstance(told, Wrote):
        return None if told.edited else reading.wrote(state, told.text, context)
    if not isinstance(told, Tapped):
        return None
    if told.option == "e":
        return Step(State("menu"))
    if state.at in reading.STEPS:
        return reading.step(state, told.option, context)
    return home.step(state, told.option, context)


def _shut(told: Input) -> Step | None:
    """While a paper is written no quiz can be reached: it tells right answers."""
    if isinstance(told, Tapped) and told.option == "e":
        return Step(State("menu"))
    if isinstance(told, Tapped | Opened | Commanded):
        return Step(State("exam"), say=Line("exam-runs"))
    return None


def show(state: State, context: Context) -> Screen:
    """Draw where it stands, from what is recorded."""
    context.need(Right.TAKE_EXAM)
    if context.ledger.exams().sitting() is not None:
        rows = ((button("exam-go-on", "r"),), (button("to-menu", "e"),))
        return Screen((Line("exam-runs"),), rows)
    screen = reading.show(state, context) if state.at in reading.STEPS else None
    return screen if screen is not None else home.show(state, context)


def accepts(state: State, _context: Context) -> Line:
    """What can be sent here."""
    return Line("exam-accepts" if state.at == reading.QUIZ else "accepts-buttons")


def claims(state: State, told: Wrote, context: Context) -> bool:
    """An answer of the quiz is never a button with the same words."""
    if told.edited or not context.actor.may(Right.TAKE_EXAM) or context.ledger.exams().sitting() is not None:
        return False
    return reading.wrote(state, told.text, context) is not None
