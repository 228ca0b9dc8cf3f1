"""Steps of the ladder: in working hours, announced a working day before, nobody decides for themselves."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklists.catalogue import Catalogue
from checklists.reminders import Recipient, Reminder
from safety import ladder
from safety.calendar import Calendar, at, local, today
from safety.people import Role
from safety.reminders import may_leave

CALENDAR = Calendar()
NOW = datetime(2026, 11, 23, 1, tzinfo=UTC)  # Monday 09:00


@pytest.fixture
def rule(catalogue: Catalogue) -> Reminder:
    """To the principal three days after, to the town a week after (R02)."""
    return catalogue.rules.reminders.rule("R02")


def steps(rule: Reminder, catalogue: Catalogue, due: date) -> list[ladder.Rise]:
    hours = catalogue.rules.reminders.hours
    return list(ladder.rises(rule, at(due, hours.windows[-1].end), CALENDAR, hours))


def test_its_owner_hears_a_working_day_before(rule: Reminder, catalogue: Catalogue) -> None:
    first, second = steps(rule, catalogue, date(2026, 11, 24))
    assert (first.to, today(first.moment)) == (Recipient.PRINCIPAL, date(2026, 11, 27))
    assert first.warn is not None
    assert today(first.warn) == date(2026, 11, 26)
    assert (second.to, today(second.moment)) == (Recipient.TOWN, date(2026, 12, 1))


def test_over_a_weekend_it_is_the_friday_before(rule: Reminder, catalogue: Catalogue) -> None:
    first, _ = steps(rule, catalogue, date(2026, 11, 26))
    assert today(first.moment) == date(2026, 11, 30)  # the 29th is a Sunday
    assert first.warn is not None
    assert today(first.warn) == date(2026, 11, 27)


def test_urgent_rules_are_not_announced(catalogue: Catalogue) -> None:
    found = steps(catalogue.rules.reminders.rule("R07"), catalogue, date(2026, 11, 24))
    assert [one.warn for one in found] == [None, None]


def test_only_the_next_step_is_seen_coming(rule: Reminder, catalogue: Catalogue) -> None:
    hours = catalogue.rules.reminders.hours
    due = at(date(2026, 11, 24), hours.windows[-1].end)
    seen = {}
    for hour in range(0, 24 * 12, 12):
        now = due + timedelta(hours=hour)
        found = ladder.coming(rule, due, CALENDAR, hours, now)
        seen[local(now).isoformat()[:13]] = found.to.value if found else ""
    assert [when for when, to in seen.items() if to == "principal"] == ["2026-11-26T18", "2026-11-27T06"]
    assert [when for when, to in seen.items() if to == "town"] == ["2026-11-30T18", "2026-12-01T06"]


@given(st.integers(0, 400), st.sampled_from(["R02", "R03", "R05", "R08", "R10"]))
def test_every_step_falls_into_working_hours_and_is_announced_before(days: int, name: str) -> None:
    from checklists.load import load_catalogue  # noqa: PLC0415

    catalogue = _loaded(load_catalogue)
    rule, hours = catalogue.rules.reminders.rule(name), catalogue.rules.reminders.hours
    due = at(date(2026, 1, 1) + timedelta(days=days), hours.windows[-1].end)
    found = ladder.rises(rule, due, CALENDAR, hours)
    assert [one.moment for one in found] == sorted(one.moment for one in found)
    for one in found:
        assert may_leave(one.moment, rule, CALENDAR, hours)
        assert one.warn is not None
        assert one.warn < one.moment
        assert may_leave(one.warn, rule, CALENDAR, hours)
        assert ladder.next_moment(rule, due, CALENDAR, hours, one.warn - timedelta(seconds=1)) is not None
    assert ladder.next_moment(rule, due, CALENDAR, hours, due + timedelta(days=90)) is None


_KEPT: list[Catalogue] = []


def _loaded(load: object) -> Catalogue:
    if not _KEPT:
        _KEPT.append(load())  # type: ignore[operator]
    return _KEPT[0]


@pytest.mark.parametrize(
    ("name", "role", "who"),
    [
        ("R02", Role.OFFICER, Recipient.PRINCIPAL),
        ("R02", Role.PRINCIPAL, Recipient.TOWN),
        ("R03", Role.OFFICER, Recipient.PRINCIPAL),  # policy
        ("R05", Role.OFFICER, Recipient.TOWN),  # statute
    ],
)
def test_who_decides(catalogue: Catalogue, name: str, role: Role, who: Recipient) -> None:
    assert ladder.decider(catalogue.rules.reminders.rule(name), role) is who


@pytest.mark.parametrize(
    ("until", "may"),
    [
        (date(2026, 11, 23), False),  # today
        (date(2026, 11, 25), False),  # when it is due anyway
        (date(2026, 11, 26), True),
        (date(2027, 5, 22), True),
        (date(2027, 5, 23), False),
    ],
)
def test_which_days_can_be_asked_for(until: date, may: bool) -> None:
    assert ladder.may_be_asked(until, at(date(2026, 11, 25), datetime.min.time()), NOW) is may


def test_days_are_offered_from_today_when_it_is_late() -> None:
    late = NOW - timedelta(days=30)
    assert ladder.suggested(late, NOW, CALENDAR) == [
        date(2026, 11, 26),
        date(2026, 11, 30),
        date(2026, 12, 7),
    ]
