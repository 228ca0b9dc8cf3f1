"""What putting it right has cost (整改资金): told beside the evidence or later on the card, by button or in words, never asked for twice."""

from dataclasses import replace

from checklists.reading.money import read_money
from dialogs.cards import Row, index_in
from dialogs.context import Context
from dialogs.hazards.ways import act, hand
from dialogs.talk import Button, Line, State, Step
from safety.deeds import Deed, may
from safety.hazard_ledger import Hazard
from safety.hazards import HazardAction

AMOUNTS = (0, 1000, 10000, 100000)  # yuan, on buttons
MARK = "y"


def rows(hazard: Hazard, context: Context) -> tuple[Row, ...]:
    """A button for each usual amount; none once it is known, or for whoever may not say it."""
    if not _open(hazard, context):
        return ()
    buttons = [
        Button(Line("hazard-money", {"yuan": yuan}), f"{MARK}{place}") for place, yuan in enumerate(AMOUNTS)
    ]
    return tuple(buttons[:2]), tuple(buttons[2:])


def question(hazard: Hazard, context: Context) -> tuple[Line, ...]:
    """That it may be told here, or what was told."""
    if hazard.case is not None and hazard.case.cost is not None:
        return lines(hazard)
    return (Line("hazard-cost-ask"),) if _open(hazard, context) else ()


def lines(hazard: Hazard) -> tuple[Line, ...]:
    """What it has cost, as the card shows it."""
    if hazard.case is None or hazard.case.cost is None:
        return ()
    return (Line("hazard-cost", {"yuan": hazard.case.cost}),)


def tapped(state: State, option: str, hazard: Hazard, context: Context) -> Step | None:
    """One of the usual amounts; the screen stays. None: it was no button of these."""
    place = index_in(MARK, option, len(AMOUNTS))
    return _told(state, AMOUNTS[place], hazard, context) if place is not None else None


def written(state: State, text: str, hazard: Hazard, context: Context) -> Step | None:
    """An amount in words; None: they speak of something else."""
    yuan = read_money(text)
    return _told(state, yuan, hazard, context) if yuan is not None else None


def _told(state: State, yuan: int, hazard: Hazard, context: Context) -> Step:
    done = act(state, hazard, HazardAction.COST, Deed(money=yuan), context)
    return replace(done, state=state)


def _open(hazard: Hazard, context: Context) -> bool:
    case = hazard.case
    return case is not None and case.cost is None and may(case, HazardAction.COST, hand(context))
