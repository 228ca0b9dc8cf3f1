"""What is overdue in a supervisor's area, and requests for more time (safety.ladder.Exceptions)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, bindparam, exists, func, select
from sqlalchemy.exc import NoResultFound

from checklists.catalogue import Catalogue
from checklists.reminders import Recipient, Source
from safety.calendar import today
from safety.ladder import Answer, Exceeded, Wanted
from safety.people import Actor, Right, Role
from storage import extending, ladder, owedbook
from storage.scope import Reach, Scope, scope_of, within
from storage.tables.ladder import extensions
from storage.tables.ledger import enterprises
from storage.tables.obligations import obligations
from storage.tables.people import people

_ASKED = obligations.c.id.in_(
    select(extensions.c.obligation).where(
        extensions.c.answer == Answer.ASKED, extensions.c.decider == Recipient.TOWN
    )
)
_HAS_TIME = exists().where(
    extensions.c.obligation == obligations.c.id,
    extensions.c.answer == Answer.GRANTED,
    extensions.c.until >= bindparam("today"),
)
_OLDEST = (obligations.c.due_at, obligations.c.id)


@dataclass(frozen=True, slots=True)
class ExceptionsOf:
    """The reads of one actor."""

    connection: Connection
    actor: Actor
    catalogue: Catalogue
    now: datetime

    def listed(self, *, offset: int = 0, limit: int = 4) -> Sequence[Exceeded]:
        """One page; requests first. Two walks along an index: one query with an OR would read all that is open."""
        scope = self._scope()
        if scope is None:
            return ()
        asked = self._counted(scope, _ASKED)
        first = min(limit, max(0, asked - offset))
        requests = self._page(scope, _ASKED, offset, first) if first else ()
        if first == limit:
            return requests
        return (*requests, *self._page(scope, self._late(), max(0, offset - asked), limit - first))

    def count(self) -> int:
        scope = self._scope()
        return 0 if scope is None else self._counted(scope, _ASKED) + self._counted(scope, self._late())

    def _page(self, scope: Scope, these: ColumnElement[bool], offset: int, limit: int) -> Sequence[Exceeded]:
        page = self._rows(scope).where(these).order_by(*_OLDEST)
        return self._read(page.offset(offset).limit(limit), scope)

    def _counted(self, scope: Scope, these: ColumnElement[bool]) -> int:
        found = select(func.count()).select_from(obligations).where(self._open(scope), these)
        return int(self.connection.execute(found, self._bound(scope)).scalar_one())

    def one(self, number: int) -> Exceeded | None:
        """With who has to do it, and the request that waits."""
        scope = self._scope()
        if scope is None:
            return None
        card = next(iter(self._read(self._rows(scope).where(obligations.c.id == number), scope)), None)
        return None if card is None else replace(card, who=self._who(number), request=self.waiting(number))

    def request(self, number: int) -> Wanted | None:
        try:
            found = extending.wanted(self.connection, self.catalogue, number)
        except (NoResultFound, KeyError):
            return None
        return found if self._decides(number) else None

    def _decides(self, number: int) -> bool:
        """Whether it waits, and for this reader: a principal's in their own enterprise, a supervisor's in their area."""
        scope, seat = scope_of(self.actor), self.actor.seat
        if scope is None or seat is None:
            return False
        inside = scope.reach is Reach.ENTERPRISE
        if not (seat.role is Role.PRINCIPAL if inside else self.actor.may(Right.VERIFY_HAZARD)):
            return False
        mine = (
            select(extensions.c.id)
            .join(obligations, obligations.c.id == extensions.c.obligation)
            .where(
                extensions.c.id == number,
                extensions.c.answer == Answer.ASKED,
                extensions.c.asked_by != self.actor.person,
                extensions.c.decider == (Recipient.PRINCIPAL if inside else Recipient.TOWN),
                obligations.c.state == "open",
                within(scope.reach, obligations.c.enterprise),
            )
        )
        return self.connection.execute(mine, {"place": scope.place}).first() is not None

    def waiting(self, obligation: int) -> Wanted | None:
        """The request that waits for this matter, when it is the reader's to decide."""
        asked = (extensions.c.obligation == obligation) & (extensions.c.answer == Answer.ASKED)
        number = self.connection.execute(select(extensions.c.id).where(asked)).scalar_one_or_none()
        return None if number is None else self.request(number)

    def _who(self, number: int) -> str:
        matter = ladder.standing(self.connection, self.catalogue, number)
        owners = ladder.owners(self.connection, matter) if matter else ()
        names = select(people.c.name).where(people.c.id.in_(owners)).order_by(people.c.id).limit(1)
        return self.connection.execute(names).scalar_one_or_none() or ""

    def _scope(self) -> Scope | None:
        scope = scope_of(self.actor, Right.SEE_DIGEST)
        return None if scope is None or scope.reach is Reach.ENTERPRISE else scope

    def _open(self, scope: Scope) -> ColumnElement[bool]:
        return and_(within(scope.reach, obligations.c.enterprise), obligations.c.state == "open")

    def _late(self) -> ColumnElement[bool]:
        """Overdue by a rule that goes up the ladder, without more time, and nobody has asked for any."""
        known = [rule.id for rule in self.catalogue.rules.reminders.rules if rule.escalate]
        return and_(obligations.c.due_at < self.now, obligations.c.rule.in_(known), ~_HAS_TIME, ~_ASKED)

    def _rows(self, scope: Scope) -> Select[Any]:
        joined = obligations.join(enterprises, enterprises.c.id == obligations.c.enterprise)
        rows = select(obligations, enterprises.c.name.label("place")).select_from(joined)
        return rows.where(self._open(scope))

    def _bound(self, scope: Scope) -> dict[str, Any]:
        return {"place": scope.place, "today": today(self.now)}

    def _read(self, found: Select[Any], scope: Scope) -> Sequence[Exceeded]:
        rows = self.connection.execute(found, self._bound(scope)).all()
        rules = {rule.id: rule for rule in self.catalogue.rules.reminders.rules}
        abouts = [row.about for row in rows if not row.about.startswith(("person:", "worker:"))]
        details = owedbook.details_of(self.connection, self.catalogue, abouts)
        granted = ladder.granted(self.connection, [row.id for row in rows])
        return [
            Exceeded(
                number=row.id,
                enterprise=row.place,
                title=rules[row.rule].title,
                detail=details.get(row.about, owedbook.NOTHING),
                about=row.about,
                due=today(row.due_at),
                by=max(today(row.due_at), granted[row.id].until) if row.id in granted else today(row.due_at),
                legal=rules[row.rule].source is Source.STATUTE,
                count=ladder.counts(self.connection, [row.id]).get(row.id, 0),
            )
            for row in rows
            if row.rule in rules
        ]
