"""The one message a day: what a person owes, most urgent first, with what, by when and how long; three buttons."""

from collections.abc import Sequence
from datetime import date

from checklists.words import Words
from dialogs.cards import GAP
from dialogs.owing.lines import item, said
from dialogs.owing.opening import FLOW
from dialogs.talk import Button, Json, Line, Screen, State
from safety.owed import Owed

SHOWN = 6  # lines; the rest is counted and stands in the list


def letter(
    owed: Sequence[Owed], day: date, *, others: int = 0, practice: int = 0, minutes: int = 0
) -> Screen:
    """`owed`: what is told today; `others`: how much else is open; `practice`: questions to practise, about so many minutes."""
    several = len({one.enterprise for one in owed}) > 1
    shown = owed[:SHOWN]
    head = Line("letter-owed-one" if len(owed) == 1 else "letter-owed", {"n": len(owed)})
    lines: list[Line | Words] = [head]
    lines += [item(number, one, day, place=several) for number, one in enumerate(shown, 1)]
    if len(owed) > len(shown):
        lines.append(Line("letter-owed-more", {"n": len(owed) - len(shown)}))
    if practice:
        lines += [GAP, Line("letter-exam-refresh", {"n": practice, "minutes": minutes})]
    if others:
        lines += [GAP, Line("letter-owed-others", {"n": others})]
    ids: list[Json] = [one.number for one in owed]
    rows: tuple[tuple[Button, ...], ...] = (
        (_button("owed-now", "now", ids),),
        (_button("owed-later", "later", ids), _button("owed-hand", "hand", ids)),
    )
    warned: list[Json] = [one.number for one in owed if one.ladder.to is not None]
    if warned:
        rows = (*rows, (_button("owed-more", "ask", warned), _button("owed-not-mine", "notmine", warned)))
    if practice:
        rows = (*rows, (Button(Line("open-exam-book"), opens=State("exam", "book")),))
    return Screen(lines, rows)


def alert(one: Owed, day: date) -> Screen:
    """An urgent matter by itself, at once."""
    ids: list[Json] = [one.number]
    return Screen(
        (Line("alert-owed", said(one, day)),),
        ((_button("owed-now", "now", ids), _button("owed-hand", "hand", ids)),),
    )


def _button(label: str, at: str, ids: list[Json]) -> Button:
    return Button(Line(label), opens=State(FLOW, at, {"ids": ids}))
