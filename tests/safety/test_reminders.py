"""When reminder rules are due and who is told when: tables of cases around days off, make-up days, month ends, leap years."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklists.grading import EnterpriseClass
from checklists.reminders import Activity, Hours, Recipient, Reminder, Window
from checklists.words import Words
from safety.calendar import CHINA, Calendar, Year, local
from safety.reminders import Standing, concerns, due, may_leave, quiet, rungs

# The National Day arrangement of an invented year: off 1-7 October, worked Sunday 27 September and Saturday 10 October.
CALENDAR = Calendar(
    {
        2026: Year(
            off=frozenset(date(2026, 10, day) for day in range(1, 8)),
            worked=frozenset({date(2026, 9, 27), date(2026, 10, 10)}),
        )
    }
)
HOURS = Hours()
WORDS = Words("题", "Title")


def rule(due: Mapping[str, object], remind: Sequence[str] = ("T",), **more: object) -> Reminder:
    plain = {"id": "R", "title": WORDS, "source": "ours", "task": "record", "who": "officer"}
    return Reminder.model_validate({**plain, "due": due, "remind": remind, **more})


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=CHINA)


def shown(moment: datetime) -> str:
    return f"{local(moment):%Y-%m-%d %H:%M}"


@pytest.mark.parametrize(
    ("term", "begun", "expected"),
    [
        ({"every": {"days": 30}}, "2026-09-01 09:00", "2026-10-01 18:00"),
        ({"every": {"days": 1}}, "2026-12-31 23:59", "2027-01-01 18:00"),
        ({"every": {"months": 1}}, "2027-01-31 09:00", "2027-02-28 18:00"),
        ({"every": {"months": 12}}, "2028-02-29 09:00", "2029-02-28 18:00"),
        ({"every": {"months": 48}}, "2024-02-29 09:00", "2028-02-29 18:00"),
        ({"every": {"months": 2}}, "2026-11-15 09:00", "2027-01-15 18:00"),
        ({"every": {"days": 365}}, "2027-03-01 09:00", "2028-02-29 18:00"),
        ({"every": {"hours": 2}}, "2026-09-01 09:10", "2026-09-01 11:10"),
        ({"every": {"hours": 24}}, "2026-09-01 09:10", "2026-09-02 09:10"),
        ({"on": ["01-15", "04-15", "07-15"]}, "2026-04-15 00:00", "2026-04-15 18:00"),
        ({"on": ["01-15", "04-15", "07-15"]}, "2026-04-16 00:00", "2026-07-15 18:00"),
        ({"on": ["01-15", "04-15", "07-15"]}, "2026-07-16 00:00", "2027-01-15 18:00"),
        ({"on": ["12-31"]}, "2026-12-31 23:59", "2026-12-31 18:00"),
        ({"date": "hazard.due"}, "2026-10-03 00:00", "2026-10-03 18:00"),
        ({"after": {"event": "worker_joined", "days": 0}}, "2026-09-01 07:00", "2026-09-01 18:00"),
        ({"after": {"event": "major_hazard_found", "hours": 24}}, "2026-10-02 03:00", "2026-10-03 03:00"),
        ({"after": {"event": "plan_published", "working_days": 1}}, "2026-09-26 09:00", "2026-09-27 18:00"),
        ({"after": {"event": "plan_published", "working_days": 1}}, "2026-09-30 09:00", "2026-10-08 18:00"),
        ({"after": {"event": "plan_published", "working_days": 3}}, "2026-09-30 09:00", "2026-10-10 18:00"),
        ({"after": {"event": "plan_published", "working_days": 20}}, "2026-11-02 09:00", "2026-11-30 18:00"),
    ],
)
def test_it_is_due(term: Mapping[str, object], begun: str, expected: str) -> None:
    assert shown(due(rule(term), moment(begun), CALENDAR, HOURS)) == expected


LADDER = [{"to": "principal", "at": "T+1"}, {"to": "town", "at": "T+3"}]


@pytest.mark.parametrize(
    ("made", "due_at", "expected"),
    [
        pytest.param(
            rule({"every": {"days": 30}}, ["T-7", "T-1"], escalate=LADDER),
            "2026-09-16 18:00",
            [
                "2026-09-09 08:30 officer",
                "2026-09-15 08:30 officer",
                "2026-09-17 08:30 principal",
                "2026-09-21 08:30 town",
            ],
            id="working days, a step moved from Saturday to Monday",
        ),
        pytest.param(
            rule({"every": {"days": 30}}, ["T-3", "T-1", "T"]),
            "2026-10-06 18:00",
            ["2026-09-30 08:30 officer"],
            id="all in the holiday: one reminder before it",
        ),
        pytest.param(
            rule({"every": {"days": 30}}, ["T-3", "T+2"], escalate=LADDER),
            "2026-10-01 18:00",
            [
                "2026-09-28 08:30 officer",
                "2026-10-08 08:30 officer",
                "2026-10-08 08:30 principal",
                "2026-10-08 08:30 town",
            ],
            id="due on the first day off: everything late waits for the first working day",
        ),
        pytest.param(
            rule({"every": {"days": 30}}, ["T-1"]),
            "2026-09-28 18:00",
            ["2026-09-27 08:30 officer"],
            id="a Sunday that is worked is a working day",
        ),
        pytest.param(
            rule(
                {"after": {"event": "major_hazard_found", "hours": 24}},
                urgent=True,
                escalate=[{"to": "town", "at": "T"}, {"to": "district", "at": "T+1"}],
            ),
            "2026-10-03 03:00",
            ["2026-10-03 03:00 officer", "2026-10-03 03:00 town", "2026-10-04 03:00 district"],
            id="urgent: at night, in the holiday",
        ),
        pytest.param(
            rule({"every": {"hours": 2}}),
            "2026-09-16 10:10",
            ["2026-09-16 10:10 officer"],
            id="hours: at the minute",
        ),
        pytest.param(
            rule({"every": {"hours": 2}}),
            "2026-09-16 12:10",
            ["2026-09-16 14:00 officer"],
            id="hours: after lunch",
        ),
        pytest.param(
            rule({"every": {"hours": 2}}),
            "2026-09-16 06:10",
            ["2026-09-16 08:30 officer"],
            id="hours: in the morning",
        ),
        pytest.param(
            rule({"every": {"hours": 2}}),
            "2026-09-18 18:00",
            ["2026-09-21 08:30 officer"],
            id="hours: after the weekend",
        ),
    ],
)
def test_everybody_is_told(made: Reminder, due_at: str, expected: Sequence[str]) -> None:
    found = rungs(made, moment(due_at), CALENDAR, HOURS)
    assert [f"{shown(rung.moment)} {rung.to}" for rung in found] == expected


def test_a_rung_says_what_it_is() -> None:
    made = rule({"every": {"days": 30}}, ["T-7"], escalate=[{"to": "town", "at": "T+3"}])
    first, second = rungs(made, moment("2026-09-16 18:00"), CALENDAR, HOURS)
    assert (first.to, first.offset, first.step) == (Recipient.OFFICER, -7, False)
    assert (second.to, second.offset, second.step) == (Recipient.TOWN, 3, True)


@given(
    st.dates(date(2026, 1, 1), date(2027, 12, 31)),
    st.sets(st.integers(-60, 30), min_size=1, max_size=5),
    st.sets(st.integers(0, 30), max_size=3),
)
def test_nothing_leaves_on_a_day_off_and_nothing_before_the_due_day_leaves_late(
    day: date, days: set[int], steps: set[int]
) -> None:
    ladder = [
        {"to": to, "at": f"T+{at}" if at else "T"}
        for to, at in zip(("principal", "town", "district"), sorted(steps), strict=False)
    ]
    remind = [f"T{at:+}" if at else "T" for at in sorted(days)]
    made = rule({"date": "check.due"}, remind, escalate=ladder)
    due_at = due(made, datetime.combine(day, time(9), CHINA), CALENDAR, HOURS)
    found = rungs(made, due_at, CALENDAR, HOURS)
    assert list(found) == sorted(found, key=lambda rung: rung.moment)
    assert len({(rung.moment, rung.to) for rung in found}) == len(found)
    for rung in found:
        assert may_leave(rung.moment, made, CALENDAR, HOURS)
        planned = (rung.moment - due_at).days
        assert planned <= rung.offset if rung.offset <= 0 and not rung.step else planned >= rung.offset - 1


@pytest.mark.parametrize(
    ("more", "standing", "expected"),
    [
        ({}, Standing({}, "white"), True),
        ({"active": False}, Standing({}, "white"), False),
        ({"when": {"fact": "dust"}}, Standing({"dust": True}, "blue"), True),
        ({"when": {"fact": "dust"}}, Standing({}, "blue"), False),
        ({"colours": ["white", "blue"]}, Standing({}, "blue"), True),
        ({"colours": ["white"]}, Standing({}, "blue"), False),
        ({"classes": ["I", "II"]}, Standing({}, "blue", EnterpriseClass.II), True),
        ({"classes": ["I", "II"]}, Standing({}, "blue", EnterpriseClass.III), False),
        ({"classes": ["I", "II"]}, Standing({}, "blue"), False),
        ({}, Standing({}, "blue", activity=Activity.RESUMED), True),
        ({}, Standing({}, "blue", activity=Activity.STOPPED), False),
        ({}, Standing({}, "blue", activity=Activity.CLOSED), False),
        ({"states": ["stopped"]}, Standing({}, "blue", activity=Activity.STOPPED), True),
    ],
)
def test_it_concerns_an_enterprise(more: Mapping[str, object], standing: Standing, expected: bool) -> None:
    assert concerns(rule({"every": {"days": 1}}, **more), standing) is expected


@pytest.mark.parametrize(
    ("at", "leaves", "silent"),
    [
        ("2026-09-16 08:29", False, False),
        ("2026-09-16 08:30", True, False),
        ("2026-09-16 11:30", False, False),
        ("2026-09-16 14:00", True, False),
        ("2026-09-16 17:59", True, False),
        ("2026-09-16 18:00", False, False),
        ("2026-09-16 20:00", False, True),
        ("2026-09-17 00:00", False, True),
        ("2026-09-17 07:59", False, True),
        ("2026-10-02 09:00", False, False),
        ("2026-09-27 09:00", True, False),
    ],
)
def test_hours(at: str, leaves: bool, silent: bool) -> None:
    assert may_leave(moment(at), rule({"every": {"days": 1}}), CALENDAR, HOURS) is leaves
    assert may_leave(moment(at), rule({"every": {"days": 1}}, urgent=True), CALENDAR, HOURS)
    assert quiet(moment(at), HOURS) is silent


def test_quiet_hours_within_one_day() -> None:
    hours = Hours(quiet=Window(begin=time(12), end=time(13)))
    assert [quiet(moment(f"2026-09-16 {clock}"), hours) for clock in ("11:59", "12:30", "13:00")] == [
        False,
        True,
        False,
    ]


def test_close_to_its_day_a_task_is_reminded_of_three_times_at_most() -> None:
    one = rule({"every": {"days": 30}}, ["T-90", "T-14", "T-7", "T-5", "T-3", "T-1", "T"])
    found = rungs(one, moment("2026-11-27 18:00"), CALENDAR, HOURS)
    assert [rung.offset for rung in found] == [-90, -14, -3, -1, 0]
