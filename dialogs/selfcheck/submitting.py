"""The one way a self-check is submitted: the event with its score, and the receipt."""

from dialogs.selfcheck import trail
from dialogs.selfcheck.sheet import Sheet
from dialogs.talk import State, Step
from safety.events import CheckSubmitted


def submit(state: State, sheet: Sheet, *, zero: bool) -> Step:
    """Hand it in; `zero`: signed as a zero report on its own screen."""
    score = sheet.score()
    event = CheckSubmitted(
        sheet.key, score.points, score.passed, score.asked, score.bad, zero=zero, result=score.to_json()
    )
    return Step(trail.moved(state, "receipt"), (event,))
