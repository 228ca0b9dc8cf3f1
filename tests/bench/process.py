"""A bot as a process of its own on a core of its own, and what the kernel says it costs."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

ROOT: Final = Path(__file__).parents[2]
MEGABYTE: Final = 1024 * 1024
TICKS: Final = os.sysconf("SC_CLK_TCK")
PAGE: Final = os.sysconf("SC_PAGE_SIZE")
GRACE: Final = 15  # seconds to end after SIGTERM


def part_cores() -> frozenset[int]:
    """Leave the first core to the bots, move this process to the others; return the bots' core."""
    first, *rest = sorted(os.sched_getaffinity(0))
    os.sched_setaffinity(0, rest or {first})
    return frozenset({first})


def family(pid: int) -> list[int]:
    """Return a process and all its children, as far as they still run."""
    found = [pid]
    with suppress(OSError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text().split():
                found += family(int(child))
    return found


def ticks_of(pid: int) -> int:
    """Processor time of one process: its own and that of children that have ended (proc(5), fields 14-17)."""
    with suppress(OSError):
        return sum(map(int, Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11:15]))
    return 0


def pages_of(pid: int) -> int:
    with suppress(OSError):
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return 0


@dataclass(frozen=True, slots=True)
class Process:
    """A running bot with its children."""

    popen: "subprocess.Popen[bytes]"
    started: float
    log: Path

    @classmethod
    def start(
        cls, command: tuple[str, ...], environment: Mapping[str, str], log: Path, core: frozenset[int]
    ) -> Self:
        """Start `python -m …` on a core of its own; what it prints goes to `log`."""
        started = time.monotonic()
        with log.open("ab") as output:
            popen = subprocess.Popen(
                (sys.executable, "-m", *command),
                cwd=ROOT,
                env={**os.environ, "PYTHONDONTWRITEBYTECODE": "", **environment},  # compiled once, as served
                stdout=output,
                stderr=subprocess.STDOUT,
                preexec_fn=lambda: os.sched_setaffinity(0, core),  # noqa: PLW1509 - no threads here yet
            )
        return cls(popen, started, log)

    @property
    def alive(self) -> bool:
        return self.popen.poll() is None

    def cpu(self) -> float:
        """Seconds of processor time used so far, children included."""
        return sum(ticks_of(pid) for pid in family(self.popen.pid)) / TICKS

    def resident(self) -> float:
        """Megabytes in memory now, children included."""
        return sum(pages_of(pid) for pid in family(self.popen.pid)) * PAGE / MEGABYTE

    def end(self) -> float:
        """Ask it to end and wait; return the seconds this took."""
        asked = time.monotonic()
        self.popen.terminate()
        try:
            self.popen.wait(GRACE)
        except subprocess.TimeoutExpired:
            self.popen.kill()
            self.popen.wait()
        return time.monotonic() - asked

    def last_words(self) -> str:
        """The end of what it printed."""
        return self.log.read_text("utf-8", "replace")[-2000:]
