"""Three sources compared: how far self-checks and inspections say the same, where they do not. Questions, never people."""

from checklists.words import Words
from dialogs import cards
from dialogs.cards import GAP, button
from dialogs.context import Context
from dialogs.talk import Argument, Line, Screen, State, Step

DAYS = 90  # that are looked back on


def show(_state: State, context: Context) -> Screen:
    """By source, the questions missed most, enterprises whose clean self-check did not hold."""
    book = context.ledger.agreements()
    lines: list[Line | Words] = [Line("agreed-title", {"days": DAYS})]
    sources = book.by_source(DAYS)
    for one in sources:
        args: dict[str, Argument] = {"kind": one.kind.value, "visits": one.visits, "items": one.items}
        agreement = one.agreement
        figures: dict[str, Argument] = {"n": agreement.compared, "percent": agreement.percent}
        lines.append(Line("agreed-source", {**args, **figures, "missed": agreement.missed}))
    if not sources:
        lines.append(Line("agreed-none"))
    doubted = book.doubted(DAYS)
    if doubted:
        lines += [GAP, Line("agreed-doubted")]
        lines += [
            Line("agreed-question", {"question": one.question, "n": one.compared, "missed": one.missed})
            for one in doubted
        ]
    found = book.clean_then_found(DAYS)
    if found:
        lines += [GAP, Line("agreed-clean")]
        lines += [
            Line("agreed-clean-item", {"n": n, "enterprise": one.name, "town": one.town, "items": one.items})
            for n, one in enumerate(found, 1)
        ]
    rows = cards.list_rows(len(found), 0, len(found))
    return Screen(lines, (*rows, (button("back", "b"), button("to-menu", "e"))))


def tapped(_state: State, option: str, context: Context) -> Step | None:
    """To the enterprise."""
    if option == "b":
        return Step(State("quarter"))
    found = context.ledger.agreements().clean_then_found(DAYS)
    place = cards.index_in("a", option, len(found))
    if place is None:
        return None
    return Step(State("enterprise", "card", {"code": found[place].credit_code}))
