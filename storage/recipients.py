"""Who is meant by the recipients that rules name: the people of one enterprise, who owns what, who watches over it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection, bindparam, func, or_, select

from checklists.reminders import Recipient
from safety.people import Role
from storage.people import with_seat
from storage.prepared import Prepared
from storage.tables.certificates import certificates
from storage.tables.ledger import enterprises, hazards
from storage.tables.people import people, seats
from storage.tables.staff import workers

_SEATED = Prepared(
    select(seats.c.person, seats.c.role, seats.c.since, people.c.hour)
    .join(people, people.c.id == seats.c.person)
    .where(seats.c.enterprise == bindparam("enterprise"), seats.c.until.is_(None))
    .order_by(seats.c.id)
)
_WORKERS = Prepared(
    select(workers.c.id, workers.c.person).where(
        workers.c.enterprise == bindparam("enterprise"),
        workers.c.until.is_(None),
        workers.c.person.is_not(None),
    )
)
_HOLDERS = Prepared(
    select(func.coalesce(certificates.c.first, certificates.c.id).label("id"), workers.c.person)
    .join(workers, workers.c.id == certificates.c.worker)
    .where(
        certificates.c.enterprise == bindparam("enterprise"),
        certificates.c.gone_at.is_(None),
        workers.c.until.is_(None),
        workers.c.person.is_not(None),
    )
)
_OWNER = select(hazards.c.owner).where(hazards.c.number == bindparam("number"))
_TOWN = select(enterprises.c.town).where(enterprises.c.id == bindparam("enterprise"))


@dataclass(frozen=True, slots=True)
class Seated:
    """A person with an open seat in the enterprise. `hour`: own choice of when to be reminded."""

    person: int
    role: Role
    since: datetime
    hour: int | None


@dataclass(frozen=True, slots=True)
class Crew:
    """The people of one enterprise. `own`: whom a matter is about, by its subject."""

    seated: Sequence[Seated]
    own: Mapping[str, int] = field(default_factory=dict)

    def of(self, who: Recipient, about: str) -> Sequence[int]:
        """Who is meant inside the enterprise. Where nobody has that role, who runs it hears of it in their place."""
        if who is Recipient.PERSON:
            person = self._person(about)
            if person is not None and any(one.person == person for one in self.seated):
                return (person,)
            who = Recipient.OFFICER
        roles = (
            (Role.PRINCIPAL, Role.OFFICER) if who is Recipient.PRINCIPAL else (Role.OFFICER, Role.PRINCIPAL)
        )
        found = (
            tuple(dict.fromkeys(one.person for one in self.seated if one.role is role)) for role in roles
        )
        return next((one for one in found if one), ())

    def _person(self, about: str) -> int | None:
        kind, _, number = about.partition(":")
        return int(number) if kind == "person" else self.own.get(about)

    def hour(self, person: int) -> int | None:
        return next((one.hour for one in self.seated if one.person == person), None)

    def holds(self, person: int) -> bool:
        """Whether a person has a seat from which things can be done."""
        return any(one.person == person for one in self.seated)


def crew(connection: Connection, enterprise: int, own: Mapping[str, int]) -> Crew:
    """The people of an enterprise with a seat, whose hazards and matters are whose."""
    seated = [
        Seated(row.person, row.role, row.since, row.hour)
        for row in _SEATED.rows(connection, {"enterprise": enterprise})
    ]
    roster = {f"worker:{row.id}": row.person for row in _WORKERS.rows(connection, {"enterprise": enterprise})}
    held = {
        f"certificate:{row.id}": row.person for row in _HOLDERS.rows(connection, {"enterprise": enterprise})
    }
    return Crew(seated, {**roster, **held, **own})


def of(connection: Connection, enterprise: int, about: str, who: Recipient) -> Sequence[int]:
    """Everybody who is meant by a recipient of a rule, supervisors too: for steps of the ladder."""
    if who is Recipient.DISTRICT:
        everywhere = seats.c.enterprise.is_(None) & seats.c.area.is_(None)
        return with_seat(connection, [Role.DISTRICT], everywhere)
    if who is Recipient.TOWN:
        town = connection.execute(_TOWN, {"enterprise": enterprise}).scalar_one()
        return with_seat(connection, [Role.TOWN], or_(seats.c.area == town))
    own: dict[str, int] = {}
    if about.startswith("hazard:"):
        owner = connection.execute(_OWNER, {"number": about.partition(":")[2]}).scalar_one_or_none()
        own = {about: owner} if owner is not None else {}
    return crew(connection, enterprise, own).of(who, about)
