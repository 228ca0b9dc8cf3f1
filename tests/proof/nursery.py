"""`python -m tests.proof.nursery`: loads the bot's modules once and forks a bot for each line on its standard input.

Starting Python with aiogram takes seconds and a proof starts hundreds of bots. A fork of a process that has only
imported things is as fresh as a new one: own id, own sockets, own database connection, killed for good by SIGKILL.
"""

import gc
import json
import os
import signal
import sys
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

from bot import failpoints

LOADED = ("bot.__main__", "bot.app", "bot.log", "uvloop")


def main() -> None:
    for name in LOADED:
        import_module(name)
    gc.collect()
    gc.freeze()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for the children: the kernel forgets them
    print("ready", flush=True)
    for line in sys.stdin:
        wish = json.loads(line)
        child = os.fork()
        if child == 0:
            live(wish)
        print(child, flush=True)


def live(wish: dict[str, Any]) -> NoReturn:
    """Become a bot. Never returns."""
    code = 1
    try:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        redirect(Path(wish["log"]))
        os.environ.update(wish["environment"])
        arm(wish["environment"].get("ANWEN_FAILPOINTS", ""))
        import_module("bot.__main__").run()
        code = 0
    except SystemExit as leaving:
        code = int(leaving.code or 0)
    finally:
        os._exit(code)


def arm(names: str) -> None:
    """The failpoints were read when their module was loaded: read them again."""
    vars(failpoints)["_armed"] = failpoints.parse(names)


def redirect(log: Path) -> None:
    file = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    for stream in (sys.stdout, sys.stderr):
        os.dup2(file, stream.fileno())
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)


if __name__ == "__main__":
    main()
