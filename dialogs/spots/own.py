"""A spot exam that the enterprise opens itself: its officer or principal has the people at hand write one. It counts as its own training."""

from dialogs.cards import Row, button
from dialogs.context import Context
from dialogs.spots import live
from dialogs.talk import Line, Screen, State, Step
from safety.events_spots import SpotOpened
from safety.people import Right
from safety.spots import Spot

FLOW, OWN, RUN = "spot", "own", "run"
STEPS = frozenset({OWN, RUN})


def _newest(context: Context) -> Spot | None:
    return context.ledger.spots().newest(context.ledger.enterprise().credit_code)


def step(state: State, option: str, context: Context) -> Step | None:
    """Open one, look at the last one, and what is done with one that runs."""
    context.need(Right.OPEN_SPOT)
    newest = _newest(context)
    if state.at == RUN and newest is not None:
        return Step(State(FLOW, OWN)) if option == "b" else live.step(state, option, newest)
    if option == "b":
        return Step(State("learning"))
    if option == "l" and newest is not None:
        return Step(State(FLOW, RUN))
    if option != "s" or _runs(newest):
        return None
    rules = context.ledger.rules().exams
    event = SpotOpened(context.ledger.enterprise().credit_code, rules.spot_minutes, rules.spot_digits)
    return Step(State(FLOW, RUN), (event,))


def _runs(spot: Spot | None) -> bool:
    return spot is not None and spot.record is None


def show(state: State, context: Context) -> Screen:
    """What it is, or the live list."""
    context.need(Right.OPEN_SPOT)
    newest = _newest(context)
    if state.at == RUN and newest is not None:
        return live.show(newest)
    begin: Row = () if _runs(newest) else (button("spot-open", "s"),)
    last: Row = () if newest is None else (button("spot-running" if _runs(newest) else "spot-last", "l"),)
    rows = ((*begin, *last), (button("back", "b"), button("to-menu", "e")))
    return Screen((Line("spot-own", {"minutes": context.ledger.rules().exams.spot_minutes}),), rows)
