"""Emergency supplies (应急物资): depots and cabinets with what lies in them, confirmed by one tap or changed row by row."""

from datetime import timedelta

from checklists.reading.dates import Side, read_date
from checklists.reading.numerals import read_number
from checklists.words import Words
from dialogs import cards, imports, own_lists
from dialogs.cards import GAP, PAGE, button
from dialogs.context import Context
from dialogs.supplies import photographing, saying, screens
from dialogs.talk import (
    Commanded,
    Input,
    Json,
    Line,
    Opened,
    Screen,
    SentFile,
    SentPhoto,
    State,
    Step,
    Tapped,
    Wrote,
)
from safety.errors import Refusal
from safety.events_supplies import (
    DepotMade,
    DepotPlaced,
    SuppliesChecked,
    SupplyAdded,
    SupplyCounted,
    SupplyDated,
    SupplyDropped,
)
from safety.own_lists import OwnListKind
from safety.people import Right
from safety.supplies import MOST, Depot, DepotKind, kept, thing

__all__ = ["FLOW", "UNNUMBERED", "accepts", "claims", "show", "step", "writes"]

FLOW = "supplies"
NEW, CARD, MORE, ITEM, ADD, PLACE = "new", "card", "more", "item", "add", "place"
TYPED = frozenset({ITEM, ADD, PLACE})
UNNUMBERED = frozenset({ITEM, ADD, PLACE})


def step(state: State, told: Input, context: Context) -> Step | None:
    """Answer an input."""
    context.need(Right.SEE_SUPPLIES)
    if isinstance(told, Commanded | Opened):
        return Step(State(FLOW))
    if isinstance(told, SentFile):
        return _listed(state, told, context)
    if isinstance(told, SentPhoto):
        return _photographed(state, told, context)
    if isinstance(told, Wrote):
        return None if told.edited else _wrote(state, told.text, context)
    return _tapped(state, told.option, context) if isinstance(told, Tapped) else None


def _photographed(state: State, told: SentPhoto, context: Context) -> Step | None:
    """A photo of the thing on the screen; elsewhere it belongs to no thing."""
    if state.at not in {ITEM, photographing.PHOTOS}:
        return None
    depot = depot_of(state, context)
    if state.at == photographing.PHOTOS:
        return photographing.sent(state, depot, told, context)
    if not depot.mine:
        return None
    event, refusal = photographing.photographed(screens.thing_of(state, depot), told)
    return Step(state, say=refusal) if event is None else Step(state, (event,), say=Line("supply-shown"))


def _listed(state: State, told: SentFile, context: Context) -> Step | None:
    """A spreadsheet is a list of what lies in the depot on the screen."""
    if state.at in {"", NEW} or not imports.fits(told):
        return None
    depot = depot_of(state, context)
    return own_lists.sent(OwnListKind.SUPPLIES, depot.id, told) if depot.mine else None


def depot_of(state: State, context: Context) -> Depot:
    """The depot that a state names; without one the one made last. Refusal outside the scope."""
    number, book = state.data.get("depot"), context.ledger.supplies()
    found = book.one(number) if isinstance(number, int) else book.last()
    if found is None:
        raise Refusal("depot-gone")
    return found


def _at(at: str, depot: Depot, **more: Json) -> State:
    return State(FLOW, at, {"depot": depot.id, **more})


# --- typed --------------------------------------------------------------------------------------------------------


def _wrote(state: State, text: str, context: Context) -> Step | None:
    if state.at == NEW and context.supervises and "kind" in state.data:
        return _made_by_office(state, text, context)
    if state.at not in TYPED:
        return None
    depot = depot_of(state, context)
    if state.at == ADD:
        return _added(depot, text, context)
    if state.at == PLACE:
        said = kept(text)
        event = DepotPlaced(depot.id, said.name, said.place, said.keeper, said.phone)
        return Step(_at(CARD, depot), (event,), say=Line("depot-placed"))
    return _changed(state, depot, text, context)


def _made_by_office(state: State, text: str, context: Context) -> Step:
    said, kind = kept(text), str(state.data["kind"])
    if not said.name:
        return Step(state, say=Line("depot-write"))
    of = DepotKind(kind) if kind in set(DepotKind) else DepotKind.GOVERNMENT
    event = DepotMade(
        of, context.today + saying.check_day(context), said.name, said.place, said.keeper, said.phone
    )
    return Step(State(FLOW, CARD), (event,), say=Line("depot-made"))


def _added(depot: Depot, text: str, context: Context) -> Step:
    said = thing(text)
    if said is None:
        return Step(_at(ADD, depot), say=Line("supply-unclear"))
    until = read_date(said.rest, context.today, Side.AHEAD) if said.rest else None
    event = SupplyAdded(depot.id, said.name, said.unit, said.quantity, until)
    return Step(_at(CARD, depot), (event,), say=Line("supply-added", {"name": said.name}))


def _changed(state: State, depot: Depot, text: str, context: Context) -> Step:
    """A number is how many, a date until when."""
    one = screens.thing_of(state, depot)
    here = _at(ITEM, depot, thing=one.id)
    number = read_number(text, saying.counted_in(one, context))
    if number is not None and number == int(number) and 0 <= number <= MOST:
        return Step(here, (SupplyCounted(one.id, int(number)),), say=Line("supply-kept"))
    until = read_date(text, context.today, Side.AHEAD)
    if until is not None:
        return Step(here, (SupplyDated(one.id, until),), say=Line("supply-kept"))
    return Step(here, say=Line("supply-not-clear"))


# --- taps ---------------------------------------------------------------------------------------------------------


def _tapped(state: State, option: str, context: Context) -> Step | None:
    if option == "e":
        return Step(State("menu"))
    steps = {"": _on_list, NEW: _on_new}
    if state.at in steps:
        return steps[state.at](state, option, context)
    depot = depot_of(state, context)
    within = {CARD: _on_card, ITEM: _on_thing, photographing.PHOTOS: photographing.step}
    if state.at in within:
        return within[state.at](state, depot, option, context)
    if state.at == MORE and depot.mine:
        return _on_more(depot, option)
    return Step(_at(CARD, depot)) if option == "b" else None


def _on_more(depot: Depot, option: str) -> Step | None:
    ways = {
        "a": _at(ADD, depot),
        "p": _at(PLACE, depot),
        "i": own_lists.begin(OwnListKind.SUPPLIES, depot.id),
        "b": _at(CARD, depot),
    }
    return Step(ways[option]) if option in ways else None


def _on_list(state: State, option: str, context: Context) -> Step | None:
    book = context.ledger.supplies()
    total = book.count()
    offset = cards.offset_of(state, total)
    turned = cards.turned(option, offset, total)
    if turned is not None:
        return Step(State(FLOW, "", {"offset": turned}))
    if option == "n" and context.actor.may(Right.KEEP_SUPPLIES):
        return Step(State(FLOW, NEW))
    place = cards.index_in("a", option, PAGE)
    shown = book.depots(offset=offset, limit=PAGE) if place is not None else ()
    return Step(_at(CARD, shown[place])) if place is not None and place < len(shown) else None


def _on_new(state: State, option: str, context: Context) -> Step | None:
    context.need(Right.KEEP_SUPPLIES)
    if option == "b":
        return Step(State(FLOW, NEW) if "kind" in state.data else State(FLOW))
    if context.supervises:
        place = cards.index_in("k", option, len(screens.OFFICIAL))
        return None if place is None else Step(State(FLOW, NEW, {"kind": screens.OFFICIAL[place].value}))
    if option not in {"y", "o"}:
        return None
    items = context.ledger.supplies().suggested() if option == "y" else ()
    things = tuple((one.id, one.title.zh, one.unit.zh, one.quantity) for one in items)
    event = DepotMade(DepotKind.ENTERPRISE, context.today + saying.check_day(context), things=things)
    return Step(State(FLOW, CARD), (event,), say=Line("depot-made"))


def _on_card(state: State, depot: Depot, option: str, context: Context) -> Step | None:
    offset = cards.offset_of(state, len(depot.supplies))
    if option == "g":
        following = offset + screens.THINGS
        return Step(_at(CARD, depot, offset=following if following < len(depot.supplies) else 0))
    if option == "b":
        return Step(State(FLOW))
    if option == "m" and depot.mine:
        return Step(_at(MORE, depot))
    if option in {"f", "k"}:
        return _checking(depot, option, context)
    place = cards.index_in("a", option, min(screens.THINGS, len(depot.supplies) - offset))
    if place is None or not depot.mine:
        return None
    return Step(_at(ITEM, depot, thing=depot.supplies[offset + place].id, offset=offset))


def _checking(depot: Depot, option: str, context: Context) -> Step | None:
    """All of it was looked at, or is photographed thing by thing."""
    if not depot.mine or not depot.supplies:
        return None
    if option == "f":
        return Step(photographing.at(depot, depot.supplies[0].id))
    event = SuppliesChecked(depot.id, context.today + saying.check_day(context))
    return Step(_at(CARD, depot), (event,), say=Line("depot-checked-now"))


def _on_thing(state: State, depot: Depot, option: str, context: Context) -> Step | None:
    one = screens.thing_of(state, depot)
    offset = state.data.get("offset")
    back: dict[str, Json] = {"offset": offset} if isinstance(offset, int) else {}
    if option == "b":
        return Step(_at(CARD, depot, **back))
    counts = {"n0": max(0, one.quantity - 1), "n2": one.quantity + 1, "w": one.wanted, "z": 0}
    if option in counts:
        return Step(state, (SupplyCounted(one.id, counts[option]),), toast=Line("supply-kept"))
    if option == "d":
        return Step(_at(CARD, depot, **back), (SupplyDropped(one.id),), say=Line("supply-dropped"))
    item = context.ledger.rules().supplies.item(one.item)
    if option == "r" and item is not None and item.life_days:
        until = context.today + timedelta(days=item.life_days)
        return Step(state, (SupplyDated(one.id, until),), say=Line("supply-renewed"))
    return None


# --- what is seen -------------------------------------------------------------------------------------------------


def show(state: State, context: Context) -> Screen:
    """Draw where it stands."""
    context.need(Right.SEE_SUPPLIES)
    if state.at == "":
        return screens.list_of(state, context)
    if state.at == NEW:
        return screens.new_of(state, context)
    depot = depot_of(state, context)
    shows = {ITEM: screens.one_of, CARD: screens.card_of, photographing.PHOTOS: photographing.show}
    if state.at in shows:
        return shows[state.at](state, depot, context)
    lines: list[Line | Words] = [*saying.head(depot, context), GAP]
    if state.at == MORE:
        ways = (button("supply-add", "a"), button("depot-place", "p"))
        rows = (ways, (button("ownlist-supplies-begin", "i"),), (button("back", "b"),))
        return Screen(lines, rows)
    lines.append(Line("supply-add-how") if state.at == ADD else Line("depot-place-how"))
    return Screen(lines, ((button("back", "b"),),))


def accepts(state: State, context: Context) -> Line:
    """What can be sent here."""
    if state.at == NEW and context.supervises and "kind" in state.data:
        return Line("depot-write")
    hints = {
        photographing.PHOTOS: "supply-photo-how",
        ITEM: "supply-what",
        ADD: "supply-add-how",
        PLACE: "depot-place-how",
    }
    return Line(hints.get(state.at, "accepts-buttons"))


def writes(state: State, context: Context) -> bool:
    """Where any words may be an answer."""
    return state.at in TYPED or (state.at == NEW and context.supervises and "kind" in state.data)


def claims(state: State, told: Wrote, _context: Context) -> bool:
    """What begins with a number is no button where one is asked for."""
    return state.at in TYPED and told.text.strip()[:1].isdigit()
