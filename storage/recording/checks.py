"""Writes down that self-checks are begun and submitted, once a period each. Answers stand in answers.py."""

from collections.abc import Sequence

from sqlalchemy import bindparam, update

from checklists.period import is_special
from safety.calendar import today
from safety.events import CheckBegun, CheckCorrected, CheckSubmitted, Event
from safety.people import Right
from storage import idle, receipts
from storage.campaigns import tasks
from storage.numbers import Series, next_number
from storage.prepared import Prepared
from storage.receipts import Signed
from storage.recording import campaigns, hazards
from storage.recording.opened import UNSUBMITTED, closed, open_check, place
from storage.recording.turn import Turn, Written, subject_of
from storage.tables.checks import checks
from storage.upsert import Upsert

_BEGIN = Upsert(lambda insert: insert(checks).on_conflict_do_nothing())
_SUBMIT = Prepared(
    update(checks)
    .where(UNSUBMITTED)
    .values(
        submitted_at=bindparam("b_at", type_=checks.c.submitted_at.type),
        submitted_by=bindparam("b_person"),
        score=bindparam("b_score"),
        passed=bindparam("b_passed"),
        asked=bindparam("b_asked"),
        bad=bindparam("b_bad"),
        zero=bindparam("b_zero"),
        result=bindparam("b_result", type_=checks.c.result.type),
    )
    .returning(checks.c.id)
)
_RECEIPT = Prepared(
    update(checks)
    .where(checks.c.id == bindparam("b_id"))
    .values(receipt=bindparam("b_receipt"), fingerprint=bindparam("b_fingerprint"), version=1, inspect=True)
)


def check_begun(turn: Turn, event: CheckBegun) -> Written:
    """Begun once a period; whoever comes second goes on with the same draft. Refusal for a campaign's that is over."""
    enterprise, special = turn.enterprise(Right.ANSWER_CHECK), is_special(event.key.period)
    if special:
        tasks.taken(turn.connection, enterprise, event.key, today(turn.now))
    row = {
        "enterprise": enterprise,
        "checklist": event.key.checklist,
        "period": event.key.period,
        "form": event.fingerprint,
        "due": event.due,
        "begun_at": turn.now,
        "begun_by": turn.actor.person,
    }
    if _BEGIN.run(turn.connection, row).rowcount == 1:
        idle.watch(turn.connection, open_check(turn, event), event.key.period, turn.now)
    if special:
        campaigns.begun(turn, enterprise, event.key, open_check(turn, event))
    return Written(subject_of(event.key))


def check_submitted(turn: Turn, event: CheckSubmitted) -> Written:
    """Submitted at most once, with its number and the fingerprint of everything in it; its hazards are reported."""
    check = _close(turn, event)
    receipt = next_number(turn.connection, Series.RECEIPT, turn.now)
    fingerprint = receipts.keep(turn.connection, check, receipt, signed(turn, event, 1))
    _RECEIPT.run(turn.connection, {"b_id": check, "b_receipt": receipt, "b_fingerprint": fingerprint})
    hazards.report(turn, check)
    also: Sequence[Event] = ()
    if is_special(event.key.period):
        also = campaigns.submitted(turn, turn.enterprise(Right.SUBMIT_CHECK), event.key)
    return Written(subject_of(event.key), {"receipt": receipt, "fingerprint": fingerprint}, also)


def _close(turn: Turn, event: CheckSubmitted) -> int:
    """Close the check before its number is taken, so that who comes second takes none."""
    row = place(turn, event, right=Right.SUBMIT_CHECK) | {
        "b_score": event.score,
        "b_passed": event.passed,
        "b_asked": event.asked,
        "b_bad": event.bad,
        "b_zero": event.zero,
        "b_result": event.result,
    }
    check = _SUBMIT.scalar(turn.connection, row)
    if check is None:
        raise closed(turn, event)
    return int(check)


def signed(turn: Turn, event: CheckSubmitted | CheckCorrected, version: int, reason: str = "") -> Signed:
    """What the actor puts their name to."""
    return Signed(
        version,
        turn.now,
        turn.actor.person,
        event.score,
        event.passed,
        event.asked,
        event.bad,
        event.zero,
        event.result,
        reason,
    )
