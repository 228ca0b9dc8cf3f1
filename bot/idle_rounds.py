"""A self-check that was begun and lies still is a line of the day's message to whoever answered last. Rows of `due`."""

from datetime import datetime, time, timedelta

from sqlalchemy import Connection

from bot.passing_on import ride_on
from bot.turn import House
from dialogs.owing.letter import Ride
from dialogs.talk import Button, Json, Line, State
from dialogs.words import on_day
from safety.calendar import Calendar, at, today
from storage import due, idle
from storage.due import Due
from storage.idle import Draft
from storage.riders import Rider, Riding

KIND = idle.KIND
HOUR = time(8)  # before the messages of the day
LIVES = timedelta(days=4)
AGAIN = timedelta(days=7)  # after the last reminder it is looked at so often, for somebody may go on with it
DAY = timedelta(days=1)


def look(connection: Connection, house: House, _calendar: Calendar, row: Due, now: datetime) -> bool:
    """Claim one row; a line for who answered last on the days of the content; no more once it is handed in or over."""
    one = idle.standing(connection, int(row.subject))
    if one is None or one.due < today(now):
        return due.move(connection, row, None)
    moments = [
        at(today(one.touched) + DAY * days, HOUR) for days in house.catalogue.rules.defaults.idling.days
    ]
    following = min((moment for moment in moments if moment > now), default=now + AGAIN)
    if not due.move(connection, row, following):
        return False
    if row.due_at in moments and one.person is not None:
        ride_on(connection, one.person, Riding.DRAFT, row.subject, now, LIVES)
    return True


def ride(connection: Connection, house: House, rider: Rider, place: int, now: datetime) -> Ride | None:
    """How far it has come and since when it lies still; nothing when somebody has gone on with it since."""
    one, day = idle.standing(connection, int(rider.subject)), today(now)
    form = None if one is None else house.catalogue.checklists.get(one.checklist)
    if one is None or form is None or one.touched >= rider.at or one.due < day:
        return None
    line = Line(
        "ride-draft",
        {
            "form": form.title,
            "n": one.answered,
            "days": (day - today(one.touched)).days,
            "due": on_day(one.due, day),
        },
    )
    return Ride(line, Button(Line("ride-go-on", {"n": place}), opens=_way(one)), _about(one))


def _about(one: Draft) -> str:
    return f"check:{one.enterprise}/{one.checklist}/{one.period}"


def _way(one: Draft) -> State:
    data: dict[str, Json] = {"checklist": one.checklist, "period": one.period, "draft": one.check}
    return State("check", "go-on", data)
