"""The letter about a photo that could not be kept and belongs to neither a check nor a hazard."""

from datetime import datetime

from safety.audience import Audience
from safety.events_attached import AttachmentFailed
from safety.letters import LetterKind, Notice
from safety.notices import of


@of.register
def attachment_failed(event: AttachmentFailed, _audience: Audience, _now: datetime) -> list[Notice]:
    """Every photo that could not be kept is told to its sender (P11)."""
    key = f"photo:{event.photo}"
    args = {"what": event.subject.split("/")[0], "reason": event.reason}
    return [Notice(event.sender, "letter-attachment-failed", key, args, (), LetterKind.ALERT)]
