"""Warnings as one actor may read them (safety.warnings.WarningBook): senders inside their area, enterprises their own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Row,
    Select,
    and_,
    case,
    cast,
    exists,
    func,
    or_,
    select,
)

from checklists.catalogue import Catalogue
from checklists.warnings import Level, WarningTemplate
from checklists.words import Words
from safety.people import Actor, Right, Role
from safety.warnings import (
    STEPS,
    Answer,
    Circle,
    Counted,
    Enclosed,
    Missing,
    Received,
    Stage,
    Tallied,
    TownTally,
    Warned,
)
from storage.places import area_name, towns
from storage.queries import Asker
from storage.scope import Reach, Scope, scope_of, within
from storage.tables.ledger import areas, contacts, enterprises
from storage.tables.media import media
from storage.tables.people import people, seats
from storage.tables.post import outbox
from storage.tables.warnings import warning_files, warning_letters, warning_targets, warnings
from storage.warnings import circles, files

T = warning_targets.c
CONFIRMING = (Role.PRINCIPAL, Role.OFFICER, Role.WORKER)


def subject(warning: int, enterprise: int) -> str:
    """What photos of an answer are kept under."""
    return f"warning/{warning}/{enterprise}"


@dataclass(frozen=True, slots=True)
class WarningsOf:
    """Implements safety.warnings.WarningBook."""

    connection: Connection
    actor: Actor
    catalogue: Catalogue
    now: datetime

    def templates(self) -> Mapping[str, WarningTemplate]:
        return self.catalogue.warnings

    def towns(self) -> Sequence[str]:
        scope = self._sender()
        return sorted(towns(self.connection)) if scope and scope.across_towns else ()

    def industries(self) -> Mapping[str, Words]:
        return {fact.id: fact.prompt for fact in self.catalogue.facts.industries}

    def facts(self) -> Mapping[str, Words]:
        return {fact.id: fact.prompt for fact in self.catalogue.facts.asked if fact.unit is None}

    def place(self) -> str:
        scope = self._sender()
        return area_name(self.connection, scope.place) if scope else ""

    def count(self, circle: Circle) -> Counted:
        scope = self._sender()
        return (
            Counted(0, 0, 0)
            if scope is None
            else circles.count(self.connection, Asker(scope, self.catalogue, self.now), circle)
        )

    def own_file(self, unique: str) -> Enclosed | None:
        row = files.found(self.connection, self.actor.person, unique)
        return None if row is None else files.enclosed(row)

    def listed(self, *, offset: int = 0, limit: int = 5) -> Sequence[Warned]:
        scope = self._sender()
        if scope is None:
            return ()
        found = _WARNED.where(_seen(scope)).order_by(warnings.c.id.desc()).offset(offset).limit(limit)
        rows = self.connection.execute(found, {"place": scope.place})
        return [warned(self.connection, row) for row in rows.all()]

    def count_listed(self) -> int:
        scope = self._sender()
        if scope is None:
            return 0
        found = select(func.count()).select_from(warnings).where(_seen(scope))
        return int(self.connection.execute(found, {"place": scope.place}).scalar_one())

    def last(self) -> Warned | None:
        found = _WARNED.where(warnings.c.person == self.actor.person).order_by(warnings.c.id.desc())
        row = self.connection.execute(found.limit(1)).one_or_none()
        return None if row is None else warned(self.connection, row)

    def one(self, number: str) -> Warned | None:
        scope = self._sender()
        if scope is None:
            return None
        found = _WARNED.where(warnings.c.number == number, _seen(scope))
        row = self.connection.execute(found, {"place": scope.place}).one_or_none()
        return None if row is None else warned(self.connection, row)

    def may_end(self, number: str) -> bool:
        scope = self._sender()
        found = select(warnings.c.area).where(warnings.c.number == number)
        row = self.connection.execute(found).one_or_none()
        return row is not None and scope is not None and may_end(scope, row.area)

    def tallied(self, number: str) -> Tallied:
        scope = self._sender()
        return Tallied(0, 0, 0, 0, 0, 0) if scope is None else tallied(self.connection, scope, number)

    def missing(self, number: str, *, offset: int = 0, limit: int = 5) -> Sequence[Missing]:
        scope = self._sender()
        if scope is None:
            return ()
        page = _MISSING.where(warnings.c.number == number, within(scope.reach, T.enterprise))
        order = (areas.c.name, enterprises.c.name, enterprises.c.id)
        rows = self.connection.execute(
            page.order_by(*order).offset(offset).limit(limit), {"place": scope.place}
        ).all()
        called = contacts_of(self.connection, [row.enterprise for row in rows])
        return [_missing(row, called.get(row.enterprise, ("", "", ""))) for row in rows]

    def answers(self, number: str, *, offset: int = 0, limit: int = 5) -> Sequence[Answer]:
        scope = self._sender()
        if scope is None:
            return ()
        found = _ANSWERS.where(warnings.c.number == number, within(scope.reach, T.enterprise))
        page = found.order_by(T.answered_at.desc(), T.enterprise).offset(offset).limit(limit)
        rows = self.connection.execute(page, {"place": scope.place})
        return [
            Answer(row.place, row.who or "", row.answer, _photos(self.connection, row), row.answered_at)
            for row in rows.all()
        ]

    # enterprises

    def received(self, number: str) -> Received | None:
        found = _RECEIVED.where(warnings.c.number == number, T.enterprise.in_(self._own()))
        row = self.connection.execute(
            found.order_by(_CHOSEN(self.actor), T.enterprise).limit(1)
        ).one_or_none()
        return None if row is None else self._received(row)

    def holding(self) -> Sequence[Received]:
        seat = self.actor.seat
        if seat is None or seat.enterprise is None or not self.actor.may(Right.CONFIRM_WARNING):
            return ()
        standing = (warnings.c.ended_at.is_(None), warnings.c.valid_to > self.now)
        found = _RECEIVED.where(T.enterprise == seat.enterprise, warnings.c.stage != Stage.CLEAR, *standing)
        rows = self.connection.execute(found.order_by(warnings.c.id.desc()).limit(20)).all()
        order = list(Level)
        return [self._received(row) for row in sorted(rows, key=lambda row: -order.index(row.level))]

    def _received(self, row: Row[Any]) -> Received:
        one = warned(self.connection, row)
        by, at = row.confirmer or "", row.confirmed_at
        answered = row.answered_at is not None
        return Received(one, row.place_name, by, at, answered, row.answer, _photos(self.connection, row))

    def _own(self) -> Select[Any]:
        return own_enterprises(self.actor.person)

    def _sender(self) -> Scope | None:
        scope = scope_of(self.actor, Right.SEND_WARNING)
        return None if scope is None or scope.reach is Reach.ENTERPRISE else scope


def own_enterprises(person: int) -> Select[Any]:
    """The enterprises in which somebody may confirm, whichever seat they act from."""
    mine = (seats.c.person == person, seats.c.until.is_(None), seats.c.role.in_(CONFIRMING))
    return select(seats.c.enterprise).where(*mine)


def may_end(scope: Scope, area: int | None) -> bool:
    """Whether a reach holds the area that a warning was sent from."""
    return scope.keeps(area)


def _CHOSEN(actor: Actor) -> ColumnElement[Any]:  # noqa: N802 - it stands for a column
    """The enterprise that the actor acts for comes first."""
    own = actor.seat.enterprise if actor.seat else None
    return case((T.enterprise == own, 0), else_=1)


_sender = people.alias("sender")
_sender_area = areas.alias("sender_area")
_COLUMNS = (
    warnings,
    _sender.c.name.label("sender"),
    _sender_area.c.name.label("area_name"),
    warning_files.c.media.label("file"),
)
_FROM = (
    warnings.join(_sender, _sender.c.id == warnings.c.person)
    .outerjoin(_sender_area, _sender_area.c.id == warnings.c.area)
    .outerjoin(warning_files, warning_files.c.warning == warnings.c.id)
)
_WARNED = select(*_COLUMNS).select_from(_FROM)
_confirmer = people.alias("confirmer")
_RECEIVED = select(
    *_COLUMNS,
    T.enterprise,
    T.confirmed_at,
    T.answered_at,
    T.answer,
    warnings.c.id.label("warning"),
    _confirmer.c.name.label("confirmer"),
    enterprises.c.name.label("place_name"),
).select_from(
    _FROM.join(warning_targets, T.warning == warnings.c.id)
    .join(enterprises, enterprises.c.id == T.enterprise)
    .outerjoin(_confirmer, _confirmer.c.id == T.confirmed_by)
)
_MISSING = (
    select(T.enterprise, enterprises.c.name, areas.c.name.label("town"), T.step, T.silent)
    .select_from(
        warning_targets.join(warnings, warnings.c.id == T.warning)
        .join(enterprises, enterprises.c.id == T.enterprise)
        .join(areas, areas.c.id == enterprises.c.town)
    )
    .where(T.confirmed_at.is_(None))
)
_ANSWERS = (
    select(
        T.warning,
        T.enterprise,
        enterprises.c.name.label("place"),
        people.c.name.label("who"),
        T.answer,
        T.answered_at,
    )
    .select_from(
        warning_targets.join(warnings, warnings.c.id == T.warning)
        .join(enterprises, enterprises.c.id == T.enterprise)
        .outerjoin(people, people.c.id == T.answered_by)
    )
    .where(T.answered_at.is_not(None))
)


def _seen(scope: Scope) -> ColumnElement[bool]:
    """What somebody of an area knows of: what they sent from it, and what reached into it."""
    if scope.reach is Reach.DISTRICT:
        return warnings.c.id.is_not(None)
    reached = exists().where(T.warning == warnings.c.id, within(scope.reach, T.enterprise))
    return or_(warnings.c.area == scope.place, reached)


def warned(connection: Connection, row: Row[Any]) -> Warned:
    """A row as a warning."""
    words = row.words
    return Warned(
        row.number,
        row.template,
        row.level,
        row.stage,
        Words(*words["title"]),
        tuple(Words(*one) for one in words["lines"]),
        row.sender,
        row.area_name or area_name(connection, None),
        Circle.of_json(row.circle),
        row.issued_at,
        row.valid_to,
        row.targets,
        row.follows or "",
        row.ended_at,
        row.ended_by or "",
        files.of_media(connection, row.file),
    )


def of_id(connection: Connection, warning: int) -> Warned:
    """A warning by its row."""
    return warned(connection, connection.execute(_WARNED.where(warnings.c.id == warning)).one())


_letter = warning_letters.c
_DELIVERED = exists().where(
    _letter.warning == T.warning,
    _letter.enterprise == T.enterprise,
    outbox.c.id == _letter.letter,
    outbox.c.state == "sent",
)


def sum_of(condition: ColumnElement[bool]) -> ColumnElement[Any]:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


def tallied(connection: Connection, scope: Scope, number: str) -> Tallied:
    """How a warning stands inside a reach: one query, a row a town."""
    found = (
        select(
            areas.c.name,
            func.count().label("targets"),
            sum_of(T.posted_at.is_not(None)).label("posted"),
            sum_of(_DELIVERED).label("delivered"),
            sum_of(T.confirmed_at.is_not(None)).label("confirmed"),
            sum_of(T.answered_at.is_not(None)).label("answered"),
            func.coalesce(func.sum(cast(T.silent, Integer)), 0).label("silent"),
        )
        .select_from(
            warning_targets.join(warnings, warnings.c.id == T.warning)
            .join(enterprises, enterprises.c.id == T.enterprise)
            .join(areas, areas.c.id == enterprises.c.town)
        )
        .where(and_(warnings.c.number == number, within(scope.reach, T.enterprise)))
        .group_by(areas.c.id, areas.c.name)
        .order_by(areas.c.name)
    )
    rows = connection.execute(found, {"place": scope.place}).all()
    names = ("targets", "posted", "delivered", "confirmed", "answered", "silent")
    sums = {name: sum(int(getattr(row, name)) for row in rows) for name in names}
    return Tallied(**sums, towns=tuple(TownTally(row.name, row.targets, int(row.confirmed)) for row in rows))


def contacts_of(connection: Connection, wanted: Sequence[int]) -> dict[int, tuple[str, str, str]]:
    """Whom to call in each enterprise: its principal first, as the register lists them."""
    first = case((contacts.c.role == Role.PRINCIPAL, 0), else_=1)
    found = (
        select(contacts.c.id, contacts.c.enterprise, contacts.c.name, contacts.c.phone)
        .where(contacts.c.enterprise.in_(wanted))
        .order_by(first.desc(), contacts.c.id.desc())
    )
    return {row.enterprise: (row.name, row.phone, f"contact/{row.id}") for row in connection.execute(found)}


def _missing(row: Any, called: tuple[str, str, str]) -> Missing:
    person, phone, about = called
    return Missing(row.name, row.town, person, phone, STEPS[row.step], row.silent, about)


def _photos(connection: Connection, row: Any) -> int:
    """How many photos an answer has."""
    found = select(func.count()).select_from(media)
    mine = media.c.subject == subject(row.warning, row.enterprise)
    return int(connection.execute(found.where(mine, media.c.state != "failed")).scalar_one())
