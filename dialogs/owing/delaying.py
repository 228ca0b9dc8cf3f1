"""Tomorrow morning, hand to someone, give it back, and the hour of the daily message: what changes who is told when."""

from collections.abc import Sequence
from datetime import time, timedelta

from checklists.words import Words
from dialogs import cards
from dialogs.cards import GAP, Row, button
from dialogs.context import Context
from dialogs.owing import more
from dialogs.owing.lines import item, said
from dialogs.owing.listing import CARD, put_off_until
from dialogs.owing.opening import FLOW
from dialogs.register import role_line
from dialogs.talk import Argument, Json, Line, Screen, State, Step
from safety.calendar import today
from safety.checks import Colleague
from safety.events_owed import HourChosen, OwedGivenBack, OwedHanded, OwedPutOff
from safety.owed import Owed
from safety.owing import State as Standing
from safety.owing_days import hour_of
from safety.people import Role

WHICH, WHOM, HOUR = "which", "whom", "hour"
MOST = 6  # matters or colleagues on one screen
HOURS = (time(8, 30), time(10), time(14), time(16, 30))


def among(ids: object, context: Context) -> Sequence[Owed]:
    """Those of a letter's matters that are still open and the reader's own, most urgent first."""
    kept = {one for one in ids if isinstance(one, int)} if isinstance(ids, list) else set()
    return [one for one in context.ledger.owed().mine() if one.number in kept and one.state is Standing.OPEN]


def later(owed: Sequence[Owed], context: Context) -> Step:
    """Told again on the next working day at their hour; that it is not tomorrow is said, whatever an old button says."""
    if not owed:
        return Step(State(FLOW), say=Line("owed-done-already"))
    until = put_off_until(context)
    event = OwedPutOff(tuple(one.number for one in owed), until)
    rests = "no" if today(until) == context.today + timedelta(days=1) else "yes"
    args: dict[str, Argument] = {"moment": until, "n": len(owed), "rests": rests}
    return Step(State(FLOW), (event,), say=Line("owed-put-off", args))


def hand(owed: Sequence[Owed], context: Context) -> Step:
    """Choose which, when there are several, then to whom."""
    return _to(owed, context, "hand")


def not_mine(owed: Sequence[Owed], context: Context) -> Step:
    """Choose which, then whose it is; the principal when nobody knows."""
    return _to(owed, context, "not")


def ask(owed: Sequence[Owed], context: Context) -> Step:
    """Choose which, then until when."""
    if len(owed) == 1:
        return more.asks(owed[0], context)
    return _which(owed, "ask") if owed else Step(State(FLOW), say=Line("owed-done-already"))


def _to(owed: Sequence[Owed], context: Context, why: str) -> Step:
    if not owed:
        return Step(State(FLOW), say=Line("owed-done-already"))
    if not context.ledger.colleagues():
        return Step(State(FLOW), say=Line("owed-nobody"))
    return Step(_whom(owed[0], why)) if len(owed) == 1 else _which(owed, why)


def _whom(one: Owed, why: str) -> State:
    return State(FLOW, WHOM, {"n": one.number, **({"why": why} if why == "not" else {})})


def _which(owed: Sequence[Owed], why: str) -> Step:
    ids: list[Json] = [one.number for one in owed[:MOST]]
    return Step(State(FLOW, WHICH, {"ids": ids, **({"why": why} if why != "hand" else {})}))


def show_which(state: State, context: Context) -> Screen:
    """The matters of a letter, one button each."""
    owed = among(state.data.get("ids"), context)
    lines: list[Line | Words] = [Line("owed-which", {"why": str(state.data.get("why", "hand"))}), GAP]
    lines += [item(number, one, context.today) for number, one in enumerate(owed, 1)]
    return Screen(lines, (*cards.list_rows(len(owed), 0, len(owed)), (button("back", "b"),)))


def on_which(state: State, option: str, context: Context) -> Step | None:
    owed = among(state.data.get("ids"), context)
    place = cards.index_in("a", option, len(owed))
    if place is None:
        return Step(State(FLOW)) if option == "b" else None
    why = str(state.data.get("why", "hand"))
    return more.asks(owed[place], context) if why == "ask" else Step(_whom(owed[place], why))


def show_whom(state: State, one: Owed, context: Context) -> Screen:
    """One line and one button a colleague."""
    whose = state.data.get("why") == "not"
    lines: list[Line | Words] = [Line("owed-whose" if whose else "owed-whom", said(one, context.today)), GAP]
    colleagues = _colleagues(context)
    for number, who in enumerate(colleagues, 1):
        args: dict[str, Argument] = {"n": number, "person": who.name, "role": role_line(who.role)}
        lines.append(Line("owed-colleague", args))
    unknown = ((button("owed-to-principal", "p"),),) if whose and _principal(context) else ()
    rows = cards.list_rows(len(colleagues), 0, len(colleagues))
    return Screen(lines, (*rows, *unknown, (button("back", "b"),)))


def _principal(context: Context) -> Colleague | None:
    return next((one for one in context.ledger.colleagues() if one.role is Role.PRINCIPAL), None)


def on_whom(one: Owed, option: str, context: Context) -> Step | None:
    """The colleague gets a letter; they are reminded from now on."""
    colleagues = _colleagues(context)
    if option == "b":
        return Step(State(FLOW, CARD, {"n": one.number}))
    place = cards.index_in("a", option, len(colleagues))
    who = _principal(context) if option == "p" else None if place is None else colleagues[place]
    if who is None or not one.mine:
        return None
    args: dict[str, Argument] = {"title": one.title, "person": who.name}
    return Step(State(FLOW), (OwedHanded(one.number, who.person),), say=Line("owed-handed", args))


def _colleagues(context: Context) -> Sequence[Colleague]:
    return context.ledger.colleagues()[:MOST]


def give_back(one: Owed, context: Context) -> Step | None:
    """Only who it was handed to can give it back."""
    if one.holder_id != context.actor.person or one.giver is None:
        return None
    event = OwedGivenBack(one.number, one.giver)
    return Step(State(FLOW), (event,), say=Line("owed-given-back", {"title": one.title}))


def show_hour(context: Context) -> Screen:
    """The usual times of day inside the windows; the present one is marked."""
    hours = context.ledger.rules().reminders.hours
    now = hour_of(context.ledger.owed().hour(), hours)
    lines = (Line("todo-hour-title", {"time": f"{now:%H:%M}"}),)
    row: Row = tuple(
        button("clock", f"p{index}", time=f"{one:%H:%M}") for index, one in enumerate(HOURS) if one != now
    )
    return Screen(lines, (row, (button("back", "b"),)))


def on_hour(option: str) -> Step | None:
    place = cards.index_in("p", option, len(HOURS))
    if place is None:
        return Step(State(FLOW)) if option == "b" else None
    one = HOURS[place]
    say = Line("todo-hour-chosen", {"time": f"{one:%H:%M}"})
    return Step(State(FLOW), (HourChosen(one.hour * 60 + one.minute),), say=say)
