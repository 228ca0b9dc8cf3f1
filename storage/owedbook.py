"""What is owed, as people read it (safety.owed.OwedBook): of the reader's enterprise, overdue in a supervisor's area."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, case, exists, func, select

from checklists.catalogue import Catalogue
from checklists.reminders import Reminder, Source
from checklists.words import Words
from safety.calendar import calendar_of
from safety.ladder import Ladder
from safety.owed import Late, Owed
from safety.owing import State
from safety.people import Actor, Right
from storage import ladder, plans
from storage.campaigns import tasks
from storage.scope import Scope, scope_of, within
from storage.tables.ledger import enterprises
from storage.tables.obligations import obligations, tellings
from storage.tables.people import people, seats
from storage.tables.staff import workers

LATELY = timedelta(days=31)
NOTHING = Words("", "")
_holder, _doer = people.alias("holder"), people.alias("doer")
_FROM = (
    obligations.join(enterprises, enterprises.c.id == obligations.c.enterprise)
    .outerjoin(_holder, _holder.c.id == obligations.c.holder)
    .outerjoin(_doer, _doer.c.id == obligations.c.done_by)
)


def _mine(person: int) -> ColumnElement[bool]:
    return exists().where(tellings.c.obligation == obligations.c.id, tellings.c.person == person)


@dataclass(frozen=True, slots=True)
class OwedBookOf:
    """Implements safety.owed.OwedBook."""

    connection: Connection
    actor: Actor
    catalogue: Catalogue
    now: datetime

    def open(self, *, offset: int = 0, limit: int = 5) -> Sequence[Owed]:
        first = case((_mine(self.actor.person), 0), else_=1)
        found = self._here(State.OPEN).order_by(first, obligations.c.due_at, obligations.c.id)
        return self._read(found.offset(offset).limit(limit))

    def count_open(self) -> int:
        return self._count(State.OPEN)

    def mine(self) -> Sequence[Owed]:
        found = self._here(State.OPEN).where(_mine(self.actor.person))
        return self._read(found.order_by(obligations.c.due_at, obligations.c.id))

    def by_enterprise(self) -> Mapping[int, int]:
        own = select(seats.c.enterprise).where(seats.c.person == self.actor.person, seats.c.until.is_(None))
        mine = (obligations.c.newest == 1, obligations.c.state == State.OPEN.value)
        found = (
            select(obligations.c.enterprise, func.count().label("n"))
            .join(tellings, tellings.c.obligation == obligations.c.id)
            .where(tellings.c.person == self.actor.person, obligations.c.enterprise.in_(own), *mine)
            .group_by(obligations.c.enterprise)
        )
        return {row.enterprise: row.n for row in self.connection.execute(found)}

    def done(self, *, offset: int = 0, limit: int = 5) -> Sequence[Owed]:
        found = self._here(State.DONE).order_by(obligations.c.done_at.desc(), obligations.c.id.desc())
        return self._read(found.offset(offset).limit(limit))

    def count_done(self) -> int:
        return self._count(State.DONE)

    def one(self, number: int) -> Owed | None:
        found = self._here(None).where(obligations.c.id == number)
        return next(iter(self._read(found)), None)

    def hour(self) -> int | None:
        found = select(people.c.hour).where(people.c.id == self.actor.person)
        return self.connection.execute(found).scalar_one_or_none()

    def late(self, *, offset: int = 0, limit: int = 5) -> Sequence[Late]:
        scope = scope_of(self.actor, Right.SEE_DIGEST)
        return () if scope is None else late(self.connection, self.catalogue, scope, self.now, offset, limit)

    def count_late(self) -> int:
        scope = scope_of(self.actor, Right.SEE_DIGEST)
        return 0 if scope is None else count_late(self.connection, self.catalogue, scope, self.now)

    def _own(self) -> int | None:
        seat = self.actor.seat
        return seat.enterprise if seat and self.actor.may(Right.ANSWER_CHECK) else None

    def _where(self, state: State | None) -> ColumnElement[bool]:
        known = [rule.id for rule in self.catalogue.rules.reminders.rules]
        own = and_(obligations.c.enterprise == self._own(), obligations.c.rule.in_(known))
        if state is State.DONE:
            return and_(own, obligations.c.state == "done", obligations.c.done_at >= self.now - LATELY)
        if state is None:
            return own
        return and_(own, obligations.c.newest == 1, obligations.c.state == state.value)

    def _here(self, state: State | None) -> Select[Any]:
        return _rows(self.actor.person).where(self._where(state))

    def _count(self, state: State) -> int:
        found = select(func.count()).select_from(obligations).where(self._where(state))
        return int(self.connection.execute(found).scalar_one())

    def _read(self, found: Select[Any]) -> Sequence[Owed]:
        return _read(self.connection, self.catalogue, found, self.now)


def _rows(person: int) -> Select[Any]:
    return select(
        obligations,
        enterprises.c.name.label("place"),
        _holder.c.name.label("held_by"),
        _doer.c.name.label("did"),
        _mine(person).label("mine"),
    ).select_from(_FROM)


def _read(connection: Connection, catalogue: Catalogue, found: Select[Any], now: datetime) -> Sequence[Owed]:
    rows = connection.execute(found).all()
    rules = {rule.id: rule for rule in catalogue.rules.reminders.rules}
    details = details_of(connection, catalogue, [row.about for row in rows])
    climbs = ladder.ladders(connection, catalogue, calendar_of(catalogue.holidays), rows, now)
    return [_owed(row, rules[row.rule], details, climbs[row.id]) for row in rows if row.rule in rules]


def _owed(row: Any, rule: Reminder, details: dict[str, str | Words], climbs: Ladder) -> Owed:
    return Owed(
        number=row.id,
        rule=rule.id,
        title=rule.title,
        detail=details.get(row.about, NOTHING),
        task=rule.task,
        who=rule.who,
        about=row.about,
        enterprise=row.place,
        due=row.due_at,
        state=State(row.state),
        mine=bool(row.mine),
        legal=rule.source is Source.STATUTE,
        minutes=rule.minutes,
        holder=row.held_by or "",
        holder_id=row.holder,
        giver=row.handed_by,
        done_at=row.done_at,
        done_by=row.did or "",
        ladder=climbs,
    )


def of_person(
    connection: Connection, catalogue: Catalogue, person: int, numbers: Sequence[int], now: datetime
) -> Sequence[Owed]:
    """What a letter tells: those of these that are open, as this person reads them, most urgent first."""
    mine = obligations.c.id.in_(numbers) & (obligations.c.state == "open")
    found = _rows(person).where(mine).order_by(obligations.c.due_at, obligations.c.id)
    return _read(connection, catalogue, found, now)


def details_of(connection: Connection, catalogue: Catalogue, abouts: Sequence[str]) -> dict[str, str | Words]:
    """Which one it is, as people call it: the form, the hazard, whom it is about. Nothing for the enterprise itself."""
    found: dict[str, str | Words] = {}
    named: dict[str, list[str]] = {}
    for about in abouts:
        kind, _, number = about.partition(":")
        named.setdefault(kind, []).append(number)
    periods = {number: number.rpartition("/")[2] for number in named.get("check", ())}
    titles = tasks.titles(connection, list(periods.values()))
    for number, period in periods.items():
        form = catalogue.checklists.get(number.split("/")[1])
        if form is not None:
            found[f"check:{number}"] = titles.get(period) or form.title
    found |= {f"hazard:{number}": number for number in named.get("hazard", ())}
    for kind, table in (("person", people), ("worker", workers)):
        wanted = [int(number) for number in named.get(kind, ()) if number.isdigit()]
        if wanted:
            names = select(table.c.id, table.c.name).where(table.c.id.in_(wanted))
            found |= {f"{kind}:{row.id}": row.name for row in connection.execute(names)}
    return found | plans.titles(connection, [int(one) for one in named.get("plan", ()) if one.isdigit()])


def _climbing(catalogue: Catalogue) -> list[str]:
    """The rules that go up the ladder."""
    return [rule.id for rule in catalogue.rules.reminders.rules if rule.escalate]


def _overdue(catalogue: Catalogue, scope: Scope, now: datetime) -> ColumnElement[bool]:
    return and_(
        within(scope.reach, obligations.c.enterprise),
        obligations.c.state == "open",
        obligations.c.due_at < now,
        obligations.c.rule.in_(_climbing(catalogue)),
    )


def late(
    connection: Connection, catalogue: Catalogue, scope: Scope, now: datetime, offset: int, limit: int
) -> Sequence[Late]:
    """What is overdue in an area by rules that go up the ladder, the longest first."""
    found = (
        select(obligations.c.rule, obligations.c.about, obligations.c.due_at, enterprises.c.name)
        .join(enterprises, enterprises.c.id == obligations.c.enterprise)
        .where(_overdue(catalogue, scope, now))
        .order_by(obligations.c.due_at, obligations.c.id)
        .offset(offset)
        .limit(limit)
    )
    rows = connection.execute(found, {"place": scope.place}).all()
    titles = {rule.id: rule.title for rule in catalogue.rules.reminders.rules}
    abouts = [row.about for row in rows if not row.about.startswith(("person:", "worker:"))]
    details = details_of(connection, catalogue, abouts)
    return [Late(row.name, titles[row.rule], details.get(row.about, NOTHING), row.due_at) for row in rows]


def count_late(connection: Connection, catalogue: Catalogue, scope: Scope, now: datetime) -> int:
    """How much is overdue in an area."""
    if not _climbing(catalogue):
        return 0
    found = select(func.count()).select_from(obligations).where(_overdue(catalogue, scope, now))
    return int(connection.execute(found, {"place": scope.place}).scalar_one())
