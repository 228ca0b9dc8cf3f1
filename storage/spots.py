"""Spot exams and pocket cards as one inspector, or who keeps the enterprise, may see them; whether a code is right. Read only."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    Connection,
    Row,
    Select,
    bindparam,
    case,
    distinct,
    exists,
    func,
    or_,
    select,
)

from checklists.catalogue import Catalogue
from checklists.schema import Severity
from safety.hazards import OPEN
from safety.people import Actor, Right
from safety.spots import GUESS, Average, Door, Firm, Gate, Pocket, Spot, Writer, average
from storage import facts, guesses, staff
from storage.exams import ON_SITE, WITH_SPOTS, points
from storage.scope import Reach, Scope, scope_of, within
from storage.tables.checks import checks
from storage.tables.exams import exam_results, exams
from storage.tables.ledger import areas, enterprises, hazards
from storage.tables.people import people
from storage.tables.pledges import commitments, recalls
from storage.tables.spots import spot_exams, spot_guests, spots

FOUND, LONGEST = 5, 40  # enterprises of a search; characters that are looked for
YEAR = timedelta(days=365)
_WHOLE = select(spots, people.c.name.label("who")).join(people, people.c.id == spots.c.inspector)
_WRITTEN = (
    select(
        func.coalesce(spot_guests.c.name, people.c.name).label("name"),
        spot_guests.c.exam.label("guest"),
        exams.c.deadline,
        exam_results.c.hundredths,
        exam_results.c.passed,
        exam_results.c.number.label("exam_number"),
    )
    .select_from(spot_exams)
    .join(exams, exams.c.id == spot_exams.c.exam)
    .join(people, people.c.id == spot_exams.c.person)
    .outerjoin(spot_guests, spot_guests.c.exam == exams.c.id)
    .outerjoin(exam_results, exam_results.c.exam == exams.c.id)
    .where(spot_exams.c.spot == bindparam("spot"))
    .order_by(exams.c.id)
)


def of_number(connection: Connection, number: int) -> Row[Any] | None:
    """A spot exam, whoever asks."""
    return connection.execute(_WHOLE.where(spots.c.id == number)).one_or_none()


def written(connection: Connection, number: int) -> Sequence[Any]:
    """The papers of a spot exam in the order they were begun; one without points is being written."""
    return connection.execute(_WRITTEN, {"spot": number}).all()


def by_link(connection: Connection, key: str) -> Row[Any] | None:
    """The spot exam that a link leads to, whoever asks."""
    return connection.execute(select(spots).where(spots.c.link == key)).one_or_none()


def is_guest(connection: Connection, exam: int) -> bool:
    """Whether somebody without a seat writes it."""
    found = select(spot_guests.c.exam).where(spot_guests.c.exam == exam)
    return connection.execute(found).one_or_none() is not None


def guests(connection: Connection, spot: int) -> int:
    """How many people without a seat have come in."""
    counted = (
        select(func.count())
        .select_from(spot_exams)
        .join(spot_guests, spot_guests.c.exam == spot_exams.c.exam)
    )
    return int(connection.execute(counted.where(spot_exams.c.spot == spot)).scalar_one())


def wrote(connection: Connection, spot: int, person: int) -> bool:
    """Whether somebody has come in to it already, with a seat or without."""
    mine = select(spot_exams.c.exam).where(spot_exams.c.spot == spot, spot_exams.c.person == person)
    return connection.execute(mine).one_or_none() is not None


def seen(connection: Connection, actor: Actor, row: Row[Any]) -> bool:
    """Whether a spot exam is the actor's to look at: its enterprise lies in their scope; those of inspectors are not their enterprise's."""
    scope = scope_of(actor, Right.OPEN_SPOT)
    if scope is None or (scope.reach is Reach.ENTERPRISE and not row.own):
        return False
    inside = select(enterprises.c.id).where(
        within(scope.reach, enterprises.c.id), enterprises.c.id == row.enterprise
    )
    return connection.execute(inside, {"place": scope.place}).one_or_none() is not None


@dataclass(frozen=True, slots=True)
class SpotsOf:
    """Implements safety.spots.SpotBook for one actor."""

    connection: Connection
    actor: Actor
    catalogue: Catalogue
    now: datetime

    def firms(self, text: str) -> Sequence[Firm]:
        wanted, scope = text.strip()[:LONGEST], self._scope()
        if scope is None or not wanted:
            return ()
        named = enterprises.c.name.contains(wanted, autoescape=True)
        found = _firms(scope).where(or_(named, enterprises.c.credit_code == wanted.upper())).limit(FOUND)
        return [_firm(row) for row in self.connection.execute(found, {"place": scope.place})]

    def pocket(self, credit_code: str) -> Pocket | None:
        row = self._place(credit_code)
        return None if row is None else _pocket(self.connection, row, self.now)

    def one(self, number: int) -> Spot | None:
        row = of_number(self.connection, number)
        if row is None or not seen(self.connection, self.actor, row):
            return None
        place: Any = self.connection.execute(_FIRM.where(enterprises.c.id == row.enterprise)).one()
        writers = tuple(
            Writer(
                one.name,
                None if one.hundredths is None else points(one.hundredths),
                bool(one.passed),
                one.guest is not None,
            )
            for one in written(self.connection, row.id)
        )
        code = row.code if self.now < row.until else None
        return Spot(row.id, _firm(place), row.who, row.opened_at, row.until, code, writers, row.number)

    def newest(self, credit_code: str) -> Spot | None:
        row = self._place(credit_code, Right.OPEN_SPOT)
        if row is None:
            return None
        mine = select(func.max(spots.c.id)).where(
            spots.c.inspector == self.actor.person, spots.c.enterprise == row.id
        )
        number = self.connection.execute(mine).scalar_one_or_none()
        return None if number is None else self.one(number)

    def door(self, code: str) -> Door:
        limit, seat = self.catalogue.rules.defaults.guessing.limit, self.actor.seat
        if guesses.exhausted(self.connection, self.actor.person, GUESS, limit, self.now):
            return Door.SHUT
        meant = or_(spots.c.code == code, spots.c.link == code)
        row = self.connection.execute(select(spots).where(meant)).one_or_none()
        works = seat is not None and row is not None and row.enterprise == seat.enterprise
        if row is None or not works or not self.actor.may(Right.TAKE_EXAM) or self.now >= row.until:
            return Door.SHUT
        return Door.AGAIN if wrote(self.connection, row.id, self.actor.person) else Door.OPEN

    def gate(self, key: str) -> Gate:
        limit = self.catalogue.rules.defaults.guessing.limit
        if self.actor.seat is not None or guesses.exhausted(
            self.connection, self.actor.person, GUESS, limit, self.now
        ):
            return Gate(Door.SHUT)
        row = by_link(self.connection, key)
        if row is None or self.now >= row.until:
            return Gate(Door.SHUT)
        again = wrote(self.connection, row.id, self.actor.person)
        if not again and guests(self.connection, row.id) >= self.catalogue.rules.exams.spot_guests:
            return Gate(Door.SHUT)
        place: Any = self.connection.execute(_FIRM.where(enterprises.c.id == row.enterprise)).one()
        known = self.catalogue.facts.derive(facts.stated(self.connection, row.enterprise))
        return Gate(Door.AGAIN if again else Door.OPEN, place.name, known)

    def _scope(self) -> Scope | None:
        return scope_of(self.actor, Right.INSPECT)

    def _place(self, credit_code: str, right: Right = Right.INSPECT) -> Row[Any] | None:
        """The enterprise, when it lies in the actor's scope."""
        scope = scope_of(self.actor, right)
        if scope is None:
            return None
        found = _firms(scope).where(enterprises.c.credit_code == credit_code)
        return self.connection.execute(found, {"place": scope.place}).one_or_none()


_FIRM = select(
    enterprises.c.id, enterprises.c.credit_code, enterprises.c.name, areas.c.name.label("town")
).join(areas, areas.c.id == enterprises.c.town)


def _firms(scope: Scope) -> Select[Any]:
    return _FIRM.where(within(scope.reach, enterprises.c.id)).order_by(enterprises.c.name, enterprises.c.id)


def _firm(row: Row[Any]) -> Firm:
    return Firm(row.credit_code, row.name, row.town)


def _pocket(connection: Connection, place: Row[Any], now: datetime) -> Pocket:
    enterprise = place.id
    newest = select(checks.c.submitted_at, checks.c.score).where(
        checks.c.enterprise == enterprise, checks.c.submitted_at.is_not(None)
    )
    check = connection.execute(newest.order_by(checks.c.submitted_at.desc()).limit(1)).one_or_none()
    grave = or_(hazards.c.severity == Severity.MAJOR, hazards.c.suspected_major)
    open_ = (hazards.c.enterprise == enterprise) & hazards.c.state.in_(OPEN)
    counted = select(func.count().label("open"), func.count(case((grave, 1))).label("major")).where(open_)
    found = connection.execute(counted).one()
    by_themselves = tally(connection, enterprise, now, spot=False)
    on_site = tally(connection, enterprise, now, spot=True)
    return Pocket(
        _firm(place),
        check.submitted_at if check is not None else None,
        check.score if check is not None else None,
        found.open,
        found.major,
        _signed(connection, enterprise),
        staff.count(connection, enterprise),
        by_themselves,
        on_site if on_site.wrote else None,
    )


def tally(connection: Connection, enterprise: int, now: datetime, *, spot: bool) -> Average:
    """Exams of the last year: those that an inspector had people write, or all others."""
    found = (
        select(exams.c.person, exam_results.c.hundredths, exam_results.c.passed)
        .select_from(WITH_SPOTS)
        .where(exams.c.enterprise == enterprise, exam_results.c.ended_at >= now - YEAR)
        .where(ON_SITE if spot else ~ON_SITE)
    )
    rows = connection.execute(found).all()
    passed = {row.person for row in rows if row.passed}
    mean = average([points(row.hundredths) for row in rows])
    return Average(len({row.person for row in rows}), mean, len(passed))


def _signed(connection: Connection, enterprise: int) -> bool:
    taken_back = exists().where(recalls.c.commitment == commitments.c.id)
    found = select(func.count(distinct(commitments.c.id))).where(
        commitments.c.enterprise == enterprise, ~taken_back
    )
    return bool(connection.execute(found).scalar_one())
