"""A broken commitment (违诺), recorded by a supervisor once it is verified: which item, what happened, are you sure."""

from dialogs import cards
from dialogs.cards import GAP, PAGE, Row, button
from dialogs.context import Context
from dialogs.talk import Argument, Json, Line, Screen, State, Step
from safety.errors import Refusal
from safety.events_pledges import CommitmentBroken
from safety.pledges import Holding, Pledge

FLOW, CARD = "pledges", "card"
ITEMS, WHY, SURE = "bitems", "bwhy", "bsure"
STEPS = frozenset({ITEMS, WHY, SURE})
SHORTEST, LONGEST = 4, 200  # characters of what happened


def step(state: State, option: str, one: Holding, context: Context) -> Step | None:
    """Pick the item; back; sure."""
    pledge = _pledge(one)
    if state.at == ITEMS:
        return _picked(state, option, pledge)
    if state.at == WHY:
        return Step(_at(state, ITEMS)) if option == "b" else None
    if option == "b":
        return Step(_at(state, WHY))
    if option != "y":
        return None
    item, reason = str(state.data.get("item", "")), str(state.data.get("reason", ""))
    if item not in {each.id for each in pledge.text.items} or not reason:
        return Step(_at(state, ITEMS))
    days = _appeal(context)
    said = Line("broken-recorded", {"days": days}) if days else Line("broken-recorded-plain")
    return Step(_at(state, CARD), (CommitmentBroken(pledge.number, item, reason),), say=said)


def wrote(state: State, text: str) -> Step:
    """What happened, in the supervisor's own words."""
    if len(text) < SHORTEST:
        return Step(state, say=Line("broken-why-short"))
    return Step(State(FLOW, SURE, {**state.data, "reason": text[:LONGEST]}))


def _picked(state: State, option: str, pledge: Pledge) -> Step | None:
    total = len(pledge.text.items)
    offset = _offset(state, total)
    turned = cards.turned(option, offset, total)
    if turned is not None:
        return Step(State(FLOW, ITEMS, {**state.data, "from": turned}))
    place = cards.index_in("a", option, min(PAGE, total - offset))
    if place is not None:
        return Step(State(FLOW, WHY, {**state.data, "item": pledge.text.items[offset + place].id}))
    return Step(_at(state, CARD)) if option == "b" else None


_NEEDED: dict[str, frozenset[str]] = {
    CARD: frozenset({"item", "reason", "from"}),
    ITEMS: frozenset({"item", "reason"}),
    WHY: frozenset({"reason"}),
}


def _at(state: State, where: str) -> State:
    """A step of it, without what is said later."""
    return State(FLOW, where, {k: v for k, v in state.data.items() if k not in _NEEDED[where]})


def _offset(state: State, total: int) -> int:
    kept: Json = state.data.get("from", 0)
    return kept if isinstance(kept, int) and 0 <= kept < total else 0


def _pledge(one: Holding) -> Pledge:
    if one.pledge is None:
        raise Refusal("pledge-gone")
    return one.pledge


def _appeal(context: Context) -> int:
    """Days in which the enterprise may object; 0 when content says none."""
    credit = context.ledger.rules().credit
    return credit.appeal_days if credit is not None else 0


# --- what is seen -------------------------------------------------------------------------------------------------


def show(state: State, one: Holding, context: Context) -> Screen:
    """The items of what was signed; then what happened; then everything once more."""
    pledge = _pledge(one)
    args: dict[str, Argument] = {"enterprise": one.enterprise, "number": pledge.number}
    if state.at == ITEMS:
        return _items(state, pledge, args)
    item = next((each for each in pledge.text.items if each.id == state.data.get("item")), None)
    if item is None:
        raise Refusal("pledge-gone")
    place = pledge.text.items.index(item) + 1
    promised = Line("broken-item", {"n": place, "text": item.text})
    if state.at == WHY:
        return Screen((promised, GAP, Line("broken-why", args)), ((button("back", "b"),),))
    sure = Line(
        "broken-sure", {**args, "reason": str(state.data.get("reason", "")), "days": _appeal(context)}
    )
    rows: tuple[Row, ...] = ((button("broken-yes", "y"),), (button("back", "b"),))
    return Screen((promised, GAP, sure), rows)


def _items(state: State, pledge: Pledge, args: dict[str, Argument]) -> Screen:
    total = len(pledge.text.items)
    offset = _offset(state, total)
    shown = pledge.text.items[offset : offset + PAGE]
    lines = [Line("broken-pick", args)]
    lines += [Line("broken-item", {"n": n, "text": each.text}) for n, each in enumerate(shown, offset + 1)]
    return Screen(lines, (*cards.list_rows(len(shown), offset, total), (button("back", "b"),)))


def told(pledge: Pledge) -> list[Line]:
    """How often this commitment was found to be broken, and in which items; nothing when it never was."""
    if not pledge.breaches:
        return []
    names = [each.id for each in pledge.text.items]
    last = pledge.breaches[-1]
    args: dict[str, Argument] = {
        "times": len(pledge.breaches),
        "n": names.index(last.item) + 1 if last.item in names else 0,
        "time": last.at,
        "reason": last.reason,
    }
    return [Line("broken-told", args)]
