"""Signing in by the code that is shown in the room: typed, or behind a link."""

from checklists.reading.plain import plain
from dialogs.cards import button
from dialogs.context import Context
from dialogs.lessons.wording import FLOW, at
from dialogs.talk import Line, Screen, State, Step
from safety.errors import Refusal
from safety.events_lessons import LessonAttended
from safety.lessons import GUESS

CODE = "code"
STEPS = frozenset({CODE})


def step(_state: State, option: str, _context: Context) -> Step | None:
    return Step(State(FLOW)) if option == "b" else None


def given(text: str, context: Context) -> Step | None:
    """A code was given. One refusal for whatever is wrong with it; too many wrong ones shut it for a while."""
    code = "".join(sign for sign in plain(text) if sign.isascii() and sign.isdigit())
    if not code:
        return None
    found = context.ledger.lessons().by_code(code)
    if found is None:
        raise Refusal("lesson-code-wrong", guess=GUESS)
    if found.here:
        return Step(at("card", found), say=Line("lesson-signed-already"))
    return Step(at("card", found), (LessonAttended(code),), say=Line("lesson-signed"))


def show(_state: State, _context: Context) -> Screen:
    """Where the code is asked for."""
    return Screen((Line("lesson-code-ask"),), ((button("back", "b"), button("to-menu", "e")),))
