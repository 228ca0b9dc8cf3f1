"""Photos at a check (逐件拍照): thing by thing, a photo each leads to the next; what was skipped stands without one."""

from checklists.words import Words
from dialogs.cards import GAP, Row, button
from dialogs.context import Context
from dialogs.pictures import unusable
from dialogs.supplies import saying
from dialogs.talk import Json, Line, Screen, SentPhoto, State, Step
from safety.events import Event
from safety.events_hazards import Picture
from safety.events_supplies import SuppliesChecked, SupplyShown
from safety.supplies import Depot, Supply

FLOW, CARD, PHOTOS = "supplies", "card", "photos"


def at(depot: Depot, thing: int) -> State:
    """At one thing, by its number: what is added or dropped meanwhile moves nothing."""
    return State(FLOW, PHOTOS, {"depot": depot.id, "thing": thing})


def _place(state: State, depot: Depot) -> int:
    """Where the thing stands in the depot; the first when it is there no more."""
    known = [one.id for one in depot.supplies]
    thing = state.data.get("thing")
    return known.index(thing) if isinstance(thing, int) and thing in known else 0


def photographed(one: Supply, photo: SentPhoto) -> tuple[Event | None, Line | None]:
    """What a photo of a thing comes to: kept, or why it cannot be used."""
    refusal = unusable(photo)
    if refusal is not None:
        return None, refusal
    return SupplyShown(one.id, Picture(photo.file, photo.unique, photo.size, photo.caption)), None


def sent(state: State, depot: Depot, photo: SentPhoto, context: Context) -> Step | None:
    """A photo of the thing on the screen, and on to the next."""
    if not depot.supplies or not depot.mine:
        return None
    place = _place(state, depot)
    event, refusal = photographed(depot.supplies[place], photo)
    return Step(state, say=refusal) if event is None else _on(depot, place, context, (event,))


def _on(depot: Depot, place: int, context: Context, events: tuple[Event, ...] = ()) -> Step:
    """The next thing; after the last one the check is done."""
    if place + 1 < len(depot.supplies):
        return Step(at(depot, depot.supplies[place + 1].id), events)
    return _done(depot, context, events)


def _done(depot: Depot, context: Context, events: tuple[Event, ...] = ()) -> Step:
    check = context.today + saying.check_day(context)
    card: dict[str, Json] = {"depot": depot.id}
    checked = (*events, SuppliesChecked(depot.id, check))
    return Step(State(FLOW, CARD, card), checked, say=Line("depot-checked-now"))


def step(state: State, depot: Depot, option: str, context: Context) -> Step | None:
    """Leave one out, end the check, back to the card."""
    if option == "b":
        return Step(State(FLOW, CARD, {"depot": depot.id}))
    if not depot.supplies or not depot.mine:
        return None
    if option == "s":
        return _on(depot, _place(state, depot), context)
    return _done(depot, context) if option == "k" else None


def show(state: State, depot: Depot, context: Context) -> Screen:
    """One thing of the check."""
    if not depot.supplies:
        return Screen((*saying.head(depot, context), Line("depot-empty")), ((button("back", "b"),),))
    place = _place(state, depot)
    figures = {"n": place + 1, "total": len(depot.supplies)}
    lines: list[Line | Words] = [
        Line("supply-photo-of", figures),
        saying.thing(place + 1, depot.supplies[place], context),
        GAP,
        Line("supply-photo-how"),
    ]
    ways: Row = (button("supply-photo-skip", "s"), button("supply-photo-done", "k"))
    return Screen(lines, (ways, (button("back", "b"),)))
