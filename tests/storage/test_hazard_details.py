"""What else is known of a hazard, as it is kept: by field, append-only in the timeline, inside the scope, in the exported table."""

import pytest
from sqlalchemy import Connection

from checklists.load import load_catalogue
from checklists.schema import Severity
from safety.errors import Refusal
from safety.events_hazards import HazardDetailed, HazardReported
from safety.hazard_ledger import Hazard
from safety.lists import Sieve
from storage.exporting import entries
from tests.cast import ALICE, DONG, NOBODY, TANG, WEI, Cast, Speaker

NUMBER = "YH-2026-000001"


def report(connection: Connection, cast: Cast) -> None:
    cast.does(connection, ALICE, HazardReported("漏气", "后厨", "gas", Severity.GENERAL, cast.now.date()))


def says(connection: Connection, cast: Cast, speaker: Speaker, field: str, value: str) -> Hazard:
    cast.does(connection, speaker, HazardDetailed(NUMBER, field, value))
    hazard = cast.ledger(connection, speaker).hazard(NUMBER)
    assert hazard is not None
    return hazard


def test_fields_add_up_and_the_former_value_stays(cast: Cast) -> None:
    with cast.database.writing() as connection:
        report(connection, cast)
        says(connection, cast, ALICE, "cylinders", "3")
        says(connection, cast, TANG, "alarm_brand", " 汉威 ")
        hazard = says(connection, cast, ALICE, "cylinders", "5")
        assert dict(hazard.details) == {"cylinders": "5", "alarm_brand": "汉威"}
        told = [one for one in cast.ledger(connection, ALICE).moves(NUMBER) if one.action == "detailed"]
        assert [dict(one.body) for one in told] == [
            {"field": "cylinders", "value": "3"},
            {"field": "alarm_brand", "value": "汉威"},
            {"field": "cylinders", "value": "5", "former": "3"},
        ]


def test_the_same_again_is_no_step(cast: Cast) -> None:
    with cast.database.writing() as connection:
        report(connection, cast)
        says(connection, cast, ALICE, "cylinders", "3")
        says(connection, cast, ALICE, "cylinders", "3")
        moves = cast.ledger(connection, ALICE).moves(NUMBER)
    assert [one.action for one in moves].count("detailed") == 1


@pytest.mark.parametrize("speaker", [WEI, NOBODY])
def test_outside_the_scope_it_does_not_exist(cast: Cast, speaker: Speaker) -> None:
    with cast.database.writing() as connection:
        report(connection, cast)
        with pytest.raises(Refusal, match=r"hazard-gone|not-allowed"):
            says(connection, cast, speaker, "cylinders", "9")
    with cast.database.reading() as connection:
        hazard = cast.ledger(connection, DONG).hazard(NUMBER)
    assert hazard is not None
    assert dict(hazard.details) == {}


def test_an_exported_row_says_it_in_words_and_names_what_content_knows_no_more(cast: Cast) -> None:
    with cast.database.writing() as connection:
        report(connection, cast)
        says(connection, cast, ALICE, "gone", "7")
        actor, shipped = cast.actor(connection, TANG), load_catalogue()
        says(connection, cast, ALICE, "fuel", "bottled")
        (row,) = entries(connection, shipped, actor, Sieve(), cast.now.date(), 10)
        other = cast.actor(connection, WEI)
        assert list(entries(connection, shipped, other, Sieve(), cast.now.date(), 10)) == []
    assert {(field.zh, value.zh) for field, value in row.details} == {
        ("gone", "7"),
        ("用什么气", "瓶装液化气"),
    }


@pytest.mark.parametrize(("field", "value"), [("", "3"), ("cylinders", "  ")])
def test_nothing_is_not_kept(cast: Cast, field: str, value: str) -> None:
    with cast.database.writing() as connection:
        report(connection, cast)
        with pytest.raises(Refusal, match="hazard-detail-empty"):
            says(connection, cast, ALICE, field, value)
