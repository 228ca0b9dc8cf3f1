"""Letters of campaigns that an event sends: whoever still has to confirm what a colleague has filled in."""

from datetime import datetime

from safety.audience import Audience
from safety.events_campaigns import CampaignFilled
from safety.letters import Notice, Opens, Value
from safety.notices import of


@of.register
def _filled(event: CampaignFilled, audience: Audience, _now: datetime) -> list[Notice]:
    _person, name = audience.acting()
    opens = Opens("open-campaign-sign", "campaigns", "go", {"period": event.period})
    args: dict[str, Value] = {"person": name, "title": event.title, "due": event.due}
    return [
        Notice(to, "letter-campaign-sign", f"{event.kind}:{event.period}:{to}", dict(args), (opens,))
        for to in event.to
    ]
