"""When the clock looks at a campaign: the due rows of its rounds."""

from datetime import date, datetime, time, timedelta

from safety.calendar import at

BEGIN, OPEN, CLOSE, CHASE = (
    "campaign",
    "campaign-open",
    "campaign-close",
    "campaign-chase",
)  # kinds of due rows
MORNING = time(6, 30)  # before the day's message, so that it tells what has begun
DAY = timedelta(days=1)


def key_of(kind: str, number: int) -> str:
    """The key of a due row."""
    return f"{kind}:{number}"


def begins_at(day: date) -> datetime:
    """When a round that begins on this day is opened."""
    return at(day, MORNING)


def closes_at(day: date) -> datetime:
    """When a round whose last day this is is closed: as the day is over."""
    return at(day + DAY, time(0, 5))
