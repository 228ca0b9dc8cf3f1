"""Three sources compared: how far self-checks and inspections say the same, where they do not. Questions, never people."""

from collections.abc import Sequence

from checklists.words import Words
from dialogs import cards, whence
from dialogs.cards import GAP, button
from dialogs.context import Context
from dialogs.enterprise.places import card_of
from dialogs.talk import Argument, Line, Screen, State, Step
from safety.agreeing import Doubted

DAYS = 90  # that are looked back on
QUESTIONS = 6  # of one enterprise that are named


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
    lines += _doubted(book.doubted(DAYS), "agreed-doubted")
    found = book.clean_then_found(DAYS)
    if found:
        lines += [GAP, Line("agreed-clean")]
        lines += [
            Line("agreed-clean-item", {"n": n, "enterprise": one.name, "town": one.town, "items": one.items})
            for n, one in enumerate(found, 1)
        ]
    rows = cards.list_rows(len(found), 0, len(found))
    return Screen(lines, (*rows, (button("back", "b"), button("to-menu", "e"))))


def _doubted(found: Sequence[Doubted], heading: str) -> list[Line | Words]:
    """The questions that self-checks call fine and inspections do not."""
    if not found:
        return []
    said = [
        Line("agreed-question", {"question": one.question, "n": one.compared, "missed": one.missed})
        for one in found
    ]
    return [GAP, Line(heading), *said]


def tapped(_state: State, option: str, context: Context) -> Step | None:
    """To the enterprise."""
    if option == "b":
        return Step(State("quarter"))
    found = context.ledger.agreements().clean_then_found(DAYS)
    place = cards.index_in("a", option, len(found))
    if place is None:
        return None
    return Step(State("enterprise", "card", {"code": found[place].credit_code}))


# --- one enterprise -----------------------------------------------------------------------------------------------


def show_firm(state: State, context: Context) -> Screen:
    """How the self-checks of one enterprise agree with the inspections of it, and on which questions they do not."""
    card, book = card_of(state, context), context.ledger.agreements()
    code = card.brief.credit_code
    agreement = book.of_enterprise(code, DAYS)
    figures: dict[str, Argument] = {"n": agreement.compared, "percent": agreement.percent}
    lines: list[Line | Words] = [
        Line("agreed-firm", {"enterprise": card.brief.name, "days": DAYS}),
        Line("agreed-firm-figures", {**figures, "missed": agreement.missed}),
        *_doubted(book.doubted(DAYS, QUESTIONS, code), "agreed-firm-doubted"),
    ]
    return Screen(lines, ((button("agreed-visits", "v"),), (button("back", "b"), button("to-menu", "e"))))


def tapped_firm(state: State, option: str, context: Context) -> Step | None:
    """To its inspections, or back to its card."""
    code = card_of(state, context).brief.credit_code
    if option == "b":
        return Step(State("enterprise", "card", {"code": code}) if whence.before(context) is None else None)
    if option == "v":
        return Step(State("visit", "list", {"code": code}))
    return None
