"""Facts and what follows from them: the last statement counts, and decides what an enterprise owes."""

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import Connection, select

from checklists.answers import Facts, JsonValue
from safety.enterprises import Colour
from safety.errors import Refusal
from safety.events import FactStated
from storage import content, duties, enterprises
from storage.database import Database
from storage.enterprises import Entry
from storage.facts import plain
from storage.tables.ledger import duties as table
from storage.tables.ledger import facts
from tests.cast import ALICE, BOB, CHARLIE, TANG, Cast

TODAY = date(2026, 11, 23)


def known(connection: Connection, cast: Cast) -> Facts:
    return cast.ledger(connection, ALICE).facts()


def owed(connection: Connection, enterprise: int) -> set[str]:
    found = select(table.c.checklist).where(table.c.enterprise == enterprise)
    return set(connection.execute(found).scalars())


def test_the_last_statement_counts_and_earlier_ones_stay(cast: Cast) -> None:
    with cast.database.writing() as connection:
        cast.does(connection, ALICE, FactStated("gas_lpg", value=True, source="kitchen/fuels"))
        cast.does(connection, BOB, FactStated("gas_lpg", value=False, source="kitchen/fuels"))
        assert known(connection, cast) == {"gas_lpg": False, "uses_lpg": False}
        rows = connection.execute(select(facts).order_by(facts.c.id)).all()
        persons = [cast.actor(connection, speaker).person for speaker in (ALICE, BOB)]
    assert [(row.value, row.source, row.person) for row in rows] == [
        (True, "kitchen/fuels", persons[0]),
        (False, "kitchen/fuels", persons[1]),
    ]


def test_what_follows_is_derived(cast: Cast) -> None:
    with cast.database.writing() as connection:
        assert known(connection, cast) == {"uses_lpg": False}
        cast.does(connection, ALICE, FactStated("gas_lpg", value=True, source="s"))
        assert known(connection, cast) == {"gas_lpg": True, "uses_lpg": True}


@pytest.mark.parametrize(
    ("json", "value"),
    [
        (True, True),
        (0, 0),
        (12, 12),
        ("12.50", Decimal("12.5")),
        (2.5, Decimal("2.5")),
        ("many", None),
        (None, None),
        (["a"], None),
    ],
)
def test_statements_are_flags_and_numbers(json: JsonValue, value: object) -> None:
    assert plain([("staff", json)]).get("staff") == value


def test_facts_of_others_are_not_known(cast: Cast) -> None:
    with cast.database.writing() as connection:
        cast.does(connection, CHARLIE, FactStated("gas_lpg", value=True, source="s"))
        assert known(connection, cast) == {"uses_lpg": False}
        assert cast.ledger(connection, TANG).facts() == {}
        with pytest.raises(Refusal, match="not-allowed"):
            cast.does(connection, TANG, FactStated("gas_lpg", value=True, source="s"))


def test_a_new_fact_changes_what_is_owed(cast: Cast) -> None:
    with cast.database.writing() as connection:
        assert owed(connection, cast.east) == {"kitchen", "flood"}
        cast.does(connection, ALICE, FactStated("gas_lpg", value=True, source="s"))
        assert [duty.key.checklist for duty in cast.ledger(connection, ALICE).duties(TODAY)] == [
            "kitchen",
            "bottles",
            "flood",
        ]
        assert duties.refresh(connection, cast.catalogue, cast.now) == 1
        assert owed(connection, cast.east) == {"kitchen", "bottles", "flood"}
        assert owed(connection, cast.west) == {"kitchen", "flood"}
        cast.does(connection, ALICE, FactStated("gas_lpg", value=False, source="s"))
        duties.refresh(connection, cast.catalogue, cast.now)
        assert owed(connection, cast.east) == {"kitchen", "flood"}
        assert duties.refresh(connection, cast.catalogue, cast.now) == 0


def test_what_stays_owed_is_owed_since_the_same_moment(cast: Cast) -> None:
    with cast.database.writing() as connection:
        before = connection.execute(select(table).order_by(table.c.enterprise, table.c.checklist)).all()
        cast.passes(days=3)
        content.publish(connection, cast.catalogue, cast.now)
        assert (
            connection.execute(select(table).order_by(table.c.enterprise, table.c.checklist)).all() == before
        )


def test_thousands_are_worked_out_in_portions(cast: Cast) -> None:
    entries = [
        Entry(f"{number:018d}", f"n{number}", Colour.WHITE, "东镇", facts={"gas_lpg": number % 2 == 0})
        for number in range(duties.PORTION * 2 + 1)
    ]
    with cast.database.writing() as connection:
        enterprises.save(connection, entries, cast.now, "test")
        assert duties.refresh(connection, cast.catalogue, cast.now) == len(entries)
        rows = connection.execute(select(table.c.checklist).where(table.c.checklist == "bottles")).all()
    assert len(rows) == duties.PORTION + 1


# --- content ------------------------------------------------------------------------------------------------------


def test_every_form_is_kept_word_for_word(cast: Cast) -> None:
    with cast.database.reading() as connection:
        for form in cast.catalogue.checklists.values():
            assert content.text_of(connection, form.fingerprint) == form.to_json()
            assert content.form_of(connection, cast.catalogue, "gone", form.fingerprint) == form


def test_publishing_again_changes_nothing(cast: Cast) -> None:
    with cast.database.writing() as connection:
        content.publish(connection, cast.catalogue, cast.now)
        content.publish(connection, cast.catalogue, cast.now)


def test_a_version_that_was_never_shown_is_not_there(database: Database) -> None:
    with database.reading() as connection, pytest.raises(LookupError):
        content.text_of(connection, "0" * 64)
