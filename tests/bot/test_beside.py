"""Work beside the turns: what ends with an error is said, and the next tick begins anew."""

import asyncio

import structlog

from bot.beside import Beside


class Clumsy(Beside):
    """Fails the first time."""

    def __init__(self) -> None:
        self._running = None
        self.times = 0

    async def _work(self) -> None:
        self.times += 1
        if self.times == 1:
            raise ValueError("of its own")


def test_an_error_is_said_and_the_next_tick_begins_anew() -> None:
    async def go() -> Clumsy:
        work = Clumsy()
        for _ in range(2):
            await work.round()
            await asyncio.sleep(0.01)
        return work

    with structlog.testing.capture_logs() as entries:
        assert asyncio.run(go()).times == 2
    assert [str(one["exc_info"]) for one in entries] == ["of its own"]
