"""Writes down what is added to a known hazard instead of reported anew, and photos that belong to no question after all."""

from typing import Any

from sqlalchemy import func, insert, literal, select, update

from safety.errors import Refusal
from safety.events_reports import HazardJoined, PhotoTakenOff
from safety.hazard_ledger import HazardState
from safety.hazards import OPEN, UNREPORTED
from safety.people import Right
from storage import media
from storage.recording.opened import open_check
from storage.recording.reports import LONGEST_WORDS
from storage.recording.turn import Turn, Written, subject_of
from storage.tables.checks import answers
from storage.tables.ledger import hazard_moves, hazards
from storage.tables.media import media as photos

JOINED = "join"
TAKEN_OFF = "moved"
UNPLANNED = frozenset({HazardState.REPORTED, HazardState.REVIEW})  # photos still say what is to be put right
BETWEEN = "；"


def hazard_joined(turn: Turn, event: HazardJoined) -> Written:
    """Words and photos go to the hazard, and a step to its timeline. Its state, owner and day stay."""
    row = _open(turn, event.number)
    _say(turn, row.id, event.words)
    stage = media.BEFORE if row.state in UNPLANNED else media.NOTE
    for picture in event.pictures:
        sent = media.OfHazard(row.id, stage, picture, turn.actor.person)
        media.enter_of_hazard(turn.connection, sent, turn.now)
    move = {
        "hazard": row.id,
        "at": turn.now,
        "person": turn.actor.person,
        "before": row.state,
        "after": row.state,
        "action": JOINED,
        "body": {"words": event.words, "photos": len(event.pictures)},
    }
    turn.connection.execute(insert(hazard_moves).values(move))
    return Written(event.number, {"owner": row.owner})


def _open(turn: Turn, number: str) -> Any:
    """The hazard of the actor's enterprise. Refusal when it is none of theirs, not reported yet, or over."""
    found = select(hazards.c.id, hazards.c.state, hazards.c.owner).where(
        hazards.c.number == number,
        hazards.c.enterprise == turn.enterprise(Right.REPORT_HAZARD),
        hazards.c.state.in_([state for state in OPEN if state not in UNREPORTED]),
    )
    row = turn.connection.execute(found).one_or_none()
    if row is None:
        raise Refusal("hazard-gone")
    return row


def _say(turn: Turn, hazard: int, words: str) -> None:
    """Behind what was said before, as far as there is room."""
    if not words:
        return
    said = hazards.c.words
    more = literal(words[:LONGEST_WORDS])
    room = func.length(said) + len(words) + len(BETWEEN) <= LONGEST_WORDS
    mine = hazards.c.id == hazard
    first = update(hazards).where(mine, said == "").values(words=more)
    if turn.connection.execute(first).rowcount != 1:
        turn.connection.execute(update(hazards).where(mine, room).values(words=said + BETWEEN + more))


def photo_taken_off(turn: Turn, event: PhotoTakenOff) -> Written:
    """The photo counts for its question no more. Its copy is kept when there is one already."""
    check = open_check(turn, event)
    mine = (
        (photos.c.check_id == check)
        & (photos.c.question == event.question)
        & (photos.c.unique_name == event.unique)
    )
    found = turn.connection.execute(select(photos.c.id, photos.c.state).where(mine)).one_or_none()
    if found is not None:
        gone = {"check_id": None, "question": None, "state": TAKEN_OFF}
        turn.connection.execute(update(photos).where(photos.c.id == found.id).values(gone))
        _uncounted(turn, check, event, found.state)
    return Written(subject_of(event.key, event.question))


def _uncounted(turn: Turn, check: int, event: PhotoTakenOff, state: str) -> None:
    answer = (answers.c.check_id == check) & (answers.c.question == event.question)
    counter = answers.c[f"photos_{state}"]
    turn.connection.execute(update(answers).where(answer, counter > 0).values({counter: counter - 1}))
    note = turn.connection.execute(select(answers.c.note).where(answer)).scalar_one_or_none()
    if event.note and note:
        turn.connection.execute(update(answers).where(answer).values(note=without(note, event.note)))


def without(note: str, words: str) -> str:
    """A note without the words that were added to it last."""
    if note == words:
        return ""
    return note.removesuffix(f"\n{words}")
