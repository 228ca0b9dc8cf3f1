"""What is seen of supplies: the list of depots, a new one, what lies in one, one thing."""

from checklists.words import Words
from dialogs import cards
from dialogs.cards import GAP, PAGE, Row, button
from dialogs.context import Context
from dialogs.supplies import saying
from dialogs.talk import Button, Line, Screen, State
from safety.errors import Refusal
from safety.people import Right
from safety.supplies import Depot, DepotKind, Supply

THINGS = 3  # on a page of a depot
SHOWN = 12  # suggested things that are listed
OFFICIAL = (
    DepotKind.GOVERNMENT,
    DepotKind.ENTERPRISE,
    DepotKind.COMMERCE,
    DepotKind.COMMUNITY,
    DepotKind.HOUSEHOLD,
)


def thing_of(state: State, depot: Depot) -> Supply:
    """The thing that a state names. Refusal when it is there no more."""
    found = next((one for one in depot.supplies if one.id == state.data.get("thing")), None)
    if found is None:
        raise Refusal("depot-gone")
    return found


def list_of(state: State, context: Context) -> Screen:
    """Every depot in reach."""
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


def new_of(state: State, context: Context) -> Screen:
    """Whose it is, or what is suggested for it."""
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


def card_of(state: State, depot: Depot, context: Context) -> Screen:
    """What lies in a depot, page by page."""
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
    looks: Row = (look, button("supply-photos", "f")) if depot.supplies else ()
    acts: Row = looks if depot.mine else ()
    change: Row = (button("depot-more", "m"),) if depot.mine else ()
    rows = (numbers, more, acts, (*change, button("back-to-list", "b")))
    return Screen(lines, tuple(row for row in rows if row))


def one_of(state: State, depot: Depot, context: Context) -> Screen:
    """One thing: how many, until when, its newest photo."""
    one = thing_of(state, depot)
    number = next(n for n, other in enumerate(depot.supplies, 1) if other.id == one.id)
    item = context.ledger.rules().supplies.item(one.item)
    lines: list[Line | Words] = [saying.thing(number, one, context), Line("supply-what")]
    if item is not None and item.basis:
        lines.append(Line("supply-basis", {"basis": item.basis[0].text}))
    count = (button("number-less", "n0"), button("number-more", "n2"), button("supply-none", "z"))
    full: Row = (button("supply-full", "w", n=one.wanted),) if one.quantity != one.wanted else ()
    renew: Row = (button("supply-renew", "r"),) if item is not None and item.life_days else ()
    rows = (count, (*full, *renew), (button("supply-drop", "d"), button("back", "b")))
    return Screen(lines, tuple(row for row in rows if row), photo=one.photo)
