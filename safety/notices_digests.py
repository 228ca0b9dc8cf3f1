"""Letters around digests: an enterprise is told that a supervisor waits for something (催办)."""

from datetime import datetime, timedelta

from safety.audience import Audience
from safety.calendar import local
from safety.events_digests import EnterpriseChased
from safety.letters import Notice, Opens, Value
from safety.notices import of

LIVES = timedelta(days=3)


@of.register
def enterprise_chased(event: EnterpriseChased, audience: Audience, now: datetime) -> list[Notice]:
    """To its principals and safety officers, once a day whoever asks; its button opens what is waited for."""
    told, (_, name) = audience.pledging(event.enterprise), audience.acting()
    args: dict[str, Value] = {
        "person": name,
        "why": event.why,
        "hazard": event.hazard,
        "days": event.days,
    }
    button = (
        Opens("open-hazard", "hazards", "card", {"number": event.hazard})
        if event.hazard
        else Opens("open-check", "check")
    )
    key = f"chase:{event.enterprise}:{local(now):%Y%m%d}"
    return [
        Notice(to, "letter-chased", f"{key}:{to}", args, (button,), expires_in=LIVES) for to in told.everybody
    ]
