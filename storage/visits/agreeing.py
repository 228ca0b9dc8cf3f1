"""How an inspection agrees with the self-checks before it (三方比对): question by question, once, when it ends."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, bindparam, insert, select

from checklists.rules import Visiting
from checklists.schema import Outcome
from safety.quality import Sign
from safety.visits import Agreement
from storage.tables.checks import answers, checks
from storage.tables.inspections import agreements
from storage.tables.quality import flags
from storage.tables.submissions import submissions
from storage.upsert import Upsert
from storage.visits.reading import checks_of

_DOUBT = Upsert(lambda insert: insert(flags).on_conflict_do_nothing())
SAID = frozenset({Outcome.OK.value, Outcome.BAD.value})
_BEFORE = (
    select(submissions.c.answers, submissions.c.bad)
    .join(checks, checks.c.id == submissions.c.check_id)
    .where(
        checks.c.enterprise == bindparam("enterprise"),
        checks.c.checklist == bindparam("checklist"),
        submissions.c.submitted_at >= bindparam("since", type_=submissions.c.submitted_at.type),
        submissions.c.submitted_at < bindparam("until", type_=submissions.c.submitted_at.type),
    )
    .order_by(submissions.c.submitted_at.desc(), submissions.c.id.desc())
    .limit(1)
)
_NEWEST = (
    select(submissions.c.bad, submissions.c.check_id, submissions.c.submitted_at)
    .join(checks, checks.c.id == submissions.c.check_id)
    .where(
        checks.c.enterprise == bindparam("enterprise"),
        submissions.c.submitted_at >= bindparam("since", type_=submissions.c.submitted_at.type),
        submissions.c.submitted_at < bindparam("until", type_=submissions.c.submitted_at.type),
    )
    .order_by(submissions.c.submitted_at.desc(), submissions.c.id.desc())
)
_FOUND = select(answers.c.question, answers.c.outcome).where(answers.c.check_id == bindparam("check"))


def compare(connection: Connection, row: Row[Any], rules: Visiting, now: datetime) -> Agreement:
    """Write down each question that a self-check of the last days and the inspection have both judged.

    The self-check is the newest one of the same form that was handed in before the inspection began.
    """
    since, kept = row.begun_at - timedelta(days=rules.compare_days), []
    for check, checklist in checks_of(connection, row):
        bound = {
            "enterprise": row.enterprise,
            "checklist": checklist,
            "since": since,
            "until": row.begun_at,
        }
        before = connection.execute(_BEFORE, bound).one_or_none()
        if before is None:
            continue
        own = {one["question"]: one["outcome"] for one in before.answers if one["outcome"] in SAID}
        for question, found in connection.execute(_FOUND, {"check": check}):
            if question in own and found in SAID:
                fine, held = own[question] == Outcome.OK.value, found == Outcome.OK.value
                kept.append(
                    {
                        "inspection": row.id,
                        "checklist": checklist,
                        "question": question,
                        "enterprise": row.enterprise,
                        "own": fine,
                        "found": held,
                        "at": now,
                    }
                )
    if kept:
        connection.execute(insert(agreements), kept)
    agreed = sum(one["own"] == one["found"] for one in kept)
    missed = sum(one["own"] and not one["found"] for one in kept)
    return Agreement(len(kept), agreed, missed)


def clean_before(connection: Connection, row: Row[Any], rules: Visiting) -> bool | None:
    """Whether the newest self-check of the last days had found nothing; None when there was none."""
    bound = {
        "enterprise": row.enterprise,
        "since": row.begun_at - timedelta(days=rules.clean_days),
        "until": row.begun_at,
    }
    found = connection.execute(_NEWEST.limit(1), bound).one_or_none()
    return None if found is None else found.bad == 0


def doubt(
    connection: Connection, row: Row[Any], ended: tuple[str, int], rules: Visiting, now: datetime
) -> bool:
    """A self-check that had found nothing gets a sign when the inspection (number, hazards) did; gives back whether it had."""
    number, items = ended
    since = row.begun_at - timedelta(days=rules.clean_days)
    bound = {"enterprise": row.enterprise, "since": since, "until": row.begun_at}
    found = connection.execute(_NEWEST.limit(1), bound).one_or_none()
    if found is None or found.bad or not items:
        return False
    days = (row.begun_at - found.submitted_at).days
    flag = {"check_id": found.check_id, "sign": Sign.FOUND_LATER, "question": "", "raised_at": now}
    _DOUBT.run(connection, {**flag, "figures": {"n": items, "number": number, "days": days}})
    return True
