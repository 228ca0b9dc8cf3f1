"""Letters of interviews (约谈). Importing this module makes notices.of know these events."""

from datetime import datetime

from safety.audience import Audience
from safety.events_interviews import InterviewConfirmed, InterviewDone, InterviewObjected, InterviewPresented
from safety.letters import Notice, Opens, Value
from safety.notices import of


def _opens(number: str) -> Opens:
    return Opens("open-interview", "interview", "card", {"number": number})


@of.register
def _presented(event: InterviewPresented, audience: Audience, _now: datetime) -> list[Notice]:
    """Who was spoken with reads it and confirms it."""
    one = audience.interview(event.number)
    args: dict[str, Value] = {"officer": one.person, "enterprise": one.enterprise, "day": one.again}
    key = f"interview:{event.number}:{one.spoken}"
    return [Notice(one.spoken, "letter-interview", key, args, (_opens(event.number),))]


@of.register
def _confirmed(event: InterviewConfirmed, audience: Audience, _now: datetime) -> list[Notice]:
    """Who has held it hears that both have confirmed."""
    return _back(event.number, "yes", audience)


@of.register
def _objected(event: InterviewObjected, audience: Audience, _now: datetime) -> list[Notice]:
    """Who has held it hears what is not right."""
    return _back(event.number, "no", audience)


def _back(number: str, said: str, audience: Audience) -> list[Notice]:
    one = audience.interview(number)
    args: dict[str, Value] = {"enterprise": one.enterprise, "number": number, "confirmed": said}
    key = f"interview-answered:{number}:{one.officer}"
    return [Notice(one.officer, "letter-interview-answered", key, args, (_opens(number),))]


@of.register
def _done(event: InterviewDone, audience: Audience, _now: datetime) -> list[Notice]:
    """Who was spoken with hears what was written down of it."""
    one = audience.interview(event.number)
    args: dict[str, Value] = {"enterprise": one.enterprise, "number": event.number}
    key = f"interview-done:{event.number}:{one.spoken}"
    return [Notice(one.spoken, "letter-interview-done", key, args, (_opens(event.number),))]
