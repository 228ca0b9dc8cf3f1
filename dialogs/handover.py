"""Handing a seat over: whom to, what goes with it, two confirmations; and by a supervisor in the place of somebody who is gone."""

from collections.abc import Sequence

from checklists.words import Words
from dialogs import cards
from dialogs.cards import GAP, PAGE, Row, button
from dialogs.context import Context
from dialogs.register import role_line
from dialogs.talk import Argument, Input, Json, Line, Opened, Screen, State, Step, Tapped, Wrote
from safety.errors import Refusal
from safety.events_handovers import (
    HandoverAccepted,
    HandoverDeclined,
    HandoverOffered,
    HandoverWithdrawn,
)
from safety.handovers import HANDED, Load, Member, Offer
from safety.people import Right

FLOW = "handover"
SURE, TAKE, OFFICE, HEIR, WHY = "sure", "take", "office", "heir", "why"
NOBODY = 0  # in place of a person: whoever joins by the link
LONGEST_REASON = 200
REASONS = ("left", "ill", "silent")


def step(state: State, told: Input, context: Context) -> Step | None:
    """Offer, take back, accept, decline."""
    _need(state, context)
    if isinstance(told, Opened):
        return Step(State(FLOW, state.at, state.data))
    if isinstance(told, Wrote) and state.at == WHY and not told.edited:
        return _why(state, told.text, context)
    if not isinstance(told, Tapped):
        return None
    steps = {SURE: _on_sure, TAKE: _on_take, OFFICE: _on_office, HEIR: _on_list, WHY: _on_why}
    return steps.get(state.at, _on_list)(state, told.option, context)


def _coming(context: Context) -> Line:
    """How long the link holds that is on its way."""
    return Line("handover-link-coming", {"hours": context.ledger.rules().defaults.inviting.hours})


def _need(state: State, context: Context) -> None:
    if state.at == TAKE:
        return
    if "code" in state.data:
        context.need(Right.INVITE)
    elif context.actor.seat is None or context.actor.seat.role not in HANDED:
        raise Refusal("not-allowed")


def _on_list(state: State, option: str, context: Context) -> Step | None:
    """Whom to; or, while an offer is open, taking it back."""
    if option == "b":
        return Step(State(FLOW, OFFICE, {"code": _code(state)})) if _code(state) else Step(None)
    mine = None if _code(state) else _open(context)
    if mine is not None:
        said = Line("handover-kept", {"place": mine.place})
        return Step(State("menu"), (HandoverWithdrawn(mine.number),), say=said) if option == "x" else None
    people = _successors(state, context)
    found = _picked(state, option, people, state.at)
    if isinstance(found, State):
        return Step(found)
    if found is not None:
        return Step(
            State(FLOW, WHY if _code(state) else SURE, {**state.data, "to": found.person, "offset": 0})
        )
    if option == "i" and not _code(state):
        return Step(State(FLOW, SURE, {"to": NOBODY}))
    return None


def _picked(state: State, option: str, people: Sequence[Member], at: str) -> Member | State | None:
    offset = cards.offset_of(state, len(people))
    turned = cards.turned(option, offset, len(people))
    if turned is not None:
        return State(FLOW, at, {**state.data, "offset": turned})
    place = cards.index_in("a", option, len(people[offset : offset + PAGE]))
    return None if place is None else people[offset + place]


def _on_office(state: State, option: str, context: Context) -> Step | None:
    """Whose seat it is."""
    if option == "b":
        return Step(State("enterprise", "card", {"code": _code(state)}))
    found = _picked(state, option, context.ledger.handovers().givers(_code(state)), OFFICE)
    if isinstance(found, State):
        return Step(found)
    data = {"code": _code(state)}
    return None if found is None else Step(State(FLOW, HEIR, {**data, "giver": found.person}))


def _on_why(state: State, option: str, _context: Context) -> Step | None:
    if option == "b":
        return Step(State(FLOW, HEIR, _without(state, "to")))
    place = cards.index_in("a", option, len(REASONS))
    if place is None:
        return None
    return Step(State(FLOW, SURE, {**state.data, "why": REASONS[place]}))


def _why(state: State, text: str, _context: Context) -> Step | None:
    """A reason in one's own words."""
    words = " ".join(text.split())[:LONGEST_REASON]
    return Step(State(FLOW, SURE, {**state.data, "words": words})) if words else None


def _on_sure(state: State, option: str, context: Context) -> Step | None:
    if option == "b":
        return Step(State(FLOW, HEIR if _code(state) else "", _without(state, "to")))
    if option != "ok":
        return None
    to = _number(state, "to")
    heir = next((one for one in _successors(state, context) if one.person == to), None)
    if heir is None and (to != NOBODY or _code(state)):
        raise Refusal("handover-gone")
    if heir is None:
        return Step(State("menu"), (HandoverOffered(None),), say=_coming(context))
    said = Line("handover-asked", {"person": heir.name})
    if not _code(state):
        return Step(State("menu"), (HandoverOffered(heir.person),), say=said)
    event = HandoverOffered(heir.person, _number(state, "giver"), _code(state), _reason(state))
    return Step(State("enterprise", "card", {"code": _code(state)}), (event,), say=said)


def _on_take(state: State, option: str, context: Context) -> Step | None:
    if option == "b":
        return Step(None)
    one = _offered(state, context)
    if option == "y":
        said = Line("handover-taken", _args(one))
        return Step(State("menu"), (HandoverAccepted(one.number),), say=said)
    if option == "n":
        return Step(None, (HandoverDeclined(one.number),), say=Line("handover-refused"))
    return None


# --- what is known ------------------------------------------------------------------------------------------------


def _code(state: State) -> str:
    return str(state.data.get("code", ""))


def _number(state: State, name: str) -> int:
    kept = state.data.get(name)
    return kept if isinstance(kept, int) else -1


def _reason(state: State) -> str:
    """What is kept of the reason: one's own words, else the mark of the one that was tapped."""
    return str(state.data.get("words") or state.data.get("why") or "")


def _without(state: State, *names: str) -> dict[str, Json]:
    return {
        name: value for name, value in state.data.items() if name not in {*names, "offset", "why", "words"}
    }


def _successors(state: State, context: Context) -> Sequence[Member]:
    return context.ledger.handovers().successors(_code(state), max(_number(state, "giver"), 0))


def _open(context: Context) -> Offer | None:
    mine = context.ledger.handovers().mine()
    return (
        mine
        if mine is not None and mine.open(context.now, context.ledger.rules().defaults.handover.offer_days)
        else None
    )


def _offered(state: State, context: Context) -> Offer:
    one = context.ledger.handovers().one(_number(state, "offer"))
    if one is None or not one.open(context.now, context.ledger.rules().defaults.handover.offer_days):
        raise Refusal("handover-gone")
    return one


def _args(one: Offer) -> dict[str, Argument]:
    return {"person": one.giver, "place": one.place, "role": role_line(one.role)}


# --- what is shown ------------------------------------------------------------------------------------------------


def show(state: State, context: Context) -> Screen:
    """The list, what goes over, or the offer as its receiver reads it."""
    _need(state, context)
    if state.at == TAKE:
        return _show_take(state, context)
    if state.at == SURE:
        return _show_sure(state, context)
    if state.at == WHY:
        return _show_why()
    if state.at == OFFICE:
        return _show_list(state, context.ledger.handovers().givers(_code(state)), "handover-whose", ())
    mine = None if _code(state) else _open(context)
    if mine is not None:
        line = Line("handover-open", {**_args(mine), "officer": mine.receiver or "none"})
        return Screen((line,), ((button("handover-keep", "x"), button("back", "b")),))
    more: Row = () if _code(state) else (button("handover-invite", "i"),)
    return _show_list(state, _successors(state, context), "handover-whom", more)


def _show_list(state: State, people: Sequence[Member], heading: str, more: Row) -> Screen:
    offset = cards.offset_of(state, len(people))
    shown = people[offset : offset + PAGE]
    items = [
        Line("handover-item", {"n": n, "person": one.name, "role": role_line(one.role)})
        for n, one in enumerate(shown, offset + 1)
    ]
    first = Line(heading, {"n": len(people)})
    rows = cards.list_rows(len(shown), offset, len(people))
    return Screen((first, *items), (*rows, (*(more if not offset else ()), button("back", "b"))))


def _show_why() -> Screen:
    rows = (
        (button("handover-left", "a0"),),
        (button("handover-ill", "a1"),),
        (button("handover-silent", "a2"),),
        (button("back", "b"),),
    )
    return Screen((Line("handover-why"),), rows)


def _show_sure(state: State, context: Context) -> Screen:
    to = _number(state, "to")
    heir = next((one for one in _successors(state, context) if one.person == to), None)
    if heir is None and (to != NOBODY or _code(state)):
        return Screen((Line("handover-gone"),), ((button("back", "b"),),))
    load = context.ledger.handovers().load(_code(state), max(_number(state, "giver"), 0))
    name: Argument = heir.name if heir is not None else Line("handover-newcomer")
    lines: list[Line | Words] = [Line("handover-sure", {"person": name}), *_told(load)]
    lines += [GAP, Line("handover-after")]
    return Screen(lines, ((button("handover-yes", "ok"), button("back", "b")),))


def _show_take(state: State, context: Context) -> Screen:
    one = context.ledger.handovers().one(_number(state, "offer"))
    if one is None or not one.open(context.now, context.ledger.rules().defaults.handover.offer_days):
        return Screen((Line("handover-gone"),), ((button("back", "b"),),))
    by = [Line("handover-by", {"owner": one.by})] if one.by else []
    lines = [Line("handover-take", _args(one)), *by, *_told(one.load)]
    return Screen(
        (*lines, GAP, Line("handover-mind", {"role": one.role.value})),
        ((button("handover-accept", "y"), button("handover-decline", "n")), (button("back", "b"),)),
    )


def _told(load: Load) -> list[Line]:
    """What goes over, a line each; nothing for what there is none of."""
    counts = {
        "hazards": load.hazards,
        "matters": load.matters,
        "chores": load.chores,
        "sections": load.sections,
        "drafts": load.drafts,
        "pledges": load.pledges,
    }
    found = [Line("handover-load", {"what": what, "n": n}) for what, n in counts.items() if n]
    return found or [Line("handover-nothing")]


def accepts(_state: State, _context: Context) -> Line:
    """A reason can be typed."""
    return Line("handover-why")


def writes(state: State, _context: Context) -> bool:
    """Whether words are an answer here."""
    return state.at == WHY
