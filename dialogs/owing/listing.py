"""The to-do list (待办): everything the enterprise owes, one's own first; what was done; the card of one matter."""

from collections.abc import Sequence
from datetime import datetime

from checklists.words import Words
from dialogs import cards
from dialogs.cards import GAP, Row, button
from dialogs.context import Context
from dialogs.owing import more, opening
from dialogs.owing.lines import item, put_off, said
from dialogs.owing.opening import FLOW
from dialogs.talk import Argument, Button, Json, Line, Screen, State, Step
from dialogs.words import listed, on_day
from safety.calendar import today
from safety.owed import Owed
from safety.owing import State as Standing
from safety.owing_days import hour_of, tomorrow
from safety.people import Right

CARD, DONE = "card", "done"
PAGE = 3  # so that no screen has more than eight buttons


def show_list(state: State, context: Context) -> Screen:
    """One page of what is open, or of what was done."""
    book, done = context.ledger.owed(), state.at == DONE
    total = book.count_done() if done else book.count_open()
    offset = cards.offset_of(state, total)
    shown = _page(state, offset, context)
    lines: list[Line | Words] = [Line("todo-title", {"n": total, "done": "yes" if done else "no"})]
    for number, one in enumerate(shown, offset + 1):
        lines.append(_done_item(number, one, context) if done else _open_item(number, one, context))
    other = button("todo-open", "o") if done else button("todo-done", "d")
    repeated = button("to-chores", "r", n=context.ledger.chores().due(context.today))
    again: Row = () if done or not context.actor.may(Right.TREAT_HAZARD) else (repeated,)
    ways: Row = (other, *again, button("to-menu", "e"))
    rows: tuple[Row, ...] = cards.list_rows(len(shown), offset, total)
    if not done and not offset and shown and shown[0].mine:
        rows = ((button("owed-now", "n"),), *rows)
    return Screen(lines, (*rows, ways))


def _page(state: State, offset: int, context: Context) -> Sequence[Owed]:
    book = context.ledger.owed()
    return (book.done if state.at == DONE else book.open)(offset=offset, limit=PAGE)


def _open_item(number: int, one: Owed, context: Context) -> Line:
    line = item(number, one, context.today)
    if one.holder:
        return Line("todo-held", {"item": line, "person": one.holder})
    return line if one.mine else Line("todo-others", {"item": line})


def _done_item(number: int, one: Owed, context: Context) -> Line:
    args = said(one, context.today)
    day = today(one.done_at or one.due)
    return Line("todo-done-item", {"n": number, **args, **_by(one), "day": on_day(day, context.today)})


def _by(one: Owed) -> dict[str, Argument]:
    """Who did it, where that is known."""
    return {"person": one.done_by, "by": "yes" if one.done_by else "no"}


def on_list(state: State, option: str, context: Context) -> Step | None:
    """Turn pages, open a card, do the most urgent one."""
    book, done = context.ledger.owed(), state.at == DONE
    total = book.count_done() if done else book.count_open()
    offset = cards.offset_of(state, total)
    turned = cards.turned(option, offset, total, PAGE)
    if turned is not None:
        return Step(State(FLOW, state.at, {"offset": turned}))
    places = {"d": State(FLOW, DONE), "o": State(FLOW), "e": State("menu"), "r": State("chores")}
    if option in places:
        return Step(places[option])
    if option == "n" and not done:
        return first(book.mine(), context)
    shown = _page(state, offset, context)
    place = cards.index_in("a", option, len(shown))
    return None if place is None else Step(State(FLOW, CARD, {"n": shown[place].number, "from": state.at}))


def first(owed: Sequence[Owed], context: Context) -> Step:
    """Do what is most urgent; when all of it is done already, say so."""
    one = next((one for one in owed if one.state is Standing.OPEN), None)
    if one is None:
        return Step(State(FLOW), say=Line("owed-done-already"))
    return opening.begun(one, context)


def put_off_until(context: Context) -> datetime:
    """Tomorrow at the reader's hour; on the next working day when tomorrow is none."""
    book, hours = context.ledger.owed(), context.ledger.rules().reminders.hours
    return tomorrow(context.now, hour_of(book.hour(), hours), context.ledger.calendar())


def card_of(state: State, context: Context) -> Owed | None:
    """The matter that a card is about; None when it is none of the reader's enterprise."""
    number = state.data.get("n")
    return context.ledger.owed().one(number) if isinstance(number, int) else None


def show_card(state: State, context: Context) -> Screen:
    """What, by when, on which ground, who has it; and what can be done."""
    one = card_of(state, context)
    back: Row = (button("back-to-list", "b"), button("to-menu", "e"))
    if one is None or one.state is Standing.VOID:
        return Screen((Line("owed-void"),), (back,))
    args = said(one, context.today)
    lines: list[Line | Words] = [
        Line("owed-card", args),
        *more.told(one, context.today),
        *_grounds(one, context),
    ]
    if one.state is Standing.DONE:
        day = on_day(today(one.done_at or one.due), context.today)
        lines.append(Line("owed-card-done", {"day": day, **_by(one)}))
        return Screen(lines, (back,))
    if one.holder:
        lines.append(Line("owed-card-held", {"person": one.holder}))
    lines += [GAP, Line("owed-card-who", {"who": one.who.value})] if not one.mine and not one.holder else []
    rows: list[Row] = [(button("owed-now", "n"),)]
    if one.mine:
        hand = button("owed-back", "g") if one.holder_id == context.actor.person else button("owed-hand", "h")
        rows.append((Button(put_off(put_off_until(context), context.today), "l"), hand))
    wanted = context.ledger.exceptions().waiting(one.number)
    if wanted is not None:
        lines += [GAP, more.asked_line(wanted, context.today)]
        rows += more.answers(wanted)
    elif one.mine and one.holder_id != context.actor.person:
        rows.append((button("owed-more", "t"), button("owed-not-mine", "x")))
    elif one.mine:
        rows.append((button("owed-more", "t"),))
    if one.mine:
        back = (button("todo-hour", "u"), *back)
    return Screen(lines, (*rows, back))


def _grounds(one: Owed, context: Context) -> Sequence[Line | Words]:
    rule = {rule.id: rule for rule in context.ledger.rules().reminders.rules}.get(one.rule)
    if rule is None or not rule.basis:
        return (Line("owed-ours"),)
    return (Line("why-basis", {"clauses": listed([clause.text for clause in rule.basis])}),)


def data_of(state: State) -> dict[str, Json]:
    """What a step back keeps."""
    return {name: kept for name, kept in state.data.items() if name in {"n", "from"}}
