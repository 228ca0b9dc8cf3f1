"""Whom to call, on both databases: who keeps the list, who reads it, who stands first."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection

from safety.errors import Refusal
from safety.events_responders import ResponderAdded, ResponderChanged, ResponderGone, ResponderPlaced
from safety.responders import Responder, ResponderKind, Spot, nearest, typed
from storage.responders import Listed, RespondersOf, save
from tests.cast import ALICE, CHARLIE, DONG, NOBODY, TANG, WEI, Cast, Speaker

K = ResponderKind


@pytest.fixture
def connection(cast: Cast) -> Iterator[Connection]:
    with cast.database.writing() as connection:
        yield connection


def book(connection: Connection, cast: Cast, who: Speaker) -> RespondersOf:
    return cast.ledger(connection, who).responders()


def names(connection: Connection, cast: Cast, who: Speaker, spot: Spot | None = None) -> list[str]:
    own = book(connection, cast, who)
    return [one.name for one in nearest(own.of_kind(K.TEAM), own.town(), spot)]


def add(connection: Connection, cast: Cast, who: Speaker, name: str) -> None:
    cast.does(connection, who, ResponderAdded(K.TEAM, name, "孙队长", "119", "两台水泵"))


def test_the_own_town_stands_first_then_the_district(connection: Connection, cast: Cast) -> None:
    for who, name in ((WEI, "西镇队"), (DONG, "区队"), (TANG, "东镇队")):
        add(connection, cast, who, name)
    assert names(connection, cast, ALICE) == ["东镇队", "区队", "西镇队"]
    assert names(connection, cast, CHARLIE) == ["西镇队", "区队", "东镇队"]
    assert names(connection, cast, DONG) == ["区队", "东镇队", "西镇队"]
    assert names(connection, cast, NOBODY) == []


def test_who_shares_a_place_has_the_nearest_first(connection: Connection, cast: Cast) -> None:
    for name in ("远", "近", "哪儿"):
        add(connection, cast, TANG, name)
    cast.does(connection, TANG, ResponderPlaced(1, 37.9, 116.9), ResponderPlaced(2, 37.45, 116.35))
    assert names(connection, cast, ALICE, Spot(37.46, 116.36)) == ["近", "远", "哪儿"]


def test_a_town_changes_its_own_and_the_district_all(connection: Connection, cast: Cast) -> None:
    add(connection, cast, TANG, "东镇队")
    add(connection, cast, DONG, "区队")
    mine = {one.name: one.mine for one in book(connection, cast, TANG).of_kind(K.TEAM)}
    assert mine == {"东镇队": True, "区队": False}
    events = (ResponderChanged(1, "x", "", "1"), ResponderPlaced(1, 1.0, 1.0), ResponderGone(1))
    for who in (WEI, ALICE, NOBODY):
        for event in events:
            with pytest.raises(Refusal):
                cast.does(connection, who, event)
    with pytest.raises(Refusal):
        cast.does(connection, TANG, ResponderGone(2))
    with pytest.raises(Refusal):
        add(connection, cast, ALICE, "我们队")
    cast.does(connection, DONG, ResponderChanged(1, "东镇救援队", "钱队长", "120", ""))
    one = book(connection, cast, ALICE).one(1)
    assert one is not None
    assert (one.name, one.person, one.phone, one.words, one.mine) == (
        "东镇救援队",
        "钱队长",
        "120",
        "",
        False,
    )
    cast.does(connection, TANG, ResponderGone(1))
    assert (book(connection, cast, ALICE).one(1), book(connection, cast, ALICE).count(K.TEAM)) == (None, 1)
    with pytest.raises(Refusal):
        cast.does(connection, TANG, ResponderChanged(1, "又来", "", "1"))


@pytest.mark.parametrize(
    "event",
    [
        ResponderAdded(K.TEAM, " ", "", "119"),
        ResponderAdded(K.TEAM, "队", "", ""),
        ResponderPlaced(1, 91.0, 0.0),
        ResponderPlaced(1, float("nan"), 0.0),
    ],
)
def test_what_cannot_be_called_or_found_is_refused(
    connection: Connection, cast: Cast, event: ResponderAdded | ResponderPlaced
) -> None:
    add(connection, cast, TANG, "东镇队")
    with pytest.raises(Refusal):
        cast.does(connection, TANG, event)


def test_a_list_that_comes_twice_is_brought_up_to_date(connection: Connection, cast: Cast) -> None:
    listed = [
        Listed(K.TEAM, None, "区队", "孙", "119", "", None),
        Listed(K.EXPERT, cast.east_town, "李教授", "", "138", "燃气", Spot(37.4, 116.3)),
    ]
    assert save(connection, listed, cast.now) == (2, 0)
    newer = [Listed(K.TEAM, None, "区队", "钱", "120", "水泵", None), listed[1]]
    assert save(connection, newer, cast.now) == (0, 2)
    one = book(connection, cast, ALICE).of_kind(K.TEAM)[0]
    assert (one.person, one.phone, one.words) == ("钱", "120", "水泵")
    assert book(connection, cast, ALICE).of_kind(K.EXPERT)[0].spot == Spot(37.4, 116.3)


@pytest.mark.parametrize(
    ("text", "name", "words", "person", "phone"),
    [
        ("救援队\n水泵\n孙队长 0534-2600119", "救援队", "水泵", "孙队长", "05342600119"),
        ("救援队\n孙队长 13900001111", "救援队", "", "孙队长", "13900001111"),
        ("供气抢修 96777", "供气抢修", "", "", "96777"),
        (
            "李教授\n燃气\n熟悉2类站\n工程学院 138 0000 1111",
            "李教授",
            "燃气 熟悉2类站",
            "工程学院",
            "13800001111",
        ),
    ],
)
def test_it_is_read_from_a_few_lines(text: str, name: str, words: str, person: str, phone: str) -> None:
    found = typed(text)
    assert found is not None
    assert (found.name, found.words, found.person, found.phone) == (name, words, person, phone)


@given(st.text(max_size=80))
def test_whatever_is_typed_is_read_or_left(text: str) -> None:
    found = typed(text)
    assert found is None or (found.name and found.phone and set(found.phone) <= set("+0123456789"))


@given(st.floats(-90, 90), st.floats(-180, 180), st.floats(-90, 90), st.floats(-180, 180))
def test_distance_is_the_same_both_ways_and_never_more_than_half_the_earth(
    lat: float, lon: float, lat2: float, lon2: float
) -> None:
    here, there = Spot(lat, lon), Spot(lat2, lon2)
    assert here.km(here) == pytest.approx(0, abs=0.001)
    assert here.km(there) == pytest.approx(there.km(here), abs=0.001)
    assert 0 <= here.km(there) <= 20_016


def test_nobody_is_lost_by_sorting() -> None:
    found = [Responder(n, K.TEAM, "东" if n % 2 else "", f"{n}", "", "1") for n in range(9)]
    assert {one.id for one in nearest(found, "东", Spot(0, 0))} == set(range(9))
