"""The clock of the ladder: announces a step to who has to do it, then tells who is above, each once. Rows of `due`, one a matter.

It looks an hour ahead, so that what it has to say stands in the one message of that day (bot/owed_rounds.py).
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import Connection

from bot.screens import post_notice
from bot.turn import House
from checklists.reminders import Hours, Recipient
from safety.calendar import Calendar, today
from safety.ladder import Rise, next_moment, reminders, rises
from safety.letters import LetterKind, Notice, Opens, Value
from safety.owing_days import slot
from storage import due, enterprises, ladder, owedbook, owing, recipients, telling
from storage.due import Due
from storage.ladder import KIND, Climbing

__all__ = ["KIND", "LEAD", "climb"]

LEAD = owing.LEAD
SUPERVISING = frozenset({Recipient.TOWN, Recipient.DISTRICT})  # their exception list and digest say it
LIVES = timedelta(days=7)


def climb(connection: Connection, house: House, calendar: Calendar, row: Due, now: datetime) -> bool:
    """Claim one row; announce and tell what is due by now, and wait for what comes next. Nothing when it is done."""
    matter = ladder.standing(connection, house.catalogue, int(row.subject))
    hours = house.catalogue.rules.reminders.hours
    lead = timedelta() if matter is None or matter.rule.urgent else LEAD
    steps = _steps(matter, calendar, hours) if matter else ()
    if not due.move(connection, row, _following(matter, steps, calendar, hours, now + lead, lead)):
        return False
    if matter is not None:
        for rise in steps:
            _step(connection, house, calendar, matter, rise, now, now + lead)
    return True


def _steps(matter: Climbing, calendar: Calendar, hours: Hours) -> Sequence[Rise]:
    """Steps of the ladder; with more time its owner is reminded of the new day as of any other."""
    steps = rises(matter.rule, matter.due, calendar, hours)
    if matter.granted_at is None:
        return steps
    return [*reminders(matter.rule, matter.due, calendar, hours, matter.granted_at), *steps]


def _following(
    matter: Climbing | None,
    steps: Sequence[Rise],
    calendar: Calendar,
    hours: Hours,
    soon: datetime,
    lead: timedelta,
) -> datetime | None:
    if matter is None:
        return None
    found = [next_moment(matter.rule, matter.due, calendar, hours, soon)]
    found += [one.moment for one in steps if one.moment > soon]
    coming = [one for one in found if one is not None]
    return min(coming) - lead if coming else None


def _step(
    connection: Connection,
    house: House,
    calendar: Calendar,
    matter: Climbing,
    rise: Rise,
    now: datetime,
    soon: datetime,
) -> None:
    if rise.moment <= soon:
        if ladder.told(connection, matter, rise, max(now, rise.moment)):
            _tell(connection, house, calendar, matter, rise, now)
    elif rise.warn is not None and rise.warn <= soon and ladder.warned(connection, matter, rise, now):
        for person in ladder.owners(connection, matter):
            _in_message(connection, house, calendar, matter, person, rise.warn)


def _tell(
    connection: Connection, house: House, calendar: Calendar, matter: Climbing, rise: Rise, now: datetime
) -> None:
    """Inside the enterprise in their one message; an urgent matter to everybody at once."""
    own = rise.to is matter.rule.who
    people = (
        ladder.owners(connection, matter)
        if own
        else recipients.of(connection, matter.enterprise, matter.about, rise.to)
    )
    if matter.rule.urgent:
        for person in people:
            post_notice(connection, house.texts, _alert(connection, house, matter, rise, person), now)
    elif rise.to not in SUPERVISING:
        for person in people:
            _in_message(connection, house, calendar, matter, person, rise.moment)


def _in_message(
    connection: Connection, house: House, calendar: Calendar, matter: Climbing, person: int, moment: datetime
) -> None:
    hours = house.catalogue.rules.reminders.hours
    ladder.tell_on(connection, matter.id, person, moment)
    owing.pull(connection, person, slot(moment, telling.hour(connection, person, hours), calendar))


def _alert(connection: Connection, house: House, matter: Climbing, rise: Rise, person: int) -> Notice:
    details = owedbook.details_of(connection, house.catalogue, [matter.about])
    unit = enterprises.one(connection, matter.enterprise)
    args: dict[str, Value] = {
        "enterprise": unit.name,
        "town": unit.town,
        "title": matter.rule.title,
        "detail": details.get(matter.about, owedbook.NOTHING),
        "due": today(matter.due),
    }
    number = matter.about.partition(":")[2]
    hazard = matter.about.startswith("hazard:")
    opens = (
        Opens("open-hazard", "hazards", "card", {"number": number}) if hazard else Opens("open-late", "todo")
    )
    key = f"risen:{matter.id}:{matter.due:%Y%m%d%H%M}:{rise.to.value}:{rise.offset}:{person}"
    return Notice(person, "letter-risen", key, args, (opens,), LetterKind.ALERT, LIVES)
