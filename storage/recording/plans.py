"""Writes down emergency plans: versions, filing, reviews, files. What is owed about them begins and ends here."""

from datetime import time
from typing import Any

from sqlalchemy import Row, func, insert, select, update

from checklists.reminders import Happening, Task
from safety.calendar import at, today
from safety.errors import Refusal
from safety.events_plans import (
    PlanEntered,
    PlanFiled,
    PlanFileSent,
    PlanReviewed,
    PlanWithdrawn,
)
from safety.people import Right
from storage import attached, media
from storage.obligations import arise, gone, settle
from storage.recording.turn import Turn, Written
from storage.tables.drills import plan_versions, plans

LONGEST_TITLE, LONGEST_VERSION, LONGEST_FILING = 120, 20, 60


def plan_entered(turn: Turn, event: PlanEntered) -> Written:
    """A new plan, or the next version of one; its term for filing begins, its review is done. Refusal for a day to come."""
    enterprise = turn.enterprise(Right.RUN_DRILL)
    if event.published_on > today(turn.now):
        raise Refusal("plan-day-ahead")
    plan = _of(turn, event.plan).id if event.plan is not None else _new(turn, enterprise, event)
    last = select(func.coalesce(func.max(plan_versions.c.ordinal), 0)).where(plan_versions.c.plan == plan)
    row = {
        "plan": plan,
        "ordinal": turn.connection.execute(last).scalar_one() + 1,
        "version": event.version[:LONGEST_VERSION],
        "published_on": event.published_on,
        "entered_at": turn.now,
        "entered_by": turn.actor.person,
    }
    turn.connection.execute(insert(plan_versions).values(row))
    published = at(event.published_on, time(9))
    about = f"plan:{plan}"
    arise(turn.connection, Happening.PLAN_PUBLISHED, enterprise, about, published)
    settle(turn.connection, Task.REVIEW_PLAN, about, published, turn.actor.person)
    return Written(about)


def _new(turn: Turn, enterprise: int, event: PlanEntered) -> int:
    row = {
        "enterprise": enterprise,
        "kind": event.plan_kind,
        "title": event.title[:LONGEST_TITLE],
        "entered_at": turn.now,
    }
    return int(turn.connection.execute(insert(plans).values(row).returning(plans.c.id)).scalar_one())


def plan_filed(turn: Turn, event: PlanFiled) -> Written:
    """The newest version is filed: what was owed about it is done."""
    plan, version = _newest(turn, event.plan)
    if not version.published_on <= event.on <= today(turn.now):
        raise Refusal("plan-day-wrong")
    values = {"filed_on": event.on, "filing": event.filing[:LONGEST_FILING]}
    turn.connection.execute(update(plan_versions).where(plan_versions.c.id == version.id).values(values))
    about = f"plan:{plan.id}"
    settle(turn.connection, Task.FILE_PLAN, about, turn.now, turn.actor.person)
    return Written(about)


def plan_reviewed(turn: Turn, event: PlanReviewed) -> Written:
    """Evaluated on a day; the next review is counted from it."""
    plan, version = _newest(turn, event.plan)
    if not version.published_on <= event.on <= today(turn.now):
        raise Refusal("plan-day-wrong")
    mine = plan_versions.c.id == version.id
    turn.connection.execute(update(plan_versions).where(mine).values(reviewed_on=event.on))
    about = f"plan:{plan.id}"
    settle(turn.connection, Task.REVIEW_PLAN, about, at(event.on, time(9)), turn.actor.person)
    return Written(about)


def plan_file_sent(turn: Turn, event: PlanFileSent) -> Written:
    """A photo or document of the newest version. The same file again changes nothing."""
    _plan, version = _newest(turn, event.plan)
    sender = turn.actor.person
    kind = media.FILE if event.document else media.PHOTO
    attached.enter(turn.connection, f"plan/{version.id}", event.picture, sender, turn.now, kind, event.name)
    return Written(f"plan:{event.plan}")


def plan_withdrawn(turn: Turn, event: PlanWithdrawn) -> Written:
    """In force no more; nothing is owed about it."""
    plan = _of(turn, event.plan)
    turn.connection.execute(update(plans).where(plans.c.id == plan.id).values(ended_at=turn.now))
    gone(turn.connection, plan.enterprise, f"plan:{plan.id}", turn.now)
    return Written(f"plan:{plan.id}")


def _of(turn: Turn, plan: int) -> Row[Any]:
    """A plan in force of the own enterprise. Refusal for any other."""
    enterprise = turn.enterprise(Right.RUN_DRILL)
    own = select(plans).where(
        plans.c.id == plan, plans.c.enterprise == enterprise, plans.c.ended_at.is_(None)
    )
    row = turn.connection.execute(own).one_or_none()
    if row is None:
        raise Refusal("plan-gone")
    return row


def _newest(turn: Turn, plan: int) -> tuple[Row[Any], Row[Any]]:
    row = _of(turn, plan)
    found = select(plan_versions).where(plan_versions.c.plan == row.id)
    newest = turn.connection.execute(found.order_by(plan_versions.c.ordinal.desc()).limit(1)).one()
    return row, newest
