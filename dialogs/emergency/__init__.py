"""Emergencies (应急): whom to call first, and the way to plans, drills and what is kept ready."""

from dialogs.hubs import Hub
from dialogs.talk import Line

FLOW = "emergency"
HUB = Hub(FLOW, Line("emergency-heading"), ())
