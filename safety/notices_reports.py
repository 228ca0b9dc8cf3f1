"""Letters of a report: the principal and who is in charge hear of a hazard, supervisors of a suspected major one at once.

Importing this module makes notices.of know these events.
"""

from datetime import datetime

from safety.audience import Audience
from safety.events_hazards import HazardReported
from safety.events_reports import HazardJoined
from safety.letters import LetterKind, Notice, Opens, Value
from safety.notices import of

NOWHERE = "none"


@of.register
def hazard_reported(event: HazardReported, audience: Audience, now: datetime) -> list[Notice]:
    """A suspected major one goes to the supervisors at once (安全生产法 art. 41; 24 h is our default)."""
    hazard, subject = audience.reported(None), audience.subject()
    args: dict[str, Value] = {
        "number": hazard.number,
        "what": hazard.what,
        "place": hazard.place or NOWHERE,
        "person": subject.person,
        "time": now,
        "due": hazard.due,
    }
    button = Opens("open-hazard", "hazards", "card", {"number": hazard.number})
    kind = LetterKind.ALERT if event.suspected_major else LetterKind.NOTICE
    line, key = "letter-hazard-reported", f"reported:{hazard.number}"
    letters = [Notice(to, line, f"{key}:{to}", args, (button,), kind) for to in hazard.to]
    if not event.suspected_major:
        return letters
    where: dict[str, Value] = {**args, "enterprise": subject.enterprise, "town": subject.town}
    return letters + [
        Notice(to, "letter-major-reported", f"major:{hazard.number}:{to}", where, (button,), kind)
        for to in audience.supervisors()
    ]


@of.register
def hazard_joined(event: HazardJoined, audience: Audience, now: datetime) -> list[Notice]:
    """Who is in charge hears what was added."""
    hazard = audience.reported(event.number)
    args: dict[str, Value] = {
        "number": event.number,
        "words": event.words or NOWHERE,
        "n": len(event.pictures),
        "person": audience.subject().person,
        "time": now,
    }
    button = Opens("open-hazard", "hazards", "card", {"number": event.number})
    key = f"joined:{event.number}:{now:%Y%m%d%H%M%S%f}"
    return [Notice(to, "letter-hazard-joined", f"{key}:{to}", args, (button,)) for to in hazard.to]
