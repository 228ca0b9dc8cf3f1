"""Letters of inspections on site. Importing this module makes notices.of know these events."""

from collections.abc import Sequence
from datetime import datetime

from safety.audience import Audience
from safety.events_visits import (
    FindingReported,
    SecondConfirmed,
    SecondNamed,
    VisitBegun,
    VisitClosed,
    VisitCorrected,
    VisitObjected,
    VisitPresented,
)
from safety.letters import LetterKind, Notice, Opens, Value
from safety.notices import of
from safety.visits import VisitTold

NOBODY = "none"


@of.register
def visit_begun(event: VisitBegun, audience: Audience, now: datetime) -> list[Notice]:
    """Who was named as the second officer is asked to confirm it on their own phone."""
    return [] if event.second is None else _asked(audience.visit(None), event.second, now)


@of.register
def finding_reported(_event: FindingReported, _audience: Audience, _now: datetime) -> list[Notice]:
    """What was found beside the list is told with the rest, when the visit ends."""
    return []


@of.register
def second_named(event: SecondNamed, audience: Audience, now: datetime) -> list[Notice]:
    """Likewise."""
    return _asked(audience.visit(event.visit), event.second, now)


def _asked(one: VisitTold, second: int, now: datetime) -> list[Notice]:
    args: dict[str, Value] = {**_args(one), "time": now}
    key = f"visit:{one.id}:second:{second}:{now:%Y%m%d%H%M%S%f}"
    return [Notice(second, "letter-visit-second", key, args, (_card(one),), LetterKind.ALERT)]


@of.register
def second_confirmed(event: SecondConfirmed, audience: Audience, now: datetime) -> list[Notice]:
    """The lead hears that the second officer is there, or is not."""
    one = audience.visit(event.visit)
    args: dict[str, Value] = {**_args(one), "there": "yes" if event.there else "no"}
    key = f"visit:{one.id}:there:{one.actor}:{now:%Y%m%d%H%M%S%f}"
    return [Notice(one.lead, "letter-visit-there", key, args, (_card(one),), LetterKind.ALERT)]


@of.register
def visit_presented(event: VisitPresented, audience: Audience, now: datetime) -> list[Notice]:
    """Who is asked to confirm gets the way to the result."""
    one = audience.visit(event.visit)
    key = f"visit:{one.id}:presented:{now:%Y%m%d%H%M%S%f}"
    return [Notice(event.to, "letter-visit-presented", key, _args(one), (_card(one),), LetterKind.ALERT)]


@of.register
def visit_objected(event: VisitObjected, audience: Audience, now: datetime) -> list[Notice]:
    """The inspectors hear what is said against it."""
    one = audience.visit(event.visit)
    args: dict[str, Value] = {**_args(one), "words": event.words}
    key = f"visit:{one.id}:objected:{now:%Y%m%d%H%M%S%f}"
    return [
        Notice(to, "letter-visit-objected", f"{key}:{to}", args, (_card(one),), LetterKind.ALERT)
        for to in _inspectors(one)
    ]


@of.register
def visit_closed(event: VisitClosed, audience: Audience, _now: datetime) -> list[Notice]:
    """The enterprise is told at once, the inspectors have the number; a suspected major hazard goes to who watches over it.

    安全生产法 art. 68: that nobody of the enterprise confirmed is reported to the department with its reason.
    """
    one = audience.visit(event.visit)
    due: Value = one.due if one.due is not None else NOBODY
    args: dict[str, Value] = {
        **_args(one),
        "n": one.items,
        "major": one.major,
        "due": due,
        "ending": event.ending.value,
        "reason": event.reason or NOBODY,
    }
    key = f"visit:{one.id}:closed"
    ways = (_card(one), *((Opens("to-hazards", "hazards"),) if one.items else ()))
    told = [to for to in dict.fromkeys((*one.managers, one.present)) if to is not None and to != one.actor]
    letters = [Notice(to, "letter-visit-closed", f"{key}:{to}", args, ways, LetterKind.ALERT) for to in told]
    others = [to for to in _inspectors(one) if to not in told]
    letters += [Notice(to, "letter-visit-ended", f"{key}:{to}", args, (_card(one),)) for to in others]
    if one.major:
        watching = [to for to in one.supervisors if to not in {one.lead, one.second, *told}]
        letters += [
            Notice(to, "letter-visit-major", f"{key}:major:{to}", args, (_card(one),), LetterKind.ALERT)
            for to in watching
        ]
    return letters


@of.register
def visit_corrected(event: VisitCorrected, audience: Audience, now: datetime) -> list[Notice]:
    """The enterprise and the other inspector hear of a correction."""
    one = audience.visit(event.visit)
    args: dict[str, Value] = {**_args(one), "words": event.words, "hazard": event.hazard or NOBODY}
    key = f"visit:{one.id}:corrected:{now:%Y%m%d%H%M%S%f}"
    to_all = [to for to in dict.fromkeys((*one.managers, *_inspectors(one))) if to != one.actor]
    return [Notice(to, "letter-visit-corrected", f"{key}:{to}", args, (_card(one),)) for to in to_all]


def _inspectors(one: VisitTold) -> Sequence[int]:
    return [to for to in (one.lead, one.second) if to is not None and to != one.actor]


def _args(one: VisitTold) -> dict[str, Value]:
    return {
        "number": one.number or NOBODY,
        "enterprise": one.enterprise,
        "kind": one.kind.value,
        "officer": one.person,
    }


def _card(one: VisitTold) -> Opens:
    return Opens("open-visit", "visit", "card", {"visit": one.id})
