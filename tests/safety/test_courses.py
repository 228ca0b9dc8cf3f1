"""Which courses somebody owes: by role, colour, facts and events; when they are due, end, may be renewed."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklists.bank import ExamItem, ExamKind, Trainee
from checklists.conditions import Condition
from checklists.courses import Course, CourseCard, CourseEvent, Quiz
from checklists.words import Words
from safety.calendar import months_later
from safety.courses import (
    Answered,
    Assigned,
    CourseStanding,
    Learner,
    Taking,
    assigned,
    counted,
    quiz,
)

TODAY = date(2026, 11, 23)
SOON = 30
DAYS = st.integers(0, 1200).map(lambda days: TODAY - timedelta(days=days))


def words(text: str) -> Words:
    return Words(text, text)


def item(name: str, *roles: Trainee) -> ExamItem:
    return ExamItem(
        id=name,
        kind=ExamKind.JUDGE,
        text=words(name),
        right=("T",),
        why=words("why"),
        roles=roles or tuple(Trainee),
        ours=True,
    )


def course(name: str = "fire", **changed: object) -> Course:
    card = CourseCard(id="C1", title=words("one"), text=words("card"))
    given: dict[str, object] = {
        "id": name,
        "title": words(name),
        "minutes": 10,
        "subject": "fire",
        "roles": tuple(Trainee),
        "cards": (card, card.model_copy(update={"id": "C2"})),
        "quiz": Quiz(items=("Q1", "Q2", "Q9"), own=(item("OWN"),), wrong=1),
        "mandatory": True,
        "ours": True,
    }
    return Course.model_validate({**given, **changed})


def learner(**changed: object) -> Learner:
    given: dict[str, object] = {
        "role": Trainee.WORKER,
        "colour": "white",
        "facts": {},
        "since": TODAY - timedelta(days=10),
    }
    return Learner(**{**given, **changed})  # type: ignore[arg-type]  # by name


def one(course_: Course, who: Learner, passed: date | None = None, today: date = TODAY) -> Assigned | None:
    done = {course_.id: passed} if passed is not None else {}
    return next(iter(assigned([course_], who, done, today, SOON)), None)


@pytest.mark.parametrize(
    ("changed", "who", "concerned"),
    [
        ({}, {}, True),
        ({"roles": (Trainee.PRINCIPAL,)}, {}, False),
        ({"colours": ("white",)}, {}, True),
        ({"colours": ("orange",)}, {}, False),
        ({"when": Condition(fact="dust")}, {}, False),
        ({"when": Condition(fact="dust")}, {"facts": {"dust": True}}, True),
        ({"events": (CourseEvent.RETURNED,)}, {}, False),
        ({"events": (CourseEvent.RETURNED,)}, {"days": {CourseEvent.RETURNED: TODAY}}, True),
    ],
)
def test_a_course_is_for_whom_it_says(
    changed: dict[str, object], who: dict[str, object], concerned: bool
) -> None:
    assert (one(course(**changed), learner(**who)) is not None) == concerned


def test_it_is_due_so_many_days_after_joining_and_late_the_day_after() -> None:
    found = one(course(within_days=10), learner())
    assert found is not None
    assert (found.standing, found.by) == (CourseStanding.OWED, TODAY)
    late = one(course(within_days=9), learner())
    assert late is not None
    assert late.standing is CourseStanding.LATE


def test_an_event_wants_it_again_and_counts_from_its_day() -> None:
    back = course(events=(CourseEvent.RETURNED,), within_days=0)
    who = learner(days={CourseEvent.RETURNED: TODAY})
    before = one(back, who, passed=TODAY - timedelta(days=1))
    assert before is not None
    assert (before.standing, before.by) == (CourseStanding.OWED, TODAY)
    after = one(back, who, passed=TODAY)
    assert after is not None
    assert after.standing is CourseStanding.DONE


def test_an_optional_one_is_open_until_it_is_done_and_never_owed() -> None:
    free = course(mandatory=False)
    assert [
        found.standing for passed in (None, TODAY) if (found := one(free, learner(), passed)) is not None
    ] == [CourseStanding.OPEN, CourseStanding.DONE]


@pytest.mark.parametrize(
    ("today", "standing"),
    [
        (date(2026, 2, 28), CourseStanding.DONE),
        (date(2027, 1, 29), CourseStanding.DONE),
        (date(2027, 1, 30), CourseStanding.SOON),
        (date(2027, 2, 28), CourseStanding.SOON),
        (date(2027, 3, 1), CourseStanding.LATE),
    ],
)
def test_a_yearly_one_ends_on_the_same_day_of_the_next_year(today: date, standing: CourseStanding) -> None:
    found = one(course(every_months=12), learner(since=date(2025, 1, 1)), date(2026, 2, 28), today)
    assert found is not None
    assert (found.standing, found.until) == (standing, date(2027, 2, 28))


def test_29_february_and_the_31st_end_with_the_month() -> None:
    assert months_later(date(2028, 2, 29), 12) == date(2029, 2, 28)
    assert months_later(date(2026, 8, 31), 6) == date(2027, 2, 28)
    assert months_later(date(2026, 12, 31), 1) == date(2027, 1, 31)


@given(
    st.lists(
        st.tuples(st.booleans(), st.sampled_from([None, 6, 12]), st.integers(0, 60), st.none() | DAYS),
        max_size=8,
    ),
    DAYS,
)
def test_what_is_owed_stands_first_and_what_holds_is_never_owed(
    plan: list[tuple[bool, int | None, int, date | None]], since: date
) -> None:
    courses, passed = [], {}
    for n, (must, months, within, day) in enumerate(plan):
        courses.append(
            course(f"c{n}", mandatory=must, every_months=months if must else None, within_days=within)
        )
        if day is not None:
            passed[f"c{n}"] = day
    found = assigned(courses, learner(since=since), passed, TODAY, SOON)
    assert {one.course.id for one in found} == {one.id for one in courses}
    order = [list(CourseStanding).index(one.standing) for one in found]
    assert order == sorted(order)
    for each in found:
        owed = each.standing in {CourseStanding.LATE, CourseStanding.OWED}
        never = each.course.id not in passed
        ended = each.until is not None and each.until < TODAY
        assert owed == (each.course.mandatory and (never or ended))
        if each.standing is CourseStanding.LATE:
            assert each.by is not None
            assert each.by < TODAY


def test_a_quiz_asks_what_may_be_asked_of_this_person() -> None:
    bank = {"Q1": item("Q1"), "Q2": item("Q2", Trainee.OFFICER)}
    assert [one.id for one in quiz(course(), bank, learner())] == ["Q1", "OWN"]


@pytest.mark.parametrize(("seconds", "minutes"), [(0, 1), (59, 1), (61, 2), (599, 10), (86_400, 10)])
def test_a_course_counts_what_it_took_and_no_more_than_its_own_minutes(seconds: int, minutes: int) -> None:
    begun = datetime(2026, 11, 23, tzinfo=UTC)
    assert counted(course(), begun, begun + timedelta(seconds=seconds)) == minutes


def test_a_round_is_passed_with_all_cards_read_and_few_enough_wrong() -> None:
    items = (item("Q1"), item("Q2"), item("OWN"))
    begun = datetime(2026, 11, 23, tzinfo=UTC)
    taking = Taking(1, course(), items, begun)
    assert (taking.card, taking.open, taking.passed) == (0, items[0], False)
    good, bad = Answered(("T",), right=True), Answered(("F",), right=False)

    def after(read: set[str], *answers: Answered) -> Taking:
        given = dict(zip(("Q1", "Q2", "OWN"), answers, strict=False))
        return Taking(1, course(), items, begun, frozenset(read), 1, given)

    both = {"C1", "C2"}
    assert after(both, good, good, bad).passed
    assert not after({"C1"}, good, good, good).passed
    assert not after(both, good, good).passed
    assert not after(both, bad, good, bad).passed
    assert after({"C1"}).card == 1
