"""The same done to several hazards at once: which ones are ticked on the list, what has to be said for it, then one confirmation."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from checklists.words import Words
from dialogs import cards
from dialogs.cards import Row, button, index_in
from dialogs.context import Context
from dialogs.hazards import outcome
from dialogs.hazards.asking import REASONS
from dialogs.hazards.listing import item
from dialogs.hazards.narrowing import sieve_of
from dialogs.hazards.ways import FLOW, LIST, hand
from dialogs.talk import Button, Input, Json, Line, Screen, State, Step, Tapped, Wrote
from safety.deeds import may
from safety.errors import Refusal
from safety.events_hazards import HazardsMoved
from safety.hazard_ledger import Hazard
from safety.hazards import HazardAction
from safety.lists import Sieve, Stage
from safety.people import Right
from safety.together import ALONE

MANY, WHOM, WHY, SURE = "many", "whom", "why", "sure"
BEGINS = {
    "h": HazardAction.TRANSFER,
    "v": HazardAction.ACCEPT,
    "g": HazardAction.GRANT_EXTENSION,
}  # buttons of the filter screen
GRANT = HazardAction.GRANT_EXTENSION
PAGE = 3
PEOPLE = 6  # buttons; others are typed
LONGEST = 500  # characters of a reason
Choice = tuple[Line, Json]


def begins(context: Context) -> Mapping[str, HazardAction]:
    """What this seat may do to several at once, by its button."""
    found = {}
    if context.actor.may(Right.TREAT_HAZARD):
        found["h"] = BEGINS["h"]
    if context.actor.may(Right.TREAT_HAZARD) or context.actor.may(Right.VERIFY_HAZARD):
        found["v"] = BEGINS["v"]
    if context.actor.may(Right.VERIFY_HAZARD):
        found["g"] = BEGINS["g"]
    return found


def begin(state: State, action: HazardAction) -> State:
    """The list with boxes to tick."""
    kept = {name: state.data[name] for name in LIST if name in state.data}
    return State(FLOW, MANY, {**kept, "do": action.value, "on": [], "first": 0})


def step(state: State, told: Input, context: Context) -> Step | None:
    """One of the four screens. What the state says is read, never trusted."""
    action = _action(state)
    if action is None or action not in begins(context).values():
        raise Refusal("not-allowed")
    if isinstance(told, Tapped) and told.option == "b":
        return _back(state)
    return _STEPS[state.at](state, told, action, context)


def show(state: State, context: Context) -> Screen:
    """One of the four screens."""
    action = _action(state)
    if action is None:
        return Screen((Line("hazard-gone"),), ((button("back-to-list", "b"),),))
    return _SHOWS[state.at](state, action, context)


def writes(state: State) -> bool:
    """A reason may be any words."""
    return state.at == WHY


def _action(state: State) -> HazardAction | None:
    kept = state.data.get("do")
    return HazardAction(kept) if isinstance(kept, str) and kept in set(HazardAction) else None


def _ticked(state: State) -> list[str]:
    kept = state.data.get("on")
    return [one for one in kept if isinstance(one, str)] if isinstance(kept, list) else []


def _at(state: State, where: str, **more: Json) -> State:
    return State(FLOW, where, {**state.data, **more})


def _back(state: State) -> Step:
    if state.at == MANY:
        return Step(State(FLOW, "", {name: state.data[name] for name in LIST if name in state.data}))
    if state.at == SURE and "reason" in state.data:
        return Step(_at(state, WHY))
    return Step(_at(state, WHOM if state.at == WHY else MANY))


# --- which ones ---------------------------------------------------------------------------------------------------


def _sieve(state: State, action: HazardAction) -> Sieve:
    """The list; for a verdict what waits for one."""
    sieve = sieve_of(state)
    return sieve if action is HazardAction.TRANSFER else replace(sieve, stage=Stage.WAITING, digits="")


def _offset(state: State, total: int) -> int:
    first = state.data.get("first")
    return first if isinstance(first, int) and 0 <= first < max(total, 1) else 0


def _page(state: State, action: HazardAction, context: Context) -> tuple[int, int, Sequence[Hazard]]:
    """How many there are, where the page begins, and what is on it."""
    sieve = _sieve(state, action)
    total = context.ledger.count_hazards(sieve)
    first = _offset(state, total)
    return total, first, context.ledger.hazards(offset=first, limit=PAGE, sieve=sieve)


def _ticks(state: State, told: Input, action: HazardAction, context: Context) -> Step | None:
    if not isinstance(told, Tapped):
        return None
    total, first, shown = _page(state, action, context)
    turned = cards.turned(told.option, first, total, PAGE)
    if turned is not None:
        return Step(_at(state, MANY, first=turned))
    ticked = _ticked(state)
    if told.option == "n" and ticked:
        return Step(_at(state, WHOM if action is HazardAction.TRANSFER else SURE))
    if told.option == "l":
        return _all(state, action, context)
    place = index_in("a", told.option, len(shown))
    return _tick(state, shown[place], ticked, action, context) if place is not None else None


def _tick(state: State, one: Hazard, ticked: list[str], action: HazardAction, context: Context) -> Step:
    """A tap ticks, another one takes it back."""
    if one.number in ticked:
        return Step(_at(state, MANY, on=[number for number in ticked if number != one.number]))
    if not _allowed(one, action, context):
        return Step(state, toast=Line("together-not-this"), same=True)
    most = context.ledger.rules().defaults.ledger.most_moved
    if len(ticked) >= most:
        return Step(state, say=Line("together-most", {"most": most}))
    return Step(_at(state, MANY, on=[*ticked, one.number]))


def _all(state: State, action: HazardAction, context: Context) -> Step:
    """All of one's own on the list; of those that wait for a verdict all that may be verified together."""
    most = context.ledger.rules().defaults.ledger.most_moved
    sieve = _sieve(state, action)
    if action is HazardAction.TRANSFER:
        sieve = replace(sieve, mine=True)
    found = context.ledger.hazards(limit=most + 1, sieve=sieve)
    ticked = [one.number for one in found if _allowed(one, action, context)][:most]
    if not ticked:
        return Step(state, say=Line("together-none", {"action": action.value}))
    say = Line("together-most", {"most": most}) if len(found) > most else None
    return Step(_at(state, MANY, on=list(ticked)), say=say)


def _allowed(one: Hazard, action: HazardAction, context: Context) -> bool:
    """Whether it may be one of many, as far as it can be said now."""
    case = one.case
    if case is None or (action in ALONE and case.major):
        return False
    return may(case, action, hand(context))


def _show_ticks(state: State, action: HazardAction, context: Context) -> Screen:
    total, first, shown = _page(state, action, context)
    ticked = _ticked(state)
    lines: list[Line | Words] = [Line("together-which", {"action": action.value, "n": len(ticked)})]
    numbers = []
    for place, one in enumerate(shown):
        number = first + place + 1
        lines.append(item(number, one, context))
        label: Line = Line("item-number", {"n": number})
        numbers.append(
            Button(Line("chosen", {"label": label}) if one.number in ticked else label, f"a{place}")
        )
    if not total:
        lines.append(Line("together-none", {"action": action.value}))
    paging = cards.list_rows(len(shown), first, total)[1:] if shown else ()
    every = (button("together-all", "l", action=action.value),) if total else ()
    on = (button("together-on", "n", n=len(ticked)),) if ticked else ()
    rows: tuple[Row, ...] = (tuple(numbers), *paging, every, (button("back", "b"), *on))
    return Screen(lines, tuple(row for row in rows if row))


# --- to whom, and why ---------------------------------------------------------------------------------------------


def _people(context: Context) -> list[Choice]:
    """Colleagues first; oneself last, to take over what is others'."""
    others: list[Choice] = [
        (Line("colleague-named", {"person": one.name}), one.person) for one in context.ledger.colleagues()
    ]
    return [*others[: PEOPLE - 1], (Line("hazard-myself"), context.actor.person)]


def _named(text: str, context: Context) -> int | None:
    named = [one.person for one in context.ledger.colleagues() if one.name == text.strip()]
    return named[0] if len(named) == 1 else None


def _to(state: State, told: Input, _action: HazardAction, context: Context) -> Step | None:
    if isinstance(told, Wrote) and not told.edited:
        person = _named(told.text, context)
        if person is None:
            return Step(state, say=Line("hazard-not-read", {"field": "owner"}))
        return Step(_at(state, WHY, to=person))
    if not isinstance(told, Tapped):
        return None
    offered = _people(context)
    place = index_in("c", told.option, len(offered))
    return Step(_at(state, WHY, to=offered[place][1])) if place is not None else None


def _because(state: State, told: Input, action: HazardAction, _context: Context) -> Step | None:
    if isinstance(told, Wrote) and not told.edited:
        reason = told.text.strip()[:LONGEST]
        return Step(_at(state, SURE, reason=reason)) if reason else None
    if not isinstance(told, Tapped):
        return None
    place = index_in("c", told.option, len(REASONS[action]))
    return Step(_at(state, SURE, reason=REASONS[action][place])) if place is not None else None


def _show_to(state: State, action: HazardAction, context: Context) -> Screen:
    return _asked(state, action, "owner", [label for label, _ in _people(context)])


def _show_because(state: State, action: HazardAction, _context: Context) -> Screen:
    return _asked(
        state, action, "reason", [Line("hazard-reason", {"reason": one}) for one in REASONS[action]]
    )


def _asked(state: State, action: HazardAction, field: str, labels: Sequence[Line]) -> Screen:
    lines = [
        Line("together-title", {"action": action.value, "n": len(_ticked(state))}),
        Line("hazard-ask", {"field": field, "action": action.value}),
    ]
    buttons = [Button(label, f"c{place}") for place, label in enumerate(labels)]
    rows = [tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2)]
    return Screen(lines, (*rows, (button("back", "b"),)))


# --- one confirmation ---------------------------------------------------------------------------------------------


def _done(state: State, told: Input, action: HazardAction, context: Context) -> Step | None:
    if not isinstance(told, Tapped) or told.option not in ({"y", "r"} if action is GRANT else {"y"}):
        return None
    if told.option == "r":
        action = HazardAction.REFUSE_EXTENSION
    numbers, to, reason = _ticked(state), state.data.get("to"), str(state.data.get("reason") or "")
    owner = to if isinstance(to, int) and action is HazardAction.TRANSFER else None
    event = HazardsMoved(tuple(numbers), action, reason, owner)
    refused = outcome.refused_now(event, context)
    if len(refused) == len(set(numbers)):
        return Step(_at(state, MANY, on=[]), say=outcome.told(event, refused, 0))
    back = State(FLOW, "", {name: state.data[name] for name in LIST if name in state.data})
    return Step(back, (event,), say=outcome.outcome(event, refused))


def _show_sure(state: State, action: HazardAction, context: Context) -> Screen:
    to, me = state.data.get("to"), context.actor.person
    names = {one.person: one.name for one in context.ledger.colleagues()} | {me: context.actor.name}
    name = names.get(to, "") if isinstance(to, int) else ""
    n = len(_ticked(state))
    lines = [
        Line("together-sure", {"action": action.value, "n": n, "person": name}),
        Line(
            "together-because",
            {"reason": Line("hazard-reason", {"reason": str(state.data.get("reason") or "")})},
        )
        if action is HazardAction.TRANSFER
        else Line("together-looked", {"action": action.value}),
    ]
    ways: tuple[Row, ...] = ((button("together-yes", "y", action=action.value, n=n),),)
    if action is GRANT:
        ways = ((button("together-grant", "y", n=n), button("together-refuse", "r")),)
    return Screen(lines, (*ways, (button("back", "b"),)))


_STEPS = {MANY: _ticks, WHOM: _to, WHY: _because, SURE: _done}
_SHOWS = {MANY: _show_ticks, WHOM: _show_to, WHY: _show_because, SURE: _show_sure}
