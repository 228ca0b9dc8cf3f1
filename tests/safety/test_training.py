"""Hours: 32 and 12, 48 and 16, 24, 72 and 20, by role and facts; what counts where, when it is whole, late, due again."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklists.bank import Trainee
from checklists.courses import CourseEvent
from checklists.load import load_catalogue
from checklists.words import Words
from safety.courses import Learner
from safety.people import Role
from safety.training import Balance, Credit, CreditSource, Pupil, balance, by_need, rule_for

RULES = load_catalogue().rules.training
TODAY = date(2026, 11, 23)
HERE, THERE = 1, 2
HOUR = RULES.hour_minutes


def learner(role: Trainee = Trainee.OFFICER, *, high: bool = False, since: date = TODAY) -> Learner:
    days = {CourseEvent.NEW_WORKER: since} if role is Trainee.WORKER else {}
    return Learner(role, "white", {"high_risk_training": high}, since, days)


def credit(day: date, hours: float, enterprise: int = HERE) -> Credit:
    return Credit(day, round(hours * HOUR), CreditSource.LESSON, Words("课", "lesson"), enterprise)


def stands(who: Learner, *earned: Credit, today: date = TODAY) -> Balance:
    found = balance(RULES, who, earned, HERE, today)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("role", "high", "initial", "yearly"),
    [
        (Trainee.PRINCIPAL, False, 32, 12),
        (Trainee.OFFICER, False, 32, 12),
        (Trainee.PRINCIPAL, True, 48, 16),
        (Trainee.OFFICER, True, 48, 16),
        (Trainee.WORKER, False, 24, 0),
        (Trainee.WORKER, True, 72, 20),
    ],
)
def test_the_rule_is_that_of_role_and_industry(role: Trainee, high: bool, initial: int, yearly: int) -> None:
    found = rule_for(RULES, learner(role, high=high))
    assert found is not None
    assert (found.initial, found.yearly) == (initial, yearly)


def test_a_worker_owes_the_hours_before_work_and_is_late_the_next_day() -> None:
    who = learner(Trainee.WORKER)
    found = stands(who, credit(TODAY, 23.9))
    assert (found.now.by, found.whole, found.late(TODAY)) == (TODAY, False, False)
    assert found.late(TODAY + timedelta(days=1))
    done = stands(who, credit(TODAY, 23.9), credit(TODAY, 0.2))
    assert (done.whole, done.until, done.late(TODAY + timedelta(days=400))) == (True, None, False)


def test_a_manager_has_half_a_year_and_then_hours_every_year() -> None:
    who = learner(since=date(2026, 3, 1))
    found = stands(who, credit(date(2026, 4, 1), 31))
    assert (found.now.missing, found.now.by) == (HOUR, date(2026, 8, 28))
    first = [credit(date(2026, 4, 1), 31), credit(date(2026, 5, 1), 1)]
    whole = stands(who, *first)
    assert (whole.whole, whole.yearly, whole.until) == (True, None, date(2026, 12, 31))
    next_year = stands(who, *first, credit(date(2027, 2, 1), 5), today=date(2027, 3, 1))
    assert next_year.yearly is not None
    assert (next_year.now.missing, next_year.now.by) == (7 * HOUR, date(2027, 12, 31))
    assert not next_year.late(date(2027, 12, 31))
    done = stands(who, *first, credit(date(2027, 2, 1), 12), today=date(2027, 3, 1))
    assert (done.whole, done.until) == (True, date(2027, 12, 31))
    assert not stands(who, *first, credit(date(2027, 2, 1), 12), today=date(2028, 1, 1)).whole


def test_workers_begin_anew_elsewhere_and_managers_do_not() -> None:
    elsewhere = credit(TODAY, 100, THERE)
    assert stands(learner(Trainee.WORKER), elsewhere).initial.have == 0
    assert stands(learner(Trainee.OFFICER), elsewhere).whole


@given(
    st.sampled_from(Trainee),
    st.booleans(),
    st.lists(st.tuples(st.integers(0, 900), st.integers(1, 600)), max_size=12),
    st.integers(0, 900),
)
def test_more_training_never_makes_it_worse_and_a_year_counts_only_its_own(
    role: Trainee, high: bool, plan: list[tuple[int, int]], later: int
) -> None:
    since = date(2024, 1, 1)
    earned = [
        Credit(since + timedelta(days=day), minutes, CreditSource.COURSE, Words("课", "c"), HERE)
        for day, minutes in plan
    ]
    today = since + timedelta(days=later)
    known = [one for one in earned if one.day <= today]
    found = stands(learner(role, high=high, since=since), *known, today=today)
    more = stands(learner(role, high=high, since=since), *known, credit(today, 200), today=today)
    assert more.initial.have >= found.initial.have
    assert more.initial.whole_on is not None
    assert found.initial.have == sum(one.minutes for one in known)
    if found.yearly is not None:
        assert found.yearly.have == sum(one.minutes for one in known if one.day.year == today.year)
        assert found.initial.whole_on is not None
        assert found.initial.whole_on.year < today.year
    assert (found.now.missing == 0) == found.whole


def test_who_is_late_stands_first_and_who_misses_nothing_last() -> None:
    late = stands(learner(Trainee.WORKER, since=TODAY - timedelta(days=3)))
    soon = stands(learner(Trainee.WORKER))
    fine = stands(learner(Trainee.WORKER), credit(TODAY, 24))
    people = [Pupil("c", Role.WORKER, fine), Pupil("b", Role.WORKER, soon), Pupil("a", Role.WORKER, late)]
    assert [one.name for one in by_need(people, TODAY)] == ["a", "b", "c"]
    assert [one.misses for one in by_need(people, TODAY)] == [True, True, False]
