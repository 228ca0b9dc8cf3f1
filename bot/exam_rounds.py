"""The clock of exams: hands in what is there when time is up, and reminds of what was failed. Rows of `due`."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import Connection

from bot.screens import post_notice
from bot.turn import House
from dialogs.owing.letter import Ride
from dialogs.talk import Button, Line, State
from safety.calendar import Calendar, today
from safety.errors import Refusal
from safety.events_exams import ExamHandedIn
from safety.exams import Sheet
from safety.letters import Notice, Opens, Value
from safety.mistakes import Mistake, book, refresher_at
from safety.people import Right
from storage import due, exams, inbox, people, riders, spots
from storage.due import Due
from storage.prepared import savepoint
from storage.record import record
from storage.recording.exams import DEADLINE, REFRESHER
from storage.riders import Rider, Riding

__all__ = ["DEADLINE", "REFRESHER", "early", "hand_in", "remind", "ride"]

LIVES = timedelta(days=3)
RIDES = timedelta(
    days=14
)  # practice that nobody could be told of for longer comes with the next span of days
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
    """Claim one row; the person's next message says how many questions wait in the book. Again after the next span of days."""
    person, rules = int(row.subject), house.catalogue.rules.exams
    kept = _book(connection, house, person)
    failed_at = max((one.failed_at for one in kept), default=now)
    following = refresher_at(failed_at, now, rules, calendar) if kept else None
    if not due.move(connection, row, following):
        return False
    if kept:
        riders.put(connection, person, Riding.PRACTICE, "", now, RIDES)
    return True


def early(connection: Connection, house: House, calendar: Calendar, person: int, now: datetime) -> None:
    """What somebody would be reminded of later today rides in the message that leaves now."""
    row = due.of(connection, f"{REFRESHER}:{person}")
    if row is not None and today(row.due_at) <= today(now):
        remind(connection, house, calendar, row, now)


def ride(connection: Connection, house: House, rider: Rider, place: int, now: datetime) -> Ride | None:
    """How many questions wait in the book; nothing when none do."""
    del place, now
    kept = _book(connection, house, rider.person)
    if not kept or not people.actor_of(connection, rider.person).may(Right.TAKE_EXAM):
        return None
    line = Line("letter-exam-refresh", {"n": len(kept), "minutes": minutes_for(len(kept))})
    return Ride(line, Button(Line("open-exam-book"), opens=State("exam", "book")))


def _book(connection: Connection, house: House, person: int) -> Sequence[Mistake]:
    return book(exams.tries_of(connection, person), house.catalogue.rules.exams.leaves_after)


def minutes_for(questions: int) -> int:
    """About how long it takes to practise so many."""
    return max(1, round(questions / A_MINUTE))
