"""How one thing owed is said: what, which one, by when, about how long it takes."""

from datetime import date, datetime, time

from checklists.reminders import Recipient
from checklists.words import Words
from dialogs.cards import GAP
from dialogs.talk import Argument, Line
from dialogs.words import on_day
from safety.calendar import local
from safety.ladder import Ladder
from safety.owed import Owed


def item(number: int, one: Owed, day: date, *, place: bool = False) -> Line:
    """One line of a list. `place`: which enterprise, for people of several."""
    return Line("owed-item", {"n": number, **said(one, day, place=place)})


def said(one: Owed, day: date, *, place: bool = False) -> dict[str, Argument]:
    """What a sentence about it needs."""
    due = one.by
    late = (day - due).days
    return {
        "title": one.title,
        "detail": _detail(one),
        "due": on_day(due, day),
        "late": max(0, late),
        "soon": {0: "today", -1: "tomorrow"}.get(late, "later"),
        "minutes": one.minutes or 0,
        "above": _above(one, day),
        "place": Line("owed-place", {"enterprise": one.enterprise}) if place else GAP,
    }


NOON = time(12)
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def put_off(until: datetime, day: date) -> Line:
    """The button that puts something off, by the day and the time of day to which it does."""
    moment = local(until)
    ahead = (moment.date() - day).days
    when = "date" if ahead >= len(WEEKDAYS) else WEEKDAYS[moment.weekday()]
    on = Line("short-day", {"month": moment.month, "day": moment.day})
    early = "yes" if moment.time() < NOON else "no"
    return Line("owed-later", {"when": "tomorrow" if ahead == 1 else when, "on": on, "early": early})


def _above(one: Owed, day: date) -> Line | Words:
    """That it goes up soon, or has gone up."""
    ladder = one.ladder
    if ladder.to is not None and ladder.on is not None:
        args: dict[str, Argument] = {
            **whom(ladder),
            "tomorrow": "yes" if (ladder.on - day).days <= 1 else "no",
            "on": on_day(ladder.on, day),
        }
        return Line("owed-goes-up", args)
    return Line("owed-risen") if ladder.risen else GAP


def whom(ladder: Ladder) -> dict[str, Argument]:
    """Names of people go in by `person`, so that they can be veiled; areas are none."""
    outside = ladder.to in {Recipient.TOWN, Recipient.DISTRICT}
    return {
        "to": ladder.to.value if ladder.to else "",
        "person": "" if outside else ladder.above,
        "area": ladder.above if outside else "",
    }


def _detail(one: Owed) -> Line | Words:
    """Names of people go in by `person`, so that they can be veiled."""
    if not one.detail or one.detail == GAP:
        return GAP
    if one.about.startswith(("person:", "worker:")) and isinstance(one.detail, str):
        return Line("owed-person", {"person": one.detail})
    return Line("owed-detail", {"detail": one.detail})
