"""Emergency plans (应急预案): kinds, versions, filing, review. What is owed about them are reminder rules (R21, R22)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from checklists.answers import Facts
from checklists.drills import PlanKind
from checklists.reminders import Reminders, Task
from safety.calendar import Calendar, at, today
from safety.reminders import due

__all__ = ["PlanKind", "PlanOf", "Plans", "Version", "file_by", "review_by"]


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a plan.

    filed_on, filing   when and under which number it was filed with the authority
    reviewed_on        when it was last evaluated without a new version
    files              photos and documents that were kept of it
    """

    version: str
    published_on: date
    filed_on: date | None = None
    filing: str = ""
    reviewed_on: date | None = None
    files: int = 0

    @property
    def looked_at(self) -> date:
        """The day from which the next review is counted."""
        return max(self.published_on, self.reviewed_on or self.published_on)


@dataclass(frozen=True, slots=True)
class PlanOf:
    """A plan with all its versions, the newest first. `number` is what conversations call it by."""

    number: int
    enterprise: str
    kind: PlanKind
    title: str
    versions: tuple[Version, ...]
    ended: bool = False

    @property
    def newest(self) -> Version:
        return self.versions[0]


def file_by(plan: PlanOf, rules: Reminders, facts: Facts, calendar: Calendar) -> date | None:
    """By when the newest version is to be filed (应急预案办法 art. 26); None when it is, or need not be."""
    if plan.newest.filed_on is not None:
        return None
    return _day(Task.FILE_PLAN, plan.newest.published_on, rules, facts, calendar)


def review_by(plan: PlanOf, rules: Reminders, facts: Facts, calendar: Calendar) -> date | None:
    """By when it is to be evaluated again (应急预案办法 art. 35); None when no rule asks for it."""
    return _day(Task.REVIEW_PLAN, plan.newest.looked_at, rules, facts, calendar)


def _day(task: Task, begun: date, rules: Reminders, facts: Facts, calendar: Calendar) -> date | None:
    mine = [
        rule
        for rule in rules.rules
        if rule.task is task and rule.active
        if rule.when is None or rule.when.compiled()({}, facts)
    ]
    moment = at(begun, rules.hours.daily)
    return min((today(due(rule, moment, calendar, rules.hours)) for rule in mine), default=None)


class Plans(Protocol):
    """What one actor may read of plans. Sub-ledger of safety.ledger.Ledger."""

    def plans(self, *, offset: int = 0, limit: int = 6) -> Sequence[PlanOf]:
        """Those in force in the actor's scope: the own enterprise's, or a supervisor's area, by enterprise."""
        ...

    def count_plans(self) -> int: ...

    def plan(self, number: int) -> PlanOf | None:
        """One plan in scope, withdrawn ones as well."""
        ...

    def newest_plan(self) -> PlanOf | None:
        """The plan that was entered last in the own enterprise."""
        ...
