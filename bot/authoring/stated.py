"""Facts of the enterprise as they are given on a command line: `staff=30`, `gas_lpg`, `gas_lpg=no`."""

from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation

from bot.authoring.said import Speaker
from checklists.answers import Facts
from checklists.facts import FactSheet
from checklists.issues import meant

YES = frozenset({"", "yes", "true", "1", "是", "有"})
NO = frozenset({"no", "false", "0", "否", "没有"})


def read_facts(written: Sequence[str], sheet: FactSheet, speaker: Speaker) -> Facts | None:
    """The facts; None, and every reason is said, when one of them is none."""
    derived = {fact.id for fact in sheet.derived}
    facts: dict[str, bool | int | Decimal] = {}
    good = True
    for one in written:
        name, _, value = (part.strip() for part in one.partition("="))
        known = None if name in derived or name not in sheet.ids else _value(name, value, sheet)
        if known is None:
            good = False
            _complain(name, value, sheet, speaker)
        else:
            facts[name] = known
    return facts if good else None


def _value(name: str, value: str, sheet: FactSheet) -> bool | Decimal | None:
    if name not in sheet.number_ids:
        return True if value.lower() in YES else False if value.lower() in NO else None
    try:
        number = Decimal(value)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _complain(name: str, value: str, sheet: FactSheet, speaker: Speaker) -> None:
    if name in {fact.id for fact in sheet.derived}:
        speaker.complain("fact-derived", name=name)
    elif name in sheet.ids:
        line = "fact-number" if name in sheet.number_ids else "fact-flag"
        speaker.complain(line, name=name, value=value)
    else:
        speaker.complain("fact-unknown", name=name, near=", ".join(_near(name, sheet)))


def _near(name: str, sheet: FactSheet) -> Iterator[str]:
    """What was probably meant, and facts whose name holds a part of it."""
    guess = meant(name, sheet.ids)
    if guess is not None:
        yield guess
    yield from sorted(one for one in sheet.ids if one != guess and name and name in one)
