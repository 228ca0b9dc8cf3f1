"""Writes down until when somebody's training is whole, and settles what reminder rules say is owed for it (R10 to R14)."""

from datetime import date, datetime

from sqlalchemy import Connection, select

from checklists.catalogue import Catalogue
from checklists.courses import CourseEvent
from checklists.reminders import Task
from safety.calendar import today
from safety.courses import OWING, assigned
from safety.people import Role
from safety.training import Balance
from storage import staff
from storage.courses import learner_of, passed_by
from storage.obligations import settle
from storage.tables.obligations import obligations
from storage.tables.people import seats
from storage.tables.training import training_whole
from storage.training import KIND, LEARNING, balance_of, credits_of, worker_balance
from storage.upsert import Upsert

__all__ = ["KIND", "work_out"]


_KEEP = Upsert(
    lambda insert: (row := insert(training_whole)).on_conflict_do_update(
        index_elements=["enterprise", "about"],
        set_={"until": row.excluded.until, "at": row.excluded.at},
    )
)


def work_out(
    connection: Connection, catalogue: Catalogue, enterprise: int, about: str, now: datetime
) -> None:
    """When nothing is missing any more, keep until when, and settle once for that span. Nothing for who has left."""
    kind, _, number = about.partition(":")
    if kind == "person":
        _person(connection, catalogue, enterprise, int(number), now)
    else:
        found = worker_balance(connection, catalogue, int(number), now)
        if _newly(connection, enterprise, about, found, now):
            settle(connection, Task.TRAINING, about, now, None)


def _person(
    connection: Connection, catalogue: Catalogue, enterprise: int, person: int, now: datetime
) -> None:
    role = _role(connection, enterprise, person)
    if role is None:
        return
    found = balance_of(connection, catalogue, enterprise, person, role, now)
    whole = _newly(connection, enterprise, f"person:{person}", found, now)
    if role is not Role.WORKER:
        if whole:
            settle(connection, Task.TRAINING, f"person:{person}", now, person)
        elif found is not None and found.whole:
            _since_then(connection, catalogue, person, now)
        return
    row = staff.of_person(connection, enterprise, person)
    balanced = found is None or found.whole
    if row is not None and balanced and not _owes_for_event(connection, catalogue, enterprise, person, now):
        settle(connection, Task.TRAINING, f"worker:{row.id}", now, person)


def _since_then(connection: Connection, catalogue: Catalogue, person: int, now: datetime) -> None:
    """Whose hours were whole already when a term began (somebody was appointed): what was learned since settles that term alone."""
    last = max((one.day for one in credits_of(connection, catalogue, [person])[person]), default=date.min)
    about, terms = f"person:{person}", {rule.id for rule in catalogue.rules.reminders.rules if rule.due.after}
    open_ = select(obligations.c.rule, obligations.c.begun_at).where(
        obligations.c.about == about,
        obligations.c.newest == 1,
        obligations.c.state == "open",
        obligations.c.task == Task.TRAINING.value,
    )
    for row in connection.execute(open_).all():
        if row.rule in terms and today(row.begun_at) <= last:
            settle(connection, Task.TRAINING, about, now, person, rule=row.rule)


def _role(connection: Connection, enterprise: int, person: int) -> Role | None:
    """The role that somebody learns in there: as a manager before as a worker."""
    here = (seats.c.enterprise == enterprise) & (seats.c.person == person) & seats.c.until.is_(None)
    roles = connection.execute(select(seats.c.role).where(here, seats.c.role.in_(LEARNING))).scalars().all()
    return min(roles, key=list(Role).index, default=None)


def _newly(connection: Connection, enterprise: int, about: str, found: Balance | None, now: datetime) -> bool:
    """Whether it is whole for a span for which it was not; that is kept."""
    if found is None or not found.whole:
        return False
    mine = (training_whole.c.enterprise == enterprise) & (training_whole.c.about == about)
    before = connection.execute(select(training_whole.c.until).where(mine)).one_or_none()
    if before is not None and (before.until or date.max) >= (found.until or date.max):
        return False
    _KEEP.run(connection, {"enterprise": enterprise, "about": about, "until": found.until, "at": now})
    return True


def _owes_for_event(
    connection: Connection, catalogue: Catalogue, enterprise: int, person: int, now: datetime
) -> bool:
    """Whether a course is open that is owed because they are new, have another post or are back."""
    learner = learner_of(connection, catalogue, enterprise, person, Role.WORKER, now)
    if learner is None:
        return False
    passed = {one.course.id: one.day for one in passed_by(connection, person)}
    every = [one for one in catalogue.courses.values() if set(one.events) & set(CourseEvent)]
    soon = catalogue.rules.training.soon_days
    return any(one.standing in OWING for one in assigned(every, learner, passed, today(now), soon))
