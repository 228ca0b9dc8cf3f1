"""Writes down papers that begin, answers while time runs, the one result of each, and answers of practice."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, func, insert, select

from checklists.bank import ExamItem
from safety.calendar import today
from safety.errors import Refusal
from safety.events_exams import ExamAnswered, ExamBegun, ExamHandedIn, ExamMarked, PracticeAnswered, Taught
from safety.exams import Marks, Said, Sheet, allowed, judged
from safety.people import Right, Role
from storage import due, exams, training
from storage.content import exam_item_of
from storage.numbers import Series, next_number
from storage.receipts import fingerprint_over
from storage.recording.turn import Turn, Written
from storage.tables import exams as tables
from storage.tables.ledger import enterprises
from storage.types import to_text
from storage.upsert import Upsert

DEADLINE, REFRESHER = "exam", "exam-refresh"  # kinds of due rows
_HAND_IN = Upsert(lambda insert: insert(tables.exam_results).on_conflict_do_nothing())


def _keep(insert: Any) -> Any:
    row = insert(tables.exam_answers)
    changed = {"chosen": row.excluded.chosen, "at": row.excluded.at}
    return row.on_conflict_do_update(index_elements=["exam", "place"], set_=changed)


def _mark(insert: Any) -> Any:
    row = insert(tables.exam_answers)
    return row.on_conflict_do_update(
        index_elements=["exam", "place"], set_={"marked": row.excluded.marked, "at": row.excluded.at}
    )


_KEEP, _MARK = Upsert(_keep), Upsert(_mark)


def exam_begun(turn: Turn, event: ExamBegun) -> Written:
    """One at a time. Refusal while another one runs, after the tries of today, or with a question that was never published."""
    enterprise = turn.enterprise(Right.TAKE_EXAM)
    number, deadline = begin(turn, enterprise, Sheet.from_json(event.sheet), event.most)
    return Written(f"exam/{number}", {"exam": number, "deadline": to_text(deadline)})


def begin(turn: Turn, enterprise: int, sheet: Sheet, most: int | None = None) -> tuple[int, datetime]:
    """Have time run for a paper: its exam and its deadline. `most`: tries on one day, where they are limited."""
    seat = turn.actor.seat
    earlier = turn.connection.execute(
        select(tables.exams.c.begun_at, tables.exams.c.paper, tables.exam_results.c.number)
        .outerjoin(tables.exam_results, tables.exam_results.c.exam == tables.exams.c.id)
        .where(tables.exams.c.person == turn.actor.person)
    ).all()
    if any(row.number is None for row in earlier):
        raise Refusal("exam-runs")
    same = [row for row in earlier if row.paper == sheet.paper and today(row.begun_at) == today(turn.now)]
    if most is not None and len(same) >= most:
        raise Refusal("exam-no-tries")
    _check(turn, sheet)
    deadline = turn.now + timedelta(minutes=sheet.minutes)
    row = {
        "person": turn.actor.person,
        "ordinal": len(earlier) + 1,
        "enterprise": enterprise,
        "role": seat.role if seat else Role.WORKER,
        "paper": sheet.paper,
        "sheet": sheet.to_json(),
        "begun_at": turn.now,
        "deadline": deadline,
    }
    number = turn.connection.execute(insert(tables.exams).returning(tables.exams.c.id), row).scalar_one()
    due.plan(turn.connection, f"{DEADLINE}:{number}", DEADLINE, str(number), deadline)
    return int(number), deadline


def _check(turn: Turn, sheet: Sheet) -> None:
    """The questions were published as they are, and their answers are all there."""
    try:
        items = exams.items_of(turn.connection, sheet)
    except LookupError:
        raise Refusal("exam-changed") from None
    for item, drawn in zip(items, sheet.drawn, strict=True):
        if item.id != drawn.item or {one.id for one in item.choices} != set(drawn.order):
            raise Refusal("exam-changed")


def exam_answered(turn: Turn, event: ExamAnswered) -> Written:
    """Saved at once. Refusal when time is up, it is handed in, or this can be no answer."""
    sheet = _running(turn, event.exam)
    if not 0 <= event.place < len(sheet.drawn):
        raise Refusal("exam-changed")
    drawn = sheet.drawn[event.place]
    if not allowed(event.chosen, drawn, exam_item_of(turn.connection, drawn.fingerprint).kind):
        raise Refusal("exam-changed")
    row = _row(turn, event) | {"chosen": sorted(event.chosen), "marked": False}
    _KEEP.run(turn.connection, row)
    return Written(f"exam/{event.exam}/{event.place}")


def exam_marked(turn: Turn, event: ExamMarked) -> Written:
    """A mark says nothing about the answer."""
    sheet = _running(turn, event.exam)
    if not 0 <= event.place < len(sheet.drawn):
        raise Refusal("exam-changed")
    _MARK.run(turn.connection, _row(turn, event) | {"chosen": [], "marked": event.marked})
    return Written(f"exam/{event.exam}/{event.place}")


def _row(turn: Turn, event: ExamAnswered | ExamMarked) -> dict[str, Any]:
    return {"exam": event.exam, "place": event.place, "at": turn.now}


def _running(turn: Turn, exam: int) -> Sheet:
    """The actor's own paper while it can be written. Refusal otherwise, each for its reason."""
    row = _held(turn, exam)
    if row.number is not None:
        raise Refusal("exam-over-already")
    if turn.now >= row.deadline:
        raise Refusal("exam-time-over")
    return Sheet.from_json(row.sheet)


def _held(turn: Turn, exam: int) -> Row[Any]:
    """The actor's own exam, held against a second process until the end of the transaction."""
    held = select(tables.exams.c.id).where(tables.exams.c.id == exam).with_for_update()
    turn.connection.execute(held)
    row = exams.of_number(turn.connection, exam)
    if row is None or row.person != turn.actor.person:
        raise Refusal("not-allowed")
    return row


def exam_handed_in(turn: Turn, event: ExamHandedIn) -> Written:
    """Judged by exactly the questions that were asked, once. Refusal when it is handed in already."""
    row = _held(turn, event.exam)
    if row.number is not None:
        raise Refusal("exam-over-already")
    sheet = Sheet.from_json(row.sheet)
    items = exams.items_of(turn.connection, sheet)
    answers, _marked = exams.answers_of(turn.connection, event.exam)
    marks = judged(sheet, items, answers)
    ended = min(turn.now, row.deadline)
    number = next_number(turn.connection, Series.EXAM, turn.now)
    whole = _whole(turn, row, sheet, answers, marks) | {"number": number, "ended_at": to_text(ended)}
    digest = fingerprint_over(whole)
    result = {
        "exam": event.exam,
        "number": number,
        "hundredths": int(marks.total * exams.HUNDRED),
        "passed": marks.total >= sheet.pass_points,
        "by_time": turn.now >= row.deadline,
        "ended_at": ended,
        "document": whole,
        "sha256": digest,
    }
    if _HAND_IN.run(turn.connection, result).rowcount != 1:
        raise Refusal("exam-over-already")
    _afterwards(turn, event, items, marks)
    if result["passed"] and turn.actor.seat is not None:  # guests owe no training
        training.look(turn.connection, row.enterprise, f"person:{row.person}")
    added = {"number": number, "sha256": digest, "points": str(marks.total), "passed": result["passed"]}
    return Written(f"exam/{event.exam}", added, enterprise=row.enterprise)


def _whole(
    turn: Turn, row: Row[Any], sheet: Sheet, answers: Mapping[int, Said], marks: Marks
) -> dict[str, Any]:
    """What is kept of an exam for good, and what its fingerprint is over."""
    code = select(enterprises.c.credit_code).where(enterprises.c.id == row.enterprise)
    return {
        "exam": row.id,
        "person": row.person,
        "enterprise": turn.connection.execute(code).scalar_one(),
        "role": row.role.value,
        "sheet": sheet.to_json(),
        "answers": {str(place): list(chosen) for place, chosen in sorted(answers.items())},
        "points": [str(one) for one in marks.points],
        "total": str(marks.total),
        "begun_at": to_text(row.begun_at),
        "deadline": to_text(row.deadline),
        "by_time": turn.now >= row.deadline,
    }


def _afterwards(turn: Turn, event: ExamHandedIn, items: tuple[ExamItem, ...], marks: Marks) -> None:
    """Every answer counts for the wrong-answer book; the clock has nothing left to hand in."""
    rows = [tried(turn, item, right=right) for item, right in zip(items, marks.right, strict=True)]
    turn.connection.execute(insert(tables.exam_tries), rows)
    waiting = due.of(turn.connection, f"{DEADLINE}:{event.exam}")
    if waiting is not None:
        due.move(turn.connection, waiting, None)
    if not all(marks.right) and turn.actor.seat is not None:
        remind(turn, event.refresh_at)


def practice_answered(turn: Turn, event: PracticeAnswered) -> Written:
    """Judged at once. Refusal for a question that the actor has never been asked in an exam, or for no answer."""
    turn.enterprise(Right.TAKE_EXAM)
    mine = select(func.count()).where(
        tables.exam_tries.c.person == turn.actor.person, tables.exam_tries.c.item == event.item
    )
    item = _published(turn, event)
    if not turn.connection.execute(mine).scalar_one() or not event.chosen:
        raise Refusal("exam-changed")
    right = set(event.chosen) == set(item.right)
    turn.connection.execute(insert(tables.exam_tries), tried(turn, item, right=right))
    if not right:
        remind(turn, event.refresh_at)
    return Written(f"exam/practice/{event.item}", {"right": right})


def _published(turn: Turn, event: PracticeAnswered) -> ExamItem:
    try:
        item = exam_item_of(turn.connection, event.fingerprint)
    except LookupError:
        raise Refusal("exam-changed") from None
    if item.id != event.item or not set(event.chosen) <= {one.id for one in item.choices}:
        raise Refusal("exam-changed")
    return item


def taught(turn: Turn, event: Taught) -> Written:
    """Put questions into the actor's book. Refusal for one that was never published."""
    turn.enterprise(Right.TAKE_EXAM)
    for item, fingerprint in event.items:
        try:
            known = exam_item_of(turn.connection, fingerprint)
        except LookupError:
            raise Refusal("exam-changed") from None
        if known.id != item:
            raise Refusal("exam-changed")
        row = tried(turn, known, right=False) | {"taught": True}
        turn.connection.execute(insert(tables.exam_tries), row)
    remind(turn, event.refresh_at)
    return Written("exam/taught")


def tried(turn: Turn, item: ExamItem, *, right: bool) -> dict[str, Any]:
    """The row of a judged answer, wherever it was given."""
    return {
        "person": turn.actor.person,
        "item": item.id,
        "fingerprint": item.fingerprint,
        "correct": right,
        "at": turn.now,
    }


def remind(turn: Turn, moment: datetime | None) -> None:
    """One reminder a person, at the earlier time when there is one already."""
    if moment is None:
        return
    key, person = f"{REFRESHER}:{turn.actor.person}", str(turn.actor.person)
    if due.plan(turn.connection, key, REFRESHER, person, moment):
        return
    waiting = due.of(turn.connection, key)
    if waiting is not None and waiting.due_at > moment:
        due.move(turn.connection, waiting, moment)
