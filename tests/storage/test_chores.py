"""What comes again and again, on both databases: entered, done, paused, stopped, by its own enterprise alone; and the clock."""

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import Connection, select

from bot.clock import RealClock
from bot.rounds import tick
from bot.turn import House
from safety.calendar import Calendar, today
from safety.chores import ChoreState, Unit
from safety.errors import Refusal
from safety.events_chores import ChoreDone, ChoreMade, ChoreTurned
from safety.events_hazards import HazardMoved, Picture
from safety.hazards import HazardAction as A
from storage.tables.chores import chore_deeds
from storage.tables.media import media
from storage.tables.post import due, outbox
from tests.bot.pledged import TEXTS
from tests.cast import ALICE, BOB, CHARLIE, TANG, Cast, Speaker
from tests.storage.test_lives import person, report

NUMBER = "DQ-2026-000001"
MONDAY = date(2026, 11, 23)


def make(connection: Connection, cast: Cast, who: Speaker = ALICE, **more: object) -> None:
    given = {
        "title": "测试报警器",
        "owner": person(connection, cast, BOB),
        "due": MONDAY,
        "every": 1,
        "unit": Unit.MONTH,
    }
    cast.does(connection, who, ChoreMade(**(given | more)))  # type: ignore[arg-type]  # fields by name


def one(connection: Connection, cast: Cast, who: Speaker = ALICE) -> object:
    found = cast.ledger(connection, who).chores().one(NUMBER)
    return found and (found.due, found.state, found.last, found.last_by)


def test_it_is_due_again_by_its_rhythm(cast: Cast) -> None:
    with cast.database.writing() as connection:
        make(connection, cast)
        assert cast.ledger(connection, ALICE).chores().due(MONDAY) == 1
        cast.does(connection, BOB, ChoreDone(NUMBER, Picture("f", "u")))
        assert one(connection, cast) == (date(2026, 12, 23), ChoreState.OPEN, MONDAY, BOB.name)
        assert cast.ledger(connection, ALICE).chores().due(MONDAY) == 0
        assert connection.execute(select(media.c.subject)).scalars().all() == [f"chore/{NUMBER}"]
        assert len(connection.execute(select(chore_deeds)).all()) == 1


def test_it_pauses_goes_on_and_stops(cast: Cast) -> None:
    with cast.database.writing() as connection:
        make(connection, cast)
        cast.does(connection, ALICE, ChoreTurned(NUMBER, ChoreState.PAUSED))
        with pytest.raises(Refusal, match="chore-not-now"):
            cast.does(connection, ALICE, ChoreDone(NUMBER))
        cast.passes(days=10)
        cast.does(connection, ALICE, ChoreTurned(NUMBER, ChoreState.OPEN))
        assert one(connection, cast) == (today(cast.now), ChoreState.OPEN, None, "")
        cast.does(connection, ALICE, ChoreTurned(NUMBER, ChoreState.STOPPED))
        assert cast.ledger(connection, ALICE).chores().count() == 0
        for event in (
            ChoreDone(NUMBER),
            ChoreTurned(NUMBER, ChoreState.OPEN),
            ChoreTurned(NUMBER, ChoreState.DONE),
        ):
            with pytest.raises(Refusal, match="chore-not-now"):
                cast.does(connection, ALICE, event)


@pytest.mark.parametrize("who", [CHARLIE, TANG])
def test_nobody_else_sees_or_touches_it(cast: Cast, who: Speaker) -> None:
    with cast.database.writing() as connection:
        make(connection, cast)
        assert one(connection, cast, who) is None
        assert cast.ledger(connection, who).chores().listed() == ()
        for event in (ChoreDone(NUMBER), ChoreTurned(NUMBER, ChoreState.STOPPED)):
            with pytest.raises(Refusal):
                cast.does(connection, who, event)


@pytest.mark.parametrize(
    "wrong", [{"title": " "}, {"every": 0}, {"every": 400}, {"unit": None}, {"due": date(2026, 11, 1)}]
)
def test_what_makes_no_sense_is_refused(cast: Cast, wrong: dict[str, object]) -> None:
    with cast.database.writing() as connection, pytest.raises(Refusal, match="chore-needs"):
        make(connection, cast, **wrong)


def test_only_ones_own_people_and_hazards(cast: Cast) -> None:
    with cast.database.writing() as connection:
        with pytest.raises(Refusal, match="hazard-needs-owner"):
            make(connection, cast, owner=person(connection, cast, CHARLIE))
        report(connection, cast)
        with pytest.raises(Refusal, match="hazard-gone"):
            make(connection, cast, CHARLIE, owner=person(connection, cast, CHARLIE), hazard="YH-2026-000001")


def test_what_prevents_a_hazard_is_to_be_done_once(cast: Cast) -> None:
    with cast.database.writing() as connection:
        report(connection, cast)
        for measures in ("每季换软管", "每季换软管并登记"):
            own = person(connection, cast, BOB)
            said = HazardMoved(
                "YH-2026-000001", A.CAUSE, root="worn", measures=measures, owner=own, day=MONDAY
            )
            cast.does(connection, ALICE, said)
        (left,) = cast.ledger(connection, BOB).chores().listed()
        assert (left.title, left.hazard, left.rhythm, left.owner) == (
            "每季换软管并登记",
            "YH-2026-000001",
            None,
            BOB.name,
        )
        cast.does(connection, BOB, ChoreDone(left.number))
        assert cast.ledger(connection, BOB).chores().count() == 0
        assert connection.execute(select(due.c.key).where(due.c.kind == "chore")).all() == []


def reminded(connection: Connection, cast: Cast, until: date) -> list[str]:
    house, days = House(cast.catalogue, TEXTS, RealClock(), 1, "test"), []
    found = select(outbox.c.chat).where(outbox.c.key.like("owed:%"))
    while today(cast.now) <= until:
        before = len(connection.execute(found).all())
        tick(connection, house, Calendar(), cast.now)
        after = connection.execute(found).scalars().all()
        days += [today(cast.now).isoformat()] * (len(after) - before)
        assert set(after) <= {BOB.id}
        clocks = select(due.c.due_at).where(due.c.kind.in_(["chore", "owed-day"]))
        times = connection.execute(clocks).scalars().all()
        following: list[datetime] = [*times, cast.now + timedelta(days=30)]
        cast.now = max(min(following), cast.now + timedelta(seconds=1))
    return days


def test_whoever_does_it_is_reminded_on_working_days_until_it_is_done(cast: Cast) -> None:
    with cast.database.writing() as connection:
        make(connection, cast, due=date(2026, 11, 28))
        assert reminded(connection, cast, date(2026, 12, 8)) == ["2026-11-30", "2026-12-07"]
        cast.does(connection, BOB, ChoreDone(NUMBER))
        assert reminded(connection, cast, date(2026, 12, 27)) == []
        cast.does(connection, ALICE, ChoreTurned(NUMBER, ChoreState.PAUSED))
        assert reminded(connection, cast, date(2027, 2, 1)) == []
