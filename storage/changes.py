"""Requests for changes, and profiles, as one actor may read them (safety.requests.RequestBook, safety.profiles.ProfileBook)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, select

from checklists.catalogue import Catalogue
from checklists.facts import FactSheet
from safety.people import Actor, Right
from safety.profiles import Confirmed, Known, guarded
from safety.requests import Brought, Request, RequestState
from storage import dossier, facts
from storage.bringing import CHANGED
from storage.places import towns
from storage.prepared import Prepared
from storage.scope import Scope, scope_of, within
from storage.tables.classes import confirmations, requests
from storage.tables.events import events
from storage.tables.ledger import areas, enterprises
from storage.tables.people import people
from storage.types import to_text

_decider = people.alias("decider")
_WHOLE = (
    select(
        requests,
        enterprises.c.credit_code,
        enterprises.c.name,
        enterprises.c.colour,
        enterprises.c.colour_reason,
        areas.c.name.label("town_name"),
        people.c.name.label("asker"),
        _decider.c.name.label("decider"),
    )
    .join(enterprises, enterprises.c.id == requests.c.enterprise)
    .join(areas, areas.c.id == enterprises.c.town)
    .join(people, people.c.id == requests.c.asked_by)
    .outerjoin(_decider, _decider.c.id == requests.c.decided_by)
)
_WAITS = requests.c.state == RequestState.WAITING
_NEWEST = (
    select(confirmations.c.at, confirmations.c.facts, people.c.name)
    .join(people, people.c.id == confirmations.c.person)
    .where(confirmations.c.enterprise == bindparam("enterprise"))
    .order_by(confirmations.c.id.desc())
    .limit(1)
)


_BROUGHT = (
    select(events.c.at, events.c.body)
    .where(events.c.enterprise == bindparam("enterprise"), events.c.kind == CHANGED)
    .order_by(events.c.id.desc())
    .limit(bindparam("limit"))
)


_DECIDED = Prepared(select(requests).where(requests.c.number == bindparam("number")))


def _pairs(body: Any) -> Mapping[str, tuple[Any, Any]]:
    """Before and after by column, of what the record says."""
    kept = body.get("changes") if isinstance(body, dict) else None
    found = kept.items() if isinstance(kept, dict) else ()
    return {name: (one[0], one[-1]) for name, one in found if isinstance(one, list) and one}


def document(connection: Connection, number: str) -> Mapping[str, Any] | None:
    """What was decided under this number, as it is kept: nothing of it is changed afterwards. None while nobody has decided."""
    row = _DECIDED.first(connection, {"number": number})
    if row is None or row.decided_at is None:
        return None
    return {
        "number": row.number,
        "enterprise": row.enterprise,
        "what": row.what,
        "before": row.before,
        "after": row.after,
        "reason": row.reason,
        "asked_at": to_text(row.asked_at),
        "asked_by": row.asked_by,
        "state": row.state.value,
        "decided_at": to_text(row.decided_at),
        "decided_by": row.decided_by,
        "answer": row.answer,
    }


@dataclass(frozen=True, slots=True)
class RequestsOf:
    """Implements safety.requests.RequestBook for one actor."""

    connection: Connection
    actor: Actor
    catalogue: Catalogue

    def waiting(self, *, offset: int = 0, limit: int = 5) -> Sequence[Request]:
        found = self._inside(_WHOLE.where(_WAITS), Right.DECIDE_CHANGE)
        return self._read(found, requests.c.id, offset, limit, Right.DECIDE_CHANGE)

    def count_waiting(self) -> int:
        scope = scope_of(self.actor, Right.DECIDE_CHANGE)
        if scope is None:
            return 0
        found = (
            select(func.count())
            .select_from(requests)
            .where(_WAITS, within(scope.reach, requests.c.enterprise))
        )
        return int(self.connection.execute(found, {"place": scope.place}).scalar_one())

    def of(self, credit_code: str, *, offset: int = 0, limit: int = 5) -> Sequence[Request]:
        found = self._inside(_WHOLE.where(enterprises.c.credit_code == credit_code), Right.SEE_ENTERPRISES)
        return self._read(found, requests.c.id.desc(), offset, limit, Right.SEE_ENTERPRISES)

    def count_of(self, credit_code: str) -> int:
        scope = scope_of(self.actor, Right.SEE_ENTERPRISES)
        if scope is None:
            return 0
        source = requests.join(enterprises, enterprises.c.id == requests.c.enterprise)
        found = select(func.count()).select_from(source)
        mine = found.where(enterprises.c.credit_code == credit_code, within(scope.reach, enterprises.c.id))
        return int(self.connection.execute(mine, {"place": scope.place}).scalar_one())

    def one(self, number: str) -> Request | None:
        found = self._inside(_WHOLE.where(requests.c.number == number), Right.SEE_ENTERPRISES)
        rows = self._read(found, requests.c.id, 0, 1, Right.SEE_ENTERPRISES)
        return rows[0] if rows else None

    def brought(self, credit_code: str, *, limit: int = 3) -> Sequence[Brought]:
        scope = scope_of(self.actor, Right.SEE_ENTERPRISES)
        place = None if scope is None else dossier.place(self.connection, scope, credit_code)
        if place is None:
            return ()
        rows = self.connection.execute(_BROUGHT, {"enterprise": place.id, "limit": limit}).all()
        return [Brought(row.at, _pairs(row.body)) for row in rows]

    def _inside(self, found: Select[Any], right: Right) -> Select[Any] | None:
        scope = scope_of(self.actor, right)
        return None if scope is None else found.where(within(scope.reach, enterprises.c.id))

    def _read(
        self, found: Select[Any] | None, order: Any, offset: int, limit: int, right: Right
    ) -> Sequence[Request]:
        scope = scope_of(self.actor, right)
        if found is None or scope is None:
            return ()
        page = found.order_by(order).limit(limit).offset(offset)
        return [self._request(row) for row in self.connection.execute(page, {"place": scope.place}).all()]

    def _request(self, row: Any) -> Request:
        return Request(
            number=row.number,
            credit_code=row.credit_code,
            enterprise=row.name,
            town=row.town_name,
            what=row.what,
            before=row.before,
            after=row.after,
            reason=row.reason,
            state=row.state,
            asked_at=row.asked_at,
            asked_by=row.asker,
            decided_at=row.decided_at,
            decided_by=row.decider or "",
            answer=row.answer,
            colour=self._colour(row),
        )

    def _colour(self, row: Any) -> str:
        """The colour that would follow from a fact, where it is another one and no hand has set it."""
        fact = row.what.removeprefix("fact:") if row.what.startswith("fact:") else ""
        if not fact or row.state is not RequestState.WAITING or row.colour_reason is not None:
            return ""
        stated = {**facts.stated(self.connection, row.enterprise), fact: row.after}
        derived = self.catalogue.facts.derive(stated)
        mains = [one.id for one in self.catalogue.facts.industries if derived.get(one.id) is True]
        found = self.catalogue.colours.of(mains[0] if len(mains) == 1 else None, derived)
        return found if found != row.colour.value and _decides(self.catalogue, fact) else ""


def _decides(catalogue: Catalogue, fact: str) -> bool:
    return fact in guarded(catalogue.facts, catalogue.colours)


@dataclass(frozen=True, slots=True)
class ProfilesOf:
    """Implements safety.profiles.ProfileBook for one actor."""

    connection: Connection
    actor: Actor
    catalogue: Catalogue
    now: datetime

    def sheet(self) -> FactSheet:
        return self.catalogue.facts

    def guarded(self) -> frozenset[str]:
        return guarded(self.catalogue.facts, self.catalogue.colours)

    def facts(self, credit_code: str) -> Mapping[str, Known]:
        enterprise = self._enterprise(credit_code)
        if enterprise is None:
            return {}
        said = facts.statements(self.connection, enterprise, self.catalogue.facts)
        return {
            fact: Known(one.value, one.at, old=one.at + timedelta(days=one.valid_days) <= self.now)
            for fact, one in said.items()
        }

    def confirmed(self, credit_code: str) -> Confirmed | None:
        enterprise = self._enterprise(credit_code)
        row = (
            self.connection.execute(_NEWEST, {"enterprise": enterprise}).one_or_none() if enterprise else None
        )
        return None if row is None else Confirmed(row.at, row.name)

    def towns(self) -> Sequence[str]:
        return sorted(towns(self.connection))

    def _enterprise(self, credit_code: str) -> int | None:
        scope: Scope | None = scope_of(self.actor, Right.SEE_ENTERPRISES)
        row = None if scope is None else dossier.place(self.connection, scope, credit_code)
        return None if row is None else int(row.id)
