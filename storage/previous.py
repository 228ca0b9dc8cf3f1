"""The self-check before this one: what was answered last time, and which of its hazards are still open. Reading only."""

from sqlalchemy import Connection, bindparam, select

from checklists.catalogue import Catalogue
from checklists.schema import Outcome
from safety.calendar import today
from safety.checks import CheckKey, OpenHazard, Previous
from storage.content import form_of
from storage.drafts import ANSWER, answers_of
from storage.prepared import Prepared
from storage.tables.checks import answers, checks
from storage.tables.ledger import OPEN, hazards

_LAST = Prepared(
    select(checks.c.id, checks.c.form, checks.c.submitted_at, checks.c.receipt)
    .where(
        checks.c.enterprise == bindparam("enterprise"),
        checks.c.checklist == bindparam("checklist"),
        checks.c.period != bindparam("period"),
        checks.c.submitted_at.is_not(None),
    )
    .order_by(checks.c.submitted_at.desc())
    .limit(1)
)
_ANSWERS = Prepared(select(answers.c.outcome, *ANSWER).where(answers.c.check_id == bindparam("check")))
_OPEN = Prepared(
    select(hazards.c.question, hazards.c.number, hazards.c.due).where(
        hazards.c.check_id == bindparam("check"), OPEN
    )
)


def previous(connection: Connection, catalogue: Catalogue, enterprise: int, key: CheckKey) -> Previous | None:
    """The last submitted check of this form in another period, in its exact version; None when there is none."""
    place = {"enterprise": enterprise, "checklist": key.checklist, "period": key.period}
    check = _LAST.first(connection, place)
    if check is None:
        return None
    form = form_of(connection, catalogue, key.checklist, check.form)
    rows = _ANSWERS.rows(connection, {"check": check.id})
    bad = any(row.outcome == Outcome.BAD for row in rows)
    return Previous(
        form=form,
        answers=answers_of(form, [row[1:] for row in rows]),
        day=today(check.submitted_at),
        receipt=check.receipt or "",
        hazards=_open(connection, check.id) if bad else {},
    )


def _open(connection: Connection, check: int) -> dict[str, OpenHazard]:
    return {row.question: OpenHazard(row.number, row.due) for row in _OPEN.rows(connection, {"check": check})}
