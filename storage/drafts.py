"""Self-checks as they are read: a draft or submitted check with its answers, and where this period's checks stand."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, bindparam, func, select

from checklists.answers import Answer
from checklists.catalogue import Catalogue
from checklists.codec import value_from_json
from checklists.period import period_of
from checklists.schema import Checklist, QuestionKind
from checklists.scoring import Score
from safety.checks import Author, CheckKey, Correction, Draft, Duty, DutyState, Save
from safety.events import AnswerSaved, Event
from storage.content import form_of
from storage.prepared import Prepared
from storage.receipts import numbered
from storage.tables.checks import answers, checks
from storage.tables.people import people
from storage.tables.submissions import returns

ANSWER = (
    answers.c.question,
    answers.c.value,
    answers.c.skipped,
    answers.c.note,
    answers.c.photos_skipped,
    answers.c.carried,
    answers.c.since,
    answers.c.to_confirm,
    answers.c.photos_pending,
    answers.c.photos_safe,
    answers.c.photos_failed,
)
_DRAFT = Prepared(
    select(
        checks.c.form,
        checks.c.begun_at,
        checks.c.due,
        checks.c.receipt,
        checks.c.submitted_at,
        checks.c.fingerprint,
        checks.c.zero,
        checks.c.result,
        checks.c.version,
        checks.c.correcting,
        checks.c.stayed,
        checks.c.shared,
        people.c.name.label("submitted_by"),
        answers.c.person,
        answers.c.revision,
        *ANSWER,
    )
    .select_from(
        checks.outerjoin(people, people.c.id == checks.c.submitted_by).outerjoin(
            answers, answers.c.check_id == checks.c.id
        )
    )
    .where(
        checks.c.enterprise == bindparam("enterprise"),
        checks.c.checklist == bindparam("checklist"),
        checks.c.period == bindparam("period"),
    )
)

_AUTHORS = Prepared(
    select(answers.c.question, answers.c.person, people.c.name, answers.c.at)
    .select_from(
        checks.join(answers, answers.c.check_id == checks.c.id).join(people, people.c.id == answers.c.person)
    )
    .where(
        checks.c.enterprise == bindparam("enterprise"),
        checks.c.checklist == bindparam("checklist"),
        checks.c.period == bindparam("period"),
        answers.c.revision > 0,
    )
)

_answered = (
    select(func.count())
    .where(answers.c.check_id == checks.c.id, answers.c.value.is_not(None))
    .scalar_subquery()
)
_returned = (
    select(returns.c.id)
    .where(returns.c.check_id == checks.c.id, returns.c.version == checks.c.version)
    .exists()
)
_STANDING = Prepared(
    select(
        checks.c.checklist,
        checks.c.period,
        checks.c.submitted_at.is_not(None).label("done"),
        checks.c.correcting.is_not(None).label("correcting"),
        _returned.label("returned"),
        _answered.label("answered"),
    ).where(
        checks.c.enterprise == bindparam("enterprise"),
        checks.c.due >= bindparam("today", type_=checks.c.due.type),
    )
)


def draft(connection: Connection, catalogue: Catalogue, enterprise: int, key: CheckKey) -> Draft | None:
    """The check of this enterprise, form and period, in the exact version of the form it was begun on."""
    place = {"enterprise": enterprise, "checklist": key.checklist, "period": key.period}
    found = _DRAFT.rows(connection, place)
    if not found:
        return None
    check = found[0]
    form = form_of(connection, catalogue, key.checklist, check.form)
    written = [row for row in found if row.question is not None]
    rows = [row[-len(ANSWER) :] for row in written]
    photos, files = _copies(form, rows)
    return Draft(
        key=key,
        form=form,
        answers=answers_of(form, rows),
        begun_at=check.begun_at,
        due=check.due,
        receipt=None if check.receipt is None else numbered(check.receipt, check.version),
        submitted_at=check.submitted_at,
        submitted_by=check.submitted_by,
        fingerprint=check.fingerprint,
        version=check.version,
        correcting=correction_of(check.correcting),
        stayed=check.stayed,
        photos_pending=photos[0],
        photos_safe=photos[1],
        photos_failed=photos[2],
        files_pending=files[0],
        files_safe=files[1],
        files_failed=files[2],
        seed=f"{enterprise}/{key.checklist}/{key.period}",
        shared=check.shared,
        saves={row.question: Save(row.person, row.revision) for row in written if row.revision},
        zero=bool(check.zero),
        score=None if check.result is None else Score.from_json(check.result),
    )


def correction_of(kept: Mapping[str, Any] | None) -> Correction | None:
    """A correction under way, as it is kept with its check."""
    if kept is None:
        return None
    return Correction(kept["reason"], tuple(kept["questions"]), kept["returned"])


def answers_of(form: Checklist, rows: Sequence[Any]) -> dict[str, Answer]:
    """By question, from the columns ANSWER. Rows are taken apart by position: this runs for every answer of every tap."""
    return {
        question: Answer(
            None if value is None else value_from_json(form.question(question), value),
            skipped,
            pending + safe,
            photos_skipped,
            note,
            carried,
            since,
            to_confirm,
        )
        for question, value, skipped, note, photos_skipped, carried, since, to_confirm, pending, safe, _ in rows
        if question in form.places  # what the form does not ask cannot lock people out of their draft
    }


def with_answers(known: Mapping[Any, Any], events: Sequence[Event], person: int) -> dict[CheckKey, Draft]:
    """Drafts that were read before these answers were saved, as they would be read after it."""
    changed: dict[CheckKey, Draft] = {}
    for event in events:
        if isinstance(event, AnswerSaved):
            draft: Draft = changed.get(event.key) or known[event.key]
            changed[event.key] = _with_answer(draft, event, person)
    return changed


def _with_answer(draft: Draft, event: AnswerSaved, person: int) -> Draft:
    """A new value keeps the question's photos and notes, as recording/answers.py does."""
    question = draft.form.question(event.question)
    value = None if event.value is None else value_from_json(question, event.value)
    before = draft.answers.get(event.question, Answer())
    after = replace(
        before,
        value=value,
        skipped=event.value is None,
        carried=event.carried,
        since=event.since,
        to_confirm=False,
    )
    known = draft.saves.get(event.question)
    save = Save(person, known.revision + 1 if known else 1)
    return replace(
        draft,
        answers={**draft.answers, event.question: after},
        saves={**draft.saves, event.question: save},
    )


def authors(connection: Connection, enterprise: int, key: CheckKey) -> dict[str, Author]:
    """Who gave the answers that stand, and when."""
    place = {"enterprise": enterprise, "checklist": key.checklist, "period": key.period}
    return {row.question: Author(row.person, row.name, row.at) for row in _AUTHORS.rows(connection, place)}


def _copies(form: Checklist, rows: Sequence[Any]) -> tuple[list[int], list[int]]:
    """How many photos, and how many files, of the whole check are pending, safe, failed."""
    photos, files = [0, 0, 0], [0, 0, 0]
    for row in rows:
        if any(row[-3:]):
            counts = files if _is_file(form, row[0]) else photos
            counts[:] = [sum(both) for both in zip(counts, row[-3:], strict=True)]
    return photos, files


def _is_file(form: Checklist, question: str) -> bool:
    return question in form.places and form.question(question).kind is QuestionKind.FILE


def duties(
    connection: Connection, catalogue: Catalogue, enterprise: int, owed: Sequence[str], today: date
) -> Sequence[Duty]:
    """What the enterprise owes in the current period, in the order in which it is owed."""
    keys = [key_of(catalogue, checklist, today) for checklist in owed]
    rows = _STANDING.rows(connection, {"enterprise": enterprise, "today": today})
    found = {CheckKey(row.checklist, row.period): row for row in rows}
    return tuple(_duty(key, catalogue.checklists[key.checklist], found.get(key)) for key in keys)


def key_of(catalogue: Catalogue, checklist: str, day: date) -> CheckKey:
    """The check of a form on this day."""
    return CheckKey(checklist, period_of(catalogue.checklists[checklist].cycle_days, day))


def _duty(key: CheckKey, form: Checklist, check: Any) -> Duty:
    due = form.due_in(key.period)
    if check is None:
        return Duty(key, due, DutyState.OPEN)
    return Duty(key, due, _state(check), check.answered)


def _state(check: Any) -> DutyState:
    if not check.done:
        return DutyState.BEGUN
    if check.correcting:
        return DutyState.CORRECTING
    return DutyState.RETURNED if check.returned else DutyState.DONE
