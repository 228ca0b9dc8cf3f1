"""What reminder rules ask about one enterprise, read: its standing, and everything that something can be owed about."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Connection, bindparam, func, or_, select

from checklists.catalogue import Catalogue
from checklists.period import is_special, period_of
from checklists.reminders import Dated, Happening, Subject, Task
from checklists.schema import Checklist
from safety.calendar import at, today
from safety.campaigns import Who
from safety.drills import SUBJECTS
from safety.hazard_ledger import HazardState
from safety.owing import Row, Thing
from safety.owing_days import began, changes_on
from safety.people import Role
from safety.reminders import Standing
from storage import facts
from storage.campaigns import tasks
from storage.plans import in_force
from storage.prepared import Prepared
from storage.recipients import Crew, crew
from storage.tables.checks import checks
from storage.tables.ledger import OPEN, enterprises, hazards
from storage.tables.obligations import terms
from storage.tables.people import seats

NEWS = timedelta(days=2)  # what came to be longer ago than this without being known is counted from today on
LATE = timedelta(days=15)  # so long a period that is over stays owed beside the next one
MANAGERS = (Role.PRINCIPAL, Role.OFFICER)
RESTS = frozenset({HazardState.EVIDENCE, HazardState.SUSPENDED})  # the enterprise has nothing to do now
KNOWN = {subject.value: subject for subject in Subject}
PREFIX = {"person": Subject.MANAGER}

_JOINED = select(func.min(seats.c.since)).where(seats.c.enterprise == enterprises.c.id).scalar_subquery()
_UNIT = Prepared(
    select(
        enterprises.c.colour, enterprises.c.activity, enterprises.c.supervision, _JOINED.label("joined")
    ).where(enterprises.c.id == bindparam("enterprise"))
)
_TERMS = Prepared(
    select(terms.c.about, terms.c.what, terms.c.at).where(terms.c.enterprise == bindparam("enterprise"))
)
_HAZARDS = Prepared(
    select(
        hazards.c.number,
        hazards.c.state,
        hazards.c.due,
        hazards.c.owner,
        hazards.c.suspected_major,
        hazards.c.found_at,
        hazards.c.reported_at,
        hazards.c.listing,
    ).where(
        hazards.c.enterprise == bindparam("enterprise"),
        OPEN,
        or_(hazards.c.visit.is_(None), hazards.c.reported_at.is_not(None)),  # told when the inspection ends
    )
)
_SUBMITTED = Prepared(
    select(checks.c.checklist, checks.c.period).where(
        checks.c.enterprise == bindparam("enterprise"),
        checks.c.due >= bindparam("since", type_=checks.c.due.type),
        checks.c.submitted_at.is_not(None),
    )
)


@dataclass(frozen=True, slots=True)
class Matters:
    """One enterprise as the rules see it. `turns`: when its self-checks change by themselves."""

    standing: Standing
    things: Mapping[Subject, Sequence[Thing]]
    crew: Crew
    turns: datetime


@dataclass(slots=True)
class _Known:
    """What is kept of one subject."""

    done: dict[str, datetime]
    happened: dict[Happening, datetime]
    dates: dict[Dated, datetime]


def matters(
    connection: Connection, catalogue: Catalogue, enterprise: int, rows: Sequence[Row], now: datetime
) -> Matters | None:
    """Everything about one enterprise; None as long as nobody of it has joined."""
    place = {"enterprise": enterprise}
    unit = _UNIT.first(connection, place)
    if unit is None or unit.joined is None:
        return None
    derived = catalogue.facts.derive(facts.stated(connection, enterprise))
    standing = Standing(derived, unit.colour, unit.supervision, unit.activity)
    known = _known(connection, enterprise)
    found = _HAZARDS.rows(connection, place)
    own = {f"hazard:{row.number}": row.owner for row in found if row.owner is not None}
    people = crew(connection, enterprise, own)
    day = today(now)
    forms = [catalogue.checklists[one] for one in catalogue.for_enterprise(unit.colour, derived)]
    things: dict[Subject, list[Thing]] = {
        Subject.ENTERPRISE: [_thing(f"enterprise:{enterprise}", _counted(unit.joined, now), known)],
        Subject.MANAGER: list(_managers(people, known, now)),
        Subject.CHECK: list(_checks(connection, enterprise, forms, rows, day)),
        **_campaigns(connection, catalogue, enterprise, day),
        Subject.HAZARD: [_hazard(row, known) for row in found if row.state is not HazardState.FOUND],
        Subject.MAJOR_HAZARD: [_major(row, known) for row in found if row.suspected_major],
    }
    for about in known:
        kind = KNOWN.get(about.partition(":")[0])
        if kind is not None and kind not in things:
            things[kind] = []
    for about, one in known.items():
        kind = KNOWN.get(about.partition(":")[0])
        if kind is not None and kind not in {Subject.ENTERPRISE, Subject.CHECK, Subject.HAZARD}:
            things[kind].append(_thing(about, min(one.happened.values(), default=now), known))
    for subject, plans in _plans(connection, enterprise, known, now).items():
        things[subject] = [*things.get(subject, ()), *plans]
    turns = min((changes_on(form, day) for form in forms), default=day + timedelta(days=31))
    return Matters(standing, things, people, at(turns, time.min))


def _counted(since: datetime, now: datetime) -> datetime:
    """What was there long before it could be known (an older installation) gets a whole term."""
    return since if now - since <= NEWS else now


def _known(connection: Connection, enterprise: int) -> Mapping[str, _Known]:
    found: dict[str, _Known] = {}
    for about, what, moment in _TERMS.rows(connection, {"enterprise": enterprise}):
        one = found.setdefault(about, _Known({}, {}, {}))
        kind, _, name = what.partition(":")
        if kind == "done":
            one.done[name] = moment
        elif kind == "at":
            one.happened[Happening(name)] = moment
        else:
            one.dates[Dated(name)] = moment
    return found


def _thing(about: str, since: datetime | None, known: Mapping[str, _Known]) -> Thing:
    one = known.get(about)
    return Thing(about, since) if one is None else Thing(about, since, one.done, one.happened, one.dates)


def _managers(people: Crew, known: Mapping[str, _Known], now: datetime) -> Iterator[Thing]:
    since: dict[int, datetime] = {}
    for one in people.seated:
        if one.role in MANAGERS:
            since[one.person] = min(one.since, since.get(one.person, one.since))
    for person, begun in since.items():
        yield _thing(f"person:{person}", _counted(begun, now), known)


def _checks(
    connection: Connection, enterprise: int, forms: Sequence[Checklist], rows: Sequence[Row], day: date
) -> Iterator[Thing]:
    """The check of this period of each form, and one that is over for a while and was not submitted."""
    place: dict[str, Any] = {"enterprise": enterprise, "since": day - 2 * LATE}
    submitted = {(row.checklist, row.period) for row in _SUBMITTED.rows(connection, place)}
    open_rows = {row.about for row in rows if row.ended is None}
    for form in forms:
        owed = [period_of(form.cycle_days, day)] if form.open_on(day) else []
        prefix = f"check:{enterprise}/{form.id}/"
        periods = [about.removeprefix(prefix) for about in open_rows if about.startswith(prefix)]
        before = [one for one in periods if not is_special(one)]
        for period in dict.fromkeys((*owed, *before)):
            due = form.due_in(period)
            if (form.id, period) not in submitted and due >= day - LATE:
                dates = {Dated.CHECK_DUE: at(due, time.min)}
                yield Thing(f"{prefix}{period}", began(form, period), dates=dates)


def _campaigns(
    connection: Connection, catalogue: Catalogue, enterprise: int, day: date
) -> dict[Subject, list[Thing]]:
    """The checks that campaigns ask for, by who has to do them."""
    found: dict[Subject, list[Thing]] = {Subject.CAMPAIGN: [], Subject.CAMPAIGN_PRINCIPAL: []}
    for task in tasks.open_tasks(connection, enterprise, day):
        if task.submitted or task.key.checklist not in catalogue.checklists:
            continue
        about = f"check:{enterprise}/{task.key.checklist}/{task.key.period}"
        dates = {Dated.CHECK_DUE: at(task.due, time.min)}
        principal = task.who is Who.PRINCIPAL
        subject = Subject.CAMPAIGN_PRINCIPAL if principal else Subject.CAMPAIGN
        found[subject].append(Thing(about, task.opened_at, dates=dates))
    return found


def _plans(
    connection: Connection, enterprise: int, known: Mapping[str, _Known], now: datetime
) -> dict[Subject, list[Thing]]:
    """The plans in force whose kind has to be tried out by itself: drills are owed of each."""
    found: dict[Subject, list[Thing]] = {subject: [] for subject in SUBJECTS.values()}
    for plan, kind, entered in in_force(connection, enterprise):
        if kind in SUBJECTS:
            found[SUBJECTS[kind]].append(_thing(f"plan:{plan}", _counted(entered, now), known))
    return found


def _hazard(row: Any, known: Mapping[str, _Known]) -> Thing:
    about = f"hazard:{row.number}"
    one = known.get(about) or _Known({}, {}, {})
    dates = {Dated.HAZARD_DUE: at(row.due, time.min)}
    return Thing(about, row.found_at, one.done, one.happened, dates, rests=row.state in RESTS)


def _major(row: Any, known: Mapping[str, _Known]) -> Thing:
    """Progress is owed of a listed one alone, from the day of its listing."""
    about = f"hazard:{row.number}"
    one = known.get(about) or _Known({}, {}, {})
    done = dict(one.done)
    if row.reported_at is not None:
        done[Task.REPORT_MAJOR.value] = row.reported_at
    listing = row.listing
    listed = listing is not None and listing["removed"] is None and row.state not in RESTS
    since = at(date.fromisoformat(listing["since"]), time.min) if listed else None
    if listed and listing["reported"] is not None:
        done[Task.PROGRESS.value] = at(date.fromisoformat(listing["reported"]), time.min)
    return Thing(about, since, done, {**one.happened, Happening.MAJOR_HAZARD_FOUND: row.found_at})
