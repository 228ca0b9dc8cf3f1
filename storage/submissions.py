"""What was submitted, as it is read: the versions of one's own checks, the latest of an area. Always inside a seat's scope."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, and_, bindparam, func, select

from checklists.answers import Answer
from checklists.catalogue import Catalogue
from checklists.codec import value_from_json
from checklists.schema import Checklist, Outcome
from safety.check_lists import EVERY_CHECK, CheckSieve
from safety.checks import CheckKey, Return, Submission
from storage.check_sifting import conditions
from storage.content import form_of
from storage.scope import Reach, Scope, within
from storage.tables.checks import checks
from storage.tables.ledger import areas, enterprises
from storage.tables.people import people
from storage.tables.submissions import returns, submissions

_returner = people.alias("returner")
_SOURCE = (
    submissions.join(checks, checks.c.id == submissions.c.check_id)
    .join(enterprises, enterprises.c.id == checks.c.enterprise)
    .join(areas, areas.c.id == enterprises.c.town)
    .outerjoin(people, people.c.id == submissions.c.submitted_by)
    .outerjoin(
        returns,
        and_(returns.c.check_id == submissions.c.check_id, returns.c.version == submissions.c.version),
    )
    .outerjoin(_returner, _returner.c.id == returns.c.returned_by)
)
_WHOLE = select(
    submissions,
    checks.c.checklist,
    checks.c.period,
    checks.c.version.label("newest"),
    enterprises.c.name.label("enterprise"),
    areas.c.name.label("town"),
    people.c.name.label("person"),
    returns.c.reason.label("why_returned"),
    returns.c.questions.label("meant"),
    returns.c.returned_at,
    _returner.c.name.label("returner"),
).select_from(_SOURCE)
_NEWEST = submissions.c.version == checks.c.version


LATEST = (submissions.c.submitted_at.desc(), submissions.c.id.desc())
_ONE = {
    reach: _WHOLE.where(within(reach, checks.c.enterprise), submissions.c.receipt == bindparam("receipt"))
    for reach in Reach
}
_VERSIONS = {
    reach: _WHOLE.where(
        within(reach, checks.c.enterprise),
        submissions.c.check_id
        == select(submissions.c.check_id)
        .where(submissions.c.receipt == bindparam("receipt"))
        .scalar_subquery(),
    ).order_by(submissions.c.version)
    for reach in Reach
}
_OWN = _WHOLE.where(
    checks.c.enterprise == bindparam("enterprise"),
    checks.c.checklist == bindparam("checklist"),
    checks.c.period == bindparam("period"),
).order_by(submissions.c.version)


def listed(
    connection: Connection,
    catalogue: Catalogue,
    scope: Scope,
    offset: int,
    limit: int,
    sieve: CheckSieve = EVERY_CHECK,
) -> Sequence[Submission]:
    """One page of the latest submissions in scope that the sieve lets through: the newest version of each check."""
    found = _WHOLE.where(within(scope.reach, checks.c.enterprise), _NEWEST, *conditions(sieve, catalogue))
    page = found.order_by(*LATEST).limit(limit).offset(offset)
    return tuple(
        _submission(connection, catalogue, row) for row in connection.execute(page, {"place": scope.place})
    )


def counted(
    connection: Connection, catalogue: Catalogue, scope: Scope, sieve: CheckSieve = EVERY_CHECK
) -> int:
    """How many checks `listed` would go through."""
    found = select(func.count()).select_from(checks).where(within(scope.reach, checks.c.enterprise))
    through = found.where(*conditions(sieve, catalogue))
    return int(connection.execute(through, {"place": scope.place}).scalar_one())


def one(connection: Connection, catalogue: Catalogue, scope: Scope, receipt: str) -> Submission | None:
    """A version by its receipt; None outside the scope, as if it did not exist."""
    row = connection.execute(_ONE[scope.reach], {"place": scope.place, "receipt": receipt}).one_or_none()
    return None if row is None else _submission(connection, catalogue, row)


def versions(
    connection: Connection, catalogue: Catalogue, scope: Scope, receipt: str
) -> Sequence[Submission]:
    """All versions of the check that has this receipt among its own, the first first."""
    rows = connection.execute(_VERSIONS[scope.reach], {"place": scope.place, "receipt": receipt})
    return tuple(_submission(connection, catalogue, row) for row in rows)


def of_check(
    connection: Connection, catalogue: Catalogue, enterprise: int, key: CheckKey
) -> Sequence[Submission]:
    """All versions of one's own check, the first first."""
    place = {"enterprise": enterprise, "checklist": key.checklist, "period": key.period}
    return tuple(_submission(connection, catalogue, row) for row in connection.execute(_OWN, place))


def _submission(connection: Connection, catalogue: Catalogue, row: Row[Any]) -> Submission:
    form = form_of(connection, catalogue, row.checklist, row.form)
    answers = [one for one in row.answers if one["question"] in form.places]
    return Submission(
        receipt=row.receipt,
        version=row.version,
        key=CheckKey(row.checklist, row.period),
        enterprise=row.enterprise,
        town=row.town,
        form=form,
        answers={one["question"]: _answer(form, one) for one in answers},
        outcomes={one["question"]: Outcome(one["outcome"]) for one in answers if one["outcome"]},
        submitted_at=row.submitted_at,
        submitted_by=row.person or "",
        fingerprint=row.fingerprint,
        score=row.score,
        passed=row.passed,
        asked=row.asked,
        bad=row.bad,
        reason=row.reason,
        returned=_returned(row),
        newest=row.version == row.newest,
        zero=bool(row.zero),
    )


def _answer(form: Checklist, kept: dict[str, Any]) -> Answer:
    value = kept["value"]
    return Answer(
        None if value is None else value_from_json(form.question(kept["question"]), value),
        skipped=kept["skipped"],
        photos=len(kept["photos"]),
        photos_skipped=kept["photos_skipped"],
        note=kept["note"],
    )


def _returned(row: Row[Any]) -> Return | None:
    if row.why_returned is None:
        return None
    return Return(row.why_returned, tuple(row.meant), row.returned_at, row.returner or "")
