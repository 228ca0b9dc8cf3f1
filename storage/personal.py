"""What is kept about one person, by the classes of content/privacy.yaml, as they may read it (safety.personal.PersonalBook)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, func, or_, select

from safety.people import Actor
from safety.personal import Kept
from storage.audits import AuditsOf
from storage.people import seats_of
from storage.phones import masked
from storage.tables.checks import checks
from storage.tables.exams import exams
from storage.tables.ledger import hazards
from storage.tables.media import media
from storage.tables.people import invitations, joins, people
from storage.tables.pledges import commitments
from storage.tables.post import outbox, sessions
from storage.tables.spots import spot_guests

MOST = 5000  # lines of one's own file


@dataclass(frozen=True, slots=True)
class PersonalOf:
    """Implements safety.personal.PersonalBook."""

    connection: Connection
    actor: Actor

    def counts(self) -> Mapping[str, int]:
        me = self.actor.person
        records: list[tuple[FromClause, ColumnElement[bool]]] = [
            (checks, checks.c.submitted_by == me),
            (hazards, or_(hazards.c.found_by == me, hazards.c.owner == me)),
            (commitments, commitments.c.signer == me),
            (exams, exams.c.person == me),
        ]
        return {
            "account": int(self.actor.consented),
            "phone": int(bool(self._row().phone)),
            "seats": len(seats_of(self.connection, me)),
            "records": sum(self._count(table, where) for table, where in records),
            "photos": self._count(media, media.c.person == me),
            "messages": self._count(outbox, outbox.c.person == me),
            "conversation": self._count(sessions, sessions.c.person == me),
            "invitations": self._count(invitations, invitations.c.used_by == me),
            "audits": AuditsOf(self.connection, self.actor).count_of_me(),
        }

    def phone(self) -> str:
        phone = self._row().phone
        return masked(phone) if phone else ""

    def whole(self) -> Sequence[Kept]:
        """The file goes to the person alone, so nothing in it is masked."""
        row, me = self._row(), self.actor.person
        found = [
            Kept("account", row.name or "", row.met_at),
            Kept("account", str(row.account), row.met_at),
            Kept("account", row.language.value, row.consent_at),
        ]
        if row.phone:
            found.append(Kept("phone", row.phone))
        found += [
            Kept("seats", f"{place} {seat.role.value}") for _, seat, place in seats_of(self.connection, me)
        ]
        asked = select(joins.c.phone, joins.c.asked_at).where(joins.c.person == me, joins.c.phone != "")
        found += [Kept("phone", one.phone, one.asked_at) for one in self.connection.execute(asked)]
        as_guest = (
            select(spot_guests.c.name, exams.c.begun_at)
            .join(exams, exams.c.id == spot_guests.c.exam)
            .where(exams.c.person == me)
        )
        found += [Kept("account", one.name, one.begun_at) for one in self.connection.execute(as_guest)]
        for name, column, moment, where in (
            ("records", checks.c.checklist, checks.c.submitted_at, checks.c.submitted_by == me),
            (
                "records",
                hazards.c.number,
                hazards.c.found_at,
                or_(hazards.c.found_by == me, hazards.c.owner == me),
            ),
            ("records", commitments.c.number, commitments.c.signed_at, commitments.c.signer == me),
            ("photos", media.c.unique_name, media.c.received_at, media.c.person == me),
        ):
            rows = select(column.label("value"), moment.label("at")).where(where).order_by(moment).limit(MOST)
            found += [Kept(name, one.value, one.at) for one in self.connection.execute(rows)]
        seen = AuditsOf(self.connection, self.actor).of_me(limit=MOST)
        found += [Kept("audits", f"{one.reader} {one.what.value} {one.where}", one.at) for one in seen]
        return found[:MOST]

    def _row(self) -> Any:
        return self.connection.execute(select(people).where(people.c.id == self.actor.person)).one()

    def _count(self, table: FromClause, where: ColumnElement[bool]) -> int:
        return int(self.connection.execute(select(func.count()).select_from(table).where(where)).scalar_one())
