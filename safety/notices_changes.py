"""Letters about changes of what an enterprise is: to whoever decides, and back to who asked."""

from datetime import datetime

from safety.audience import Audience
from safety.events_changes import ChangeDecided, ChangeReceived
from safety.letters import Notice, Opens, Value
from safety.notices import of


@of.register
def _received(event: ChangeReceived, audience: Audience, _now: datetime) -> list[Notice]:
    """The town's people, else the district's."""
    asked = audience.change(event.number)
    opens = Opens("open-request", "enterprise", "request", {"number": event.number})
    args: dict[str, Value] = {"enterprise": asked.enterprise, "number": event.number, "person": asked.person}
    return [
        Notice(to, "letter-change-asked", f"change:{event.number}:{to}", args, (opens,))
        for to in asked.deciders
    ]


@of.register
def _decided(event: ChangeDecided, audience: Audience, _now: datetime) -> list[Notice]:
    """Who asked hears what became of it."""
    asked = audience.change(event.number)
    args: dict[str, Value] = {
        "enterprise": asked.enterprise,
        "number": event.number,
        "accepted": "yes" if event.accepted else "no",
        "reason": event.answer,
    }
    opens = Opens("open-request", "enterprise", "request", {"number": event.number})
    key = f"change-decided:{event.number}:{asked.asker}"
    return [Notice(asked.asker, "letter-change-decided", key, args, (opens,))]
