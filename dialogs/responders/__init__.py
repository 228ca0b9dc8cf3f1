"""Whom to call in an emergency (应急力量): by kind, the nearest first; supervisors keep the list."""

from checklists.words import Words
from dialogs import cards
from dialogs.cards import PAGE, Row, button
from dialogs.context import Context
from dialogs.talk import (
    Argument,
    Button,
    Commanded,
    Input,
    Json,
    Line,
    Opened,
    Screen,
    SentPlace,
    State,
    Step,
    Tapped,
    Wrote,
)
from safety.audits import PUBLIC
from safety.errors import Refusal
from safety.events_responders import ResponderAdded, ResponderChanged, ResponderGone, ResponderPlaced
from safety.people import Right
from safety.responders import Responder, ResponderKind, Spot, nearest, typed

__all__ = ["FLOW", "UNNUMBERED", "accepts", "claims", "show", "step", "writes"]

FLOW = "responders"
KIND, ADD, CARD, CHANGE, SURE = "kind", "add", "card", "change", "sure"
WRITES = frozenset({ADD, CHANGE})
UNNUMBERED = frozenset({ADD, CHANGE})
KINDS = tuple(ResponderKind)


def step(state: State, told: Input, context: Context) -> Step | None:
    """Answer an input; a place that is shared sorts by distance, on a card it says where they are."""
    context.need(Right.SEE_RESPONDERS)
    if isinstance(told, Commanded | Opened):
        return Step(State(FLOW))
    if isinstance(told, SentPlace):
        return _placed(state, Spot(told.lat, told.lon), context)
    if isinstance(told, Wrote):
        return None if told.edited else _wrote(state, told.text, context)
    return _tapped(state, told.option, context) if isinstance(told, Tapped) else None


def _placed(state: State, spot: Spot, context: Context) -> Step | None:
    if state.at == CARD:
        one = _one(state, context)
        if one.mine:
            return Step(state, (ResponderPlaced(one.id, spot.lat, spot.lon),), say=Line("responder-placed"))
    if state.at not in {"", KIND}:
        return None
    here: dict[str, Json] = {**state.data, "lat": spot.lat, "lon": spot.lon, "offset": 0}
    return Step(State(FLOW, state.at, here), say=Line("responders-by-distance"))


def _wrote(state: State, text: str, context: Context) -> Step | None:
    if state.at not in WRITES:
        return None
    said = typed(text)
    if said is None:
        return Step(state, say=Line("responder-unclear"))
    if state.at == CHANGE:
        one = _one(state, context)
        changed = ResponderChanged(one.id, said.name, said.person, said.phone, said.words)
        return Step(State(FLOW, CARD, state.data), (changed,), say=Line("responder-kept"))
    event = ResponderAdded(_kind(state), said.name, said.person, said.phone, said.words)
    return Step(State(FLOW, KIND, _of_kind(state)), (event,), say=Line("responder-kept"))


def _kind(state: State) -> ResponderKind:
    kept = str(state.data.get("kind", ""))
    return ResponderKind(kept) if kept in set(ResponderKind) else ResponderKind.TEAM


def _of_kind(state: State) -> dict[str, Json]:
    """What a list remembers: the kind, and the place that was shared."""
    return {name: kept for name, kept in state.data.items() if name in {"kind", "lat", "lon"}}


def _spot(state: State) -> Spot | None:
    lat, lon = state.data.get("lat"), state.data.get("lon")
    return (
        Spot(float(lat), float(lon))
        if isinstance(lat, int | float) and isinstance(lon, int | float)
        else None
    )


def _one(state: State, context: Context) -> Responder:
    number = state.data.get("responder")
    found = context.ledger.responders().one(number) if isinstance(number, int) else None
    if found is None:
        raise Refusal("responder-gone")
    return found


def _found(state: State, context: Context) -> list[Responder]:
    book = context.ledger.responders()
    return nearest(book.of_kind(_kind(state)), book.town(), _spot(state))


def _tapped(state: State, option: str, context: Context) -> Step | None:
    if option == "e":
        return Step(State("menu"))
    if state.at == "":
        place = cards.index_in("k", option, len(KINDS))
        return None if place is None else Step(State(FLOW, KIND, {**state.data, "kind": KINDS[place].value}))
    if state.at == KIND:
        return _on_list(state, option, context)
    if state.at == ADD:
        return Step(State(FLOW, KIND, _of_kind(state))) if option == "b" else None
    one = _one(state, context)
    if option == "b":
        return Step(State(FLOW, KIND, _of_kind(state)) if state.at == CARD else State(FLOW, CARD, state.data))
    return _on_card(state, one, option) if one.mine else None


def _on_list(state: State, option: str, context: Context) -> Step | None:
    found = _found(state, context)
    offset = cards.offset_of(state, len(found))
    turned = cards.turned(option, offset, len(found))
    if turned is not None:
        return Step(State(FLOW, KIND, {**state.data, "offset": turned}))
    if option == "b":
        return Step(State(FLOW))
    if option == "n" and context.actor.may(Right.KEEP_RESPONDERS):
        return Step(State(FLOW, ADD, _of_kind(state)))
    place = cards.index_in("a", option, min(PAGE, len(found) - offset))
    if place is None:
        return None
    return Step(State(FLOW, CARD, {**_of_kind(state), "responder": found[offset + place].id}))


def _on_card(state: State, one: Responder, option: str) -> Step | None:
    if state.at == SURE:
        if option != "y":
            return None
        return Step(State(FLOW, KIND, _of_kind(state)), (ResponderGone(one.id),), say=Line("responder-off"))
    at = {"x": CHANGE, "d": SURE}.get(option) if state.at == CARD else None
    return None if at is None else Step(State(FLOW, at, state.data))


# --- what is seen -------------------------------------------------------------------------------------------------


def show(state: State, context: Context) -> Screen:
    """Draw where it stands."""
    context.need(Right.SEE_RESPONDERS)
    if state.at == "":
        return _home(context)
    if state.at == KIND:
        return _list(state, context)
    back: Row = (button("back", "b"),)
    if state.at == ADD:
        return Screen((Line("responder-add-how", {"kind": _kind(state).value}),), (back,))
    one = _one(state, context)
    lines: list[Line | Words] = [_told(0, one, _spot(state))]
    if state.at == CHANGE:
        return Screen((*lines, Line("responder-add-how", {"kind": one.kind.value})), (back,))
    if state.at == SURE:
        return Screen((*lines, Line("responder-sure")), ((button("responder-off-yes", "y"),), back))
    change: Row = (button("responder-change", "x"), button("responder-remove", "d")) if one.mine else ()
    hint = (Line("responder-place-hint"),) if one.mine else ()
    return Screen((*lines, *hint), tuple(row for row in (change, back) if row))


def _home(context: Context) -> Screen:
    book = context.ledger.responders()
    labels = [
        Button(Line("responder-kind", {"kind": one.value, "n": book.count(one)}), f"k{place}")
        for place, one in enumerate(KINDS)
    ]
    rows = (tuple(labels[:2]), tuple(labels[2:4]), tuple(labels[4:]), (button("to-menu", "e"),))
    return Screen((Line("responders-title"), Line("responders-hint")), rows)


def _list(state: State, context: Context) -> Screen:
    found, spot = _found(state, context), _spot(state)
    offset = cards.offset_of(state, len(found))
    shown = found[offset : offset + PAGE]
    lines: list[Line | Words] = [Line("responders-of", {"kind": _kind(state).value, "n": len(found)})]
    lines += [_told(number, one, spot) for number, one in enumerate(shown, offset + 1)]
    keeps = context.actor.may(Right.KEEP_RESPONDERS)
    rows = cards.list_rows(len(shown), offset, len(found))
    new: Row = (button("responder-new", "n"),) if keeps else ()
    shown_rows = rows if keeps else rows[1:] if shown else rows
    return Screen(lines, (*shown_rows, (*new, button("back", "b"))))


def _told(number: int, one: Responder, spot: Spot | None) -> Line:
    km = one.spot.km(spot) if spot is not None and one.spot is not None else None
    args: dict[str, Argument] = {
        "n": number,
        "name": one.name,
        "town": one.town or "none",
        "words": one.words or "none",
        "person": one.person or "none",
        "phone": one.phone,
        "km": "none" if km is None else f"{km:.1f}",
    }
    return Line("responder-line", args, about=f"responder/{one.id}" if one.person else PUBLIC)


def accepts(state: State, _context: Context) -> Line:
    """What can be sent here."""
    if state.at in WRITES:
        return Line("responder-add-how", {"kind": _kind(state).value})
    return Line("responders-hint") if state.at in {"", KIND} else Line("accepts-buttons")


def writes(state: State, _context: Context) -> bool:
    """Where any words may be an answer."""
    return state.at in WRITES


def claims(state: State, told: Wrote, _context: Context) -> bool:
    """A phone number is no button."""
    return state.at in WRITES and any(sign.isdigit() for sign in told.text)
