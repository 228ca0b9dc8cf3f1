"""Invitations for many at once: whom cards are for, which towns, printed and sent after the turn; unused ones ended."""

from dialogs import cards
from dialogs.cards import GAP, PAGE, Row, button
from dialogs.context import Context
from dialogs.talk import Argument, Button, Input, Json, Line, Opened, Screen, State, Step, Tapped, Wrote
from safety.errors import Refusal
from safety.events_invites import SheetsAsked, SheetsRevoked
from safety.invites import INVITED, MOST_CARDS, Sheets
from safety.people import Right, Role
from safety.queries import EVERYBODY, Query

FLOW = "sheets"
TOWN, REVOKE = "town", "revoke"
BOTH = "both"
CHOICES = {"o": Role.OFFICER.value, "r": Role.PRINCIPAL.value, "2": BOTH}


def step(state: State, told: Input, context: Context) -> Step | None:
    """Choose, print, end what nobody has used."""
    context.need(Right.INVITE)
    if isinstance(told, Opened):
        return Step(State(FLOW))
    if state.at == TOWN:
        return _on_town(state, told, context)
    if not isinstance(told, Tapped):
        return None
    return (
        _on_revoke(state, told.option, context)
        if state.at == REVOKE
        else _on_first(state, told.option, context)
    )


def _on_first(state: State, option: str, context: Context) -> Step | None:
    if option in CHOICES:
        return Step(_with(state, role=CHOICES[option]))
    if option == "t" and _towns(context):
        return Step(State(FLOW, TOWN, {**state.data, "offset": 0}))
    if option == "p":
        return _print(state, context)
    if option == "x" and _open(context) is not None:
        return Step(State(FLOW, REVOKE, state.data))
    return Step(None) if option == "b" else None


def _print(state: State, context: Context) -> Step:
    query, roles = _query(state), _roles(state)
    n = context.ledger.invites().wanted(query, roles)
    if not n:
        return Step(state, say=Line("sheets-none"))
    if n > MOST_CARDS:
        return Step(state, say=Line("sheets-many", {"n": n, "most": MOST_CARDS}))
    event = SheetsAsked(query.to_json(), [role.value for role in roles], n)
    return Step(state, (event,), say=Line("sheets-begun", {"n": n}))


def _on_town(state: State, told: Input, context: Context) -> Step | None:
    towns = _towns(context)
    if isinstance(told, Wrote) and not told.edited:
        wanted = told.text.strip()
        found = [town for town in towns if wanted and wanted in town]
        exact = [town for town in found if town == wanted] or found
        return Step(_in_town(state, exact[0])) if len(exact) == 1 else Step(state, say=Line("sheets-no-town"))
    if not isinstance(told, Tapped):
        return None
    offset = cards.offset_of(state, len(towns))
    turned = cards.turned(told.option, offset, len(towns))
    if turned is not None:
        return Step(State(FLOW, TOWN, {**state.data, "offset": turned}))
    if told.option == "b":
        return Step(State(FLOW, "", state.data))
    if told.option == "n":
        return Step(_in_town(state, ""))
    place = cards.index_in("a", told.option, len(towns[offset : offset + PAGE]))
    return None if place is None else Step(_in_town(state, towns[offset + place]))


def _on_revoke(state: State, option: str, context: Context) -> Step | None:
    if option == "b":
        return Step(State(FLOW, "", state.data))
    last = _open(context)
    if last is None:
        raise Refusal("sheets-gone")
    if option != "ok":
        return None
    said = Line("sheets-ended", {"n": last.cards - last.used})
    return Step(State(FLOW, "", state.data), (SheetsRevoked(last.number),), say=said)


# --- what is chosen -----------------------------------------------------------------------------------------------


def opened(query: Query, title: str) -> State:
    """The way here from a list of enterprises: its own query, and what it is called."""
    return State(FLOW, "", {"query": query.to_json(), "title": title})


def _query(state: State) -> Query:
    return Query.from_json(state.data.get("query", {}))


def _roles(state: State) -> tuple[Role, ...]:
    chosen = state.data.get("role")
    return (
        INVITED if chosen == BOTH else tuple(role for role in INVITED if role.value == chosen) or INVITED[:1]
    )


def _chosen(roles: tuple[Role, ...]) -> str:
    return BOTH if len(roles) > 1 else roles[0].value


def _with(state: State, **changed: Json) -> State:
    kept = {name: value for name, value in state.data.items() if name != "offset"}
    return State(FLOW, "", {**kept, **changed})


def _in_town(state: State, town: str) -> State:
    """A town takes the place of the list that one came with."""
    query = Query(towns=(town,)) if town else EVERYBODY
    return _with(state, query=query.to_json(), title=town)


def _towns(context: Context) -> list[str]:
    return list(context.ledger.queries().towns())


def _open(context: Context) -> Sheets | None:
    """The newest printing by which somebody may still come in."""
    return next((one for one in context.ledger.invites().latest() if one.open(context.now)), None)


# --- what is shown ------------------------------------------------------------------------------------------------


def show(state: State, context: Context) -> Screen:
    """The choice, the towns, or whether unused cards shall end."""
    context.need(Right.INVITE)
    if state.at == TOWN:
        return _show_towns(state, context)
    if state.at == REVOKE:
        return _show_revoke(context)
    return _show_first(state, context)


def _show_first(state: State, context: Context) -> Screen:
    roles = _roles(state)
    n = context.ledger.invites().wanted(_query(state), roles)
    title = state.data.get("title")
    place = title if isinstance(title, str) and title else context.ledger.queries().place()
    days = context.ledger.rules().defaults.inviting.sheet_days
    lines = [Line("sheets-heading"), Line("sheets-wanted", {"place": place, "n": n, "role": _chosen(roles)})]
    if n:
        lines.append(Line("sheets-what", {"days": days}))
    latest = [_told(one) for one in context.ledger.invites().latest()]
    gap = [GAP] if latest else []
    return Screen((*lines, *gap, *latest), _rows(roles, n, context))


def _rows(roles: tuple[Role, ...], n: int, context: Context) -> tuple[Row, ...]:
    chosen = _chosen(roles)
    offered = (
        button("sheets-officer", "o"),
        button("sheets-principal", "r"),
        button("sheets-both", "2"),
    )
    whom = tuple(_marked(one, chosen=CHOICES[one.option] == chosen) for one in offered)
    go: Row = (button("sheets-print", "p", n=n),) if n else ()
    town: Row = (button("sheets-town", "t"),) if _towns(context) else ()
    end: Row = (button("sheets-end", "x"),) if _open(context) is not None else ()
    rows = (go, whom, (*town, *end), (button("back", "b"),))
    return tuple(row for row in rows if row)


def _told(one: Sheets) -> Line:
    """One printing in one line."""
    args: dict[str, Argument] = {
        "n": one.cards,
        "used": one.used,
        "time": one.asked_at,
        "state": one.state.value,
    }
    return Line("sheets-told", args)


def _show_towns(state: State, context: Context) -> Screen:
    towns = _towns(context)
    offset = cards.offset_of(state, len(towns))
    shown = towns[offset : offset + PAGE]
    items = [Line("sheets-item", {"n": n, "town": town}) for n, town in enumerate(shown, offset + 1)]
    rows = cards.list_rows(len(shown), offset, len(towns))
    last = (button("sheets-all", "n"), button("back", "b")) if not offset else (button("back", "b"),)
    return Screen((Line("sheets-which"), *items), (*rows, last))


def _show_revoke(context: Context) -> Screen:
    last = _open(context)
    if last is None:
        return Screen((Line("sheets-gone"),), ((button("back", "b"),),))
    lines = (_told(last), Line("sheets-sure", {"n": last.cards - last.used}))
    return Screen(lines, ((button("sheets-end-yes", "ok"), button("back", "b")),))


def _marked(one: Button, *, chosen: bool) -> Button:
    return Button(Line("chosen", {"label": one.label}), one.option) if chosen else one


def accepts(_state: State, _context: Context) -> Line:
    """Names of towns can be typed."""
    return Line("sheets-which")


def writes(state: State, _context: Context) -> bool:
    """Whether words are an answer here."""
    return state.at == TOWN
