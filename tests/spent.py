"""What a step cost: seconds on the wall, and of them those that this process and the database's server worked.

The machine is shared as a rule: the wall tells what somebody would have waited on it, the work what the step itself costs.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter, thread_time

from sqlalchemy import Connection

TRIVIAL = "SELECT 1"
NANO = 1e-9


@dataclass(slots=True)
class Spent:
    """Seconds. `server`: of them the database's server worked, where it runs on this machine; on SQLite it is this process."""

    wall: float = 0.0
    work: float = 0.0
    server: float = 0.0

    @property
    def both(self) -> float:
        return self.work + self.server


@dataclass(slots=True)
class Meter:
    """Measures steps on one connection, each beside a trivial statement's round trip."""

    connection: Connection
    trivial: list[float] = field(default_factory=list)
    _server: Callable[[], float] = field(init=False)

    def __post_init__(self) -> None:
        self._server = server_of(self.connection)

    @contextmanager
    def measuring(self) -> Iterator[Spent]:
        """Fills in what the block spent."""
        began = perf_counter()
        self.connection.exec_driver_sql(TRIVIAL).close()
        self.trivial.append(perf_counter() - began)
        spent, server = Spent(), self._server()
        began, busy = perf_counter(), thread_time()
        yield spent
        spent.wall, spent.work = perf_counter() - began, thread_time() - busy
        spent.server = self._server() - server


def server_of(connection: Connection) -> Callable[[], float]:
    """Seconds that the server has worked for a connection; always 0 where that cannot be seen."""
    if connection.dialect.name == "sqlite":
        return lambda: 0.0
    number = connection.exec_driver_sql("SELECT pg_backend_pid()").scalar_one()
    told = Path(f"/proc/{number}/schedstat")  # nanoseconds on a core, waiting for one, turns
    try:
        if "postgres" not in Path(f"/proc/{number}/comm").read_text():
            return lambda: 0.0
    except OSError:
        return lambda: 0.0
    return lambda: int(told.read_text().split()[0]) * NANO
