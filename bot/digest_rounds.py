"""The daily digest of supervisors: one row of `due` each, moved on to the next working day."""

from datetime import datetime, time, timedelta

from sqlalchemy import Connection

from bot.screens import post_screen
from bot.turn import House
from dialogs import digest
from safety.calendar import Calendar, next_time, today
from storage import due, people
from storage.due import Due
from storage.ledger import LedgerOf
from storage.outbox import Kind
from storage.people import Reader

KIND = "digest"
HOUR = time(8, 30)  # rule 27 of the conversation rules
LIVES = timedelta(hours=12)


def plan(connection: Connection, now: datetime, calendar: Calendar) -> list[Reader]:
    """Each supervisor has one due row for the daily digest; those who are new."""
    at = next_time(now, HOUR, calendar)
    new = [
        person
        for person in people.without_due(connection, KIND)
        if due.plan(connection, f"{KIND}:{person}", KIND, str(person), at)
    ]
    return [reader for person in new if (reader := people.reader_of(connection, person))]


def send(connection: Connection, house: House, calendar: Calendar, row: Due, now: datetime) -> bool:
    """The digest of one supervisor's own area. However late the tick, only one is sent. Whether the row was claimed."""
    if not due.move(connection, row, next_time(now, HOUR, calendar)):
        return False
    actor = people.actor_of(connection, int(row.subject))
    if actor.seat is None or not actor.seat.supervises:
        return True
    ledger = LedgerOf(connection, actor, house.catalogue, now)
    screen = digest.letter(ledger.area(today(now)), now)
    post_screen(
        connection,
        house.texts,
        actor.person,
        screen,
        key=f"digest:{row.due_at:%Y%m%d}:{row.subject}",
        kind=Kind.NOTICE,
        now=now,
        lives=LIVES,
        silent=not screen.rows,
    )
    return True
