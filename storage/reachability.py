"""Notes who is out of reach and which enterprises are silent, and who stands in. What supervisors read: storage/silences.py."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, func, select, update

from checklists.words import Language
from safety.people import Role
from safety.reachability import ANSWERING, Candidate, choose
from storage import kept, people
from storage.people import Reader, with_seat
from storage.tables.ledger import enterprises
from storage.tables.people import people as persons
from storage.tables.people import seats
from storage.tables.silences import silences
from storage.upsert import Upsert

CAN_BE_REACHED = and_(persons.c.reachable, persons.c.consent_at.is_not(None))
_OPEN_SILENCE = Upsert(lambda insert: insert(silences).on_conflict_do_nothing())


@dataclass(frozen=True, slots=True)
class Away:
    """Somebody whose letters wait: where they would go, in which language, since when."""

    reader: Reader
    name: str
    since: datetime


@dataclass(frozen=True, slots=True)
class StandIn:
    """Somebody who takes letters of one who is out of reach."""

    person: int
    reader: Reader


def lost(connection: Connection, account: int, now: datetime) -> bool:
    """The platform says that this account cannot be written to: what waits for it is kept. Whether that is news."""
    person = people.set_reachable(connection, account, False, now)  # noqa: FBT003 - the value that is set
    if person is not None:
        kept.keep(connection, person)
    return person is not None


def found(connection: Connection, account: int, now: datetime) -> bool:
    """The platform says that this account can be written to again. Whether that is news."""
    return people.set_reachable(connection, account, True, now) is not None  # noqa: FBT003 - the value that is set


def away(connection: Connection, person: int) -> Away | None:
    """Somebody who is out of reach and has agreed to get letters; None for everybody else."""
    one = select(persons.c.chat, persons.c.language, persons.c.name, persons.c.reachable_at).where(
        persons.c.id == person, ~persons.c.reachable, persons.c.consent_at.is_not(None)
    )
    row = connection.execute(one).one_or_none()
    if row is None:
        return None
    return Away(Reader(row.chat, row.language or Language.ZH), row.name, row.reachable_at)


def answers_for(connection: Connection, person: int) -> Sequence[tuple[int, Role]]:
    """The enterprises that this person answers for, with the role there."""
    own = select(seats.c.enterprise, seats.c.role).where(
        seats.c.person == person, seats.c.until.is_(None), seats.c.role.in_(ANSWERING)
    )
    return [(row.enterprise, row.role) for row in connection.execute(own.order_by(seats.c.id))]


def stand_in(connection: Connection, person: int) -> StandIn | None:
    """Who takes letters of this person: a principal or officer of all their enterprises, for a letter does not say which.

    None when there is nobody, and for people who answer for no enterprise.
    """
    own = answers_for(connection, person)
    mine = {enterprise for enterprise, _ in own}
    if not mine:
        return None
    others = (
        select(seats.c.person, persons.c.name, seats.c.enterprise, seats.c.role, seats.c.id)
        .join(persons, persons.c.id == seats.c.person)
        .where(
            seats.c.enterprise.in_(mine),
            seats.c.until.is_(None),
            seats.c.role.in_(ANSWERING),
            seats.c.person != person,
            CAN_BE_REACHED,
        )
        .order_by(seats.c.id)
    )
    chosen = choose(_everywhere(connection.execute(others).all(), mine), own[0][1])
    reader = people.reader_of(connection, chosen.person) if chosen else None
    return StandIn(chosen.person, reader) if chosen and reader else None


def _everywhere(rows: Sequence[Any], mine: set[int]) -> list[Candidate]:
    """Those who have a seat in each of the enterprises."""
    of: dict[int, list[Any]] = {}
    for row in rows:
        of.setdefault(row.person, []).append(row)
    return [
        Candidate(number, held[0].name, tuple(row.role for row in held), held[0].id)
        for number, held in of.items()
        if {row.enterprise for row in held} == mine
    ]


def reckon(connection: Connection, enterprise: int, now: datetime) -> bool:
    """Begin or end the silence of an enterprise, as its people stand now. Whether one has begun.

    Who has taken their consent back does not count: nobody may write to them.
    """
    agreed = func.count().filter(persons.c.consent_at.is_not(None))
    members = (
        select(agreed, func.count().filter(CAN_BE_REACHED))
        .select_from(seats.join(persons, persons.c.id == seats.c.person))
        .where(seats.c.enterprise == enterprise, seats.c.until.is_(None), seats.c.role.in_(ANSWERING))
    )
    everybody, reached = connection.execute(members).one()
    if everybody and not reached:
        return _OPEN_SILENCE.run(connection, {"enterprise": enterprise, "since": now}).rowcount == 1
    lasting = update(silences).where(silences.c.enterprise == enterprise, silences.c.until.is_(None))
    connection.execute(lasting.values(until=now))
    return False


def town_of(connection: Connection, enterprise: int) -> int:
    """The area that watches over an enterprise."""
    return int(
        connection.execute(select(enterprises.c.town).where(enterprises.c.id == enterprise)).scalar_one()
    )


@dataclass(frozen=True, slots=True)
class Untold:
    """A silence of which the town has not heard."""

    id: int
    enterprise: str
    credit_code: str
    since: datetime


def untold(connection: Connection, town: int) -> Sequence[Untold]:
    """Silences of a town's enterprises that it has not heard of, the longest first."""
    waiting = (
        select(silences.c.id, enterprises.c.name, enterprises.c.credit_code, silences.c.since)
        .join(enterprises, enterprises.c.id == silences.c.enterprise)
        .where(silences.c.until.is_(None), silences.c.told_at.is_(None), enterprises.c.town == town)
        .order_by(silences.c.since, silences.c.id)
    )
    return [Untold(*row) for row in connection.execute(waiting)]


def told(connection: Connection, these: Sequence[Untold], now: datetime) -> None:
    """The town has heard of these."""
    mine = update(silences).where(silences.c.id.in_([one.id for one in these]))
    connection.execute(mine.values(told_at=now))


def last_told(connection: Connection, town: int) -> datetime | None:
    """When a town last heard of a silence."""
    of_town = (
        select(func.max(silences.c.told_at))
        .join(enterprises, enterprises.c.id == silences.c.enterprise)
        .where(enterprises.c.town == town)
    )
    moment: datetime | None = connection.execute(of_town).scalar()
    return moment


def watching(connection: Connection, town: int) -> Sequence[int]:
    """Whom to tell of a silence: the town's supervisors who can be reached; when there are none, the district's."""
    for roles, place in (
        ([Role.TOWN], seats.c.area == town),
        ([Role.DISTRICT], and_(seats.c.area.is_(None), seats.c.enterprise.is_(None))),
    ):
        reached = _who_can_be_reached(connection, with_seat(connection, roles, place))
        if reached:
            return reached
    return ()


def _who_can_be_reached(connection: Connection, these: Sequence[int]) -> Sequence[int]:
    them = select(persons.c.id).where(persons.c.id.in_(these), CAN_BE_REACHED).order_by(persons.c.id)
    return connection.execute(them).scalars().all()
