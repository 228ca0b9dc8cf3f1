"""A circle (safety.warnings.Circle) as conditions in SQL, always inside the sender's reach."""

from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    distinct,
    exists,
    false,
    func,
    literal_column,
    or_,
    select,
)

from safety.enterprises import Colour
from safety.people import Role
from safety.warnings import Circle, Counted
from storage import queries
from storage.places import TOWN
from storage.queries import Asker
from storage.scope import Scope, within
from storage.tables.ledger import areas, enterprises, facts
from storage.tables.people import people, seats

TOLD = (Role.PRINCIPAL, Role.OFFICER)  # who gets a warning first
_later = facts.alias("later")
REACHED = people.c.reachable & people.c.consent_at.is_not(None)


def meant(scope: Scope, circle: Circle, asker: Asker | None = None) -> Select[Any]:
    """The enterprises that are meant; it binds `place`."""
    return select(enterprises.c.id).where(*conditions(scope, circle, asker))


def conditions(scope: Scope, circle: Circle, asker: Asker | None = None) -> list[ColumnElement[bool]]:
    """Everything that has to hold of an enterprise. A group's query needs the asker, with the content that counts."""
    found = [within(scope.reach, enterprises.c.id)]
    if circle.query.active:
        found += [false()] if asker is None else queries.where(circle.query, asker)
    if circle.town:
        named = (areas.c.kind == TOWN) & (areas.c.name == circle.town)
        found.append(enterprises.c.town.in_(select(areas.c.id).where(named)))
    if circle.colour in set(Colour):
        found.append(enterprises.c.colour == Colour(circle.colour))
    if circle.industry:
        found.append(enterprises.c.id.in_(_stated(circle.industry)))
    if circle.facts:
        found.append(or_(*(enterprises.c.id.in_(_stated(fact)) for fact in circle.facts)))
    return found


def _stated(fact: str) -> Any:
    """Enterprises of which it was last said that this is so."""
    newer = select(_later.c.id).where(
        _later.c.fact == fact, _later.c.enterprise == facts.c.enterprise, _later.c.id > facts.c.id
    )
    return select(facts.c.enterprise).where(
        facts.c.fact == fact, facts.c.value == literal_column("'true'"), ~newer.exists()
    )


def reached() -> ColumnElement[bool]:
    """Whether somebody of the enterprise would get a letter."""
    return exists().where(
        seats.c.enterprise == enterprises.c.id,
        seats.c.until.is_(None),
        seats.c.role.in_(TOLD),
        people.c.id == seats.c.person,
        REACHED,
    )


def count(connection: Connection, asker: Asker, circle: Circle) -> Counted:
    """How many a circle holds."""
    scope = asker.scope
    found = meant(scope, circle, asker)
    open_seats = select(func.count(distinct(seats.c.person))).join(people, people.c.id == seats.c.person)
    told = open_seats.where(
        seats.c.until.is_(None), seats.c.role.in_(TOLD), REACHED, seats.c.enterprise.in_(found)
    )
    all_ = select(func.count()).select_from(found.subquery())
    silent = (
        select(func.count()).where(*conditions(scope, circle, asker), ~reached()).select_from(enterprises)
    )
    bound = asker.bound
    numbers = [int(connection.execute(one, bound).scalar_one()) for one in (all_, told, silent)]
    return Counted(*numbers)
