"""Writes down what came of samples: accepted by a supervisor who did not hand it in; not accepted when it is given back."""

from sqlalchemy import select, update

from checklists.grading import Covered
from safety.errors import Refusal
from safety.events_sampling import SampleAccepted
from safety.people import Right
from safety.sampling import Judged
from storage import coverage
from storage.recording.turn import Turn, Written
from storage.scope import Reach, held, scope_of
from storage.tables.checks import checks
from storage.tables.inspections import samples
from storage.tables.submissions import submissions


def sample_accepted(turn: Turn, event: SampleAccepted) -> Written:
    """Once, in scope, the newest version, never by who handed it in. Its enterprise is covered in this quarter."""
    scope = scope_of(turn.actor, Right.RETURN_CHECK)
    if scope is None or scope.reach is Reach.ENTERPRISE:
        raise Refusal("not-allowed")
    found = (
        select(samples, checks.c.version.label("newest"), checks.c.correcting, submissions.c.submitted_by)
        .join(checks, checks.c.id == samples.c.check_id)
        .join(submissions, submissions.c.receipt == samples.c.receipt)
        .where(samples.c.receipt == event.receipt, held(scope, samples.c.enterprise))
    )
    row = turn.connection.execute(found).one_or_none()
    if row is None:
        raise Refusal("submission-gone")
    if row.submitted_by == turn.actor.person:
        raise Refusal("sample-own")
    if row.version != row.newest or row.correcting is not None:
        raise Refusal("sample-changed")
    _judge(turn, event.receipt, Judged.ACCEPTED, "")
    coverage.note(turn.connection, row.enterprise, Covered.SAMPLED_SELF_CHECK, event.receipt, turn.now)
    return Written(event.receipt, enterprise=row.enterprise)


def given_back(turn: Turn, receipt: str, reason: str) -> None:
    """A self-check that was drawn and is given back is not accepted; one that was not drawn changes nothing."""
    waiting = (samples.c.receipt == receipt) & samples.c.judged.is_(None)
    turn.connection.execute(update(samples).where(waiting).values(_values(turn, Judged.REFUSED, reason)))


def _judge(turn: Turn, receipt: str, judged: Judged, reason: str) -> None:
    waiting = (samples.c.receipt == receipt) & samples.c.judged.is_(None)
    changed = turn.connection.execute(update(samples).where(waiting).values(_values(turn, judged, reason)))
    if changed.rowcount != 1:
        raise Refusal("sample-judged-already")


def _values(turn: Turn, judged: Judged, reason: str) -> dict[str, object]:
    return {"judged": judged, "judged_at": turn.now, "judged_by": turn.actor.person, "reason": reason}
