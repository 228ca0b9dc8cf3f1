"""The supervisors' list of exceptions: who wants more time, then what is overdue in their area, the longest first; each a card."""

from checklists.words import Words
from dialogs import cards
from dialogs.cards import GAP, Row, button
from dialogs.context import Context
from dialogs.owing import more
from dialogs.owing.opening import FLOW
from dialogs.talk import Argument, Line, Screen, State, Step
from dialogs.words import on_day
from safety.ladder import Exceeded
from safety.people import Right

LATE, ONE = "late", "overdue"
PAGE = 4  # so that no screen has more than eight buttons


def show(state: State, context: Context) -> Screen:
    """The list, or one matter."""
    context.need(Right.SEE_DIGEST)
    return _card(state, context) if state.at == ONE else _list(state, context)


def _list(state: State, context: Context) -> Screen:
    book = context.ledger.exceptions()
    total = book.count()
    offset = cards.offset_of(state, total)
    shown = book.listed(offset=offset, limit=PAGE)
    lines: list[Line | Words] = [Line("late-title", {"n": total})]
    lines += [_item(number, one, context) for number, one in enumerate(shown, offset + 1)]
    ways: Row = (button("to-digest", "d"), button("to-menu", "e"))
    return Screen(lines, (*cards.list_rows(len(shown), offset, total), ways))


def _item(number: int, one: Exceeded, context: Context) -> Line:
    return Line("late-item", {"n": number, **_said(one, context)})


def _said(one: Exceeded, context: Context) -> dict[str, Argument]:
    return {
        "enterprise": one.enterprise,
        "title": one.title,
        "detail": GAP if one.detail in ("", GAP) else Line("owed-detail", {"detail": one.detail}),
        "days": max(0, (context.today - one.by).days),
    }


def _card(state: State, context: Context) -> Screen:
    one = _one(state, context)
    back: Row = (button("back-to-list", "b"), button("to-menu", "e"))
    if one is None:
        return Screen((Line("owed-void"),), (back,))
    due = on_day(one.due, context.today)
    lines: list[Line | Words] = [
        Line("late-card", {**_said(one, context), "due": due, "legal": "yes" if one.legal else "no"})
    ]
    if one.who:
        lines.append(Line("late-who", {"person": one.who}))
    if one.count:
        lines.append(Line("ladder-until", {"until": on_day(one.by, context.today), "count": one.count}))
    if one.request is not None:
        lines += [GAP, more.asked_line(one.request, context.today)]
    else:
        lines += [GAP, Line("late-next")]
    hazard = ((button("open-hazard", "h"),),) if one.about.startswith("hazard:") else ()
    return Screen(lines, (*more.answers(one.request), *hazard, back))


def _one(state: State, context: Context) -> Exceeded | None:
    number = state.data.get("n")
    return context.ledger.exceptions().one(number) if isinstance(number, int) else None


def step(state: State, option: str, context: Context) -> Step | None:
    """Turn pages, open a card, decide."""
    context.need(Right.SEE_DIGEST)
    if option == "e":
        return Step(State("menu"))
    if state.at == ONE:
        return _on_card(state, option, context)
    book = context.ledger.exceptions()
    total = book.count()
    offset = cards.offset_of(state, total)
    turned = cards.turned(option, offset, total, PAGE)
    if turned is not None:
        return Step(State(FLOW, LATE, {"offset": turned}))
    if option == "d":
        return Step(State("digest"))
    shown = book.listed(offset=offset, limit=PAGE)
    place = cards.index_in("a", option, len(shown))
    return None if place is None else Step(State(FLOW, ONE, {"n": shown[place].number, "offset": offset}))


def _on_card(state: State, option: str, context: Context) -> Step | None:
    one = _one(state, context)
    if option == "b" or one is None:
        offset = state.data.get("offset")
        return Step(State(FLOW, LATE, {"offset": offset} if offset else {}))
    if option == "h" and one.about.startswith("hazard:"):
        return Step(State("hazards", "card", {"number": one.about.partition(":")[2]}))
    return more.answer(one.request, option, context)
