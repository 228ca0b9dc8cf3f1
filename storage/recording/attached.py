"""Writes down that a photo could not be kept. The row is moved on in media.py."""

from safety.events_attached import AttachmentFailed
from storage.recording.turn import Turn, Written


def attachment_failed(_turn: Turn, event: AttachmentFailed) -> Written:
    """Our copy could not be made: media.fail has moved the row on."""
    return Written(event.subject)
