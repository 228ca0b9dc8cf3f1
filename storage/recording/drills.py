"""Writes down drills and roll calls: planned, begun, told, answered, ended. Each step is done once, whoever is quicker."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, insert, select, update

from safety.drills import DrillState, next_moment, takes_answers
from safety.errors import Refusal
from safety.events_drills import (
    CommandTaken,
    DrillAnswered,
    DrillCancelled,
    DrillEnded,
    DrillPhotoSent,
    DrillPlanned,
    DrillStarted,
    DrillTold,
    RollCalled,
)
from safety.people import Right, Role
from storage import attached, due
from storage import drills as reading
from storage.content import script_of
from storage.numbers import Series, next_number
from storage.recording.turn import Turn, Written
from storage.tables.drills import drill_injects, drill_people, drill_replies, drills, plans
from storage.upsert import Upsert

# kinds of due rows: the next inject, one more announcement, who has not answered, the list on a screen, the end by time
INJECT, SOON, CHASE, BOARD, OVER = "drill", "drill-soon", "drill-chase", "drill-board", "drill-over"
LONGEST_PLACE, LONGEST_WORDS, MOST_EXTRA = 120, 1000, 100_000
_JOIN = Upsert(lambda insert: insert(drill_people).on_conflict_do_nothing())
_TELL = Upsert(lambda insert: insert(drill_injects).on_conflict_do_nothing())


def drill_planned(turn: Turn, event: DrillPlanned) -> Written:
    """Number, commander, and the moment of the announcement. Refusal for a script that was never published."""
    enterprise = turn.enterprise(Right.RUN_DRILL)
    try:
        script = script_of(turn.connection, event.fingerprint)
    except LookupError:
        raise Refusal("drill-changed") from None
    if script.id != event.script or event.at < turn.now - timedelta(days=1):
        raise Refusal("drill-changed")
    number = next_number(turn.connection, Series.DRILL, turn.now)
    row = {
        "number": number,
        "enterprise": enterprise,
        "real": False,
        "state": DrillState.PLANNED,
        "script": event.fingerprint,
        "plan": _plan(turn, enterprise, event.plan),
        "place": event.place[:LONGEST_PLACE],
        "extra": min(max(event.extra, 0), MOST_EXTRA),
        "planned_at": event.at,
        "planned_by": turn.actor.person,
        "commander": turn.actor.person,
    }
    drill = turn.connection.execute(insert(drills).values(row).returning(drills.c.id)).scalar_one()
    due.plan(turn.connection, f"{SOON}:{drill}", SOON, str(drill), event.soon)
    return Written(number)


def _plan(turn: Turn, enterprise: int, plan: int | None) -> int | None:
    """The plan that is tested, when it is one of the own enterprise."""
    own = select(plans.c.id).where(plans.c.id == plan, plans.c.enterprise == enterprise)
    return turn.connection.execute(own).scalar()


def drill_cancelled(turn: Turn, event: DrillCancelled) -> Written:
    """Only one that has not begun. Refusal afterwards."""
    row = own(turn, event.number)
    moved(turn, row, DrillState.PLANNED, {"state": DrillState.CANCELLED, "ended_at": turn.now})
    return Written(event.number)


def drill_started(turn: Turn, event: DrillStarted) -> Written:
    """Begun once; who begins it commands. Refusal when it has begun, or another one of the enterprise runs."""
    row = own(turn, event.number)
    if running(turn, row.enterprise):
        raise Refusal("drill-runs")
    script = row.script
    if event.fingerprint:
        known = script_of(turn.connection, row.script)
        try:
            script = (
                event.fingerprint if script_of(turn.connection, event.fingerprint).id == known.id else script
            )
        except LookupError:
            raise Refusal("drill-changed") from None
    values = {
        "state": DrillState.RUNNING,
        "script": script,
        "started_at": turn.now,
        "commander": turn.actor.person,
    }
    moved(turn, row, DrillState.PLANNED, values)
    join(turn, row.id, row.enterprise)
    due.plan(turn.connection, f"{INJECT}:{row.id}", INJECT, str(row.id), turn.now)
    due.plan(turn.connection, f"{OVER}:{row.id}", OVER, str(row.id), event.until)
    return Written(event.number)


def roll_called(turn: Turn, event: RollCalled) -> Written:
    """The roll is called at once. A drill that runs is broken off; a second roll call at the same time is refused."""
    enterprise = turn.enterprise(Right.JOIN_DRILL)
    if running(turn, enterprise, real=True):
        raise Refusal("roll-runs")
    number = next_number(turn.connection, Series.ROLL, turn.now)
    row = {
        "number": number,
        "enterprise": enterprise,
        "real": True,
        "state": DrillState.RUNNING,
        "place": event.place[:LONGEST_PLACE],
        "planned_at": turn.now,
        "planned_by": turn.actor.person,
        "commander": turn.actor.person,
        "started_at": turn.now,
        "called_at": turn.now,
    }
    drill = turn.connection.execute(insert(drills).values(row).returning(drills.c.id)).scalar_one()
    join(turn, drill, enterprise)
    due.plan(turn.connection, f"{CHASE}:{drill}", CHASE, str(drill), event.chase_at)
    due.plan(turn.connection, f"{OVER}:{drill}", OVER, str(drill), event.until)
    broken = running(turn, enterprise)
    return Written(number, also=(DrillEnded(broken, stopped=True, reason="real"),) if broken else ())


def drill_told(turn: Turn, event: DrillTold) -> Written:
    """What the clock has told, once each; whoever has joined meanwhile takes part from now on."""
    row = found(turn, event.number)
    join(turn, row.id, row.enterprise)
    for inject, late in zip(event.injects, event.late, strict=True):
        _TELL.run(turn.connection, {"drill": row.id, "inject": inject, "at": turn.now, "late": late})
    if event.chase_at is not None:
        mine = (drills.c.id == row.id) & drills.c.called_at.is_(None)
        turn.connection.execute(update(drills).where(mine).values(called_at=turn.now))
        due.plan(turn.connection, f"{CHASE}:{row.id}", CHASE, str(row.id), event.chase_at)
    freshen(turn, row.id)
    return Written(event.number, enterprise=row.enterprise)


def following(turn: Turn, number: str) -> datetime | None:
    """When the next inject of a running drill is to be told; None after the last."""
    row = found(turn, number)
    drill = reading.whole(turn.connection, row)
    if drill.script is None or drill.started_at is None or drill.state is not DrillState.RUNNING:
        return None
    return next_moment(drill.script, drill.started_at, drill.sent.keys())


def drill_answered(turn: Turn, event: DrillAnswered) -> Written:
    """Kept with the moment at which the person acted. Refusal after the end, and for somebody who takes no part."""
    row = partaken(turn, event.number)
    if row.called_at is None or not takes_answers(reading.whole(turn.connection, row), turn.now):
        raise Refusal("drill-answer-late" if row.called_at else "drill-not-called")
    said = {
        "drill": row.id,
        "person": turn.actor.person,
        "answer": event.answer,
        "words": event.words[:LONGEST_WORDS],
        "at": turn.now,
    }
    turn.connection.execute(insert(drill_replies).values(said))
    freshen(turn, row.id)
    return Written(event.number, enterprise=row.enterprise)


def drill_photo_sent(turn: Turn, event: DrillPhotoSent) -> Written:
    """A photo of a drill that runs or waits for its evaluation. The same file again changes nothing."""
    row = partaken(turn, event.number)
    if row.state not in {DrillState.RUNNING, DrillState.ENDED}:
        raise Refusal("drill-over")
    attached.enter(
        turn.connection, subject_of(row.number, event.inject), event.picture, turn.actor.person, turn.now
    )
    freshen(turn, row.id)
    return Written(event.number, enterprise=row.enterprise)


def subject_of(number: str, inject: str) -> str:
    """What a photo of a drill is of: `drill/YL-2026-000001/exit`; the last part may be empty."""
    return f"drill/{number}/{inject}"


def command_taken(turn: Turn, event: CommandTaken) -> Written:
    """An officer or principal commands from now on. Refusal for others, and once it is closed."""
    row = own(turn, event.number)
    if row.state not in {DrillState.PLANNED, DrillState.RUNNING, DrillState.ENDED}:
        raise Refusal("drill-over")
    turn.connection.execute(update(drills).where(drills.c.id == row.id).values(commander=turn.actor.person))
    return Written(event.number)


def drill_ended(turn: Turn, event: DrillEnded) -> Written:
    """Once. A drill waits for its evaluation then; one that was broken off, and a roll call in earnest, are over."""
    row = found(turn, event.number)
    if not event.by_time and event.reason != "real":
        _may_end(turn, row)
    state = DrillState.STOPPED if event.stopped else DrillState.DONE if row.real else DrillState.ENDED
    ended = min(turn.now, event.until) if event.by_time and event.until is not None else turn.now
    values = {"state": state, "ended_at": ended, "reason": event.reason[:LONGEST_WORDS]}
    moved(turn, row, DrillState.RUNNING, values)
    freshen(turn, row.id)
    return Written(event.number, enterprise=row.enterprise)


def _may_end(turn: Turn, row: Row[Any]) -> None:
    """Who commands, officers and principals; a roll call in earnest also who called it, while they have a seat there."""
    mine = turn.actor.person in (row.commander, row.planned_by)
    if not (mine and row.real and turn.actor.person in reading.seated(turn.connection, row.enterprise)):
        own(turn, row.number)


# --- what these share ---------------------------------------------------------------------------------------------


def found(turn: Turn, number: str) -> Row[Any]:
    row = reading.row_of(turn.connection, number)
    if row is None:
        raise Refusal("drill-gone")
    return row


def own(turn: Turn, number: str) -> Row[Any]:
    """A drill of the enterprise that the actor runs drills in. Refusal for any other."""
    enterprise, row = turn.enterprise(Right.RUN_DRILL), found(turn, number)
    if row.enterprise != enterprise:
        raise Refusal("drill-gone")
    return row


def partaken(turn: Turn, number: str) -> Row[Any]:
    """A drill that the actor takes part in, whichever seat they act from; who has joined meanwhile does as well."""
    row = found(turn, number)
    mine = select(drill_people.c.person).where(
        drill_people.c.drill == row.id, drill_people.c.person == turn.actor.person
    )
    if turn.connection.execute(mine).first() is None:
        role = reading.seated(turn.connection, row.enterprise).get(turn.actor.person)
        if role is None:
            raise Refusal("drill-gone")
        _enter(turn, row.id, turn.actor.person, role)
    return row


def join(turn: Turn, drill: int, enterprise: int) -> None:
    """Everybody with a seat takes part; who does already stays as they are."""
    for person, role in reading.seated(turn.connection, enterprise).items():
        _enter(turn, drill, person, role)


def _enter(turn: Turn, drill: int, person: int, role: Role) -> None:
    _JOIN.run(turn.connection, {"drill": drill, "person": person, "role": role, "joined_at": turn.now})


def running(turn: Turn, enterprise: int, *, real: bool = False) -> str:
    """The number of what runs in an enterprise, empty when nothing does."""
    here = (drills.c.enterprise == enterprise) & drills.c.real.is_(real)
    runs = select(drills.c.number).where(here, drills.c.state == DrillState.RUNNING)
    return turn.connection.execute(runs).scalar() or ""


def moved(turn: Turn, row: Row[Any], before: DrillState, values: dict[str, Any]) -> None:
    """From one state to another, by whoever is first. Refusal for the second."""
    mine = (drills.c.id == row.id) & (drills.c.state == before)
    if turn.connection.execute(update(drills).where(mine).values(values)).rowcount != 1:
        raise Refusal("drill-moved-on")


def freshen(turn: Turn, drill: int) -> None:
    """The lists on the screens of those who command are drawn again within a second or two."""
    due.pull(turn.connection, f"{BOARD}:{drill}", BOARD, str(drill), turn.now)
