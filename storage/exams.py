"""Exams of one person: what is being written, results, tries at a paper, every judged answer. Read only."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, bindparam, case, distinct, false, func, select

from checklists.bank import Bank, ExamItem
from checklists.catalogue import Catalogue
from safety.attempts import Attempt
from safety.exams import Result, Said, Sheet, Sitting, Tally, asked, judged
from safety.mistakes import Try
from safety.people import Actor, Right
from safety.spots import Average
from storage.content import exam_item_of
from storage.scope import Reach, scope_of, within
from storage.tables.exams import exam_answers, exam_results, exam_tries, exams
from storage.tables.ledger import enterprises
from storage.tables.people import people
from storage.tables.spots import spot_exams, spot_guests, spots
from storage.types import from_text

HUNDRED = 100
_WHOLE = (
    select(
        exams,
        exam_results.c.number,
        exam_results.c.hundredths,
        exam_results.c.passed,
        exam_results.c.by_time,
        exam_results.c.ended_at,
        exam_results.c.document,
        exam_results.c.sha256,
        enterprises.c.name.label("place"),
        func.coalesce(spot_guests.c.name, people.c.name).label("who"),
    )
    .join(enterprises, enterprises.c.id == exams.c.enterprise)
    .join(people, people.c.id == exams.c.person)
    .outerjoin(spot_guests, spot_guests.c.exam == exams.c.id)
    .outerjoin(exam_results, exam_results.c.exam == exams.c.id)
)
_OF_PAPER = _WHOLE.where(exams.c.person == bindparam("person"), exams.c.paper == bindparam("paper")).order_by(
    exams.c.id
)
_OPEN = (
    _WHOLE.where(exams.c.person == bindparam("person"), exam_results.c.exam.is_(None))
    .order_by(exams.c.id.desc())
    .limit(1)
)
_ONE = _WHOLE.where(exams.c.id == bindparam("exam"))
_TRIES = select(exam_tries).where(exam_tries.c.person == bindparam("person")).order_by(exam_tries.c.id)


WITH_SPOTS = (
    exams.join(exam_results, exam_results.c.exam == exams.c.id)
    .outerjoin(spot_exams, spot_exams.c.exam == exams.c.id)
    .outerjoin(spots, spots.c.id == spot_exams.c.spot)
)
ON_SITE = func.coalesce(~spots.c.own, false())  # on an inspector's demand


def _counted(which: ColumnElement[bool], name: str) -> tuple[ColumnElement[Any], ...]:
    """Of some of the exams: people who wrote one, who passed one, papers, and their hundredths of points in all."""
    return (
        func.count(distinct(case((which, exams.c.person)))).label(f"{name}_wrote"),
        func.count(distinct(case((which & exam_results.c.passed, exams.c.person)))).label(f"{name}_passed"),
        func.count(case((which, exams.c.id))).label(f"{name}_papers"),
        func.sum(case((which, exam_results.c.hundredths), else_=0)).label(f"{name}_points"),
    )


def _tallies(reach: Reach) -> Select[Any]:
    return (
        select(enterprises.c.name, *_counted(~ON_SITE, "own"), *_counted(ON_SITE, "spot"))
        .select_from(WITH_SPOTS)
        .join(enterprises, enterprises.c.id == exams.c.enterprise)
        .where(
            within(reach, exams.c.enterprise),
            exam_results.c.ended_at >= bindparam("since", type_=exam_results.c.ended_at.type),
        )
        .group_by(enterprises.c.id, enterprises.c.name)
        .order_by(enterprises.c.name, enterprises.c.id)
    )


_TALLIES = {reach: _tallies(reach) for reach in Reach}


@dataclass(frozen=True, slots=True)
class ExamsOf:
    """What one actor may read of exams (safety.exams.Exams): their own alone."""

    connection: Connection
    actor: Actor
    catalogue: Catalogue

    def bank(self) -> Bank:
        return self.catalogue.bank

    def seed(self) -> str:
        return secrets.token_hex(16)

    def attempts(self, paper: str) -> Sequence[Attempt]:
        found = self.connection.execute(_OF_PAPER, {"person": self.actor.person, "paper": paper})
        return [_attempt(row) for row in found]

    def sitting(self) -> Sitting | None:
        row = self.connection.execute(_OPEN, {"person": self.actor.person}).one_or_none()
        return None if row is None else _sitting(self.connection, row)

    def result(self, exam: int) -> Result | None:
        row = self.connection.execute(_ONE, {"exam": exam}).one_or_none()
        mine = row is not None and row.person == self.actor.person and row.number is not None
        return _result(self.connection, row) if mine and row is not None else None

    def tallies(self, since: datetime, *, offset: int, limit: int) -> Sequence[Tally]:
        scope = scope_of(self.actor, Right.SEE_EXAMS)
        if scope is None:
            return ()
        found = _TALLIES[scope.reach].offset(offset).limit(limit)
        rows = self.connection.execute(found, {"place": scope.place, "since": since})
        return [_tally(row) for row in rows]

    def count_tallies(self, since: datetime) -> int:
        scope = scope_of(self.actor, Right.SEE_EXAMS)
        if scope is None:
            return 0
        counted = select(func.count()).select_from(_TALLIES[scope.reach].order_by(None).subquery())
        return int(self.connection.execute(counted, {"place": scope.place, "since": since}).scalar_one())

    def tries(self) -> Sequence[Try]:
        return tries_of(self.connection, self.actor.person)

    def item(self, fingerprint: str) -> ExamItem | None:
        try:
            return exam_item_of(self.connection, fingerprint)
        except LookupError:
            return None


def _tally(row: Row[Any]) -> Tally:
    own = Average(row.own_wrote, mean(row.own_points, row.own_papers), row.own_passed)
    spot = Average(row.spot_wrote, mean(row.spot_points, row.spot_papers), row.spot_passed)
    return Tally(row.name, own, spot)


def mean(hundredths: int, papers: int) -> Decimal:
    """The average of so many papers to a tenth of a point; 0 of none."""
    return (points(hundredths) / max(1, papers)).quantize(Decimal("0.1"))


def tries_of(connection: Connection, person: int) -> Sequence[Try]:
    """Every judged answer of a person, oldest first."""
    rows = connection.execute(_TRIES, {"person": person})
    return [Try(row.item, row.fingerprint, row.correct, row.at, row.taught) for row in rows]


def items_of(connection: Connection, sheet: Sheet) -> tuple[ExamItem, ...]:
    """The questions of a paper in exactly the versions that were drawn."""
    return tuple(exam_item_of(connection, one.fingerprint) for one in sheet.drawn)


def answers_of(connection: Connection, exam: int) -> tuple[dict[int, Said], frozenset[int]]:
    """What is chosen by the place of its question, and the places that are marked."""
    rows = connection.execute(select(exam_answers).where(exam_answers.c.exam == exam)).all()
    chosen = {row.place: tuple(row.chosen) for row in rows if row.chosen}
    return chosen, frozenset(row.place for row in rows if row.marked)


def of_number(connection: Connection, exam: int) -> Row[Any] | None:
    """An exam with its result, if it has one, whosever it is."""
    return connection.execute(_ONE, {"exam": exam}).one_or_none()


def document(connection: Connection, number: str) -> Mapping[str, Any] | None:
    """Everything a result's fingerprint is over."""
    found = select(exam_results.c.document).where(exam_results.c.number == number)
    kept: Mapping[str, Any] | None = connection.execute(found).scalar_one_or_none()
    return kept


def _attempt(row: Row[Any]) -> Attempt:
    if row.number is None:
        return Attempt(row.id, row.begun_at)
    return Attempt(row.id, row.begun_at, row.ended_at, points(row.hundredths), row.passed)


def points(hundredths: int) -> Decimal:
    """Points as they are shown."""
    return Decimal(hundredths) / HUNDRED


def _sitting(connection: Connection, row: Row[Any]) -> Sitting:
    sheet = Sheet.from_json(row.sheet)
    items = items_of(connection, sheet)
    shown = tuple(asked(item, drawn) for item, drawn in zip(items, sheet.drawn, strict=True))
    answers, marked = answers_of(connection, row.id)
    return Sitting(row.id, sheet, shown, row.begun_at, row.deadline, answers, marked)


def _result(connection: Connection, row: Row[Any]) -> Result:
    sheet = Sheet.from_json(row.sheet)
    items, kept = items_of(connection, sheet), row.document
    answers = {int(place): tuple(chosen) for place, chosen in kept["answers"].items()}
    ended: datetime = from_text(kept["ended_at"])
    return Result(
        row.id,
        row.number,
        row.who,
        row.place,
        sheet,
        items,
        answers,
        judged(sheet, items, answers),
        points(row.hundredths),
        row.passed,
        row.by_time,
        row.begun_at,
        ended,
        row.sha256,
    )
