"""A drill as letters speak of it, and who hears of it (safety.drill_letters.Course)."""

from sqlalchemy import Connection, select

from safety.drill_letters import Course
from safety.people import Actor
from storage.drills import by_id, leaders, seated
from storage.tables.drills import drills


def course(connection: Connection, actor: Actor, number: str) -> Course:
    """A drill by its number; empty: the one that the actor planned or called last. LookupError when there is none."""
    mine = drills.c.number == number if number else drills.c.planned_by == actor.person
    found = select(drills.c.id, drills.c.enterprise).where(mine).order_by(drills.c.id.desc()).limit(1)
    row = connection.execute(found).one_or_none()
    drill = None if row is None else by_id(connection, row.id)
    if row is None or drill is None:
        raise LookupError(f"no drill {number}")
    return Course(drill, tuple(seated(connection, row.enterprise)), leaders(connection, row.enterprise))
