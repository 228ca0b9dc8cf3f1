"""The supervisors' list of exceptions: what is overdue by the reminder rules in their area, the longest first."""

from checklists.words import Words
from dialogs import cards
from dialogs.cards import GAP, PAGE, Row, button
from dialogs.context import Context
from dialogs.owing.opening import FLOW
from dialogs.talk import Argument, Line, Screen, State, Step
from safety.calendar import today
from safety.owed import Late
from safety.people import Right

LATE = "late"


def show(state: State, context: Context) -> Screen:
    """Enterprise, rule, days late."""
    context.need(Right.SEE_DIGEST)
    book = context.ledger.owed()
    total = book.count_late()
    offset = cards.offset_of(state, total)
    shown = book.late(offset=offset, limit=PAGE)
    lines: list[Line | Words] = [Line("late-title", {"n": total})]
    lines += [_item(number, one, context) for number, one in enumerate(shown, offset + 1)]
    turns: list[Row] = []
    if offset > 0:
        turns.append((button("page-back", "p0"),))
    if offset + len(shown) < total:
        turns.append((button("page-on", "p1"),))
    paging: Row = tuple(one for row in turns for one in row)
    ways: Row = (button("to-digest", "d"), button("to-menu", "e"))
    return Screen(lines, tuple(row for row in (paging, ways) if row))


def _item(number: int, one: Late, context: Context) -> Line:
    days = max(1, (context.today - today(one.due)).days)
    detail = GAP if one.detail in ("", GAP) else Line("owed-detail", {"detail": one.detail})
    args: dict[str, Argument] = {
        "n": number,
        "enterprise": one.enterprise,
        "title": one.title,
        "detail": detail,
        "days": days,
    }
    return Line("late-item", args)


def step(state: State, option: str, context: Context) -> Step | None:
    context.need(Right.SEE_DIGEST)
    total = context.ledger.owed().count_late()
    turned = cards.turned(option, cards.offset_of(state, total), total)
    if turned is not None:
        return Step(State(FLOW, LATE, {"offset": turned}))
    return {"d": Step(State("digest")), "e": Step(State("menu"))}.get(option)
