"""What a reader of digests may read (safety.digests.DigestBook), what they were told last, and when theirs comes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, bindparam, delete, select

from checklists.catalogue import Catalogue
from safety.areas import Concern
from safety.calendar import calendar_of
from safety.calendar import today as day_of
from safety.digests import Chase, Group, Report, Span, Window, Wish, ended
from safety.errors import Refusal
from safety.handovers import Exchange
from safety.measures import Measure
from safety.news import Told, case_of
from safety.people import Actor, Right
from storage import concerns, digest_groups
from storage.digest_figures import Keeper
from storage.exchanges import Time, count, listed, time_of
from storage.measures import Counter
from storage.places import area_name
from storage.prepared import Prepared
from storage.scope import Scope, scope_of, within
from storage.tables.digests import chases, digest_told, digest_wishes
from storage.tables.ledger import enterprises
from storage.tables.people import people
from storage.upsert import Upsert

WEEK = timedelta(days=7)
_WISH = Prepared(select(digest_wishes).where(digest_wishes.c.person == bindparam("person")))
_TELL = Upsert(
    lambda insert: (row := insert(digest_told)).on_conflict_do_update(
        index_elements=["person", "span", "case"],
        set_={name: row.excluded[name] for name in ("kind", "days", "on")},
    )
)
_TOLD = select(digest_told).where(
    digest_told.c.person == bindparam("person"), digest_told.c.span == bindparam("span")
)
_OLD = delete(digest_told).where(
    digest_told.c.person == bindparam("b_person"),
    digest_told.c.span == bindparam("b_span"),
    digest_told.c.on < bindparam("b_before", type_=digest_told.c.on.type),
)
FORGET = timedelta(days=400)


def scope_for(actor: Actor) -> Scope | None:
    """How far their digest reaches; None for who gets none."""
    return scope_of(actor, Right.SEE_DIGEST)


def wish_of(connection: Connection, person: int) -> Wish:
    """What a reader wants; the usual when they never said."""
    row = _WISH.first(connection, {"person": person})
    return Wish() if row is None else Wish(row.minutes, bool(row.report))


def told_to(connection: Connection, person: int, span: str) -> Mapping[str, Told]:
    """What they were told last of each case. `span`: a Span, or the mark of a group that they answer for."""
    rows = connection.execute(_TOLD, {"person": person, "span": span})
    return {row.case: Told(row.kind, row.days, row.on) for row in rows}


def tell(connection: Connection, person: int, span: str, said: Sequence[Concern], today: date) -> None:
    """Remember what they are told now; what was told longer ago than a year is forgotten."""
    rows = [
        {
            "person": person,
            "span": span,
            "case": case_of(one)[:160],
            "kind": one.kind,
            "days": min(one.days, 32_000),
            "on": today,
        }
        for one in said
    ]
    if rows:
        _TELL.run(connection, rows)
    connection.execute(_OLD, {"b_person": person, "b_span": span, "b_before": today - FORGET})


@dataclass(frozen=True, slots=True)
class DigestsOf:
    """Implements safety.digests.DigestBook."""

    connection: Connection
    actor: Actor
    catalogue: Catalogue
    now: datetime

    def report(self, span: Span, today: date) -> Report:
        """Refusal when the seat watches over nothing."""
        return self.keeper().report(span, today)

    def wish(self) -> Wish:
        return wish_of(self.connection, self.actor.person)

    def chased(self, codes: Sequence[str]) -> Mapping[str, Chase]:
        scope, known = self._scope(), [one for one in codes if one]
        if not known:
            return {}
        found = (
            select(enterprises.c.credit_code, people.c.name)
            .join_from(chases, enterprises, enterprises.c.id == chases.c.enterprise)
            .outerjoin(people, people.c.id == chases.c.person)
            .where(
                within(scope.reach, chases.c.enterprise),
                enterprises.c.credit_code.in_(known),
                chases.c.day == day_of(self.now),
            )
        )
        rows = self.connection.execute(found, {"place": scope.place})
        return {row.credit_code: Chase(row.credit_code, row.name or "") for row in rows}

    def line(self, measure: Measure, weeks: int, today: date) -> Sequence[tuple[date, int]]:
        """Weeks that were written down as they were counted then; of what happened within days, the others are counted now."""
        keeper, window = self.keeper(), ended(Span.WEEK, today)
        counter = Counter(self.connection, self.catalogue, self.actor, keeper.scope, self.now)
        found = []
        for back in range(weeks - 1, -1, -1):
            one = Window(window.first - back * WEEK, window.last - back * WEEK)
            kept = keeper.kept(Span.WEEK, one)
            known = None if kept is None else kept.get(measure.value)
            found.append((one.first, counter.count(measure, one) if known is None else int(known)))
        return found

    def exchanges(self, span: Span, today: date, *, offset: int = 0, limit: int = 5) -> Sequence[Exchange]:
        when = self._time(span, today)
        return listed(self.connection, self._scope(), when, offset=offset, limit=limit)

    def count_exchanges(self, span: Span, today: date) -> tuple[int, int]:
        return count(self.connection, self._scope(), self._time(span, today))

    def _time(self, span: Span, today: date) -> Time:
        days = self.catalogue.rules.defaults.handover.offer_days
        return time_of(span, today, self.now, calendar_of(self.catalogue.holidays), days)

    def group(self, code: str) -> Group | None:
        return digest_groups.shown(self.connection, self.actor.person, code, self.now)

    def place(self) -> str:
        """The name of the reader's area."""
        return area_name(self.connection, self._scope().place)

    def worst(self, today: date, most: int) -> Sequence[Concern]:
        """The gravest and oldest exceptions of the area."""
        return concerns.concerns(self.connection, self.catalogue, self._scope(), today, most)

    def keeper(self) -> Keeper:
        """Whoever keeps the figures of this reader's area."""
        return Keeper(self.connection, self.catalogue, self.actor, self._scope(), self.now)

    def _scope(self) -> Scope:
        scope = scope_for(self.actor)
        if scope is None:
            raise Refusal("not-allowed")
        return scope
