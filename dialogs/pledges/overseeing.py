"""What supervisors see and do: coverage, who has not signed or signed an old version, a reminder, a recall, another colour."""

from checklists.reminders import Activity
from checklists.words import Words
from dialogs import cards
from dialogs.cards import GAP, PAGE, Row, button
from dialogs.context import Context
from dialogs.pledges import activity, breaking
from dialogs.talk import Argument, Button, Input, Json, Line, Opened, Screen, State, Step, Tapped, Wrote
from dialogs.words import on_day
from safety.calendar import today as day_of
from safety.enterprises import Colour
from safety.errors import Refusal
from safety.events_pledges import ColourChanged, CommitmentRecalled, SigningAsked
from safety.people import Right
from safety.pledges import RECALLS, Coverage, Holding, Pile

FLOW = "pledges"
PILE, FOUND, CARD, COLOUR, WHY, SURE, RECALL = "pile", "found", "card", "colour", "cwhy", "csure", "recall"
PILES = {"u": Pile.UNSIGNED, "o": Pile.OLD, "x": Pile.EXPIRING}
REASONS = frozenset({WHY, breaking.WHY, activity.WHY})  # where a reason is typed
TOWNS = 12  # towns named on the screen
SHORTEST, LONGEST = 2, 200  # characters of a reason, and of what is looked for at least


def step(state: State, told: Input, context: Context) -> Step | None:
    """Go through the lists; search by typing; act on one enterprise."""
    context.need(Right.SEE_PLEDGES)
    if isinstance(told, Opened):
        return Step(State(FLOW))
    if isinstance(told, Wrote) and not told.edited:
        return _wrote(state, told.text.strip(), context)
    if not isinstance(told, Tapped):
        return None
    if told.option == "e":
        return Step(State("menu"))
    if state.at in {*breaking.STEPS, *activity.STEPS}:
        own = breaking.step if state.at in breaking.STEPS else activity.step
        return own(state, told.option, _of(state, context), context)
    steps = {PILE: _on_pile, FOUND: _on_found, CARD: _on_card, COLOUR: _on_colour, WHY: _on_why}
    steps |= {SURE: _on_sure, RECALL: _on_recall}
    return steps.get(state.at, _on_top)(state, told.option, context)


def _wrote(state: State, text: str, context: Context) -> Step | None:
    if state.at == WHY:
        if len(text) < SHORTEST:
            return Step(state, say=Line("colour-why-short"))
        return Step(State(FLOW, SURE, {**state.data, "reason": text[:LONGEST]}))
    if state.at == breaking.WHY:
        return breaking.wrote(state, text)
    if state.at == activity.WHY:
        return activity.wrote(state, text, _of(state, context))
    if state.at not in {"", PILE, FOUND} or len(text) < SHORTEST:
        return None
    found = context.ledger.holdings_named(text)
    return Step(State(FLOW, FOUND, {"text": text[:LONGEST]})) if found else None


def writes(state: State) -> bool:
    """Where a reason is typed, only the plainest commands are looked for."""
    return state.at in REASONS


def accepts(state: State) -> Line:
    """What can be sent here."""
    if state.at in REASONS:
        return Line("accepts-reason")
    return Line("accepts-place") if state.at in {"", PILE, FOUND} else Line("accepts-buttons")


# --- steps --------------------------------------------------------------------------------------------------------


def _on_top(_state: State, option: str, _context: Context) -> Step | None:
    return Step(State(FLOW, PILE, {"pile": PILES[option].value})) if option in PILES else None


def _on_pile(state: State, option: str, context: Context) -> Step | None:
    pile = _pile(state)
    total = context.ledger.count_holdings(pile)
    offset = cards.offset_of(state, total)
    turned = cards.turned(option, offset, total)
    if turned is not None:
        return Step(State(FLOW, PILE, {"pile": pile.value, "offset": turned}))
    shown = context.ledger.holdings(pile, offset=offset, limit=PAGE)
    place = cards.index_in("a", option, len(shown))
    if place is not None:
        kept: dict[str, Json] = {"code": shown[place].credit_code, "pile": pile.value, "offset": offset}
        return Step(State(FLOW, CARD, kept))
    return Step(State(FLOW)) if option == "b" else None


def _on_found(state: State, option: str, context: Context) -> Step | None:
    shown = context.ledger.holdings_named(str(state.data.get("text", "")))
    place = cards.index_in("a", option, len(shown))
    if place is not None:
        return Step(State(FLOW, CARD, {"code": shown[place].credit_code, "text": state.data["text"]}))
    return Step(State(FLOW)) if option == "b" else None


def _on_card(state: State, option: str, context: Context) -> Step | None:
    one = _of(state, context)
    if option == "b":
        return Step(_before(state) if {"text", "pile"} & set(state.data) else None)
    if option == "k" and _owes(one) and one.principals:
        return Step(state, (SigningAsked(one.credit_code),), say=Line("signing-asked"))
    sets = context.actor.may(Right.SET_COLOUR)
    ways = {
        "f": (COLOUR, sets),
        "v": (activity.PICK, sets),
        "x": (breaking.ITEMS, _breakable(one, context)),
        "r": (RECALL, _recallable(one)),
    }
    at, may = ways.get(option, ("", False))
    return Step(State(FLOW, at, state.data)) if may else None


def _before(state: State) -> State:
    """The list the card was opened from."""
    at = FOUND if "text" in state.data else PILE if "pile" in state.data else ""
    return State(FLOW, at, {name: kept for name, kept in state.data.items() if name != "code"})


def _on_colour(state: State, option: str, context: Context) -> Step | None:
    one = _of(state, context)
    if option == "b":
        return Step(State(FLOW, CARD, state.data))
    others = _others(one)
    place = cards.index_in("a", option, len(others))
    if place is None:
        return None
    return Step(State(FLOW, WHY, {**state.data, "colour": others[place].value}))


def _on_why(state: State, option: str, _context: Context) -> Step | None:
    return Step(State(FLOW, COLOUR, _without(state, "colour"))) if option == "b" else None


def _on_sure(state: State, option: str, context: Context) -> Step | None:
    one, colour = _of(state, context), _colour(state)
    if option == "b" or colour is None:
        return Step(State(FLOW, WHY, _without(state, "reason")))
    if option != "y":
        return None
    changed = ColourChanged(one.credit_code, colour, str(state.data.get("reason", "")))
    return Step(
        State(FLOW, CARD, _without(state, "reason", "colour")), (changed,), say=Line("colour-changed")
    )


def _on_recall(state: State, option: str, context: Context) -> Step | None:
    one = _of(state, context)
    if option == "b":
        return Step(State(FLOW, CARD, state.data))
    place = cards.index_in("a", option, len(RECALLS))
    if place is None or one.pledge is None:
        return None
    recalled = CommitmentRecalled(one.pledge.number, RECALLS[place])
    return Step(State(FLOW, CARD, state.data), (recalled,), say=Line("pledge-called-back"))


def _without(state: State, *names: str) -> dict[str, Json]:
    return {name: kept for name, kept in state.data.items() if name not in names}


def _pile(state: State) -> Pile:
    kept = str(state.data.get("pile", ""))
    return Pile(kept) if kept in set(Pile) else Pile.UNSIGNED


def _colour(state: State) -> Colour | None:
    kept = str(state.data.get("colour", ""))
    return Colour(kept) if kept in set(Colour) else None


def _of(state: State, context: Context) -> Holding:
    """The enterprise of a card; outside the scope it does not exist."""
    one = context.ledger.holding(str(state.data.get("code", "")))
    if one is None:
        raise Refusal("enterprise-gone")
    return one


def _others(one: Holding) -> list[Colour]:
    return [colour for colour in Colour if colour.value != one.colour]


def _owes(one: Holding) -> bool:
    return one.owed is not None or one.expiring


def _breakable(one: Holding, context: Context) -> bool:
    return one.pledge is not None and context.actor.may(Right.SET_COLOUR)


def _recallable(one: Holding) -> bool:
    return one.pledge is not None and one.pledge.recalled is None


# --- what is seen -------------------------------------------------------------------------------------------------


def show(state: State, context: Context) -> Screen:
    """Coverage, a list, a card, or what is about to be done."""
    context.need(Right.SEE_PLEDGES)
    if state.at in {PILE, FOUND}:
        return _list(state, context)
    if state.at in breaking.STEPS:
        return breaking.show(state, _of(state, context), context)
    if state.at in activity.STEPS:
        return activity.show(state, _of(state, context))
    screens = {CARD: _card, COLOUR: _pick_colour, WHY: _ask_why, SURE: _sure, RECALL: _pick_recall}
    drawn = screens.get(state.at)
    return drawn(state, context) if drawn else _top(context.ledger.coverage())


def _top(covered: Coverage) -> Screen:
    lines: list[Line | Words] = [
        Line("coverage-title"),
        Line("coverage-all", {"n": covered.signed, "total": covered.all}),
        *(
            Line("coverage-colour", {"colour": one.name, "n": one.signed, "total": one.all})
            for one in covered.colours
        ),
    ]
    if len(covered.towns) > 1:
        towns = covered.towns[:TOWNS]
        lines += [
            GAP,
            *(Line("coverage-town", {"name": t.name, "n": t.signed, "total": t.all}) for t in towns),
        ]
    labels = {"u": "pile-unsigned", "o": "pile-old", "x": "pile-expiring"}
    row = tuple(
        button(labels[option], option, n=covered.piles[pile])
        for option, pile in PILES.items()
        if covered.piles[pile]
    )
    hint: list[Line | Words] = [GAP, Line("coverage-search")]
    return Screen((*lines, *hint), tuple(one for one in (row, (button("to-menu", "e"),)) if one))


def _list(state: State, context: Context) -> Screen:
    if state.at == FOUND:
        shown = context.ledger.holdings_named(str(state.data.get("text", "")))
        total, offset, title = len(shown), 0, Line("found-title", {"n": len(shown)})
    else:
        pile = _pile(state)
        total = context.ledger.count_holdings(pile)
        offset = cards.offset_of(state, total)
        shown = context.ledger.holdings(pile, offset=offset, limit=PAGE)
        title = Line("pile-title", {"pile": pile.value, "n": total})
    lines: list[Line | Words] = [title]
    lines += [_item(number, one, context) for number, one in enumerate(shown, offset + 1)]
    ways = (button("back", "b"), button("to-menu", "e"))
    return Screen(lines, (*cards.list_rows(len(shown), offset, total), ways))


def _item(number: int, one: Holding, context: Context) -> Line:
    args: dict[str, Argument] = {
        "n": number,
        "enterprise": one.enterprise,
        "colour": one.colour,
        "state": _state(one, context),
    }
    return Line("holding-item", args)


def _state(one: Holding, context: Context) -> Line:
    """Where its commitment stands, in a few words."""
    if one.owed is not None:
        return Line("holding-owed", {"why": one.owed.value})
    if one.pledge is None:
        return Line("pack-none-yet")
    until = on_day(one.pledge.valid_to, context.today)
    return Line("holding-until", {"due": until})


def _card(state: State, context: Context) -> Screen:
    one = _of(state, context)
    lines: list[Line | Words] = [
        Line("holding-title", {"enterprise": one.enterprise, "town": one.town, "colour": one.colour}),
        Line("holding-state", {"state": _state(one, context)}),
    ]
    if one.pledge is not None:
        args: dict[str, Argument] = {
            "number": one.pledge.number,
            "person": one.pledge.name,
            "day": on_day(day_of(one.pledge.signed_at), context.today),
            "record": "yes" if one.pledge.on_record else "no",
        }
        lines += [Line("holding-signed", args), *breaking.told(one.pledge)]
    if one.colour_reason:
        lines.append(Line("holding-colour-reason", {"reason": one.colour_reason}))
    if one.activity != Activity.PRODUCING.value:
        lines.append(Line("holding-activity", {"activity": one.activity}))
    if not one.principals:
        lines.append(Line("holding-nobody"))
    return Screen(lines, _card_rows(state, one, context))


def _card_rows(state: State, one: Holding, context: Context) -> tuple[Row, ...]:
    ask = (button("ask-to-sign", "k"),) if _owes(one) and one.principals else ()
    recall = (button("call-back", "r"),) if _recallable(one) else ()
    colour = (button("change-colour", "f"),) if context.actor.may(Right.SET_COLOUR) else ()
    broken = (button("record-broken", "x"),) if _breakable(one, context) else ()
    works = (button("change-activity", "v"),) if colour else ()
    back = "back-to-list" if {"text", "pile"} & set(state.data) else "back"
    rows = (ask, (*colour, *recall), (*works, *broken), (button(back, "b"), button("to-menu", "e")))
    return tuple(row for row in rows if row)


def _pick_colour(state: State, context: Context) -> Screen:
    one = _of(state, context)
    others = [
        Button(Line("colour-name", {"colour": colour.value}), f"a{n}")
        for n, colour in enumerate(_others(one))
    ]
    rows = (tuple(others[:2]), tuple(others[2:]), (button("back", "b"),))
    args = {"enterprise": one.enterprise, "colour": one.colour}
    return Screen((Line("colour-pick", args),), rows)


def _ask_why(state: State, context: Context) -> Screen:
    colour = _colour(state)
    args = {"enterprise": _of(state, context).enterprise, "colour": colour.value if colour else ""}
    return Screen((Line("colour-why", args),), ((button("back", "b"),),))


def _sure(state: State, context: Context) -> Screen:
    one, colour = _of(state, context), _colour(state)
    args: dict[str, Argument] = {
        "enterprise": one.enterprise,
        "before": Line("colour-name", {"colour": one.colour}),
        "after": Line("colour-name", {"colour": colour.value if colour else ""}),
        "reason": str(state.data.get("reason", "")),
    }
    return Screen((Line("colour-sure", args),), ((button("colour-yes", "y"),), (button("back", "b"),)))


def _pick_recall(state: State, context: Context) -> Screen:
    one = _of(state, context)
    number = one.pledge.number if one.pledge else ""
    reasons = [(Button(Line("recall-reason", {"why": why.value}), f"a{n}"),) for n, why in enumerate(RECALLS)]
    args = {"enterprise": one.enterprise, "number": number}
    return Screen((Line("recall-pick", args),), (*reasons, (button("back", "b"),)))
