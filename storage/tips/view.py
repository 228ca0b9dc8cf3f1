"""What one actor may read of tips (safety.tips.Tips): what they sent themselves, or what lies in their scope."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, case, func, or_, select

from checklists.rules import Rules
from safety.calendar import at, today
from safety.likeness import Nearness
from safety.people import Actor, Right
from safety.recurrence import Past
from safety.tips import Contact, Said, Tip, TipState, Unit
from storage import closed
from storage.scope import Scope, scope_of, within
from storage.tables.ledger import areas, enterprises, hazards
from storage.tables.people import people
from storage.tables.tips import tip_messages, tip_photos, tips
from storage.tips import contacts
from storage.tips.counts import Counted, times
from storage.tips.likeness import again
from storage.tips.vault import Vault

FOUND, SHORTEST, LONGEST = 5, 2, 160  # enterprises at a time; characters of a name
_CLOSED = tips.c.state == TipState.CLOSED
_WHOLE = (
    select(
        tips,
        enterprises.c.name.label("enterprise_name"),
        enterprises.c.credit_code,
        areas.c.name.label("town"),
        hazards.c.number.label("hazard_number"),
    )
    .outerjoin(enterprises, enterprises.c.id == tips.c.enterprise)
    .outerjoin(areas, areas.c.id == enterprises.c.town)
    .outerjoin(hazards, hazards.c.id == tips.c.hazard)
)
_ORDER = (_CLOSED, case((_CLOSED, -tips.c.id), else_=tips.c.id))


def hash_of(code: str) -> str:
    """What the database keeps of a reward code."""
    return hashlib.sha256(code.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class TipsOf:
    """Tips as one actor may read them."""

    connection: Connection
    actor: Actor
    rules: Rules
    now: datetime
    vault: Vault | None

    def ready(self) -> bool:
        return self.vault is not None

    # what they sent themselves

    def own(self) -> Sequence[Tip]:
        if self.vault is None:
            return ()
        mine = contacts.own(self.connection, self.vault, self.actor.person)
        rows = self.connection.execute(_WHOLE.where(tips.c.id.in_(mine)).order_by(tips.c.id)).all()
        return tuple(self._tip(row, own=True) for row in rows)

    def own_one(self, number: str) -> Tip | None:
        row = self.connection.execute(_WHOLE.where(tips.c.number == number)).one_or_none()
        behind = contacts.of(self.connection, self.vault, row.id) if row is not None and self.vault else None
        if row is None or behind is None or behind.person != self.actor.person:
            return None
        return self._tip(row, own=True)

    def left(self) -> int:
        if self.vault is None:
            return 0
        sent = times(self.connection, self.vault, self.actor.person, Counted.SENT, today(self.now))
        return max(0, self.rules.tips.per_day - sent)

    def units(self, text: str) -> Sequence[Unit]:
        return units(self.connection, text)

    # in the seat's scope

    def listed(self, *, offset: int = 0, limit: int = 5) -> Sequence[Tip]:
        found = self._in_scope(_WHOLE)
        if found is None:
            return ()
        page = found.order_by(*_ORDER).limit(limit).offset(offset)
        return tuple(self._tip(row) for row in self.connection.execute(page, self._place()).all())

    def count(self) -> int:
        return self._counted()

    def open(self) -> int:
        return self._counted(~_CLOSED)

    def one(self, number: str) -> Tip | None:
        return self._one(tips.c.number == number)

    def closed_of(self, number: str, day: date) -> Sequence[Past]:
        found = self._in_scope(select(tips.c.enterprise).where(tips.c.number == number))
        own = None if found is None else self.connection.execute(found, self._place()).scalar_one_or_none()
        return () if own is None else closed.since(self.connection, own, at(day, time.min))

    def of_code(self, code: str) -> Tip | None:
        return self._one(tips.c.code_hash == hash_of(code))

    def _one(self, condition: ColumnElement[bool]) -> Tip | None:
        found = self._in_scope(_WHOLE.where(condition))
        row = None if found is None else self.connection.execute(found, self._place()).one_or_none()
        scope, rule = self._scope(), self.rules.quality.photos
        if row is None or scope is None or rule is None:
            return None if row is None else self._tip(row)
        near = Nearness(rule.differing_bits, rule.in_one_hash)
        return replace(self._tip(row), again=again(self.connection, scope, row.id, near))

    def _counted(self, *conditions: ColumnElement[bool]) -> int:
        found = self._in_scope(select(func.count()).select_from(tips).where(*conditions))
        return 0 if found is None else int(self.connection.execute(found, self._place()).scalar_one())

    def _scope(self) -> Scope | None:
        return scope_of(self.actor, Right.HANDLE_TIPS)

    def _place(self) -> dict[str, Any]:
        scope = self._scope()
        return {"place": scope.place} if scope else {}

    def _in_scope(self, found: Select[Any]) -> Select[Any] | None:
        scope = self._scope()
        return None if scope is None else found.where(within(scope.reach, tips.c.enterprise))

    # a row as it is read

    def _tip(self, row: Any, *, own: bool = False) -> Tip:
        photos = select(tip_photos.c.state, tip_photos.c.path).where(tip_photos.c.tip == row.id)
        seen = self.connection.execute(photos.order_by(tip_photos.c.id)).all()
        states = [one.state for one in seen]
        behind = contacts.of(self.connection, self.vault, row.id) if own and self.vault else None
        return Tip(
            number=row.number,
            enterprise=row.enterprise_name or "",
            credit_code=row.credit_code or "",
            town=row.town or "",
            named=row.named,
            words=row.words,
            place=row.place,
            sent_at=row.sent_at,
            state=row.state,
            said=said(self.connection, row.id),
            photos=tuple(one.path for one in seen if one.state == "safe"),
            pending=states.count("pending"),
            failed=states.count("failed"),
            hazard=row.hazard_number or "",
            true=row.true,
            result=row.result,
            contact=contact_of(self.connection, self.vault, row.id),
            code=behind.code if behind is not None else "",
            rewarded=row.code_hash is not None,
            paid_at=row.paid_at,
        )


def said(connection: Connection, tip: int) -> Sequence[Said]:
    """The conversation of a tip, oldest first."""
    found = select(tip_messages.c.at, tip_messages.c.side, tip_messages.c.text)
    rows = connection.execute(found.where(tip_messages.c.tip == tip).order_by(tip_messages.c.id))
    return tuple(Said(row.at, row.side, row.text) for row in rows)


def contact_of(connection: Connection, vault: Vault | None, tip: int) -> Contact:
    """Whether the reporter can be reached; says nothing of who it is."""
    behind = contacts.of(connection, vault, tip) if vault is not None else None
    if behind is None:
        return Contact.GONE
    found = select(people.c.reachable).where(people.c.id == behind.person)
    return Contact.REACHED if connection.execute(found).scalar_one_or_none() else Contact.BLOCKED


def units(connection: Connection, text: str) -> Sequence[Unit]:
    """Enterprises whose credit code this is, or whose name has it in it; a few at most, whole names first."""
    wanted = " ".join(text.split())[:LONGEST]
    if len(wanted) < SHORTEST:
        return ()
    exact = or_(enterprises.c.credit_code == wanted.upper(), enterprises.c.name == wanted)
    part = enterprises.c.name.contains(wanted, autoescape=True)
    found = (
        select(enterprises.c.name, enterprises.c.credit_code, areas.c.name.label("town"))
        .join(areas, areas.c.id == enterprises.c.town)
        .where(or_(exact, part))
        .order_by(case((and_(exact), 0), else_=1), func.length(enterprises.c.name), enterprises.c.id)
        .limit(FOUND)
    )
    return tuple(Unit(row.name, row.credit_code, row.town) for row in connection.execute(found))
