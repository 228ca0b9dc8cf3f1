"""Notices and commitments of one enterprise: what is read and owed, signed commitments by number, who may sign."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, exists, func, select

from checklists.catalogue import Catalogue
from checklists.documents import Commitment, filled
from checklists.words import Words
from safety.enterprises import Enterprise
from safety.people import Actor, Role
from safety.pledges import PRINCIPAL, Breach, Pack, Pledge, expires_soon, valid_to, why_owed
from storage.content import document_of
from storage.phones import digits
from storage.places import area_name
from storage.scope import Reach, Scope, within
from storage.tables.ledger import areas, contacts, enterprises
from storage.tables.people import joins, seats
from storage.tables.pledges import breaches, commitments, readings, recalls

_HOLDS = exists().where(
    seats.c.person == commitments.c.signer,
    seats.c.enterprise == commitments.c.enterprise,
    seats.c.role == Role.PRINCIPAL,
    seats.c.until.is_(None),
)
SIGNED = select(
    commitments,
    enterprises.c.name.label("place"),
    enterprises.c.credit_code,
    areas.c.name.label("town"),
    recalls.c.why,
    recalls.c.at.label("recalled_at"),
    _HOLDS.label("holds"),
).select_from(
    commitments.join(enterprises, enterprises.c.id == commitments.c.enterprise)
    .join(areas, areas.c.id == enterprises.c.town)
    .outerjoin(recalls, recalls.c.commitment == commitments.c.id)
)
_NEWEST = (
    SIGNED.where(commitments.c.enterprise == bindparam("enterprise"))
    .order_by(commitments.c.id.desc())
    .limit(1)
)
_BREACHES = select(breaches).where(breaches.c.commitment == bindparam("commitment")).order_by(breaches.c.id)
_READ = (
    select(readings.c.item, func.max(readings.c.at).label("at"))
    .where(
        readings.c.person == bindparam("person"),
        readings.c.enterprise == bindparam("enterprise"),
        readings.c.fingerprint == bindparam("fingerprint"),
        readings.c.at > bindparam("since", type_=readings.c.at.type),
    )
    .group_by(readings.c.item)
)
_LISTED = select(contacts.c.phone, contacts.c.name).where(
    contacts.c.enterprise == bindparam("enterprise"), contacts.c.role == Role.PRINCIPAL
)
_APPROVED = (
    select(joins.c.phone)
    .join(seats, seats.c.join_id == joins.c.id)
    .where(
        seats.c.person == bindparam("person"),
        seats.c.enterprise == bindparam("enterprise"),
        seats.c.role == Role.PRINCIPAL,
        seats.c.until.is_(None),
    )
)


def _one(reach: Reach) -> Select[Any]:
    return SIGNED.where(within(reach, commitments.c.enterprise), commitments.c.number == bindparam("number"))


_ONE = {reach: _one(reach) for reach in Reach}


def pledge_of(connection: Connection, row: Row[Any]) -> Pledge:
    """A signed commitment from a row of SIGNED."""
    text = document_of(connection, row.fingerprint)
    if not isinstance(text, Commitment):
        raise TypeError(f"{row.fingerprint} is no commitment")
    signed: Mapping[str, Any] = row.signed
    return Pledge(
        number=row.number,
        enterprise=signed["enterprise"],
        credit_code=signed["credit_code"],
        town=row.town,
        colour=row.colour.value,
        text=text,
        preamble=signed["preamble"],
        closing=signed["closing"],
        signer=row.signer,
        name=row.name,
        begun_at=row.begun_at,
        read_at=row.read_at,
        signed_at=row.signed_at,
        valid_to=row.valid_to,
        fingerprint=row.fingerprint,
        sha256=row.sha256,
        holds=bool(row.holds),
        recalled=row.why,
        on_record=row.on_record,
        breaches=[
            Breach(one.item, one.at, one.reason)
            for one in connection.execute(_BREACHES, {"commitment": row.id})
        ],
    )


def newest(connection: Connection, enterprise: int) -> tuple[Pledge | None, datetime | None]:
    """The last signed commitment of an enterprise, and since when a new round of reading counts."""
    row = connection.execute(_NEWEST, {"enterprise": enterprise}).one_or_none()
    if row is None:
        return None, None
    return pledge_of(connection, row), row.recalled_at or row.signed_at


def one(connection: Connection, scope: Scope, number: str) -> Pledge | None:
    """A signed commitment by its number; None outside the scope, as if it did not exist."""
    found = {"place": scope.place, "number": number}
    row = connection.execute(_ONE[scope.reach], found).one_or_none()
    return None if row is None else pledge_of(connection, row)


def read(
    connection: Connection, person: int, enterprise: int, fingerprint: str, since: datetime | None = None
) -> Mapping[str, datetime]:
    """Items of a version that the person has confirmed, after `since` when that is given, and when last."""
    found = {
        "person": person,
        "enterprise": enterprise,
        "fingerprint": fingerprint,
        "since": since or datetime.fromisoformat("1970-01-01T00:00:00+00:00"),
    }
    return {row.item: row.at for row in connection.execute(_READ, found)}


def signatories(connection: Connection, enterprise: int, person: int) -> Mapping[str, str]:
    """The numbers of a principal by which this person may sign, each with the name on record (empty: none is).

    The listed ones of the enterprise; and the number with which a supervisor let the person in as its principal.
    """
    bound = {"enterprise": enterprise, "person": person}
    listed = {digits(row.phone): row.name for row in connection.execute(_LISTED, bound)}
    approved = {digits(phone): "" for phone in connection.execute(_APPROVED, bound).scalars()}
    return approved | listed


def pack(
    connection: Connection,
    actor: Actor,
    catalogue: Catalogue,
    enterprise: tuple[int, Enterprise],
    today: date,
) -> Pack | None:
    """What the actor's enterprise reads and signs; None when content has nothing for its colour."""
    row, place = enterprise
    notice, text = catalogue.notices.get(place.colour), catalogue.commitments.get(place.colour)
    if notice is None or text is None:
        return None
    pledge, since = newest(connection, row)
    preamble, closing = filled_in(connection, place, text, PRINCIPAL, today)
    return Pack(
        colour=place.colour.value,
        notice=notice,
        commitment=text,
        preamble=preamble,
        closing=closing,
        notice_read=read(connection, actor.person, row, notice.fingerprint),
        commitment_read=read(connection, actor.person, row, text.fingerprint, since),
        principal=_principal(connection, row, actor),
        pledge=pledge,
        owed=why_owed(pledge, place.colour, text.fingerprint, catalogue.rules.renew_on, today),
        expiring=expires_soon(pledge, today, catalogue.rules.defaults.pledging),
    )


def _principal(connection: Connection, enterprise: int, actor: Actor) -> str:
    """The principal's name before it is typed: the one on record, else the actor's own when they are the principal."""
    listed = connection.execute(_LISTED, {"enterprise": enterprise}).first()
    return listed.name if listed is not None and listed.name else actor.name


def filled_in(
    connection: Connection, place: Enterprise, text: Commitment, principal: str, today: date
) -> tuple[Words, Words]:
    """Preamble and closing with the names and days of a signature on this day."""
    until = valid_to(today, text)
    names = {
        "enterprise": _same(place.name),
        "credit_code": _same(place.credit_code),
        "principal": _same(principal),
        "authority": _same(area_name(connection, None) or place.town),
        "date": _day(today),
        "valid_to": _day(until),
    }
    return filled(text.preamble, names), filled(text.closing, names)


def _same(name: str) -> Words:
    return Words(name, name)


def _day(day: date) -> Words:
    return Words(f"{day:%Y-%m-%d}", f"{day:%Y-%m-%d}")
