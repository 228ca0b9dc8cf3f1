"""People are told of a lesson that was announced, some at a time, each once. Rows of `due`."""

from datetime import datetime, timedelta

from sqlalchemy import Connection

from bot.screens import post_notice
from bot.turn import House
from checklists.words import Words
from safety.calendar import Calendar
from safety.letters import Notice, Opens, Value
from storage import due, lessons
from storage.due import Due
from storage.recording.lessons import KIND
from storage.telling_lessons import come_to, of_industry

__all__ = ["KIND", "tell"]

CHUNK = 200
PAUSE = timedelta(seconds=1)  # other work comes in between


def tell(connection: Connection, house: House, _calendar: Calendar, row: Due, now: datetime) -> bool:
    """Claim one row and tell the next people; the row comes again until all are told, or it is over."""
    lesson = lessons.of_number(connection, int(row.subject))
    over = (
        lesson is None or lesson.called_off_at is not None or lesson.closed_at is not None or lesson.at <= now
    )
    if lesson is None or over:
        return due.move(connection, row, None)
    people = lessons.to_tell(connection, lesson, of_industry(lesson.industry), CHUNK)
    if not due.move(connection, row, now + PAUSE if len(people) == CHUNK else None):
        return False
    titles = {one.id: one.title for one in house.catalogue.rules.training.subjects}
    args: dict[str, Value] = {
        "title": titles.get(lesson.subject, Words(lesson.subject, lesson.subject)),
        "topic": lesson.topic,
        "titled": "yes" if lesson.topic else "no",
        "time": lesson.at,
        "place": lesson.place,
        "officer": lesson.lecturer,
        "holder": (holder := lessons.holder_name(connection, lesson)),
        "named": "yes" if holder else "no",
    }
    opens = Opens("open-lesson", "lesson", "card", {"lesson": lesson.id})
    for person in people:
        key = f"lesson:{lesson.id}:{person}"
        letter = Notice(person, "letter-lesson", key, args, (opens,), expires_in=max(PAUSE, lesson.at - now))
        post_notice(connection, house.texts, letter, now)
    if people:
        come_to(connection, lesson.id, people[-1])
    return True
