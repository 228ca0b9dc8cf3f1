"""A hub: one screen that leads to conversations of one kind, each shown to those who may use it. It decides nothing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dialogs.cards import Row, button
from dialogs.context import Context
from dialogs.talk import Argument, Input, Line, Opened, Screen, State, Step, Tapped
from safety.people import Right

WIDE = 2  # buttons in a row
MOST = 7  # places on a page: with the way home eight buttons
ON = "x"  # the option of the next page


@dataclass(frozen=True, slots=True)
class Place:
    """One way out of a hub. `rights`: one of them is enough; empty: everybody with a seat. `args`: what its label names."""

    option: str
    label: str
    flow: str
    rights: Sequence[Right] = ()
    at: str = ""
    args: Callable[[Context], dict[str, Argument]] | None = None

    def open_to(self, context: Context) -> bool:
        """Whether the reader may go there."""
        return not self.rights or any(context.actor.may(right) for right in self.rights)


@dataclass(frozen=True, slots=True)
class Hub:
    """Its name, its heading and its places in order."""

    flow: str
    heading: Line
    places: Sequence[Place]

    def open_places(self, context: Context) -> list[Place]:
        """Where the reader may go."""
        return [place for place in self.places if place.open_to(context)]

    def _pages(self, context: Context) -> list[list[Place]]:
        """What fits a screen; where it does not, the last button leads on, and from the last page to the first."""
        places = self.open_places(context)
        if len(places) <= MOST:
            return [places]
        return [places[start : start + MOST - 1] for start in range(0, len(places), MOST - 1)]

    def step(self, state: State, told: Input, context: Context) -> Step | None:
        """Lead to what was tapped."""
        if isinstance(told, Opened):
            return Step(State(self.flow))
        if not isinstance(told, Tapped):
            return None
        if told.option == "e":
            return Step(State("menu"))
        pages = self._pages(context)
        if told.option == ON and len(pages) > 1:
            after = (_page(state, pages) + 1) % len(pages)
            return Step(State(self.flow, str(after) if after else ""))
        found = next((one for one in self.open_places(context) if one.option == told.option), None)
        return None if found is None else Step(State(found.flow, found.at))

    def show(self, state: State, context: Context) -> Screen:
        """The places of a page, two in a row."""
        pages = self._pages(context)
        places = pages[_page(state, pages)]
        buttons = [button(place.label, place.option, **_args(place, context)) for place in places]
        rows: list[Row] = [tuple(buttons[start : start + WIDE]) for start in range(0, len(buttons), WIDE)]
        last = _page(state, pages) == len(pages) - 1
        on = (button("hub-first" if last else "hub-more", ON),) if len(pages) > 1 else ()
        return Screen((self.heading,), (*rows, (*on, button("to-menu", "e"))))


def _page(state: State, pages: Sequence[Sequence[Place]]) -> int:
    """The page that a state names; the first when it is not there any more."""
    number = int(state.at) if state.at.isdecimal() else 0
    return number if number < len(pages) else 0


def _args(place: Place, context: Context) -> dict[str, Argument]:
    return place.args(context) if place.args is not None else {}
