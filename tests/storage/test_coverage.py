"""Who was reached in a quarter, on both databases: figures, piles, the condition for lists, nobody outside the scope."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, select, update

from checklists.grading import Covered
from checklists.load import load_catalogue
from checklists.reminders import Activity
from safety.coverage import Pile, Reached, days_left, quarter_of
from storage import coverage
from storage.database import Database
from storage.tables.inspections import coverings
from storage.tables.ledger import enterprises
from tests.cast import ALICE, DONG, START, TANG, WEI, Cast

Q4 = "2026-Q4"


@pytest.fixture
def connection(database: Database, cast: Cast) -> Iterator[Connection]:
    with database.writing() as connection:
        yield connection


def reach(connection: Connection, cast: Cast, enterprise: int, how: Covered = Covered.EXPERT_CHECK) -> None:
    coverage.note(connection, enterprise, how, f"JC-{enterprise}", cast.now)


def test_one_that_was_reached_twice_counts_once(connection: Connection, cast: Cast) -> None:
    reach(connection, cast, cast.east)
    reach(connection, cast, cast.east)
    reach(connection, cast, cast.east, Covered.DEPARTMENT_CHECK)
    quarter = cast.ledger(connection, DONG).reached().quarter(Q4)
    assert (quarter.all.enterprises, quarter.all.covered, quarter.all.percent) == (2, 1, 50)
    assert quarter.by == {Covered.EXPERT_CHECK: 1, Covered.DEPARTMENT_CHECK: 1}
    assert connection.execute(select(coverings)).all() != []
    assert cast.ledger(connection, DONG).reached().quarter("2026-Q3").all.covered == 0


def test_figures_are_laid_apart_the_least_covered_first(connection: Connection, cast: Cast) -> None:
    reach(connection, cast, cast.west)
    found = cast.ledger(connection, DONG).reached().piles(Q4, Pile.TOWN)
    assert found == [Reached("东镇", 1, 0), Reached("西镇", 1, 1)]
    assert cast.ledger(connection, DONG).reached().piles(Q4, Pile.COLOUR) == [Reached("white", 2, 1)]


def test_each_sees_their_own_area_and_an_enterprise_nothing(connection: Connection, cast: Cast) -> None:
    reach(connection, cast, cast.west)
    assert cast.ledger(connection, TANG).reached().quarter(Q4).all == Reached("", 1, 0)
    assert cast.ledger(connection, WEI).reached().quarter(Q4).all == Reached("", 1, 1)
    assert cast.ledger(connection, ALICE).reached().quarter(Q4).all == Reached("", 0, 0)
    assert cast.ledger(connection, ALICE).reached().missed(Q4) == ()
    assert cast.ledger(connection, ALICE).reached().piles(Q4, Pile.TOWN) == ()


def test_who_was_never_reached_stands_first_and_says_since_when(connection: Connection, cast: Cast) -> None:
    first, second = cast.ledger(connection, DONG).reached().missed(Q4)
    assert (first.last, second.last) == (None, None)
    coverage.note(connection, cast.east, Covered.EXPERT_CHECK, "JC-1", START - timedelta(days=200))
    names = [one.name for one in cast.ledger(connection, DONG).reached().missed(Q4)]
    assert names == ["东风面馆", "西风面馆"]
    assert [one.name for one in cast.ledger(connection, DONG).reached().missed(Q4, name="西镇")] == [
        "西风面馆"
    ]
    reach(connection, cast, cast.east)
    assert [one.name for one in cast.ledger(connection, DONG).reached().missed(Q4)] == ["西风面馆"]


def test_only_ways_that_count_cover(connection: Connection, cast: Cast) -> None:
    reach(connection, cast, cast.east, Covered.SAMPLED_SELF_CHECK)

    def left(*counts: Covered) -> list[int]:
        found = select(enterprises.c.id).where(coverage.not_covered(enterprises.c.id, Q4, counts))
        return sorted(connection.execute(found).scalars())

    assert left(Covered.SAMPLED_SELF_CHECK, Covered.EXPERT_CHECK) == [cast.west]
    assert left(Covered.EXPERT_CHECK) == sorted([cast.east, cast.west])


def test_a_closed_enterprise_is_nobody_to_reach(connection: Connection, cast: Cast) -> None:
    closed = update(enterprises).where(enterprises.c.id == cast.west).values(activity=Activity.CLOSED)
    connection.execute(closed)
    assert cast.ledger(connection, DONG).reached().quarter(Q4).all == Reached("", 1, 0)
    assert len(cast.ledger(connection, DONG).reached().missed(Q4)) == 1


def test_a_quarter_has_a_name_and_an_end() -> None:
    day = START.date()
    assert quarter_of(day) == Q4
    assert days_left(Q4, day) == 39
    assert days_left("2026-Q3", day) == 0


def test_a_share_is_never_rounded_up_to_all_of_them() -> None:
    assert Reached("", 1000, 999).percent == 99
    assert Reached("", 0, 0).percent == 100


def test_figures_are_laid_apart_by_department_and_who_has_none_is_named_so(
    connection: Connection, cast: Cast
) -> None:
    reach(connection, cast, cast.west)
    area = connection.execute(select(enterprises.c.town).where(enterprises.c.id == cast.east)).scalar_one()
    given = update(enterprises).where(enterprises.c.id == cast.east).values(department=area)
    connection.execute(given)
    connection.execute(update(enterprises).where(enterprises.c.id == cast.west).values(department=None))
    found = cast.ledger(connection, DONG).reached().piles(Q4, Pile.DEPARTMENT)
    assert found == [Reached("东镇", 1, 0), Reached("", 1, 1)]


def test_somebody_who_met_nobody_covers_only_where_content_says_so(
    connection: Connection, cast: Cast
) -> None:
    reach(connection, cast, cast.east, Covered.NOBODY_THERE)
    book = cast.ledger(connection, DONG).reached()
    assert (book.quarter(Q4).all.covered, book.quarter(Q4).by) == (0, {Covered.NOBODY_THERE: 1})
    assert len(book.missed(Q4)) == 2
    grading = load_catalogue().rules.grading
    assert grading is not None
    for counts, covered in (
        (grading.coverage.counts, 0),
        ((*grading.coverage.counts, Covered.NOBODY_THERE), 1),
    ):
        rule = replace_(grading, coverage=grading.coverage.model_copy(update={"counts": counts}))
        cast.catalogue = replace(cast.catalogue, rules=replace_(cast.catalogue.rules, grading=rule))
        assert cast.ledger(connection, DONG).reached().quarter(Q4).all.covered == covered


def replace_(one: Any, **values: Any) -> Any:
    """A model of the content with these parts changed."""
    return one.model_copy(update=values)
