"""Beside the digest: longer spans, and what its reader wants: when it comes, the monthly report with it."""

from dataclasses import replace
from datetime import time

from checklists.reading.times import read_time
from dialogs import cards
from dialogs.cards import button
from dialogs.context import Context
from dialogs.digest import spans
from dialogs.digest.cases import FLOW
from dialogs.talk import Button, Line, Screen, State, Step
from safety.digests import LONGER, Wish, may_come_at
from safety.events_digests import DigestWished

AT, WISHES = "more", "wishes"
HOURS = (time(8), time(8, 30), time(9), time(10), time(14))


def show(context: Context) -> Screen:
    """The ways to everything beside the day's digest."""
    labels = [Button(Line("to-span", {"span": span.value}), f"a{place}") for place, span in enumerate(LONGER)]
    wish = context.ledger.digests().wish()
    settings = button("to-digest-wishes", "w", time=clock(wish.minutes))
    hazards = button("to-hazards", "z")  # its number may have had no room beside five cases
    rows = (
        tuple(labels[:2]),
        tuple(labels[2:]),
        (settings, hazards),
        (button("back", "b"), button("to-menu", "e")),
    )
    return Screen((Line("digest-more"),), rows)


def step(option: str, _context: Context) -> Step | None:
    """To what was tapped."""
    place = cards.index_in("a", option, len(LONGER))
    if place is not None:
        return Step(spans.at(LONGER[place]))
    ways = {"w": State(FLOW, WISHES), "z": State("hazards"), "b": State(FLOW), "e": State("menu")}
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
