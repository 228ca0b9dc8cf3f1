"""Works out the safety credit points of an enterprise (安全积分) and their grade, event by event. Rules are content.

Internal points only: nothing here is, or leads by itself to, a finding of bad faith (失信).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from checklists.credit import Credit, CreditGrade, CreditRule, HardRule

NOTHING = Decimal(0)


class State(StrEnum):
    """What becomes of an event: it counts; a loss waits for the time to object, or for a decision on an objection;
    it counts in part after repair; it is too old; the most its rule may move is reached.
    """

    COUNTS = "counts"
    PENDING = "pending"
    DISPUTED = "disputed"
    REPAIRED = "repaired"
    EXPIRED = "expired"
    CAPPED = "capped"


@dataclass(frozen=True, slots=True)
class CreditEvent:
    """Something that moved the points, on the day it was entered.

    count      how many there were
    level      the level that was reached, where the rule goes by level
    disputed   an objection is not decided yet
    repaired   repair was granted
    """

    rule: str
    day: date
    count: int = 1
    level: str | None = None
    disputed: bool = False
    repaired: bool = False


@dataclass(frozen=True, slots=True)
class CreditLine:
    """One event with what it is worth today and why, and the day from which it no longer counts."""

    event: CreditEvent
    rule: CreditRule
    points: Decimal
    state: State
    until: date


@dataclass(frozen=True, slots=True)
class CreditScore:
    """Points and grade with their working. `held` are the hard rules that made the grade worse than the points."""

    points: Decimal
    grade: CreditGrade
    lines: tuple[CreditLine, ...]
    held: tuple[HardRule, ...]


def assess(
    rules: Credit, events: Sequence[CreditEvent], today: date, *, overdue_major: bool = False
) -> CreditScore:
    """The credit of an enterprise today. KeyError for an event of a rule or level that the content does not know."""
    happened = sorted((event for event in events if event.day <= today), key=lambda event: event.day)
    lines = _capped([_line(rules, event, today) for event in happened])
    total = rules.base + sum((line.points for line in lines), NOTHING)
    points = max(Decimal(rules.least), min(Decimal(rules.most), total))
    grade = next(grade for grade in rules.grades if points >= grade.from_points)
    held = tuple(hard for hard in rules.hard if _holds(hard, lines, today, overdue_major=overdue_major))
    return _held(rules, CreditScore(points, grade, lines, held))


def may_repair(rules: Credit, event: CreditEvent, today: date) -> bool:
    """Whether repair may be asked for: a loss, old enough, once."""
    lowers = rules.rule(event.rule).lowers
    return lowers and not event.repaired and today >= event.day + timedelta(days=rules.repair.after_days)


def _line(rules: Credit, event: CreditEvent, today: date) -> CreditLine:
    rule = rules.rule(event.rule)
    until = event.day + timedelta(days=rule.keep_days or rules.window_days)
    state = _state(rules, rule, event, today, until)
    worth = _worth(rule, event)
    points = {State.COUNTS: worth, State.REPAIRED: worth * (1 - rules.repair.share)}.get(state, NOTHING)
    return CreditLine(event, rule, points, state, until)


def _state(rules: Credit, rule: CreditRule, event: CreditEvent, today: date, until: date) -> State:
    if today >= until:
        return State.EXPIRED
    if not rule.lowers:
        return State.COUNTS
    if event.disputed:
        return State.DISPUTED
    if today < event.day + timedelta(days=rules.appeal_days):
        return State.PENDING
    return State.REPAIRED if event.repaired else State.COUNTS


def _worth(rule: CreditRule, event: CreditEvent) -> Decimal:
    if rule.points is None:
        return Decimal(rule.by_level[str(event.level)])
    return Decimal(rule.points * (event.count // rule.per))


def _capped(lines: Sequence[CreditLine]) -> tuple[CreditLine, ...]:
    """Cut what one rule moves in all, the oldest event first."""
    used: dict[str, Decimal] = {}
    kept = []
    for line in lines:
        before = used.get(line.rule.id, NOTHING)
        room = Decimal(line.rule.most) - abs(before) if line.rule.most is not None else abs(line.points)
        points = max(-room, min(room, line.points))
        used[line.rule.id] = before + points
        state = line.state if points == line.points else State.CAPPED
        kept.append(CreditLine(line.event, line.rule, points, state, line.until))
    return tuple(kept)


def _holds(hard: HardRule, lines: Sequence[CreditLine], today: date, *, overdue_major: bool) -> bool:
    if hard.overdue_major and overdue_major:
        return True
    alive = {State.COUNTS, State.REPAIRED, State.CAPPED}
    return any(
        line.rule.id in hard.rules
        and line.state in alive
        and (hard.within_days is None or today < line.event.day + timedelta(days=hard.within_days))
        for line in lines
    )


def _held(rules: Credit, score: CreditScore) -> CreditScore:
    """The score with the grade no better than the hard rules allow, naming those that mattered."""
    order = [grade.id for grade in rules.grades]
    place = order.index(score.grade.id)
    worse = tuple(hard for hard in score.held if order.index(hard.at_best) > place)
    worst = max((place, *(order.index(hard.at_best) for hard in worse)))
    return CreditScore(score.points, rules.grades[worst], score.lines, worse)
