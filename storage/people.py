"""People and who they are now: met by their account, acting from one seat. What they did stands elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from sqlalchemy import Connection, Row, Select, String, bindparam, cast, exists, func, select, update

from checklists.words import Language
from safety.people import RIGHTS, Actor, Right, Role, Seat
from storage.due import plan
from storage.places import place_name
from storage.prepared import Prepared
from storage.tables.ledger import areas, enterprises
from storage.tables.people import people, seats
from storage.tables.post import due
from storage.upsert import Upsert

REACH = "reach"  # kind of due row: what follows from somebody being out of reach, or back


class Speaker(Protocol):
    """A person as the platform describes them."""

    @property
    def id(self) -> int: ...
    @property
    def name(self) -> str: ...
    @property
    def username(self) -> str | None: ...
    @property
    def language(self) -> str | None: ...


@dataclass(frozen=True, slots=True)
class Reader:
    """Where letters to a person go, and in which language."""

    chat: int
    language: Language


# Read at every tap, so no more than that, and no moments, which cost more than the rest together.
_KNOWN = (
    people.c.id,
    people.c.chat,
    people.c.name,
    people.c.username,
    people.c.language,
    people.c.consent_version,
    people.c.reachable,
)


def _who(condition: Any) -> Select[Any]:
    """A person with every open seat of theirs, a row each; sorting them here would cost SQLite more than the rest."""
    seated = people.outerjoin(seats, (seats.c.person == people.c.id) & seats.c.until.is_(None))
    chosen = (people.c.seat.label("chosen"), seats.c.id.label("seat"))
    place = (seats.c.role, seats.c.enterprise, seats.c.area, areas.c.kind)
    found = select(*_KNOWN, *place, *chosen).select_from(seated.outerjoin(areas, areas.c.id == seats.c.area))
    return found.where(condition)


def _acting(rows: Sequence[Any]) -> Any:
    """The row of the seat they act from: the chosen one while it lasts, else the newest. None: nobody there."""
    return max(rows, key=lambda row: (row.seat == row.chosen, row.seat or 0), default=None)


_BY_ACCOUNT = Prepared(_who(people.c.account == bindparam("account")))
_BY_ID = Prepared(_who(people.c.id == bindparam("person")))
_NEW = Upsert(lambda insert: insert(people).on_conflict_do_nothing(index_elements=["account"]))
_LANGUAGE = select(people.c.language).where(people.c.account == bindparam("account"))
_READER = Prepared(
    select(people.c.chat, people.c.language).where(
        people.c.id == bindparam("person"), people.c.reachable, people.c.consent_at.is_not(None)
    )
)
_SEATS = Prepared(
    select(
        seats.c.id,
        seats.c.role,
        seats.c.enterprise,
        seats.c.area,
        areas.c.kind,
        place_name().label("place"),
    )
    .select_from(
        seats.outerjoin(enterprises, enterprises.c.id == seats.c.enterprise).outerjoin(
            areas, areas.c.id == seats.c.area
        )
    )
    .where(seats.c.person == bindparam("person"), seats.c.until.is_(None))
    .order_by(seats.c.id)
)
_DIGEST_ROLES = [role for role, rights in RIGHTS.items() if Right.SEE_DIGEST in rights]
_WITHOUT_DUE = (
    select(seats.c.person)
    .where(
        seats.c.until.is_(None),
        seats.c.role.in_(_DIGEST_ROLES),
        ~exists().where(due.c.key == bindparam("prefix") + cast(seats.c.person, String)),
    )
    .distinct()
    .order_by(seats.c.person)
)


def meet(
    connection: Connection, speaker: Speaker, chat: int, now: datetime, *, privacy: str | None = None
) -> Actor:
    """Who speaks. A new person is entered with no more than where they can be reached, until they consent.

    With `privacy`, only a consent to this version of the notice counts.
    """
    row = _acting(_BY_ACCOUNT.rows(connection, {"account": speaker.id}))
    if row is None:
        _enter(connection, speaker, chat, now)
        row = _acting(_BY_ACCOUNT.rows(connection, {"account": speaker.id}))
    _keep_current(connection, row, speaker, chat, now)
    return _actor(row, speaker.name, privacy)


def actor_of(connection: Connection, person: int, *, privacy: str | None = None) -> Actor:
    """The person as an actor; `privacy` as for meet. LookupError when there is no such person."""
    row = _acting(_BY_ID.rows(connection, {"person": person}))
    if row is None:
        raise LookupError(f"no person {person}")
    return _actor(row, row.name, privacy)


def _actor(row: Row[Any], name: str, privacy: str | None) -> Actor:
    seat = None if row.role is None else Seat(row.role, row.enterprise, row.area, row.kind)
    consented = row.consent_version is not None and privacy in (None, row.consent_version)
    return Actor(row.id, name, row.language, consented, seat)


def _enter(connection: Connection, speaker: Speaker, chat: int, now: datetime) -> None:
    row = {"account": speaker.id, "chat": chat, "language": spoken(speaker.language), "met_at": now}
    _NEW.run(connection, row)


def _keep_current(connection: Connection, row: Row[Any], speaker: Speaker, chat: int, now: datetime) -> None:
    """Follow a changed chat, and a changed name once the person agreed that it is kept."""
    changed: dict[str, Any] = {}
    if row.chat != chat:
        changed["chat"] = chat
    if not row.reachable:
        changed |= {"reachable": True, "reachable_at": now}
    if row.consent_version is not None and (row.name, row.username) != (speaker.name, speaker.username):
        changed |= {"name": speaker.name, "username": speaker.username}
    if changed:
        connection.execute(update(people).where(people.c.id == row.id).values(**changed))
    if "reachable" in changed:
        _follow_up(connection, row.id, now)


def spoken(code: str | None) -> Language:
    """The language to begin with: Chinese unless the platform says that the person reads something else."""
    return Language.ZH if not code or code.lower().startswith("zh") else Language.EN


def language_of(connection: Connection, account: int) -> Language:
    """The language of the person with this account; Chinese for somebody unknown."""
    found = connection.execute(_LANGUAGE, {"account": account}).scalar_one_or_none()
    return found or Language.ZH


def person_of(connection: Connection, account: int) -> int | None:
    """The person with this account; None for somebody whom nobody has met."""
    found = connection.execute(select(people.c.id).where(people.c.account == account)).scalar_one_or_none()
    return None if found is None else int(found)


def reader_of(connection: Connection, person: int) -> Reader | None:
    """Where letters to this person go; None when they cannot be reached or took their consent back."""
    row = _READER.first(connection, {"person": person})
    return Reader(row.chat, row.language) if row else None


def chat_of(connection: Connection, person: int) -> Reader | None:
    """Where this person can be reached, consent or not: only for what they asked to hear. None when they have left."""
    found = select(people.c.chat, people.c.language).where(people.c.id == person, people.c.reachable)
    row = connection.execute(found).one_or_none()
    return Reader(row.chat, row.language) if row else None


def set_reachable(connection: Connection, account: int, reachable: bool, now: datetime) -> int | None:  # noqa: FBT001 - it is the value that is set
    """Note that a person stopped the bot, is gone, or is back; what follows is due. The person, None when it is no news."""
    changed = (people.c.account == account) & (people.c.reachable != reachable)
    noted = update(people).where(changed).values(reachable=reachable, reachable_at=now)
    person: int | None = connection.execute(noted.returning(people.c.id)).scalar_one_or_none()
    if person is not None:
        _follow_up(connection, person, now)
    return person


def _follow_up(connection: Connection, person: int, now: datetime) -> None:
    """Whoever stands in, the town, the letters that were kept: bot/reach_rounds.py."""
    plan(connection, f"{REACH}:{person}", REACH, str(person), now)


def accounts(connection: Connection, first: int, last: int) -> Sequence[tuple[int, str]]:
    """The accounts between two numbers, both included, with the names kept for them."""
    found = select(people.c.account, people.c.name).where(people.c.account.between(first, last))
    return [(row.account, row.name) for row in connection.execute(found.order_by(people.c.account))]


def seats_of(connection: Connection, person: int) -> Sequence[tuple[int, Seat, str]]:
    """The person's seats in the order they came: row, seat, name of the place."""
    rows = _SEATS.rows(connection, {"person": person})
    return tuple((row.id, Seat(row.role, row.enterprise, row.area, row.kind), row.place) for row in rows)


def without_due(connection: Connection, kind: str) -> Sequence[int]:
    """Persons who get a digest and have no due row `kind:person` yet."""
    return connection.execute(_WITHOUT_DUE, {"prefix": f"{kind}:"}).scalars().all()


def with_seat(connection: Connection, roles: Sequence[Role], condition: Any) -> Sequence[int]:
    """Persons with an open seat in one of the roles, where the condition on `seats` holds."""
    found = (
        select(seats.c.person)
        .where(seats.c.until.is_(None), seats.c.role.in_(roles), condition)
        .group_by(seats.c.person)
        .order_by(func.min(seats.c.id))
    )
    return connection.execute(found).scalars().all()
