"""Enterprises that nobody has looked at as often as their class asks for, as a condition in SQL on `enterprises`.

How often it is stands in `grades` as days; what was never done is counted from when the enterprise came into the ledger.
There are few different numbers of days, so each is a branch with a moment of its own, and an index answers it.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import Column, ColumnElement, and_, exists, false, or_

from checklists.catalogue import Catalogue
from checklists.grading import EnterpriseClass
from checklists.reminders import Activity
from safety.grading import frequency
from safety.people import Role
from safety.queries import Look
from storage.tables.checks import checks
from storage.tables.classes import grades
from storage.tables.inspections import inspections
from storage.tables.ledger import enterprises

WORKS = (Activity.PRODUCING, Activity.RESUMED)
_DAYS: Mapping[Look, Column[Any]] = {
    Look.SELF_CHECK: grades.c.self_days,
    Look.INSPECTION: grades.c.inspect_days,
    Look.EXPERT: grades.c.expert_days,
}


def past(look: Look, catalogue: Catalogue, now: datetime) -> ColumnElement[bool]:
    """Those that work, and were not looked at in this way within the days of their class."""
    late = [_late(look, days, now - timedelta(days=days)) for days in sorted(_known(look, catalogue))]
    works: ColumnElement[bool] = enterprises.c.activity.in_(WORKS)
    if look is Look.INSPECTION:
        works = and_(works, enterprises.c.supervision.not_in(_drawn(catalogue)))
    return and_(works, or_(false(), *late))


def _known(look: Look, catalogue: Catalogue) -> set[int]:
    """All numbers of days that the content can come to."""
    rules, credit = catalogue.rules.grading, catalogue.rules.credit
    if rules is None:
        return set()
    factors = [Decimal(one.check_factor) for one in credit.grades] if credit is not None else [Decimal(1)]
    cycles = {colour.cycle_days for colour in catalogue.colours.colours} | {None}
    found = {
        frequency(rules, one.id, factor, cycle)
        for one in rules.classes
        for factor in factors
        for cycle in cycles
    }
    if look is Look.SELF_CHECK:
        return {one.self_check_days for one in found}
    if look is Look.INSPECTION:
        return {one.inspect_days for one in found}
    return {one.expert_days for one in found if one.expert_days is not None}


def _drawn(catalogue: Catalogue) -> list[EnterpriseClass]:
    """Classes of which only a share is looked at on site: those are drawn (safety/sampling.py), not owed."""
    rules = catalogue.rules.grading
    return [one.id for one in rules.classes if one.sample is not None] if rules is not None else []


def _late(look: Look, days: int, since: datetime) -> ColumnElement[bool]:
    """With this number of days, and nothing since that moment."""
    mine = exists().where(grades.c.enterprise == enterprises.c.id, _DAYS[look] == days).correlate(enterprises)
    return and_(mine, enterprises.c.added_at < since, ~_looked(look, since))


def _looked(look: Look, since: datetime) -> ColumnElement[bool]:
    if look is Look.SELF_CHECK:
        found = exists().where(checks.c.enterprise == enterprises.c.id, checks.c.submitted_at >= since)
    else:
        role = inspections.c.role == Role.EXPERT if look is Look.EXPERT else inspections.c.role != Role.EXPERT
        found = exists().where(
            inspections.c.enterprise == enterprises.c.id, inspections.c.closed_at >= since, role
        )
    return found.correlate(enterprises)
