"""Who cannot be reached: how much of the area can be, the enterprises that cannot, and whom to call. For supervisors."""

from collections.abc import Sequence

from checklists.words import Words
from dialogs import cards
from dialogs.cards import GAP, button
from dialogs.context import Context
from dialogs.register import role_line
from dialogs.talk import Argument, Input, Json, Line, Opened, Screen, State, Step, Tapped
from dialogs.words import on_day
from safety.calendar import today as day_of
from safety.delivery import SPAN, Delivered, whole
from safety.people import Right
from safety.reachability import Absent, Call, Reached, Silent
from safety.shares import percent

FLOW = "reach"
CARD, TOWNS, SENT = "card", "towns", "sent"
BEFORE = {CARD: "", TOWNS: "", SENT: TOWNS}
PAGE = 4  # enterprises on one screen, so that its buttons are eight
MOST_TOWNS = 12  # named on one screen
MOST_TOPICS = 8  # of letters, with the most written
MOST_CALLS = 3  # people of the list that a card names


def step(state: State, told: Input, context: Context) -> Step | None:
    """Go through the list, look at one enterprise or at the towns."""
    context.need(Right.SEE_REACH)
    if isinstance(told, Opened):
        return Step(state)
    if not isinstance(told, Tapped):
        return None
    if told.option == "e":
        return Step(State("menu"))
    if state.at == TOWNS and told.option == "s":
        return Step(State(FLOW, SENT, state.data))
    if state.at in BEFORE:
        return Step(State(FLOW, BEFORE[state.at], _without_code(state))) if told.option == "b" else None
    return _on_list(state, told.option, context)


def _on_list(state: State, option: str, context: Context) -> Step | None:
    reach = context.ledger.reach()
    total = reach.count()
    offset = cards.offset_of(state, total)
    turned = cards.turned(option, offset, total, PAGE)
    if turned is not None:
        return Step(State(FLOW, "", {"offset": turned}))
    if option == "w":
        return Step(State(FLOW, TOWNS, {"offset": offset}))
    shown = reach.listed(offset=offset, limit=PAGE)
    place = cards.index_in("a", option, len(shown))
    if place is None:
        return None
    return Step(State(FLOW, CARD, {"code": shown[place].credit_code, "offset": offset}))


def _without_code(state: State) -> dict[str, Json]:
    return {name: kept for name, kept in state.data.items() if name != "code"}


def show(state: State, context: Context) -> Screen:
    """The list, one enterprise, or the towns."""
    context.need(Right.SEE_REACH)
    if state.at == CARD:
        return _card(state, context)
    if state.at == TOWNS:
        return _towns(context.ledger.reach().reached())
    if state.at == SENT:
        return _sent(context.ledger.reach().delivered(context.now - SPAN, context.now))
    return _list(state, context)


def _list(state: State, context: Context) -> Screen:
    reach = context.ledger.reach()
    towns, total = reach.reached(), reach.count()
    offset = cards.offset_of(state, total)
    shown = reach.listed(offset=offset, limit=PAGE)
    lines: list[Line | Words] = [
        _figure("reach-title", _whole(towns)),
        Line("reach-some", {"n": total, "silent": reach.silent()}),
    ]
    lines += [_item(number, one, context) for number, one in enumerate(shown, offset + 1)]
    ways = (button("reach-figures", "w"), button("to-menu", "e"))
    return Screen(lines, (*cards.list_rows(len(shown), offset, total), ways))


def _whole(towns: Sequence[Reached]) -> Reached:
    return Reached("", sum(one.reached for one in towns), sum(one.all for one in towns))


def _figure(text: str, one: Reached) -> Line:
    return Line(text, {"name": one.name, "n": one.reached, "total": one.all, "percent": one.percent})


def _item(number: int, one: Silent, context: Context) -> Line:
    args: dict[str, Argument] = {
        "n": number,
        "enterprise": one.enterprise,
        "state": "silent" if one.nobody else "stood-in",
        "day": on_day(day_of(one.since), context.today),
    }
    return Line("reach-item", args)


def _towns(towns: Sequence[Reached]) -> Screen:
    """Where most cannot be reached comes first."""
    worst = sorted(towns, key=lambda one: (one.percent, one.name))[:MOST_TOWNS]
    lines: list[Line | Words] = [_figure("reach-title", _whole(towns))]
    lines += [_figure("reach-town", one) for one in worst]
    return Screen(lines, ((button("reach-sent", "s"),), (button("back", "b"), button("to-menu", "e"))))


def _sent(topics: Sequence[Delivered]) -> Screen:
    """What became of the letters of the last days, those of which most were written first."""
    all_ = whole(topics)
    lines: list[Line | Words] = [
        Line("sent-title", {"days": SPAN.days}),
        Line("sent-all", {**_counts(all_), "percent": _percent(all_.delivered, all_.written)}),
        Line("sent-acted", {"n": all_.acted, "percent": _percent(all_.acted, all_.delivered)}),
        *((Line("sent-kept", {"n": all_.kept}),) if all_.kept else ()),
        *((Line("sent-failed", {"n": all_.failed}),) if all_.failed else ()),
        GAP,
    ]
    most = sorted(topics, key=lambda one: -one.written)[:MOST_TOPICS]
    lines += [Line("sent-topic", {"topic": one.name, **_counts(one), "acted": one.acted}) for one in most]
    if not topics:
        lines = [Line("sent-title", {"days": SPAN.days}), Line("sent-none")]
    return Screen(lines, ((button("back", "b"), button("to-menu", "e")),))


def _counts(one: Delivered) -> dict[str, Argument]:
    return {"written": one.written, "delivered": one.delivered}


def _percent(part: int, all_: int) -> int:
    """Of no letters none was delivered."""
    return percent(part, all_) if all_ else 0


def _card(state: State, context: Context) -> Screen:
    one = context.ledger.reach().one(str(state.data.get("code", "")))
    ways = ((button("back-to-list", "b"), button("to-menu", "e")),)
    if one is None:
        return Screen((Line("reach-back-again"),), ways)
    lines: list[Line | Words] = [
        Line(
            "reach-card",
            {"enterprise": one.enterprise, "town": one.town, "state": "silent" if one.nobody else "stood-in"},
        ),
        *(_absent(who, context) for who in one.absent),
        *(_called(call) for call in one.calls[:MOST_CALLS]),
    ]
    if one.reachable:
        lines.append(Line("reach-others", {"n": len(one.reachable), "person": one.reachable[0]}))
    lines += [GAP, Line("reach-next", {"state": "silent" if one.nobody else "stood-in"})]
    return Screen(lines, ways)


def _absent(one: Absent, context: Context) -> Line:
    args: dict[str, Argument] = {
        "person": one.person,
        "role": role_line(one.role),
        "day": on_day(day_of(one.since), context.today),
        "known": "yes" if one.phone else "no",
        "phone": one.phone,
    }
    return Line("reach-absent", args, about=one.about)


def _called(one: Call) -> Line:
    role: Argument = Line("reach-role", {"role": role_line(one.role)}) if one.role is not None else GAP
    return Line("reach-call", {"person": one.person, "role": role, "phone": one.phone}, about=one.about)
