"""Writes down answers, one save at a time: each save for ever in `saves`, the answer as it stands in `answers`."""

from typing import Any

from sqlalchemy import bindparam, false, func, insert, literal, or_

from safety.errors import Refusal
from safety.events import AnswerNoted, AnswerSaved, PhotosSkipped
from storage.prepared import Prepared
from storage.recording.opened import bound, in_open, needed, place
from storage.recording.turn import Turn, Written, subject_of
from storage.tables.checks import answers, checks, saves
from storage.upsert import Insert

KEY = ["check_id", "question"]
_SAVED = ("question", "value", "outcome", "carried", "since", "at", "person")

_HISTORY = Prepared(
    insert(saves).from_select(
        ["check_id", "form", *_SAVED, "shown_at"],
        in_open(checks.c.form, *bound(saves, *_SAVED, "shown_at")),
        include_defaults=False,
    )
)


def _current(insert: Insert) -> Any:
    """A new value keeps the question's photos and notes, and nothing is left to confirm. Nothing changes where somebody else's newer answer stands."""
    names = (*_SAVED, "skipped", "revision")
    row = insert(answers).from_select(
        ["check_id", *names], in_open(*bound(answers, *names)), include_defaults=False
    )
    changed = {name: row.excluded[name] for name in names[1:-1]}
    over = bindparam("b_over", type_=answers.c.revision.type)
    known = answers.c.revision == over
    free = or_(answers.c.value.is_(None), answers.c.person == row.excluded.person, over.is_(None), known)
    return row.on_conflict_do_update(
        index_elements=KEY,
        set_={**changed, "revision": answers.c.revision + 1, "to_confirm": false()},
        where=free,
    )


def _noted(insert: Insert) -> Any:
    names = ("question", "note", "at", "person")
    row = insert(answers).from_select(
        ["check_id", *names], in_open(*bound(answers, *names)), include_defaults=False
    )
    below = func.ltrim(answers.c.note + "\n" + row.excluded.note, "\n")
    return row.on_conflict_do_update(index_elements=KEY, set_={"note": below})


def _unphotographed(insert: Insert) -> Any:
    names = ("question", "at", "person")
    row = insert(answers).from_select(
        ["check_id", *names, "photos_skipped"],
        in_open(*bound(answers, *names), literal(True)),  # noqa: FBT003 - the column's value
        include_defaults=False,
    )
    return row.on_conflict_do_update(index_elements=KEY, set_={"photos_skipped": row.excluded.photos_skipped})


_CURRENT = Prepared.upsert(_current)
_NOTED = Prepared.upsert(_noted)
_UNPHOTOGRAPHED = Prepared.upsert(_unphotographed)


def answer_saved(turn: Turn, event: AnswerSaved) -> Written:
    """The save as history, then the answer as it stands.

    Refusal when the check is submitted or not begun, or when somebody else has answered since `over`.
    """
    row = place(turn, event, event.question) | {
        "b_value": event.value,
        "b_outcome": event.outcome,
        "b_carried": event.carried,
        "b_since": event.since,
        "b_shown_at": event.shown_at,
        "b_skipped": event.value is None,
        "b_revision": 1,
        "b_over": event.over,
    }
    needed(turn, event, _HISTORY.run(turn.connection, row))
    if _CURRENT.run(turn.connection, row) != 1:
        raise Refusal("answer-changed")
    return Written(subject_of(event.key, event.question))


def answer_noted(turn: Turn, event: AnswerNoted) -> Written:
    """Words beside a question; later ones stand below earlier ones."""
    note(turn, event, event.text)
    return Written(subject_of(event.key, event.question))


def note(turn: Turn, event: AnswerNoted | Any, text: str) -> None:
    """Add words to the question of an event."""
    needed(turn, event, _NOTED.run(turn.connection, place(turn, event, event.question) | {"b_note": text}))


def photos_skipped(turn: Turn, event: PhotosSkipped) -> Written:
    """The wished photo will not come."""
    needed(turn, event, _UNPHOTOGRAPHED.run(turn.connection, place(turn, event, event.question)))
    return Written(subject_of(event.key, event.question))
