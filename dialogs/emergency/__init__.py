"""Emergencies (应急): whom to call first, and the way to plans, drills and what is kept ready."""

from dialogs.hubs import Hub, Place
from dialogs.talk import Line
from safety.people import Right

FLOW = "emergency"
PLACES = (Place("w", "to-warnings", "warnings", (Right.SEND_WARNING, Right.CONFIRM_WARNING)),)
HUB = Hub(FLOW, Line("emergency-heading"), PLACES)
