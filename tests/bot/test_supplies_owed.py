"""Supplies as the clock of reminders sees them: the monthly check and what runs out, owed until it is done."""

from datetime import date, timedelta

import pytest
from sqlalchemy import Connection, select

from checklists.load import load_catalogue
from safety.calendar import today
from safety.events_supplies import DepotMade, SuppliesChecked, SupplyDated, SupplyDropped
from safety.supplies import DepotKind
from storage.database import Database
from storage.tables.obligations import obligations
from tests import cast as casting
from tests.bot.test_owed_rounds import go
from tests.cast import ALICE, BOB, Cast

SHIPPED = load_catalogue()
RULES = ("R41", "R42")


@pytest.fixture
def cast(database: Database) -> Cast:
    return casting.seat(database, SHIPPED)


def owed(connection: Connection) -> dict[tuple[str, str], date]:
    """What is open by both rules, with its day."""
    found = select(obligations.c.rule, obligations.c.about, obligations.c.due_at).where(
        obligations.c.rule.in_(RULES), obligations.c.state == "open"
    )
    return {(row.rule, row.about): today(row.due_at) for row in connection.execute(found)}


def test_a_cabinet_is_looked_at_every_month_and_what_runs_out_is_replaced(cast: Cast) -> None:
    check, runs_out = date(2026, 12, 23), date(2026, 12, 10)
    made = DepotMade(DepotKind.ENTERPRISE, check, things=(("extinguisher", "灭火器", "具", 2),))
    with cast.database.writing() as connection:
        cast.does(connection, ALICE, made, SupplyDated(1, runs_out))
        go(connection, cast)
        assert owed(connection) == {("R41", "depot:1"): check, ("R42", "supply:1"): runs_out}
        cast.does(connection, BOB, SupplyDated(1, date(2031, 12, 10)))
        go(connection, cast)
        assert owed(connection) == {("R41", "depot:1"): check, ("R42", "supply:1"): date(2031, 12, 10)}
        cast.does(connection, BOB, SuppliesChecked(1, check + timedelta(days=30)), SupplyDropped(1))
        go(connection, cast)
        assert owed(connection) == {("R41", "depot:1"): check + timedelta(days=30)}


def test_who_has_no_cabinet_owes_nothing_of_it(cast: Cast) -> None:
    with cast.database.writing() as connection:
        go(connection, cast)
        assert owed(connection) == {}
