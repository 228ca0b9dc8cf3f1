"""How a depot and the things in it are told."""

from datetime import date, timedelta

from checklists.words import Words
from dialogs.context import Context
from dialogs.talk import Argument, Line
from dialogs.words import on_day
from safety.calendar import today as day_of
from safety.supplies import Depot, Supply


def named(one: Supply, context: Context) -> Words:
    """What it is called: by the content, else as it was typed."""
    item = context.ledger.rules().supplies.item(one.item)
    return item.title if item is not None else Words(one.name, one.name)


def counted_in(one: Supply, context: Context) -> Words:
    """What it is counted in."""
    item = context.ledger.rules().supplies.item(one.item)
    return item.unit if item is not None else Words(one.unit, one.unit)


def depot_name(depot: Depot) -> Line:
    """What a depot is called."""
    place = depot.enterprise or depot.town
    return Line("depot-name", {"name": depot.name or "none", "kind": depot.kind.value, "place": place})


def thing(number: int, one: Supply, context: Context) -> Line:
    """One line of the list."""
    lack = one.lack(context.today, context.ledger.rules().supplies.soon_days)
    args: dict[str, Argument] = {
        "n": number,
        "name": named(one, context),
        "quantity": one.quantity,
        "wanted": one.wanted,
        "unit": counted_in(one, context),
        "lack": lack.value if lack is not None else "none",
        "shown": "yes" if one.shown(context.now - check_day(context)) else "no",
    }
    return Line("supply-line", args | _until(one.expires, context))


def _until(expires: date | None, context: Context) -> dict[str, Argument]:
    if expires is None:
        return {"dated": "no", "day": ""}
    return {"dated": "yes", "day": on_day(expires, context.today)}


def check_day(context: Context) -> timedelta:
    """After how long all of it is looked at again."""
    return timedelta(days=context.ledger.rules().supplies.check_days)


def shown(depot: Depot, context: Context) -> int:
    """Of how many things a photo has come since the last check would have been due."""
    since = context.now - check_day(context)
    return sum(one.shown(since) for one in depot.supplies)


def lacks(depot: Depot, context: Context) -> int:
    """How many things are not as they should be."""
    soon = context.ledger.rules().supplies.soon_days
    return sum(one.lack(context.today, soon) is not None for one in depot.supplies)


def head(depot: Depot, context: Context) -> list[Line | Words]:
    """Name, place, keeper, when it was looked at last."""
    lines: list[Line | Words] = [Line("depot-title", {"name": depot_name(depot)})]
    where: dict[str, Argument] = {
        "place": depot.place or "none",
        "person": depot.keeper or "none",
        "phone": depot.phone or "none",
    }
    lines.append(Line("depot-where", where, about=f"depot/{depot.id}"))
    if depot.checked_at is not None:
        day = on_day(day_of(depot.checked_at), context.today)
        lines.append(Line("depot-checked", {"person": depot.checked_by or "—", "day": day}))
    if n := shown(depot, context):
        lines.append(Line("depot-shown", {"n": n, "total": len(depot.supplies)}))
    return lines
