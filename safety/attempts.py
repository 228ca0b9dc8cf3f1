"""How often somebody may try a paper, and when they have to wait. Our defaults; the figures are content."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from decimal import Decimal

from checklists.bank import Paper
from checklists.exam_rules import ExamRules
from safety.calendar import at, today


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try at a paper. `points` None: it is being written."""

    exam: int
    begun_at: datetime
    ended_at: datetime | None = None
    points: Decimal | None = None
    passed: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """Where somebody stands with a paper.

    last      the newest try that was handed in
    left      tries left today
    opens_at  when the next try may begin; None: now
    failed    failures in a row
    """

    last: Attempt | None
    left: int
    opens_at: datetime | None
    failed: int


def standing(paper: Paper, attempts: Sequence[Attempt], rules: ExamRules, now: datetime) -> Standing:
    """Work out who may begin: so many tries on one day of the calendar, and a pause after failures in a row."""
    day = today(now)
    left = max(0, paper.attempts_a_day - sum(today(one.begun_at) == day for one in attempts))
    ended = [one for one in attempts if one.ended_at is not None]
    failed = failures(ended)
    waits = [at(day + timedelta(days=1), time.min)] if not left else []
    if failed and failed % rules.fails == 0 and (last := ended[-1].ended_at) is not None:
        waits.append(last + timedelta(hours=rules.wait_hours))
    opens_at = max(waits, default=now)
    return Standing(ended[-1] if ended else None, left, opens_at if opens_at > now else None, failed)


def failures(ended: Sequence[Attempt]) -> int:
    """How many of the last tries in a row were failures."""
    count = 0
    for one in reversed(ended):
        if one.passed:
            break
        count += 1
    return count
