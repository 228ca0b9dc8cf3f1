"""Walls around a child process that reads what strangers sent: memory, time, no files written, no secrets inherited."""

import os
import signal
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

try:
    import resource
except ImportError:  # pragma: no cover - a platform without limits still has the time-outs of the parent
    resource = None  # type: ignore[assignment]

ROOT = Path(__file__).resolve().parent.parent


def command(module: str) -> list[str]:
    """How to start a module of ours as a child."""
    return [sys.executable, "-B", "-P", "-m", module]


def environment() -> Mapping[str, str]:
    """A child gets no variable of ours: the token is one of them."""
    return {"PATH": os.defpath, "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8", "PYTHONHASHSEED": "0"}


def confine(memory: int, seconds: int) -> None:
    """Called first in the child: at most so many bytes of memory and so many seconds of work, nothing written to disk."""
    signal.signal(
        signal.SIGINT, signal.SIG_IGN
    )  # Ctrl-C is for the parent, which ends the child by closing its input
    if resource is None:  # pragma: no cover
        return
    _limit("RLIMIT_AS", memory)
    _limit("RLIMIT_FSIZE", 0)
    _limit("RLIMIT_CORE", 0)
    allow(seconds)


def allow(seconds: int) -> None:
    """So many more seconds of work from now on; the system ends the child when they are used up."""
    if resource is None:  # pragma: no cover
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    until = int(used.ru_utime + used.ru_stime) + seconds + 1
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (until, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def _limit(name: str, most: int) -> None:
    with suppress(ValueError, OSError, AttributeError):  # not every system knows every limit
        resource.setrlimit(getattr(resource, name), (most, most))
