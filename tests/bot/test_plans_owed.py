"""What is owed about emergency plans ends in the second it is done: drills by plan (R19, R20), filing (R21), evaluation (R22)."""

from datetime import date

import pytest
from sqlalchemy import Connection, insert, select

from bot.clock import RealClock
from bot.owed_rounds import work_out
from bot.turn import House
from checklists.drills import PlanKind
from checklists.reminders import Happening
from safety.calendar import Calendar, today
from safety.events_plans import PlanEntered, PlanFiled, PlanReviewed, PlanWithdrawn
from storage import obligations as obligations_
from storage.owedbook import details_of
from storage.tables.drills import drills
from storage.tables.ledger import facts
from storage.tables.obligations import obligations
from tests.bot.test_drill_life import TEXTS, Yard, yard
from tests.cast import ALICE, Cast
from tests.phone import Phone

__all__ = ["yard"]
ON_SITE, SPECIAL = PlanKind.ON_SITE, PlanKind.SPECIAL


def enter(connection: Connection, cast: Cast, kind: PlanKind, title: str, plan: int | None = None) -> None:
    day = today(cast.now)
    version = "V1" if plan is None else "V2"
    cast.does(connection, ALICE, PlanEntered(kind, title, version, day, plan))


def make_high_risk(connection: Connection, cast: Cast) -> None:
    row = {"enterprise": cast.east, "fact": "hazchem", "value": True, "source": "test", "at": cast.now}
    connection.execute(insert(facts), row)


def look(connection: Connection, cast: Cast) -> None:
    house = House(cast.catalogue, TEXTS, RealClock(), 1, "test")
    work_out(connection, house, Calendar(), cast.now)


def rows(connection: Connection, rule: str) -> list[tuple[str, str, date]]:
    """The rows of a rule: about what, how it stands, by when."""
    found = select(obligations).where(obligations.c.rule == rule).order_by(obligations.c.id)
    return [(row.about, row.state, today(row.due_at)) for row in connection.execute(found)]


def drilled(yard: Yard, alice: Phone) -> None:
    """A drill of the first script, an electric shock, from its plan to its record."""
    alice.says("/drill")
    alice.taps_on("安排演练")
    alice.taps_on("1")
    alice.says("今天 9:30")
    alice.taps_on("通知大家")
    alice.taps_on("现在开始")
    yard.ticks(minutes=20)
    alice.says("/drill")
    alice.taps_on("正在演练")
    alice.taps_on("结束演练")
    alice.taps_on("结束")
    alice.taps_on("评估")
    while "评估第" in alice.sees:
        alice.taps_on("做到了")
    alice.taps_on("归档")


def test_a_drill_settles_the_plan_that_it_tests_and_no_other(yard: Yard) -> None:
    cast = yard.cast
    with cast.database.writing() as connection:
        enter(connection, cast, ON_SITE, "触电现场处置方案")
        enter(connection, cast, ON_SITE, "燃气泄漏现场处置方案")
        look(connection, cast)
        owed = rows(connection, "R19")
        assert owed == [("plan:1", "open", date(2027, 5, 24)), ("plan:2", "open", date(2027, 5, 24))]
        assert details_of(connection, cast.catalogue, ["plan:1"]) == {"plan:1": "触电现场处置方案"}
    drilled(yard, yard.phone(ALICE))
    assert yard.one(select(drills.c.plan)) == 1
    with cast.database.writing() as connection:
        assert [state for _about, state, _due in rows(connection, "R19")] == ["done", "open"]
        cast.now = yard.exchange.clock.now()
        look(connection, cast)
        assert [(about, state) for about, state, _due in rows(connection, "R19")] == [
            ("plan:1", "done"),
            ("plan:2", "open"),
            ("plan:1", "open"),
        ]


def test_a_new_version_does_not_put_a_drill_off_and_a_plan_withdrawn_wants_none(yard: Yard) -> None:
    cast = yard.cast
    with cast.database.writing() as connection:
        enter(connection, cast, ON_SITE, "燃气泄漏现场处置方案")
        look(connection, cast)
        cast.passes(days=100)
        enter(connection, cast, ON_SITE, "", plan=1)
        look(connection, cast)
        assert rows(connection, "R19") == [("plan:1", "open", date(2027, 5, 24))]
        cast.does(connection, ALICE, PlanWithdrawn(1))
        look(connection, cast)
        assert [state for _about, state, _due in rows(connection, "R19")] == ["void"]


@pytest.mark.parametrize(
    ("kind", "rules"), [(ON_SITE, {"R19"}), (SPECIAL, {"R20"}), (PlanKind.OVERALL, set())]
)
def test_each_kind_of_plan_owes_its_own_drill(yard: Yard, kind: PlanKind, rules: set[str]) -> None:
    cast = yard.cast
    with cast.database.writing() as connection:
        make_high_risk(connection, cast)
        enter(connection, cast, kind, "综合预案")
        look(connection, cast)
        found = select(obligations.c.rule).where(obligations.c.about == "plan:1")
        owed = set(connection.execute(found).scalars()) & {"R19", "R20"}
    assert owed == rules


def test_filing_and_evaluation_end_in_the_turn_that_does_them(yard: Yard) -> None:
    cast = yard.cast
    with cast.database.writing() as connection:
        make_high_risk(connection, cast)
        enter(connection, cast, ON_SITE, "燃气泄漏现场处置方案")
        look(connection, cast)
        assert [one[:2] for one in rows(connection, "R21") + rows(connection, "R22")] == [
            ("plan:1", "open")
        ] * 2
        cast.does(connection, ALICE, PlanFiled(1, today(cast.now), "备2026-1"))
        assert [state for _about, state, _due in rows(connection, "R21")] == ["done"]
        cast.passes(days=1000)
        cast.does(connection, ALICE, PlanReviewed(1, today(cast.now)))
        assert [state for _about, state, _due in rows(connection, "R22")] == ["done"]
        look(connection, cast)
        cast.passes(days=1000)
        enter(connection, cast, ON_SITE, "", plan=1)
        assert [state for _about, state, _due in rows(connection, "R22")] == ["done", "done"]
        look(connection, cast)
        assert rows(connection, "R21")[-1][:2] == ("plan:1", "open"), "a new version is filed anew"
        assert rows(connection, "R19")[0][1] == "open", "no version is a drill"


def test_plans_known_by_a_happening_alone_stay_owed_beside_those_in_the_register(yard: Yard) -> None:
    cast = yard.cast
    with cast.database.writing() as connection:
        enter(connection, cast, ON_SITE, "燃气泄漏现场处置方案")
        obligations_.arise(connection, Happening.PLAN_PUBLISHED, cast.east, "on_site_plan:9", cast.now)
        look(connection, cast)
        assert [about for about, _state, _due in rows(connection, "R19")] == ["on_site_plan:9", "plan:1"]
