"""Rounds of campaigns and plans: on working days only, never twice, in their rhythm; windows that end on working days."""

from datetime import date, timedelta
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklists.period import due_of, first_of, is_special, period_of, round_of, special
from checklists.reading.spans import Spanned, read_span
from safety.calendar import Calendar, Year
from safety.campaigns import Rhythm, Tally, Terms, Who, audience, coming, next_round, rounds, window
from safety.queries import Query

NATIONAL = Calendar(
    {
        2026: Year(
            off=frozenset(date(2026, 10, day) for day in range(1, 8)), worked=frozenset({date(2026, 10, 10)})
        )
    }
)
days = st.dates(date(2026, 1, 1), date(2027, 12, 31))
terms = st.builds(
    Terms,
    starts=days,
    days=st.integers(1, 60),
    rhythm=st.sampled_from(Rhythm),
    late=st.sampled_from([0, 7, 30]),
    weekdays=st.sets(st.integers(1, 7), max_size=3).map(lambda found: tuple(sorted(found))),
    until=st.none() | days,
    who=st.sampled_from(Who),
)


@given(terms=terms, since=days)
def test_rounds_begin_in_order_and_off_days_off(terms: Terms, since: date) -> None:
    found = list(islice(rounds(terms, since, NATIONAL), 12))
    assert found == sorted(set(found))
    assert all(day >= since and day >= terms.starts for day in found)
    if terms.rhythm is not Rhythm.ONCE:
        assert all(NATIONAL.is_working(day) for day in found)
    assert next_round(terms, since, NATIONAL) == (found[0] if found else None)
    for day in found:
        one = window(terms, day, NATIONAL)
        assert NATIONAL.is_working(one.due)
        assert one.starts <= one.due <= one.closes == one.due + timedelta(days=terms.late)
        assert (one.due - day).days >= terms.days - 1


@given(terms=terms, since=days)
def test_going_on_from_a_round_gives_the_ones_behind_it(terms: Terms, since: date) -> None:
    """The clock asks for the next round behind each: the same as walking through all of them."""
    walked, day = [], next_round(terms, since, NATIONAL)
    for _ in range(6):
        if day is None:
            break
        walked.append(day)
        day = next_round(terms, day + timedelta(days=1), NATIONAL)
    assert walked == list(islice(rounds(terms, since, NATIONAL), len(walked) if day is None else 6))


@given(terms)
def test_terms_survive_json(terms: Terms) -> None:
    assert Terms.from_json(terms.to_json()) == terms


def test_holidays_and_make_up_days() -> None:
    daily = Terms(date(2026, 9, 30), 1, Rhythm.DAILY)
    assert [one.starts for one in coming(daily, date(2026, 9, 30), NATIONAL, 4)] == [
        date(2026, 9, 30), date(2026, 10, 8), date(2026, 10, 9), date(2026, 10, 10),
    ]  # fmt: skip
    fridays = Terms(date(2026, 9, 25), 5, Rhythm.WEEKLY)
    assert [(one.starts, one.due) for one in coming(fridays, date(2026, 9, 25), NATIONAL, 3)] == [
        (date(2026, 9, 25), date(2026, 9, 29)),
        (date(2026, 10, 8), date(2026, 10, 12)),
        (date(2026, 10, 9), date(2026, 10, 13)),
    ]
    last = Terms(date(2026, 8, 31), 15, Rhythm.MONTHLY)
    assert [one.starts for one in coming(last, date(2026, 8, 31), NATIONAL, 3)] == [
        date(2026, 8, 31), date(2026, 9, 30), date(2026, 11, 2),
    ]  # fmt: skip
    quarters = Terms(date(2026, 1, 5), 30, Rhythm.QUARTERLY)
    assert [one.starts for one in coming(quarters, date(2026, 2, 1), NATIONAL, 2)] == [
        date(2026, 4, 6), date(2026, 7, 6),
    ]  # fmt: skip


def test_what_ends_begins_no_more() -> None:
    ends = Terms(date(2026, 11, 2), 5, Rhythm.WEEKLY, until=date(2026, 11, 15))
    assert list(rounds(ends, date(2026, 11, 1), Calendar())) == [date(2026, 11, 2), date(2026, 11, 9)]
    assert next_round(ends, date(2026, 11, 10), Calendar()) is None
    assert next_round(Terms(date(2026, 11, 2), 5), date(2026, 11, 3), Calendar()) is None


@given(number=st.integers(1, 10**7), due=st.dates(date(2020, 1, 1), date(2140, 12, 31)))
def test_a_round_has_a_period_of_its_own_that_says_when_it_is_due(number: int, due: date) -> None:
    period = special(number, due)
    assert len(period) <= 10 or number > 36**6
    assert (is_special(period), round_of(period), due_of(period), first_of(period)) == (
        True,
        number,
        due,
        due,
    )
    assert not any(is_special(period_of(cycle, due)) for cycle in (7, 30, 90))


def test_a_usual_period_is_no_round() -> None:
    with pytest.raises(ValueError, match="2026-11"):
        round_of("2026-11")


def test_whoever_rests_is_not_asked_unless_named() -> None:
    assert audience(Query()).activities == ("producing", "resumed")
    assert audience(Query(activities=("stopped",))) == Query(activities=("stopped",))


def test_a_tally_counts_without_what_rests() -> None:
    tally = Tally("", done=3, late=1, begun=2, open=4, rests=5, silent=1)
    assert (tally.targets, tally.reached, tally.missing) == (10, 4, 6)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("10天", Spanned(days=10)), ("10天内完成", Spanned(days=10)), ("两周", Spanned(days=14)), ("一个星期", Spanned(days=7)),
        ("within 3 weeks", Spanned(days=21)), ("10 days", Spanned(days=10)),
        ("12月1日开始", Spanned(starts=date(2026, 12, 1))), ("明天开始", Spanned(starts=date(2026, 11, 24))),
        ("starting 1 December", Spanned(starts=date(2026, 12, 1))),
        ("12月15日前", Spanned(until=date(2026, 12, 15))), ("到12月15日截止", Spanned(until=date(2026, 12, 15))),
        ("by 15 December", Spanned(until=date(2026, 12, 15))),
        ("哈哈", None), ("", None), ("0天", None), ("尽快", None),
    ],
)  # fmt: skip
def test_a_window_in_words(text: str, said: Spanned | None) -> None:
    assert read_span(text, date(2026, 11, 23)) == said
