"""Training of the demo: the machine shop and the restaurant held lessons, and the next ones can be attended tomorrow."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import partial

from sqlalchemy import Connection

from bot.demo.diary import Diary, act
from bot.routers import Speaker
from safety.calendar import at
from safety.events import Event
from safety.events_lessons import LessonAnnounced, LessonClosed, LessonCounted, LessonTicked
from storage.ledger import LedgerOf


@dataclass(frozen=True, slots=True)
class Plan:
    """What an enterprise held, and what it announced for tomorrow.

    held     days ago, subject, topic, minutes, people without an account, rules that are settled
    coming   subject, topic, minutes
    """

    place: str
    held: tuple[tuple[int, str, str, int, int, tuple[str, ...]], ...]
    coming: tuple[str, str, int]


SHOP = Plan(
    "车间会议角",
    (
        (24, "first_lesson", "节后复工怎么干", 45, 11, ()),
        (11, "fire", "灭火器和疏散", 90, 9, ("R26", "R27")),
    ),
    ("trade", "机床和冲床的防护", 45),
)
KITCHEN = Plan(
    "大厅",
    ((12, "fire", "灭火毯和灭火器怎么用", 45, 2, ("R26",)),),
    ("trade", "燃气软管和报警器怎么查", 45),
)
AFTERNOON = "16:00"


def teach(diary: Diary, officer: Speaker, plan: Plan) -> None:
    """Note down what was held, and what was announced for tomorrow."""
    for days, subject, topic, minutes, others, settles in plan.held:
        when = diary.ago(days, AFTERNOON)
        event = LessonAnnounced(subject, topic, officer.name, when - timedelta(hours=2), minutes, plan.place)
        diary.note(when, partial(_held, diary=diary, officer=officer, event=event, others=(others, settles)))
    when = diary.ago(0, "08:20")
    tomorrow = at(diary.today + timedelta(days=1), time(14))
    subject, topic, minutes = plan.coming
    event = LessonAnnounced(subject, topic, officer.name, tomorrow, minutes, plan.place)
    diary.note(when, partial(_announced, officer=officer, event=event, when=when))


def _announced(connection: Connection, officer: Speaker, event: Event, when: datetime) -> None:
    act(connection, officer, when, event)


def _held(
    connection: Connection,
    diary: Diary,
    officer: Speaker,
    event: LessonAnnounced,
    others: tuple[int, tuple[str, ...]],
) -> None:
    """Announced, everybody with an account there, the others counted, closed."""
    when = event.at + timedelta(hours=2)
    actor = act(connection, officer, when, event)
    book = LedgerOf(connection, actor, diary.catalogue, when).lessons()
    lesson = book.newest()
    if lesson is None:
        raise LookupError("the lesson was not announced")
    ticks = [LessonTicked(lesson.number, one.about, here=True) for one in book.roll(lesson.number)]
    count, settles = others
    counted = LessonCounted(lesson.number, count, "")
    act(connection, officer, when, *ticks, counted, LessonClosed(lesson.number, settles))
