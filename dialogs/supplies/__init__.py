"""Emergency supplies (应急物资): depots and cabinets with what lies in them, confirmed by one tap or changed row by row."""

from datetime import timedelta

from checklists.reading.dates import Side, read_date
from checklists.reading.numerals import read_number
from checklists.words import Words
from dialogs import cards, imports, own_lists
from dialogs.cards import GAP, PAGE, Row, button
from dialogs.context import Context
from dialogs.supplies import saying
from dialogs.talk import (
    Button,
    Commanded,
    Input,
    Json,
    Line,
    Opened,
    Screen,
    SentFile,
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
from safety.supplies import MOST, Depot, DepotKind, Supply, kept, thing

__all__ = ["FLOW", "UNNUMBERED", "accepts", "claims", "show", "step", "writes"]

FLOW = "supplies"
NEW, CARD, MORE, ITEM, ADD, PLACE = "new", "card", "more", "item", "add", "place"
TYPED = frozenset({ITEM, ADD, PLACE})
UNNUMBERED = frozenset({ITEM, ADD, PLACE})
THINGS = 4  # on a page of a depot
SHOWN = 12  # suggested things that are listed
OFFICIAL = (
    DepotKind.GOVERNMENT,
    DepotKind.ENTERPRISE,
    DepotKind.COMMERCE,
    DepotKind.COMMUNITY,
    DepotKind.HOUSEHOLD,
)


def step(state: State, told: Input, context: Context) -> Step | None:
    """Answer an input."""
    context.need(Right.SEE_SUPPLIES)
    if isinstance(told, Commanded | Opened):
        return Step(State(FLOW))
    if isinstance(told, SentFile):
        return _listed(state, told, context)
    if isinstance(told, Wrote):
        return None if told.edited else _wrote(state, told.text, context)
    return _tapped(state, told.option, context) if isinstance(told, Tapped) else None


def _listed(state: State, told: SentFile, context: Context) -> Step | None:
    """A spreadsheet is a list of what lies in the depot on the screen."""
    if state.at in {"", NEW} or not imports.fits(told):
        return None
    depot = depot_of(state, context)
    return own_lists.sent(OwnListKind.SUPPLIES, depot.id, told) if depot.mine else None


def _check_day(context: Context) -> timedelta:
    return timedelta(days=context.ledger.rules().supplies.check_days)


def depot_of(state: State, context: Context) -> Depot:
    """The depot that a state names; without one the one made last. Refusal outside the scope."""
    number, book = state.data.get("depot"), context.ledger.supplies()
    found = book.one(number) if isinstance(number, int) else book.last()
    if found is None:
        raise Refusal("depot-gone")
    return found


def _thing_of(state: State, depot: Depot) -> Supply:
    found = next((one for one in depot.supplies if one.id == state.data.get("thing")), None)
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
    event = DepotMade(of, context.today + _check_day(context), said.name, said.place, said.keeper, said.phone)
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
    one = _thing_of(state, depot)
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
    if state.at == CARD:
        return _on_card(state, depot, option, context)
    if state.at == ITEM:
        return _on_thing(state, depot, option, context)
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
        place = cards.index_in("k", option, len(OFFICIAL))
        return None if place is None else Step(State(FLOW, NEW, {"kind": OFFICIAL[place].value}))
    if option not in {"y", "o"}:
        return None
    items = context.ledger.supplies().suggested() if option == "y" else ()
    things = tuple((one.id, one.title.zh, one.unit.zh, one.quantity) for one in items)
    event = DepotMade(DepotKind.ENTERPRISE, context.today + _check_day(context), things=things)
    return Step(State(FLOW, CARD), (event,), say=Line("depot-made"))


def _on_card(state: State, depot: Depot, option: str, context: Context) -> Step | None:
    offset = cards.offset_of(state, len(depot.supplies))
    if option == "g":
        following = offset + THINGS
        return Step(_at(CARD, depot, offset=following if following < len(depot.supplies) else 0))
    if option == "b":
        return Step(State(FLOW))
    if option == "m" and depot.mine:
        return Step(_at(MORE, depot))
    if option == "k" and depot.mine and depot.supplies:
        event = SuppliesChecked(depot.id, context.today + _check_day(context))
        return Step(_at(CARD, depot), (event,), say=Line("depot-checked-now"))
    place = cards.index_in("a", option, min(THINGS, len(depot.supplies) - offset))
    if place is None or not depot.mine:
        return None
    return Step(_at(ITEM, depot, thing=depot.supplies[offset + place].id, offset=offset))


def _on_thing(state: State, depot: Depot, option: str, context: Context) -> Step | None:
    one = _thing_of(state, depot)
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
        return _list(state, context)
    if state.at == NEW:
        return _new(state, context)
    depot = depot_of(state, context)
    screens = {ITEM: _thing, CARD: _card}
    if state.at in screens:
        return screens[state.at](state, depot, context)
    lines: list[Line | Words] = [*saying.head(depot, context), GAP]
    if state.at == MORE:
        ways = (button("supply-add", "a"), button("depot-place", "p"))
        rows = (ways, (button("ownlist-supplies-begin", "i"),), (button("back", "b"),))
        return Screen(lines, rows)
    lines.append(Line("supply-add-how") if state.at == ADD else Line("depot-place-how"))
    return Screen(lines, ((button("back", "b"),),))


def _list(state: State, context: Context) -> Screen:
    book = context.ledger.supplies()
    total = book.count()
    offset = cards.offset_of(state, total)
    shown = book.depots(offset=offset, limit=PAGE)
    lines: list[Line | Words] = [Line("supplies-title", {"n": total})]
    for number, one in enumerate(shown, offset + 1):
        args = {"n": number, "things": len(one.supplies), "lacks": saying.lacks(one, context)}
        lines.append(Line("depot-item", {**args, "name": saying.depot_name(one)}))
    new: Row = (button("depot-new", "n"),) if context.actor.may(Right.KEEP_SUPPLIES) else ()
    return Screen(lines, (*cards.list_rows(len(shown), offset, total), (*new, button("to-menu", "e"))))


def _new(state: State, context: Context) -> Screen:
    context.need(Right.KEEP_SUPPLIES)
    if not context.supervises:
        return _suggestion(context)
    if "kind" in state.data:
        return Screen((Line("depot-write"),), ((button("back", "b"),),))
    labels = [Button(Line("depot-kind", {"kind": one.value}), f"k{n}") for n, one in enumerate(OFFICIAL)]
    rows = (tuple(labels[:1]), tuple(labels[1:3]), tuple(labels[3:]), (button("back", "b"),))
    return Screen((Line("depot-whose"),), rows)


def _suggestion(context: Context) -> Screen:
    items = context.ledger.supplies().suggested()
    lines: list[Line | Words] = [Line("supplies-suggested", {"n": len(items)})]
    lines += [
        Line("supply-suggested", {"name": one.title, "quantity": one.quantity, "unit": one.unit})
        for one in items[:SHOWN]
    ]
    lines += [GAP, Line("supplies-suggested-ours")]
    first: Row = (button("supplies-as-listed", "y"),) if items else ()
    rows = (first, (button("supplies-empty", "o"), button("back", "b")))
    return Screen(lines, tuple(row for row in rows if row))


def _card(state: State, depot: Depot, context: Context) -> Screen:
    total = len(depot.supplies)
    offset = cards.offset_of(state, total)
    shown = depot.supplies[offset : offset + THINGS]
    lines: list[Line | Words] = [*saying.head(depot, context), GAP]
    lines += [saying.thing(number, one, context) for number, one in enumerate(shown, offset + 1)]
    if not shown:
        lines.append(Line("depot-empty"))
    numbers = tuple(button("item-number", f"a{n}", n=offset + n + 1) for n in range(len(shown)) if depot.mine)
    more: Row = (button("supplies-more", "g", n=total),) if total > THINGS else ()
    lacks = saying.lacks(depot, context)
    look = button("supplies-looked" if lacks else "supplies-all-well", "k")
    acts: Row = ((look,) if depot.supplies else ()) + (button("depot-more", "m"),) if depot.mine else ()
    rows = (numbers, more, acts, (button("back-to-list", "b"),))
    return Screen(lines, tuple(row for row in rows if row))


def _thing(state: State, depot: Depot, context: Context) -> Screen:
    one = _thing_of(state, depot)
    number = next(n for n, other in enumerate(depot.supplies, 1) if other.id == one.id)
    item = context.ledger.rules().supplies.item(one.item)
    lines: list[Line | Words] = [saying.thing(number, one, context), Line("supply-what")]
    if item is not None and item.basis:
        lines.append(Line("supply-basis", {"basis": item.basis[0].text}))
    count = (button("number-less", "n0"), button("number-more", "n2"), button("supply-none", "z"))
    full: Row = (button("supply-full", "w", n=one.wanted),) if one.quantity != one.wanted else ()
    renew: Row = (button("supply-renew", "r"),) if item is not None and item.life_days else ()
    rows = (count, (*full, *renew), (button("supply-drop", "d"), button("back", "b")))
    return Screen(lines, tuple(row for row in rows if row))


def accepts(state: State, context: Context) -> Line:
    """What can be sent here."""
    if state.at == NEW and context.supervises and "kind" in state.data:
        return Line("depot-write")
    hints = {ITEM: "supply-what", ADD: "supply-add-how", PLACE: "depot-place-how"}
    return Line(hints.get(state.at, "accepts-buttons"))


def writes(state: State, context: Context) -> bool:
    """Where any words may be an answer."""
    return state.at in TYPED or (state.at == NEW and context.supervises and "kind" in state.data)


def claims(state: State, told: Wrote, _context: Context) -> bool:
    """What begins with a number is no button where one is asked for."""
    return state.at in TYPED and told.text.strip()[:1].isdigit()
