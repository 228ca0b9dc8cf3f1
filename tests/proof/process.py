"""The bot as a process that is started, killed and watched. What it does is not looked at here."""

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Final, Self

ROOT: Final = Path(__file__).parents[2]


class Nursery:
    """Forks bots (nursery.py says why)."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            (sys.executable, "-m", "tests.proof.nursery"),
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
        )
        self._read("ready")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.terminate()
        self._process.wait()

    def bear(self, environment: Mapping[str, str], log: Path) -> "Bot":
        """Start a bot."""
        wish = json.dumps({"environment": dict(environment), "log": str(log)})
        if self._process.stdin is None:
            raise RuntimeError("the nursery has no input")
        self._process.stdin.write(wish + "\n")
        return Bot(int(self._read()), time.monotonic())

    def _read(self, expected: str | None = None) -> str:
        line = self._process.stdout.readline().strip() if self._process.stdout else ""
        if not line or (expected is not None and line != expected):
            raise RuntimeError("the nursery cannot load the bot")
        return line


def cold(environment: Mapping[str, str], log: Path) -> "Bot":
    """Start a bot from nothing, as an operator does."""
    with log.open("ab") as output:
        popen = subprocess.Popen(
            (sys.executable, "-m", "bot", "run"),
            cwd=ROOT,
            env={**os.environ, **environment},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    return Bot(popen.pid, time.monotonic(), popen)


@dataclass(slots=True)
class Bot:
    """One process of the bot."""

    pid: int
    started: float
    popen: "subprocess.Popen[bytes] | None" = None
    gone: asyncio.Event = field(default_factory=asyncio.Event)
    _watch: int = field(init=False)

    def __post_init__(self) -> None:
        try:
            self._watch = os.pidfd_open(self.pid)
        except ProcessLookupError:  # dead already
            self.gone.set()
            return
        asyncio.get_running_loop().add_reader(self._watch, self._dead)

    def kill(self) -> None:
        """SIGKILL: no goodbye."""
        self._signal(signal.SIGKILL)

    def ask_to_stop(self) -> None:
        """SIGTERM: a graceful stop."""
        self._signal(signal.SIGTERM)

    @property
    def code(self) -> int | None:
        """The exit code; known only of a bot that was started cold and is gone."""
        return self.popen.wait() if self.popen is not None and self.gone.is_set() else None

    def _signal(self, number: signal.Signals) -> None:
        if not self.gone.is_set():
            with suppress(ProcessLookupError):
                signal.pidfd_send_signal(self._watch, number)

    def _dead(self) -> None:
        asyncio.get_running_loop().remove_reader(self._watch)
        os.close(self._watch)
        self.gone.set()
