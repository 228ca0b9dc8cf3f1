"""The sealing rounds: a tick appends the chain of seals behind the turns. How the chain is made stands in storage/sealing."""

from sqlalchemy import Connection

from bot.clock import Clock
from bot.turns import Writers
from storage.sealing import chain
from storage.sealing.chain import Settled

AT_ONCE = 20  # batches in one tick; turns run in between


class SealRounds:
    """Seals what has happened, as one of any number of processes."""

    def __init__(self, writers: Writers, clock: Clock) -> None:
        self._writers = writers
        self._clock = clock
        self._settled = Settled()

    async def round(self) -> None:
        """The clock's tick: seal batch by batch while there is a full one."""
        for _ in range(AT_ONCE):
            if await self._writers.run(self._seal, "seal") < chain.MOST:
                return

    def _seal(self, connection: Connection) -> int:
        return chain.seal(connection, self._settled, self._clock.now())
