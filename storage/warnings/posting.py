"""Warnings on their way: the next enterprises of a step, their people, which letters carried it. For the clock alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, select, update

from safety.people import RIGHTS, Right, Role
from safety.warnings import STEPS, Step
from storage.places import kind_of
from storage.scope import Scope, over
from storage.tables.ledger import enterprises
from storage.tables.people import people, seats
from storage.tables.warnings import warning_letters, warning_targets, warnings
from storage.upsert import Upsert
from storage.warnings.circles import REACHED, TOLD

T = warning_targets.c
OTHERS = (Role.WORKER,)  # who hears of it when neither officer nor principal confirms
CALLING = tuple(role for role, rights in RIGHTS.items() if Right.SEND_WARNING in rights)
_CARRIED = Upsert(lambda insert: insert(warning_letters).on_conflict_do_nothing())


@dataclass(frozen=True, slots=True)
class Target:
    """One enterprise of a step, and who of it is written to."""

    enterprise: int
    name: str
    people: tuple[int, ...]


def held(connection: Connection, warning: int) -> Row[Any]:
    """The warning's row, held against a second process until the end of the transaction."""
    return connection.execute(select(warnings).where(warnings.c.id == warning).with_for_update()).one()


def next_targets(connection: Connection, row: Row[Any], roles: Sequence[Role], most: int) -> list[Target]:
    """The next enterprises of this step that have not confirmed, with their people in these roles."""
    found = (
        select(T.enterprise, enterprises.c.name)
        .join(enterprises, enterprises.c.id == T.enterprise)
        .where(T.warning == row.id, T.enterprise > row.at_enterprise, T.confirmed_at.is_(None))
        .order_by(T.enterprise)
        .limit(most)
    )
    rows = connection.execute(found).all()
    staffed = _staff(connection, [one.enterprise for one in rows], roles)
    return [Target(one.enterprise, one.name, staffed.get(one.enterprise, ())) for one in rows]


def _staff(
    connection: Connection, wanted: Sequence[int], roles: Sequence[Role]
) -> Mapping[int, tuple[int, ...]]:
    """Who of these enterprises can be written to."""
    found = (
        select(seats.c.enterprise, seats.c.person)
        .join(people, people.c.id == seats.c.person)
        .where(seats.c.enterprise.in_(wanted), seats.c.until.is_(None), seats.c.role.in_(roles), REACHED)
        .order_by(seats.c.id)
    )
    staffed: dict[int, dict[int, None]] = {}
    for row in connection.execute(found):
        staffed.setdefault(row.enterprise, {})[row.person] = None
    return {enterprise: tuple(persons) for enterprise, persons in staffed.items()}


def carried(
    connection: Connection, row: Row[Any], target: Target, letters: Mapping[int, int], now: datetime
) -> None:
    """Letters of this step are written down, by person; without any the enterprise is silent at the first step."""
    for person, letter in letters.items():
        kept = {"letter": letter, "warning": row.id, "enterprise": target.enterprise, "person": person}
        _CARRIED.run(connection, kept | {"step": row.step})
    changed: dict[str, Any] = {"step": row.step}
    if row.step == 0:
        changed |= {"posted_at": now, "silent": not letters}
    elif letters:
        changed |= {"silent": False}
    mine = (T.warning == row.id) & (T.enterprise == target.enterprise)
    connection.execute(update(warning_targets).where(mine).values(changed))


def come_to(connection: Connection, warning: int, **changed: Any) -> None:
    """How far a step has come, or that the next begins."""
    connection.execute(update(warnings).where(warnings.c.id == warning).values(**changed))


def callers(connection: Connection, warning: int) -> list[tuple[int, int | None, int]]:
    """Supervisors of towns with enterprises that have not confirmed: person, area, how many."""
    counted = (
        select(enterprises.c.town, T.enterprise)
        .join(enterprises, enterprises.c.id == T.enterprise)
        .where(T.warning == warning, T.confirmed_at.is_(None))
    )
    by_town: dict[int, int] = {}
    for row in connection.execute(counted):
        by_town[row.town] = by_town.get(row.town, 0) + 1
    found = (
        select(seats.c.person, seats.c.area)
        .where(seats.c.until.is_(None), seats.c.role.in_(CALLING), seats.c.area.in_(list(by_town)))
        .order_by(seats.c.id)
    )
    return [(row.person, row.area, by_town[row.area]) for row in connection.execute(found)]


def scope_of_sender(connection: Connection, row: Row[Any]) -> Scope:
    """The reach of the area a warning was sent from."""
    return over(row.area, kind_of(connection, row.area))


def first_roles(step: int) -> Sequence[Role]:
    """Who is written to at a step."""
    return (*TOLD, *OTHERS) if STEPS[step] is Step.OTHERS else TOLD


def open_seat(connection: Connection, person: int) -> bool:
    """Whether somebody still has a seat to send warnings from."""
    mine = (seats.c.person == person, seats.c.until.is_(None), seats.c.role.in_(CALLING))
    return connection.execute(select(seats.c.id).where(*mine).limit(1)).first() is not None
