"""Writes down signed statistics of hazards: who signs, in person, and that the figures are those they have seen, is checked here again."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from sqlalchemy import insert

from checklists.reminders import Task
from safety.calendar import today
from safety.errors import Refusal
from safety.events_statistics import StatisticsAsked, StatisticsSigned
from safety.people import Right
from safety.pledges import name_fault, still_to_wait
from safety.statistics import NAMES, Correction, Counts, closed, corrected, fault, is_year, newest
from storage import enterprises, obligations, pledges, statistics
from storage.numbers import Series, next_number
from storage.phones import digits, masked
from storage.recording.pledges import sha256_of
from storage.recording.turn import Turn, Written
from storage.tables.statistics import statistics as table
from storage.types import to_text

LONGEST = 300  # characters of a reason
MOST = 1_000_000_000_000  # no figure is more


def statistics_asked(turn: Turn, event: StatisticsAsked) -> Written:
    """An officer's reminder; the letters are what comes of it."""
    enterprise = turn.enterprise(Right.SEE_STATISTICS)
    _period(turn, event.period)
    return Written(f"statistics/{enterprise}/{event.period}")


def statistics_signed(turn: Turn, event: StatisticsSigned) -> Written:
    """Refusal: a period that is not over, other figures than those that were seen, a correction without a reason, not in person."""
    enterprise = turn.enterprise(Right.SIGN_STATISTICS)
    _period(turn, event.period)
    counted = statistics.counted(turn.connection, enterprise, event.period)
    if dict(event.seen) != counted.plain():
        raise Refusal("statistics-changed")
    corrections = _corrections(event.corrections)
    counts = corrected(counted, corrections)
    if fault(counts) is not None:
        raise Refusal("statistics-fault")
    phone = _in_person(turn, enterprise, event)
    before = statistics.newest(turn.connection, enterprise, event.period)
    version = before.version + 1 if before is not None else 1
    number = next_number(turn.connection, Series.STATISTICS, turn.now)
    whole = _whole(turn, event, enterprise, number, version, counted, corrections) | {"phone": masked(phone)}
    digest = sha256_of(whole)
    row = {
        "number": number, "enterprise": enterprise, "period": event.period, "version": version,
        "corrections": whole["corrections"], "signer": turn.actor.person, "name": event.name,
        "signed_at": turn.now, "signed": whole, "sha256": digest,
    }  # fmt: skip
    turn.connection.execute(insert(table), row | counts.plain())
    _settle(turn, enterprise, event.period)
    return Written(
        f"statistics/{number}",
        {"number": number, "sha256": digest, "version": version, "phone": masked(phone)},
    )


def _period(turn: Turn, period: str) -> None:
    if period not in closed(today(turn.now)):
        raise Refusal("statistics-period")


def _corrections(said: Mapping[str, Any]) -> dict[str, Correction]:
    """Field to value and reason. Refusal for an unknown field, a value that is none, an empty reason."""
    found: dict[str, Correction] = {}
    for name, one in said.items():
        value, reason = one.get("value"), str(one.get("reason", "")).strip()[:LONGEST]
        if name not in NAMES or not isinstance(value, int) or not 0 <= value <= MOST or not reason:
            raise Refusal("statistics-fault")
        found[name] = Correction(value, reason)
    return found


def _in_person(turn: Turn, enterprise: int, event: StatisticsSigned) -> str:
    """As a commitment is signed: a number of the principal, the name on record, two taps apart."""
    phone = digits(event.phone)
    known = pledges.signatories(turn.connection, enterprise, turn.actor.person)
    if phone not in known:
        raise Refusal("pledge-other-phone")
    if name_fault(event.name, known[phone]) is not None:
        raise Refusal("pledge-name-other")
    late = turn.now - event.first_at > timedelta(days=1)
    if late or still_to_wait(event.first_at, turn.now, turn.rules.pledging):
        raise Refusal("pledge-too-soon")
    return phone


def _whole(
    turn: Turn,
    event: StatisticsSigned,
    enterprise: int,
    number: str,
    version: int,
    counted: Counts,
    corrections: Mapping[str, Correction],
) -> dict[str, Any]:
    """What is signed, with what was counted beside what was corrected."""
    place = enterprises.one(turn.connection, enterprise)
    return {
        "number": number,
        "period": event.period,
        "version": version,
        "enterprise": place.name,
        "credit_code": place.credit_code,
        "town": place.town,
        "counts": corrected(counted, corrections).plain(),
        "counted": counted.plain(),
        "corrections": {
            name: {"value": one.value, "reason": one.reason} for name, one in sorted(corrections.items())
        },
        "signer": turn.actor.person,
        "name": event.name,
        "first_tap_at": to_text(event.first_at),
        "signed_at": to_text(turn.now),
    }


def _settle(turn: Turn, enterprise: int, period: str) -> None:
    """What the reminder rule of its kind asks for is done by the newest period alone."""
    if newest(period, today(turn.now)):
        rules = turn.rules.statistics
        rule = rules.year_rule if is_year(period) else rules.quarter_rule
        about = f"enterprise:{enterprise}"
        obligations.settle(turn.connection, Task.STATISTICS, about, turn.now, turn.actor.person, rule=rule)
