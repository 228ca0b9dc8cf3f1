"""How an inspection begins: what kind it is, and who came along. An expert may come alone, and is marked so."""

from collections.abc import Sequence

from checklists.words import Words
from dialogs import cards
from dialogs.cards import GAP, Row, button
from dialogs.context import Context
from dialogs.talk import Button, Line, Screen, State, Step
from dialogs.visits.meant import FLOW, needed, own
from dialogs.visits.wording import known
from safety.errors import Refusal
from safety.events_visits import SecondNamed, VisitBegun
from safety.people import Right, Role
from safety.visits import Officer, Visit, VisitKind, kinds_of, needs_second

SHOWN = 5


def _role(context: Context) -> Role:
    context.need(Right.HOLD_VISIT)
    if context.actor.seat is None:
        raise Refusal("not-allowed")
    return context.actor.seat.role


def _firm(state: State, context: Context) -> str:
    """The credit code of the enterprise; a Refusal when it lies outside."""
    code = str(state.data.get("code", ""))
    if context.ledger.spots().pocket(code) is None:
        raise Refusal("enterprise-gone")
    return code


# --- what kind ----------------------------------------------------------------------------------------------------


def show_kind(state: State, context: Context) -> Screen:
    """One button a kind."""
    pocket = context.ledger.spots().pocket(_firm(state, context))
    name = pocket.firm.name if pocket is not None else ""
    kinds: Row = tuple(
        Button(Line("visit-kind", {"kind": kind.value}), f"k{place}")
        for place, kind in enumerate(kinds_of(_role(context)))
    )
    return Screen((Line("visit-which-kind", {"enterprise": name}),), (kinds, (button("back", "b"),)))


def tapped_kind(state: State, option: str, context: Context) -> Step | None:
    """On to who came along."""
    code, kinds = _firm(state, context), kinds_of(_role(context))
    if option == "b":
        return Step(State("spot", "card", {"code": code}))
    place = cards.index_in("k", option, len(kinds))
    return None if place is None else Step(State(FLOW, "second", {"code": code, "kind": kinds[place].value}))


# --- who came along -----------------------------------------------------------------------------------------------


def _offered(state: State, code: str, context: Context) -> Sequence[Officer]:
    return context.ledger.visits().officers(code, str(state.data.get("text", "")), limit=SHOWN)


def _screen(state: State, code: str, context: Context, *, alone: bool) -> Screen:
    found = _offered(state, code, context)
    lines: list[Line | Words] = [Line("visit-who-came", {"alone": "yes" if alone else "no"}), GAP]
    lines += [Line("visit-officer", {"n": n, **known(one)}) for n, one in enumerate(found, 1)]
    lines += [] if found else [Line("visit-no-officer")]
    way: Row = (button("visit-come-alone", "s"),) if alone else ()
    rows = (*cards.list_rows(len(found), 0, len(found)), way, (button("back", "b"), button("to-menu", "e")))
    return Screen(lines, tuple(row for row in rows if row))


def show_second(state: State, context: Context) -> Screen:
    """Those who inspect here too, one's own colleagues first; a name can be typed."""
    return _screen(state, _firm(state, context), context, alone=not needs_second(_role(context)))


def tapped_second(state: State, option: str, context: Context) -> Step | None:
    """It begins; who was named is asked to confirm."""
    code, role = _firm(state, context), _role(context)
    if option == "b":
        return Step(State(FLOW, "kind", {"code": code}))
    kind = next((one for one in kinds_of(role) if one.value == state.data.get("kind")), None)
    if kind is None:
        raise Refusal("started-again")
    if option == "s" and not needs_second(role):
        return _begun(code, kind, None)
    found = _offered(state, code, context)
    place = cards.index_in("a", option, len(found))
    return None if place is None else _begun(code, kind, found[place].person)


def _begun(code: str, kind: VisitKind, second: int | None) -> Step:
    say = Line("visit-begun", {"asked": "no" if second is None else "yes"})
    return Step(State(FLOW, "card", {"new": True}), (VisitBegun(code, kind, second),), say=say)


def wrote(state: State, text: str, _context: Context) -> Step | None:
    """Part of a name."""
    return Step(State(FLOW, state.at, {**state.data, "text": text[:40]}))


# --- somebody else ------------------------------------------------------------------------------------------------


def _changeable(state: State, context: Context) -> Visit:
    one = needed(state, context)
    if not one.mine or (one.second is not None and one.second.confirmed_at is not None):
        raise Refusal("visit-second-there")
    return one


def show_other(state: State, context: Context) -> Screen:
    """The same list, for one that is under way."""
    return _screen(state, _changeable(state, context).firm.credit_code, context, alone=False)


def tapped_other(state: State, option: str, context: Context) -> Step | None:
    """Who is asked now."""
    one = _changeable(state, context)
    if option == "b":
        return Step(own(one))
    found = _offered(state, one.firm.credit_code, context)
    place = cards.index_in("a", option, len(found))
    if place is None:
        return None
    said = Line("visit-second-asked", {"person": found[place].name})
    return Step(own(one), (SecondNamed(one.id, found[place].person),), say=said)
