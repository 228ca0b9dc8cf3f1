"""Letters about what is handed from one person to another. The daily message is no event's letter: bot/owed_rounds.py."""

from datetime import datetime

from safety.audience import Audience
from safety.calendar import today
from safety.events_owed import OwedGivenBack, OwedHanded
from safety.letters import Notice, Opens
from safety.notices import of


@of.register
def _handed(event: OwedHanded, audience: Audience, now: datetime) -> list[Notice]:
    return [_letter("letter-owed-handed", event, audience, now)]


@of.register
def _given_back(event: OwedGivenBack, audience: Audience, now: datetime) -> list[Notice]:
    return [_letter("letter-owed-given-back", event, audience, now)]


def _letter(line: str, event: OwedHanded | OwedGivenBack, audience: Audience, now: datetime) -> Notice:
    """To whom it goes now, with its card."""
    what = audience.owed(event.number)
    _person, name = audience.acting()
    opens = Opens("open-owed", "todo", "card", {"n": event.number})
    key = f"{event.kind}:{event.number}:{event.to}:{now:%Y%m%d%H%M%S}"
    return Notice(
        event.to, line, key, {"person": name, "title": what.title, "due": today(what.due)}, (opens,)
    )
