"""P1, P2, P3, P14, P18 on real processes: killed at any moment and at named places, nothing is lost or done twice."""

import asyncio
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.proof.habits import STRAIGHT, Move
from tests.proof.officer import Officer
from tests.proof.process import Nursery
from tests.proof.run import Outcome, Plan, Run, come_in, come_to_rest, judged
from tests.proof.stage import Stage, stage
from tests.proof.view import At

STOP_SECONDS = 10.0  # promise P18
EVERY, SMALLEST = (
    99,
    10,
)  # questions: more than any form has, and fewer; which one is owed first goes by the day


@pytest.fixture(scope="module")
def nursery() -> Iterator[Nursery]:
    with Nursery() as started:
        yield started


async def killed(folder: Path, nursery: Nursery, plan: Plan, people: int, seed: int) -> Outcome:
    async with stage(folder, nursery, people=people, seed=seed) as scene:
        return await Run(scene, plan).play()


def test_it_loses_and_doubles_nothing_when_it_is_killed(tmp_path: Path, nursery: Nursery) -> None:
    outcome = asyncio.run(killed(tmp_path, nursery, Plan(kills=8, updates=300, at_once=12), 40, seed=1))
    assert outcome.verdict.clean, str(outcome)
    assert outcome.kills.total() >= 8
    assert outcome.updates >= 300


@pytest.mark.proof
def test_it_loses_and_doubles_nothing_in_two_hundred_kills(tmp_path: Path, nursery: Nursery) -> None:
    outcome = asyncio.run(killed(tmp_path, nursery, Plan(kills=200, updates=20_000), 800, seed=2))
    print(outcome)
    assert outcome.verdict.clean, str(outcome)
    assert outcome.kills.total() >= 200
    assert outcome.updates >= 20_000
    assert outcome.delivered > outcome.updates
    assert outcome.handed_in > 0


async def restarted_after_every_step(folder: Path, nursery: Nursery, steps: int) -> list[str]:
    """Kill after each step of one self-check; return the questions answered, in order."""
    async with stage(folder, nursery, people=1, seed=3, workshop=True) as scene:
        scene.start()
        officer = scene.officer(0, STRAIGHT)
        assert await officer.join()
        while officer.question is None:
            assert await officer.go_on()
        answered = await steps_with_kills(scene, officer, steps)
        await come_to_rest(scene)
        found = await judged(scene, [officer])
        assert found.clean, str(found)
        return answered


async def steps_with_kills(scene: Stage, officer: Officer, steps: int) -> list[str]:
    answered: list[str] = []
    while len(answered) < steps and officer.view.at is not At.RECEIPT:
        asked = officer.question
        assert await officer.go_on()
        if asked is not None and officer.question is not asked:
            answered.append(asked.id)
        await scene.kill()
        scene.start()
        if len(officer.deeds) % 2:
            await resume_by_the_menu(officer)
    return answered


async def resume_by_the_menu(officer: Officer) -> None:
    """`/start` and one tap lead to the very screen that was there before the kill."""
    before = officer.view.at, officer.question
    if officer.view.at is At.RECEIPT:
        return
    assert await officer.do(Move(text="/start"))
    assert officer.view.at is At.MENU
    assert await officer.do(Move("k"))
    assert (officer.view.at, officer.question) == before


def test_it_resumes_at_the_same_question_wherever_it_was_killed(tmp_path: Path, nursery: Nursery) -> None:
    answered = asyncio.run(restarted_after_every_step(tmp_path, nursery, 6))
    assert len(answered) == len(set(answered)) == 6


@pytest.mark.proof
def test_it_resumes_at_every_question_of_a_whole_form(tmp_path: Path, nursery: Nursery) -> None:
    answered = asyncio.run(restarted_after_every_step(tmp_path, nursery, EVERY))
    assert len(answered) == len(set(answered)) >= SMALLEST


async def stopped_under_load(folder: Path, nursery: Nursery) -> tuple[int | None, Outcome, int]:
    """SIGTERM while everybody taps; the exit code, the outcome, and replies that were sent twice."""
    async with stage(folder, nursery, people=24, seed=4) as scene:
        run = Run(scene, Plan(kills=0, updates=0, at_once=24))
        bot = scene.start(from_nothing=True)
        crowd = run.seat_everybody()
        await come_in(scene, 200)
        bot.ask_to_stop()
        with suppress(TimeoutError):
            await asyncio.wait_for(bot.gone.wait(), STOP_SECONDS)
        code = bot.code
        scene.start()
        await come_in(scene, 400)
        outcome = await run.end(crowd)
        return code, outcome, scene.unchanged


def test_it_stops_gracefully_under_load(tmp_path: Path, nursery: Nursery) -> None:
    code, outcome, unchanged = asyncio.run(stopped_under_load(tmp_path, nursery))
    assert code == 0
    assert outcome.verdict.clean, str(outcome)
    assert outcome.resent == 0
    assert unchanged == 0
