"""Samples of self-checks (抽核): the draw of a day by its kept seed, what waits for a supervisor, what came of it."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Connection, Select, and_, exists, func, insert, select

from checklists.catalogue import Catalogue
from checklists.reminders import Activity
from safety.calendar import at
from safety.coverage import days_left, quarter_of
from safety.people import Actor, Right
from safety.quality import Flag, Sign
from safety.sampling import Candidate, Draw, Judged, Sample, Standing, draw
from storage.content import form_of
from storage.coverage import counting, covered, span
from storage.scope import Reach, Scope, held, scope_of
from storage.sealing import chain
from storage.tables.checks import checks
from storage.tables.inspections import draws, samples
from storage.tables.ledger import areas, enterprises
from storage.tables.people import people
from storage.tables.quality import flags
from storage.tables.submissions import submissions

_judge = people.alias("judging")
_before = samples.alias("before")


def hold(connection: Connection, catalogue: Catalogue, day: date, now: datetime) -> int:
    """Draw from the self-checks that were handed in on a day, once; how many were drawn.

    The seed is the end of the sealed record at this moment, and chance: nobody can have known it when handing in.
    """
    grading = catalogue.rules.grading
    held_already = connection.execute(select(draws.c.day).where(draws.c.day == day)).one_or_none()
    if grading is None or held_already is not None:
        return 0
    rows = connection.execute(_candidates(catalogue, day)).all()
    seed = f"{chain.last(connection).chained.hex()[:32]}{secrets.token_hex(16)}"
    quarter = quarter_of(day)
    named = [
        Candidate(row.receipt, row.supervision, bool(row.flagged), not row.covered, bool(row.again))
        for row in rows
    ]
    drawn = draw(seed, named, grading.coverage.sampling, days_left(quarter, day))
    figures = {"among": len(named), "drawn": len(drawn)}
    connection.execute(insert(draws), {"day": day, "at": now, "seed": seed, "figures": figures})
    by_receipt = {row.receipt: row for row in rows}
    new = [
        {
            "check_id": by_receipt[one.receipt].check_id,
            "version": by_receipt[one.receipt].version,
            "receipt": one.receipt,
            "enterprise": by_receipt[one.receipt].enterprise,
            "day": day,
            "ground": one.ground,
            "permille": one.permille,
            "drawn_at": now,
        }
        for one in drawn
    ]
    if new:
        connection.execute(insert(samples), new)
    return len(new)


def _candidates(catalogue: Catalogue, day: date) -> Select[Any]:
    """The newest versions handed in on a day, of enterprises that are not closed."""
    again = exists().where(_before.c.check_id == checks.c.id, _before.c.judged == Judged.REFUSED)
    reached = covered(checks.c.enterprise, quarter_of(day), counting(catalogue))
    return (
        select(
            submissions.c.receipt,
            submissions.c.check_id,
            submissions.c.version,
            checks.c.enterprise,
            enterprises.c.supervision,
            exists().where(flags.c.check_id == checks.c.id).label("flagged"),
            reached.label("covered"),
            again.label("again"),
        )
        .join(checks, checks.c.id == submissions.c.check_id)
        .join(enterprises, enterprises.c.id == checks.c.enterprise)
        .where(
            submissions.c.submitted_at >= at(day, time.min),
            submissions.c.submitted_at < at(day + timedelta(days=1), time.min),
            submissions.c.version == checks.c.version,
            enterprises.c.activity != Activity.CLOSED,
        )
        .order_by(submissions.c.receipt)
    )


@dataclass(frozen=True, slots=True)
class SamplesOf:
    """Implements safety.sampling.SampleBook for one actor."""

    connection: Connection
    actor: Actor
    catalogue: Catalogue
    now: datetime

    def waiting(self, *, offset: int = 0, limit: int = 6) -> Sequence[Sample]:
        scope = self._scope()
        if scope is None:
            return ()
        page = _whole(scope).where(samples.c.judged.is_(None)).order_by(samples.c.drawn_at, samples.c.id)
        return [self._sample(row) for row in self.connection.execute(page.limit(limit).offset(offset))]

    def count_waiting(self) -> int:
        scope = self._scope()
        if scope is None:
            return 0
        mine = select(func.count()).where(samples.c.judged.is_(None), held(scope, samples.c.enterprise))
        return int(self.connection.execute(mine).scalar_one())

    def one(self, receipt: str) -> Sample | None:
        scope = self._scope()
        if scope is None:
            return None
        row = self.connection.execute(_whole(scope).where(samples.c.receipt == receipt)).one_or_none()
        return None if row is None else self._sample(row)

    def standing(self, quarter: str) -> Standing:
        scope, grading = self._scope(), self.catalogue.rules.grading
        if scope is None or grading is None:
            return Standing(0, 0, 0, 0, 0)
        start, end = span(quarter)
        late = self.now - timedelta(days=grading.coverage.sampling.days)
        found = select(
            samples.c.judged,
            func.count().label("n"),
            func.count().filter(samples.c.drawn_at < late).label("late"),
        ).where(samples.c.drawn_at >= start, samples.c.drawn_at < end, held(scope, samples.c.enterprise))
        by: dict[Judged | None, tuple[int, int]] = {
            row.judged: (row.n, row.late) for row in self.connection.execute(found.group_by(samples.c.judged))
        }
        counts = {judged: by.get(judged, (0, 0))[0] for judged in (Judged.ACCEPTED, Judged.REFUSED, None)}
        overdue = by.get(None, (0, 0))[1]
        drawn = sum(counts.values())
        return Standing(drawn, counts[Judged.ACCEPTED], counts[Judged.REFUSED], counts[None], overdue)

    def draw(self, day: date) -> Draw | None:
        if self._scope() is None:
            return None
        row = self.connection.execute(select(draws).where(draws.c.day == day)).one_or_none()
        return None if row is None else Draw(row.day, row.seed, row.figures)

    def _scope(self) -> Scope | None:
        scope = scope_of(self.actor, Right.RETURN_CHECK)
        return None if scope is None or scope.reach is Reach.ENTERPRISE else scope

    def _sample(self, row: Any) -> Sample:
        found = select(flags.c.sign, flags.c.question, flags.c.figures).where(
            flags.c.check_id == row.check_id
        )
        raised = [Flag(Sign(one.sign), one.question, one.figures) for one in self.connection.execute(found)]
        return Sample(
            receipt=row.receipt,
            enterprise=row.name,
            credit_code=row.credit_code,
            town=row.town,
            form=form_of(self.connection, self.catalogue, row.checklist, row.form),
            submitted_at=row.submitted_at,
            submitted_by=row.who or "",
            day=row.day,
            ground=row.ground,
            permille=row.permille,
            score=row.score,
            bad=row.bad,
            newest=row.version == row.newest,
            own=row.submitted_by == self.actor.person,
            judged=row.judged,
            judged_by=row.judge or "",
            judged_at=row.judged_at,
            reason=row.reason,
            flags=tuple(raised),
        )


def _whole(scope: Scope) -> Select[Any]:
    return (
        select(
            samples,
            submissions.c.form,
            submissions.c.submitted_at,
            submissions.c.submitted_by,
            submissions.c.score,
            submissions.c.bad,
            checks.c.checklist,
            checks.c.version.label("newest"),
            enterprises.c.name,
            enterprises.c.credit_code,
            areas.c.name.label("town"),
            people.c.name.label("who"),
            _judge.c.name.label("judge"),
        )
        .join(
            submissions,
            and_(submissions.c.check_id == samples.c.check_id, submissions.c.version == samples.c.version),
        )
        .join(checks, checks.c.id == samples.c.check_id)
        .join(enterprises, enterprises.c.id == samples.c.enterprise)
        .join(areas, areas.c.id == enterprises.c.town)
        .outerjoin(people, people.c.id == submissions.c.submitted_by)
        .outerjoin(_judge, _judge.c.id == samples.c.judged_by)
        .where(held(scope, samples.c.enterprise))
    )
