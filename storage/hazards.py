"""The hazard ledger as it is read, always inside a seat's scope. How hazards change stands in recording/hazards.py.

The enterprise sees what its people found at once, what an inspection found when that ends; supervisors see what was reported, and suspected major ones at once.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import repeat
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    and_,
    bindparam,
    func,
    or_,
    select,
)

from checklists.catalogue import Catalogue
from checklists.schema import Checklist
from safety.checks import CheckKey
from safety.hazard_ledger import Hazard, Move
from safety.lists import Sieve, Stage
from storage import instances, listings
from storage.campaigns import tasks
from storage.cases import Album, albums, case_of, timeline
from storage.content import form_of
from storage.parts import ALONE, Family, families
from storage.scope import Reach, Scope, within
from storage.sifting import WALKED, Sifter
from storage.tables.checks import answers, checks
from storage.tables.ledger import areas, enterprises, hazards
from storage.tables.people import people


def visible(reach: Reach, enterprise: ColumnElement[Any] = hazards.c.enterprise) -> ColumnElement[bool]:
    """Which hazards a seat may know of at all, the withdrawn included."""
    if reach is Reach.ENTERPRISE:
        told = or_(hazards.c.visit.is_(None), hazards.c.reported_at.is_not(None))
        return and_(within(reach, enterprise), told)
    return and_(
        within(reach, enterprise),
        or_(hazards.c.reported_at.is_not(None), hazards.c.suspected_major),
    )


NOBODY: Mapping[int, Family] = {}
owners = people.alias("owners")
_SOURCE = (
    hazards.join(enterprises, enterprises.c.id == hazards.c.enterprise)
    .join(areas, areas.c.id == enterprises.c.town)
    .outerjoin(checks, checks.c.id == hazards.c.check_id)
    .outerjoin(people, people.c.id == hazards.c.found_by)
    .outerjoin(owners, owners.c.id == hazards.c.owner)
    .outerjoin(
        answers, and_(answers.c.check_id == hazards.c.check_id, answers.c.question == hazards.c.question)
    )
)
_CARD = select(
    hazards,
    enterprises.c.name.label("enterprise_name"),
    enterprises.c.credit_code,
    areas.c.name.label("town"),
    checks.c.checklist,
    checks.c.period,
    func.coalesce(hazards.c.form, checks.c.form).label("read_in"),
    people.c.name.label("finder"),
    owners.c.name.label("owner_name"),
    answers.c.note,
).select_from(_SOURCE)


_ONE = {reach: _CARD.where(visible(reach), hazards.c.number == bindparam("number")) for reach in Reach}
_OF_CHECK = _CARD.where(
    checks.c.enterprise == bindparam("enterprise"),
    checks.c.checklist == bindparam("checklist"),
    checks.c.period == bindparam("period"),
).order_by(hazards.c.suspected_major.desc(), hazards.c.due, hazards.c.id)
_LAST_REPORTED = (
    select(hazards.c.number)
    .where(
        hazards.c.enterprise == bindparam("place"),
        hazards.c.found_by == bindparam("person"),
        hazards.c.check_id.is_(None),
    )
    .order_by(hazards.c.id.desc())
    .limit(1)
)


def listed(
    connection: Connection, scope: Scope, sifter: Sifter, sieve: Sieve, offset: int, limit: int
) -> Sequence[Hazard]:
    """One page of the hazards in scope that the sieve lets through."""
    rows = connection.execute(page(scope, sifter, sieve, offset, limit), {"place": scope.place}).all()
    return _hazards(connection, sifter.catalogue, rows)


def page(scope: Scope, sifter: Sifter, sieve: Sieve, offset: int, limit: int) -> Select[Any]:
    """The statement of a page: its rows are found first, and joined with names afterwards."""
    order = sifter.order(sieve)
    found = sifted(select(hazards.c.id), scope, sifter, sieve).order_by(*order)
    ids = found.limit(limit).offset(offset).subquery("page")
    return _CARD.where(hazards.c.id.in_(select(ids.c.id))).order_by(*order)


def counted(connection: Connection, scope: Scope, sifter: Sifter, sieve: Sieve) -> int:
    """How many hazards `listed` would go through."""
    found = sifted(select(func.count()).select_from(hazards), scope, sifter, sieve)
    return int(connection.execute(found, {"place": scope.place}).scalar_one())


def sifted(found: Select[Any], scope: Scope, sifter: Sifter, sieve: Sieve) -> Select[Any]:
    """Inside the scope, always, and through the sieve."""
    if scope.reach is Reach.ENTERPRISE:
        return found.where(visible(scope.reach), *sifter.conditions(sieve, names=False))
    return found.where(visible(scope.reach, WALKED), *sifter.conditions(sieve, names=True))


def causes(connection: Connection, scope: Scope, sifter: Sifter) -> Mapping[str, int]:
    """How many of those that are open or were closed lately have which cause, the most frequent first."""
    n = func.count().label("n")
    known = select(hazards.c.root, n).where(hazards.c.root.is_not(None), visible(scope.reach))
    both = or_(*(and_(*sifter.conditions(Sieve(stage), names=False)) for stage in (Stage.OPEN, Stage.CLOSED)))
    found = known.where(both).group_by(hazards.c.root).order_by(n.desc(), hazards.c.root)
    return {row.root: row.n for row in connection.execute(found, {"place": scope.place})}


def one(connection: Connection, catalogue: Catalogue, scope: Scope, number: str) -> Hazard | None:
    """A hazard by its number, in whatever state; None outside the scope, as if it did not exist."""
    row = connection.execute(_ONE[scope.reach], {"place": scope.place, "number": number}).one_or_none()
    if row is None:
        return None
    return _hazards(connection, catalogue, [row], families(connection, [row]))[0]


def numbered(
    connection: Connection, catalogue: Catalogue, enterprise: int, numbers: Sequence[str]
) -> Sequence[Hazard]:
    """Hazards of an enterprise by their numbers, in this order."""
    found = _CARD.where(hazards.c.enterprise == enterprise, hazards.c.number.in_(numbers))
    rows = sorted(connection.execute(found).all(), key=lambda row: numbers.index(row.number))
    return _hazards(connection, catalogue, rows)


def among(
    connection: Connection, catalogue: Catalogue, scope: Scope, numbers: Sequence[str]
) -> Sequence[Hazard]:
    """Those of these numbers that are in scope, in whatever state, by number."""
    found = _CARD.where(visible(scope.reach), hazards.c.number.in_(numbers)).order_by(hazards.c.number)
    return _hazards(connection, catalogue, connection.execute(found, {"place": scope.place}).all())


def moves(connection: Connection, scope: Scope, number: str) -> Sequence[Move]:
    """The timeline of a hazard; nothing outside the scope, as if it did not exist."""
    found = select(hazards.c.id).where(visible(scope.reach), hazards.c.number == number)
    hazard = connection.execute(found, {"place": scope.place}).scalar_one_or_none()
    return () if hazard is None else timeline(connection, hazard)


def of_check(
    connection: Connection, catalogue: Catalogue, enterprise: int, key: CheckKey
) -> Sequence[Hazard]:
    """The hazards of one check of an enterprise, in every state, worst first."""
    place = {"enterprise": enterprise, "checklist": key.checklist, "period": key.period}
    return _hazards(connection, catalogue, connection.execute(_OF_CHECK, place).all())


def _hazards(
    connection: Connection,
    catalogue: Catalogue,
    rows: Sequence[Row[Any]],
    kin: Mapping[int, Family] = NOBODY,
) -> Sequence[Hazard]:
    """The hazards of these rows, with their photos, forms and names; parts and parents (`kin`) where somebody acts on them."""
    photos = albums(connection, rows)
    forms = [
        form_of(connection, catalogue, row.checklist, row.read_in) if row.checklist else None for row in rows
    ]
    asked = [(row.check_id, row.question, form) for row, form in zip(rows, forms, strict=True) if form]
    names, chiefs = instances.named(connection, asked), listings.in_charge(connection, rows)
    preventing = listings.preventing(connection, rows)
    found = tuple(
        _hazard(
            row,
            form,
            photos[row.id],
            names.get((row.check_id, row.question), ""),
            chiefs.get(row.id, ""),
            preventing.get(row.id, ""),
            kin.get(row.id, ALONE),
        )
        for row, form in zip(rows, forms, strict=True)
    )
    titles = tasks.titles(connection, [row.period for row in rows if row.period])
    return found if not titles else tuple(map(_tagged, found, rows, repeat(titles)))


def _tagged(hazard: Hazard, row: Row[Any], titles: Mapping[str, str]) -> Hazard:
    """With the campaign whose check found it."""
    return replace(hazard, campaign=titles.get(row.period or "", ""))


def last_reported(connection: Connection, place: int, person: int) -> str | None:
    """Number of the hazard that this person reported last in this enterprise, outside of self-checks."""
    return connection.execute(_LAST_REPORTED, {"place": place, "person": person}).scalar_one_or_none()


def _hazard(
    row: Row[Any],
    form: Checklist | None,
    album: Album,
    instance: str,
    chief: str,
    preventer: str,
    family: Family,
) -> Hazard:
    shots = album.shots()
    safe = tuple(shot.path for shot in shots if shot.path is not None)
    return Hazard(
        number=row.number,
        enterprise=row.enterprise_name,
        code=row.credit_code,
        town=row.town,
        checklist=row.checklist or "",
        question=row.question or "",
        severity=row.severity,
        state=row.state,
        found_at=row.found_at,
        due=row.due,
        found_by=row.finder or "",
        note=row.note or "",
        photos=safe,
        photos_pending=len(shots) - len(safe),
        withdrawn_reason=row.withdrawn_reason or "",
        form=form,
        source=row.source,
        kind=row.kind,
        place=row.place,
        words=row.words,
        owner=row.owner_name or "",
        instance=instance,
        case=case_of(row, album, family),
        shots=shots,
        answers=album.answers(),
        closure=row.closure or "",
        closed_at=row.closed_at,
        clause=row.clause or "",
        recurs=row.recurs or "",
        notes=album.progress(),
        parts=family.parts,
        in_charge=chief,
        cause_owner=preventer,
        details=row.details or {},
    )
