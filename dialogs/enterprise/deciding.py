"""Requests for changes: the list of those that wait, all of one enterprise, one with its before and after, accepted, refused or taken back."""

from collections.abc import Sequence

from checklists.words import Words
from dialogs import cards
from dialogs.cards import PAGE, Row, button
from dialogs.context import Context
from dialogs.enterprise.places import CODE, FLOW, FROM, code_of, on
from dialogs.enterprise.saying import brought, changed, stands
from dialogs.talk import Argument, Json, Line, Screen, State, Step
from dialogs.words import on_day
from safety.calendar import today as day_of
from safety.enterprises import Colour
from safety.errors import Refusal
from safety.events import Event
from safety.events_changes import ChangeDecided, ChangeWithdrawn
from safety.events_pledges import ColourChanged
from safety.people import Right
from safety.requests import LONGEST_REASON, SHORTEST, Request, RequestState

FACTS, WAITING, CHANGES, REQUEST, REFUSE = "facts", "requests", "changes", "request", "refuse"
STEPS = frozenset({WAITING, CHANGES, REQUEST, REFUSE})


def step(state: State, option: str, context: Context) -> Step | None:
    """Turn pages, open one, decide it."""
    if state.at == REQUEST:
        return _on_request(state, option, context)
    if state.at == REFUSE:
        return Step(_at(state, REQUEST)) if option == "b" else None
    rows, offset, total = _page(state, context)
    turned = cards.turned(option, offset, total)
    if turned is not None:
        return Step(State(FLOW, state.at, {**state.data, "offset": turned}))
    place = cards.index_in("a", option, len(rows))
    if place is not None:
        return Step(_at(state, REQUEST, number=rows[place].number, list=state.at))
    if option == "b":
        return Step(None if state.at == WAITING else on(state, FACTS))
    return None


def _on_request(state: State, option: str, context: Context) -> Step | None:
    one = _of(state, context)
    if option == "b":
        return Step(_before(state))
    if option == "c":
        return Step(State(FLOW, "card", {CODE: one.credit_code}))
    return _decided(state, option, one, context) if one.state is RequestState.WAITING else None


def _decided(state: State, option: str, one: Request, context: Context) -> Step | None:
    if option == "w" and context.actor.may(Right.ASK_CHANGE):
        return Step(state, (ChangeWithdrawn(one.number),), say=Line("amend-taken-back"))
    if not context.actor.may(Right.DECIDE_CHANGE):
        return None
    if option == "y":
        return Step(state, _accepted(one), say=Line("amend-accepted"))
    return Step(_at(state, REFUSE)) if option == "n" else None


def _accepted(one: Request) -> Sequence[Event]:
    """A fact that moves the colour brings the colour with it."""
    decided = ChangeDecided(one.number, accepted=True)
    if not one.colour:
        return (decided,)
    return (decided, ColourChanged(one.credit_code, Colour(one.colour), one.number))


def wrote(state: State, text: str, context: Context) -> Step | None:
    """Why it is refused."""
    context.need(Right.DECIDE_CHANGE)
    said = " ".join(text.split())[:LONGEST_REASON]
    if len(said) < SHORTEST:
        return Step(state, say=Line("amend-why-missing"))
    event = ChangeDecided(_of(state, context).number, accepted=False, answer=said)
    return Step(_at(state, REQUEST), (event,), say=Line("amend-refused"))


def _at(state: State, at: str, **data: Json) -> State:
    names = (CODE, FROM, "number", "list", "offset")
    kept = {name: state.data[name] for name in names if name in state.data}
    return State(FLOW, at, {**kept, **data})


def _before(state: State) -> State | None:
    """The list it was opened from; a letter's conversation ends."""
    kept = str(state.data.get("list", ""))
    return _at(state, kept) if kept in {WAITING, CHANGES} else None


def _of(state: State, context: Context) -> Request:
    found = context.ledger.requests().one(str(state.data.get("number", "")))
    if found is None:
        raise Refusal("amend-gone")
    return found


def _page(state: State, context: Context) -> tuple[Sequence[Request], int, int]:
    book, code = context.ledger.requests(), code_of(state)
    if state.at == WAITING:
        context.need(Right.DECIDE_CHANGE)
        total = book.count_waiting()
        offset = cards.offset_of(state, total)
        return book.waiting(offset=offset, limit=PAGE), offset, total
    total = book.count_of(code)
    offset = cards.offset_of(state, total)
    return book.of(code, offset=offset, limit=PAGE), offset, total


# --- what is seen -------------------------------------------------------------------------------------------------


def show(state: State, context: Context) -> Screen:
    """A list, one request, or the question why not."""
    if state.at == REQUEST:
        return _request(_of(state, context), context)
    if state.at == REFUSE:
        return Screen((Line("amend-refuse-why"),), ((button("back", "b"),),))
    rows, offset, total = _page(state, context)
    where = "waiting" if state.at == WAITING else "one"
    sheet = context.ledger.profiles().sheet()
    lines: list[Line | Words] = [Line("amend-list", {"n": total, "where": where})]
    for number, one in enumerate(rows, offset + 1):
        head: dict[str, Argument] = {"n": number, "change": changed(one, sheet)}
        if state.at == WAITING:
            day = on_day(day_of(one.asked_at), context.today)
            lines.append(Line("amend-waits", {**head, "enterprise": one.enterprise, "day": day}))
        else:
            lines.append(Line("amend-past", {**head, "state": stands(one, context.today)}))
    if state.at == CHANGES and offset == 0:
        lines += [
            brought(one, sheet, context.today) for one in context.ledger.requests().brought(code_of(state))
        ]
    return Screen(
        lines, (*cards.list_rows(len(rows), offset, total), (button("back", "b"), button("to-menu", "e")))
    )


def _request(one: Request, context: Context) -> Screen:
    sheet = context.ledger.profiles().sheet()
    args: dict[str, Argument] = {
        "number": one.number,
        "enterprise": one.enterprise,
        "town": one.town,
        "change": changed(one, sheet),
        "reason": one.reason,
        "person": one.asked_by,
        "day": on_day(day_of(one.asked_at), context.today),
    }
    lines: list[Line | Words] = [Line("amend-card", args)]
    if one.colour:
        lines.append(Line("amend-colour", {"colour": one.colour}))
    if one.state is not RequestState.WAITING:
        lines.append(stands(one, context.today))
    if one.answer:
        lines.append(Line("amend-answer", {"reason": one.answer}))
    return Screen(lines, (*_ways(one, context), (button("back", "b"), button("to-menu", "e"))))


def _ways(one: Request, context: Context) -> tuple[Row, ...]:
    card: Row = (button("request-card", "c"),)
    if one.state is not RequestState.WAITING:
        return (card,)
    if context.actor.may(Right.DECIDE_CHANGE):
        return ((button("request-accept", "y"), button("request-refuse", "n")), card)
    return ((button("request-back", "w"),), card) if context.actor.may(Right.ASK_CHANGE) else (card,)
