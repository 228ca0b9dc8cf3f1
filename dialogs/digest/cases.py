"""What the line of a case leads to: its card, the list behind a count, else a screen that says what may help."""

from dialogs.cards import button
from dialogs.digest.lines import FLAGGED, LATE, owner
from dialogs.talk import Json, Line, Screen, State
from safety.areas import Concern

FLOW, CASE = "digest", "case"
SILENT = "silent"  # nobody of the enterprise can be reached


def opens(concern: Concern) -> State:
    """The card of a hazard, the list behind a count, else the case itself."""
    if concern.kind == FLAGGED:
        return State("quality")
    if concern.kind == LATE:
        return State("todo", "late")
    if concern.kind == SILENT:
        return State("reach", "card", {"code": concern.code})
    if concern.hazard is not None:
        return State("hazards", "card", {"number": concern.hazard})
    kept: dict[str, Json] = {
        "kind": concern.kind,
        "enterprise": concern.enterprise,
        "days": concern.days,
        "owner": concern.owner,
    }
    return State(FLOW, CASE, {name: value for name, value in kept.items() if value is not None})


def show(state: State) -> Screen:
    """One case without a card of its own."""
    data = state.data
    days = data.get("days")
    args: dict[str, str | int] = {
        "kind": str(data.get("kind", "")),
        "enterprise": str(data.get("enterprise", "")),
        "days": days if isinstance(days, int) else 0,
    }
    lines = [
        Line("concern", {**args, "owner": owner(data.get("owner"))}),
        Line("case-next", {"kind": args["kind"]}),
    ]
    return Screen(lines, ((button("back", "b"),),))
