"""The timeline of a hazard (经过): its last steps, each with when, who, what, and what was said."""

from collections.abc import Sequence
from datetime import date

from checklists.words import Words
from dialogs import cards
from dialogs.cards import GAP, button
from dialogs.context import Context
from dialogs.hazards import details
from dialogs.hazards.ways import CARD, at, reason
from dialogs.talk import Input, Line, Screen, State, Step, Tapped
from safety.events_hazards import HazardDetailed
from safety.hazard_ledger import Hazard, Move
from safety.hazards import HazardAction

HISTORY = "history"
SHOWN, PAGE = 6, 12  # steps on the card, and on a page of all
DIVIDED, CAUSED = HazardAction.DIVIDE.value, HazardAction.CAUSE.value
PLANNED, TOLD, SPENT = HazardAction.PLAN.value, HazardAction.PROGRESS.value, HazardAction.COST.value


def lines(moves: Sequence[Move], context: Context) -> list[Line | Words]:
    """The last steps under a heading that counts all of them."""
    if not moves:
        return []
    return [GAP, Line("hazard-timeline", {"n": len(moves)}), *(_move(one, context) for one in moves[-SHOWN:])]


def longer(moves: Sequence[Move]) -> bool:
    """Whether there is more than the card shows."""
    return len(moves) > SHOWN


def step(state: State, told: Input, hazard: Hazard, context: Context) -> Step | None:
    """Turn pages, or back to the card."""
    if not isinstance(told, Tapped):
        return None
    total = len(context.ledger.moves(hazard.number))
    turned = cards.turned(told.option, _first(state, total), total, PAGE)
    if turned is not None:
        return Step(at(state, HISTORY, **{"from": turned}))
    return Step(at(state, CARD)) if told.option == "b" else None


def _first(state: State, total: int) -> int:
    """The first step of the page; the newest page where nothing is said."""
    kept = state.data.get("from")
    return kept if isinstance(kept, int) and 0 <= kept < total else max(0, (total - 1) // PAGE * PAGE)


def show(state: State, hazard: Hazard, context: Context) -> Screen:
    """Everything that was done to it, page by page, the newest page first."""
    moves = context.ledger.moves(hazard.number)
    first = _first(state, len(moves))
    shown = moves[first : first + PAGE]
    lines = [
        Line("hazard-history", {"number": hazard.number, "n": len(moves)}),
        *(_move(one, context) for one in shown),
    ]
    paging = tuple(
        one
        for one in (
            button("page-back", "p0") if first > 0 else None,
            button("page-on", "p1") if first + len(shown) < len(moves) else None,
        )
        if one is not None
    )
    return Screen(lines, tuple(row for row in (paging, (button("back-to-card", "b"),)) if row))


def _move(one: Move, context: Context) -> Line:
    why, to = str(one.body.get("reason") or ""), str(one.body.get("to") or "")
    said = details.moved(one, context) if one.action == HazardDetailed.MOVE else _said(one)
    return Line(
        "hazard-move",
        {
            "time": one.at,
            "person": one.person,
            "action": one.action,
            "to": Line("hazard-by" if one.action == PLANNED else "hazard-to", {"person": to})
            if to and one.action != CAUSED
            else GAP,
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
    if one.action == CAUSED:
        return str(one.body.get("measures") or one.body.get("text") or "")
    if one.action == DIVIDED:
        return f"{one.body.get('of', '')} {one.body.get('text', '')}".strip()
    text = str(one.body.get("text") or one.body.get("of") or "")
    return reason(text) if text and one.action == TOLD else text


def _day(kept: object) -> Line | Words:
    """The day an action spoke of."""
    return Line("hazard-day", {"day": date.fromisoformat(kept)}) if isinstance(kept, str) else GAP
