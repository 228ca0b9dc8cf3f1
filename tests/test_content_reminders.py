"""The reminder rules that are shipped: all of them, each runs, and what the domain guide says about them holds."""

from datetime import UTC, datetime

import pytest

from checklists.load import load_catalogue
from checklists.reminders import Recipient, Reminder, Source, Task
from safety.calendar import Calendar
from safety.reminders import Standing, concerns, due, rungs

CATALOGUE = load_catalogue()
REMINDERS = CATALOGUE.rules.reminders
RULES = REMINDERS.rules
CALENDAR = Calendar()
START = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
every_rule = pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])


def test_all_are_there() -> None:
    assert [rule.id for rule in RULES] == [f"R{number:02}" for number in range(1, 46)]


@every_rule
def test_a_rule_runs(rule: Reminder) -> None:
    moment = due(rule, START, CALENDAR, REMINDERS.hours)
    found = rungs(rule, moment, CALENDAR, REMINDERS.hours)
    assert moment >= START.replace(hour=0)
    assert [rung.moment for rung in found] == sorted(rung.moment for rung in found)
    assert {rung.to for rung in found if not rung.step} == {rule.who}
    assert {rung.to for rung in found if rung.step} <= {step.to for step in rule.escalate}


@every_rule
def test_a_title_says_what_in_both_languages(rule: Reminder) -> None:
    assert any("\u4e00" <= sign <= "\u9fff" for sign in rule.title.zh)
    assert not any("\u4e00" <= sign <= "\u9fff" for sign in rule.title.en)


def test_only_the_report_of_a_major_hazard_breaks_the_quiet_hours() -> None:
    assert [rule.id for rule in RULES if rule.urgent] == ["R07"]


def test_only_the_two_hourly_patrol_is_off_when_installed() -> None:
    assert [rule.id for rule in RULES if not rule.active] == ["R24"]


def test_where_the_numbers_come_from() -> None:
    assert {source: sum(rule.source is source for rule in RULES) for source in Source} == {
        Source.STATUTE: 25,
        Source.POLICY: 5,
        Source.OURS: 15,
    }


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (
            "R08",
            [(-3, "person"), (-1, "person"), (0, "person"), (1, "principal"), (3, "town"), (7, "district")],
        ),
        (
            "R15",
            [
                (-90, "person"),
                (-60, "person"),
                (-30, "person"),
                (-7, "person"),
                (0, "principal"),
                (1, "town"),
            ],
        ),
        (
            "R37",
            [
                (-14, "officer"),
                (-7, "officer"),
                (-3, "officer"),
                (-1, "officer"),
                (1, "principal"),
                (5, "town"),
                (10, "district"),
            ],
        ),
        ("R38", [(-30, "principal"), (-7, "principal"), (-1, "principal"), (1, "principal"), (15, "town")]),
    ],
)
def test_who_is_told_when(rule: str, expected: list[tuple[int, str]]) -> None:
    made = REMINDERS.rule(rule)
    told = [(offset, made.who.value) for offset in made.remind] + [
        (step.at, step.to.value) for step in made.escalate
    ]
    assert told == expected


def owed(industry: str, **facts: bool | int) -> set[str]:
    known = CATALOGUE.facts.derive({industry: True, **facts})
    colour = CATALOGUE.colours.of(industry, known)
    return {rule.id for rule in RULES if concerns(rule, Standing(known, colour))}


EVERYBODY = {
    "R01",
    "R02",
    "R05",
    "R06",
    "R07",
    "R08",
    "R09",
    "R10",
    "R14",
    "R15",
    "R16",
    "R19",
    "R25",
    "R35",
    "R37",
    "R38",
    "R39",
    "R40",
    "R41",
    "R42",
    "R43",
    "R44",
    "R45",
}


@pytest.mark.parametrize(
    ("found", "more"),
    [
        (owed("retail_service"), {"R03", "R12", "R17"}),
        (owed("catering", gas_lpg=True), {"R03", "R12", "R17", "R29", "R30", "R31"}),
        (owed("industrial_trade", limited_space=True, staff=1000), {"R03", "R12", "R17", "R32", "R36"}),
        (
            owed("hazchem", hazchem_production=True, has_special_ops=True),
            {"R04", "R11", "R13", "R18", "R20", "R21", "R22", "R33", "R34"},
        ),
        (owed("nine_small", public_gathering=True), {"R03", "R12", "R18", "R20", "R21", "R27"}),
    ],
    ids=["shop", "restaurant on bottled gas", "large plant", "chemical plant", "hotel"],
)
def test_what_an_enterprise_owes(found: set[str], more: set[str]) -> None:
    assert found == EVERYBODY | more


def test_supervisors_never_owe_and_every_task_has_a_rule() -> None:
    assert {rule.who for rule in RULES} <= {Recipient.PERSON, Recipient.OFFICER, Recipient.PRINCIPAL}
    assert {rule.task for rule in RULES} == set(Task)


def test_what_was_not_held_against_the_source_is_marked() -> None:
    unchecked = {rule.id for rule in RULES if not all(clause.checked for clause in rule.basis)}
    assert unchecked == {"R03", "R04", "R11", "R15", "R31", "R32", "R34", "R39"}
