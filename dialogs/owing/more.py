"""More time and not mine: what can be said when a step of the ladder is coming; and the answer of who decides, in one tap."""

from collections.abc import Sequence
from datetime import date

from checklists.reading.dates import Side, read_date
from checklists.reminders import Recipient, Reminder, Task
from checklists.words import Words
from dialogs.cards import GAP, Row, button, index_in
from dialogs.context import Context
from dialogs.owing.lines import said, whom
from dialogs.owing.opening import FLOW, begun
from dialogs.talk import Argument, Button, Input, Json, Line, Screen, State, Step, Tapped, Wrote
from dialogs.words import on_day
from safety.calendar import today as day_of
from safety.events_ladder import ExtensionAsked, ExtensionDecided
from safety.ladder import (
    LONGEST,
    REASONS,
    SHORTEST,
    USUAL,
    Ladder,
    Wanted,
    decider,
    may_be_asked,
    suggested,
    why_of,
)
from safety.owed import Owed

MORE, WHY, GRANT = "more", "why", "grant"
LABELS = {"parts": "more-parts", "workers": "more-workers", "money": "more-money"}


def asks(one: Owed, context: Context) -> Step:
    """Until when; hazards have an extension of their own on their card, and one request waits at a time."""
    if one.task is Task.FIX:
        return begun(one, context)
    if one.ladder.asked is not None:
        return Step(State(FLOW, "card", {"n": one.number}), say=Line("extension-waits"))
    return Step(State(FLOW, MORE, {"n": one.number}))


def show(state: State, one: Owed, context: Context) -> Screen:
    """Which day, then why."""
    args = said(one, context.today)
    if state.at == MORE:
        lines: list[Line | Words] = [Line("more-day", args), *legal_line(one, context.today)]
        days = suggested(one.due, context.now, context.ledger.calendar())
        row: Row = tuple(Button(on_day(day, context.today), f"d{place}") for place, day in enumerate(days))
        return Screen(lines, (row, (button("back", "b"),)))
    day = _day(state) or context.today
    who = decider(_rule(one, context), context.actor.seat.role) if context.actor.seat else Recipient.TOWN
    args = {**args, "until": on_day(day, context.today), "whom": who.value}
    row = tuple(button(LABELS[why], f"r{place}") for place, why in enumerate(REASONS))
    return Screen((Line("more-why", args),), (row, (button("back", "b"),)))


def step(state: State, told: Input, one: Owed, context: Context) -> Step | None:
    """Take the day, then the reason, and ask."""
    if isinstance(told, Tapped) and told.option == "b":
        return Step(State(FLOW, "card" if state.at == MORE else MORE, {"n": one.number}))
    return _on_day(told, one, context) if state.at == MORE else _on_why(state, told, one, context)


def _on_day(told: Input, one: Owed, context: Context) -> Step | None:
    day = None
    if isinstance(told, Tapped):
        days = suggested(one.due, context.now, context.ledger.calendar())
        place = index_in("d", told.option, len(days))
        day = None if place is None else days[place]
    elif isinstance(told, Wrote) and not told.edited:
        day = read_date(told.text, context.today, Side.AHEAD)
        if day is None or not may_be_asked(day, one.due, context.now):
            return Step(State(FLOW, MORE, {"n": one.number}), say=Line("more-no-day"))
    if day is None:
        return None
    return Step(State(FLOW, WHY, {"n": one.number, "day": day.isoformat()}))


def _on_why(state: State, told: Input, one: Owed, context: Context) -> Step | None:
    day, reason, seat = _day(state), _reason(told), context.actor.seat
    if day is None or seat is None:
        return Step(State(FLOW, MORE, {"n": one.number}))
    if reason is None:
        return None
    if len(reason) < SHORTEST:
        return Step(state, say=Line("more-why-short"))
    who = decider(_rule(one, context), seat.role)
    event = ExtensionAsked(one.number, day, reason[:LONGEST], who)
    return Step(State(FLOW, "card", {"n": one.number}), (event,), say=Line("more-asked", {"whom": who.value}))


def _reason(told: Input) -> str | None:
    """Typed words, or one of the usual reasons."""
    if isinstance(told, Wrote) and not told.edited:
        return told.text.strip()
    if not isinstance(told, Tapped):
        return None
    place = index_in("r", told.option, len(REASONS))
    return None if place is None else f"{USUAL}{REASONS[place]}"


def decided(state: State, context: Context) -> Step:
    """The one tap of a letter's button, or of a card's. Whoever was quicker has decided."""
    number, yes = state.data.get("x"), state.data.get("yes")
    wanted = context.ledger.exceptions().request(number) if isinstance(number, int) else None
    home = State(FLOW, "late") if context.supervises else State(FLOW)
    if wanted is None:
        return Step(home, say=Line("extension-gone"))
    event = ExtensionDecided(wanted.number, granted=bool(yes))
    args: dict[str, Argument] = {
        "granted": "yes" if yes else "no",
        "title": wanted.title,
        "until": on_day(wanted.until, context.today),
    }
    return Step(home, (event,), say=Line("extension-answered", args))


def answers(wanted: Wanted | None) -> tuple[Row, ...]:
    """The two buttons of who decides, on a card."""
    return () if wanted is None else ((button("extension-yes", "y"), button("extension-no", "j")),)


def answer(wanted: Wanted | None, option: str, context: Context) -> Step | None:
    """One of them was tapped."""
    if wanted is None or option not in {"y", "j"}:
        return None
    return decided(State(FLOW, GRANT, {"x": wanted.number, "yes": int(option == "y")}), context)


def asked_line(wanted: Wanted, day: date) -> Line:
    """Who wants how much more time, and why."""
    why, words = why_of(wanted.reason)
    args: dict[str, Argument] = {
        "person": wanted.person,
        "until": on_day(wanted.until, day),
        "why": why,
        "reason": words,
        "count": wanted.count,
    }
    return Line("extension-wanted", args)


def told(one: Owed, day: date) -> Sequence[Line | Words]:
    """What a card says of the ladder: the step that is coming, more time, that it has gone up."""
    ladder = one.ladder
    lines: list[Line | Words] = [coming(ladder, day)] if ladder.to is not None else []
    if ladder.asked is not None:
        lines.append(Line("ladder-asked", {"until": on_day(ladder.asked, day)}))
    if ladder.until is not None:
        lines.append(Line("ladder-until", {"until": on_day(ladder.until, day), "count": ladder.count}))
        lines += legal_line(one, day)
    return [*lines, Line("ladder-risen")] if ladder.risen else lines


def coming(ladder: Ladder, day: date) -> Line:
    """To whom it goes, and when."""
    on = on_day(ladder.on, day) if ladder.on else GAP
    return Line("ladder-coming", {**whom(ladder), "on": on})


def legal_line(one: Owed, day: date) -> Sequence[Line]:
    """A day of the law stays in sight whatever is asked for."""
    return (Line("ladder-legal", {"due": on_day(day_of(one.due), day)}),) if one.legal else ()


def _rule(one: Owed, context: Context) -> Reminder:
    return context.ledger.rules().reminders.rule(one.rule)


def _day(state: State) -> date | None:
    kept: Json = state.data.get("day")
    return date.fromisoformat(kept) if isinstance(kept, str) else None
