"""Letters of the statistics of hazards: the principal is asked to sign."""

from datetime import datetime

from safety.audience import Audience
from safety.events_statistics import StatisticsAsked
from safety.letters import Notice, Opens, Value
from safety.notices import of
from safety.statistics import is_year


@of.register
def asked(event: StatisticsAsked, audience: Audience, now: datetime) -> list[Notice]:
    """Once a day each principal, with the form behind the button."""
    person, name = audience.acting()
    button = Opens("statistics-open", "statistics", "form", {"period": event.period})
    args: dict[str, Value] = {
        "what": "year" if is_year(event.period) else "quarter",
        "year": event.period[:4],
        "quarter": event.period[-1],
        "officer": name,
    }
    key = f"statistics-asked:{event.period}:{now:%Y%m%d}"
    return [
        Notice(to, "letter-statistics-asked", f"{key}:{to}", args, (button,))
        for to in audience.principals()
        if to != person
    ]
