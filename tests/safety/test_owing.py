"""What is owed, worked out: whatever the order of things, a rule and a subject have one open row, and working it out again changes nothing."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checklists.reminders import Activity, Dated, Happening, Hours, Reminder, Subject, Task
from checklists.words import Words
from safety.calendar import Calendar, at, today
from safety.owing import Holding, Moved, Opened, Row, Settled, State, Thing, Voided, changes
from safety.owing_days import hour_of, opening, slot, told_at, tomorrow
from safety.reminders import Standing, may_leave, quiet

HOURS, CALENDAR = Hours(), Calendar()
START = datetime(2026, 1, 5, 1, 0, tzinfo=UTC)
TERMS: Mapping[str, Mapping[str, object]] = {
    "day": {"every": {"days": 1}},
    "month": {"every": {"months": 1}},
    "on": {"on": ["01-15", "04-15", "07-15", "10-15"]},
    "date": {"date": "certificate.review"},
    "after": {"after": {"event": "worker_joined", "working_days": 20}},
}


def rule(name: str) -> Reminder:
    plain = {"id": name, "title": Words("题", "Title"), "source": "ours", "task": "record", "who": "officer"}
    return Reminder.model_validate({**plain, "due": TERMS[name], "remind": ["T-3", "T-1", "T"]})


RULES = tuple(rule(name) for name in TERMS)


class World:
    """One enterprise with one subject, and the rows as storage would keep them."""

    def __init__(self) -> None:
        self.now = START
        self.activity = Activity.PRODUCING
        self.done: dict[str, datetime] = {}
        self.happened: dict[Happening, datetime] = {}
        self.dates: dict[Dated, datetime] = {}
        self.rows: dict[tuple[str, str], Row] = {}
        self.number = 0

    def thing(self) -> Thing:
        return Thing("enterprise:1", START, self.done, self.happened, self.dates)

    def look(self) -> int:
        """Work out, and keep; how many changes there were."""
        standing = Standing({}, "white", None, self.activity)
        holding = Holding(standing, {Subject.ENTERPRISE: [self.thing()]}, list(self.rows.values()))
        found = list(changes(RULES, holding, CALENDAR, HOURS, self.now))
        for one in found:
            self._keep(one)
        return len(found)

    def _keep(self, one: Opened | Moved | Voided | Settled) -> None:
        if isinstance(one, Opened):
            self.number += 1
            key = (one.rule.id, one.about)
            before = self.rows.get(key)
            assert before is None or before.state is not State.OPEN, "two open rows of one rule and subject"
            self.rows[key] = Row(self.number, *key, one.term.begun, one.term.due, self.now)
            return
        row, key = one.row, (one.row.rule, one.row.about)
        if isinstance(one, Moved):
            self.rows[key] = Row(row.id, *key, one.term.begun, one.term.due, self.now)
        elif isinstance(one, Voided) and one.gone:
            del self.rows[key]
        else:
            self._end(key, State.DONE if isinstance(one, Settled) else State.VOID)

    def _end(self, key: tuple[str, str], state: State) -> None:
        row = self.rows[key]
        self.rows[key] = Row(row.id, *key, row.begun, row.due, row.set_at, state, self.now)

    def do(self, name: str) -> None:
        """Somebody records it as done."""
        key = (name, "enterprise:1")
        if key in self.rows and self.rows[key].state is State.OPEN:
            self._end(key, State.DONE)
        self.done[name] = self.now


MOMENTS = st.integers(0, 3_000_000).map(lambda minutes: START + timedelta(minutes=minutes))  # 5.7 years
MOVES = st.one_of(
    st.tuples(st.just("passes"), st.integers(1, 4000)),
    st.tuples(st.just("does"), st.sampled_from(sorted(TERMS))),
    st.tuples(st.just("acts"), st.sampled_from(sorted(Activity))),
    st.tuples(st.just("dates"), st.integers(0, 400)),
    st.tuples(st.just("joins"), st.just(0)),
)


@settings(max_examples=300, deadline=None)
@given(st.lists(MOVES, max_size=25))
def test_whatever_happens_one_row_is_open_and_looking_again_changes_nothing(
    moves: list[tuple[str, Any]],
) -> None:
    world = World()
    world.look()
    for what, value in moves:
        if what == "passes":
            world.now += timedelta(hours=value)
        elif what == "does":
            world.do(value)
        elif what == "acts":
            world.activity = Activity(value)
        elif what == "dates":
            world.dates[Dated.CERTIFICATE_REVIEW] = at(
                today(world.now) + timedelta(days=value), datetime.min.time()
            )
        else:
            world.happened[Happening.WORKER_JOINED] = world.now
        world.look()
        assert world.look() == 0, "working it out twice"
        works = world.activity in (Activity.PRODUCING, Activity.RESUMED)
        for name in ("day", "month", "on"):
            row = world.rows[name, "enterprise:1"]
            assert (row.state is State.OPEN) is works or row.state is State.DONE, "what recurs is always owed"
            assert not (works and row.state is not State.OPEN)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(RULES), MOMENTS, st.integers(-40, 40))
def test_whoever_owes_is_told_at_least_once_and_only_when_reminders_may_leave(
    one: Reminder, begun: datetime, days: int
) -> None:
    now = begun
    due = at(today(now) + timedelta(days=days), HOURS.windows[-1].end)
    moments = told_at(one, due, CALENDAR, HOURS, now)
    assert moments, "nothing is dropped for being late"
    assert list(moments) == sorted(set(moments))
    for moment in moments:
        left = slot(moment, HOURS.daily, CALENDAR)
        assert left >= moment
        assert may_leave(left, one, CALENDAR, HOURS)
        assert not quiet(left, HOURS)


@settings(max_examples=300, deadline=None)
@given(MOMENTS, st.integers(0, 1439))
def test_an_hour_of_ones_own_lies_in_a_window_on_a_working_day(moment: datetime, minutes: int) -> None:
    now, hour = moment, hour_of(minutes, HOURS)
    for left in (slot(now, hour, CALENDAR), tomorrow(now, hour, CALENDAR), opening(now, CALENDAR, HOURS)):
        assert left >= now
        assert may_leave(left, RULES[0], CALENDAR, HOURS)
    assert today(tomorrow(now, hour, CALENDAR)) > today(now)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2028-02-28T18:30:00+08:00", "2028-02-29"),  # a Tuesday of a leap year
        ("2027-12-31T23:59:59+08:00", "2028-01-03"),  # a year that no calendar covers: weekends alone
        ("2028-09-29T12:00:00+08:00", "2028-10-02"),  # nobody knows yet that this is a holiday
        ("2026-09-30T23:59:59+08:00", "2026-10-08"),
        ("2026-02-13T20:00:00+08:00", "2026-02-14"),  # a Saturday that is worked
    ],
)
def test_tomorrow_morning_across_years(now: str, expected: str) -> None:
    moment = datetime.fromisoformat(now)
    assert today(tomorrow(moment, HOURS.daily, CALENDAR)) == date.fromisoformat(expected)


def test_what_is_late_by_a_day_of_the_year_stays_late() -> None:
    world = World()
    world.look()
    world.now = at(date(2026, 8, 1), datetime.min.time())
    world.do("on")
    world.look()
    assert today(world.rows["on", "enterprise:1"].due) == date(2026, 4, 15)
    assert Task.RECORD.value not in world.done
