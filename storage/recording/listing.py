"""Writes down what listing adds to a step: the number of its own series, the row of the clock, the photo of progress."""

from dataclasses import replace

from safety.hazard_ledger import Case
from safety.hazards import HazardAction
from storage import due, listings
from storage.numbers import Series, next_number
from storage.recording.turn import Turn


def numbered(turn: Turn, action: HazardAction, case: Case) -> Case:
    """A newly listed hazard gets the next number of the series."""
    if action is not HazardAction.LIST or case.listing is None:
        return case
    number = next_number(turn.connection, Series.LISTING, turn.now)
    return replace(case, listing=replace(case.listing, number=number))


def said_of(action: HazardAction, case: Case) -> dict[str, str]:
    """What the timeline keeps of it beside what was said: the number."""
    if action in {HazardAction.LIST, HazardAction.DELIST} and case.listing is not None:
        return {"text": case.listing.number}
    return {}


def planned(turn: Turn, action: HazardAction, case: Case, number: str) -> None:
    """Progress is asked for by the clock. The row is due at once: the first tick moves it to the day that content names."""
    if action is HazardAction.LIST and case.listing is not None:
        key = listings.key_of(case.listing.number)
        due.plan(turn.connection, key, listings.KIND, number, turn.now)
