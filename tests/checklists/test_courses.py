"""Courses: both languages, judge questions of their own, kept word for word, and ids that the bank has not used."""

from collections.abc import Callable, Mapping

from checklists.catalogue import Catalogue
from checklists.courses import Course
from checklists.issues import Issue
from checklists.words import Words
from tests.checklists.smallrules import COURSE

Refused = Callable[[Mapping[str, str | bytes | None]], tuple[Issue, ...]]


def test_a_course_stands_in_both_languages(small: Catalogue) -> None:
    course = small.courses["exits"]
    assert course.title == Words("出口", "Exits")
    assert course.cards[0].text == Words("看好出口。", "Look for exits.")
    own = course.quiz.own[0]
    assert [(one.id, one.label.en) for one in own.choices] == [("T", "True"), ("F", "False")]


def test_a_kept_course_is_the_same_to_the_last_character(small: Catalogue) -> None:
    course = small.courses["exits"]
    again = Course.from_json(course.to_json())
    assert (again, again.fingerprint) == (course, course.fingerprint)


def test_a_question_of_its_own_has_an_id_of_its_own(refused: Refused, texts: Mapping[str, str]) -> None:
    beside = f"en/{COURSE}"
    changed = {file: texts[file].replace("OWN-1", "Q3") for file in (COURSE, beside)}
    assert [(one.code, one.file) for one in refused(changed)] == [("duplicate-id", COURSE)]


def test_courses_are_not_complained_about_where_the_bank_is_broken(
    refused: Refused, texts: Mapping[str, str]
) -> None:
    found = refused({"bank/fire.yaml": texts["bank/fire.yaml"].replace("kind: judge", "kind: judgge")})
    assert {one.file for one in found} == {"bank/fire.yaml"}
