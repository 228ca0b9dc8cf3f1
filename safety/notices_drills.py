"""Letters of drills and roll calls. Every line says that it is a drill, or that it is none. What the clock tells: dialogs/drills/telling.py.

Importing this module makes notices.of know these events.
"""

from datetime import datetime, timedelta

from safety.audience import Audience
from safety.drills import Answer, Drill
from safety.events_drills import (
    CommandTaken,
    DrillAnswered,
    DrillCancelled,
    DrillClosed,
    DrillEnded,
    DrillHazardReported,
    DrillPlanned,
    RollCalled,
)
from safety.letters import LetterKind, Notice, Opens, Value
from safety.notices import of

FLOW, CARD, WASH, SAFE, HELP = "drill", "card", "wash", "safe", "help"
HOURS = timedelta(hours=12)
NOWHERE, NO_WORDS = "none", "none"


def to_card(drill: Drill) -> Opens:
    """The way to a drill; a roll call in earnest is never called one."""
    return Opens("open-roll" if drill.real else "open-drill", FLOW, CARD, {"number": drill.number})


def answers(number: str) -> tuple[Opens, Opens]:
    """The two answers to a roll call."""
    return (
        Opens("open-drill-safe", FLOW, SAFE, {"number": number}),
        Opens("open-drill-help", FLOW, HELP, {"number": number}),
    )


def named(drill: Drill) -> dict[str, Value]:
    """What every letter of a drill names."""
    title: Value = drill.script.title if drill.script is not None else ""
    return {"title": title, "at": drill.planned_at, "place": drill.place or NOWHERE, "number": drill.number}


@of.register
def drill_planned(_event: DrillPlanned, audience: Audience, _now: datetime) -> list[Notice]:
    """Everybody hears what, when and where, and who commands."""
    course = audience.course("")
    drill, (me, _name) = course.drill, audience.acting()
    minutes = drill.script.minutes if drill.script is not None else 0
    args: dict[str, Value] = {**named(drill), "minutes": minutes, "person": drill.commander_name}
    key = f"drill:{drill.number}"
    return [
        Notice(to, "letter-drill-planned", f"{key}:{to}", args, (to_card(drill),))
        for to in course.everybody
        if to != me
    ]


@of.register
def drill_cancelled(event: DrillCancelled, audience: Audience, _now: datetime) -> list[Notice]:
    course, (me, _name) = audience.course(event.number), audience.acting()
    key = f"drill-cancelled:{event.number}"
    return [
        Notice(to, "letter-drill-cancelled", f"{key}:{to}", named(course.drill))
        for to in course.everybody
        if to != me
    ]


@of.register
def roll_called(_event: RollCalled, audience: Audience, now: datetime) -> list[Notice]:
    """Everybody is asked at once, whatever the hour; who watches over the enterprise hears of it."""
    course, (me, name) = audience.course(""), audience.acting()
    drill, subject = course.drill, audience.subject()
    args: dict[str, Value] = {
        "person": name,
        "time": now,
        "place": drill.place or NOWHERE,
        "enterprise": subject.enterprise,
        "town": subject.town,
    }
    key, buttons = f"roll:{drill.number}", answers(drill.number)
    asked = [
        Notice(to, "letter-roll-called", f"{key}:{to}", args, buttons, LetterKind.ALERT, HOURS)
        for to in course.everybody
        if to != me
    ]
    return asked + [
        Notice(to, "letter-roll-watch", f"{key}:{to}", args, (to_card(drill),), LetterKind.ALERT, HOURS)
        for to in audience.supervisors()
    ]


@of.register
def drill_answered(event: DrillAnswered, audience: Audience, now: datetime) -> list[Notice]:
    """Who commands hears at once of whoever needs help; when they have left, all who could take over."""
    if event.answer is not Answer.HELP:
        return []
    course, (me, name) = audience.course(event.number), audience.acting()
    drill = course.drill
    args: dict[str, Value] = {
        "person": name,
        "words": event.words or NO_WORDS,
        "time": now,
        "real": "yes" if drill.real else "no",
    }
    to = [drill.commander] if drill.here else course.leaders
    key = f"drill-help:{event.number}:{me}:{now:%H%M%S%f}"
    return [
        Notice(one, "letter-drill-help", f"{key}:{one}", args, (to_card(drill),), LetterKind.ALERT, HOURS)
        for one in to
        if one != me
    ]


@of.register
def command_taken(event: CommandTaken, audience: Audience, now: datetime) -> list[Notice]:
    course, (me, name) = audience.course(event.number), audience.acting()
    args: dict[str, Value] = {**named(course.drill), "person": name, "real": _real(course.drill)}
    key = f"drill-command:{event.number}:{now:%H%M%S%f}"
    button = to_card(course.drill)
    return [
        Notice(to, "letter-drill-command", f"{key}:{to}", args, (button,), LetterKind.ALERT, HOURS)
        for to in course.leaders
        if to != me
    ]


@of.register
def drill_ended(event: DrillEnded, audience: Audience, _now: datetime) -> list[Notice]:
    """Who took part hears that it is over, and is asked how it was; the roll call in earnest speaks for what it broke off."""
    if event.reason == "real":
        return []
    course, (me, _name) = audience.course(event.number), audience.acting()
    drill, key = course.drill, f"drill-ended:{event.number}"
    line, buttons = _ending(drill, event)
    args: dict[str, Value] = {**named(drill), "reason": event.reason or NO_WORDS}
    return [
        Notice(one.person, line, f"{key}:{one.person}", args, buttons, LetterKind.ALERT, HOURS)
        for one in drill.people
        if one.person != me or event.by_time
    ]


def _ending(drill: Drill, event: DrillEnded) -> tuple[str, tuple[Opens, ...]]:
    if drill.real:
        return "letter-roll-ended", ()
    if event.stopped:
        return "letter-drill-stopped", ()
    data = {"number": drill.number}
    return "letter-drill-ended", (Opens("open-drill-wash", FLOW, WASH, data),)


@of.register
def hazard_of_drill(_event: DrillHazardReported, _audience: Audience, _now: datetime) -> list[Notice]:
    """The letter of the whole record speaks of it (DrillClosed)."""
    return []


@of.register
def drill_closed(event: DrillClosed, audience: Audience, _now: datetime) -> list[Notice]:
    """The others who run drills hear that the record is whole, and how many hazards came of it."""
    course, (me, name) = audience.course(event.number), audience.acting()
    drill = course.drill
    found = sum(1 for one in drill.marks.values() if one.hazard)
    args: dict[str, Value] = {**named(drill), "person": name, "weak": len(drill.weak), "hazards": found}
    key, button = f"drill-closed:{event.number}", to_card(drill)
    return [
        Notice(to, "letter-drill-closed", f"{key}:{to}", args, (button,)) for to in course.leaders if to != me
    ]


def _real(drill: Drill) -> str:
    return "yes" if drill.real else "no"
