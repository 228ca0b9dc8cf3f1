"""The one message a day: what a person owes, most urgent first, with what, by when and how long; three buttons; and what rides in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from checklists.words import Words
from dialogs.cards import GAP
from dialogs.owing.lines import item, put_off, said
from dialogs.owing.opening import FLOW
from dialogs.talk import Button, Json, Line, Screen, State
from safety.owed import Owed

SHOWN = 6  # lines; the rest is counted and stands in the list
MOST = 8  # buttons of one message
LATER = Line("owed-later")


@dataclass(frozen=True, slots=True)
class Ride:
    """What rides in the message beside what is owed: its words, and the button that leads to it.

    about   what is owed about the same thing (`Owed.about`): where that is told, this is not
    """

    line: Line
    button: Button | None = None
    about: str = ""


def room(owed: Sequence[Owed]) -> int:
    """How much can ride beside these, a button each."""
    return MOST - sum(len(row) for row in _rows(owed, LATER))


def letter(
    owed: Sequence[Owed], day: date, *, later: datetime, others: int = 0, rides: Sequence[Ride] = ()
) -> Screen:
    """`owed`: what is told today, nothing on a day for what rides alone; `later`: to when it is put off; `others`: how much else is open."""
    lines = _lines(owed, day)
    for one in rides:
        lines += [GAP, one.line] if lines else [one.line]
    if others:
        lines += [GAP, Line("letter-owed-others", {"n": others})]
    ways = [(one.button,) for one in rides if one.button is not None]
    return Screen(lines, (*_rows(owed, put_off(later, day)), *ways))


def _lines(owed: Sequence[Owed], day: date) -> list[Line | Words]:
    """What is owed, the most urgent by name."""
    if not owed:
        return []
    several = len({one.enterprise for one in owed}) > 1
    shown = owed[:SHOWN]
    head = Line("letter-owed-one" if len(owed) == 1 else "letter-owed", {"n": len(owed)})
    lines: list[Line | Words] = [head]
    lines += [item(number, one, day, place=several) for number, one in enumerate(shown, 1)]
    if len(owed) > len(shown):
        lines.append(Line("letter-owed-more", {"n": len(owed) - len(shown)}))
    return lines


def _rows(owed: Sequence[Owed], later: Line) -> tuple[tuple[Button, ...], ...]:
    """Do it, put it off, hand it over; more time, not mine, where it goes up soon."""
    if not owed:
        return ()
    ids: list[Json] = [one.number for one in owed]
    rows: tuple[tuple[Button, ...], ...] = (
        (_button(Line("owed-now"), "now", ids),),
        (_button(later, "later", ids), _button(Line("owed-hand"), "hand", ids)),
    )
    warned: list[Json] = [one.number for one in owed if one.ladder.to is not None]
    if warned:
        rows = (
            *rows,
            (_button(Line("owed-more"), "ask", warned), _button(Line("owed-not-mine"), "notmine", warned)),
        )
    return rows


def alert(one: Owed, day: date) -> Screen:
    """An urgent matter by itself, at once."""
    ids: list[Json] = [one.number]
    return Screen(
        (Line("alert-owed", said(one, day)),),
        ((_button(Line("owed-now"), "now", ids), _button(Line("owed-hand"), "hand", ids)),),
    )


def _button(label: Line, at: str, ids: list[Json]) -> Button:
    return Button(label, opens=State(FLOW, at, {"ids": ids}))
