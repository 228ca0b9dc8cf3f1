"""Enterprises come in bulk: entered once by credit code, changed where they differ, listed phones normalised."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from sqlalchemy import Connection, func, select

from checklists.answers import JsonValue
from safety.enterprises import Colour
from safety.people import Role
from storage import enterprises, invitations
from storage.database import Database
from storage.enterprises import Entry, Listed, Saved
from storage.phones import digits, masked
from storage.places import TOWN, area_id, area_name
from storage.tables.ledger import contacts, facts
from storage.tables.ledger import enterprises as table
from tests.cast import START

FACTS: Mapping[str, JsonValue] = {"gas_lpg": True, "staff": "7"}
ENTRY = Entry(
    "91370000000000009X", "老王饭店", Colour.WHITE, "东镇", "一号路", FACTS, (Listed("王", "13712345678"),)
)


def save(connection: Connection, *entries: Entry) -> Saved:
    return enterprises.save(connection, entries, START, "list.xlsx")


def count(connection: Connection, of: object) -> int:
    return connection.execute(select(func.count()).select_from(of)).scalar_one()  # type: ignore[arg-type]  # a table


def test_a_new_enterprise_is_entered_with_all_that_came(database: Database) -> None:
    with database.writing() as connection:
        assert save(connection, ENTRY) == Saved(new=1, changed=0, same=0)
        number = enterprises.by_code(connection, ENTRY.credit_code)
        assert number is not None
        found = enterprises.one(connection, number)
        stated = connection.execute(select(facts.c.fact, facts.c.value, facts.c.source)).all()
        assert invitations.listed_phones(connection, number, None) == {"13712345678"}
    assert (found.name, found.credit_code, found.colour, found.town) == (
        "老王饭店",
        ENTRY.credit_code,
        Colour.WHITE,
        "东镇",
    )
    assert sorted(map(tuple, stated)) == [("gas_lpg", True, "list.xlsx"), ("staff", "7", "list.xlsx")]


def test_the_same_list_again_changes_nothing(database: Database) -> None:
    with database.writing() as connection:
        save(connection, ENTRY)
        assert save(connection, ENTRY) == Saved(new=0, changed=0, same=1)
        assert (count(connection, table), count(connection, contacts), count(connection, facts)) == (1, 1, 2)


@pytest.mark.parametrize(
    "change", [{"name": "新名"}, {"colour": Colour.BLUE}, {"town": "西镇"}, {"address": "二号路"}]
)
def test_what_differs_is_changed_and_worked_out_again(database: Database, change: dict[str, object]) -> None:
    with database.writing() as connection:
        save(connection, ENTRY)
        connection.execute(table.update().values(stale=False))
        assert save(connection, replace(ENTRY, **change)) == Saved(new=0, changed=1, same=0)
        assert connection.execute(select(table.c.stale)).scalar_one()
        assert count(connection, table) == 1


def test_only_facts_that_changed_are_stated_again(database: Database) -> None:
    with database.writing() as connection:
        save(connection, ENTRY)
        connection.execute(table.update().values(stale=False))
        save(connection, replace(ENTRY, facts={"gas_lpg": False, "staff": 7}))
        stated = connection.execute(select(facts.c.fact, facts.c.value).order_by(facts.c.id)).all()
        assert connection.execute(select(table.c.stale)).scalar_one()
    assert list(map(tuple, stated[2:])) == [("gas_lpg", False)]


def test_a_contact_is_known_by_phone_and_may_be_renamed(database: Database) -> None:
    listed = (Listed("王总", "+86 137 1234 5678", Role.PRINCIPAL), Listed("小李", "0534-1234567"))
    with database.writing() as connection:
        save(connection, ENTRY)
        save(connection, replace(ENTRY, contacts=listed))
        rows = connection.execute(select(contacts.c.name, contacts.c.phone, contacts.c.role)).all()
    assert sorted(map(tuple, rows)) == [
        ("小李", "05341234567", None),
        ("王总", "13712345678", Role.PRINCIPAL),
    ]


def test_towns_are_entered_once(database: Database) -> None:
    with database.writing() as connection:
        save(connection, ENTRY, replace(ENTRY, credit_code="x", name="x"))
        number = area_id(connection, TOWN, "东镇")
        assert area_name(connection, number) == "东镇"
        assert area_name(connection, None) == ""
        enterprises.name_district(connection, "天衢新区")
        assert area_name(connection, None) == "天衢新区"


def test_a_supervisor_is_listed_once_for_the_own_place(database: Database) -> None:
    with database.writing() as connection:
        town = area_id(connection, TOWN, "东镇")
        for _ in range(2):
            enterprises.list_supervisor(connection, town, Listed("唐", "137 0000 0001"))
            enterprises.list_supervisor(connection, None, Listed("董", "13700000002"))
        save(connection, ENTRY)
        assert invitations.listed_phones(connection, None, town) == {"13700000001"}
        assert invitations.listed_phones(connection, None, None) == {"13700000002"}


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("13812345678", "13812345678"),
        ("+86 138-1234-5678", "13812345678"),
        ("8613812345678", "13812345678"),
        ("008613812345678", "13812345678"),
        ("86123456", "86123456"),
        ("(0534) 123 4567", "05341234567"),
        ("１３８", ""),
        ("", ""),
    ],
)
def test_phones_are_compared_as_digits(typed: str, kept: str) -> None:
    assert digits(typed) == kept


@pytest.mark.parametrize(
    ("phone", "shown"),
    [("13812345678", "138****5678"), ("05341234567", "053****4567"), ("12345", "****45"), ("", "****")],
)
def test_phones_are_masked_for_others(phone: str, shown: str) -> None:
    assert masked(phone) == shown
