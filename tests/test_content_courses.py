"""The courses that are shipped: whole, in both languages, enough to ask everybody, and no more hours than minutes."""

import pytest

from checklists.bank import Trainee
from checklists.courses import Course, CourseEvent
from checklists.load import load_catalogue
from checklists.words import Words

CATALOGUE = load_catalogue()
COURSES = list(CATALOGUE.courses.values())
every_course = pytest.mark.parametrize("course", COURSES, ids=[course.id for course in COURSES])
CHINESE = range(0x4E00, 0xA000)


def chinese(text: str) -> bool:
    return any(ord(sign) in CHINESE for sign in text)


def test_the_courses_that_the_law_wants_are_there() -> None:
    assert {
        "new_worker",
        "back_to_work",
        "first_lesson",
        "fire",
        "gas",
        "confined_space",
        "dust",
        "ammonia",
        "hot_work",
        "accident",
        "principal",
    } <= set(CATALOGUE.courses)


@every_course
def test_a_course_is_one_thing_in_two_languages(course: Course) -> None:
    said: list[Words] = [course.title]
    for card in course.cards:
        said += [card.title, card.text]
    for words in said:
        assert chinese(words.zh)
        assert not chinese(words.en)


@every_course
def test_a_card_can_be_read_on_a_phone_and_the_whole_in_its_minutes(course: Course) -> None:
    assert all(len(card.text.zh) <= 140 for card in course.cards)
    signs = sum(len(card.text.zh) for card in course.cards)
    assert signs / 300 <= course.minutes, "300 signs a minute"
    assert course.minutes <= 15


@every_course
def test_its_quiz_asks_everybody_for_whom_it_is(course: Course) -> None:
    facts = CATALOGUE.facts.derive(dict.fromkeys(CATALOGUE.facts.ids, True))
    items = [CATALOGUE.bank.items[name] for name in course.quiz.items] + list(course.quiz.own)
    for role in course.roles:
        assert 3 <= sum(item.suits(role, facts) for item in items) <= 8


def test_one_event_has_a_course_each_and_it_is_due_before_work() -> None:
    for event in CourseEvent:
        found = [one for one in COURSES if event in one.events]
        assert found
        assert all(one.within_days == 0 and one.mandatory for one in found)


def test_hours_are_those_of_the_rules() -> None:
    hours = {one.id: (one.initial, one.yearly) for one in CATALOGUE.rules.training.hours}
    assert hours == {
        "manager": (32, 12),
        "manager_high": (48, 16),
        "worker": (24, 0),
        "worker_high": (72, 20),
    }


@pytest.mark.parametrize("role", list(Trainee))
@pytest.mark.parametrize("high", [False, True])
def test_everybody_falls_under_one_rule_of_hours(role: Trainee, high: bool) -> None:
    facts = {"high_risk_training": high}
    found = [
        one
        for one in CATALOGUE.rules.training.hours
        if role in one.roles and (one.when is None or one.when.compiled()({}, facts))
    ]
    assert len(found) == 1


def test_fire_and_confined_space_lessons_settle_what_is_owed_for_them() -> None:
    settles = {one.id: one.settles for one in CATALOGUE.rules.training.subjects if one.settles}
    assert settles == {"fire": ("R26", "R27"), "confined_space": ("R32",)}
