"""The clock of what is owed: works out what enterprises owe, tells each person once a day, and urgent matters at once."""

from datetime import datetime, timedelta

from sqlalchemy import Connection

from bot import riding
from bot.screens import post_screen
from bot.turn import House
from dialogs.owing import letter
from safety.calendar import Calendar, at, today
from safety.owing_days import after, opening
from storage import delivery, due, obligations, owedbook, owing, riders, telling, urgent
from storage.due import Due
from storage.outbox import Kind

DAY, ALERT = owing.DAY, owing.ALERT
PORTION = 20  # enterprises in one transaction: about a twentieth of a second
LIVES = timedelta(days=3)
CONDITION = "owed"  # asked again at the moment of sending: bot/gate.py


def work_out(connection: Connection, house: House, calendar: Calendar, now: datetime) -> int:
    """Work out what some of the enterprises owe that were marked, the longest waiting first. How many."""
    rows = due.of_kind(connection, obligations.KIND, now, PORTION)
    for row in rows:
        following = owing.refresh(connection, house.catalogue, calendar, int(row.subject), now)
        due.move(connection, row, following)
    return len(rows)


def tell(connection: Connection, house: House, calendar: Calendar, row: Due, now: datetime) -> bool:
    """Claim one row and post the one message of the day; before their hour and outside the windows it waits."""
    person, reminders = int(row.subject), house.catalogue.rules.reminders
    own = telling.hour(connection, person, reminders.hours)
    moment = max(opening(now, calendar, reminders.hours), at(today(now), own))
    if moment > now:
        return due.move(connection, row, moment)
    key = key_of(connection, person, now)
    if key is None:
        tomorrow = telling.tomorrow(connection, person, reminders.hours, calendar, now)
        return due.move(connection, row, tomorrow)
    if not due.move(connection, row, far(now)):
        return False
    telling.recall(connection, person, now)
    riding.early(connection, house, calendar, person, now)
    found = telling.waiting(connection, person, now)
    _post(connection, house, calendar, person, [one.id for one in found], key, now)
    telling.told(connection, person, found, reminders, calendar, now)
    _again(connection, house, calendar, row, now)
    return True


def far(now: datetime) -> datetime:
    """Where a claimed row waits until its next time is known, in the same transaction."""
    return now + timedelta(days=1)


def _again(connection: Connection, house: House, calendar: Calendar, row: Due, now: datetime) -> None:
    """The next day on which something waits to be told; no row as long as nothing does."""
    hours = house.catalogue.rules.reminders.hours
    following = telling.next_day(connection, int(row.subject), hours, calendar, now)
    claimed = due.of(connection, row.key)
    if claimed is not None:
        due.move(connection, claimed, following)


def key_of(connection: Connection, person: int, now: datetime) -> str | None:
    """The key of today's message; None when it is on its way or was sent. One that was taken back gives way to another."""
    return telling.key_of(connection, f"owed:{person}:{today(now):%Y%m%d}")


def _post(
    connection: Connection,
    house: House,
    calendar: Calendar,
    person: int,
    numbers: list[int],
    key: str,
    now: datetime,
) -> None:
    """One message of what is owed and of what rides with it; what finds no room waits for the next one."""
    owed = owedbook.of_person(connection, house.catalogue, person, numbers, now) if numbers else ()
    told = {one.about for one in owed}
    waits = [one for one in riding.waiting(connection, house, person, now) if one.ride.about not in told]
    rides = waits[: letter.room(owed)]
    if not owed and not rides:
        return
    others = telling.count_others(connection, person, len(owed))
    later = telling.tomorrow(connection, person, house.catalogue.rules.reminders.hours, calendar, now)
    screen = letter.letter(owed, today(now), later=later, others=others, rides=[one.ride for one in rides])
    posted = post_screen(
        connection,
        house.texts,
        person,
        screen,
        key=key,
        kind=Kind.NOTICE,
        now=now,
        lives=LIVES,
        condition=CONDITION,
    )
    if posted is not None:
        delivery.tells(connection, posted, [one.rule for one in owed])
        riders.told(connection, [one.rider for one in rides], posted)


def alert(connection: Connection, house: House, calendar: Calendar, row: Due, now: datetime) -> bool:
    """Claim one row of an urgent matter and tell everybody who has to do it, at any hour; then wait for its next moment."""
    found = urgent.standing(connection, house.catalogue, int(row.subject))
    reminders = house.catalogue.rules.reminders
    following = None if found is None else after(found.rule, found.due, calendar, reminders.hours, now)
    if not due.move(connection, row, following):
        return False
    if found is None:
        return True
    for person in found.people:
        for one in owedbook.of_person(connection, house.catalogue, person, [found.id], now):
            posted = post_screen(
                connection,
                house.texts,
                person,
                letter.alert(one, today(now)),
                key=f"owed-alert:{found.id}:{row.due_at:%Y%m%d%H%M}:{person}",
                kind=Kind.ALERT,
                now=now,
                lives=LIVES,
                condition=CONDITION,
            )
            if posted is not None:
                delivery.tells(connection, posted, [one.rule])
    return True
