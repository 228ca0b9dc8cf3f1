"""Emergency supplies on both databases: who keeps what, what is owed of it, what outsiders cannot reach."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, select, update

from checklists.load import load_catalogue
from safety.errors import Refusal
from safety.events import Event
from safety.events_hazards import Picture
from safety.events_supplies import (
    DepotMade,
    DepotPlaced,
    SuppliesChecked,
    SupplyAdded,
    SupplyCounted,
    SupplyDated,
    SupplyDropped,
    SupplyShown,
)
from safety.supplies import MOST, DepotKind, Lack, Supply, kept, thing
from storage.supplies import SuppliesOf
from storage.tables.media import media
from storage.tables.obligations import terms
from storage.tables.people import seats
from tests.cast import ALICE, BOB, CHARLIE, DONG, NOBODY, TANG, WEI, Cast, Speaker

DAY = date(2026, 12, 23)
THINGS = (("extinguisher", "灭火器", "具", 2), ("torch", "强光手电", "只", 2))
MADE = DepotMade(DepotKind.ENTERPRISE, DAY, things=THINGS)
OFFICIAL = DepotMade(DepotKind.GOVERNMENT, DAY, "物资库", "东镇政府", "孙平", "13900003333")


@pytest.fixture
def connection(cast: Cast) -> Iterator[Connection]:
    with cast.database.writing() as connection:
        yield connection


def book(connection: Connection, cast: Cast, who: Speaker) -> SuppliesOf:
    return cast.ledger(connection, who).supplies()


def owed(connection: Connection) -> dict[tuple[str, str], date]:
    """The days that the ledger keeps for the reminder rules."""
    rows = connection.execute(
        select(terms.c.about, terms.c.what, terms.c.at).where(terms.c.what.like("on:%"))
    )
    return {(row.about, row.what): (row.at + timedelta(hours=8)).date() for row in rows}


def refused(connection: Connection, cast: Cast, who: Speaker, *events: Event) -> None:
    for event in events:
        with pytest.raises(Refusal):
            cast.does(connection, who, event)


def test_a_cabinet_begins_with_what_is_suggested_and_its_check_is_owed(
    connection: Connection, cast: Cast
) -> None:
    shipped = SuppliesOf(connection, cast.actor(connection, ALICE), load_catalogue())
    assert {one.id for one in shipped.suggested()} == {"extinguisher", "first_aid", "torch", "tape"}
    assert book(connection, cast, TANG).suggested() == ()
    cast.does(connection, ALICE, MADE)
    depot = book(connection, cast, BOB).one(1)
    assert depot is not None
    assert [(one.item, one.quantity, one.wanted) for one in depot.supplies] == [
        ("extinguisher", 2, 2),
        ("torch", 2, 2),
    ]
    assert (depot.mine, depot.checked_by, depot.enterprise) == (True, ALICE.name, "东风面馆")
    assert owed(connection) == {("depot:1", "on:supply.check"): DAY}


def test_what_runs_out_is_owed_by_its_day_until_it_is_renewed_or_dropped(
    connection: Connection, cast: Cast
) -> None:
    cast.does(connection, ALICE, MADE, SupplyDated(1, date(2026, 12, 1)))
    cast.does(connection, ALICE, SupplyAdded(1, "口罩", "个", 10, date(2027, 1, 1)))
    assert owed(connection)["supply:1", "on:supply.expiry"] == date(2026, 12, 1)
    assert owed(connection)["supply:3", "on:supply.expiry"] == date(2027, 1, 1)
    cast.does(connection, BOB, SupplyDated(1, date(2031, 12, 1)))
    assert owed(connection)["supply:1", "on:supply.expiry"] == date(2031, 12, 1)
    cast.does(connection, BOB, SupplyDated(1, None), SupplyDropped(3))
    assert set(owed(connection)) == {("depot:1", "on:supply.check")}
    refused(connection, cast, BOB, SupplyDropped(3), SupplyCounted(3, 1), SupplyDated(3, DAY))


def test_a_check_is_noted_and_the_next_is_owed(connection: Connection, cast: Cast) -> None:
    cast.does(connection, ALICE, MADE)
    cast.passes(days=30)
    cast.does(connection, BOB, SuppliesChecked(1, DAY + timedelta(days=30)))
    depot = book(connection, cast, ALICE).one(1)
    assert depot is not None
    assert (depot.checked_at, depot.checked_by) == (cast.now, BOB.name)
    assert owed(connection) == {("depot:1", "on:supply.check"): DAY + timedelta(days=30)}


def test_numbers_stay_within_reason_and_more_becomes_what_is_wanted(
    connection: Connection, cast: Cast
) -> None:
    cast.does(connection, ALICE, MADE, SupplyCounted(1, -5), SupplyCounted(2, 10**9))
    one, two = book(connection, cast, ALICE).one(1).supplies  # type: ignore[union-attr]  # it is there
    assert (one.quantity, one.wanted, two.quantity, two.wanted) == (0, 2, MOST, MOST)


def test_place_and_keeper_change_by_what_was_said(connection: Connection, cast: Cast) -> None:
    cast.does(connection, ALICE, MADE, DepotPlaced(1, "一楼柜", "后门", "王强", "138"))
    cast.does(connection, ALICE, DepotPlaced(1, place="前台"))
    depot = book(connection, cast, ALICE).one(1)
    assert depot is not None
    assert (depot.name, depot.place, depot.keeper, depot.phone) == ("一楼柜", "前台", "王强", "138")


def test_outsiders_reach_nothing(connection: Connection, cast: Cast) -> None:
    cast.does(connection, ALICE, MADE)
    changes = (
        DepotPlaced(1, "我的"),
        SupplyAdded(1, "x", "个", 1),
        SupplyCounted(1, 0),
        SupplyDated(1, DAY),
        SupplyDropped(1),
        SuppliesChecked(1, DAY),
    )
    for who in (CHARLIE, WEI, TANG, DONG, NOBODY):
        refused(connection, cast, who, *changes)
    refused(connection, cast, NOBODY, MADE)
    for who in (CHARLIE, WEI, NOBODY):
        assert (book(connection, cast, who).one(1), book(connection, cast, who).count()) == (None, 0)
    assert [one.mine for one in book(connection, cast, TANG).depots()] == [False]
    assert owed(connection) == {("depot:1", "on:supply.check"): DAY}


def test_towns_keep_their_own_which_the_district_may_change_and_enterprises_do_not_see(
    connection: Connection, cast: Cast
) -> None:
    cast.does(connection, TANG, OFFICIAL, SupplyAdded(1, "沙袋", "个", 200, DAY))
    cast.does(connection, DONG, OFFICIAL)
    assert book(connection, cast, ALICE).count() == 0
    assert [(one.town, one.mine) for one in book(connection, cast, TANG).depots()] == [
        ("东镇", True),
        ("天衢新区", False),
    ]
    assert [one.town for one in book(connection, cast, WEI).depots()] == ["天衢新区"]
    assert [one.mine for one in book(connection, cast, DONG).depots()] == [True, True]
    refused(connection, cast, WEI, SupplyCounted(1, 1), DepotPlaced(2, "我的"))
    assert owed(connection) == {}


def test_who_has_left_changes_nothing_any_more(connection: Connection, cast: Cast) -> None:
    cast.does(connection, ALICE, MADE)
    person = cast.actor(connection, ALICE).person
    connection.execute(update(seats).where(seats.c.person == person).values(until=cast.now))
    refused(connection, cast, ALICE, SupplyCounted(1, 0), MADE)


@pytest.mark.parametrize(
    ("quantity", "expires", "lack"),
    [
        (2, None, None),
        (0, None, Lack.GONE),
        (0, date(2020, 1, 1), Lack.GONE),
        (2, date(2026, 11, 22), Lack.OVER),
        (1, date(2026, 11, 22), Lack.OVER),
        (1, None, Lack.FEW),
        (2, date(2026, 11, 23), Lack.SOON),
        (2, date(2026, 12, 23), Lack.SOON),
        (2, date(2026, 12, 24), None),
    ],
)
def test_what_is_wrong_with_a_thing(quantity: int, expires: date | None, lack: Lack | None) -> None:
    one = Supply(1, "", "灭火毯", "张", quantity, 2, expires)
    assert one.lack(date(2026, 11, 23), 30) is lack


@pytest.mark.parametrize(
    ("text", "name", "quantity", "unit", "rest"),
    [
        ("灭火毯 2张 2027-05-01", "灭火毯", 2, "张", "2027-05-01"),
        ("沙袋200个", "沙袋", 200, "个", ""),
        ("对讲机 4 台", "对讲机", 4, "台", ""),
        ("铁锹，5把，明年底", "铁锹", 5, "把", "明年底"),
        ("  fire blanket  3 ", "fire blanket", 3, "", ""),
    ],
)
def test_a_thing_is_read_from_one_line(text: str, name: str, quantity: int, unit: str, rest: str) -> None:
    found = thing(text)
    assert found is not None
    assert (found.name, found.quantity, found.unit, found.rest) == (name, quantity, unit, rest)


@given(st.text(max_size=80))
def test_whatever_is_typed_is_read_or_left(text: str) -> None:
    found, said = thing(text), kept(text)
    assert found is None or (found.name.strip() and 0 <= found.quantity < 10**6)
    assert set(said.phone) <= set("+0123456789")


def test_a_keeper_is_read_with_the_phone_wherever_it_stands() -> None:
    assert kept("一楼柜\n后门旁\n王强 138 0000 1002").phone == "13800001002"
    assert kept("王强13800001002").name == "王强"
    assert kept("一楼柜\n后门旁\n王强 13800001002").keeper == "王强"


def test_the_newest_photo_of_a_thing_stands_there_once_it_is_safe(connection: Connection, cast: Cast) -> None:
    cast.does(connection, ALICE, MADE)
    (depot,) = book(connection, cast, ALICE).depots()
    one, other = depot.supplies
    cast.does(connection, ALICE, SupplyShown(one.id, Picture("f1", "u1")))
    cast.does(connection, ALICE, SupplyShown(one.id, Picture("f1", "u1")))  # sent twice
    seen = book(connection, cast, TANG).one(depot.id)
    assert seen is not None
    assert [(thing.photo, thing.shown(cast.now)) for thing in seen.supplies] == [(None, True), (None, False)]
    connection.execute(update(media).values(state="safe", path="a.jpg"))
    cast.passes(days=40)
    cast.does(connection, ALICE, SupplyShown(one.id, Picture("f2", "u2")))
    again = book(connection, cast, ALICE).one(depot.id)
    assert again is not None
    assert (again.supplies[0].photo, again.supplies[0].shown_at) == ("a.jpg", cast.now)
    connection.execute(update(media).where(media.c.unique_name == "u2").values(state="failed"))
    failed = book(connection, cast, ALICE).one(depot.id)
    assert failed is not None
    assert not failed.supplies[0].shown(cast.now)
    refused(connection, cast, CHARLIE, SupplyShown(other.id, Picture("f3", "u3")))
    refused(connection, cast, TANG, SupplyShown(other.id, Picture("f3", "u3")))
    refused(connection, cast, NOBODY, SupplyShown(999, Picture("f3", "u3")))
    assert len(connection.execute(select(media)).all()) == 2
