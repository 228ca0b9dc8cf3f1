"""The morning letter: the figures of the day or of a longer span, cases and numbers as buttons. All fine: one line, without sound."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from dialogs.cards import Row, button
from dialogs.digest import chasing, numbers, seats, spans
from dialogs.digest.cases import FLOW, opens
from dialogs.digest.laid import BUTTONS
from dialogs.digest.lines import concerns, lines_of
from dialogs.talk import Argument, Button, Line, Screen, State
from dialogs.texts import SHANGHAI
from safety.areas import Area, Concern
from safety.digests import Report, Span
from safety.measures import Measure


def letter(area: Area, now: datetime, report: Report | None = None, known: int = 0) -> Screen:
    """Of an area whose exceptions are those that its reader is told of now; `known`: how many they know of already."""
    today = now.astimezone(SHANGHAI).date()
    named = list(concerns(area))
    handed = area.handed if report is None else report.handed
    quiet = not (named or area.today.suspected_major or area.waiting_joins or area.guessed_year or handed)
    if quiet and (report is None or _nothing(report)):
        return _one_line(area, today, known)
    lines = lines_of(area, today) if report is None else spans.whole(area, report, named)
    return Screen(lines, _rows(area, named, report, today))


def _nothing(report: Report) -> bool:
    return not any(report.now.get(one, 0) for one in (Measure.FOUND, Measure.CLOSED, Measure.OVERDUE))


def _one_line(area: Area, today: date, known: int) -> Screen:
    args: dict[str, Argument] = {"name": area.name, "day": today}
    if not known:
        return Screen((Line("letter-digest-fine", args),))
    return Screen((Line("letter-digest-same", {**args, "n": known}),))


def _rows(area: Area, named: Sequence[Concern], report: Report | None, today: date) -> tuple[Row, ...]:
    """The numbers of the digest, whom to chase, as many cases as leave room for both, then the whole of it while there is room."""
    counted = tuple(_open(one, report, today) for one in _numbers(area, report))
    chase = [Button(Line("to-chase"), opens=State(FLOW, chasing.AT))] if chasing.chaseable(named) else []
    room = BUTTONS - len(counted) - len(chase)
    cases = tuple(
        replace(button("item-number", "", n=number), opens=opens(one))
        for number, one in enumerate(named[:room], 1)
    )
    whole = Button(Line("open-digest"), opens=State(FLOW) if report is None else spans.at(report.span))
    more = [whole, *_seats(area, report)][: room - len(cases)]
    return tuple(row for row in (cases, counted, (*chase, *more)) if row)


def _seats(area: Area, report: Report | None) -> list[Button]:
    """The list of seats that changed hands, when there is one."""
    handed, span = (area.handed, Span.DAY) if report is None else (report.handed, report.span)
    return [replace(one, option="", opens=seats.behind(span)) for one in seats.to_list(handed, area.offered)]


def _numbers(area: Area, report: Report | None) -> list[Button]:
    return numbers.of_day(area) if report is None else numbers.of_span(report)


def _open(one: Button, report: Report | None, today: date) -> Button:
    """A button of a screen as one of a letter: it carries the list that it opens."""
    measure = numbers.meant(one.option)
    if measure is None:
        raise LookupError(one.option)
    return replace(one, option="", opens=numbers.letters(measure, report, today.isoformat()))
