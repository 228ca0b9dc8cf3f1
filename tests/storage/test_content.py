"""Content as it was shown: every text that people may be shown is kept, a changed one beside the old one."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from checklists.bank import Bank, ExamItem, ExamKind, Topic, Trainee
from checklists.catalogue import Catalogue
from checklists.courses import Course, CourseCard, Quiz
from checklists.documents import Commitment, CommitmentItem, ItemKind, Notice, NoticeItem
from checklists.words import Words
from storage import content
from storage.database import Database
from storage.tables.content import contents

NOW = datetime(2026, 11, 25, 1, 0, tzinfo=UTC)
WORDS = Words("文", "text")
NOTICE = Notice(
    colour="white", title=WORDS, items=(NoticeItem(id="N1", kind=ItemKind.DUTY, text=WORDS, ours=True),)
)
COMMITMENT = Commitment(
    colour="white",
    title=WORDS,
    items=(CommitmentItem(id="C1", text=WORDS, ours=True),),
    preamble=WORDS,
    closing=WORDS,
    valid_days=365,
)

QUESTION = ExamItem(
    id="Q1", kind=ExamKind.JUDGE, text=WORDS, right=("F",), why=WORDS, roles=(Trainee.WORKER,), ours=True
)
OWN = QUESTION.model_copy(update={"id": "OWN-1", "text": Words("锁门对吗？", "Locked?")})
COURSE = Course(
    id="exits",
    title=WORDS,
    minutes=5,
    subject="fire",
    roles=(Trainee.WORKER,),
    cards=(CourseCard(id="C1", title=WORDS, text=WORDS),),
    quiz=Quiz(items=("Q1",), own=(OWN,)),
    ours=True,
)
BANK = Bank(topics=(Topic(id="fire", title=WORDS, items=(QUESTION,)),))


@pytest.fixture
def published(database: Database, catalogue: Catalogue) -> Catalogue:
    whole = replace(
        catalogue,
        notices={"white": NOTICE},
        commitments={"white": COMMITMENT},
        bank=BANK,
        courses={"exits": COURSE},
    )
    with database.writing() as connection:
        content.keep_forms(connection, whole, NOW)
    return whole


def kinds(database: Database) -> dict[str, set[str]]:
    with database.reading() as connection:
        rows = connection.execute(select(contents.c.kind, contents.c.fingerprint)).all()
    return {kind: {row.fingerprint for row in rows if row.kind == kind} for kind, _ in rows}


def test_documents_and_exam_questions_are_kept_beside_the_forms(
    database: Database, published: Catalogue
) -> None:
    assert kinds(database) == {
        content.CHECKLIST: {form.fingerprint for form in published.checklists.values()},
        content.NOTICE: {NOTICE.fingerprint},
        content.COMMITMENT: {COMMITMENT.fingerprint},
        content.EXAM: {QUESTION.fingerprint, OWN.fingerprint},
        content.COURSE: {COURSE.fingerprint},
    }


def test_what_was_signed_can_be_read_again_when_the_text_has_changed(
    database: Database, published: Catalogue
) -> None:
    changed = COMMITMENT.model_copy(update={"title": Words("新", "new")})
    with database.writing() as connection:
        content.keep_forms(connection, replace(published, commitments={"white": changed}), NOW)
        old = Commitment.from_json(content.text_of(connection, COMMITMENT.fingerprint))
        new = Commitment.from_json(content.text_of(connection, changed.fingerprint))
    assert (old, new) == (COMMITMENT, changed)
    assert len(kinds(database)[content.COMMITMENT]) == 2


def test_a_course_goes_on_in_the_version_it_was_begun_in(database: Database, published: Catalogue) -> None:
    changed = COURSE.model_copy(update={"minutes": 9})
    with database.writing() as connection:
        content.keep_forms(connection, replace(published, courses={"exits": changed}), NOW)
        assert content.course_of(connection, COURSE.fingerprint) == COURSE
        assert content.course_of(connection, changed.fingerprint).minutes == 9
        with pytest.raises(LookupError):
            content.course_of(connection, QUESTION.fingerprint)


def test_an_unknown_version_is_not_made_up(database: Database, published: Catalogue) -> None:
    assert published
    with database.reading() as connection, pytest.raises(LookupError):
        content.text_of(connection, "0" * 64)
