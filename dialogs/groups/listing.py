"""The groups of the reader's area, and the card of one: whom it means now, and what can be done with it."""

from checklists.words import Words
from dialogs import cards
from dialogs.cards import GAP, PAGE, Row, button
from dialogs.context import Context
from dialogs.groups.draft import CARD, FLOW, SURE, Draft, listed_state, query_json
from dialogs.groups.sentence import sentence
from dialogs.talk import Line, Screen, State, Step
from dialogs.words import on_day
from safety.calendar import today
from safety.errors import Refusal
from safety.events_groups import GroupDeleted
from safety.groups import Group
from safety.people import Right


def step(state: State, option: str, context: Context) -> Step | None:
    """Open one, make one, use one, delete one."""
    if state.at == CARD:
        return _on_card(group_of(state, context), option, context)
    return (
        _on_sure(group_of(state, context), option) if state.at == SURE else _on_list(state, option, context)
    )


def _on_list(state: State, option: str, context: Context) -> Step | None:
    if option in {"n", "b"}:
        return Step(Draft().state() if option == "n" else State("supervise"))
    book = context.ledger.groups()
    total = book.count()
    offset = cards.offset_of(state, total)
    turned = cards.turned(option, offset, total)
    if turned is not None:
        return Step(State(FLOW, "", {"offset": turned}))
    place = cards.index_in("a", option, PAGE)
    shown = book.listed(offset=offset, limit=PAGE) if place is not None else ()
    if place is None or place >= len(shown):
        return None
    return Step(State(FLOW, CARD, {"n": shown[place].number}))


def group_of(state: State, context: Context) -> Group:
    """The group that a state names: by its row, else by the name under which it has just been saved. Refusal outside the area."""
    number, name = state.data.get("n"), state.data.get("name")
    book = context.ledger.groups()
    found = book.one(number) if isinstance(number, int) and number else None
    if found is None and isinstance(name, str):
        found = book.named(name)
    if found is None:
        raise Refusal("group-missing")
    return found


def _on_card(group: Group, option: str, context: Context) -> Step | None:
    given = {"query": query_json(group.query), "group": group.number}
    ways = {
        "l": listed_state(group.query, group.name),
        "c": Draft(group.query, group.number, group.name).state(),
        "x": State(FLOW, SURE, {"n": group.number}),
        "b": State(FLOW),
    }
    if context.actor.may(Right.RUN_CAMPAIGN):
        ways["g"] = State("campaigns", "form", given)
    if context.actor.may(Right.SEND_WARNING):
        ways["w"] = State("warnings", "pick", {"circle": {"query": query_json(group.query)}})
    return Step(ways[option]) if option in ways else None


def _on_sure(group: Group, option: str) -> Step | None:
    if option == "k":
        return Step(State(FLOW), (GroupDeleted(group.number),), toast=Line("group-deleted"))
    return Step(State(FLOW, CARD, {"n": group.number})) if option == "b" else None


# --- what is seen -------------------------------------------------------------------------------------------------


def show(state: State, context: Context) -> Screen:
    """The list, a card, or the question whether one is to go."""
    if state.at == CARD:
        return _card(group_of(state, context), context)
    if state.at == SURE:
        asked = Line("group-sure", {"name": group_of(state, context).name})
        return Screen((asked,), ((button("group-delete", "k"), button("back", "b")),))
    return _list(state, context)


def _list(state: State, context: Context) -> Screen:
    book = context.ledger.groups()
    total = book.count()
    offset = cards.offset_of(state, total)
    shown = book.listed(offset=offset, limit=PAGE)
    lines: list[Line | Words] = [Line("groups-title", {"n": total})]
    for number, one in enumerate(shown, offset + 1):
        lines.append(Line("group-item", {"n": number, "name": one.name}))
    lines += [GAP, Line("groups-how")]
    rows = cards.list_rows(len(shown), offset, total)
    return Screen(lines, (*rows, (button("group-new", "n"), button("back", "b"), button("to-menu", "e"))))


def _card(group: Group, context: Context) -> Screen:
    n = context.ledger.queries().count(group.query)
    lines: list[Line | Words] = [
        Line("group-heading", {"name": group.name}),
        sentence(group.query, context),
        Line("group-count", {"n": n}),
    ]
    towns = context.ledger.queries().by_town(group.query)
    if len(towns) > 1:
        lines += [Line("group-town", {"town": one.town, "n": one.enterprises}) for one in towns[:12]]
    day = on_day(today(group.saved_at), context.today)
    lines += [GAP, Line("group-by", {"person": group.person or "—", "day": day})]
    uses: Row = ()
    if n and context.actor.may(Right.RUN_CAMPAIGN):
        uses = (button("group-campaign", "g"),)
    if n and context.actor.may(Right.SEND_WARNING):
        uses = (*uses, button("group-warning", "w"))
    listed: Row = (button("group-list", "l", n=n),) if n else ()
    rows = (
        listed,
        uses,
        (button("group-change", "c"), button("group-delete", "x")),
        (button("back", "b"), button("to-menu", "e")),
    )
    return Screen(lines, tuple(row for row in rows if row))
