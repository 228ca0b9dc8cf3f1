"""Listed supervision: when the week's question comes, which weeks count as missed, and who hears of silence."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklists.words import Words
from safety.calendar import Calendar, Year, local
from safety.listing import Listing, asked_again, begun, next_question, told
from safety.notices_hazards import About
from safety.notices_listings import asked, silence

DAY = date(2026, 11, 23)  # a Monday
LISTING = replace(begun(DAY, date(2026, 12, 23), "停产整改", 4), number="GP-2026-000001")
NINE = time(9)
OWNER, SECOND, TOWN, DISTRICT = 2, 3, 4, 5
ABOUT = About(
    "YH-2026-000001",
    "老王饭店",
    "宋官屯街道",
    Words("漏气", "Gas"),
    date(2026, 12, 23),
    major=True,
    owner=OWNER,
    found_by=OWNER,
    evidence_by=None,
    treating=(OWNER, SECOND),
    supervisors=(TOWN, DISTRICT),
    actor=0,
    person="",
)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ((2026, 11, 24, 8), "2026-11-30T09:00"),
        ((2026, 11, 23, 8), "2026-11-23T09:00"),
        ((2026, 11, 23, 9), "2026-11-30T09:00"),
        ((2026, 9, 29, 9), "2026-10-08T09:00"),  # Monday 5 October lies in the holidays
        ((2026, 10, 8, 9), "2026-10-12T09:00"),
    ],
)
def test_the_question_comes_on_its_weekday_or_the_next_working_day(
    now: tuple[int, int, int, int], expected: str
) -> None:
    moment = datetime(*now, tzinfo=UTC) - timedelta(hours=8)
    calendar = Calendar({2026: Year(frozenset(date(2026, 10, day) for day in range(1, 8)))})
    assert local(next_question(moment, 1, NINE, calendar)).isoformat()[:16] == expected


@given(st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)), st.integers(1, 7), st.times())  # noqa: DTZ001 - made aware below
def test_the_next_question_is_ahead_within_reach_and_on_a_working_day(
    moment: datetime, weekday: int, hour: time
) -> None:
    now, calendar, hour = moment.replace(tzinfo=UTC), Calendar(), hour.replace(second=0, microsecond=0)
    following = next_question(now, weekday, hour, calendar)
    assert now < following <= now + timedelta(days=7 + 11)
    assert calendar.is_working(local(following).date())
    assert local(following).time() == hour
    assert next_question(following, weekday, hour, calendar) > following


def test_a_week_is_missed_when_nothing_came_since_it_was_asked() -> None:
    first = asked_again(LISTING, DAY, waits=True)
    assert (first.asked, first.missed) == (DAY, 0)  # nobody had asked before
    second = asked_again(first, DAY + timedelta(days=7), waits=True)
    third = asked_again(second, DAY + timedelta(days=14), waits=True)
    assert (second.missed, third.missed) == (1, 2)
    answered = told(third, "拆了一半", DAY + timedelta(days=14))
    assert (answered.missed, answered.said) == (0, "拆了一半")
    assert asked_again(answered, DAY + timedelta(days=21), waits=True).missed == 0
    late = replace(answered, reported=DAY + timedelta(days=13))  # before it was asked on the 14th day
    assert asked_again(late, DAY + timedelta(days=21), waits=True).missed == 1


def test_while_it_is_stopped_or_looked_at_no_week_counts() -> None:
    first = asked_again(LISTING, DAY, waits=True)
    stopped = asked_again(first, DAY + timedelta(days=7), waits=False)
    assert (stopped.asked, stopped.missed) == (None, 0)
    assert asked_again(stopped, DAY + timedelta(days=14), waits=True).missed == 0


@pytest.mark.parametrize(
    ("treating", "expected"), [((OWNER, SECOND), [OWNER]), ((SECOND, 7), [SECOND, 7]), ((), [])]
)
def test_the_owner_is_asked_or_whoever_is_left(treating: tuple[int, ...], expected: list[int]) -> None:
    assert list(asked(replace(ABOUT, treating=treating))) == expected


@pytest.mark.parametrize("chief", [TOWN, 9])
def test_silence_is_told_to_who_is_in_charge_or_to_all_who_watch(chief: int) -> None:
    sent = silence(ABOUT, Listing("GP-2026-000001", DAY, DAY, "", chief, missed=2), DAY)
    assert [one.to for one in sent] == ([TOWN] if chief == TOWN else [TOWN, DISTRICT])
    assert {one.args["missed"] for one in sent} == {2}
    assert len({one.key for one in sent}) == len(sent)
