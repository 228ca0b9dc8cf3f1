"""Enterprises as one actor may look them up (safety.enterprises.EnterpriseBook): searching, lists, the card. Read only."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, bindparam, func, or_, select

from checklists.catalogue import Catalogue
from checklists.words import Words
from safety.calendar import today as day_of
from safety.enterprises import SHORTEST, Brief, Card, Person
from safety.people import Actor, Right
from storage import dossier_figures as figures
from storage import facts, finding, holdings
from storage.holdings import Viewer
from storage.places import area_name
from storage.scope import Scope, scope_of, within
from storage.tables.classes import grades
from storage.tables.ledger import areas, enterprises

TWINS = 3  # that are named
ORGANISATION = (9, 9)  # of a credit code: the characters that stand for who it is, wherever it was registered
_WHOLE = select(enterprises, areas.c.name.label("town_name")).join(areas, areas.c.id == enterprises.c.town)
_BY_NAME = (enterprises.c.name, enterprises.c.id)


@dataclass(frozen=True, slots=True)
class EnterprisesOf:
    """Implements safety.enterprises.EnterpriseBook for one actor."""

    connection: Connection
    actor: Actor
    catalogue: Catalogue
    now: datetime

    @property
    def today(self) -> date:
        return day_of(self.now)

    def find(self, text: str, *, offset: int = 0, limit: int = 5) -> Sequence[Brief]:
        condition = self._meant(text)
        if condition is None:
            return ()
        return self._listed(condition, finding.order(text), offset, limit)

    def count_found(self, text: str) -> int:
        condition = self._meant(text)
        return 0 if condition is None else self._counted(condition)

    def own(self) -> str:
        seat = self.actor.seat
        if seat is None or seat.enterprise is None:
            return ""
        found = select(enterprises.c.credit_code).where(enterprises.c.id == seat.enterprise)
        return str(self.connection.execute(found).scalar_one())

    def people(self, credit_code: str) -> Sequence[Person]:
        scope = self._scope()
        row = None if scope is None else place(self.connection, scope, credit_code)
        return () if row is None else figures.people_of(self.connection, row.id)

    def card(self, credit_code: str) -> Card | None:
        scope = self._scope()
        row = None if scope is None else place(self.connection, scope, credit_code)
        return None if scope is None or row is None else self._card(scope, row)

    # --- within -----------------------------------------------------------------------------------------------

    def _scope(self) -> Scope | None:
        return scope_of(self.actor, Right.SEE_ENTERPRISES)

    def _meant(self, text: str) -> ColumnElement[bool] | None:
        """What the words mean: exactly, or (when that is nothing) loosely."""
        if len(text.strip()) < SHORTEST:
            return None
        exactly = finding.meant(text)
        return exactly if self._counted(exactly) else finding.loosely(text)

    def _listed(
        self, condition: ColumnElement[bool], order: Sequence[Any], offset: int, limit: int
    ) -> Sequence[Brief]:
        scope = self._scope()
        if scope is None:
            return ()
        found = _inside(_WHOLE, scope, condition).order_by(*order).limit(limit).offset(offset)
        return [brief(row) for row in self.connection.execute(found, {"place": scope.place})]

    def _counted(self, condition: ColumnElement[bool]) -> int:
        scope = self._scope()
        if scope is None:
            return 0
        found = _inside(select(func.count()).select_from(enterprises), scope, condition)
        return int(self.connection.execute(found, {"place": scope.place}).scalar_one())

    def _card(self, scope: Scope, row: Row[Any]) -> Card:
        soon = self.catalogue.rules.certificates.soon_days
        return Card(
            brief=brief(row),
            address=row.address,
            colour_reason=row.colour_reason or "",
            added_at=row.added_at,
            industries=self._industries(row.id),
            checked=figures.checked(self.connection, self.catalogue, row.id, self.now),
            hazards=figures.hazards_of(self.connection, row.id, self.now),
            people=figures.reached(self.connection, row.id),
            papers=figures.papers(self.connection, row.id, self.today, soon),
            pledge=holdings.one(self.connection, Viewer(scope, self.catalogue, self.today), row.credit_code),
            department=self._area(row.department),
            grid=self._area(row.grid),
            ready=figures.ready(self.connection, row.id, self.now),
            supervision=row.supervision.value if row.supervision is not None else "",
            by_hand=self._by_hand(row.id),
            twins=self._twins(scope, row),
        )

    def _area(self, area: int | None) -> str:
        return "" if area is None else area_name(self.connection, area)

    def _by_hand(self, enterprise: int) -> bool:
        found = select(grades.c.hand).where(grades.c.enterprise == enterprise)
        return self.connection.execute(found).scalar_one_or_none() is not None

    def _industries(self, enterprise: int) -> Sequence[Words]:
        stated = facts.stated(self.connection, enterprise)
        return [one.prompt for one in self.catalogue.facts.industries if stated.get(one.id) is True]

    def _twins(self, scope: Scope, row: Row[Any]) -> Sequence[Brief]:
        organisation = func.substr(enterprises.c.credit_code, *ORGANISATION)
        start, length = ORGANISATION
        own = row.credit_code[start - 1 : start - 1 + length]
        same = or_(enterprises.c.name == row.name, organisation == own)
        found = _inside(_WHOLE, scope, same & (enterprises.c.id != row.id)).order_by(*_BY_NAME).limit(TWINS)
        return [brief(one) for one in self.connection.execute(found, {"place": scope.place})]


def place(connection: Connection, scope: Scope, credit_code: str) -> Row[Any] | None:
    """The row of an enterprise in reach."""
    found = _inside(_WHOLE, scope, enterprises.c.credit_code == bindparam("code"))
    return connection.execute(found, {"place": scope.place, "code": credit_code}).one_or_none()


def brief(row: Row[Any]) -> Brief:
    """A row as a line of a list."""
    return Brief(row.credit_code, row.name, row.town_name, row.colour.value, row.activity)


def _inside(found: Select[Any], scope: Scope, condition: ColumnElement[bool]) -> Select[Any]:
    return found.where(within(scope.reach, enterprises.c.id), condition)
