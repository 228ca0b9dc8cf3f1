"""Interviews in pages: those that are to be looked at again come first."""

from checklists.words import Words
from dialogs import cards
from dialogs.cards import GAP, PAGE, Row, button
from dialogs.context import Context
from dialogs.interviews.places import FLOW, WHO, card_state, code_of, stands
from dialogs.talk import Line, Screen, State, Step
from dialogs.words import on_day
from safety.calendar import today as day_of
from safety.people import Right


def tapped(state: State, option: str, context: Context) -> Step | None:
    """Turn pages, open one, begin one."""
    book, code = context.ledger.interviews(), code_of(state)
    total = book.count(code)
    offset = cards.offset_of(state, total)
    turned = cards.turned(option, offset, total)
    if turned is not None:
        return Step(State(FLOW, state.at, {**state.data, "offset": turned}))
    place = cards.index_in("a", option, PAGE)
    shown = book.listed(code, offset=offset, limit=PAGE) if place is not None else ()
    if place is not None and place < len(shown):
        return Step(card_state(shown[place].number, State(FLOW, state.at, {**state.data, "offset": offset})))
    if option == "n" and context.actor.may(Right.HOLD_INTERVIEW):
        return Step(State(FLOW, WHO, {"code": code}) if code else State("enterprise"))
    return Step(None) if option == "b" else None


def show(state: State, context: Context) -> Screen:
    """One page."""
    book, code = context.ledger.interviews(), code_of(state)
    total = book.count(code)
    offset = cards.offset_of(state, total)
    shown = book.listed(code, offset=offset, limit=PAGE)
    lines: list[Line | Words] = [Line("interviews-title", {"n": total}), *([GAP] if shown else [])]
    lines += [
        Line(
            "interviews-item",
            {
                "n": n,
                "enterprise": one.enterprise,
                "held": on_day(day_of(one.held_at), context.today),
                "again": on_day(one.again, context.today),
                "state": stands(one, context.today),
            },
        )
        for n, one in enumerate(shown, offset + 1)
    ]
    new: tuple[Row, ...] = ()
    if context.actor.may(Right.HOLD_INTERVIEW):
        new = ((button("interview-new", "n"),),)
    rows = cards.list_rows(len(shown), offset, total)
    room = 8 - sum(map(len, rows)) - 2 > 0
    return Screen(lines, (*rows, *(new if room else ()), (button("back", "b"), button("to-menu", "e"))))
