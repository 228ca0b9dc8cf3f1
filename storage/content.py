"""The exact text of every content version that was ever shown, found by its fingerprint."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from sqlalchemy import Connection, bindparam, select

from checklists import kept
from checklists.bank import ExamItem
from checklists.catalogue import Catalogue
from checklists.courses import Course
from checklists.documents import Commitment, Notice
from checklists.drills import Script
from checklists.schema import Checklist
from storage import duties
from storage.tables.content import contents
from storage.upsert import Upsert

CHECKLIST, NOTICE, COMMITMENT, EXAM, DRILL = "checklist", "notice", "commitment", "exam", "drill"
CHECKLIST, NOTICE, COMMITMENT, EXAM, COURSE = "checklist", "notice", "commitment", "exam", "course"

_KEEP = Upsert(lambda insert: insert(contents).on_conflict_do_nothing())
_TEXT = select(contents.c.text).where(contents.c.fingerprint == bindparam("fingerprint"))


@dataclass(frozen=True, slots=True)
class Kept:
    """One version that was ever shown."""

    name: str
    fingerprint: str
    since: datetime
    text: str


def publish(connection: Connection, catalogue: Catalogue, now: datetime) -> None:
    """Keep the text of all that may be shown from now on, and work out anew who owes which."""
    keep_forms(connection, catalogue, now)
    duties.mark_all(connection)
    duties.refresh(connection, catalogue, now)


def keep_forms(connection: Connection, catalogue: Catalogue, now: datetime) -> None:
    """Keep the exact text of all that people may be shown; a version that is there already stays as it was."""
    rows = [
        {
            "fingerprint": text.fingerprint,
            "kind": kind,
            "name": name,
            "text": text.to_json(),
            "since": now,
        }
        for kind, texts in _kept(catalogue).items()
        for name, text in texts.items()
    ]
    if rows:
        _KEEP.run(connection, rows)


def _kept(catalogue: Catalogue) -> Mapping[str, Mapping[str, kept.Kept]]:
    """Every version of the catalogue that is kept, by kind and name."""
    own = [item for course in catalogue.courses.values() for item in course.quiz.own]
    return {
        CHECKLIST: catalogue.checklists,
        NOTICE: catalogue.notices,
        COMMITMENT: catalogue.commitments,
        DRILL: catalogue.scripts,
        EXAM: {**catalogue.bank.items, **{item.id: item for item in own}},
        COURSE: catalogue.courses,
    }


def form_of(connection: Connection, catalogue: Catalogue, checklist: str, fingerprint: str) -> Checklist:
    """The form in exactly this version: the catalogue's own, or the kept one when content has moved on."""
    current = catalogue.checklists.get(checklist)
    if current is not None and current.fingerprint == fingerprint:
        return current
    return kept_form(connection, fingerprint)


def kept_form(connection: Connection, fingerprint: str) -> Checklist:
    """A form in exactly this version, as it is kept."""
    return _parsed(text_of(connection, fingerprint))


def kept_versions(connection: Connection) -> Sequence[Kept]:
    """Every version of every form that was ever shown, the newest of each last."""
    c = contents.c
    found = select(c.name, c.fingerprint, c.since, c.text).where(c.kind == CHECKLIST)
    rows = connection.execute(found.order_by(c.name, c.since, c.fingerprint))
    return [Kept(name, fingerprint, since, text) for name, fingerprint, since, text in rows]


def text_of(connection: Connection, fingerprint: str) -> str:
    """The kept text of a version. LookupError when it was never published."""
    text = connection.execute(_TEXT, {"fingerprint": fingerprint}).scalar_one_or_none()
    if text is None:
        raise LookupError(f"no content with fingerprint {fingerprint}")
    return str(text)


_DOCUMENT = select(contents.c.kind, contents.c.name, contents.c.text).where(
    contents.c.fingerprint == bindparam("fingerprint"), contents.c.kind.in_([NOTICE, COMMITMENT])
)


def document_of(connection: Connection, fingerprint: str) -> Notice | Commitment:
    """A notice or commitment in exactly this version. LookupError when it was never published."""
    row = connection.execute(_DOCUMENT, {"fingerprint": fingerprint}).one_or_none()
    if row is None:
        raise LookupError(f"no notice or commitment with fingerprint {fingerprint}")
    return _document(row.kind, row.text)


_EXAM = select(contents.c.text).where(
    contents.c.fingerprint == bindparam("fingerprint"), contents.c.kind == EXAM
)


def exam_item_of(connection: Connection, fingerprint: str) -> ExamItem:
    """An exam question in exactly this version. LookupError when it was never published."""
    text = connection.execute(_EXAM, {"fingerprint": fingerprint}).scalar_one_or_none()
    if text is None:
        raise LookupError(f"no exam question with fingerprint {fingerprint}")
    return _exam_item(text)


_SCRIPT = select(contents.c.text).where(
    contents.c.fingerprint == bindparam("fingerprint"), contents.c.kind == DRILL
)


def script_of(connection: Connection, fingerprint: str) -> Script:
    """A script of a drill in exactly this version. LookupError when it was never published."""
    text = connection.execute(_SCRIPT, {"fingerprint": fingerprint}).scalar_one_or_none()
    if text is None:
        raise LookupError(f"no script with fingerprint {fingerprint}")
    return _script(text)


@lru_cache(maxsize=64)
def _script(text: str) -> Script:
    return Script.from_json(text)


_COURSE = select(contents.c.text).where(
    contents.c.fingerprint == bindparam("fingerprint"), contents.c.kind == COURSE
)


def course_of(connection: Connection, fingerprint: str) -> Course:
    """A course in exactly this version. LookupError when it was never published."""
    text = connection.execute(_COURSE, {"fingerprint": fingerprint}).scalar_one_or_none()
    if text is None:
        raise LookupError(f"no course with fingerprint {fingerprint}")
    return _course(text)


@lru_cache(maxsize=128)
def _course(text: str) -> Course:
    return Course.from_json(text)


@lru_cache(maxsize=1024)
def _exam_item(text: str) -> ExamItem:
    return ExamItem.from_json(text)


@lru_cache(maxsize=64)
def _document(kind: str, text: str) -> Notice | Commitment:
    return Notice.from_json(text) if kind == NOTICE else Commitment.from_json(text)


@lru_cache(maxsize=64)
def _parsed(text: str) -> Checklist:
    return Checklist.from_json(text)
