"""A photo that belongs to neither a check nor a hazard could not be kept."""

from dataclasses import dataclass
from typing import ClassVar

from safety.events import Event


@dataclass(frozen=True, slots=True)
class AttachmentFailed(Event):
    """Our copy could not be made; `subject` says what it was of (incident/5), `reason` is a text id."""

    kind: ClassVar[str] = "attachment:failed"
    photo: int
    sender: int
    subject: str
    reason: str
