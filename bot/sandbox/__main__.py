"""`python -m bot.sandbox`: the stand-in alone, for trying any bot on it."""

import argparse
import asyncio
import gc
import signal
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import orjson

from bot.sandbox.sandbox import TEST_TOKEN, Sandbox
from bot.sandbox.telegram.limits import NO_FLOOD


def read_arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(
        "python -m bot.sandbox", description="A strict local stand-in for Telegram."
    )
    parser.add_argument("--port", type=int, default=8081, help="0 takes a free one")
    parser.add_argument(
        "--data", type=Path, help="a folder to keep everything in; without it all is forgotten"
    )
    parser.add_argument("--token", default=TEST_TOKEN)
    parser.add_argument("--people", type=Path, help="a JSON list of people")
    parser.add_argument("--tips", type=Path, help="a JSON file with what to try, for the page")
    parser.add_argument("--seed", type=int, help="the same ids in the same order every time")
    parser.add_argument("--no-flood", action="store_true", help="no 429, for measuring throughput")
    return parser.parse_args()


async def serve(options: argparse.Namespace) -> None:
    """Serve until Ctrl-C."""
    sandbox = Sandbox(
        token=options.token,
        data_dir=options.data,
        people=_json(options.people) or (),
        tips=_json(options.tips),
        seed=options.seed,
        limits=NO_FLOOD if options.no_flood else None,
    )
    print(await sandbox.start(port=options.port), flush=True)  # noqa: T201 - a command line speaks
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    await stop.wait()
    await sandbox.stop()


def _json(path: Path | None) -> Any:
    return orjson.loads(path.read_bytes()) if path else None


def main() -> None:
    """Serve, on uvloop where it is installed."""
    gc.freeze()
    gc.set_threshold(50_000, 50, 100)
    loop = import_module("uvloop" if find_spec("uvloop") else "asyncio")
    loop.run(serve(read_arguments()))


if __name__ == "__main__":
    main()
