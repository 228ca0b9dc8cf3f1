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
from safety.enterprises import Colour
from safety.errors import Refusal
from safety.events_departments import DepartmentSet
from safety.people import RIGHTS, Right, Role
from storage import departments, duties, enterprises, places
from storage.audience import AudienceOf
from storage.database import Database
from storage.enterprises import Entry, Listed
from storage.invitations import Place
from storage.places import DEPARTMENT, TOWN, area_id, grid_id
from storage.tables.ledger import areas
from storage.tables.ledger import enterprises as units
from tests.cast import ALICE, BOB, DONG, NOBODY, TANG, WEI, Cast, Speaker, join
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
    assert ("西风面馆" if never == WESTERN else "东风面馆") not in told


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


# --- by hand ------------------------------------------------------------------------------------------------------


CODE = "91370000000000003C"


def test_the_district_names_another_and_a_list_leaves_it_alone(cast: Cast, ruled: Catalogue) -> None:
    with cast.database.writing() as connection:
        save(connection, cast)
        duties.refresh(connection, ruled, cast.now)
        cast.does(connection, DONG, DepartmentSet(CODE, "交通局", "有停车场"))
        assert of(connection, CODE) == ("交通局", DepartmentBy.HAND)
        save(connection, cast, department="商务局")
        duties.refresh(connection, ruled, cast.now)
        assert of(connection, CODE) == ("交通局", DepartmentBy.HAND)
        known = replace(cast, catalogue=ruled).ledger(connection, DONG).departments().of(CODE)
        assert known is not None
        assert (known.department, known.reason, known.ruled) == ("交通局", "有停车场", "商务局")
        cast.does(connection, DONG, DepartmentSet(CODE, "", "停车场没了"))
        duties.refresh(connection, ruled, cast.now)
        assert of(connection, CODE) == ("商务局", DepartmentBy.RULE)


@pytest.mark.parametrize("who", [TANG, WEI, ALICE, BOB, NOBODY])
def test_nobody_else_names_one(cast: Cast, ruled: Catalogue, who: Speaker) -> None:
    with cast.database.writing() as connection:
        save(connection, cast)
        duties.refresh(connection, ruled, cast.now)
        with pytest.raises(Refusal, match="not-allowed"):
            cast.does(connection, who, DepartmentSet(CODE, "交通局", "有停车场"))
        assert list(cast.ledger(connection, who).departments().names()) == []


@pytest.mark.parametrize(
    ("code", "department", "reason"),
    [
        ("91370000000000009X", "交通局", "x"),
        (CODE, "没有这个局", "x"),
        (CODE, "东镇", "x"),
        (CODE, "交通局", "  "),
    ],
)
def test_what_is_not_there_and_no_reason_are_refused(
    cast: Cast, ruled: Catalogue, code: str, department: str, reason: str
) -> None:
    with cast.database.writing() as connection:
        save(connection, cast)
        duties.refresh(connection, ruled, cast.now)
        with pytest.raises(Refusal, match="department-gone"):
            cast.does(connection, DONG, DepartmentSet(code, department, reason))


def test_an_enterprise_of_another_town_is_not_read(cast: Cast) -> None:
    with cast.database.writing() as connection:
        for who, sees in ((TANG, True), (WEI, False), (ALICE, False), (DONG, True)):
            found = cast.ledger(connection, who).departments().of("91370000000000001A")
            assert (found is not None) is sees


def test_department_and_grid_watch_over_their_own_and_the_grid_decides_nothing(
    tree: tuple[Connection, Cast],
) -> None:
    connection, cast = tree
    audience = AudienceOf(connection, cast.actor(connection, ALICE), cast.catalogue, cast.now)
    told = {
        cast.actor(connection, one).person: one.name for one in (COMMERCE, TRANSPORT, GRIDA, GRIDB, BRANCH)
    }
    assert {told[one] for one in audience.supervisors() if one in told} == {"商局", "东格", "东所"}
    rights = RIGHTS[Role.GRID]
    assert not rights & {
        Right.VERIFY_HAZARD,
        Right.APPROVE_JOIN,
        Right.INVITE,
        Right.RETURN_CHECK,
        Right.SET_COLOUR,
        Right.SEND_WARNING,
        Right.SET_DEPARTMENT,
        Right.SET_VETO,
    }
