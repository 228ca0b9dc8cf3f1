"""Letters about people and papers. Importing this module makes notices.of know these events."""

from datetime import datetime

from safety.audience import Audience
from safety.events_staff import CertificatePhotoFailed
from safety.letters import LetterKind, Notice, Opens
from safety.notices import of


@of.register
def certificate_photo_failed(
    event: CertificatePhotoFailed, _audience: Audience, _now: datetime
) -> list[Notice]:
    """Every photo that could not be kept is named to its sender (P11)."""
    button = Opens("open-paper", "papers", "card", {"paper": event.certificate})
    args = {"reason": event.reason}
    key = f"paper-photo:{event.photo}"
    return [Notice(event.sender, "letter-paper-photo-failed", key, args, (button,), LetterKind.ALERT)]
