"""People who wait to join (a supervisor decides), and the end of a seat that should not have been given (S1)."""

from dialogs import cards
from dialogs.cards import PAGE, button
from dialogs.context import Context
from dialogs.register import role_line
from dialogs.talk import Argument, Input, Json, Line, Screen, State, Step, Tapped
from safety.errors import Refusal
from safety.events import JoinApproved, JoinRefused, SeatRevoked
from safety.joining import JoinRequest
from safety.people import Right, Role

CARD, REVOKE = "card", "revoke"


def step(state: State, told: Input, context: Context) -> Step | None:
    """Decide one request, or end one seat."""
    _need(state, context)
    if not isinstance(told, Tapped):
        return None
    steps = {CARD: _on_card, REVOKE: _on_revoke}
    return steps.get(state.at, _on_list)(state, told.option, context)


def _need(state: State, context: Context) -> None:
    """Requests are a supervisor's; a seat may also be ended by the principal who was told of it."""
    seat = context.actor.seat
    if state.at == REVOKE and seat is not None and seat.role is Role.PRINCIPAL:
        return
    context.need(Right.APPROVE_JOIN)


def _on_list(state: State, option: str, context: Context) -> Step | None:
    waiting = context.ledger.waiting_joins()
    offset = cards.offset_of(state, len(waiting))
    turned = cards.turned(option, offset, len(waiting))
    if turned is not None:
        return Step(State("approvals", "", {"offset": turned}))
    shown = waiting[offset : offset + PAGE]
    place = cards.index_in("a", option, len(shown))
    if place is not None:
        return Step(State("approvals", CARD, {"request": shown[place].number}))
    return Step(State("menu")) if option == "e" else None


def _on_card(state: State, option: str, context: Context) -> Step | None:
    if option == "b":
        return Step(State("approvals"))
    request = _waiting(state, context)
    if option == "y":
        said = Line("approved", {"person": request.person})
        return Step(State("approvals"), (JoinApproved(request.number),), say=said)
    if option == "n":
        said = Line("refused", {"person": request.person})
        return Step(State("approvals"), (JoinRefused(request.number),), say=said)
    return None


def _on_revoke(state: State, option: str, context: Context) -> Step | None:
    if option == "b":
        return Step(None)
    request = _known(state, context)
    if option != "ok":
        return None
    return Step(None, (SeatRevoked(request.number),), say=Line("seat-ended", {"person": request.person}))


def _number(kept: Json) -> int:
    return kept if isinstance(kept, int) else -1


def _known(state: State, context: Context) -> JoinRequest:
    request = context.ledger.join_request(_number(state.data.get("request")))
    if request is None:
        raise Refusal("request-gone")
    return request


def _waiting(state: State, context: Context) -> JoinRequest:
    """A request that is still open: somebody else may have decided it."""
    wanted = _known(state, context)
    if all(one.number != wanted.number for one in context.ledger.waiting_joins()):
        raise Refusal("request-gone")
    return wanted


def show(state: State, context: Context) -> Screen:
    """The list, one request, or the end of a seat."""
    _need(state, context)
    if state.at == CARD:
        return _card(state, context)
    if state.at == REVOKE:
        lines = (_person("revoke-title", _known(state, context)), Line("revoke-sure"))
        return Screen(lines, ((button("revoke-yes", "ok"), button("leave", "b")),))
    return _list(state, context)


def _list(state: State, context: Context) -> Screen:
    waiting = context.ledger.waiting_joins()
    offset = cards.offset_of(state, len(waiting))
    shown = waiting[offset : offset + PAGE]
    lines = [Line("approvals-title", {"n": len(waiting)}) if waiting else Line("approvals-none")]
    for number, one in enumerate(shown, offset + 1):
        args: dict[str, Argument] = {
            "n": number,
            "person": one.person,
            "place": one.place,
            "role": role_line(one.role),
        }
        lines.append(Line("approvals-item", args))
    return Screen(lines, (*cards.list_rows(len(shown), offset, len(waiting)), (button("to-menu", "e"),)))


def _card(state: State, context: Context) -> Screen:
    known = context.ledger.join_request(_number(state.data.get("request")))
    open_ = known is not None and any(one.number == known.number for one in context.ledger.waiting_joins())
    if known is None or not open_:
        return Screen((Line("request-gone"),), ((button("back-to-list", "b"),),))
    lines = (
        _person("approval-title", known),
        Line("approval-phone", {"phone": known.phone, "time": known.asked_at}, about=f"join/{known.number}"),
    )
    return Screen(
        (*lines, Line("approval-hint")),
        ((button("approve", "y"), button("refuse", "n")), (button("back-to-list", "b"),)),
    )


def _person(text: str, request: JoinRequest) -> Line:
    return Line(text, {"person": request.person, "place": request.place, "role": role_line(request.role)})
