"""Record as done (登记已做): the day, a few words, a photo when there is one. It makes any rule whole that has no conversation."""

from datetime import date, timedelta

from checklists.reading.dates import Side, read_date
from checklists.reminders import Task
from checklists.words import Words
from dialogs.cards import Row, button
from dialogs.context import Context
from dialogs.owing.lines import said
from dialogs.owing.listing import CARD
from dialogs.owing.opening import FLOW, RECORD
from dialogs.talk import Input, Line, Screen, SentPhoto, State, Step, Tapped, Wrote
from dialogs.words import on_day
from safety.events_hazards import Picture
from safety.events_owed import OwedRecorded
from safety.owed import Owed
from safety.people import Role

WORDS = "words"
LONGEST = 500  # characters
DAY = timedelta(days=1)


def show(state: State, one: Owed, context: Context) -> Screen:
    """Which day, then what was done."""
    args = said(one, context.today)
    if not _may(one, context):
        return Screen((Line("record-principal", args),), ((button("owed-hand", "h"), button("back", "b")),))
    if state.at == RECORD:
        row: Row = (button("record-today", "t"), button("record-yesterday", "y"))
        lines: list[Line | Words] = [Line("record-day", args)]
        if one.task is Task.STATISTICS:
            lines.append(Line("record-statistics"))
        return Screen(lines, (row, (button("back", "b"),)))
    day = _day(state)
    args = {**args, "day": on_day(day or context.today, context.today)}
    return Screen((Line("record-words", args),), ((button("record-done", "k"), button("back", "b")),))


def step(state: State, told: Input, one: Owed, context: Context) -> Step | None:
    """Take the day, then words or a photo, and record it."""
    if isinstance(told, Tapped) and told.option == "b":
        return Step(State(FLOW, CARD if state.at == RECORD else RECORD, {"n": one.number}))
    if not _may(one, context):
        hands = isinstance(told, Tapped) and told.option == "h" and one.mine
        return Step(State(FLOW, "whom", {"n": one.number})) if hands else None
    return _on_day(told, one, context) if state.at == RECORD else _on_words(state, told, one)


def _on_day(told: Input, one: Owed, context: Context) -> Step | None:
    day = None
    if isinstance(told, Tapped):
        day = {"t": context.today, "y": context.today - DAY}.get(told.option)
    elif isinstance(told, Wrote):
        day = read_date(told.text, context.today, Side.BACK)
        if day is None or day > context.today:
            return Step(State(FLOW, RECORD, {"n": one.number}), say=Line("record-no-day"))
    if day is None:
        return None
    return Step(State(FLOW, WORDS, {"n": one.number, "day": day.isoformat()}))


def _on_words(state: State, told: Input, one: Owed) -> Step | None:
    day = _day(state)
    if day is None:
        return Step(State(FLOW, RECORD, {"n": one.number}))
    if isinstance(told, Tapped) and told.option == "k":
        return _recorded(OwedRecorded(one.number, day), one)
    if isinstance(told, Wrote) and not told.edited:
        return _recorded(OwedRecorded(one.number, day, told.text.strip()[:LONGEST]), one)
    if isinstance(told, SentPhoto):
        picture = Picture(told.file, told.unique, told.size, told.caption)
        return _recorded(OwedRecorded(one.number, day, told.caption[:LONGEST], (picture,)), one)
    return None


def _recorded(event: OwedRecorded, one: Owed) -> Step:
    return Step(State(FLOW), (event,), say=Line("record-kept", {"title": one.title}))


def _day(state: State) -> date | None:
    kept = state.data.get("day")
    return date.fromisoformat(kept) if isinstance(kept, str) else None


def _may(one: Owed, context: Context) -> bool:
    """Statistics are signed by the principal (隐患排查规定 art. 14): only they record them."""
    seat = context.actor.seat
    return one.task is not Task.STATISTICS or (seat is not None and seat.role is Role.PRINCIPAL)
