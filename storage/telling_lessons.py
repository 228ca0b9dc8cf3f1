"""How far the letters about a lesson have come, and whom they are for when it is about one industry."""

from typing import Any

from sqlalchemy import ColumnElement, Connection, literal_column, select, update

from storage.tables.ledger import facts
from storage.tables.lessons import lessons
from storage.tables.people import seats

_later = facts.alias("later_fact")


def come_to(connection: Connection, lesson: int, person: int) -> None:
    """Everybody up to this person is told."""
    connection.execute(update(lessons).where(lessons.c.id == lesson).values(told=person))


def of_industry(fact: str) -> ColumnElement[bool] | None:
    """Seats in enterprises of which it was last said that they mainly do this; None: of all."""
    if not fact:
        return None
    newer: Any = select(_later.c.id).where(
        _later.c.fact == fact, _later.c.enterprise == facts.c.enterprise, _later.c.id > facts.c.id
    )
    said = select(facts.c.enterprise).where(
        facts.c.fact == fact, facts.c.value == literal_column("'true'"), ~newer.exists()
    )
    return seats.c.enterprise.in_(said)
