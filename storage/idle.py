"""Self-checks that were begun and lie still: since when, who answered last, by when they are due. Their rows of `due`."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, func, select

from safety.visits import visit_of
from storage import due
from storage.tables.checks import answers, checks
from storage.tables.people import seats

KIND = "draft"
FIRST = timedelta(days=1)  # then the clock looks at it for the first time, and at the days of the content


@dataclass(frozen=True, slots=True)
class Draft:
    """One that is not handed in. `touched`: its last answer, else its beginning; `person`: who gave it, while they have a seat there."""

    check: int
    enterprise: int
    checklist: str
    period: str
    due: date
    touched: datetime
    answered: int
    person: int | None


def watch(connection: Connection, check: int, period: str, now: datetime) -> None:
    """A self-check was begun. One that is walked in an inspection has its own reminder."""
    if visit_of(period) is None:
        due.plan(connection, f"{KIND}:{check}", KIND, str(check), now + FIRST)


def standing(connection: Connection, check: int) -> Draft | None:
    """How it stands; None once it is handed in."""
    row = connection.execute(
        select(checks).where(checks.c.id == check, checks.c.submitted_at.is_(None))
    ).one_or_none()
    if row is None:
        return None
    last = connection.execute(
        select(answers.c.at, answers.c.person)
        .where(answers.c.check_id == check)
        .order_by(answers.c.at.desc(), answers.c.question)
        .limit(1)
    ).one_or_none()
    count = select(func.count()).where(answers.c.check_id == check)
    touched, person = (row.begun_at, row.begun_by) if last is None else (last.at, last.person)
    return Draft(
        check,
        row.enterprise,
        row.checklist,
        row.period,
        row.due,
        touched,
        int(connection.execute(count).scalar_one()),
        person if _seated(connection, person, row.enterprise) else None,
    )


def _seated(connection: Connection, person: int, enterprise: int) -> bool:
    there = (seats.c.person == person) & (seats.c.enterprise == enterprise) & seats.c.until.is_(None)
    return connection.execute(select(seats.c.id).where(there).limit(1)).first() is not None
