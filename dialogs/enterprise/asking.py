"""An enterprise's people ask for a change of what stands in the ledger: what, to what, why, sent for review."""

from checklists.facts import FactSheet
from checklists.reminders import Activity
from checklists.words import Words
from dialogs import cards
from dialogs.cards import PAGE, Row, button
from dialogs.context import Context
from dialogs.enterprise.places import card_of, on
from dialogs.enterprise.saying import facts_of, titled, valued
from dialogs.talk import Argument, Button, Json, Line, Screen, State, Step
from safety import credit_code
from safety.enterprises import Card
from safety.events_changes import ChangeAsked
from safety.people import Right
from safety.requests import FACT, LONGEST_REASON, SHORTEST, Attribute

FACTS, ASK, WHICH, TO, WHY = "facts", "ask", "askwhich", "askto", "askwhy"
STEPS = frozenset({ASK, WHICH, TO, WHY})
KINDS = (Attribute.NAME, Attribute.CODE, Attribute.ADDRESS, Attribute.TOWN, Attribute.ACTIVITY)
INDUSTRY = "i"
TYPED = frozenset({Attribute.NAME, Attribute.CODE, Attribute.ADDRESS})


def step(state: State, option: str, context: Context) -> Step | None:
    """Choose what is changed and what it becomes."""
    context.need(Right.ASK_CHANGE)
    if option == "b":
        return Step(_back(state))
    if state.at == ASK:
        return _on_ask(state, option)
    return _on_value(state, option, context) if state.at in {WHICH, TO} else None


def _back(state: State) -> State:
    if state.at == WHY:
        what = str(state.data.get("what", ""))
        return on(state, WHICH) if what.startswith(FACT) else on(state, TO, what=what)
    return on(state, FACTS if state.at == ASK else ASK)


def _on_ask(state: State, option: str) -> Step | None:
    if option == INDUSTRY:
        return Step(on(state, WHICH))
    place = cards.index_in("a", option, len(KINDS))
    return None if place is None else Step(on(state, TO, what=KINDS[place].value))


def _on_value(state: State, option: str, context: Context) -> Step | None:
    """A fact turns over; a town or an activity is picked."""
    offered = _offered(state, context)
    offset = cards.offset_of(state, len(offered))
    turned = cards.turned(option, offset, len(offered))
    if turned is not None:
        return Step(State(state.flow, state.at, {**state.data, "offset": turned}))
    place = cards.index_in("a", option, PAGE if state.at == WHICH else len(offered))
    if place is None:
        return None
    chosen = offset + place if _paged(state) else place
    if chosen >= len(offered):
        return None
    what, after = offered[chosen]
    return Step(on(state, WHY, what=what, after=after))


def _paged(state: State) -> bool:
    return state.at == WHICH or state.data.get("what") == Attribute.TOWN


def _offered(state: State, context: Context) -> list[tuple[str, Json]]:
    """What can be picked: pairs of what is changed and its new value."""
    book, card = context.ledger.profiles(), card_of(state, context)
    what = str(state.data.get("what", ""))
    if state.at == WHICH:
        known, names = book.facts(card.brief.credit_code), facts_of(book.sheet())
        flags = [fact for fact in names if fact in book.guarded()]
        return [(f"{FACT}{fact}", not _yes(known.get(fact))) for fact in flags]
    if what == Attribute.TOWN:
        return [(what, town) for town in book.towns() if town != card.brief.town]
    if what == Attribute.ACTIVITY:
        return [(what, one.value) for one in Activity if one is not card.brief.activity]
    return []


def _yes(known: object) -> bool:
    return getattr(known, "value", None) is True


def wrote(state: State, text: str, context: Context) -> Step | None:
    """The new value, then the reason."""
    context.need(Right.ASK_CHANGE)
    what, said = str(state.data.get("what", "")), " ".join(text.split())
    if state.at == TO:
        if what not in TYPED:
            return _named(state, said, context)
        if what == Attribute.CODE and credit_code.fault(credit_code.normal(said)) is not None:
            return Step(state, say=Line("amend-code-wrong"))
        if len(said) < SHORTEST:
            return Step(state, say=Line("amend-impossible"))
        after = credit_code.normal(said) if what == Attribute.CODE else said
        return Step(on(state, WHY, what=what, after=after))
    if len(said) < SHORTEST:
        return Step(state, say=Line("amend-why-missing"))
    event = ChangeAsked(what, state.data.get("after"), said[:LONGEST_REASON])  # type: ignore[arg-type]  # a flag or text
    return Step(on(state, FACTS), (event,), say=Line("amend-sent"))


def _named(state: State, said: str, context: Context) -> Step | None:
    """A town by its name."""
    found = [pair for pair in _offered(state, context) if said and said in str(pair[1])]
    return Step(on(state, WHY, what=found[0][0], after=found[0][1])) if len(found) == 1 else None


# --- what is seen -------------------------------------------------------------------------------------------------


def show(state: State, context: Context) -> Screen:
    """What is changed, to what, why."""
    context.need(Right.ASK_CHANGE)
    card = card_of(state, context)
    if state.at == ASK:
        return _ask()
    if state.at == WHY:
        return _why(state, context)
    return _pick(state, context) if _paged(state) else _to(state, card, context)


def _ask() -> Screen:
    buttons = [Button(Line("attribute", {"what": one.value}), f"a{n}") for n, one in enumerate(KINDS)]
    rows = (tuple(buttons[:3]), (*buttons[3:], Button(Line("attribute", {"what": "industry"}), INDUSTRY)))
    return Screen((Line("amend-ask"),), (*rows, (button("back", "b"),)))


def _to(state: State, card: Card, context: Context) -> Screen:
    what = str(state.data.get("what", ""))
    now = {
        Attribute.NAME: card.brief.name,
        Attribute.CODE: card.brief.credit_code,
        Attribute.ADDRESS: card.address,
        Attribute.ACTIVITY: card.brief.activity.value,
    }
    sheet = context.ledger.profiles().sheet()
    args: dict[str, Argument] = {
        "what": titled(what, sheet),
        "now": valued(what, now.get(Attribute(what), "") if what in set(Attribute) else "", sheet),
        "typed": "yes" if what in TYPED else "no",
    }
    offered = tuple(
        Button(Line("activity-name", {"activity": str(after)}), f"a{n}")
        for n, (_what, after) in enumerate(_offered(state, context))
    )
    rows: tuple[Row, ...] = (offered,) if offered else ()
    return Screen((Line("amend-to", args),), (*rows, (button("back", "b"),)))


def _pick(state: State, context: Context) -> Screen:
    offered, sheet = _offered(state, context), context.ledger.profiles().sheet()
    offset = cards.offset_of(state, len(offered))
    shown = offered[offset : offset + PAGE]
    lines: list[Line | Words] = [Line("amend-which", {"what": "fact" if state.at == WHICH else "town"})]
    lines += [_item(number, pair, state, sheet) for number, pair in enumerate(shown, offset + 1)]
    return Screen(lines, (*cards.list_rows(len(shown), offset, len(offered)), (button("back", "b"),)))


def _item(number: int, pair: tuple[str, Json], state: State, sheet: FactSheet) -> Line:
    what, after = pair
    label: Line | Words = Line("value-text", {"text": str(after)})
    if state.at == WHICH:
        label = titled(what, sheet)
    now = "none" if state.at != WHICH else "no" if after else "yes"
    return Line("amend-item", {"n": number, "what": label, "now": now})


def _why(state: State, context: Context) -> Screen:
    what, sheet = str(state.data.get("what", "")), context.ledger.profiles().sheet()
    after = state.data.get("after")
    kept = after if isinstance(after, bool | int | str) else None
    args: dict[str, Argument] = {"what": titled(what, sheet), "after": valued(what, kept, sheet)}
    return Screen((Line("amend-why", args),), ((button("back", "b"),),))
