"""Spot exams, incidents and warnings in the register of receipts: their numbers are known, prove themselves, and a changed word is found."""

from typing import Any

import pytest
from sqlalchemy import Connection, Table, select, update

from checklists.warnings import Level
from safety.calendar import today
from safety.events_incidents import IncidentReported
from safety.events_spots import SpotClosed, SpotOpened
from safety.events_warnings import WarningIssued
from safety.incidents import Harm
from safety.seals.register import receipt_of
from storage.receipts import fingerprint_over
from storage.sealing import proving
from storage.tables.incidents import incidents
from storage.tables.ledger import enterprises
from storage.tables.spots import spots
from storage.tables.warnings import warnings
from tests.cast import ALICE, TANG, Cast
from tests.tampering import seal_now, unguard


def incident(connection: Connection, cast: Cast, *, near: bool = False) -> None:
    cast.does(connection, ALICE, IncidentReported("fire", "后厨着火", "后厨", (Harm.NOBODY,), near=near))


def warning(connection: Connection, cast: Cast) -> None:
    event = WarningIssued("storm", Level.BLUE, "大风", ("收好广告牌。",), 12, {}, english=("Secure signs.",))
    cast.does(connection, TANG, event)


def spot(connection: Connection, cast: Cast) -> None:
    code = select(enterprises.c.credit_code).where(enterprises.c.id == cast.east)
    cast.does(connection, TANG, SpotOpened(connection.execute(code).scalar_one(), 30, 6))
    cast.does(connection, TANG, SpotClosed(1))


CASES: list[Any] = [
    ("incident", incident, incidents, "后厨着火"),
    ("warning", warning, warnings, "收好广告牌。"),
    ("spot", spot, spots, "0.0"),
]


@pytest.mark.parametrize(("what", "happens", "table", "word"), CASES)
def test_a_number_is_known_and_what_was_said_cannot_be_changed(
    cast: Cast, what: str, happens: Any, table: Table, word: str
) -> None:
    with cast.database.writing() as connection:
        happens(connection, cast)
        row = connection.execute(select(table)).one()
        assert row.sha256 == fingerprint_over(row.document)
        assert word in str(row.document)
        seal_now(connection, cast.now)
        found = proving.verified(connection, row.number)
        assert found is not None
        assert (found.what, found.unchanged, found.day) == (what, True, today(cast.now))
    with cast.database.engine.connect() as connection:
        transaction = connection.begin()
        unguard(connection)
        changed = {**row.document, "number": "X"}
        connection.execute(update(table).values(document=changed))
        found = proving.verified(connection, row.number)
        assert found is not None
        assert not found.unchanged
        transaction.rollback()


def test_a_near_miss_is_called_one(cast: Cast) -> None:
    with cast.database.writing() as connection:
        incident(connection, cast, near=True)
        number = connection.execute(select(incidents.c.number)).scalar_one()
        seal_now(connection, cast.now)
        found = proving.verified(connection, number)
        assert found is not None
        assert found.what == "near"


def test_an_event_of_before_with_a_number_alone_gives_no_receipt() -> None:
    assert receipt_of(IncidentReported.kind, {"number": "SG-2026-000001"}) is None
    assert receipt_of(SpotClosed.kind, {"spot": 1}) is None
    assert receipt_of(WarningIssued.kind, {"number": "YJ-2026-000001", "sha256": "0f"}) == "YJ-2026-000001"
