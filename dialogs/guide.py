"""Help: what can be done here, in plain words, and whom to call in danger."""

from dialogs.cards import Row, button
from dialogs.context import Context
from dialogs.talk import Input, Line, Screen, State, Step, Tapped
from safety.people import Right


def step(_state: State, told: Input, _context: Context) -> Step | None:
    """Go back to where one was, verify a receipt, tell something anonymously, write an exam, or look at what is kept about oneself."""
    if not isinstance(told, Tapped):
        return None
    ways = {"b": Step(None), "v": Step(State("verify")), "p": Step(State("privacy")), "g": Step(State("tip"))}
    if told.option == "o":
        return Step(State("exam"))
    return ways.get(told.option)


def show(_state: State, context: Context) -> Screen:
    """One short text for each kind of reader."""
    actor = context.actor
    inside = "nobody" if actor.seat is None or not actor.consented else "enterprise"
    reader = "supervisor" if context.supervises and actor.consented else inside
    return Screen(
        (Line("help-text", {"reader": reader}), Line("help-danger")),
        (_more(context), (button("back", "b"), button("to-privacy", "p"))),
    )


def _examined(context: Context) -> bool:
    return context.actor.may(Right.TAKE_EXAM) or context.actor.may(Right.SEE_EXAMS)


def _more(context: Context) -> Row:
    """Who works on tips finds them in the menu."""
    tip = () if context.actor.may(Right.HANDLE_TIPS) else (button("to-tip", "g"),)
    exam = (button("to-exam", "o"),) if context.actor.consented and _examined(context) else ()
    return (button("to-verify", "v"), *tip, *exam)
