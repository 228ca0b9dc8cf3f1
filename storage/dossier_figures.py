"""The figures of an enterprise's card, each read on its own by the enterprise's index."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, bindparam, case, exists, func, select

from checklists.catalogue import Catalogue
from safety.calendar import today as day_of
from safety.certificates import State
from safety.enterprises import Checked, Papers, Person, Reached, Ready, Standing
from safety.hazard_ledger import HazardState
from safety.hazards import OPEN
from safety.reachability import ANSWERING
from storage import certificates, spots
from storage.content import form_of
from storage.reachability import CAN_BE_REACHED
from storage.sifting import GRAVE
from storage.tables.checks import checks
from storage.tables.courses import course_results
from storage.tables.drills import drills
from storage.tables.ledger import contacts, hazards
from storage.tables.lessons import lesson_people, lessons
from storage.tables.people import people, seats
from storage.tables.warnings import warning_targets, warnings

YEAR = timedelta(days=365)
HOUR = 45  # minutes of training
_NEWEST = (
    select(checks.c.receipt, checks.c.checklist, checks.c.form, checks.c.submitted_at)
    .add_columns(checks.c.score, checks.c.asked, checks.c.passed)
    .where(checks.c.enterprise == bindparam("enterprise"), checks.c.submitted_at.is_not(None))
    .order_by(checks.c.submitted_at.desc(), checks.c.id.desc())
    .limit(1)
)
_YEAR = select(func.count()).where(
    checks.c.enterprise == bindparam("enterprise"),
    checks.c.submitted_at >= bindparam("since", type_=checks.c.submitted_at.type),
)
_STANDING = hazards.c.state.in_(OPEN)
_HAZARDS = select(
    func.count(case((_STANDING, 1))).label("open"),
    func.count(case((_STANDING & (hazards.c.due < bindparam("today", type_=hazards.c.due.type)), 1))).label(
        "overdue"
    ),
    func.count(case((_STANDING & GRAVE, 1))).label("major"),
    func.count(
        case(
            (
                (hazards.c.state == HazardState.CLOSED)
                & (hazards.c.closed_at >= bindparam("since", type_=hazards.c.closed_at.type)),
                1,
            )
        )
    ).label("closed"),
).where(hazards.c.enterprise == bindparam("enterprise"))
_ANSWERS = seats.c.role.in_(ANSWERING)
_PEOPLE = (
    select(
        func.count(case((_ANSWERS, 1))).label("answering"),
        func.count(case((_ANSWERS & CAN_BE_REACHED, 1))).label("reachable"),
        func.count(case((~_ANSWERS, 1))).label("others"),
    )
    .select_from(seats.join(people, people.c.id == seats.c.person))
    .where(seats.c.enterprise == bindparam("enterprise"), seats.c.until.is_(None))
)
_JOINED = exists().where(
    people.c.phone == contacts.c.phone,
    seats.c.person == people.c.id,
    seats.c.enterprise == contacts.c.enterprise,
    seats.c.until.is_(None),
)
_LISTED = select(func.count()).where(contacts.c.enterprise == bindparam("enterprise"), ~_JOINED)


def checked(connection: Connection, catalogue: Catalogue, enterprise: int, now: datetime) -> Checked | None:
    """The newest submission; None before the first."""
    row = connection.execute(_NEWEST, {"enterprise": enterprise}).one_or_none()
    if row is None:
        return None
    year = connection.execute(_YEAR, {"enterprise": enterprise, "since": now - YEAR}).scalar_one()
    title = form_of(connection, catalogue, row.checklist, row.form).title
    bad = int(row.asked or 0) - int(row.passed or 0)
    return Checked(row.receipt, title, day_of(row.submitted_at), int(row.score or 0), bad, int(year))


def hazards_of(connection: Connection, enterprise: int, now: datetime) -> Standing:
    """How many hazards there are."""
    bound = {"enterprise": enterprise, "today": day_of(now), "since": now - YEAR}
    return Standing(*map(int, connection.execute(_HAZARDS, bound).one()))


def reached(connection: Connection, enterprise: int) -> Reached:
    """Who has joined, who can be reached, and how many of the list have not joined."""
    row = connection.execute(_PEOPLE, {"enterprise": enterprise}).one()
    listed = connection.execute(_LISTED, {"enterprise": enterprise}).scalar_one()
    return Reached(int(row.answering), int(row.reachable), int(row.others), int(listed))


def papers(connection: Connection, enterprise: int, today: date, soon_days: int) -> Papers:
    """How many papers there are, and how many of them need something done."""
    states = [one.state(today, soon_days) for one in certificates.current(connection, enterprise)]
    over = sum(state in {State.EXPIRED, State.OVERDUE} for state in states)
    return Papers(len(states), over, sum(state is State.SOON for state in states))


def ready(connection: Connection, enterprise: int, now: datetime) -> Ready:
    """Hours of courses and lessons within a year, the last drill, warnings that wait for an answer."""
    since = now - YEAR
    learned = select(func.coalesce(func.sum(course_results.c.minutes), 0)).where(
        course_results.c.enterprise == enterprise, course_results.c.ended_at >= since
    )
    heard = (
        select(func.coalesce(func.sum(lessons.c.minutes), 0))
        .join(lesson_people, lesson_people.c.lesson == lessons.c.id)
        .where(lesson_people.c.enterprise == enterprise, lesson_people.c.at >= since)
    )
    drilled = select(func.max(drills.c.ended_at)).where(
        drills.c.enterprise == enterprise, drills.c.real.is_(False)
    )
    waits = (
        select(func.count())
        .select_from(warning_targets.join(warnings, warnings.c.id == warning_targets.c.warning))
        .where(
            warning_targets.c.enterprise == enterprise,
            warning_targets.c.posted_at.is_not(None),
            warning_targets.c.confirmed_at.is_(None),
            warnings.c.valid_to > now,
            warnings.c.ended_at.is_(None),
        )
    )
    minutes = sum(int(connection.execute(one).scalar_one()) for one in (learned, heard))
    last = connection.execute(drilled).scalar_one()
    unconfirmed = int(connection.execute(waits).scalar_one())
    exams = [spots.tally(connection, enterprise, now, spot=on_site) for on_site in (False, True)]
    return Ready(minutes // HOUR, None if last is None else day_of(last), unconfirmed, *exams)


def people_of(connection: Connection, enterprise: int) -> Sequence[Person]:
    """Who has joined, those who answer for it first; then who stands on the list and has not."""
    joined = (
        select(people.c.id, people.c.name, people.c.phone, people.c.reachable, seats.c.role)
        .join(seats, seats.c.person == people.c.id)
        .where(seats.c.enterprise == enterprise, seats.c.until.is_(None))
        .order_by(case((seats.c.role.in_(ANSWERING), 0), else_=1), seats.c.id)
    )
    found = [
        Person(one.name, one.role, one.phone or "", True, bool(one.reachable), f"person/{one.id}")  # noqa: FBT003 - fields
        for one in connection.execute(joined)
    ]
    listed = select(contacts).where(contacts.c.enterprise == enterprise, ~_JOINED).order_by(contacts.c.id)
    found += [
        Person(one.name, one.role, one.phone, False, False, f"contact/{one.id}")  # noqa: FBT003 - fields
        for one in connection.execute(listed)
    ]
    return found
