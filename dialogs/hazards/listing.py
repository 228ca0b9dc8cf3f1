"""The list of hazards in pages, worst first; a number opens the card."""

from checklists.words import Words
from dialogs import cards
from dialogs.cards import GAP, PAGE, button
from dialogs.context import Context
from dialogs.hazards.ways import CARD, FLOW
from dialogs.talk import Input, Line, Screen, State, Step, Tapped
from dialogs.words import on_day
from safety.ledger import Hazard


def step(state: State, told: Input, context: Context) -> Step | None:
    """Turn pages, open a card."""
    return _on_list(state, told.option, context) if isinstance(told, Tapped) else None


def _on_list(state: State, option: str, context: Context) -> Step | None:
    total = context.ledger.count_hazards()
    offset = cards.offset_of(state, total)
    turned = cards.turned(option, offset, total)
    if turned is not None:
        return Step(State(FLOW, "", {"offset": turned}))
    place = cards.index_in("a", option, PAGE)
    shown = context.ledger.hazards(offset=offset, limit=PAGE) if place is not None else ()
    if place is not None and place < len(shown):
        return Step(State(FLOW, CARD, {"number": shown[place].number, "offset": offset}))
    if option == "k":
        back = waiting(context)
        return Step(back) if back else None
    return Step(State("menu")) if option == "e" else None


def show(state: State, context: Context) -> Screen:
    """One page."""
    total = context.ledger.count_hazards()
    offset = cards.offset_of(state, total)
    shown = context.ledger.hazards(offset=offset, limit=PAGE)
    lines: list[Line | Words] = [Line("hazards-title", {"n": total}) if total else Line("hazards-none")]
    for number, hazard in enumerate(shown, offset + 1):
        lines.append(_item(number, hazard, context))
    waits = (button("back-to-check", "k"),) if waiting(context) else ()
    return Screen(lines, (*cards.list_rows(len(shown), offset, total), (*waits, button("to-menu", "e"))))


def waiting(context: Context) -> State | None:
    """The self-check that was left to look at hazards."""
    return next(
        (state for state in reversed(context.under) if state.flow == "check" and state.at != "receipt"), None
    )


def _item(number: int, hazard: Hazard, context: Context) -> Line:
    place = Line("hazard-at", {"enterprise": hazard.enterprise}) if context.supervises else GAP
    return Line(
        "hazard-item",
        {
            "n": number,
            "place": place,
            "severity": hazard.severity.value,
            "question": question_words(hazard),
            "due": on_day(hazard.due, context.today),
            "late": "yes" if hazard.due < context.today else "no",
            "state": hazard.state.value,
        },
    )


def question_words(hazard: Hazard) -> Words | Line:
    """The question that found it, as it was asked; else what its reporter said, and where."""
    if hazard.form is not None and hazard.question in hazard.form.places:
        return hazard.form.told(hazard.question, hazard.instance)
    if hazard.place and hazard.words:
        return Line("hazard-words", {"place": hazard.place, "words": hazard.words})
    return Line("typed", {"text": hazard.words or hazard.place or hazard.question})
