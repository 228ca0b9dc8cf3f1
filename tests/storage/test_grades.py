"""Classes of supervision on both databases: worked out, moved by what happens, set by hand, seen in reach only, used by rules and queries."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import Connection, select, update

from bot import grading_rounds
from bot.clock import RealClock
from bot.turn import House
from checklists.catalogue import Catalogue
from checklists.grading import EnterpriseClass
from checklists.load import load_catalogue
from checklists.schema import Severity
from safety.calendar import Calendar
from safety.classes import ClassCard, Kept
from safety.errors import Refusal
from safety.events import FactStated
from safety.events_classes import ClassSet
from safety.events_hazards import HazardMoved, HazardReported
from safety.events_incidents import IncidentReported
from safety.hazards import HazardAction
from safety.incidents import Harm
from safety.queries import Look, Query
from storage import due, grades, matters
from storage.database import Database
from storage.tables.checks import checks
from storage.tables.classes import gradings
from storage.tables.ledger import enterprises, hazards
from tests.bot.pledged import TEXTS
from tests.cast import ALICE, BOB, CHARLIE, DONG, NOBODY, TANG, WEI, Cast, Speaker

I, II, III, IV = EnterpriseClass  # noqa: E741 - the Roman numeral is its name
EAST = "91370000000000001A"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The content as it is shipped: its rules are what is tested."""
    return load_catalogue()


@pytest.fixture
def connection(database: Database, cast: Cast) -> Iterator[Connection]:
    with database.writing() as connection:
        yield connection


def worked(connection: Connection, cast: Cast) -> None:
    while grades.refresh(connection, cast.catalogue, cast.now):
        pass


def card(connection: Connection, cast: Cast, who: Speaker = TANG) -> ClassCard:
    found = cast.ledger(connection, who).classes().one(EAST)
    assert found is not None
    return found


def states(connection: Connection, cast: Cast, *facts: str) -> None:
    cast.does(connection, ALICE, *(FactStated(fact, True, "test") for fact in facts))
    from storage import duties  # noqa: PLC0415 - the clock's part

    duties.refresh(connection, cast.catalogue, cast.now)
    worked(connection, cast)


def test_every_enterprise_has_a_class_with_its_working(connection: Connection, cast: Cast) -> None:
    assert cast.ledger(connection, TANG).classes().one(EAST) is None
    worked(connection, cast)
    one = card(connection, cast)
    assert one.kept.holds is IV
    assert one.graded.supervision is IV
    assert sum(each.points for each in one.graded.scored) == one.graded.points
    assert not connection.execute(select(enterprises.c.id).where(enterprises.c.ungraded)).all()
    (first, *others) = cast.ledger(connection, TANG).classes().history(EAST)
    assert (first.before, first.after, first.person, others) == (None, IV, "", [])


def test_facts_move_it_and_say_why(connection: Connection, cast: Cast) -> None:
    worked(connection, cast)
    states(connection, cast, "hazchem")
    one = card(connection, cast)
    assert one.kept.holds is II
    assert [override.id for override, _ in one.graded.moved] == ["explosive"]
    (line, _) = cast.ledger(connection, TANG).classes().history(EAST)
    assert (line.before, line.after, line.reason) == (IV, II, "explosive")


def test_a_confirmed_major_hazard_makes_it_class_one_until_it_is_closed(
    connection: Connection, cast: Cast
) -> None:
    worked(connection, cast)
    report = HazardReported("漏氨", "冷库", "", Severity.MAJOR, cast.now.date(), suspected_major=True)
    cast.does(connection, ALICE, report)
    worked(connection, cast)
    assert card(connection, cast).kept.holds is IV, "nobody has confirmed it"
    number = connection.execute(select(hazards.c.number)).scalar_one()
    cast.does(connection, TANG, HazardMoved(number, HazardAction.CONFIRM_MAJOR))
    worked(connection, cast)
    assert card(connection, cast).kept.holds is I
    connection.execute(update(hazards).values(state="closed", closed_at=cast.now))
    grades.mark(connection, cast.east)
    worked(connection, cast)
    assert card(connection, cast).kept.holds is IV


def test_somebody_hurt_counts_for_a_year(connection: Connection, cast: Cast) -> None:
    cast.does(connection, ALICE, IncidentReported("fire", "着火", harm=(Harm.HURT,)))
    worked(connection, cast)
    assert card(connection, cast).graded.scored[2].points == 6
    cast.passes(days=366)
    grades.mark_all(connection)
    worked(connection, cast)
    assert card(connection, cast).graded.scored[2].points == 0


def test_what_is_late_costs_credit(connection: Connection, cast: Cast) -> None:
    late = {
        "state": "reported",
        "found_at": cast.now - timedelta(days=90),
        "due": cast.now.date() - timedelta(days=70),
    }
    report = HazardReported("灭火器过期", "后厨", "", Severity.GENERAL, cast.now.date())
    cast.does(connection, ALICE, report)
    connection.execute(update(hazards).values(**late))
    worked(connection, cast)
    one = card(connection, cast)
    assert one.credit == 90, "a point for each of ten weeks"
    assert one.credit_grade == "A"


def test_by_hand_it_holds_with_a_reason_and_the_rules_take_over_when_it_gets_worse(
    connection: Connection, cast: Cast
) -> None:
    worked(connection, cast)
    with pytest.raises(Refusal):
        cast.does(connection, TANG, ClassSet(EAST, II, " "))
    cast.does(connection, TANG, ClassSet(EAST, II, "夜间加工，邻居投诉"))
    worked(connection, cast)
    one = card(connection, cast)
    assert (one.kept.holds, one.kept.worked) == (II, IV)
    assert one.frequency.self_check_days == 30
    line = cast.ledger(connection, TANG).classes().history(EAST)[0]
    assert (line.before, line.after, line.person, line.hand) == (IV, II, "唐静", True)
    with pytest.raises(Refusal):
        cast.does(connection, TANG, ClassSet(EAST, II, "再说一遍"))
    cast.does(connection, TANG, ClassSet(EAST, None, "不再加工"))
    assert card(connection, cast).kept.holds is IV
    states(connection, cast, "hazchem")
    cast.does(connection, TANG, ClassSet(EAST, III, "只存一瓶酒精"))
    worked(connection, cast)
    assert card(connection, cast).kept.holds is III
    states(connection, cast, "major_hazard_source_1_2")
    assert card(connection, cast).kept.holds is I, "the rules ask for more than when it was lowered"


@pytest.mark.parametrize("who", [ALICE, BOB, CHARLIE, WEI, NOBODY])
def test_nobody_else_sets_it(connection: Connection, cast: Cast, who: Speaker) -> None:
    worked(connection, cast)
    with pytest.raises(Refusal):
        cast.does(connection, who, ClassSet(EAST, I, "我说的"))
    assert card(connection, cast).kept.holds is IV


@pytest.mark.parametrize("who", [CHARLIE, WEI, NOBODY])
def test_nobody_else_reads_it(connection: Connection, cast: Cast, who: Speaker) -> None:
    worked(connection, cast)
    book = cast.ledger(connection, who).classes()
    assert book.one(EAST) is None
    assert book.history(EAST) == ()


def test_rules_and_queries_know_it(connection: Connection, cast: Cast) -> None:
    worked(connection, cast)
    found = matters.matters(connection, cast.catalogue, cast.east, (), cast.now)
    assert found is not None
    assert found.standing.supervision is IV
    book = cast.ledger(connection, TANG).queries()
    assert book.count(Query(classes=("IV",))) == 1
    assert book.count(Query(classes=("I", "II"))) == 0


def test_who_was_not_looked_at_as_often_as_asked_is_listed(connection: Connection, cast: Cast) -> None:
    worked(connection, cast)
    cast.does(connection, TANG, ClassSet(EAST, II, "加强"))
    worked(connection, cast)
    looks = [Query(unlooked=look.value) for look in Look]
    assert [cast.ledger(connection, DONG).queries().count(one) for one in looks] == [0, 0, 0]
    cast.passes(days=400)
    grades.mark_all(connection)
    worked(connection, cast)
    assert [cast.ledger(connection, DONG).queries().count(one) for one in looks] == [2, 1, 1]
    cast.does(connection, ALICE, cast.begun("catering_gas"))
    connection.execute(update(checks).values(submitted_at=cast.now))
    assert cast.ledger(connection, DONG).queries().count(looks[0]) == 1
    connection.execute(update(enterprises).values(activity="stopped"))
    assert [cast.ledger(connection, DONG).queries().count(one) for one in looks] == [0, 0, 0]


def test_each_night_all_are_marked_once(connection: Connection, cast: Cast) -> None:
    worked(connection, cast)
    grading_rounds.plan(connection, cast.now)
    grading_rounds.plan(connection, cast.now)
    (row,) = due.of_kind(connection, grading_rounds.KIND, cast.now + timedelta(days=1))
    assert row.due_at.hour == 18, "two at night in China"
    house = House(cast.catalogue, TEXTS, RealClock(), 1, "test")
    later = cast.now + timedelta(days=1)
    assert grading_rounds.mark(connection, house, Calendar(), row, later)
    assert not grading_rounds.mark(connection, house, Calendar(), row, later), "somebody was quicker"
    assert len(connection.execute(select(enterprises.c.id).where(enterprises.c.ungraded)).all()) == 2
    assert grading_rounds.work_out(connection, house, later) == 2
    assert len(connection.execute(select(gradings)).all()) == 2, "nothing has changed, so nothing is written"


def test_a_hand_never_hides_what_gets_worse() -> None:
    lowered = Kept(II, IV, II)
    assert lowered.holds is IV
    assert lowered.reworked(III).holds is IV
    assert lowered.reworked(I).holds is I
    raised = Kept(IV, II, IV)
    assert raised.reworked(III).holds is II
    assert raised.reworked(I).holds is I
    assert raised.reworked(I).reworked(IV).holds is II
