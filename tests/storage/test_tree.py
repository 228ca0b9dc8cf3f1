"""The tree of areas: district over town over grid, a department across towns. Two mirrored enterprises: 0 rows cross (S4)."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Connection, select, text

from checklists.catalogue import Catalogue
from checklists.conditions import Condition
from checklists.departments import Department, DepartmentRules
from checklists.words import Words
from safety.departments import DepartmentBy
from safety.ledger import Colour
from safety.people import Role
from storage import departments, duties, enterprises, places
from storage.database import Database
from storage.enterprises import Entry, Listed
from storage.invitations import Place
from storage.places import DEPARTMENT, TOWN, area_id, grid_id
from storage.tables.ledger import areas
from storage.tables.ledger import enterprises as units
from tests.cast import Cast, Speaker, join
from tests.storage.test_ledger_scope import EASTERN, WESTERN, everything, live

COMMERCE = Speaker(801, "商局", "13800000801")
TRANSPORT = Speaker(802, "交局", "13800000802")
GRIDA = Speaker(803, "东格", "13800000803")
GRIDB = Speaker(804, "西格", "13800000804")
BRANCH = Speaker(805, "东所", "13800000805")


@pytest.fixture
def connection(database: Database) -> Iterator[Connection]:
    with database.writing() as connection:
        yield connection


@pytest.fixture
def tree(cast: Cast) -> Iterator[tuple[Connection, Cast]]:
    """East belongs to commerce and its grid, west to transport and its own grid of the same name."""
    with cast.database.writing() as connection:
        live(connection, cast)
        seated(connection, cast)
        yield connection, cast


def seated(connection: Connection, cast: Cast) -> None:
    commerce, transport = (area_id(connection, DEPARTMENT, name) for name in ("商务局", "交通局"))
    east, west = grid_id(connection, "东镇", "第一网格"), grid_id(connection, "西镇", "第一网格")
    for enterprise, department, grid in ((cast.east, commerce, east), (cast.west, transport, west)):
        row = units.update().where(units.c.id == enterprise)
        connection.execute(row.values(department=department, department_by=DepartmentBy.LIST, grid=grid))
    for speaker, place in (
        (COMMERCE, Place(Role.DEPARTMENT, area=commerce)),
        (TRANSPORT, Place(Role.DEPARTMENT, area=transport)),
        (GRIDA, Place(Role.GRID, area=east)),
        (GRIDB, Place(Role.GRID, area=west)),
        (BRANCH, Place(Role.DEPARTMENT, area=cast.east_town)),
    ):
        enterprises.list_supervisor(connection, place.area, Listed(speaker.name, speaker.phone))
        join(connection, cast, speaker, place)


@pytest.mark.parametrize(
    ("speaker", "sees", "never"),
    [
        (COMMERCE, EASTERN, WESTERN),
        (TRANSPORT, WESTERN, EASTERN),
        (GRIDA, EASTERN, WESTERN),
        (GRIDB, WESTERN, EASTERN),
        (BRANCH, EASTERN, WESTERN),
    ],
    ids=["department", "other department", "grid", "other grid", "department of one town"],
)
def test_nothing_of_the_other_side_is_reachable(
    tree: tuple[Connection, Cast], speaker: Speaker, sees: str, never: str
) -> None:
    connection, cast = tree
    told = everything(cast.ledger(connection, speaker), cast)
    assert sees in told
    assert never not in told


def test_a_grid_bears_the_name_of_its_town(connection: Connection) -> None:
    first, second = grid_id(connection, "东镇", "第一网格"), grid_id(connection, "西镇", "第一网格")
    assert first != second
    assert grid_id(connection, "东镇", "东镇第一网格") == first
    assert places.area_name(connection, first) == "东镇第一网格"
    town = area_id(connection, TOWN, "东镇")
    assert connection.execute(select(areas.c.parent).where(areas.c.id == first)).scalar_one() == town


def test_towns_hang_below_the_district_whenever_it_is_named(connection: Connection) -> None:
    before = area_id(connection, TOWN, "东镇")
    district = enterprises.name_district(connection, "天衢新区")
    after = area_id(connection, TOWN, "西镇")
    above = {row.id: row.parent for row in connection.execute(select(areas.c.id, areas.c.parent))}
    assert above == {district: None, before: district, after: district}


RULES = DepartmentRules(
    departments=(
        Department(id="transport", name=Words("交通局", "Transport"), when=Condition(fact="gas_lpg")),
        Department(id="commerce", name=Words("商务局", "Commerce"), also=("商务",)),
    )
)


@pytest.fixture
def ruled(catalogue: Catalogue) -> Catalogue:
    return replace(catalogue, rules=catalogue.rules.model_copy(update={"departments": RULES}))


def of(connection: Connection, code: str) -> tuple[str | None, DepartmentBy]:
    joined = select(areas.c.name, units.c.department_by).select_from(
        units.outerjoin(areas, areas.c.id == units.c.department)
    )
    row = connection.execute(joined.where(units.c.credit_code == code)).one()
    return row.name, row.department_by


def save(connection: Connection, cast: Cast, **more: Any) -> None:
    entry = Entry("91370000000000003C", "三号店", Colour.WHITE, "东镇", **more)
    enterprises.save(connection, [entry], cast.now, "list")


def test_the_department_follows_the_facts(cast: Cast, ruled: Catalogue) -> None:
    with cast.database.writing() as connection:
        save(connection, cast, facts={"gas_lpg": False})
        duties.refresh(connection, ruled, cast.now)
        assert of(connection, "91370000000000003C") == ("商务局", DepartmentBy.RULE)
        save(connection, cast, facts={"gas_lpg": True})
        duties.refresh(connection, ruled, cast.now)
        assert of(connection, "91370000000000003C") == ("交通局", DepartmentBy.RULE)


def test_a_list_wins_over_the_rule_and_keeps_when_it_says_no_more(cast: Cast, ruled: Catalogue) -> None:
    with cast.database.writing() as connection:
        save(connection, cast, department="水利局")
        duties.refresh(connection, ruled, cast.now)
        assert of(connection, "91370000000000003C") == ("水利局", DepartmentBy.LIST)
        save(connection, cast, facts={"gas_lpg": True})
        duties.refresh(connection, ruled, cast.now)
        assert of(connection, "91370000000000003C") == ("水利局", DepartmentBy.LIST)


def test_a_renamed_department_keeps_its_row_and_its_people(cast: Cast, ruled: Catalogue) -> None:
    with cast.database.writing() as connection:
        before = departments.enter(connection, RULES)
        renamed = Department(id="commerce", name=Words("商务和投资促进局", "Commerce"))
        after = departments.enter(connection, DepartmentRules(departments=(RULES.departments[0], renamed)))
        assert after == before
        assert places.area_name(connection, after["commerce"]) == "商务和投资促进局"


def test_a_list_may_have_entered_it_under_its_name_before(cast: Cast) -> None:
    with cast.database.writing() as connection:
        listed = area_id(connection, DEPARTMENT, "商务局")
        assert departments.enter(connection, RULES)["commerce"] == listed


@pytest.mark.parametrize("name", ["商务局", "区商务局", " 商务 ", "Commerce", "commerce"])
def test_a_department_is_known_by_what_lists_call_it(name: str) -> None:
    found = RULES.called(name)
    assert found is not None
    assert found.id == "commerce"


@pytest.mark.parametrize("name", ["", "局", "区", "商", "农业局"])
def test_another_name_is_not_taken_for_one(name: str) -> None:
    assert RULES.called(name) is None


def test_one_who_moves_to_another_town_leaves_the_grid(cast: Cast) -> None:
    with cast.database.writing() as connection:
        save(connection, cast, grid="第二网格")
        entry = Entry("91370000000000003C", "三号店", Colour.WHITE, "西镇")
        enterprises.save(connection, [entry], cast.now, "list")
        row = connection.execute(select(units.c.grid).where(units.c.credit_code == entry.credit_code)).one()
        assert row.grid is None


@pytest.mark.parametrize("column", ["town", "department", "grid"])
def test_what_an_area_holds_is_found_by_an_index(database: Database, column: str) -> None:
    if database.engine.dialect.name != "sqlite":
        pytest.skip("small tables are read whole on PostgreSQL")
    with database.writing() as connection:
        plan = connection.execute(text(f"EXPLAIN QUERY PLAN SELECT id FROM enterprises WHERE {column} = 1"))
        assert f"ix_enterprises_{column}" in " ".join(row.detail for row in plan)
