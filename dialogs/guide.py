"""Help: what can be done here, in plain words, and whom to call in danger."""

from dialogs.cards import Row, button
from dialogs.context import Context
from dialogs.talk import Input, Line, Screen, State, Step, Tapped
from safety.handovers import HANDED
from safety.people import Right

PLACES = {
    "v": "verify",
    "p": "privacy",
    "g": "tip",
    "t": "submissions",
    "w": "seats",
    "l": "language",
    "n": "learning",
    "u": "emergency",
    "o": "handover",
}
BOTTOM: Row = (button("back", "b"), button("to-privacy", "p"))


def step(_state: State, told: Input, _context: Context) -> Step | None:
    """Go back to where one was, or to what has no place in a full menu."""
    if not isinstance(told, Tapped):
        return None
    if told.option == "b":
        return Step(None)
    place = PLACES.get(told.option)
    return None if place is None else Step(State(place))


def show(_state: State, context: Context) -> Screen:
    """One short text for each kind of reader."""
    actor = context.actor
    inside = "nobody" if actor.seat is None or not actor.consented else "enterprise"
    reader = "supervisor" if context.supervises and actor.consented else inside
    return Screen(
        (Line("help-text", {"reader": reader}), Line("help-danger")),
        (_more(context), _own(context), BOTTOM),
    )


def _more(context: Context) -> Row:
    """Who works on tips finds them in the menu; who has a seat that can be handed over finds the way here."""
    tip = () if context.actor.may(Right.HANDLE_TIPS) else (button("to-tip", "g"),)
    seat = context.actor.seat
    hands = context.actor.consented and seat is not None and seat.role in HANDED
    return (button("to-verify", "v"), *tip, *((button("to-handover", "o"),) if hands else ()))


def _own(context: Context) -> Row:
    """What was submitted, and the seat or language in which one reads."""
    if context.actor.seat is None or not context.actor.consented:
        return (button("to-language", "l"),)
    handed = (button("to-submissions", "t"),) if context.actor.may(Right.SEE_SUBMISSIONS) else ()
    hubs = (button("to-learning", "n"), button("to-emergency", "u")) if context.supervises else ()
    several = len(context.ledger.seats()) > 1
    return (*handed, *hubs, button("to-seats", "w") if several else button("to-language", "l"))
