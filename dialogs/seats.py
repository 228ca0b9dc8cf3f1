"""Which of several seats the person acts from: a service firm may have dozens, so the list turns pages and is searched by name."""

from collections.abc import Sequence

from dialogs import cards
from dialogs.cards import PAGE, button
from dialogs.context import Context
from dialogs.register import role_line
from dialogs.talk import Argument, Input, Json, Line, Screen, State, Step, Tapped, Wrote
from safety.events import SeatChosen
from safety.people import Seat

FLOW = "seats"
LONGEST = 40  # characters that are looked for
One = tuple[int, Seat, str]


def step(state: State, told: Input, context: Context) -> Step | None:
    """Take another seat, turn pages, look for a name."""
    if isinstance(told, Wrote):
        return None if told.edited else _sought(told.text, context)
    if not isinstance(told, Tapped):
        return None
    if told.option == "b":
        return Step(State(FLOW)) if _text(state) else Step(None)
    if told.option == "l":
        return Step(State("language"))
    found = _found(_text(state), context)
    offset = cards.offset_of(state, len(found))
    turned = cards.turned(told.option, offset, len(found))
    if turned is not None:
        return Step(State(FLOW, "", {**state.data, "offset": turned}))
    place = cards.index_in("a", told.option, len(found[offset : offset + PAGE]))
    return None if place is None else _taken(found[offset + place])


def _taken(one: One) -> Step:
    return Step(State("menu"), (SeatChosen(one[0]),), say=Line("seat-chosen", {"place": one[2]}))


def _sought(text: str, context: Context) -> Step:
    """One that is found is taken at once; several are listed."""
    words = " ".join(text.split())[:LONGEST]
    found = _found(words, context)
    exact = [one for one in found if one[2] == words]
    if len(exact) == 1 or len(found) == 1:
        return _taken((exact or found)[0])
    if not found:
        return Step(State(FLOW), say=Line("seats-none", {"text": words}))
    data: dict[str, Json] = {"text": words}
    return Step(State(FLOW, "", data))


def _text(state: State) -> str:
    return str(state.data.get("text", ""))


def _found(text: str, context: Context) -> Sequence[One]:
    """The seats whose place holds these words, each with its number among all."""
    seats = [(number, seat, place) for number, (seat, place) in enumerate(context.ledger.seats())]
    return [one for one in seats if text.casefold() in one[2].casefold()]


def show(state: State, context: Context) -> Screen:
    """One line and one button a seat; the present one is marked, and how much waits for the reader in each."""
    found = _found(_text(state), context)
    offset = cards.offset_of(state, len(found))
    shown = found[offset : offset + PAGE]
    waiting = context.ledger.owed().by_enterprise()
    lines = [Line("seats-title", {"n": len(found)})]
    for number, (_, seat, place) in enumerate(shown, offset + 1):
        args: dict[str, Argument] = {
            "n": number,
            "place": place,
            "role": role_line(seat.role),
            "here": "yes" if seat == context.actor.seat else "no",
            "owed": waiting.get(seat.enterprise, 0) if seat.enterprise is not None else 0,
        }
        lines.append(Line("seat-item", args))
    if len(found) > PAGE:
        lines.append(Line("seats-typed"))
    rows = cards.list_rows(len(shown), offset, len(found))
    language = () if len(rows) > 1 and offset else (button("to-language", "l"),)
    return Screen(lines, (*rows, (button("back", "b"), *language)))


def accepts(_state: State, _context: Context) -> Line:
    """A name can be typed."""
    return Line("seats-typed")


def writes(_state: State, _context: Context) -> bool:
    """Names can be typed."""
    return True
