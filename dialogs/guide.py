"""Help: what can be done here, in plain words, and whom to call in danger."""

from dialogs.cards import button
from dialogs.context import Context
from dialogs.talk import Input, Line, Screen, State, Step, Tapped


def step(_state: State, told: Input, _context: Context) -> Step | None:
    """Go back to where one was, verify a receipt, or look at what is kept about oneself."""
    if not isinstance(told, Tapped):
        return None
    ways = {"b": Step(None), "v": Step(State("verify")), "p": Step(State("privacy"))}
    return ways.get(told.option)


def show(_state: State, context: Context) -> Screen:
    """One short text for each kind of reader."""
    actor = context.actor
    inside = "nobody" if actor.seat is None or not actor.consented else "enterprise"
    reader = "supervisor" if context.supervises and actor.consented else inside
    return Screen(
        (Line("help-text", {"reader": reader}), Line("help-danger")),
        ((button("to-verify", "v"),), (button("back", "b"), button("to-privacy", "p"))),
    )
