"""The rules of drills: who stands where, what is told when, how long it took, when the next one is due."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklists.drills import DrillRules, Inject, Script, To
from checklists.load import load_catalogue
from checklists.reminders import Due, Span, Subject
from safety.calendar import Calendar, calendar_of
from safety.drills import (
    Answer,
    Drill,
    DrillState,
    Participant,
    Reply,
    Sent,
    Standing,
    hears,
    lateness,
    leads,
    moment,
    muster,
    next_day,
    next_moment,
    now_due,
    photo_point,
    quarter_before,
    quarter_of,
    slowest,
    standing,
    takes_answers,
)
from safety.people import Role

CATALOGUE = load_catalogue()
SCRIPT = CATALOGUE.scripts["gas_leak"]
START = datetime(2026, 11, 30, 0, 40, tzinfo=UTC)
RULES = DrillRules(ours=True)
seconds = st.integers(0, 7200)
replies = st.lists(
    st.builds(
        Reply,
        st.sampled_from(Answer),
        seconds.map(lambda s: START + timedelta(seconds=s)),
        st.sampled_from(["", "腿疼"]),
    ),
    max_size=8,
)


def people(*roles: Role) -> tuple[Participant, ...]:
    return tuple(Participant(n, f"人{n}", role) for n, role in enumerate(roles, 1))


def drill(*roles: Role, script: Script | None = SCRIPT, state: DrillState = DrillState.RUNNING) -> Drill:
    return Drill(
        "YL-2026-000001", "老王饭店", script is None, state, START, "门口", 0, 1, "人1", script=script,
        started_at=START, called_at=START, people=people(*roles),
    )  # fmt: skip


def slowly(said: list[Reply]) -> Standing:
    """The same by walking through the answers one by one."""
    answer, at, words = None, None, ""
    for one in sorted(said, key=lambda one: (one.at, one.answer is Answer.HELP)):
        words = one.words or words
        if one.answer is Answer.HELP:
            answer, at = Answer.HELP, None
        if one.answer is Answer.SAFE and answer is not Answer.SAFE:
            answer, at = Answer.SAFE, one.at
    return Standing(answer, at, words)


@given(replies)
def test_where_somebody_stands_equals_a_slow_walk(said: list[Reply]) -> None:
    assert standing(said) == slowly(said)


@given(replies, st.randoms(use_true_random=False))
def test_the_order_in_which_answers_arrive_changes_nothing(said: list[Reply], chance: object) -> None:
    moments = {one.at for one in said}
    if len(moments) < len(said):
        return
    shuffled = [*said]
    chance.shuffle(shuffled)  # type: ignore[attr-defined]  # a random.Random
    assert standing(shuffled) == standing(said)


@given(replies, st.integers(0, 3600))
def test_saying_once_more_that_one_is_safe_moves_no_muster_time(said: list[Reply], later: int) -> None:
    once = standing(said)
    if once.answer is not Answer.SAFE:
        return
    last = max(one.at for one in said)
    again = Reply(Answer.SAFE, last + timedelta(seconds=later))
    assert standing([*said, again]).mustered_at == once.mustered_at


@given(replies)
def test_whoever_asks_for_help_last_is_never_counted_as_safe(said: list[Reply]) -> None:
    last = max((one.at for one in said), default=START)
    found = standing([*said, Reply(Answer.HELP, last)])
    assert found.answer is Answer.HELP
    assert found.mustered_at is None


def test_words_alone_are_no_answer() -> None:
    assert standing([Reply(Answer.NOTE, START, "在路上")]) == Standing(None, None, "在路上")
    assert standing([]) == Standing()


# --- the course ---------------------------------------------------------------------------------------------------


@given(st.lists(seconds, min_size=1, max_size=30), st.sampled_from(list(CATALOGUE.scripts.values())))
def test_each_inject_is_told_once_in_order_however_the_clock_ticks(ticks: list[int], script: Script) -> None:
    told: list[str] = []
    for tick in [*sorted(ticks), 24 * 3600]:
        now = START + timedelta(seconds=tick)
        coming = next_moment(script, START, told)
        found = now_due(script, START, told, now)
        assert bool(found) is (coming is not None and coming <= now)
        told += [one.id for one in found]
    assert told == [one.id for one in script.injects]
    assert next_moment(script, START, told) is None


@pytest.mark.parametrize(("minutes", "late"), [(0, 0), (1, 0), (1.9, 0), (2, 2), (7.5, 7)])
def test_only_what_comes_clearly_too_late_is_marked(minutes: float, late: int) -> None:
    inject = SCRIPT.injects[1]
    now = moment(START, inject) + timedelta(minutes=minutes)
    assert lateness(inject, START, now, RULES) == late


@pytest.mark.parametrize(
    ("to", "who"),
    [
        (To.ALL, {1, 2, 3}),
        (To.COMMANDER, {1}),
        (To.WORKER, {2, 3}),
        (To.OFFICER, {1}),
        (To.PRINCIPAL, {1}),  # nobody is one: the commander hears it
    ],
)
def test_an_inject_is_heard_by_those_it_is_for(to: To, who: set[int]) -> None:
    one = drill(Role.OFFICER, Role.WORKER, Role.WORKER)
    inject = Inject.model_validate({"id": "x", "minute": 0, "to": to, "text": "听好"})
    assert {other.person for other in one.people if hears(inject, other, one)} == who


def test_everything_is_heard_by_the_one_person_of_an_enterprise() -> None:
    alone = drill(Role.PRINCIPAL)
    assert all(hears(inject, alone.people[0], alone) for inject in SCRIPT.injects)


def test_a_photo_belongs_to_the_latest_point_that_its_sender_has_heard_of() -> None:
    one = drill(Role.OFFICER, Role.WORKER, script=CATALOGUE.scripts["power_trapped"])
    officer, worker = one.people
    assert photo_point(one, worker) is None
    told: Mapping[str, Sent] = {"dark": Sent(START), "stairs": Sent(START)}
    one = replace(one, sent=told)
    assert getattr(photo_point(one, worker), "id", None) == "stairs"
    assert getattr(photo_point(one, officer), "id", None) == "stairs"  # better there than nowhere


def test_muster_times_count_from_the_call_and_never_back() -> None:
    one = drill(Role.OFFICER, Role.WORKER, Role.WORKER)
    early = Standing(Answer.SAFE, START - timedelta(seconds=2))
    slow = Standing(Answer.SAFE, START + timedelta(seconds=95))
    first, second, third = one.people
    one = replace(one, people=(replace(first, standing=early), replace(second, standing=slow), third))
    assert [muster(one, part) for part in one.people] == [timedelta(0), timedelta(seconds=95), None]
    assert slowest(one) == timedelta(seconds=95)
    assert slowest(replace(one, called_at=None)) is None


def test_an_answer_given_before_the_end_counts_however_late_it_arrives() -> None:
    ended = replace(drill(Role.OFFICER, state=DrillState.ENDED), ended_at=START + timedelta(minutes=9))
    assert takes_answers(drill(Role.OFFICER), START)
    assert takes_answers(ended, START + timedelta(minutes=9))
    assert not takes_answers(ended, START + timedelta(minutes=9, seconds=1))
    assert not takes_answers(replace(ended, state=DrillState.DONE), START)


def test_who_has_left_commands_no_more() -> None:
    one = drill(Role.OFFICER, Role.WORKER)
    assert leads(one, 1)
    assert not leads(one, 2)
    assert not leads(replace(one, here=False), 1)


# --- how often ----------------------------------------------------------------------------------------------------


def calendar() -> Calendar:
    return calendar_of(CATALOGUE.holidays)


@pytest.mark.parametrize(
    ("facts", "subject", "day"),
    [
        ({}, Subject.ENTERPRISE, date(2027, 11, 30)),
        ({"half_year_drill": True}, Subject.ENTERPRISE, date(2027, 5, 31)),
        ({}, Subject.ON_SITE_PLAN, date(2027, 5, 31)),
        ({"half_year_drill": True}, Subject.SPECIAL_PLAN, date(2028, 11, 29)),
        ({}, Subject.SPECIAL_PLAN, None),
    ],
)
def test_the_next_drill_is_due_by_class(facts: dict[str, bool], subject: Subject, day: date | None) -> None:
    assert next_day(CATALOGUE.rules.reminders, facts, START, calendar(), subject) == day


def test_a_stricter_rule_is_content_alone() -> None:
    reminders = CATALOGUE.rules.reminders
    stricter = reminders.rule("R17").model_copy(
        update={"id": "R17a", "when": None, "due": Due(every=Span(days=90))}
    )
    changed = reminders.model_copy(update={"rules": (*reminders.rules, stricter)})
    assert next_day(changed, {"half_year_drill": True}, START, calendar()) == date(2027, 2, 28)


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_a_quarter_holds_its_day_and_follows_the_one_before(day: date) -> None:
    first = quarter_of(day)
    assert first.day == 1
    assert first.month in {1, 4, 7, 10}
    assert first <= day
    assert quarter_of(first) == first
    assert quarter_before(first) < first
    assert (first - quarter_before(first)).days in {90, 91, 92}
