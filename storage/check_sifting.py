"""A sieve of submitted self-checks (safety/check_lists.py) as conditions in SQL, always beside the scope."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, literal, tuple_

from checklists.catalogue import Catalogue
from safety.check_lists import CheckSieve
from storage.days import within_days
from storage.drafts import key_of
from storage.tables.checks import checks
from storage.tables.ledger import duties

IN: ColumnElement[Any] = checks.c.submitted_at.is_not(None)


def conditions(sieve: CheckSieve, catalogue: Catalogue) -> Sequence[ColumnElement[bool]]:
    """Everything that has to hold of a row of `checks`; only what was submitted."""
    found = [IN, *within_days(checks.c.submitted_at, sieve.since, sieve.until)]
    if sieve.on:
        found += _current(catalogue, date.fromisoformat(sieve.on))
    if sieve.checklist:
        found.append(checks.c.checklist == sieve.checklist)
    if sieve.zero:
        found.append(checks.c.zero)
    if sieve.bad:
        found.append(checks.c.bad > 0)
    return found


def _current(catalogue: Catalogue, day: date) -> list[ColumnElement[bool]]:
    """Of the periods of that day, as long as the form is owed."""
    keys = [key_of(catalogue, checklist, day) for checklist in catalogue.open_on(day)]
    pairs = [(key.checklist, key.period) for key in keys]
    of_now = tuple_(checks.c.checklist, checks.c.period).in_(pairs) if pairs else literal(False)  # noqa: FBT003
    owed = and_(duties.c.enterprise == checks.c.enterprise, duties.c.checklist == checks.c.checklist)
    return [of_now, exists().where(owed)]
