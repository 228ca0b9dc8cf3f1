"""Writes down how a drill was: what people said afterwards, the evaluation, and its record, closed once for good."""

from typing import Any

from sqlalchemy import update

from checklists.reminders import Task
from safety.drills import Drill, DrillState, muster
from safety.errors import Refusal
from safety.events_drills import DrillClosed, DrillHazardReported, DrillMarked, DrillWashed
from storage import drills as reading
from storage.obligations import settle
from storage.receipts import fingerprint_over
from storage.recording.drills import LONGEST_WORDS, found, moved, own, partaken
from storage.recording.reports import hazard_reported
from storage.recording.turn import Turn, Written
from storage.tables.drills import drill_marks, drill_washes, drills
from storage.types import to_text
from storage.upsert import Upsert


def _latest(table: Any, keys: list[str]) -> Upsert:
    def kept(insert: Any) -> Any:
        row = insert(table)
        new = {name: row.excluded[name] for name in ("fine", "words", "at")}
        return row.on_conflict_do_update(index_elements=keys, set_=new)

    return Upsert(kept)


_WASH = _latest(drill_washes, ["drill", "person", "question"])
_MARK = _latest(drill_marks, ["drill", "measure"])


def drill_washed(turn: Turn, event: DrillWashed) -> Written:
    """What somebody who took part says, until the record is closed; said again it replaces what was said."""
    row = partaken(turn, event.number)
    script = reading.script(turn.connection, row)
    known = script is not None and any(one.id == event.question for one in script.hotwash)
    if row.state is not DrillState.ENDED or not known:
        raise Refusal("drill-over" if known else "drill-changed")
    said = {"person": turn.actor.person, "question": event.question, **_said(event), "at": turn.now}
    _WASH.run(turn.connection, {"drill": row.id, **said})
    return Written(event.number, enterprise=row.enterprise)


def drill_marked(turn: Turn, event: DrillMarked) -> Written:
    """One point of the evaluation, by an officer or principal. Refusal before the end and after the record is closed."""
    row = own(turn, event.number)
    script = reading.script(turn.connection, row)
    known = script is not None and any(one.id == event.measure for one in script.measures)
    if row.state is not DrillState.ENDED or not known:
        raise Refusal("drill-over" if known else "drill-changed")
    said = {"measure": event.measure, "person": turn.actor.person, **_said(event), "at": turn.now}
    _MARK.run(turn.connection, {"drill": row.id, **said})
    return Written(event.number)


def _said(event: DrillWashed | DrillMarked) -> dict[str, Any]:
    return {"fine": event.fine, "words": event.words[:LONGEST_WORDS]}


def drill_hazard_reported(turn: Turn, event: DrillHazardReported) -> Written:
    """A weakness becomes a hazard, once, while the evaluation is open."""
    row = own(turn, event.drill)
    open_ = (drill_marks.c.drill == row.id) & (drill_marks.c.measure == event.measure)
    weak = open_ & drill_marks.c.fine.is_(False) & drill_marks.c.hazard.is_(None)
    if row.state is not DrillState.ENDED:
        raise Refusal("drill-over")
    written = hazard_reported(turn, event)
    if turn.connection.execute(update(drill_marks).where(weak).values(hazard=written.subject)).rowcount != 1:
        raise Refusal("drill-moved-on")
    return written


def drill_closed(turn: Turn, event: DrillClosed) -> Written:
    """The record is whole: fingerprint, the next day, and what was owed is done. Refusal while a point is not evaluated."""
    row = own(turn, event.number)
    if reading.whole(turn.connection, row).unmarked:
        raise Refusal("drill-not-evaluated")
    values = {"state": DrillState.DONE, "closed_at": turn.now, "closed_by": turn.actor.person}
    moved(turn, row, DrillState.ENDED, {**values, "next_due": event.due})
    drill = reading.whole(turn.connection, found(turn, event.number))
    document = document_of(drill)
    sha256 = fingerprint_over(document)
    turn.connection.execute(
        update(drills).where(drills.c.id == row.id).values(document=document, sha256=sha256)
    )
    for about in (f"enterprise:{row.enterprise}", *([f"plan:{row.plan}"] if row.plan else [])):
        settle(turn.connection, Task.DRILL, about, row.started_at, turn.actor.person)
    return Written(event.number, {"sha256": sha256})


def document_of(drill: Drill) -> dict[str, Any]:
    """Everything a record's fingerprint is over."""
    moments = {"planned_at": drill.planned_at, "started_at": drill.started_at, "called_at": drill.called_at}
    return {
        "number": drill.number,
        "enterprise": drill.enterprise,
        "script": drill.script.fingerprint if drill.script else None,
        **{
            name: to_text(at) if at else None for name, at in (*moments.items(), ("ended_at", drill.ended_at))
        },
        "place": drill.place,
        "extra": drill.extra,
        "commander": drill.commander,
        "people": [_part(drill, place) for place in range(len(drill.people))],
        "injects": {name: [to_text(sent.at), sent.late] for name, sent in sorted(drill.sent.items())},
        "photos": dict(sorted(drill.photos.items())),
        "marks": {name: [one.fine, one.words, one.hazard] for name, one in sorted(drill.marks.items())},
        "said": [[one.question, one.fine, one.words] for one in drill.washes],
        "next_due": drill.next_due.isoformat() if drill.next_due else None,
    }


def _part(drill: Drill, place: int) -> dict[str, Any]:
    one = drill.people[place]
    took = muster(drill, one)
    said = one.standing.answer
    return {
        "person": one.person,
        "role": one.role.value,
        "answer": said.value if said else None,
        "seconds": int(took.total_seconds()) if took is not None else None,
    }
