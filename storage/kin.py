"""Earlier photos that are the same picture as one of a hazard's, and what a reader may know of them (safety.evidence.Kin)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, bindparam, func, or_, select

from safety.calendar import today
from safety.evidence import Kin
from storage.media import AFTER, BEFORE
from storage.scope import Reach, Scope
from storage.tables.checks import checks
from storage.tables.ledger import enterprises, hazards
from storage.tables.likeness import twins
from storage.tables.media import media

_new, _old = media.alias("new"), media.alias("old")
_OURS: Any = bindparam("photos", expanding=True)
_ALIKE = select(twins.c.photo, twins.c.earlier).where(twins.c.photo.in_(_OURS)).order_by(twins.c.bits)
_EXACT = (
    select(_new.c.id, _old.c.id)
    .join(_old, and_(_old.c.sha256 == _new.c.sha256, _old.c.id < _new.c.id))
    .where(_new.c.id.in_(_OURS), _old.c.sha256.is_not(None))
    .order_by(_old.c.id)
)
_EARLIER = (
    select(
        media.c.id,
        media.c.received_at,
        media.c.sha256,
        media.c.stage,
        media.c.round,
        media.c.hazard,
        hazards.c.number,
        (hazards.c.reported_at.is_not(None) | hazards.c.suspected_major).label("known"),
        checks.c.receipt,
        enterprises.c.id.label("enterprise"),
        enterprises.c.name,
        enterprises.c.town,
        enterprises.c.department,
        enterprises.c.grid,
    )
    .select_from(
        media.outerjoin(checks, checks.c.id == media.c.check_id)
        .outerjoin(hazards, hazards.c.id == media.c.hazard)
        .join(enterprises, enterprises.c.id == func.coalesce(checks.c.enterprise, hazards.c.enterprise))
    )
    .where(media.c.id.in_(_OURS), media.c.state == "safe")
)


_PLACES = {
    Reach.ENTERPRISE: "enterprise",
    Reach.AREA: "town",
    Reach.DEPARTMENT: "department",
    Reach.GRID: "grid",
}


@dataclass(frozen=True, slots=True)
class Viewed:
    """One hazard as its photos are looked through: its row, its photos `before` by id, all of them by id, who looks."""

    scope: Scope
    hazard: Row[Any]
    before: frozenset[int]
    photos: Mapping[int, Row[Any]]
    allowed: timedelta  # within which an enterprise may use its own photo of a report again


def kin(connection: Connection, viewed: Viewed) -> dict[int, list[Kin]]:
    """By photo, what it is again: the hazard's own photo of how it was found first, then files that are the same byte by byte."""
    pairs = [*_pairs(connection, _EXACT, viewed), *_pairs(connection, _ALIKE, viewed)]
    wanted = {"photos": sorted({earlier for _, earlier in pairs})}
    earlier = {row.id: row for row in connection.execute(_EARLIER, wanted)} if pairs else {}
    found: dict[int, list[Kin]] = {}
    for photo, other in dict.fromkeys(pairs):
        one, new = earlier.get(other), viewed.photos[photo]
        if one is not None and _tells(one, new, viewed):
            found.setdefault(photo, []).append(_kin(one, new, viewed))
    return {
        photo: sorted(kin, key=lambda one: (not one.before, not one.exact)) for photo, kin in found.items()
    }


def _pairs(connection: Connection, statement: Any, viewed: Viewed) -> list[tuple[int, int]]:
    return [(photo, other) for photo, other in connection.execute(statement, {"photos": list(viewed.photos)})]


def _tells(one: Row[Any], new: Row[Any], viewed: Viewed) -> bool:
    """Whether a pair is worth a word: not two photos of one visit, nor one's own of the same hours for a report."""
    hazard = viewed.hazard
    if new.id in viewed.before:
        lately = one.enterprise == hazard.enterprise and new.received_at - one.received_at < viewed.allowed
        return not (one.id in viewed.before or one.hazard == hazard.id or lately)
    same_visit = one.hazard == hazard.id and one.stage == AFTER and one.round == hazard.reopened
    return not same_visit or (hazard.returned_at is not None and one.received_at <= hazard.returned_at)


def _kin(one: Row[Any], new: Row[Any], viewed: Viewed) -> Kin:
    reach, place = viewed.scope.reach, viewed.scope.place
    inside = reach is Reach.DISTRICT or place == getattr(one, _PLACES[reach])
    told = inside and (reach is Reach.ENTERPRISE or one.number is None or one.known)
    return Kin(
        number=(one.number or one.receipt or "") if told else "",
        enterprise=one.name if inside else "",
        day=today(one.received_at),
        own=one.enterprise == viewed.hazard.enterprise,
        exact=one.sha256 is not None and one.sha256 == new.sha256,
        before=one.id in viewed.before and new.id not in viewed.before,
    )


@dataclass(frozen=True, slots=True)
class Itself:
    """A photo "after" that is a photo "before" of its own hazard."""

    number: str
    sender: int


_AFTER = (
    select(media.c.person, media.c.hazard, hazards.c.number, hazards.c.check_id, hazards.c.question)
    .join(hazards, hazards.c.id == media.c.hazard)
    .where(media.c.id == bindparam("photo"), media.c.stage == AFTER)
)


def copied(connection: Connection, photo: int, sha256: str) -> bool:
    """Whether a photo of what was put right is, byte by byte, one of how it was found."""
    row = connection.execute(_AFTER, {"photo": photo}).one_or_none()
    return row is not None and connection.execute(_before(row, media.c.sha256 == sha256)).first() is not None


def itself(connection: Connection, photo: int) -> Itself | None:
    """Whether a photo of what was put right is the same picture as one of how it was found."""
    row = connection.execute(_AFTER, {"photo": photo}).one_or_none()
    if row is None:
        return None
    twin = media.c.id.in_(select(twins.c.earlier).where(twins.c.photo == photo))
    return Itself(row.number, row.person) if connection.execute(_before(row, twin)).first() else None


def _before(row: Any, like: ColumnElement[bool]) -> Any:
    """The hazard's photos of how it was found: of its report, or of the answer that found it."""
    found = and_(media.c.hazard == row.hazard, media.c.stage == BEFORE)
    if row.check_id is not None:
        found = or_(found, and_(media.c.check_id == row.check_id, media.c.question == row.question))
    return select(media.c.id).where(found, media.c.state == "safe", like).limit(1)
