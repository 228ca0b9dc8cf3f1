"""Reminder rules (提醒规则): who owes what by when, when to remind, to whom it goes when nothing happens.

A scheduler runs any rule of these shapes; how a rule becomes moments: safety/reminders.py.
"""

import re
from datetime import date, time
from enum import StrEnum
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from checklists.conditions import Condition
from checklists.grading import EnterpriseClass
from checklists.parts import Clause, Flag, Part, Text, Whole

_OFFSET = re.compile(r"T(?:([+-])([1-9][0-9]{0,3}))?")
_MONTH_DAY = re.compile(r"(\d{2})-(\d{2})")
_CLOCK = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])")


def _offset(value: Any) -> Any:
    """`T-30` is thirty days before the due day, `T` the due day, `T+7` a week after it."""
    found = _OFFSET.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        raise PydanticCustomError("relative_day", "not a relative day")
    return int(f"{found[1]}{found[2]}") if found[1] else 0


def _month_day(value: Any) -> Any:
    found = _MONTH_DAY.fullmatch(value) if isinstance(value, str) else None
    try:
        date(
            2027, int(found[1]), int(found[2])
        ) if found else None  # an ordinary year: 02-29 comes every four years only
    except ValueError:
        found = None
    if found is None:
        raise PydanticCustomError("month_day", "not a day of every year")
    return value


def _clock(value: Any) -> Any:
    if isinstance(value, time):
        return value
    found = _CLOCK.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        raise PydanticCustomError("clock_time", "not a time of day")
    return time(int(found[1]), int(found[2]))


Offset = Annotated[
    int, BeforeValidator(_offset), WithJsonSchema({"type": "string", "pattern": "^T([+-][1-9][0-9]{0,3})?$"})
]
MonthDay = Annotated[
    str, BeforeValidator(_month_day), WithJsonSchema({"type": "string", "pattern": "^[01][0-9]-[0-3][0-9]$"})
]
Clock = Annotated[
    time, BeforeValidator(_clock), WithJsonSchema({"type": "string", "pattern": "^[0-2][0-9]:[0-5][0-9]$"})
]
Count = Annotated[Whole, Field(ge=0, le=3700)]


class Source(StrEnum):
    """Where the number comes from: a law or rule, a policy or recommended standard, or our own default."""

    STATUTE = "statute"
    POLICY = "policy"
    OURS = "ours"


class Recipient(StrEnum):
    """Who is told; the values of roles, and `person`: whom the matter is about."""

    PERSON = "person"
    OFFICER = "officer"
    PRINCIPAL = "principal"
    TOWN = "town"
    DISTRICT = "district"


LADDER = (Recipient.PERSON, Recipient.OFFICER, Recipient.PRINCIPAL, Recipient.TOWN, Recipient.DISTRICT)


class Task(StrEnum):
    """What is owed: it decides what *do it now* opens and what counts as done.

    RECORD is the one for any new rule: done is what somebody records as done, with day, words and photo.
    """

    RECORD = "record"
    CHECK = "check"
    STATISTICS = "statistics"
    REPORT_MAJOR = "report_major"
    FIX = "fix"
    PROGRESS = "progress"
    TRAINING = "training"
    LESSON = "lesson"
    DRILL = "drill"
    FILE_PLAN = "file_plan"
    REVIEW_PLAN = "review_plan"
    CERTIFICATE = "certificate"
    EQUIPMENT = "equipment"
    LICENCE = "licence"
    COMMITMENT = "commitment"
    SUPPLIES = "supplies"
    PROFILE = "profile"


class Subject(StrEnum):
    """What one thing owed is about: there is one for each of them."""

    ENTERPRISE = "enterprise"
    CHECK = "check"
    CAMPAIGN = "campaign"  # a campaign's check that one of the responsible people does
    CAMPAIGN_PRINCIPAL = "campaign_principal"  # one that the principal does in person
    HAZARD = "hazard"
    MAJOR_HAZARD = "major_hazard"
    MANAGER = "manager"  # principal and safety officers
    WORKER = "worker"
    CERTIFICATE = "certificate"
    EQUIPMENT = "equipment"
    PLAN = "plan"
    ON_SITE_PLAN = "on_site_plan"
    SPECIAL_PLAN = "special_plan"
    LICENCE = "licence"
    STANDARDIZATION = "standardization"
    DEPOT = "depot"  # of emergency supplies
    SUPPLY = "supply"


class Dated(StrEnum):
    """A date that the ledger keeps."""

    CHECK_DUE = "check.due"
    HAZARD_DUE = "hazard.due"
    CERTIFICATE_REVIEW = "certificate.review"
    EQUIPMENT_INSPECTION = "equipment.inspection"
    LICENCE_EXPIRY = "licence.expiry"
    STANDARDIZATION_EXPIRY = "standardization.expiry"
    SUPPLY_CHECK = "supply.check"
    SUPPLY_EXPIRY = "supply.expiry"


class Happening(StrEnum):
    """Something that happens once and starts a term."""

    MAJOR_HAZARD_FOUND = "major_hazard_found"
    PRINCIPAL_APPOINTED = "principal_appointed"
    WORKER_JOINED = "worker_joined"
    WORKER_RETURNED = "worker_returned"
    PLAN_PUBLISHED = "plan_published"
    RESUMPTION_STARTED = "resumption_started"


class Activity(StrEnum):
    """What an enterprise does: in production, stopped, resumed after a stop, closed for good."""

    PRODUCING = "producing"
    STOPPED = "stopped"
    RESUMED = "resumed"
    CLOSED = "closed"


UNITS = ("hours", "days", "working_days", "months")


class Span(Part):
    """A length of time, in one unit. Working days follow the public calendar with its make-up days."""

    hours: Count | None = None
    days: Count | None = None
    working_days: Count | None = None
    months: Count | None = None

    @model_validator(mode="after")
    def _one_unit(self) -> "Span":
        if sum(getattr(self, unit) is not None for unit in UNITS) != 1:
            raise PydanticCustomError("span_shape", "exactly one of hours, days, working_days, months")
        return self


class After(Span):
    """A term that starts with something that happened."""

    event: Happening


class Due(Part):
    """When it is due (T), in one of four ways.

    every   so long after it was done last; when it never was: after the enterprise joined
    on      the same days every year
    date    a date that the ledger keeps
    after   so long after something happened
    """

    every: Span | None = None
    on: tuple[MonthDay, ...] = ()
    date: Dated | None = None
    after: After | None = None

    @model_validator(mode="after")
    def _one_way(self) -> "Due":
        if sum((self.every is not None, bool(self.on), self.date is not None, self.after is not None)) != 1:
            raise PydanticCustomError("due_shape", "exactly one of every, on, date, after")
        return self


class Step(Part):
    """One rung of the ladder: who hears of it when it is not done by then."""

    to: Recipient
    at: Offset


class Reminder(Part):
    """One rule.

    when      facts an enterprise has to have; None: all enterprises
    classes   only these classes of supervision (I to IV); empty: all
    colours   only these notice colours; empty: all
    states    only while the enterprise does this
    subject   there is one thing owed for each of these
    who       who has to do it and is reminded
    remind    days to remind on, relative to the due day T
    escalate  the ladder; each is told ahead that it is coming
    urgent    goes out at once, at night and on days off too
    minutes   about how long it takes, said in the reminder
    active    false: off until an installation turns it on
    """

    limits: ClassVar = {"title": (24, 80)}

    id: str
    title: Text
    source: Source
    basis: tuple[Clause, ...] = ()
    when: Condition | None = None
    classes: tuple[EnterpriseClass, ...] = ()
    colours: tuple[str, ...] = ()
    states: tuple[Activity, ...] = (Activity.PRODUCING, Activity.RESUMED)
    subject: Subject = Subject.ENTERPRISE
    task: Task
    who: Recipient
    due: Due
    remind: Annotated[tuple[Offset, ...], Field(min_length=1)]
    escalate: tuple[Step, ...] = ()
    urgent: Flag = False
    minutes: Annotated[Whole, Field(ge=1, le=480)] | None = None
    active: Flag = True


class Window(Part):
    """Part of a day, from and to in local time."""

    begin: Clock
    end: Clock


class Hours(Part):
    """When reminders may leave (our default), in local time on working days.

    daily    the hour of the one message a day, unless the person chose another
    windows  what becomes due in between leaves in these
    quiet    nothing but urgent ones; may pass midnight
    """

    daily: Clock = time(8, 30)
    windows: Annotated[tuple[Window, ...], Field(min_length=1)] = (
        Window(begin=time(8, 30), end=time(11, 30)),
        Window(begin=time(14), end=time(18)),
    )
    quiet: Window = Window(begin=time(20), end=time(8))


class Reminders(Part):
    """rules/reminders.yaml."""

    hours: Hours = Hours()
    rules: tuple[Reminder, ...] = ()

    def rule(self, rule: str) -> Reminder:
        """A rule by its id; KeyError when there is none."""
        return {one.id: one for one in self.rules}[rule]
