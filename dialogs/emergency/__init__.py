"""Emergencies (应急): whom to call first, and the way to plans, drills and what is kept ready."""

from dialogs.context import Context
from dialogs.hubs import Hub, Place
from dialogs.talk import Argument, Line
from safety.people import Right

FLOW = "emergency"


def open_incidents(context: Context) -> dict[str, Argument]:
    """How many are not over."""
    return {"n": context.ledger.incidents().open()}


PLACES = (
    Place("r", "to-rollcall", "drill", (Right.JOIN_DRILL,), at="real"),
    Place("d", "to-drills", "drill", (Right.SEE_DRILLS,)),
    Place("n", "to-plans", "plan", (Right.SEE_DRILLS,)),
    Place("i", "to-incident", "incident", (Right.REPORT_INCIDENT,)),
    Place("o", "to-incidents", "incident", (Right.HANDLE_INCIDENT,), "list", open_incidents),
    Place("c", "to-responders", "responders", (Right.SEE_RESPONDERS,)),
    Place("s", "to-supplies", "supplies", (Right.SEE_SUPPLIES,)),
    Place("w", "to-warnings", "warnings", (Right.SEND_WARNING, Right.CONFIRM_WARNING)),
)
HUB = Hub(FLOW, Line("emergency-heading"), PLACES)
