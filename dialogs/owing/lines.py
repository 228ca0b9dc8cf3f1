"""How one thing owed is said: what, which one, by when, about how long it takes."""

from datetime import date

from checklists.words import Words
from dialogs.cards import GAP
from dialogs.talk import Argument, Line
from dialogs.words import on_day
from safety.calendar import today
from safety.owed import Owed


def item(number: int, one: Owed, day: date, *, place: bool = False) -> Line:
    """One line of a list. `place`: which enterprise, for people of several."""
    return Line("owed-item", {"n": number, **said(one, day, place=place)})


def said(one: Owed, day: date, *, place: bool = False) -> dict[str, Argument]:
    """What a sentence about it needs."""
    due = today(one.due)
    late = (day - due).days
    return {
        "title": one.title,
        "detail": _detail(one),
        "due": on_day(due, day),
        "late": max(0, late),
        "soon": {0: "today", -1: "tomorrow"}.get(late, "later"),
        "minutes": one.minutes or 0,
        "place": Line("owed-place", {"enterprise": one.enterprise}) if place else GAP,
    }


def _detail(one: Owed) -> Line | Words:
    """Names of people go in by `person`, so that they can be veiled."""
    if not one.detail or one.detail == GAP:
        return GAP
    if one.about.startswith(("person:", "worker:")) and isinstance(one.detail, str):
        return Line("owed-person", {"person": one.detail})
    return Line("owed-detail", {"detail": one.detail})
