"""A hazard and its parts (子隐患): the parts on the card of their parent, the parent on theirs, and the list that opens each."""

from collections.abc import Sequence
from datetime import date

from checklists.words import Words
from dialogs import cards
from dialogs.cards import GAP, PAGE, button
from dialogs.context import Context
from dialogs.hazards.listing import question_words
from dialogs.hazards.ways import CARD, PARTS, at
from dialogs.talk import Button, Input, Line, Screen, State, Step, Tapped
from dialogs.words import on_day
from safety.hazard_ledger import Hazard, Part
from safety.hazards import OPEN

LIST, PARENT = "p", "u"
SHOWN = 4  # parts on the card


def step(state: State, told: Input, hazard: Hazard, context: Context) -> Step | None:
    """Open a part, turn the page, back to the card."""
    del context
    if not isinstance(told, Tapped):
        return None
    total = len(hazard.parts)
    offset = _offset(state, total)
    turned = cards.turned(told.option, offset, total)
    if turned is not None:
        return Step(at(state, PARTS, part=turned))
    if told.option == "b":
        return Step(at(state, CARD))
    place = cards.index_in("a", told.option, PAGE)
    shown = hazard.parts[offset : offset + PAGE]
    return Step(_card(state, shown[place].number)) if place is not None and place < len(shown) else None


def tapped(state: State, option: str, hazard: Hazard) -> Step | None:
    """The two ways from the card; None: it was none of them."""
    if option == LIST and hazard.parts:
        return Step(at(state, PARTS))
    parent = hazard.case.parent if hazard.case is not None else ""
    return Step(_card(state, parent)) if option == PARENT and parent else None


def _card(state: State, number: str) -> State:
    """Another hazard of the family; the page of the list is kept."""
    kept = at(state, CARD)
    return State(kept.flow, CARD, {**kept.data, "number": number})


def _offset(state: State, total: int) -> int:
    kept = state.data.get("part")
    return kept if isinstance(kept, int) and 0 <= kept < max(total, 1) else 0


def show(state: State, hazard: Hazard, context: Context) -> Screen:
    """The parts, a page at a time."""
    total = len(hazard.parts)
    offset = _offset(state, total)
    shown = hazard.parts[offset : offset + PAGE]
    lines: list[Line | Words] = [
        Line("hazard-question", {"question": question_words(hazard)}),
        _counted(hazard.parts),
    ]
    for number, part in enumerate(shown, offset + 1):
        lines.append(_item(part, context.today, number))
    return Screen(lines, (*cards.list_rows(len(shown), offset, total), (button("back-to-card", "b"),)))


def lines(hazard: Hazard, today: date) -> list[Line | Words]:
    """On the card: what it is a part of, or its parts with their state."""
    if hazard.case is not None and hazard.case.parent:
        over = "no" if hazard.state in OPEN else "yes"
        return [Line("hazard-part-of", {"number": hazard.case.parent, "over": over})]
    if not hazard.parts:
        return []
    return [GAP, _counted(hazard.parts), *(_item(one, today) for one in hazard.parts[:SHOWN]), GAP]


def buttons(hazard: Hazard) -> tuple[Button, ...]:
    """The ways to the rest of the family."""
    if hazard.case is not None and hazard.case.parent:
        return (button("part-parent", PARENT),)
    return (button("part-list", LIST, n=len(hazard.parts)),) if hazard.parts else ()


def waiting(hazard: Hazard) -> list[Line]:
    """Beside a verdict: which parts are still open."""
    open_ = hazard.case.parts if hazard.case is not None else ()
    return [Line("hazard-parts-open", {"numbers": ", ".join(open_), "n": len(open_)})] if open_ else []


def _counted(parts: Sequence[Part]) -> Line:
    return Line("hazard-parts", {"n": len(parts), "open": sum(one.state in OPEN for one in parts)})


def _item(part: Part, today: date, number: int | None = None) -> Line:
    return Line(
        "hazard-part",
        {
            "mark": f"{number}." if number is not None else "•",
            "number": part.number,
            "words": part.words,
            "state": part.state.value,
            "owner": part.owner,
            "due": on_day(part.due, today),
            "late": "yes" if part.state in OPEN and part.due < today else "no",
        },
    )
