"""Whatever is tapped, typed, interrupted or left alone: every paper ends in one result, and its points are a plain recount."""

from dataclasses import dataclass, field, replace
from datetime import timedelta
from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, select

from bot.clock import RealClock
from bot.rounds import tick
from bot.turn import House
from dialogs import desk
from dialogs.codec import session_from_json, session_to_json
from dialogs.render import render
from dialogs.talk import Commanded, Input, Tapped, Wrote
from safety.calendar import Calendar
from safety.errors import Refusal
from safety.events_exams import ExamAnswered, ExamBegun
from safety.exams import Sheet
from storage.database import Database
from storage.prepared import savepoint
from storage.tables.exams import exam_results, exams
from tests import cast as casting
from tests.bot.pledged import TEXTS
from tests.cast import ALICE, Cast
from tests.storage.conftest import catalogue as small
from tests.storage.test_exams import ITEMS, PAPER, RIGHT, examined

__all__ = ["small"]
POINTS = {part.kind: part.points for part in PAPER.parts}
TEXTS_TYPED = (
    "A",
    "b",
    "AC",
    "ABCD",
    "对",
    "错",
    "第2题",
    "交卷",
    "检查",
    "标记",
    "下一题",
    "返回",
    "就这样交",
    "随便写写",
    "Z",
)
ACTIONS = st.one_of(
    st.tuples(st.just("button"), st.integers(0, 8)),
    st.tuples(st.just("types"), st.sampled_from(TEXTS_TYPED)),
    st.tuples(st.just("old"), st.sampled_from(["a0", "a1", "h", "y", "s"])),
    st.tuples(st.just("passes"), st.sampled_from([1, 60, 300, 599, 601, 4000])),
    st.tuples(st.just("killed"), st.integers(0, 8)),
    st.tuples(st.just("ticks"), st.just(0)),
    st.tuples(st.just("commands"), st.sampled_from(["exam", "menu", "help", "start"])),
)


class Killed(Exception):  # noqa: N818 - what happens to the process
    """The process ends before the turn commits."""


@dataclass
class Writer:
    """One person on the real tables. Every turn begins from what was kept: a restart changes nothing."""

    connection: Connection
    cast: Cast
    kept: str = ""
    flow: str = "menu"
    options: list[str] = field(default_factory=list)
    answers: dict[int, dict[int, tuple[str, ...]]] = field(default_factory=dict)

    def goes_on(self, told: Input, *, killed: bool = False) -> None:
        """One turn, as the bot runs it; one that was killed counts for nothing."""
        try:
            with savepoint(self.connection, "turn"):
                heard = self._hear(told, killed=killed)
        except Killed:
            return
        except Refusal as refusal:
            heard = desk.refused(session_from_json(self.kept), refusal)
        self._draw(replace(heard.session, screen=heard.session.screen + 1))
        for event in heard.events:
            if isinstance(event, ExamBegun):
                self.answers[max(self.answers, default=0) + 1] = {}
            if isinstance(event, ExamAnswered):
                self.answers[max(self.answers)][event.place] = event.chosen

    def _hear(self, told: Input, *, killed: bool) -> desk.Heard:
        session, ledger = session_from_json(self.kept), self.cast.ledger(self.connection, ALICE)
        actor = self.cast.actor(self.connection, ALICE)
        heard = desk.hear(session, told, actor, ledger, self.cast.now, TEXTS)
        self.cast.does(self.connection, ALICE, *heard.events)
        if killed:
            raise Killed
        return heard

    def _draw(self, session: desk.Session) -> None:
        ledger, actor = self.cast.ledger(self.connection, ALICE), self.cast.actor(self.connection, ALICE)
        screen = desk.draw(session, actor, ledger, self.cast.now)
        render(screen, actor.language, TEXTS, session.screen)
        self.options = [button.option for row in screen.rows for button in row if button.option]
        self.flow, self.kept = screen.flow, session_to_json(session)

    def press(self, option: str, *, back: int = 0, killed: bool = False) -> None:
        screen = session_from_json(self.kept).screen - back
        self.goes_on(Tapped(self.flow, screen, option), killed=killed)


def act(writer: Writer, what: str, which: object) -> None:
    if what in {"button", "killed"} and isinstance(which, int) and writer.options:
        writer.press(writer.options[which % len(writer.options)], killed=what == "killed")
    elif what == "types":
        writer.goes_on(Wrote(str(which), 1))
    elif what == "commands":
        writer.goes_on(Commanded(str(which)))
    elif what == "old":
        writer.press(str(which), back=1)
    elif what == "passes" and isinstance(which, int):
        writer.cast.now += timedelta(seconds=which)
    elif what == "ticks":
        house = House(writer.cast.catalogue, TEXTS, RealClock(), 1, "test")
        tick(writer.connection, house, Calendar(), writer.cast.now)


def recounted(sheet: Sheet, answers: dict[int, tuple[str, ...]]) -> Decimal:
    """Points counted plainly: full for exactly the right letters, half for some of several and no wrong one."""
    points, kinds = Decimal(0), {item.id: item.kind for item in ITEMS}
    for n, drawn in enumerate(sheet.drawn):
        said, right = set(answers.get(n, ())), set(RIGHT[drawn.item])
        worth = POINTS[kinds[drawn.item]]
        if said == right:
            points += worth
        elif len(right) > 1 and said and not said - right:
            points += Decimal(worth) / 2
    return points


def test_every_paper_ends_in_one_result(sqlite_database: Database, small: object) -> None:
    cast = casting.seat(sqlite_database, examined(small))  # type: ignore[arg-type]  # the fixture of another folder

    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    @given(actions=st.lists(ACTIONS, max_size=40))
    def wander(actions: list[tuple[str, object]]) -> None:
        with sqlite_database.writing() as connection:
            undone = connection.begin_nested()
            cast.now = casting.START
            writer = Writer(connection, cast)
            writer.goes_on(Commanded("exam"))
            writer.press("s")
            assert writer.answers
            for what, which in actions:
                act(writer, what, which)
            cast.now += timedelta(hours=1)
            act(writer, "ticks", 0)
            found = select(exams.c.sheet, exam_results.c.hundredths, exam_results.c.passed).outerjoin(
                exam_results, exam_results.c.exam == exams.c.id
            )
            rows = connection.execute(found.order_by(exams.c.id)).all()
            assert len(rows) == len(writer.answers)
            for row, answers in zip(rows, writer.answers.values(), strict=True):
                points = recounted(Sheet.from_json(row.sheet), answers)
                assert (row.hundredths, row.passed) == (points * 100, points >= PAPER.pass_points)
            undone.rollback()

    wander()
