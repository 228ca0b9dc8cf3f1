"""The timeline of a hazard (经过): its last steps, each with when, who, what, and what was said."""

from collections.abc import Sequence
from datetime import date

from checklists.words import Words
from dialogs.cards import GAP
from dialogs.hazards.ways import reason
from dialogs.talk import Line
from safety.hazards import HazardAction
from safety.ledger import Move

SHOWN = 6  # steps
PLANNED, TOLD, SPENT = HazardAction.PLAN.value, HazardAction.PROGRESS.value, HazardAction.COST.value


def lines(moves: Sequence[Move]) -> list[Line | Words]:
    """The last steps under a heading that counts all of them."""
    if not moves:
        return []
    return [GAP, Line("hazard-timeline", {"n": len(moves)}), *(_move(one) for one in moves[-SHOWN:])]


def _move(one: Move) -> Line:
    why, to = str(one.body.get("reason") or ""), str(one.body.get("to") or "")
    said = _said(one)
    return Line(
        "hazard-move",
        {
            "time": one.at,
            "person": one.person,
            "action": one.action,
            "to": Line("hazard-by" if one.action == PLANNED else "hazard-to", {"person": to}) if to else GAP,
            "day": _day(one.body.get("day")),
            "text": Line("hazard-text", {"text": said}) if said else GAP,
            "why": Line("hazard-text", {"text": reason(why)}) if why else GAP,
        },
    )


def _said(one: Move) -> Line | str:
    """Words, a number, or an amount."""
    if one.action == SPENT:
        money = one.body.get("money")
        return Line("hazard-yuan", {"yuan": money if isinstance(money, int) else 0})
    text = str(one.body.get("text") or one.body.get("of") or "")
    return reason(text) if text and one.action == TOLD else text


def _day(kept: object) -> Line | Words:
    """The day an action spoke of."""
    return Line("hazard-day", {"day": date.fromisoformat(kept)}) if isinstance(kept, str) else GAP
