"""Answer cards that conversations share: pick, number, date, list. Pure rows of buttons, and how their options read.

Options are short marks, never words of ours or of content: `a3` the fourth answer, `g17` the 17th of the shown month.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal

from checklists.words import Words
from dialogs.talk import Button, Line, State

GAP = Words("", "")  # an empty line
IDLE = "x"  # a cell of a grid that does nothing
WEEK = 7
DECEMBER = 12
EARLIEST, LATEST = 1900 * 12, 2199 * 12 + 11  # months within which a calendar turns
PAGE = 5
Row = tuple[Button, ...]


def button(text: str, option: str, **args: str | int | Decimal | date | Words | Line) -> Button:
    """A button with a label of the locales."""
    return Button(Line(text, args), option)


def offset_of(state: State, total: int) -> int:
    """Where the page of a list begins, the first page when the list has become shorter meanwhile."""
    kept = state.data.get("offset")
    return kept if isinstance(kept, int) and 0 <= kept < max(total, 1) else 0


def number_after(mark: str, option: str) -> int | None:
    """The whole number in `a3`, `g17`; None when the option is anything else."""
    digits = option[len(mark) :]
    if (
        not option.startswith(mark)
        or not digits.isascii()
        or not digits.isdigit()
        or len(digits) > len("9999")
    ):
        return None
    return int(digits)


def index_in(mark: str, option: str, count: int) -> int | None:
    """The index in an option, when there is something at it."""
    index = number_after(mark, option)
    return index if index is not None and index < count else None


# --- pick ---------------------------------------------------------------------------------------------------------


def choices(labels: Sequence[Words], chosen: Sequence[int], wide: int, mark: str = "a") -> tuple[Row, ...]:
    """One button an answer, the chosen ones marked, up to `wide` in a row."""
    buttons = [
        Button(Line("chosen", {"label": label}) if index in chosen else label, f"{mark}{index}")
        for index, label in enumerate(labels)
    ]
    return tuple(tuple(buttons[start : start + wide]) for start in range(0, len(buttons), wide))


# --- number -------------------------------------------------------------------------------------------------------


def numbers(presets: Sequence[Decimal], last: Decimal | None, unit: Words | None) -> tuple[Row, ...]:
    """The last value with a step down and up, then the usual values; anything else is typed."""
    shown = unit or GAP
    row = tuple(
        button("number", f"p{index}", value=value, unit=shown)
        for index, value in enumerate(presets)
        if value != last
    )
    if last is None:
        return (row,) if row else ()
    around = (
        button("number-less", "n0"),
        Button(Line("chosen", {"label": Line("number", {"value": last, "unit": shown})}), "n1"),
        button("number-more", "n2"),
    )
    return (around, row[: 8 - 3 - 3]) if row else (around,)


def stepped(option: str, last: Decimal) -> Decimal | None:
    """The value that `−1`, the value itself or `+1` stands for."""
    return {"n0": last - 1, "n1": last, "n2": last + 1}.get(option)


# --- time ---------------------------------------------------------------------------------------------------------


def clocks(presets: Sequence[time], chosen: time | None) -> tuple[Row, ...]:
    """Now, then the usual times of day, three in a row; anything else is typed."""
    labels = [Line("clock", {"time": f"{one:%H:%M}"}) for one in presets]
    usual = tuple(
        Button(Line("chosen", {"label": label}) if one == chosen else label, f"p{index}")
        for index, (one, label) in enumerate(zip(presets, labels, strict=True))
    )
    row = (button("now", "w"), *usual)
    return tuple(row[start : start + 3] for start in range(0, len(row), 3))


# --- date ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Month:
    """One page of the calendar."""

    year: int
    month: int

    @classmethod
    def of(cls, day: date) -> "Month":
        return cls(day.year, day.month)

    @classmethod
    def read(cls, kept: object) -> "Month | None":
        """A month from `2026-11`, None when it is anything else."""
        found = re.fullmatch(r"([1-9]\d{3})-(\d{1,2})", kept, re.ASCII) if isinstance(kept, str) else None
        number = int(found.group(2)) if found else 0
        return cls(int(found.group(1)), number) if found and 1 <= number <= DECEMBER else None

    def moved(self, months: int) -> "Month":
        """The month so many months away, within the years a date can have."""
        place = self.year * 12 + self.month - 1 + months
        place = min(max(place, EARLIEST), LATEST)
        return Month(place // 12, place % 12 + 1)

    def day(self, number: int) -> date | None:
        """A day of this month, if it has it."""
        last = monthrange(self.year, self.month)[1]
        return date(self.year, self.month, number) if 1 <= number <= last else None


STEPS = {"y0": -12, "m0": -1, "m1": 1, "y1": 12}


def calendar(month: Month, allowed: Callable[[date], bool], chosen: date | None) -> tuple[Row, ...]:
    """A month as a grid, Monday first, with steps by month and year. Days that are not allowed do nothing."""
    head = (
        button("year-back", "y0"),
        button("month-back", "m0"),
        button("month", IDLE, year=month.year, month=month.month),
        button("month-on", "m1"),
        button("year-on", "y1"),
    )
    weekdays = tuple(button("weekday", IDLE, weekday=number) for number in range(1, WEEK + 1))
    blanks = date(month.year, month.month, 1).weekday()
    count = monthrange(month.year, month.month)[1]
    cells = [None] * blanks + list(range(1, count + 1))
    cells += [None] * (-len(cells) % WEEK)
    grid = [_cell(month, cell, allowed, chosen) for cell in cells]
    return (head, weekdays, *(tuple(grid[start : start + WEEK]) for start in range(0, len(grid), WEEK)))


def _cell(month: Month, number: int | None, allowed: Callable[[date], bool], chosen: date | None) -> Button:
    day = month.day(number) if number else None
    if day is None or not allowed(day):
        return button("no-day", IDLE)
    label = Line("day-number", {"day": day.day})
    return Button(Line("chosen", {"label": label}) if day == chosen else label, f"g{day.day}")


# --- list ---------------------------------------------------------------------------------------------------------


def list_rows(count: int, offset: int, total: int) -> tuple[Row, ...]:
    """Number buttons for the lines shown, and the way to the other pages."""
    row = tuple(button("item-number", f"a{index}", n=offset + index + 1) for index in range(count))
    paging = []
    if offset > 0:
        paging.append(button("page-back", "p0"))
    if offset + count < total:
        paging.append(button("page-on", "p1"))
    return tuple(one for one in (row, tuple(paging)) if one)


def turned(option: str, offset: int, total: int, page: int = PAGE) -> int | None:
    """The new offset after a tap on a page button, None when it was none."""
    if option == "p0":
        return max(0, offset - page)
    if option == "p1":
        return offset + page if offset + page < total else offset
    return None
