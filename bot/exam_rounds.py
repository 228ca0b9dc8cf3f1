"""The clock of exams: hands in what is there when time is up, and reminds of what was failed. Rows of `due`."""

from datetime import datetime, timedelta

from sqlalchemy import Connection

from bot.screens import post_notice
from bot.turn import House
from safety.calendar import Calendar
from safety.errors import Refusal
from safety.events_exams import ExamHandedIn
from safety.exams import Sheet
from safety.letters import Notice, Opens, Value
from safety.mistakes import book, refresher_at
from safety.people import Right
from storage import due, exams, inbox, people
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
    opens = Opens("open-exam-result", "exam", "result", {"exam": exam})
    notice = Notice(done.person, "letter-exam-over", f"exam-over:{exam}", args, (opens,), expires_in=LIVES)
    post_notice(connection, house.texts, notice, now)


def remind(connection: Connection, house: House, calendar: Calendar, row: Due, now: datetime) -> bool:
    """Claim one row; tell its person how many questions wait in the book, and come again after the next span of days."""
    person, rules = int(row.subject), house.catalogue.rules.exams
    kept = book(exams.tries_of(connection, person), rules.leaves_after)
    failed_at = max((one.failed_at for one in kept), default=now)
    following = refresher_at(failed_at, now, rules, calendar) if kept else None
    if not due.move(connection, row, following):
        return False
    if kept and people.actor_of(connection, person).may(Right.TAKE_EXAM):
        args: dict[str, Value] = {"n": len(kept), "minutes": max(1, round(len(kept) / A_MINUTE))}
        key = f"exam-refresh:{person}:{row.due_at:%Y%m%d}"
        opens = Opens("open-exam-book", "exam", "book")
        notice = Notice(person, "letter-exam-refresh", key, args, (opens,), expires_in=LIVES)
        post_notice(connection, house.texts, notice, now)
    return True
