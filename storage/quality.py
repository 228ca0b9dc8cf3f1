"""Submissions with signs as supervisors read them, always inside the seat's scope. Found and written in inspection.py.

An enterprise's own people have no such list: a seat in an enterprise never has the right.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, bindparam, exists, func, or_, select

from checklists.catalogue import Catalogue
from safety.quality import Flag, Flagged, Sign
from storage.content import form_of
from storage.paradata import trace_of
from storage.scope import Reach, Scope, within
from storage.tables.checks import checks
from storage.tables.ledger import areas, enterprises
from storage.tables.likeness import twins
from storage.tables.media import media
from storage.tables.people import people
from storage.tables.quality import flags, looks

MOST_PHOTOS = 8

_RAISED = (
    select(func.max(flags.c.raised_at))
    .where(flags.c.check_id == checks.c.id)
    .correlate(checks)
    .scalar_subquery()
)
_MINE = and_(looks.c.check_id == checks.c.id, looks.c.person == bindparam("person"))
_UNSEEN = or_(looks.c.at.is_(None), looks.c.at < _RAISED)
_RECENT = checks.c.submitted_at >= bindparam("since", type_=checks.c.submitted_at.type)
_SOURCE = (
    checks.join(enterprises, enterprises.c.id == checks.c.enterprise)
    .join(areas, areas.c.id == enterprises.c.town)
    .outerjoin(people, people.c.id == checks.c.submitted_by)
    .outerjoin(looks, _MINE)
)
_CARD = select(
    checks.c.id,
    checks.c.receipt,
    checks.c.checklist,
    checks.c.form,
    checks.c.period,
    checks.c.submitted_at,
    enterprises.c.name,
    areas.c.name.label("town"),
    people.c.name.label("person"),
    _UNSEEN.label("unseen"),
).select_from(_SOURCE)


def _visible(reach: Reach) -> Any:
    """Submissions with signs within the reach: each is asked for its signs, they are not read as a whole."""
    return and_(within(reach, checks.c.enterprise), exists().where(flags.c.check_id == checks.c.id))


def _listed(reach: Reach) -> Select[Any]:
    """Not looked at yet first, then the newest."""
    page = _CARD.where(_visible(reach), _RECENT).order_by(
        _UNSEEN.desc(), checks.c.submitted_at.desc(), checks.c.id
    )
    return page.limit(bindparam("limit")).offset(bindparam("offset"))


def _counted(reach: Reach, *more: Any) -> Select[Any]:
    return (
        select(func.count())
        .select_from(checks.outerjoin(looks, _MINE))
        .where(_visible(reach), _RECENT, *more)
    )


_REACHES: tuple[Reach, ...] = tuple(reach for reach in Reach if reach is not Reach.ENTERPRISE)
_LISTED = {reach: _listed(reach) for reach in _REACHES}
_COUNTED = {reach: _counted(reach) for reach in _REACHES}
_NEW = {reach: _counted(reach, _UNSEEN) for reach in _REACHES}
_ONE = {reach: _CARD.where(_visible(reach), checks.c.receipt == bindparam("receipt")) for reach in _REACHES}
_PLACE = {
    reach: select(checks.c.id, checks.c.enterprise).where(
        _visible(reach), checks.c.receipt == bindparam("receipt")
    )
    for reach in _REACHES
}
_FLAGS = (
    select(flags.c.check_id, flags.c.sign, flags.c.question, flags.c.figures)
    .where(flags.c.check_id.in_(bindparam("checks", expanding=True)))
    .order_by(flags.c.raised_at, flags.c.sign, flags.c.question)
)
_PHOTOS = (
    select(media.c.path)
    .where(
        media.c.check_id == bindparam("check"),
        media.c.state == "safe",
        or_(media.c.plain, media.c.id.in_(select(twins.c.photo))),
    )
    .order_by(media.c.id)
    .limit(MOST_PHOTOS)
)


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads, how far they see, and from when on submissions are listed."""

    person: int
    scope: Scope
    since: datetime

    @classmethod
    def of(cls, person: int, scope: Scope, catalogue: Catalogue, now: datetime) -> "Reader | None":
        """None for a seat in an enterprise, whatever its rights."""
        days = catalogue.rules.quality.shown_days
        return cls(person, scope, now - timedelta(days=days)) if scope.reach in _REACHES else None

    @property
    def bound(self) -> dict[str, Any]:
        return {"place": self.scope.place, "person": self.person, "since": self.since}


def listed(
    connection: Connection, catalogue: Catalogue, reader: Reader, offset: int, limit: int
) -> Sequence[Flagged]:
    """One page of the list."""
    page = reader.bound | {"offset": offset, "limit": limit}
    rows = connection.execute(_LISTED[reader.scope.reach], page).all()
    raised = _flags(connection, [row.id for row in rows])
    return tuple(_flagged(connection, catalogue, row, raised.get(row.id, [])) for row in rows)


def counted(connection: Connection, reader: Reader) -> int:
    """How many `listed` would go through."""
    return int(connection.execute(_COUNTED[reader.scope.reach], reader.bound).scalar_one())


def new(connection: Connection, reader: Reader) -> int:
    """How many of them this reader has not opened since their last sign was found."""
    return int(connection.execute(_NEW[reader.scope.reach], reader.bound).scalar_one())


def one(connection: Connection, catalogue: Catalogue, reader: Reader, receipt: str) -> Flagged | None:
    """A submission by its receipt, with its photos and times; None outside the scope, as if it did not exist."""
    row = connection.execute(_ONE[reader.scope.reach], reader.bound | {"receipt": receipt}).one_or_none()
    if row is None:
        return None
    trace = trace_of(connection, row.id)
    photos = tuple(path for (path,) in connection.execute(_PHOTOS, {"check": row.id}) if path)
    raised = _flags(connection, [row.id]).get(row.id, [])
    return _flagged(
        connection,
        catalogue,
        row,
        raised,
        photos=photos,
        seconds=round(trace.worked.total_seconds()),
        changes=trace.changes,
        people=len(trace.people),
    )


def place_of(connection: Connection, scope: Scope, receipt: str) -> tuple[int, int] | None:
    """The check and enterprise of a flagged submission in scope."""
    if scope.reach not in _REACHES:
        return None
    bound = {"place": scope.place, "receipt": receipt}
    row = connection.execute(_PLACE[scope.reach], bound).one_or_none()
    return None if row is None else (row.id, row.enterprise)


def _flags(connection: Connection, numbers: Sequence[int]) -> dict[int, list[Flag]]:
    raised: dict[int, list[Flag]] = {}
    if numbers:
        for row in connection.execute(_FLAGS, {"checks": numbers}):
            raised.setdefault(row.check_id, []).append(Flag(Sign(row.sign), row.question, row.figures))
    return {check: sorted(found, key=_rank) for check, found in raised.items()}


def _rank(flag: Flag) -> int:
    return list(Sign).index(flag.sign)


def _flagged(
    connection: Connection, catalogue: Catalogue, row: Row[Any], raised: Sequence[Flag], **more: Any
) -> Flagged:
    return Flagged(
        receipt=row.receipt,
        enterprise=row.name,
        town=row.town,
        form=form_of(connection, catalogue, row.checklist, row.form),
        period=row.period,
        submitted_at=row.submitted_at,
        submitted_by=row.person or "",
        flags=tuple(raised),
        looked=not row.unseen,
        **more,
    )
