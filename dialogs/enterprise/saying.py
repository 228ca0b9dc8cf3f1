"""How what stands in the ledger about an enterprise is said: facts, attributes, a change from one to the other."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from checklists.answers import JsonValue
from checklists.facts import Fact, FactSheet, name_of
from checklists.words import Words
from dialogs.talk import Argument, Line
from dialogs.words import listed, on_day
from safety.calendar import today as day_of
from safety.requests import FACT, Attribute, Brought, Request

NOTHING = Words("", "")
COLUMNS = frozenset({"colour", "department", "grid"})  # of imported lists, beside the attributes


def facts_of(sheet: FactSheet) -> Mapping[str, Fact]:
    """The facts that are stated, by id."""
    return {fact.id: fact for fact in (*sheet.numbers, *sheet.industries, *sheet.asked)}


def titled(what: str, sheet: FactSheet) -> Line | Words:
    """What is changed, by its name."""
    fact = facts_of(sheet).get(what.removeprefix(FACT)) if what.startswith(FACT) else None
    if fact is not None:
        return name_of(fact.prompt)
    return Line("attribute", {"what": what if what in {*Attribute, *COLUMNS} else "other"})


def valued(what: str, value: JsonValue | Decimal, sheet: FactSheet) -> Line | Words:
    """A value as people read it; nothing where nothing was known."""
    if value is None or value == "":
        return Line("value-none")
    if isinstance(value, bool):
        return Line("value-yes" if value else "value-no")
    if what == Attribute.ACTIVITY:
        return Line("activity-name", {"activity": str(value)})
    fact = facts_of(sheet).get(what.removeprefix(FACT))
    unit = fact.unit if fact is not None and fact.unit is not None else NOTHING
    if isinstance(value, int | Decimal):
        return Line("value-number", {"value": Decimal(value), "unit": unit})
    return Line("value-text", {"text": str(value)})


def changed(one: Request, sheet: FactSheet) -> Line:
    """From what to what."""
    args: dict[str, Argument] = {
        "what": titled(one.what, sheet),
        "before": valued(one.what, one.before, sheet),
        "after": valued(one.what, one.after, sheet),
    }
    return Line("amend-line", args)


def brought(one: Brought, sheet: FactSheet, today: date) -> Line:
    """What a list has changed, and on which day."""
    said = [
        Line(
            "amend-line",
            {"what": titled(what, sheet), "before": _listed(what, before), "after": _listed(what, after)},
        )
        for what, (before, after) in one.changes.items()
    ]
    return Line("amend-brought", {"day": on_day(day_of(one.at), today), "changes": listed(said)})


def _listed(what: str, value: JsonValue) -> Line | Words:
    """A value of a list; a colour by its name."""
    if what == "colour" and isinstance(value, str):
        return Line("colour-name", {"colour": value})
    return (
        Line("activity-name", {"activity": value})
        if what == Attribute.ACTIVITY and isinstance(value, str)
        else (Line("value-text", {"text": str(value)}) if value else Line("value-none"))
    )


def stands(one: Request, today: date) -> Line:
    """Where a request stands, with its day and who decided."""
    day = day_of(one.decided_at or one.asked_at)
    args: dict[str, Argument] = {
        "state": one.state.value,
        "day": on_day(day, today),
        "person": one.decided_by or one.asked_by,
    }
    return Line("amend-state", args)
