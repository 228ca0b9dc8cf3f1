"""Coming in to a spot exam by its code, typed or behind a link: the paper begins at once."""

from checklists.reading.plain import plain
from dialogs.cards import Row, button
from dialogs.context import Context
from dialogs.exams import asking
from dialogs.talk import Line, Screen, Step
from safety.errors import Refusal
from safety.events_spots import SpotEntered
from safety.exams import TRAINEES, draw
from safety.people import Right
from safety.spots import GUESS, Door, key_in


def given(text: str, context: Context) -> Step | None:
    """A code was given. One refusal for whatever is wrong with it; too many wrong ones shut it for a while."""
    code = key_in(text) or "".join(sign for sign in plain(text) if sign.isascii() and sign.isdigit())
    if not code:
        return None
    exams, seat = context.ledger.exams(), context.actor.seat
    sitting = exams.sitting()
    if sitting is not None and not sitting.over(context.now):
        return Step(asking.going_on(sitting), say=Line("exam-runs"))
    trainee = TRAINEES.get(seat.role) if seat is not None else None
    door = context.ledger.spots().door(code)
    if door is Door.AGAIN:
        raise Refusal("spot-again")
    if trainee is None or door is Door.SHUT:
        raise Refusal("spot-code-wrong", guess=GUESS)
    paper = exams.bank().paper(context.ledger.rules().exams.spot_paper)
    sheet = draw(exams.bank(), paper, trainee, context.ledger.facts(), exams.seed())
    return Step(asking.at(0), (SpotEntered(code, sheet.to_json()),))


def show(context: Context) -> Screen:
    """Where the code is asked for; who keeps the enterprise may open one as well."""
    opens: Row = (button("spot-own-open", "o"),) if context.actor.may(Right.OPEN_SPOT) else ()
    rows = (opens, (button("back", "b"), button("to-menu", "e")))
    return Screen((Line("spot-code-ask"),), tuple(row for row in rows if row))
