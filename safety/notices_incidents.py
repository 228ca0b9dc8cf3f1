"""Letters of incidents: alerts, at night too, to the principal and officers, the town and the district; answers go back."""

from collections.abc import Sequence
from datetime import datetime

from safety.audience import Audience
from safety.events_incidents import IncidentAdded, IncidentAnswered, IncidentReceived
from safety.incidents import Alarmed, Harm
from safety.letters import LetterKind, Notice, Opens, Value
from safety.notices import of

NOTHING = "none"


@of.register
def received(event: IncidentReceived, audience: Audience, _now: datetime) -> list[Notice]:
    """Everybody whom it concerns, at once; of a near miss the enterprise alone."""
    told = audience.incident(event.number)
    line = "letter-near-miss" if told.near else "letter-incident"
    return _letters(told, (*told.inside, *told.watching), line, f"incident:{told.number}", _about(told))


@of.register
def added(event: IncidentAdded, audience: Audience, _now: datetime) -> list[Notice]:
    """The same people hear what is new."""
    told = audience.incident(event.number)
    words: dict[str, Value] = {"words": event.words or NOTHING, "n": len(event.pictures)}
    key = f"incident:{told.number}:{told.notes}"
    people = (*told.inside, *told.watching)
    return _letters(told, people, "letter-incident-added", key, _short(told) | words)


@of.register
def answered(event: IncidentAnswered, audience: Audience, _now: datetime) -> list[Notice]:
    """The enterprise hears what a supervisor says."""
    told = audience.incident(event.number)
    said: dict[str, Value] = {"status": event.status.value, "words": event.words or NOTHING}
    key = f"incident:{told.number}:{told.notes}"
    return _letters(told, told.inside, "letter-incident-answered", key, _short(told) | said)


def _short(told: Alarmed) -> dict[str, Value]:
    return {"number": told.number, "enterprise": told.enterprise, "kind": told.kind, "person": told.person}


def _about(told: Alarmed) -> dict[str, Value]:
    harm = {one.value: "yes" if one in told.harm else "no" for one in Harm}
    return (
        _short(told)
        | harm
        | {
            "town": told.town,
            "words": told.words or NOTHING,
            "place": told.place or NOTHING,
            "going": told.going or NOTHING,
            "time": told.at,
        }
    )


def _letters(
    told: Alarmed, people: Sequence[int], line: str, key: str, args: dict[str, Value]
) -> list[Notice]:
    button = Opens("open-incident", "incident", "card", {"number": told.number})
    return [
        Notice(to, line, f"{key}:{to}", args, (button,), LetterKind.ALERT) for to in dict.fromkeys(people)
    ]
