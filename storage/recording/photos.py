"""Writes down that photos and files came, and what became of our copies. The rows are moved on in media.py."""

from safety.events import FileReceived, PhotoFailed, PhotoKept, PhotoReceived
from storage import media
from storage.recording import answers
from storage.recording.opened import open_check
from storage.recording.turn import Turn, Written, subject_of


def photo_received(turn: Turn, event: PhotoReceived) -> Written:
    """A photo for a question of the open check. The same file again changes nothing, unless its copy had failed."""
    check = open_check(turn, event)
    sent = media.Sent(
        check, event.question, event.file, event.unique, event.size, event.note, turn.actor.person
    )
    if media.enter(turn.connection, sent, turn.now) and event.note:
        answers.note(turn, event, event.note)
    return Written(subject_of(event.key, event.question))


def file_received(turn: Turn, event: FileReceived) -> Written:
    """A file for a question of the open check, as a photo is."""
    sent = media.Sent(
        open_check(turn, event),
        event.question,
        event.file,
        event.unique,
        event.size,
        event.note,
        turn.actor.person,
        media.FILE,
        event.name,
    )
    if media.enter(turn.connection, sent, turn.now) and event.note:
        answers.note(turn, event, event.note)
    return Written(subject_of(event.key, event.question))


def photo_kept(turn: Turn, event: PhotoKept) -> Written:
    """Our copy is safe: media.keep has moved the row on."""
    return Written(f"photo/{event.photo}", enterprise=media.enterprise_of(turn.connection, event.photo))


def photo_failed(turn: Turn, event: PhotoFailed) -> Written:
    """Our copy could not be made: media.fail has moved the row on."""
    return Written(f"photo/{event.photo}", enterprise=media.enterprise_of(turn.connection, event.photo))
