"""Rounds as the clock opens and closes them: the next enterprises of an audience, those to be chased, and who is written to."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, update

from checklists.catalogue import Catalogue
from checklists.period import special
from safety.campaigns import Standing, Terms, Who, Window, audience
from safety.people import RIGHTS, Right, Role
from safety.queries import Query
from storage import obligations, queries
from storage.campaigns.view import UNDONE
from storage.groups import query_of
from storage.places import kind_of
from storage.queries import Asker
from storage.scope import Scope, held, over
from storage.tables.campaigns import (
    campaign_chases,
    campaign_rounds,
    campaign_signs,
    campaign_targets,
    campaigns,
)
from storage.tables.ledger import enterprises
from storage.tables.people import people, seats
from storage.upsert import Upsert
from storage.warnings.circles import REACHED, TOLD

C, R, T, H = campaigns.c, campaign_rounds.c, campaign_targets.c, campaign_chases.c
LEADING = tuple(role for role, rights in RIGHTS.items() if Right.RUN_CAMPAIGN in rights)
_ENTER = Upsert(lambda make: make(campaign_targets).on_conflict_do_nothing())


@dataclass(frozen=True, slots=True)
class Chased:
    """One enterprise that is chased, and who of it is written to."""

    enterprise: int
    name: str
    people: tuple[int, ...]


def campaign(connection: Connection, number: int) -> Row[Any]:
    """A campaign's row, held against a second process until the end of the transaction."""
    return connection.execute(select(campaigns).where(C.id == number).with_for_update()).one()


def one_round(connection: Connection, number: int) -> Row[Any]:
    """A round with its campaign's area, query and leader, held as well."""
    columns = (C.number, C.area, C.query, C.group, C.person, C.standing)
    found = select(campaign_rounds, *columns).join(campaigns, C.id == R.campaign).where(R.id == number)
    return connection.execute(found.with_for_update()).one()


def begin(connection: Connection, row: Row[Any], window: Window) -> int:
    """Enter the next round of a campaign; its number."""
    before = select(func.coalesce(func.max(R.sequence), 0)).where(R.campaign == row.id)
    sequence = connection.execute(before).scalar_one() + 1
    entered = {
        "campaign": row.id,
        "sequence": sequence,
        "checklist": row.checklist,
        "period": "",
        "title": row.title,
        "who": Terms.from_json(row.terms).who.value,
        "starts": window.starts,
        "due": window.due,
        "closes": window.closes,
    }
    number = int(connection.execute(insert(campaign_rounds).values(entered).returning(R.id)).scalar_one())
    named = update(campaign_rounds).where(R.id == number).values(period=special(number, window.due))
    connection.execute(named)
    return number


def began_on(connection: Connection, number: int, day: date) -> bool:
    """Whether a round of the campaign began on this day or later."""
    found = select(R.id).where(R.campaign == number, R.starts >= day).limit(1)
    return connection.execute(found).first() is not None


def scope_of_round(connection: Connection, row: Row[Any]) -> Scope:
    """The reach of the area a campaign was opened from."""
    return over(row.area, kind_of(connection, row.area))


def enter(connection: Connection, catalogue: Catalogue, row: Row[Any], most: int, now: datetime) -> int:
    """Enter the next enterprises of the audience; what they owe is worked out by the clock. How many; 0: none is left.

    Whoever has stopped or closed is left out, unless the query asks for them.
    """
    query = audience(query_of(connection, row.group) or Query.from_json(row.query))
    asker = Asker(scope_of_round(connection, row), catalogue, now)
    found = queries.ids(connection, query, asker, after=row.at_enterprise, limit=most)
    if not found:
        return 0
    _ENTER.run(connection, [{"round": row.id, "enterprise": one, "opened_at": now} for one in found])
    come_to(connection, row.id, at_enterprise=found[-1])
    obligations.mark_many(connection, found, now)
    return len(found)


def come_to(connection: Connection, number: int, **changed: Any) -> None:
    """How far a round has come."""
    connection.execute(update(campaign_rounds).where(R.id == number).values(**changed))


def release(connection: Connection, row: Row[Any], most: int, now: datetime) -> int:
    """Have the clock look at the next enterprises that have not done it: they owe it no more. How many; 0: none is left."""
    found = (
        select(T.enterprise)
        .where(T.round == row.id, T.enterprise > row.at_enterprise, T.done_at.is_(None))
        .order_by(T.enterprise)
        .limit(most)
    )
    numbers = list(connection.execute(found).scalars())
    if numbers:
        come_to(connection, row.id, at_enterprise=numbers[-1])
        obligations.mark_many(connection, numbers, now)
    return len(numbers)


# --- chasing ------------------------------------------------------------------------------------------------------


def chase(connection: Connection, number: int) -> Row[Any]:
    """A chase with its round, held."""
    columns = (R.period, R.checklist, R.title, R.who, R.due, R.closes, R.closed_at)
    found = select(campaign_chases, *columns).join(campaign_rounds, R.id == H.round).where(H.id == number)
    return connection.execute(found.with_for_update()).one()


def next_chased(connection: Connection, row: Row[Any], most: int) -> list[Chased]:
    """The next enterprises of a chase that have not done it, with whom to write to: who has to do it, or still has to confirm it."""
    scope = over(row.area, kind_of(connection, row.area))
    found = (
        select(T.enterprise, enterprises.c.name)
        .join(enterprises, enterprises.c.id == T.enterprise)
        .where(T.round == row.round, T.enterprise > row.at_enterprise, UNDONE, held(scope, T.enterprise))
        .order_by(T.enterprise)
        .limit(most)
    )
    rows = connection.execute(found).all()
    staffed = _staff(connection, row, [one.enterprise for one in rows])
    return [Chased(one.enterprise, one.name, tuple(staffed.get(one.enterprise, ()))) for one in rows]


def _staff(connection: Connection, row: Row[Any], wanted: Sequence[int]) -> dict[int, list[int]]:
    roles = (Role.PRINCIPAL,) if Who(row.who) is Who.PRINCIPAL else TOLD
    signed = select(campaign_signs.c.person).where(
        campaign_signs.c.round == row.round, campaign_signs.c.enterprise == seats.c.enterprise
    )
    found = (
        select(seats.c.enterprise, seats.c.person)
        .join(people, people.c.id == seats.c.person)
        .where(seats.c.enterprise.in_(wanted), seats.c.until.is_(None), seats.c.role.in_(roles), REACHED)
        .where(seats.c.person.not_in(signed.correlate(seats).scalar_subquery()))
        .order_by(seats.c.id)
    )
    staffed: dict[int, list[int]] = {}
    for one in connection.execute(found):
        mine = staffed.setdefault(one.enterprise, [])
        if one.person not in mine:
            mine.append(one.person)
    return staffed


def chased(
    connection: Connection, row: Row[Any], at_enterprise: int, enterprises_: int, letters: int
) -> None:
    """How far a chase has come, and how many letters it wrote."""
    counted = {
        "at_enterprise": at_enterprise,
        "enterprises": H.enterprises + enterprises_,
        "letters": H.letters + letters,
    }
    connection.execute(update(campaign_chases).where(H.id == row.id).values(counted))


def leaders(connection: Connection, row: Row[Any]) -> list[int]:
    """Who hears of the end: whoever opened it, as long as they may; else everybody of the area who may open campaigns."""
    area = seats.c.area.is_not_distinct_from(row.area)
    mine = (seats.c.until.is_(None), seats.c.role.in_(LEADING), area, seats.c.enterprise.is_(None))
    found = connection.execute(select(seats.c.person).where(*mine).order_by(seats.c.id)).scalars().all()
    return [row.person] if row.person in found else list(dict.fromkeys(found))


def ended(row: Row[Any]) -> bool:
    """Whether the campaign of a round is over."""
    return bool(row.standing is Standing.ENDED)
