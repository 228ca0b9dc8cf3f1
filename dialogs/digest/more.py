"""Beside the digest: longer spans, and what its reader wants: when it comes, the monthly report with it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import time

from checklists.reading.times import read_time
from dialogs import cards
from dialogs.cards import Row, button
from dialogs.context import Context
from dialogs.digest import spans
from dialogs.digest.cases import FLOW, opens
from dialogs.digest.laid import BUTTONS, WAYS, laid
from dialogs.digest.lines import concerns
from dialogs.talk import Button, Line, Screen, State, Step
from safety.digests import LONGER, Wish, may_come_at
from safety.events_digests import DigestWished

AT, WISHES, SPANS = "more", "wishes", "spans"
HOURS = (time(8), time(8, 30), time(9), time(10), time(14))


def show(context: Context) -> Screen:
    """What had no room on the first screen, and the ways to everything beside the day's digest."""
    hidden = _hidden(context)
    labels = [Button(Line("to-span", {"span": span.value}), f"a{place}") for place, span in enumerate(LONGER)]
    wish = context.ledger.digests().wish()
    settings = button("to-digest-wishes", "w", time=clock(wish.minutes))
    room = BUTTONS - len(LONGER) - 2 - len(hidden)
    if room < 0:
        return Screen((Line("digest-more", {"spans": "no"}),), _narrow(hidden, settings))
    home = (button("to-menu", "e"),) if room else ()
    rows = (*_pairs(hidden), tuple(labels[:2]), tuple(labels[2:]), (settings,), (button("back", "b"), *home))
    return Screen((Line("digest-more", {"spans": "yes"}),), rows)


def _narrow(hidden: Sequence[Button], settings: Button) -> tuple[Row, ...]:
    """Where much is hidden the longer spans have a screen of their own."""
    spans_ = button("to-spans", "p")
    return (*_pairs(hidden), (spans_, settings), (button("back", "b"), button("to-menu", "e")))


def _hidden(context: Context) -> list[Button]:
    """Cases keep the number that they have in the digest, under an option that no span has."""
    area = context.ledger.area(context.today)
    lay = laid(area, concerns(area), context)
    return [replace(one, option=one.option.replace("a", "c")) for one in lay.hidden]


def _pairs(buttons: Sequence[Button]) -> tuple[Row, ...]:
    return tuple(tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2))


def step(option: str, context: Context) -> Step | None:
    """To what was tapped."""
    place = cards.index_in("a", option, len(LONGER))
    if place is not None:
        return Step(spans.at(LONGER[place]))
    ways = {"w": State(FLOW, WISHES), "p": State(FLOW, SPANS), "b": State(FLOW), "e": State("menu"), **WAYS}
    if option in ways:
        return Step(ways[option])
    named = concerns(context.ledger.area(context.today))
    case = cards.index_in("c", option, len(named))
    return None if case is None else Step(opens(named[case]))


def show_spans(_context: Context) -> Screen:
    """The longer spans."""
    labels = [Button(Line("to-span", {"span": span.value}), f"a{place}") for place, span in enumerate(LONGER)]
    return Screen(
        (Line("digest-more", {"spans": "yes"}),),
        (tuple(labels[:2]), tuple(labels[2:]), (button("back", "b"), button("to-menu", "e"))),
    )


def step_spans(option: str, _context: Context) -> Step | None:
    """To one of them."""
    place = cards.index_in("a", option, len(LONGER))
    if place is not None:
        return Step(spans.at(LONGER[place]))
    ways = {"b": State(FLOW, AT), "e": State("menu")}
    return Step(ways[option]) if option in ways else None


def clock(minutes: int) -> str:
    """Minutes of the day as people read them."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


# --- what its reader wants ----------------------------------------------------------------------------------------


def show_wishes(context: Context) -> Screen:
    """Hours to choose from; any other is typed."""
    wish = context.ledger.digests().wish()
    buttons = [_hour(place, one, wish) for place, one in enumerate(HOURS)]
    report = button("digest-report-off" if wish.report else "digest-report-on", "r")
    line = Line("digest-wishes", {"time": clock(wish.minutes), "report": "yes" if wish.report else "no"})
    return Screen((line,), (tuple(buttons[:3]), tuple(buttons[3:]), (report,), (button("back", "b"),)))


def _hour(place: int, one: time, wish: Wish) -> Button:
    label = Line("clock", {"time": f"{one:%H:%M}"})
    chosen = one.hour * 60 + one.minute == wish.minutes
    return Button(Line("chosen", {"label": label}) if chosen else label, f"h{place}")


def wished(option: str, context: Context) -> Step | None:
    """An hour, or the report."""
    wish = context.ledger.digests().wish()
    if option == "b":
        return Step(State(FLOW, AT))
    if option == "r":
        event = DigestWished(wish.minutes, not wish.report)
        return Step(State(FLOW, WISHES), (event,))
    place = cards.index_in("h", option, len(HOURS))
    return None if place is None else _at(HOURS[place], wish)


def wrote(text: str, context: Context) -> Step | None:
    """An hour in words."""
    read = read_time(text, context.clock)
    return None if read is None else _at(read, context.ledger.digests().wish())


def _at(one: time, wish: Wish) -> Step:
    minutes = one.hour * 60 + one.minute
    if not may_come_at(minutes):
        return Step(State(FLOW, WISHES), say=Line("digest-hour-quiet"))
    new = replace(wish, minutes=minutes)
    say = Line("digest-hour-said", {"time": clock(minutes)})
    return Step(State(FLOW, WISHES), (DigestWished(new.minutes, new.report),), say=say)
