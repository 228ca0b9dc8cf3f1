"""Where the enterprises of a supervisor's area stand with their commitments: coverage, three lists, one enterprise's card."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    bindparam,
    case,
    exists,
    false,
    func,
    not_,
    or_,
    select,
)

from checklists.catalogue import Catalogue
from checklists.documents import Renewal
from safety.people import Role
from safety.pledges import Coverage, Covered, Holding, Pile, expires_soon, why_owed
from storage import pledges
from storage.scope import Reach, Scope, within
from storage.tables.ledger import areas, enterprises
from storage.tables.people import seats
from storage.tables.pledges import commitments, recalls

LONGEST = 40  # characters that are looked for
FOUND = 5

_signed = commitments.alias("signed")
_NEWEST = (  # looked up by index, enterprise by enterprise: the newest of all grouped first costs a hundred times as much
    select(func.max(_signed.c.id))
    .where(_signed.c.enterprise == enterprises.c.id)
    .correlate(enterprises)
    .scalar_subquery()
)
_SOURCE = (
    enterprises.join(areas, areas.c.id == enterprises.c.town)
    .outerjoin(commitments, commitments.c.id == _NEWEST)
    .outerjoin(recalls, recalls.c.commitment == commitments.c.id)
)
_SIGNER_GONE = not_(
    exists().where(
        seats.c.person == commitments.c.signer,
        seats.c.enterprise == enterprises.c.id,
        seats.c.role == Role.PRINCIPAL,
        seats.c.until.is_(None),
    )
)
_PRINCIPALS = (
    select(func.count())
    .select_from(seats)
    .where(seats.c.enterprise == enterprises.c.id, seats.c.role == Role.PRINCIPAL, seats.c.until.is_(None))
    .correlate(enterprises)
    .scalar_subquery()
)


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who looks: how far they see, the content that counts, the day."""

    scope: Scope
    catalogue: Catalogue
    today: date

    @property
    def bound(self) -> dict[str, Any]:
        return {"place": self.scope.place}

    @property
    def owing(self) -> ColumnElement[bool]:
        """Enterprises in reach whose colour has a commitment."""
        colours = enterprises.c.colour.in_(sorted(self.catalogue.commitments))
        return and_(within(self.scope.reach, enterprises.c.id), colours)

    def pile(self, pile: Pile) -> ColumnElement[bool]:
        """The condition of a list."""
        signed = commitments.c.id.is_not(None)
        recalled = recalls.c.why.in_(sorted(self.catalogue.rules.renew_on))
        ended = or_(and_(recalls.c.commitment.is_not(None), recalled), commitments.c.valid_to < self.today)
        changed = or_(false(), *self._changed())
        soon = commitments.c.valid_to <= self.today + timedelta(
            days=self.catalogue.rules.defaults.pledging.soon_days
        )
        return {
            Pile.UNSIGNED: or_(not_(signed), ended),
            Pile.OLD: and_(signed, not_(ended), changed),
            Pile.EXPIRING: and_(signed, not_(ended), not_(changed), soon),
        }[pile]

    def _changed(self) -> list[ColumnElement[bool]]:
        """What has changed since, as far as the rules ask for a new signature then."""
        current = [one.fingerprint for one in self.catalogue.commitments.values()]
        same = commitments.c.colour == enterprises.c.colour
        known: dict[Renewal, ColumnElement[bool]] = {
            Renewal.PRINCIPAL_CHANGED: _SIGNER_GONE,
            Renewal.COLOUR_CHANGED: not_(same),
            Renewal.TEXT_CHANGED: and_(same, commitments.c.fingerprint.not_in(current)),
        }
        return [one for reason, one in known.items() if reason in self.catalogue.rules.renew_on]

    @property
    def holds(self) -> ColumnElement[bool]:
        """A commitment in force."""
        return not_(or_(self.pile(Pile.UNSIGNED), self.pile(Pile.OLD)))


def coverage(connection: Connection, viewer: Viewer) -> Coverage:
    """By colour and by town, and how long each list is."""
    figures = {"held": viewer.holds, **{pile.value: viewer.pile(pile) for pile in Pile}}
    sums = [func.sum(case((condition, 1), else_=0)).label(name) for name, condition in figures.items()]
    found = (
        select(areas.c.name, enterprises.c.colour, func.count().label("all"), *sums)
        .select_from(_SOURCE)
        .where(viewer.owing)
        .group_by(areas.c.name, enterprises.c.colour)
        .order_by(areas.c.name)
    )
    rows = connection.execute(found, viewer.bound).all()
    return Coverage(
        signed=sum(int(row.held) for row in rows),
        all=sum(row.all for row in rows),
        colours=_grouped([(row.colour.value, row) for row in rows], list(viewer.catalogue.commitments)),
        towns=_grouped([(row.name, row) for row in rows], sorted({row.name for row in rows})),
        piles={pile: sum(int(getattr(row, pile.value)) for row in rows) for pile in Pile},
    )


def _grouped(rows: Sequence[tuple[str, Any]], names: Sequence[str]) -> Sequence[Covered]:
    """The figures of each name that has any."""
    found = []
    for name in names:
        own = [row for key, row in rows if key == name]
        if own:
            found.append(Covered(name, sum(int(row.held) for row in own), sum(row.all for row in own)))
    return found


_CARD = select(
    enterprises.c.id,
    enterprises.c.name,
    enterprises.c.credit_code,
    enterprises.c.colour,
    enterprises.c.colour_reason,
    enterprises.c.activity,
    areas.c.name.label("town"),
    _PRINCIPALS.label("principals"),
)


def listed(connection: Connection, viewer: Viewer, pile: Pile, offset: int, limit: int) -> Sequence[Holding]:
    """One page of a list; those that expire first, first, the others by name."""
    order = [commitments.c.valid_to] if pile is Pile.EXPIRING else []
    page = (
        _CARD.select_from(_SOURCE)
        .where(viewer.owing, viewer.pile(pile))
        .order_by(*order, enterprises.c.name, enterprises.c.id)
        .limit(limit)
        .offset(offset)
    )
    return [_holding(connection, viewer, row) for row in connection.execute(page, viewer.bound).all()]


def counted(connection: Connection, viewer: Viewer, pile: Pile) -> int:
    """How many `listed` would go through."""
    found = select(func.count()).select_from(_SOURCE).where(viewer.owing, viewer.pile(pile))
    return int(connection.execute(found, viewer.bound).scalar_one())


def lacking(viewer: Viewer, pile: Pile) -> Select[Any]:
    """The enterprises of a list, as a part of another query; it binds what `viewer.bound` says."""
    found = select(enterprises.c.id).select_from(_SOURCE).where(viewer.owing, viewer.pile(pile))
    return found.correlate(None)


def one(connection: Connection, viewer: Viewer, credit_code: str) -> Holding | None:
    """One enterprise by its credit code; None outside the reach."""
    found = _in_reach(viewer).where(enterprises.c.credit_code == bindparam("code"))
    row = connection.execute(found, viewer.bound | {"code": credit_code}).one_or_none()
    return None if row is None else _holding(connection, viewer, row)


def named(connection: Connection, viewer: Viewer, text: str) -> Sequence[Holding]:
    """The first enterprises whose name holds these words, or whose credit code they are."""
    wanted = text.strip()[:LONGEST]
    if not wanted:
        return ()
    same = enterprises.c.credit_code == wanted.upper()
    found = _in_reach(viewer).where(or_(enterprises.c.name.contains(wanted, autoescape=True), same))
    rows = connection.execute(found.order_by(enterprises.c.name, enterprises.c.id).limit(FOUND), viewer.bound)
    return [_holding(connection, viewer, row) for row in rows.all()]


def _in_reach(viewer: Viewer) -> Select[Any]:
    source = enterprises.join(areas, areas.c.id == enterprises.c.town)
    return _CARD.select_from(source).where(within(viewer.scope.reach, enterprises.c.id))


def _holding(connection: Connection, viewer: Viewer, row: Any) -> Holding:
    pledge, _since = pledges.newest(connection, row.id)
    text = viewer.catalogue.commitments.get(row.colour)
    renew_on = viewer.catalogue.rules.renew_on
    owed = why_owed(pledge, row.colour, text.fingerprint, renew_on, viewer.today) if text else None
    return Holding(
        credit_code=row.credit_code,
        enterprise=row.name,
        town=row.town,
        colour=row.colour.value,
        pledge=pledge,
        owed=owed,
        expiring=expires_soon(pledge, viewer.today, viewer.catalogue.rules.defaults.pledging),
        colour_reason=row.colour_reason or "",
        activity=row.activity.value,
        principals=int(row.principals),
    )


def viewer_of(scope: Scope | None, catalogue: Catalogue, today: date) -> Viewer | None:
    """None for a seat in an enterprise."""
    return None if scope is None or scope.reach is Reach.ENTERPRISE else Viewer(scope, catalogue, today)
