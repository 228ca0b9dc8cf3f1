"""What an exported table of submitted self-checks says of each: the newest version, inside the scope of who asked. No names of people."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, select

from checklists.catalogue import Catalogue
from checklists.words import Words
from safety.check_lists import CheckSieve
from safety.people import Actor, Right
from storage.check_sifting import conditions
from storage.scope import scope_of, within
from storage.tables.checks import checks
from storage.tables.ledger import areas, enterprises

_ROWS = (
    select(
        checks.c.receipt,
        checks.c.checklist,
        checks.c.period,
        checks.c.due,
        checks.c.submitted_at,
        checks.c.score,
        checks.c.passed,
        checks.c.asked,
        checks.c.bad,
        checks.c.zero,
        checks.c.version,
        enterprises.c.name.label("enterprise"),
        areas.c.name.label("town"),
    )
    .join_from(checks, enterprises, enterprises.c.id == checks.c.enterprise)
    .join(areas, areas.c.id == enterprises.c.town)
    .order_by(checks.c.submitted_at.desc(), checks.c.id.desc())
)


@dataclass(frozen=True, slots=True)
class CheckEntry:
    """One self-check as a row of a table."""

    receipt: str
    enterprise: str
    town: str
    form: Words
    period: str
    due: date
    submitted_at: datetime
    score: int | None
    passed: int | None
    asked: int | None
    bad: int | None
    zero: bool
    version: int


def entries(
    connection: Connection, catalogue: Catalogue, actor: Actor, sieve: CheckSieve, most: int
) -> Iterator[CheckEntry]:
    """The self-checks that the actor's list would show, in its order, at most so many. Nothing without the right to export."""
    scope = scope_of(actor, Right.EXPORT_HAZARDS)
    if scope is None or not actor.may(Right.SEE_SUBMISSIONS):
        return
    through = _ROWS.where(within(scope.reach, checks.c.enterprise), *conditions(sieve, catalogue)).limit(most)
    for row in connection.execute(through, {"place": scope.place}):
        form = catalogue.checklists.get(row.checklist)
        yield CheckEntry(
            receipt=row.receipt,
            enterprise=row.enterprise,
            town=row.town,
            form=form.title if form is not None else Words(row.checklist, row.checklist),
            period=row.period,
            due=row.due,
            submitted_at=row.submitted_at,
            score=row.score,
            passed=row.passed,
            asked=row.asked,
            bad=row.bad,
            zero=bool(row.zero),
            version=row.version,
        )
