"""The clock of exams: hands in what is there when time is up, and reminds of what was failed. Rows of `due`."""

from datetime import datetime, timedelta

from sqlalchemy import Connection

from bot.screens import post_notice
from bot.turn import House
from safety.calendar import Calendar, at, today
from safety.errors import Refusal
from safety.events_exams import ExamHandedIn
from safety.exams import Sheet
from safety.letters import Notice, Opens, Value
from safety.mistakes import book, refresher_at
from safety.people import Right
from storage import due, exams, inbox, people, spots, telling
from storage.due import Due
from storage.prepared import savepoint
from storage.record import record
from storage.recording.exams import DEADLINE, REFRESHER

__all__ = ["DEADLINE", "REFRESHER", "hand_in", "remind"]

LIVES = timedelta(days=3)
A_MINUTE = 2  # questions of practice


def hand_in(connection: Connection, house: House, calendar: Calendar, row: Due, now: datetime) -> bool:
    """Claim one row and hand the paper in, once, unless its writer was quicker. What they sent in time is heard first."""
    exam = exams.of_number(connection, int(row.subject))
    if exam is not None and inbox.waits(connection, exam.person, row.due_at):
        return False
    if not due.move(connection, row, None):
        return False
    if exam is None or exam.number is not None:
        return True
    actor = people.actor_of(connection, exam.person)
    event = ExamHandedIn(exam.id, refresher_at(now, now, house.catalogue.rules.exams, calendar))
    try:
        with savepoint(connection, "exam"):
            record(connection, actor, [event], now, None, house.vault)
    except Refusal:
        return True
    _tell(connection, house, exam.id, now)
    return True


def _tell(connection: Connection, house: House, exam: int, now: datetime) -> None:
    done = exams.of_number(connection, exam)
    if done is None:
        return
    args: dict[str, Value] = {
        "title": Sheet.from_json(done.sheet).title,
        "points": f"{exams.points(done.hundredths):f}",
        "passed": "yes" if done.passed else "no",
    }
    flow = "guest" if spots.is_guest(connection, exam) else "exam"
    opens = Opens("open-exam-result", flow, "result", {"exam": exam})
    notice = Notice(done.person, "letter-exam-over", f"exam-over:{exam}", args, (opens,), expires_in=LIVES)
    post_notice(connection, house.texts, notice, now)


def remind(connection: Connection, house: House, calendar: Calendar, row: Due, now: datetime) -> bool:
    """Claim one row; tell its person how many questions wait in the book, and come again after the next span of days."""
    person, rules = int(row.subject), house.catalogue.rules.exams
    kept = book(exams.tries_of(connection, person), rules.leaves_after)
    failed_at = max((one.failed_at for one in kept), default=now)
    later = _when_untold(connection, house, calendar, person, now) if kept else now
    if later > now:
        return due.move(connection, row, later)
    following = refresher_at(failed_at, now, rules, calendar) if kept else None
    if not due.move(connection, row, following):
        return False
    if kept and people.actor_of(connection, person).may(Right.TAKE_EXAM):
        args: dict[str, Value] = {"n": len(kept), "minutes": minutes_for(len(kept))}
        key = f"exam-refresh:{person}:{row.due_at:%Y%m%d}"
        opens = Opens("open-exam-book", "exam", "book")
        notice = Notice(person, "letter-exam-refresh", key, args, (opens,), expires_in=LIVES)
        post_notice(connection, house.texts, notice, now)
    return True


def riding(connection: Connection, house: House, calendar: Calendar, person: int, now: datetime) -> int:
    """How many questions somebody is reminded of by today's message about what they owe; their own letter does not go then."""
    row = due.of(connection, f"{REFRESHER}:{person}")
    if row is None or today(row.due_at) > today(now):
        return 0
    rules = house.catalogue.rules.exams
    kept = book(exams.tries_of(connection, person), rules.leaves_after)
    if not kept or not people.actor_of(connection, person).may(Right.TAKE_EXAM):
        return 0
    following = refresher_at(max(one.failed_at for one in kept), now, rules, calendar)
    return len(kept) if due.move(connection, row, following) else 0


def minutes_for(questions: int) -> int:
    """About how long it takes to practise so many."""
    return max(1, round(questions / A_MINUTE))


def _when_untold(
    connection: Connection, house: House, calendar: Calendar, person: int, now: datetime
) -> datetime:
    """Now, unless this is a day on which they are told what they owe: that message takes practice along, today's or the next."""
    day = today(now)
    told = telling.key_of(connection, f"owed:{person}:{day:%Y%m%d}") is None
    following = telling.next_day(connection, person, house.catalogue.rules.reminders.hours, calendar, now)
    if not told and (following is None or today(following) != day):
        return now
    return at(calendar.next_working(day + timedelta(days=1)), house.catalogue.rules.exams.refresh_hour)
