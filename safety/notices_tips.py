"""Letters of anonymous tips to those who work on them, and of the hazard to the enterprise. What the reporter hears: bot/relay.py.

Importing this module makes notices.of know these events.
"""

from datetime import datetime

from safety.audience import Audience
from safety.events_tips import TipAdded, TipHazardMade, TipPlaced, TipReceived
from safety.letters import LetterKind, Notice, Opens, Value
from safety.notices import of
from safety.tips import Told

NOTHING = "none"


@of.register(TipReceived)
@of.register(TipPlaced)
def tip_received(event: TipReceived | TipPlaced, audience: Audience, _now: datetime) -> list[Notice]:
    """Those who watch over the enterprise, or the district's people while it is not known; each once."""
    return _letters(audience.tip(event.number), "letter-tip", f"tip:{event.number}")


@of.register
def tip_added(event: TipAdded, audience: Audience, _now: datetime) -> list[Notice]:
    """The same people hear that there is more."""
    told = audience.tip(event.number)
    return _letters(
        told, "letter-tip-added", f"tip:{event.number}:{told.messages}:{told.photos}", event.words
    )


def _letters(told: Told, line: str, key: str, words: str | None = None) -> list[Notice]:
    args: dict[str, Value] = {
        "number": told.number,
        "enterprise": told.enterprise or told.named or NOTHING,
        "known": "yes" if told.enterprise else "no",
        "words": (told.words if words is None else words) or NOTHING,
        "n": told.photos,
    }
    button = Opens("open-tip", "tips", "card", {"number": told.number})
    return [Notice(to, line, f"{key}:{to}", args, (button,), LetterKind.ALERT) for to in told.to]


@of.register
def hazard_made(event: TipHazardMade, audience: Audience, now: datetime) -> list[Notice]:
    """The enterprise hears of a hazard, in the office's words, from who takes it on; of a major one the supervisors too."""
    one = audience.about(event.hazard)
    args: dict[str, Value] = {
        "number": one.number,
        "enterprise": one.enterprise,
        "what": one.what,
        "person": one.person,
        "time": now,
        "due": one.due,
    }
    button = Opens("open-hazard", "hazards", "card", {"number": one.number})
    people = [*one.treating, *(one.supervisors if one.major else ())]
    return [
        Notice(to, "letter-tip-hazard", f"tip-hazard:{one.number}:{to}", args, (button,))
        for to in dict.fromkeys(people)
        if to != one.actor
    ]
