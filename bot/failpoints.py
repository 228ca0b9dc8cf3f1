"""Named places where a proof may kill the process. Silent unless ANWEN_FAILPOINTS names them: `turn.after_commit:3`."""

import os
import signal

VARIABLE = "ANWEN_FAILPOINTS"


def parse(text: str) -> dict[str, int]:
    """Read `name:count,name:count`; the process dies at the count-th pass of a name."""
    pairs = (item.partition(":") for item in text.split(",") if item.strip())
    return {name.strip(): int(count or "1") for name, _, count in pairs}


_armed = parse(os.environ.get(VARIABLE, ""))


def reach(name: str) -> None:
    """Pass a place. Costs one dictionary look-up when nothing is armed."""
    if not _armed or name not in _armed:
        return
    _armed[name] -= 1
    if _armed[name] <= 0:
        os.kill(os.getpid(), signal.SIGKILL)
