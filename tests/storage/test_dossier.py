"""Enterprises looked up on both databases: words, codes, lists, the card; nothing outside the reach."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, update

from safety import credit_code
from safety.enterprises import Colour
from storage import enterprises
from storage.database import Database
from storage.enterprises import Entry, Listed
from storage.tables.ledger import enterprises as units
from tests.cast import ALICE, BOB, CHARLIE, DONG, NOBODY, TANG, WEI, Cast, Speaker


@pytest.fixture
def connection(database: Database, cast: Cast) -> Iterator[Connection]:
    with database.writing() as connection:
        yield connection


EAST, WEST = "91370000000000001A", "91370000000000002B"


def code(place: int) -> str:
    first = f"91371400MA{place:07d}"
    return first + credit_code.check_character(first)


def street(connection: Connection, cast: Cast) -> None:
    names = ("王记大饭店", "老王饭店", "老王饭店", "100%果汁店", "Anwen Foods")
    entries = [
        Entry(
            code(place),
            name,
            Colour.WHITE,
            "东镇",
            f"新河路 {place} 号",
            {},
            (Listed("王", f"1380{place:07d}"),),
        )
        for place, name in enumerate(names, 1)
    ]
    enterprises.save(connection, entries, cast.now, "test")


def names(connection: Connection, cast: Cast, text: str, who: Speaker = TANG) -> list[str]:
    return [one.name for one in cast.ledger(connection, who).enterprises().find(text, limit=9)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("老王", ["老王饭店", "老王饭店"]),
        ("东镇 老王", ["老王饭店", "老王饭店"]),
        ("新河路 大饭店", ["王记大饭店"]),
        ("王饭", ["老王饭店", "老王饭店"]),
        ("王大店", ["王记大饭店"]),
        ("100%", ["100%果汁店"]),
        ("_", []),
        ("%%", []),
        ("anwen", ["Anwen Foods"]),
        ("ＡＮＷＥＮ", ["Anwen Foods"]),
        ("西风", []),
        ("没有", []),
        ("王", []),
    ],
)
def test_words_are_looked_for(connection: Connection, cast: Cast, text: str, found: list[str]) -> None:
    street(connection, cast)
    assert names(connection, cast, text) == found


def test_a_code_or_its_end_is_looked_for(connection: Connection, cast: Cast) -> None:
    street(connection, cast)
    whole = code(1)
    assert names(connection, cast, whole) == ["王记大饭店"]
    assert names(connection, cast, f" {whole[:6]} {whole[6:]}".lower()) == ["王记大饭店"]
    assert names(connection, cast, whole[-4:]) == ["王记大饭店"]
    assert names(connection, cast, WEST) == []
    assert names(connection, cast, WEST, DONG) == ["西风面馆"]


def test_pages_and_counts_agree(connection: Connection, cast: Cast) -> None:
    street(connection, cast)
    book = cast.ledger(connection, TANG).enterprises()
    rows = [one for offset in range(3) for one in book.find("老王", offset=offset, limit=1)]
    assert {one.credit_code for one in rows} == {code(2), code(3)}
    assert book.count_found("老王") == 2
    assert book.count_found("东镇") == 6


def test_a_card_tells_of_twins_in_reach(connection: Connection, cast: Cast) -> None:
    street(connection, cast)
    card = cast.ledger(connection, TANG).enterprises().card(code(2))
    assert card is not None
    assert [one.credit_code for one in card.twins] == [code(3)]
    moved = update(units).where(units.c.credit_code == code(3)).values(town=cast.west_town)
    connection.execute(moved)
    assert cast.ledger(connection, TANG).enterprises().card(code(2)).twins == []  # type: ignore[union-attr]  # it is there
    assert len(cast.ledger(connection, DONG).enterprises().card(code(2)).twins) == 1  # type: ignore[union-attr]  # it is there


@pytest.mark.parametrize("who", [ALICE, BOB, TANG, DONG])
def test_a_card_is_read_by_its_own_people_and_who_watches_over_them(
    connection: Connection, cast: Cast, who: Speaker
) -> None:
    card = cast.ledger(connection, who).enterprises().card(EAST)
    assert card is not None
    assert card.brief.name == "东风面馆"
    assert (card.people.answering, card.people.reachable, card.people.listed) == (2, 2, 0)


@pytest.mark.parametrize("who", [CHARLIE, WEI, NOBODY])
def test_nobody_else_reads_anything(connection: Connection, cast: Cast, who: Speaker) -> None:
    book = cast.ledger(connection, who).enterprises()
    assert book.card(EAST) is None
    assert not [one for one in book.find("东风", limit=9) if one.credit_code == EAST]
    assert book.count_found(EAST) == 0


def test_people_are_listed_with_who_has_not_joined(connection: Connection, cast: Cast) -> None:
    cast.list_phone(connection, cast.east, NOBODY)
    for who in (TANG, ALICE):
        found = cast.ledger(connection, who).enterprises().people(EAST)
        assert [(one.name, one.joined, one.reachable) for one in found] == [
            ("李娜", True, True),
            ("王强", True, True),
            ("路人", False, False),
        ]
        assert found[0].phone == ALICE.phone
    for who in (CHARLIE, WEI, NOBODY):
        assert not cast.ledger(connection, who).enterprises().people(EAST)
