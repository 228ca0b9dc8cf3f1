"""Writes down what supervisors do with lists they have sent. Reading, judging and writing them is done after the turn: bot/imports/."""

from safety.errors import Refusal
from safety.events_imports import (
    ImportConfirmed,
    ImportDropped,
    ImportEnded,
    ImportFileAsked,
    ImportMapped,
    ImportSent,
    ImportTried,
)
from safety.imports import FACT, Field, ImportState
from safety.people import Right
from storage import imports
from storage.imports import Job
from storage.recording.turn import Turn, Written

LONGEST_NAME, LONGEST_LABEL, LONGEST_FIELD = 200, 1000, 80


def import_sent(turn: Turn, event: ImportSent) -> Written:
    """One at a time: what the sender has not written yet gives way. Refusal while one of theirs is being written."""
    _need(turn)
    if imports.writing(turn.connection, turn.actor.person):
        raise Refusal("upload-running")
    number = imports.enter(
        turn.connection, turn.actor, event.name[:LONGEST_NAME], event.file, event.size, turn.now
    )
    return Written(f"import/{number}")


def import_mapped(turn: Turn, event: ImportMapped) -> Written:
    """The column means this, in this list and in later ones with the same headings; the list is judged again."""
    one = _own(turn, event.number)
    known = set(Field) | {""}
    if event.field not in known and not event.field.startswith(FACT):
        raise Refusal("upload-gone")
    fields = {**one.fields, event.label[:LONGEST_LABEL]: event.field[:LONGEST_FIELD]}
    if not imports.again(turn.connection, one.id, fields, turn.now):
        raise Refusal("upload-gone")
    return Written(f"import/{one.id}")


def import_tried(turn: Turn, event: ImportTried) -> Written:
    """Judged again. Refusal when it is being written or is over."""
    one = _own(turn, event.number)
    if not imports.again(turn.connection, one.id, None, turn.now):
        raise Refusal("upload-gone")
    return Written(f"import/{one.id}")


def import_confirmed(turn: Turn, event: ImportConfirmed) -> Written:
    """It will be written. Refusal when it has gone on since it was shown."""
    one = _own(turn, event.number)
    if imports.writing(turn.connection, turn.actor.person):
        raise Refusal("upload-running")
    if not imports.begin(turn.connection, one.id, turn.now):
        raise Refusal("upload-gone")
    return Written(f"import/{one.id}")


def import_dropped(turn: Turn, event: ImportDropped) -> Written:
    """It will not be written. Refusal once that has begun."""
    one = _own(turn, event.number)
    if not imports.drop(turn.connection, one.id, turn.now):
        raise Refusal("upload-gone")
    return Written(f"import/{one.id}")


def import_file_asked(turn: Turn, event: ImportFileAsked) -> Written:
    """Made and sent after the turn, one at a time for each person."""
    _need(turn)
    number = _own(turn, event.number).id if event.number else None
    asked = imports.ask_file(turn.connection, turn.actor.person, number, turn.now)
    if asked is None:
        raise Refusal("upload-file-running")
    return Written(f"import-file/{asked}")


def import_ended(_turn: Turn, event: ImportEnded) -> Written:
    """The row was ended by who wrote it; this is the record of what came of it."""
    return Written(f"import/{event.number}")


def _need(turn: Turn) -> None:
    if not turn.actor.may(Right.IMPORT):
        raise Refusal("not-allowed")


def _own(turn: Turn, number: int) -> Job:
    """One's own, from the seat in which one acts. Refusal for anybody else, as if there were none."""
    _need(turn)
    one = imports.job(turn.connection, number)
    if one is None or one.person != turn.actor.person or one.seat != turn.actor.seat:
        raise Refusal("upload-gone")
    if one.state is ImportState.DROPPED:
        raise Refusal("upload-gone")
    return one
