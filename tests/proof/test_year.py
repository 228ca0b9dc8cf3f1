"""A year of reminders against a slow reference: every rule as often as it should, once a day, never at night, nothing lost."""

from dataclasses import replace
from datetime import time
from pathlib import Path

import pytest
from sqlalchemy import event

from checklists.catalogue import Catalogue
from safety.calendar import at
from storage import content
from storage.database import Database
from tests.proof.year import FIRST, Outcome, Year


def reminders_alone(catalogue: Catalogue) -> Catalogue:
    """Rules without their ladders, which the reference does not know (tests/bot/test_ladder_rounds.py tries them)."""
    known = catalogue.rules.reminders
    rules = tuple(rule.model_copy(update={"escalate": ()}) for rule in known.rules)
    reminders = known.model_copy(update={"rules": rules})
    return replace(catalogue, rules=catalogue.rules.model_copy(update={"reminders": reminders}))


def lived(folder: Path, catalogue: Catalogue, many: int, persons: int, seed: int) -> Outcome:
    database = Database.open(f"sqlite:///{folder / 'year.db'}")
    event.listen(database.engine, "connect", lambda raw, _: raw.execute("PRAGMA synchronous = OFF"))
    database.migrate()
    with database.writing() as connection:
        content.publish(connection, catalogue, at(FIRST, time(0)))
    try:
        return Year(database, reminders_alone(catalogue), many, persons, seed).run()
    finally:
        database.close()


def holds(outcome: Outcome) -> None:
    print(outcome)
    assert outcome.differences[:10] == []
    assert (outcome.at_night, outcome.twice_a_day, outcome.lost) == (0, 0, 0)
    assert outcome.alerts == outcome.alerts_expected > 0
    assert outcome.deaths > 0
    assert outcome.acts > 0
    assert len(outcome.messages) > 0


def test_a_year_of_a_few_enterprises(tmp_path: Path, catalogue: Catalogue) -> None:
    holds(lived(tmp_path, catalogue, 60, 75, 1))


@pytest.mark.proof
def test_a_year_of_the_whole_district(tmp_path: Path, catalogue: Catalogue) -> None:
    holds(lived(tmp_path, catalogue, 10_500, 13_000, 2026))
