"""A supervisor writes down what an enterprise does now: it works, has stopped, works again, is closed. Its duties go by it."""

from checklists.reminders import Activity
from dialogs import cards
from dialogs.cards import button
from dialogs.context import Context
from dialogs.talk import Button, Json, Line, Screen, State, Step
from safety.events_owed import ActivityChanged
from safety.pledges import Holding

FLOW, CARD = "pledges", "card"
PICK, WHY = "act", "actwhy"
STEPS = frozenset({PICK, WHY})
SHORTEST, LONGEST = 2, 300  # characters of a reason


def step(state: State, option: str, one: Holding, _context: Context) -> Step | None:
    """Which it is; the reason is typed."""
    if option == "b":
        return Step(State(FLOW, CARD if state.at == PICK else PICK, _bare(state)))
    others = _others(one)
    place = cards.index_in("a", option, len(others)) if state.at == PICK else None
    if place is None:
        return None
    return Step(State(FLOW, WHY, {**_bare(state), "activity": others[place].value}))


def wrote(state: State, text: str, one: Holding) -> Step:
    """Recorded with its reason."""
    if len(text) < SHORTEST:
        return Step(state, say=Line("colour-why-short"))
    activity = Activity(str(state.data.get("activity", Activity.PRODUCING)))
    event = ActivityChanged(one.credit_code, activity, text[:LONGEST])
    return Step(State(FLOW, CARD, _bare(state)), (event,), say=Line("activity-changed"))


def show(state: State, one: Holding) -> Screen:
    """The states that it is not in, or the question why."""
    back = (button("back", "b"),)
    if state.at == WHY:
        args = {"enterprise": one.enterprise, "activity": str(state.data.get("activity", ""))}
        return Screen((Line("activity-why", args),), (back,))
    others = tuple(
        Button(Line("activity-name", {"activity": other.value}), f"a{n}")
        for n, other in enumerate(_others(one))
    )
    args = {"enterprise": one.enterprise, "activity": one.activity}
    return Screen((Line("activity-pick", args),), (others, back))


def _others(one: Holding) -> list[Activity]:
    return [activity for activity in Activity if activity.value != one.activity]


def _bare(state: State) -> dict[str, Json]:
    return {name: kept for name, kept in state.data.items() if name != "activity"}
