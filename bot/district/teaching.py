"""Training in a made-up district: first lessons at the start of work, and exams that people write."""

import random
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection

from bot.district.crew import Member
from bot.district.deeds import Hands
from checklists.bank import Paper
from safety.events import Event
from safety.events_exams import ExamAnswered, ExamBegun, ExamHandedIn
from safety.events_lessons import LessonAnnounced, LessonClosed, LessonCounted, LessonTicked
from safety.exams import TRAINEES, draw
from safety.lessons import FIRST_LESSON
from safety.people import Role
from storage.exams import ExamsOf
from storage.ledger import LedgerOf

TOPICS = ("节后复工怎么干", "本岗位的风险和规程", "事故案例和应急处置")
SETTLES = ("R39",)  # the rule about the first lesson
KNOWS = 0.86  # of the questions that somebody answers rightly
ATTENDED = (8, 54)  # people without an account who were there: 31 a lesson on the average


@dataclass(frozen=True, slots=True)
class Teaching:
    """Lets lessons be held and exams be written."""

    hands: Hands
    chance: random.Random

    def hold(self, connection: Connection, member: Member, when: datetime) -> None:
        """Announced, everybody with an account there, the others counted, closed."""
        hands, actor = self.hands, self.hands.crew.actors.get(member.account)
        if actor is None:
            return
        announced = LessonAnnounced(
            FIRST_LESSON,
            self.chance.choice(TOPICS),
            member.listed.name,
            when - timedelta(hours=2),
            45,
            "会议室",
        )
        if not hands.year.act(connection, actor, when, announced):
            return
        book = LedgerOf(connection, actor, hands.catalogue, when).lessons()
        lesson = book.newest()
        if lesson is None:
            raise LookupError("the lesson was not announced")
        ticks = [LessonTicked(lesson.number, one.about, here=True) for one in book.roll(lesson.number)]
        counted = LessonCounted(lesson.number, self.chance.randint(*ATTENDED), "")
        hands.year.act(connection, actor, when, *ticks, counted, LessonClosed(lesson.number, SETTLES))

    def write(self, connection: Connection, member: Member, paper: Paper, when: datetime) -> None:
        """A paper is drawn, answered rightly for the most part, and handed in."""
        hands, unit = self.hands, member.unit
        actor = hands.crew.actors.get(member.account)
        trainee = TRAINEES.get(member.listed.role or Role.OFFICER)
        if actor is None or unit is None or trainee is None:
            return
        exams = ExamsOf(connection, actor, hands.catalogue)
        sheet = draw(hands.catalogue.bank, paper, trainee, unit.facts, f"{member.account}/{when:%Y%m%d}")
        if not hands.year.act(connection, actor, when, ExamBegun(sheet.to_json(), paper.attempts_a_day)):
            return
        sitting = exams.sitting()
        if sitting is None:
            raise LookupError("no exam was begun")
        items = hands.catalogue.bank.items
        said: list[Event] = []
        for place, drawn in enumerate(sheet.drawn):
            item = items[drawn.item]
            right = tuple(sorted(item.right))
            wrong = tuple(one.id for one in item.choices if one.id not in right)[:1]
            chosen = right if self.chance.random() < KNOWS or not wrong else wrong
            said.append(ExamAnswered(sitting.exam, place, chosen))
        end = when + timedelta(minutes=self.chance.randint(12, max(13, sheet.minutes - 2)))
        hands.later(actor, end, [*said, ExamHandedIn(sitting.exam)])
