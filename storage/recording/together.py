"""Writes down what is done to several hazards at once: each goes its own way, those that cannot are named with the reason."""

from safety.errors import Refusal
from safety.events_hazards import HazardMovedTogether, HazardsMoved
from storage.recording import lives
from storage.recording.turn import Turn, Written

MOST = 500  # hazards of one event, whatever content says


def hazards_moved(turn: Turn, event: HazardsMoved) -> Written:
    """In the order of their numbers, so that two people who do it at once wait for each other and never in a circle."""
    moved: list[HazardMovedTogether] = []
    refused: dict[str, str | int | float | bool | None] = {}
    for number in sorted(set(event.numbers))[:MOST]:
        one = HazardMovedTogether(number, event.action, event.reason, owner=event.owner)
        try:
            lives.allowed(turn, one)
        except Refusal as refusal:
            refused[number] = refusal.line
        else:
            moved.append(one)
    return Written("hazards", {"moved": len(moved), "refused": refused}, also=tuple(moved))
