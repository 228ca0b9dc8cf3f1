"""Incidents as one actor may read them (safety.incidents.IncidentBook), and as letters tell of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, exists, func, not_, select

from checklists.rules import Rules
from checklists.words import Words
from safety.incidents import Alarmed, Harm, Incident, Note, Status
from safety.people import RIGHTS, Actor, Right
from storage import attached
from storage.people import with_seat
from storage.places import seated_over
from storage.scope import Reach, Scope, scope_of, within
from storage.tables.incidents import incident_notes, incidents
from storage.tables.ledger import areas, enterprises
from storage.tables.media import media
from storage.tables.people import people, seats

HANDLING = sorted(role for role, rights in RIGHTS.items() if Right.HANDLE_INCIDENT in rights)
LEADING = sorted(
    role for role, rights in RIGHTS.items() if rights >= {Right.REPORT_INCIDENT, Right.SUBMIT_CHECK}
)  # officers and principals
R, N = incidents.c, incident_notes.c
_OVER = exists().where(N.incident == R.id, N.what == Status.OVER.value)
_WHOLE = select(
    incidents,
    enterprises.c.name.label("unit"),
    enterprises.c.address,
    areas.c.name.label("town"),
    people.c.name.label("who"),
    people.c.phone,
).select_from(
    incidents.join(enterprises, enterprises.c.id == R.enterprise)
    .join(areas, areas.c.id == enterprises.c.town)
    .join(people, people.c.id == R.reported_by)
)


def subject(incident: int) -> str:
    """What photos of an incident are kept under."""
    return f"incident/{incident}"


@dataclass(frozen=True, slots=True)
class IncidentsOf:
    """Implements safety.incidents.IncidentBook."""

    connection: Connection
    actor: Actor

    def listed(self, *, near: bool = False, offset: int = 0, limit: int = 5) -> Sequence[Incident]:
        scope = self._scope(near=near)
        if scope is None:
            return ()
        found = _seen(scope, _WHOLE).where(R.near == near).order_by(_OVER, R.id.desc())
        rows = self.connection.execute(found.offset(offset).limit(limit), {"place": scope.place})
        return [self._incident(row) for row in rows.all()]

    def count(self, *, near: bool = False) -> int:
        return self._counted(R.near == near, near=near)

    def open(self) -> int:
        return self._counted(not_(R.near), not_(_OVER), near=False)

    def _counted(self, *conditions: ColumnElement[bool], near: bool) -> int:
        scope = self._scope(near=near)
        if scope is None:
            return 0
        found = _seen(scope, select(func.count()).select_from(incidents)).where(*conditions)
        return int(self.connection.execute(found, {"place": scope.place}).scalar_one())

    def one(self, number: str) -> Incident | None:
        scope = self._scope(near=False)
        if scope is None:
            return None
        found = _seen(scope, _WHOLE).where(R.number == number)
        if scope.reach is not Reach.ENTERPRISE:
            found = found.where(not_(R.near))
        row = self.connection.execute(found, {"place": scope.place}).one_or_none()
        return None if row is None else self._incident(row)

    def last(self) -> Incident | None:
        found = _WHOLE.where(R.reported_by == self.actor.person).order_by(R.id.desc()).limit(1)
        row = self.connection.execute(found).one_or_none()
        return None if row is None else self._incident(row)

    def _scope(self, *, near: bool) -> Scope | None:
        """Near misses are the enterprise's own matter."""
        inside = self.actor.seat is not None and self.actor.seat.enterprise is not None
        if near and not inside:
            return None
        return scope_of(self.actor, Right.REPORT_INCIDENT if inside else Right.HANDLE_INCIDENT)

    def _incident(self, row: Row[Any]) -> Incident:
        notes = _notes(self.connection, row.id)
        copies = attached.copies(self.connection, subject(row.id))
        over = next((one.at for one in notes if one.what == Status.OVER.value), None)
        seat = self.actor.seat
        return Incident(
            row.number,
            row.near,
            row.unit,
            row.town,
            row.address,
            row.kind,
            row.words,
            row.place,
            tuple(Harm(one) for one in row.harm),
            row.going,
            row.who,
            row.reported_at,
            (row.phone or "") if seat is not None and seat.supervises else "",
            copies,
            attached.count(self.connection, subject(row.id)) - len(copies),
            notes,
            over,
        )


def _seen(scope: Scope, query: Select[Any]) -> Select[Any]:
    return query.where(within(scope.reach, R.enterprise))


def _notes(connection: Connection, incident: int) -> Sequence[Note]:
    found = (
        select(N.at, people.c.name, N.what, N.words)
        .join(people, people.c.id == N.person)
        .where(N.incident == incident)
        .order_by(N.id)
    )
    return [Note(*row) for row in connection.execute(found)]


def alarmed(connection: Connection, actor: Actor, rules: Rules, number: str) -> Alarmed:
    """An incident as letters tell of it. NoResultFound when there is none."""
    row = connection.execute(_WHOLE.where(R.number == number)).one()
    kind = rules.incidents.kind(row.kind)
    over = seated_over(row.enterprise)
    watching = [] if row.near else with_seat(connection, HANDLING, over)
    leading = with_seat(connection, LEADING, seats.c.enterprise == row.enterprise)
    inside = dict.fromkeys([*leading, row.reported_by])
    counted = select(func.count()).select_from(incident_notes).where(N.incident == row.id)
    photos = select(func.count()).select_from(media).where(media.c.subject == subject(row.id))
    told = [int(connection.execute(one).scalar_one()) for one in (counted, photos)]
    return Alarmed(
        row.number,
        row.near,
        row.unit,
        row.town,
        kind.title if kind is not None else Words(row.kind, row.kind),
        row.words,
        row.place,
        tuple(Harm(one) for one in row.harm),
        row.going,
        actor.name,
        sum(told),
        [one for one in inside if one != actor.person],
        [one for one in watching if one != actor.person],
        row.reported_at,
    )
