"""Which of several seats the person acts from."""

from dialogs import cards
from dialogs.cards import button
from dialogs.context import Context
from dialogs.register import role_line
from dialogs.talk import Input, Line, Screen, State, Step, Tapped
from safety.events import SeatChosen

MOST = 6


def step(_state: State, told: Input, context: Context) -> Step | None:
    """Take another seat."""
    if not isinstance(told, Tapped):
        return None
    if told.option == "b":
        return Step(None)
    if told.option == "l":
        return Step(State("language"))
    seats = context.ledger.seats()[:MOST]
    place = cards.index_in("a", told.option, len(seats))
    if place is None:
        return None
    return Step(State("menu"), (SeatChosen(place),), say=Line("seat-chosen", {"place": seats[place][1]}))


def show(_state: State, context: Context) -> Screen:
    """One line and one button a seat; the present one is marked."""
    lines = [Line("seats-title")]
    seats = context.ledger.seats()[:MOST]
    for number, (seat, place) in enumerate(seats, 1):
        here = "yes" if seat == context.actor.seat else "no"
        lines.append(
            Line("seat-item", {"n": number, "place": place, "role": role_line(seat.role), "here": here})
        )
    return Screen(
        lines,
        (*cards.list_rows(len(seats), 0, len(seats)), (button("back", "b"), button("to-language", "l"))),
    )
