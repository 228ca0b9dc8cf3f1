"""Writes down that a draft moves to a newer version of its form, or stays on the one it was begun on."""

from sqlalchemy import bindparam, false, null, true, update

from safety.errors import Refusal
from safety.events import DraftMoved, DraftStayed
from storage.recording.opened import UNSUBMITTED, closed, place
from storage.recording.turn import Turn, Written, subject_of
from storage.tables.checks import answers, checks

_MOVE = (
    update(checks)
    .where(UNSUBMITTED, checks.c.form == bindparam("b_old"))
    .values(form=bindparam("b_new"), stayed=None)
    .returning(checks.c.id)
)
_STAY = update(checks).where(UNSUBMITTED).values(stayed=bindparam("b_new"))
_MINE = (answers.c.check_id == bindparam("b_check")) & (answers.c.question == bindparam("b_question"))
_JUDGED = update(answers).where(_MINE).values(outcome=bindparam("b_outcome", type_=answers.c.outcome.type))
_DOUBT = update(answers).where(_MINE).values(to_confirm=true())
_LEAVE = (
    update(answers)
    .where(_MINE)
    .values(value=null(), outcome=None, skipped=false(), carried=None, since=None, to_confirm=false())
)


def draft_moved(turn: Turn, event: DraftMoved) -> Written:
    """From now on the draft lives on the newer version. What is left behind stays in the saves, notes and photos where they are.

    Refusal when a colleague was quicker.
    """
    row = place(turn, event) | {"b_old": event.old, "b_new": event.new}
    check = turn.connection.execute(_MOVE, row).scalar_one_or_none()
    if check is None:
        raise Refusal("form-moved")
    for question, outcome in event.outcomes.items():
        mine = {"b_check": check, "b_question": question}
        turn.connection.execute(_JUDGED, mine | {"b_outcome": outcome})
    for question in event.confirm:
        turn.connection.execute(_DOUBT, {"b_check": check, "b_question": question})
    for question in event.left:
        turn.connection.execute(_LEAVE, {"b_check": check, "b_question": question})
    return Written(subject_of(event.key))


def draft_stayed(turn: Turn, event: DraftStayed) -> Written:
    """Nobody is asked again until there is a still newer version."""
    if turn.connection.execute(_STAY, place(turn, event) | {"b_new": event.new}).rowcount != 1:
        raise closed(turn, event)
    return Written(subject_of(event.key))
