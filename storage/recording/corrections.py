"""Writes down corrections of submitted checks and their return by a supervisor. Earlier versions stay as they are."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Integer, bindparam, false, insert, null, select, true, update
from sqlalchemy.exc import IntegrityError

from safety.errors import Refusal
from safety.events import (
    AnswersReopened,
    CheckCorrected,
    CheckReturned,
    CorrectionBegun,
    CorrectionDropped,
)
from safety.people import Right
from storage import receipts
from storage.prepared import savepoint
from storage.recording import hazards, sampling
from storage.recording.checks import signed
from storage.recording.opened import CORRECTING, OWN, place
from storage.recording.turn import Turn, Written, subject_of
from storage.scope import Reach, scope_of, within
from storage.tables.checks import answers, checks
from storage.tables.submissions import returns, submissions

_JSON = checks.c.correcting.type
_BEGIN = (
    update(checks)
    .where(OWN, checks.c.version > 0, checks.c.correcting.is_(None))
    .values(correcting=bindparam("b_correcting", type_=_JSON))
    .returning(checks.c.id)
)
_GO_ON = (
    update(checks)
    .where(CORRECTING)
    .values(correcting=bindparam("b_correcting", type_=_JSON))
    .returning(checks.c.id)
)
_UNDER_WAY = select(checks.c.id, checks.c.correcting).where(CORRECTING)
_DROP = update(checks).where(CORRECTING).values(correcting=null()).returning(checks.c.id, checks.c.version)
_DONE = (
    update(checks)
    .where(CORRECTING)
    .values(
        correcting=null(),
        version=checks.c.version + 1,
        score=bindparam("b_score"),
        passed=bindparam("b_passed"),
        asked=bindparam("b_asked"),
        bad=bindparam("b_bad"),
        zero=bindparam("b_zero"),
        result=bindparam("b_result", type_=checks.c.result.type),
    )
    .returning(checks.c.id, checks.c.version, checks.c.receipt)
)
_SIGN = (
    update(checks).where(checks.c.id == bindparam("b_check")).values(fingerprint=bindparam("b_fingerprint"))
)
_MINE = (answers.c.check_id == bindparam("b_check")) & (answers.c.question == bindparam("b_question"))
_ASK = update(answers).where(_MINE).values(to_confirm=true())
_BLANK = (
    update(answers)
    .where(answers.c.check_id == bindparam("b_check"))
    .values(value=null(), outcome=None, skipped=false(), carried=None, since=None, to_confirm=false())
)
_PUT_BACK = (
    update(answers)
    .where(_MINE)
    .values(
        value=bindparam("b_value", type_=answers.c.value.type),
        outcome=bindparam("b_outcome"),
        note=bindparam("b_note"),
        skipped=bindparam("b_skipped"),
        photos_skipped=bindparam("b_photos_skipped"),
    )
)
_LAST = select(submissions.c.answers).where(
    submissions.c.check_id == bindparam("check"), submissions.c.version == bindparam("version", type_=Integer)
)
_MEANT = {
    reach: select(checks.c.id, checks.c.version, checks.c.enterprise, checks.c.correcting)
    .join_from(submissions, checks, checks.c.id == submissions.c.check_id)
    .where(
        within(reach, checks.c.enterprise),
        submissions.c.receipt == bindparam("receipt"),
        submissions.c.version == checks.c.version,
    )
    for reach in Reach
}


def correction_begun(turn: Turn, event: CorrectionBegun) -> Written:
    """The check can be answered again; the questions meant ask to be confirmed. Refusal when one is under way already."""
    row = place(turn, event, right=Right.SUBMIT_CHECK)
    row["b_correcting"] = {
        "reason": event.reason,
        "questions": list(event.questions),
        "returned": event.returned,
    }
    check = turn.connection.execute(_BEGIN, row).scalar_one_or_none()
    if check is None:
        raise Refusal("fix-begun")
    _ask_again(turn, check, event.questions)
    return Written(subject_of(event.key))


def answers_reopened(turn: Turn, event: AnswersReopened) -> Written:
    """More questions belong to the correction; those that were answered ask to be confirmed."""
    row = place(turn, event)
    found = turn.connection.execute(_UNDER_WAY, row).one_or_none()
    if found is None:
        raise Refusal("fix-gone")
    more = [one for one in event.questions if one not in found.correcting["questions"]]
    kept = {**found.correcting, "questions": [*found.correcting["questions"], *more]}
    turn.connection.execute(_GO_ON, row | {"b_correcting": kept})
    _ask_again(turn, found.id, event.questions)
    return Written(subject_of(event.key))


def _ask_again(turn: Turn, check: int, questions: Sequence[str]) -> None:
    for question in questions:
        turn.connection.execute(_ASK, {"b_check": check, "b_question": question})


def correction_dropped(turn: Turn, event: CorrectionDropped) -> Written:
    """The answers are again those of the last version; what was said meanwhile stays in the saves and the record."""
    found = turn.connection.execute(_DROP, place(turn, event)).one_or_none()
    if found is None:
        raise Refusal("fix-gone")
    check, version = found
    turn.connection.execute(_BLANK, {"b_check": check})
    last = turn.connection.execute(_LAST, {"check": check, "version": version}).scalar_one()
    for one in last:
        turn.connection.execute(_PUT_BACK, _row(check, one))
    return Written(subject_of(event.key))


def _row(check: int, kept: Mapping[str, Any]) -> dict[str, Any]:
    names = ("question", "value", "outcome", "note", "skipped", "photos_skipped")
    return {"b_check": check, **{f"b_{name}": kept[name] for name in names}}


def check_corrected(turn: Turn, event: CheckCorrected) -> Written:
    """A new version with its own receipt and fingerprint; its hazards are reported. Refusal when nothing was begun."""
    row = place(turn, event, right=Right.SUBMIT_CHECK) | {
        "b_score": event.score,
        "b_passed": event.passed,
        "b_asked": event.asked,
        "b_bad": event.bad,
        "b_zero": event.zero,
        "b_result": event.result,
    }
    found = turn.connection.execute(_DONE, row).one_or_none()
    if found is None:
        raise Refusal("fix-gone")
    check, version, receipt = found
    made = signed(turn, event, version, event.reason)
    fingerprint = receipts.keep(turn.connection, check, receipt, made)
    turn.connection.execute(_SIGN, {"b_check": check, "b_fingerprint": fingerprint})
    hazards.report(turn, check)
    numbered = receipts.numbered(receipt, version)
    return Written(subject_of(event.key), {"receipt": numbered, "fingerprint": fingerprint})


def check_returned(turn: Turn, event: CheckReturned) -> Written:
    """A supervisor gives the newest version back. Refusal outside their scope, for an older version, and the second time."""
    scope = scope_of(turn.actor, Right.RETURN_CHECK)
    if scope is None:
        raise Refusal("not-allowed")
    row = {"place": scope.place, "receipt": event.receipt}
    found = turn.connection.execute(_MEANT[scope.reach], row).one_or_none()
    if found is None:
        raise Refusal("submission-gone")
    if found.correcting is not None:
        raise Refusal("return-correcting")
    given = {
        "check_id": found.id,
        "version": found.version,
        "returned_at": turn.now,
        "returned_by": turn.actor.person,
        "reason": event.reason,
        "questions": list(event.questions),
    }
    try:
        with savepoint(turn.connection, "return"):
            turn.connection.execute(insert(returns), given)
    except IntegrityError:
        raise Refusal("return-done") from None
    sampling.given_back(turn, event.receipt, event.reason)
    return Written(event.receipt, enterprise=found.enterprise)
