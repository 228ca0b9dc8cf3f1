"""What the rules have to know of hazards (safety.hazard_ledger.Case), their photos before and after, and their timelines."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select

from checklists.schema import Severity
from safety.hazard_ledger import Case, Cause, HazardState, Move, Plan, Shot, Wanted
from safety.hazards import OPEN, HazardAction, entered
from safety.sources import WALKED
from storage import listings
from storage.media import AFTER, BEFORE, NOTE
from storage.parts import ALONE, Family
from storage.tables.ledger import hazard_moves, hazards
from storage.tables.media import media
from storage.tables.people import people

_ALBUM = (
    media.c.id,
    media.c.check_id,
    media.c.question,
    media.c.hazard,
    media.c.stage,
    media.c.answers,
    media.c.round,
    media.c.unique_name,
    media.c.path,
    media.c.pair,
    media.c.received_at,
)
_SHOWN = media.c.state.in_(["safe", "pending"]) & (media.c.kind == "photo")
# Two statements, each by its own index, put in order afterwards: SQLite reads the whole table for OR, and for the order.
_OF_CHECKS = select(*_ALBUM).where(media.c.check_id.in_(bindparam("checks", expanding=True)), _SHOWN)
_OF_HAZARDS = select(*_ALBUM).where(
    media.c.hazard.is_not(None),
    media.c.hazard.in_(bindparam("hazards", expanding=True)),
    media.c.stage.in_([BEFORE, AFTER, NOTE]),
    _SHOWN,
)
_MOVES = (
    select(hazard_moves, people.c.name)
    .outerjoin(people, people.c.id == hazard_moves.c.person)
    .where(hazard_moves.c.hazard == bindparam("hazard"))
    .order_by(hazard_moves.c.id)
)
_BEGINNING = (
    select(hazards, people.c.name)
    .outerjoin(people, people.c.id == hazards.c.found_by)
    .where(hazards.c.id == bindparam("hazard"))
)


@dataclass(frozen=True, slots=True)
class Album:
    """The photos of one hazard that are safe or on their way: before, and after since it was last opened; with progress."""

    before: Sequence[Row[Any]]
    after: Sequence[Row[Any]]
    notes: Sequence[Row[Any]] = ()

    def shots(self) -> tuple[Shot, ...]:
        return tuple(Shot(row.unique_name, row.path) for row in self.before)

    def answers(self) -> tuple[Shot, ...]:
        """The newest for each photo "before"; all of those that answer none."""
        names = {row.id: row.unique_name for row in self.before}
        newest: dict[int | None, Row[Any]] = {row.answers: row for row in self.after if row.answers in names}
        loose = [row for row in self.after if row.answers not in names]
        return tuple(
            Shot(row.unique_name, row.path, names.get(row.answers, ""), row.pair)
            for row in [*newest.values(), *loose]
        )

    def progress(self) -> tuple[Shot, ...]:
        return tuple(Shot(row.unique_name, row.path) for row in self.notes)

    def unanswered(self) -> int:
        said = {row.answers for row in self.after}
        return sum(1 for row in self.before if row.id not in said)

    def fresh(self, since: datetime | None) -> int:
        return sum(1 for row in self.after if since is None or row.received_at > since)


def albums(connection: Connection, rows: Sequence[Row[Any]]) -> dict[int, Album]:
    """The photos of these hazards by the hazards' row ids; a query for those of their checks, one for their own."""
    if not rows:
        return {}
    checked = {row.check_id for row in rows if row.check_id is not None}
    photos: list[Any] = list(connection.execute(_OF_HAZARDS, {"hazards": [row.id for row in rows]}))
    if checked:
        photos += connection.execute(_OF_CHECKS, {"checks": list(checked)})
    photos.sort(key=lambda photo: photo.id)
    return {row.id: _album(row, photos) for row in rows}


def _album(hazard: Row[Any], photos: Sequence[Row[Any]]) -> Album:
    own = [photo for photo in photos if photo.hazard == hazard.id]
    answered = [
        photo
        for photo in photos
        if photo.check_id is not None
        and (photo.check_id, photo.question) == (hazard.check_id, hazard.question)
    ]
    after = [photo for photo in own if photo.stage == AFTER and photo.round == hazard.reopened]
    notes = [photo for photo in own if photo.stage == NOTE]
    return Album([*answered, *(photo for photo in own if photo.stage == BEFORE)], after, notes)


def case_of(row: Row[Any], album: Album, family: Family = ALONE) -> Case:
    """A row of hazards as the rules see it, with its parts or its parent."""
    return Case(
        row.state,
        row.suspected_major or row.severity is Severity.MAJOR,
        row.owner or row.found_by,
        row.due,
        row.found_by,
        row.evidence_by,
        _plan(row.plan),
        _wanted(row.wanted),
        len(album.before),
        album.unanswered(),
        album.fresh(row.returned_at),
        row.extensions,
        row.returned,
        row.reopened,
        row.of or "",
        row.graded_up,
        listings.from_json(row.listing) if row.listing else None,
        row.cost,
        tuple(part.number for part in family.parts if part.state in OPEN),
        family.parent,
        family.latest,
        family.orphaned,
        row.doubted,
        _cause(row.cause),
        row.explained,
    )


def _plan(kept: Mapping[str, Any] | None) -> Plan | None:
    if kept is None:
        return None
    return Plan(kept["measures"], date.fromisoformat(kept["day"]), kept["money"], kept["contingency"])


def _cause(kept: Mapping[str, Any] | None) -> Cause | None:
    if kept is None:
        return None
    day = kept["day"] and date.fromisoformat(kept["day"])
    return Cause(kept["root"], kept["words"], kept["measures"], kept["owner"], day)


def _wanted(kept: Mapping[str, Any] | None) -> Wanted | None:
    return None if kept is None else Wanted(date.fromisoformat(kept["day"]), kept["reason"], kept["person"])


def columns_of(case: Case) -> dict[str, Any]:
    """What a case says in the columns of its row."""
    plan, wanted = case.plan, case.wanted
    return {
        "state": case.state,
        "owner": case.owner,
        "due": case.due,
        "evidence_by": case.evidence_by,
        "plan": plan
        and {
            "measures": plan.measures,
            "day": plan.day.isoformat(),
            "money": plan.money,
            "contingency": plan.contingency,
        },
        "wanted": wanted
        and {"day": wanted.day.isoformat(), "reason": wanted.reason, "person": wanted.person},
        "extensions": case.extensions,
        "returned": case.returned,
        "reopened": case.reopened,
        "of": case.of or None,
        "graded_up": case.graded_up,
        "listing": case.listing and listings.to_json(case.listing),
        "cost": case.cost,
        "doubted": case.doubted,
        "cause": case.cause and _cause_json(case.cause),
        "root": case.cause and case.cause.root,
        "listed": case.listed,
    }


def _cause_json(cause: Cause) -> dict[str, Any]:
    day = cause.day and cause.day.isoformat()
    return {
        "root": cause.root,
        "words": cause.words,
        "measures": cause.measures,
        "owner": cause.owner,
        "day": day,
    }


def timeline(connection: Connection, hazard: int) -> tuple[Move, ...]:
    """Every step, oldest first. How a self-check found and reported it stands in the hazard's own row."""
    row = connection.execute(_BEGINNING, {"hazard": hazard}).one()
    later = [
        Move(one.at, one.name or "", one.action, one.before, one.after, one.body)
        for one in connection.execute(_MOVES, {"hazard": hazard})
    ]
    return (*_beginning(row), *later) if row.source in WALKED else tuple(later)


def _beginning(row: Row[Any]) -> list[Move]:
    found = [Move(row.found_at, row.name or "", "find", None, HazardState.FOUND)]
    if row.reported_at is None:
        return found
    state = entered(suspected_major=row.suspected_major)
    return [
        *found,
        Move(row.reported_at, row.name or "", HazardAction.REPORT.value, HazardState.FOUND, state),
    ]


def closed_finder(connection: Connection, number: str) -> int | None:
    """Who found a hazard that is closed now; None when it is in any other state."""
    closed = (hazards.c.number == number) & (hazards.c.state == HazardState.CLOSED)
    return connection.execute(select(hazards.c.found_by).where(closed)).scalar_one_or_none()
