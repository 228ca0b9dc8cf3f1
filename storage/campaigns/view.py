"""Campaigns as one actor may read them (safety.campaigns.CampaignBook): supervisors inside their area, enterprises their own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, case, exists, func, not_, or_, select

from checklists.catalogue import Catalogue
from checklists.reminders import Activity
from checklists.words import Words
from safety.calendar import at, calendar_of
from safety.calendar import today as day_of
from safety.campaigns import (
    Assignment,
    Campaign,
    Found,
    Round,
    Share,
    Standing,
    Tally,
    Terms,
    Unreached,
    next_round,
    whole,
)
from safety.hazard_ledger import HazardState
from safety.people import Actor, Right
from safety.queries import Query
from storage.campaigns import tasks
from storage.places import area_name
from storage.scope import Reach, Scope, scope_of, within
from storage.sifting import GRAVE
from storage.tables.campaigns import campaign_chases, campaign_rounds, campaign_targets, campaigns, groups
from storage.tables.ledger import areas, enterprises, hazards
from storage.tables.people import people
from storage.warnings.circles import reached
from storage.warnings.view import contacts_of, sum_of

C, R, T, E = campaigns.c, campaign_rounds.c, campaign_targets.c, enterprises.c
RESTING = (Activity.STOPPED, Activity.CLOSED)
RESTS = and_(T.done_at.is_(None), E.activity.in_(RESTING))
UNDONE = and_(T.done_at.is_(None), E.activity.not_in(RESTING))
DAY = timedelta(days=1)
TARGETS = (
    campaign_targets.join(campaign_rounds, R.id == T.round)
    .join(enterprises, E.id == T.enterprise)
    .join(areas, areas.c.id == E.town)
)


@dataclass(frozen=True, slots=True)
class CampaignsOf:
    """The reads of one actor."""

    connection: Connection
    actor: Actor
    catalogue: Catalogue
    now: datetime

    # supervisors

    def forms(self) -> Mapping[str, Words]:
        return {name: form.title for name, form in self.catalogue.checklists.items()}

    def count(self) -> int:
        scope = self._scope()
        if scope is None:
            return 0
        found = select(func.count()).select_from(campaigns).where(seen(scope))
        return int(self.connection.execute(found, {"place": scope.place}).scalar_one())

    def listed(self, *, offset: int = 0, limit: int = 5) -> Sequence[Campaign]:
        ended = case((C.standing == Standing.ENDED, 1), else_=0)
        return self._read(_CARD.order_by(ended, C.id.desc()).offset(offset).limit(limit))

    def one(self, number: str) -> Campaign | None:
        return next(iter(self._read(_CARD.where(C.number == number))), None)

    def may_lead(self, number: str) -> bool:
        scope = scope_of(self.actor, Right.RUN_CAMPAIGN)
        row = self.connection.execute(select(C.area).where(C.number == number)).one_or_none()
        return scope is not None and row is not None and scope.keeps(row.area)

    def progress(self, number: str) -> tuple[int, int]:
        scope, newest = self._scope(), self._newest(number)
        if scope is None or newest is None:
            return 0, 0
        counted = (
            select(
                sum_of(T.done_at.is_not(None)).label("done"),
                sum_of(RESTS).label("rests"),
                func.count().label("n"),
            )
            .select_from(campaign_targets.join(enterprises, E.id == T.enterprise))
            .where(T.round == newest.id, within(scope.reach, T.enterprise))
        )
        row = self.connection.execute(counted, {"place": scope.place}).one()
        return int(row.done), int(row.n - row.rests)

    def tally(self, number: str) -> Tally:
        return whole(self.towns(number))

    def towns(self, number: str) -> Sequence[Tally]:
        scope, newest = self._scope(), self._newest(number)
        return () if scope is None or newest is None else tallied(self.connection, scope, newest)

    def missing(self, number: str, *, offset: int = 0, limit: int = 5) -> Sequence[Unreached]:
        scope, newest = self._scope(), self._newest(number)
        if scope is None or newest is None:
            return ()
        found = _MISSING.where(T.round == newest.id, within(scope.reach, T.enterprise))
        order = (areas.c.name, E.name, E.id)
        page = found.order_by(*order).offset(offset).limit(limit)
        rows = self.connection.execute(page, {"place": scope.place}).all()
        called = contacts_of(self.connection, [row.enterprise for row in rows])
        over = newest.closed_at is not None or newest.due < day_of(self.now)
        return [_unreached(row, called.get(row.enterprise, ("", "", "")), over=over) for row in rows]

    def found(self, number: str) -> Found:
        scope, newest = self._scope(), self._newest(number)
        if scope is None or newest is None:
            return Found(0, 0, 0)
        return found(self.connection, scope, newest.id)

    def chased(self, number: str) -> datetime | None:
        scope, newest = self._scope(), self._newest(number)
        if scope is None or newest is None:
            return None
        chases = campaign_chases.c
        here = or_(chases.area.is_not_distinct_from(scope.place), chases.area.is_(None))
        last = select(func.max(chases.at)).where(chases.round == newest.id, here)
        moment: datetime | None = self.connection.execute(last).scalar_one_or_none()
        return moment

    # enterprises

    def assignment(self, period: str) -> Assignment | None:
        seat = self.actor.seat
        if seat is None or seat.enterprise is None:
            return None
        day = day_of(self.now)
        return tasks.assignment(self.connection, seat.enterprise, period, self.actor.person, day)

    def _read(self, cards: Select[Any]) -> Sequence[Campaign]:
        scope = self._scope()
        if scope is None:
            return ()
        rows = self.connection.execute(cards.where(seen(scope)), {"place": scope.place}).all()
        return [self._campaign(row) for row in rows]

    def _campaign(self, row: Row[Any]) -> Campaign:
        form = self.catalogue.checklists.get(row.checklist)
        terms = Terms.from_json(row.terms)
        newest = newest_round(self.connection, row.number)
        query = row.group_query if row.group_query is not None else row.query
        return Campaign(
            number=row.number,
            title=row.title,
            checklist=row.checklist,
            form=form.title if form is not None else Words(row.checklist, row.checklist),
            query=Query.from_json(query),
            group=row.group_name or "",
            terms=terms,
            standing=row.standing,
            person=row.leader or "",
            place=row.area_name or area_name(self.connection, None),
            opened_at=row.opened_at,
            round=None if newest is None else self._round(newest),
            following=self._following(row.standing, terms, newest),
        )

    def _following(self, standing: Standing, terms: Terms, newest: Any) -> Any:
        if standing is not Standing.RUNNING:
            return None
        since = terms.starts if newest is None else max(newest.starts + DAY, terms.starts)
        return next_round(terms, since, calendar_of(self.catalogue.holidays))

    def _round(self, row: Any) -> Round:
        chases = campaign_chases.c
        many = select(func.count()).select_from(campaign_chases).where(chases.round == row.id)
        return Round(
            row.id,
            row.sequence,
            row.starts,
            row.due,
            row.closes,
            opened=row.opened_at is not None,
            closed=row.closed_at is not None,
            chased=int(self.connection.execute(many).scalar_one()),
        )

    def _newest(self, number: str) -> Any:
        """The newest round of a campaign that the reader knows of."""
        scope = self._scope()
        if scope is None:
            return None
        known = select(C.id).where(C.number == number, seen(scope))
        if self.connection.execute(known, {"place": scope.place}).first() is None:
            return None
        return newest_round(self.connection, number)

    def _scope(self) -> Scope | None:
        scope = scope_of(self.actor, Right.SEE_CAMPAIGNS)
        return None if scope is None or scope.reach is Reach.ENTERPRISE else scope


_leader = people.alias("leader")
_area = areas.alias("area_of")
_CARD = select(
    campaigns,
    _leader.c.name.label("leader"),
    _area.c.name.label("area_name"),
    groups.c.name.label("group_name"),
    groups.c.query.label("group_query"),
).select_from(
    campaigns.join(_leader, _leader.c.id == C.person)
    .outerjoin(_area, _area.c.id == C.area)
    .outerjoin(groups, groups.c.id == C.group)
)
_MISSING = (
    select(
        T.enterprise,
        E.name,
        E.credit_code,
        areas.c.name.label("town"),
        T.check_id,
        not_(reached()).label("silent"),
    )
    .select_from(TARGETS)
    .where(UNDONE)
)


def seen(scope: Scope) -> ColumnElement[bool]:
    """What somebody of an area knows of: what was opened from it, and what has reached into it; it binds `place`."""
    if scope.reach is Reach.DISTRICT:
        return C.id.is_not(None)
    rounds, targets = campaign_rounds.alias(), campaign_targets.alias()
    hit = exists().where(
        rounds.c.campaign == C.id, targets.c.round == rounds.c.id, within(scope.reach, targets.c.enterprise)
    )
    return or_(C.area == scope.place, hit.correlate(campaigns))


def newest_round(connection: Connection, number: str) -> Any:
    """The newest round of a campaign; None before its first."""
    newest = (
        select(campaign_rounds)
        .join(campaigns, C.id == R.campaign)
        .where(C.number == number)
        .order_by(R.sequence.desc())
        .limit(1)
    )
    return connection.execute(newest).one_or_none()


def tallied(connection: Connection, scope: Scope, one: Any) -> Sequence[Tally]:
    """How the enterprises of a round stand inside a reach: one query, a row a town."""
    late = T.done_at >= at(one.due + DAY, time.min)
    counted = (
        select(
            areas.c.name,
            sum_of(and_(T.done_at.is_not(None), not_(late))).label("done"),
            sum_of(and_(T.done_at.is_not(None), late)).label("late"),
            sum_of(and_(UNDONE, T.check_id.is_not(None))).label("begun"),
            sum_of(and_(UNDONE, T.check_id.is_(None))).label("open"),
            sum_of(RESTS).label("rests"),
            sum_of(and_(UNDONE, not_(reached()))).label("silent"),
        )
        .select_from(TARGETS)
        .where(T.round == one.id, within(scope.reach, T.enterprise))
        .group_by(areas.c.name)
        .order_by(areas.c.name)
    )
    rows = connection.execute(counted, {"place": scope.place})
    return [
        Tally(
            row.name,
            int(row.done),
            int(row.late),
            int(row.begun),
            int(row.open),
            int(row.rests),
            int(row.silent),
        )
        for row in rows
    ]


def found(connection: Connection, scope: Scope, number: int) -> Found:
    """The hazards that the checks of a round have found, as supervisors see them (storage.hazards.visible)."""
    known = or_(hazards.c.reported_at.is_not(None), hazards.c.suspected_major)
    counted = (
        select(
            func.count().label("all"),
            sum_of(GRAVE).label("major"),
            sum_of(hazards.c.state == HazardState.CLOSED).label("closed"),
        )
        .select_from(campaign_targets.join(hazards, hazards.c.check_id == T.check_id))
        .where(T.round == number, known, hazards.c.withdrawn_at.is_(None), within(scope.reach, T.enterprise))
    )
    row = connection.execute(counted, {"place": scope.place}).one()
    return Found(row.all, int(row.major), int(row.closed))


def _unreached(row: Any, called: tuple[str, str, str], *, over: bool) -> Unreached:
    share = Share.MISSED if over else Share.OPEN if row.check_id is None else Share.BEGUN
    person, phone, about = called
    return Unreached(row.name, row.credit_code, row.town, person, phone, share, bool(row.silent), about)
