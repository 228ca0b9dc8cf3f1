"""One inspection put together: who takes part, the forms walked, what was found, what was corrected. Scope is asked elsewhere."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select

from checklists import walk
from checklists.catalogue import Catalogue
from checklists.schema import Outcome
from checklists.words import Words
from safety.checks import CheckKey
from safety.hazard_ledger import Hazard, HazardState
from safety.people import RIGHTS, Right, Role
from safety.spots import Firm
from safety.visits import Agreement, Finding, Note, Officer, Visit, Walked, period_of
from storage import drafts, facts, hazards
from storage.tables.checks import answers, checks
from storage.tables.inspections import inspection_notes
from storage.tables.ledger import areas
from storage.tables.ledger import hazards as table
from storage.tables.people import people, seats
from storage.types import from_text

INSPECTING = sorted(role for role, rights in RIGHTS.items() if Right.HOLD_VISIT in rights)
_SEAT = (
    select(seats.c.role, areas.c.name)
    .outerjoin(areas, areas.c.id == seats.c.area)
    .where(seats.c.person == bindparam("person"), seats.c.role.in_(INSPECTING))
    .order_by(seats.c.until.is_not(None), seats.c.id.desc())
    .limit(1)
)
_CHECKS = (
    select(checks.c.id, checks.c.checklist)
    .where(checks.c.enterprise == bindparam("enterprise"), checks.c.period == bindparam("period"))
    .order_by(checks.c.id)
)
_FOUND = select(table.c.number).where(table.c.visit == bindparam("visit")).order_by(table.c.id)
_BAD = select(answers.c.question).where(
    answers.c.check_id == bindparam("check"), answers.c.outcome == Outcome.BAD.value
)
_NOTES = (
    select(inspection_notes, people.c.name)
    .join(people, people.c.id == inspection_notes.c.person)
    .where(inspection_notes.c.inspection == bindparam("visit"))
    .order_by(inspection_notes.c.version)
)


def head(connection: Connection, row: Row[Any], reader: int) -> Visit:
    """Without forms and findings: for lists."""
    return Visit(
        id=row.id,
        firm=Firm(row.credit_code, row.firm, row.town),
        kind=row.kind,
        state=row.state,
        lead=Officer(row.lead, row.lead_name or "", row.role, _place(connection, row.lead)[1], row.begun_at),
        second=_second(connection, row),
        begun_at=row.begun_at,
        mine=row.lead == reader or (row.second == reader and row.second_at is not None),
        places=tuple(_spot(one) for one in row.places or ()),
        remark=row.remark,
        present=row.present_name or "",
        presented_at=row.presented_at,
        presented=row.presented or "",
        objection=row.objection or "",
        ending=row.ending,
        reason=row.reason,
        closed_at=row.closed_at,
        number=row.number or "",
        sha256=row.sha256 or "",
        agreement=None if row.compared is None else Agreement(row.compared, row.agreed, row.missed),
        clean=row.clean,
    )


def whole(connection: Connection, catalogue: Catalogue, row: Row[Any], reader: int) -> Visit:
    """With everything."""
    return replace(
        head(connection, row, reader),
        walked=walked(connection, catalogue, row),
        findings=findings(connection, catalogue, row),
        notes=tuple(
            Note(one.number, one.at, one.name or "", one.words, one.hazard or "")
            for one in connection.execute(_NOTES, {"visit": row.id})
        ),
    )


def walked(connection: Connection, catalogue: Catalogue, row: Row[Any]) -> Sequence[Walked]:
    """The forms in the order they were opened."""
    known = catalogue.facts.derive(facts.stated(connection, row.enterprise))
    found = []
    for check, checklist in checks_of(connection, row):
        draft = drafts.draft(connection, catalogue, row.enterprise, CheckKey(checklist, period_of(row.id)))
        if draft is None:
            continue
        asked = walk.outline(draft.form, draft.answers, known)
        given = [
            one for one in asked if (said := draft.answers.get(one.id)) is not None and said.value is not None
        ]
        bad = set(connection.execute(_BAD, {"check": check}).scalars())
        found.append(
            Walked(checklist, draft.form, len(asked), len(given), sum(one.id in bad for one in given))
        )
    return tuple(found)


def checks_of(connection: Connection, row: Row[Any]) -> Sequence[tuple[int, str]]:
    """The rows of its forms."""
    bound = {"enterprise": row.enterprise, "period": period_of(row.id)}
    return [(one.id, one.checklist) for one in connection.execute(_CHECKS, bound)]


def findings(connection: Connection, catalogue: Catalogue, row: Row[Any]) -> Sequence[Finding]:
    """What it found, in the order it was found; taken back ones too."""
    numbers = list(connection.execute(_FOUND, {"visit": row.id}).scalars())
    if not numbers:
        return ()
    found = hazards.numbered(connection, catalogue, row.enterprise, numbers)
    return tuple(_finding(catalogue, one) for one in found)


def _finding(catalogue: Catalogue, hazard: Hazard) -> Finding:
    question = hazard.form.question(hazard.question) if hazard.form is not None and hazard.question else None
    kind = catalogue.suggester.kinds.get(hazard.kind)
    what: str | Words = hazard.words or (kind.name if kind is not None else hazard.number)
    clause = ""
    if question is not None:
        what = question.text
        clause = "；".join(one.text.zh for one in question.basis)
    return Finding(
        hazard.number,
        hazard.question,
        what,
        hazard.place,
        hazard.due,
        hazard.case is not None and hazard.case.major,
        hazard.note,
        clause,
        tuple(hazard.photos) or tuple(one.path for one in hazard.shots if one.path),
        hazard.state is HazardState.WITHDRAWN,
    )


def _place(connection: Connection, person: int) -> tuple[Role | None, str]:
    seat = connection.execute(_SEAT, {"person": person}).one_or_none()
    return (None, "") if seat is None else (seat.role, seat.name or "")


def _second(connection: Connection, row: Row[Any]) -> Officer | None:
    if row.second is None:
        return None
    role, place = _place(connection, row.second)
    return Officer(row.second, row.second_name or "", role or Role.TOWN, place, row.second_at)


def _spot(kept: dict[str, Any]) -> tuple[datetime, float, float, int | None]:
    return from_text(kept["at"]), kept["lat"], kept["lon"], kept["accuracy"]
